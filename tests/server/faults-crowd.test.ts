/** Many at once, over HTTP: on one process or two, on either store, nothing is given twice and nobody is left waiting. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { command } from '../harness/client.ts';
import { spawnHall, type HallProcess } from '../harness/toy-hall-process.ts';
import { startPostgres } from '../harness/postgres.ts';

const root = mkdtempSync(join(tmpdir(), 'mulin-crowd-'));
const postgres = await startPostgres();
const database = await postgres.database();

const sqlite = [await spawnHall(join(root, 'hall'))];
const two = await Promise.all([spawnHall(database), spawnHall(database)]);

test.after(async () => {
  await Promise.all([...sqlite, ...two].map((hall) => hall.kill()));
  await postgres.stop();
  rmSync(root, { recursive: true });
});

/** Commands of each terminal. */
const ROUNDS = 4;

let days = 7;
/** A fresh weekday's nine o'clock: three places. */
function freshSlot() {
  days += 1;
  if (days === 13) days = 14; // a Sunday
  const date = `2026-12-${String(days).padStart(2, '0')}`;
  return { service: 'marriage', place: 'registry', date, time: '09:00' };
}

const halls: readonly (readonly [string, readonly HallProcess[]])[] = [
  ['SQLite, one process', sqlite],
  ['PostgreSQL, one process', two.slice(0, 1)],
  ['PostgreSQL, two processes', two],
];

for (const [name, processes] of halls) {
  const urlOf = (i: number): string => processes[i % processes.length]!.url;

  test(`${name}: fifty people want a slot of three, and exactly three get it`, async () => {
    const slot = freshSlot();
    const told = await Promise.all(
      Array.from({ length: 50 }, (_, i) => command(urlOf(i), 'booking.hold', slot)),
    );
    const counted = (word: string): number => told.filter(({ says }) => says === word).length;
    assert.deepEqual([counted('sent'), counted('refused')], [3, 47]);
    const codes = told.flatMap(({ result }) => (result ? [(result as { code: string }).code] : []));
    assert.equal(new Set(codes).size, 3);
  });

  test(`${name}: sixty-four terminals at one document for a while, and none is told to come back`, async () => {
    const box = `hot ${name}`;
    const told = await Promise.all(
      Array.from({ length: 64 }, async (_, i) => {
        const said = [];
        for (let n = 0; n < ROUNDS; n += 1)
          said.push(await command(urlOf(i), 'toy.count', { box, by: 1 }));
        return said;
      }),
    );
    assert.deepEqual(new Set(told.flat().map(({ says }) => says)), new Set(['sent']));
    const counts = told.flat().map(({ result }) => (result as { count: number }).count);
    assert.deepEqual(
      counts.toSorted((a, b) => a - b),
      Array.from({ length: 64 * ROUNDS }, (_, i) => i + 1),
    );
  });
}
