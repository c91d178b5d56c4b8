/**
 * What a page pays for each entry of the library: bundled, minified, compressed with brotli. A limit lies 2 % above what
 * it was when somebody last looked, so that nothing grows unseen. What a door fetches only later is counted in here; the
 * table of the README (npm run bench -- size) tells the two apart.
 *
 *   node scripts/sizes.mjs            checks, and says what grew (a part of npm run check)
 *   node scripts/sizes.mjs --write    takes today's sizes as the new limits
 *
 * Both measure dist/lib: build it before, node scripts/build-lib.mjs.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';

const root = fileURLToPath(new URL('../', import.meta.url));
const limits = `${root}.size-limit.json`;
const MARGIN = 1.02;

const { stdout, stderr } = spawnSync('node_modules/.bin/size-limit', ['--json'], {
  cwd: root,
  encoding: 'utf8',
});
const entries = JSON.parse(readFileSync(limits, 'utf8'));
const measured = (() => {
  try {
    return JSON.parse(stdout);
  } catch {
    throw new Error(`size-limit could not measure:\n${stdout}${stderr}`);
  }
})();

if (process.argv.includes('--write')) {
  const rows = entries.map((entry) => {
    const { size } = measured.find(({ name }) => name === entry.name);
    return { ...entry, limit: `${Math.ceil(size * MARGIN)} B` };
  });
  const text = JSON.stringify(rows);
  writeFileSync(limits, await format(text, { ...(await resolveConfig(limits)), parser: 'json' }));
} else {
  for (const { name, size, sizeLimit, passed } of measured) {
    console.log(`${name}: ${size} B of ${sizeLimit} B`);
    if (passed) continue;
    console.log(
      `  ${name} is ${size - sizeLimit} B over its limit. What came in? If it is worth it to every page, take the new size\n` +
        '  with  node scripts/sizes.mjs --write  and say why in the commit.',
    );
    process.exitCode = 1;
  }
}
