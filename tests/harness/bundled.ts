/**
 * A program of the hall as one file of JavaScript. Compiling it anew takes each start of a process two seconds, and a test that
 * stops, kills and starts a hall a dozen times would wait for that and for little else.
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Built once for this process. `entry` as seen from the root, such as `server/main.ts`. */
export function bundled(entry: string): Promise<string> {
  const known = built.get(entry) ?? bundle(entry);
  built.set(entry, known);
  return known;
}
const built = new Map<string, Promise<string>>();

async function bundle(entry: string): Promise<string> {
  // Below node_modules, where the packages that it imports are found.
  const outfile = join(root, 'node_modules/.cache', `${entry}.${process.pid}.mjs`);
  mkdirSync(dirname(outfile), { recursive: true });
  await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    target: 'node20',
    format: 'esm',
    logLevel: 'error',
    plugins: [
      {
        name: 'each file keeps its address',
        setup({ onLoad }) {
          onLoad({ filter: /\/(server|tests)\/.*\.ts$/ }, ({ path }) => ({
            loader: 'ts',
            contents: readFileSync(path, 'utf8').replaceAll(
              'import.meta.url',
              JSON.stringify(pathToFileURL(path).href),
            ),
          }));
        },
      },
    ],
  });
  process.on('exit', () => rmSync(outfile, { force: true }));
  return outfile;
}
