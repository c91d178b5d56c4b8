/**
 * All that can be known without running the house: one line per check, the full text only of what failed.
 *
 *   npm run check               everything
 *   npm run check -- lint size  these only
 *
 * Every scripts/check-*.mjs is a check too. Two run at a time, the slowest first.
 */
import { exec } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { delimiter } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const tsc = 'node node_modules/@typescript/native/bin/tsc';
const licences = 'MIT;ISC;0BSD;BSD-2-Clause;BSD-3-Clause;Apache-2.0;OFL-1.1';

const checks = new Map([
  ['templates', 'lit-analyzer --strict --maxWarnings 0 src kiosk stories'],
  ['size', 'node scripts/build-lib.mjs && node scripts/sizes.mjs'],
  ['format', 'prettier --check --log-level warn .'],
  [
    'floors',
    'depcruise --config floors.cjs --output-type err-long src kiosk server stories tests bench scripts bin',
  ],
  ['lint', 'oxlint --type-aware --report-unused-disable-directives'],
  ['types', tsc],
  ['types of the model', `${tsc} -p tsconfig.model.json`],
  ['licences', `license-checker-rseidelsohn --production --onlyAllow "${licences}"`],
  ['packs', 'node bin/mulin-pack.mjs check kiosk/packs/*'],
  ['tokens', 'node scripts/build-tokens.mjs --check'],
  ['lunar', 'node scripts/build-lunar.mjs --check'],
  ['form schema', 'node scripts/build-form-schema.mjs --check'],
  ...readdirSync(`${root}scripts`)
    .map((file) => /^check-(.+)\.mjs$/.exec(file))
    .filter((match) => match !== null)
    .map(([file, name]) => [name, `node scripts/${file}`]),
]);

const env = {
  ...process.env,
  NO_COLOR: '1',
  PATH: `${root}node_modules/.bin${delimiter}${process.env.PATH}`,
};

/** Runs one check, says how it went, and answers whether it passed. */
const run = (name) =>
  new Promise((resolve) => {
    const start = performance.now();
    exec(checks.get(name), { cwd: root, env, maxBuffer: 2 ** 26 }, (error, stdout, stderr) => {
      const seconds = ((performance.now() - start) / 1000).toFixed(1).padStart(5);
      console.log(`${error ? '✘' : '✔'} ${seconds} s  ${name}`);
      if (error) console.log(`\n$ ${checks.get(name)}\n${stdout}${stderr}`);
      resolve(!error);
    });
  });

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !checks.has(name));
if (unknown.length > 0) {
  console.error(
    `No check is called ${unknown.join(', ')}. There are: ${[...checks.keys()].join(', ')}.`,
  );
  process.exit(1);
}

const waiting = asked.length > 0 ? asked : [...checks.keys()];
const results = [];
const worker = async () => {
  for (let name = waiting.shift(); name !== undefined; name = waiting.shift())
    results.push(await run(name));
};
await Promise.all([worker(), worker()]);

const failed = results.filter((passed) => !passed).length;
console.log(`checks: ${results.length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
