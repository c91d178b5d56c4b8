/**
 * Finding goods by a few letters: 10,000 and 100,000 Chinese names, asked for by characters, by initials and by spelling,
 * beside what people use for that and beside the floor: a scan of one string with all names, initials and spellings in it.
 *
 * Every engine works in a process of its own, one after the other. A query's time is the best of three, so that a busy
 * machine does not count; p50 and p99 are over the queries. Recall is measured against the exact truth, of 20 queries a kind.
 */
import { execFile } from 'node:child_process';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { table } from '../tools.mjs';

const run_ = promisify(execFile);
const engines = [
  'mulin',
  'floor',
  'pinyin-engine',
  'uFuzzy',
  'MiniSearch',
  'Fuse.js',
  'pinyin-match',
];
/** These take a good part of a second for each query among 100,000. */
const slow = new Set(['Fuse.js', 'pinyin-match']);
const file = fileURLToPath(new URL('engines.mjs', import.meta.url));

export async function run({ quick, say }) {
  const tables = [];
  for (const count of quick ? [1000] : [10_000, 100_000]) {
    const results = [];
    for (const engine of engines) {
      say(`${engine}, ${count} items`);
      const queries = quick ? 20 : slow.has(engine) ? 20 : 200;
      const { stdout } = await run_(
        process.execPath,
        ['--expose-gc', '--max-old-space-size=3000', file, engine, String(count), String(queries)],
        { maxBuffer: 2 ** 24 },
      );
      results.push(JSON.parse(stdout));
    }
    tables.push(report(count, results));
  }
  return `${tables.join('\n\n')}\n\nIn brackets: how much of what is there was found, where that is not all. Node ${process.version} on ${cpus()[0]?.model.trim() ?? 'an unknown processor'}.`;
}

function report(count, results) {
  const cell = ({ p50, p99, recall }) =>
    `${ms(p50)} / ${ms(p99)}${recall < 0.995 ? ` (${Math.round(recall * 100)} %)` : ''}`;
  const rows = results.map((one) => [
    one.engine === 'floor' ? 'the floor' : one.engine,
    cell(one.characters),
    cell(one.initials),
    cell(one.spelling),
    one.slip ? cell(one.slip) : '–',
    `${Math.round(one.indexMs)} ms`,
    `${one.megabytes.toFixed(1)} MB`,
  ]);
  return table(
    [
      `${count.toLocaleString('en')} items, ms p50 / p99`,
      'characters',
      'initials',
      'spelling',
      'one slip',
      'index',
      'memory',
    ],
    rows,
  );
}

const ms = (time) => (time < 0.1 ? time.toFixed(2) : time < 10 ? time.toFixed(1) : time.toFixed(0));
