/**
 * The floor below PostgreSQL: the very statements of the hall's store with the very values it once sent, by pgbench, prepared.
 * Each of its clients has documents of its own, so none ever loses a race.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { loadKeys, writeAll } from '../../server/store/postgres-trips.ts';

// pgbench takes any colon before a letter for a variable, inside quotes as well.
const quoted = (text) =>
  text === null ? 'null' : `'${text.replaceAll("'", "''").replaceAll(':', ';')}'`;
const list = (items, type) => `array[${items.join(', ')}]::${type}[]`;

/** The text of the script, and the rows that must lie there before, with `$client` for the number of the client. */
function scriptOf(hall, { loads, write, plan }) {
  const isOld = new Map(write.seen.map(([key, version]) => [key, version > 0]));
  const keyOf = (key) =>
    `${quoted(key)} || '/' || :client_id${isOld.get(key) ? '' : ` || '/' || :i`}`;
  const filled = (text, values) => text.replace(/\$(\d+)/g, (_, n) => values[n - 1]);
  const id = `('01939f00-0000-7' || lpad((:client_id)::text, 3, '0') || '-8000-' || lpad((:i)::text, 12, '0'))::uuid`;
  const { entry, sent } = write;
  const all = (items, type, cell) => list(items.map(cell), type);
  const halls = (items) => all(items, 'text', () => quoted(hall));
  const one = (text, type = 'text') => list([text], type);
  const statements = [
    ...loads.map((keys) => filled(loadKeys.text, [halls(keys), list(keys.map(keyOf), 'text')])),
    filled(writeAll.text, [
      halls(plan.put),
      all(plan.put, 'text', ({ key }) => keyOf(key)),
      all(plan.put, 'int', ({ key }) => (isOld.get(key) ? ':i + 1' : '1')),
      all(plan.put, 'text', ({ open }) => quoted(open)),
      all(plan.put, 'text', ({ sealed }) => quoted(sealed)),
      halls(plan.keep),
      all(plan.keep, 'text', ([key]) => keyOf(key)),
      all(plan.keep, 'int', () => '1'),
      one(quoted(hall)),
      one(`'gesture-' || :client_id || '-' || :i`),
      one(`${entry.at}`, 'bigint'),
      one(quoted(sent.outcome)),
      one(id, 'uuid'),
      one(quoted(entry.actor)),
      one(quoted(entry.command)),
      one(quoted(JSON.stringify(entry.keys))),
      one(quoted(JSON.stringify(entry.events))),
      `${plan.put.length + plan.keep.length}`,
    ]),
  ];
  return {
    script: ['\\set i :i + 1', ...statements.map((text) => `${text.replaceAll('\n', ' ')};`)].join(
      '\n',
    ),
    rows: [
      ...plan.put.filter(({ key }) => isOld.get(key)),
      ...plan.keep.map(([key]) => ({ key, open: '{}', sealed: null })),
    ],
  };
}

let runs = 0;

export async function pgbench(url, shape, clients, seconds) {
  const hall = `floor-${(runs += 1)}`;
  const { script, rows } = scriptOf(hall, shape);
  const database = new pg.Client(url);
  await database.connect();
  for (const { key, open, sealed } of rows)
    await database.query(
      `insert into document select $1, $2 || '/' || n, 1, $3, $4 from generate_series(0, $5::int - 1) n`,
      [hall, key, open, sealed, clients],
    );
  const folder = mkdtempSync(join(tmpdir(), 'mulin-pgbench-'));
  try {
    const file = join(folder, 'script.sql');
    writeFileSync(file, script);
    const said = execFileSync(
      'pgbench',
      [
        '-n',
        '-M',
        'prepared',
        '-D',
        'i=0',
        '-c',
        `${clients}`,
        '-j',
        '1',
        '-T',
        `${Math.floor(seconds)}`, // it knows whole seconds only
        '-f',
        file,
        url,
      ],
      { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] },
    );
    const number = (pattern) => Number(pattern.exec(said)?.[1]);
    return { rate: number(/tps = ([\d.]+)/), latency: number(/latency average = ([\d.]+)/) };
  } finally {
    rmSync(folder, { recursive: true });
    await database.end();
  }
}
