/**
 * Builds the library into dist/lib: JavaScript (Vite), declarations (tsc) and the style sheets for pages without Lit, and
 * custom-elements.json beside package.json. All at once, they do not need each other.
 */
import { execFile } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'vite';

const root = fileURLToPath(new URL('../', import.meta.url));
const node = (...args) =>
  promisify(execFile)(process.execPath, args, { cwd: root }).catch(({ stdout, stderr }) => {
    throw new Error(`${args[0]} failed:\n${stdout}${stderr}`);
  });

rmSync(`${root}dist/lib`, { recursive: true, force: true });
const steps = await Promise.allSettled([
  build({ root, mode: 'library', logLevel: 'warn' }),
  node('node_modules/@typescript/native/bin/tsc', '-p', 'tsconfig.build.json'),
  node('node_modules/@custom-elements-manifest/analyzer/cem.js', 'analyze', '--quiet'),
]);
cpSync(`${root}src/theme/tokens.css`, `${root}dist/lib/theme/tokens.css`);

// Every failure in its own words: a wrong type and a wrong import often come together.
for (const { reason } of steps.filter(({ status }) => status === 'rejected')) {
  console.error(reason.message);
  process.exitCode = 1;
}
