/**
 * Runs every benchmark (bench/<name>/bench.mjs), prints its table and writes it into README.md, between
 * <!-- bench:<name> --> and <!-- /bench:<name> -->, where these stand.
 *
 *   npm run bench                       all of them, several minutes
 *   npm run bench -- calendar size      only these
 *   npm run bench -- --quick            few rounds, to see that it runs; never written
 *   npm run bench -- --no-write         only prints
 *
 * A benchmark exports `run({ quick, say })` and returns markdown; `say` tells whoever waits how far it is.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { root } from './tools.mjs';

const words = process.argv.slice(2);
const quick = words.includes('--quick');
const write = !quick && !words.includes('--no-write');
const wanted = words.filter((word) => !word.startsWith('--'));

const names = readdirSync(`${root}bench`).filter(
  (name) =>
    existsSync(`${root}bench/${name}/bench.mjs`) && (wanted.length === 0 || wanted.includes(name)),
);
const unknown = wanted.filter((name) => !names.includes(name));
if (unknown.length) throw new Error(`No benchmark is called ${unknown.join(', ')}.`);

for (const name of names) {
  const { run } = await import(`./${name}/bench.mjs`);
  const text = await run({ quick, say: (line) => process.stderr.write(`${name}: ${line}\n`) });
  console.log(`\n## ${name}\n\n${text}\n`);
  if (write) await intoReadme(name, text);
}

async function intoReadme(name, text) {
  const file = `${root}README.md`;
  const page = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const [begin, end] = [`<!-- bench:${name} -->`, `<!-- /bench:${name} -->`];
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from < 0 || to < from) return;
  const written = `${page.slice(0, from + begin.length)}\n\n${text}\n\n${page.slice(to)}`;
  writeFileSync(file, await format(written, { ...(await resolveConfig(file)), filepath: file }));
}
