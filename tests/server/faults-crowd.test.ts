/** Many at once, over HTTP: on one process or two, on either store, nothing is given twice and nobody is left waiting. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { openHall, type Hall } from '../../server/hall.ts';
import { openPostgres } from '../../server/store/postgres.ts';
import { openSqlite } from '../../server/store/sqlite.ts';
import type { Actor } from '../../src/model/shared/law.ts';
import { command } from '../harness/client.ts';
import { testSealer } from '../harness/hall-server.ts';
import { spawnHall, type HallProcess } from '../harness/toy-hall-process.ts';
import { clerk, terminal } from '../harness/queue-day.ts';
import { manyCounters, queueTown } from '../harness/queues.ts';
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

const openStores = {
  'SQLite, one process': () => Promise.resolve([openSqlite(join(root, 'queue'))]),
  'PostgreSQL, two processes': () => Promise.all([openPostgres(database), openPostgres(database)]),
};
for (const [name, openStoresOf] of Object.entries(openStores))
  test(`${name}: eight counters call two hundred tickets, each once and in order`, async () => {
    const pack = queueTown(manyCounters(8, 1));
    const monday = Date.parse('2026-12-07T09:00+08:00') - Date.now();
    const halls = await Promise.all(
      (await openStoresOf()).map((store) =>
        openHall({ pack, store, sealer: testSealer, now: () => store.now() + monday }),
      ),
    );
    let gestures = 0;
    async function told(hall: Hall, actor: Actor, command: string, input: object) {
      const idempotencyKey = `gesture-${(gestures += 1)}`;
      const place = { place: 'centre', ...input };
      const outcome = await hall.command(command, place, { actor, idempotencyKey });
      if (outcome.status === 'sent') return outcome.result as { number: string };
      assert.equal(outcome.status === 'refused' && outcome.refusal.code, 'ticket.nobody-waits');
      return undefined;
    }
    const hallOf = (i: number): Hall => halls[i % halls.length]!;
    await Promise.all(
      Array.from({ length: 4 }, async (_, kiosk) => {
        for (let n = 0; n < 50; n += 1) {
          const held = await told(hallOf(kiosk), terminal, 'ticket.take', { line: 'line-1' });
          const { date, number, pass } = held as unknown as Record<string, string>;
          const input = { date, number, pass, by: 'printed' };
          await told(hallOf(kiosk), terminal, 'ticket.deliver', input);
        }
      }),
    );
    const called: number[] = [];
    let begun = 0;
    await Promise.all(
      Array.from({ length: 8 }, async (_, i) => {
        const counter = `c${i + 1}`;
        await told(hallOf(i), clerk, 'counter.open', { counter });
        for (let last = 0; ;) {
          begun += 1;
          const next = await told(hallOf(i), clerk, 'ticket.call', { counter });
          if (!next) return;
          const number = Number(next.number.slice(1));
          assert.ok(number > last, 'a counter is sent nobody who stood before the one it had');
          assert.ok(number <= begun, 'nobody is called while somebody before them is not');
          called.push((last = number));
        }
      }),
    );
    assert.deepEqual(
      called.toSorted((a, b) => a - b),
      Array.from({ length: 200 }, (_, i) => i + 1),
    );
    await Promise.all(halls.map((hall) => hall.close()));
  });
