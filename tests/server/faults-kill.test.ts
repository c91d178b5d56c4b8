/**
 * Halls and databases that are killed in the middle of their work. Sixteen terminals count four documents up the whole time;
 * each sends a gesture again until it is told what became of it. So in the end every number was told exactly once, and none
 * is missing: nothing acknowledged was lost, and nothing happened twice.
 *
 *   MULIN_FAULT_ROUNDS=100 node --import tsx --test tests/server/faults-kill.test.ts     for longer than CI has time
 */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { insist } from '../harness/client.ts';
import { spawnHall, type HallProcess } from '../harness/toy-hall-process.ts';
import { startPostgres } from '../harness/postgres.ts';

const ROUNDS = Number(process.env['MULIN_FAULT_ROUNDS'] ?? 2);
const TERMINALS = 16;
const BOXES = 4;

const root = mkdtempSync(join(tmpdir(), 'mulin-kill-'));
const postgres = await startPostgres();
test.after(async () => {
  await postgres.stop();
  rmSync(root, { recursive: true });
});

/** Halls on one store, each at an address it keeps. */
async function openHalls(data: string, count: number) {
  const halls = await Promise.all(Array.from({ length: count }, () => spawnHall(data)));
  const urls = halls.map(({ url }) => url);
  return {
    urlOf: (terminal: number): string => urls[terminal % count]!,
    async killOne(): Promise<void> {
      const which = Math.floor(Math.random() * count);
      await halls[which]!.kill();
      halls[which] = await spawnHall(data, Number(new URL(urls[which]!).port));
    },
    close: () => Promise.all(halls.map((hall: HallProcess) => hall.kill())),
  };
}

/** Runs the terminals while `disturb` is at work, and judges what they were told. */
async function underLoad(
  urlOf: (terminal: number) => string,
  disturb: () => Promise<void>,
): Promise<void> {
  let isOver = false;
  const told = new Map(Array.from({ length: BOXES }, (_, box) => [`${box}`, [] as number[]]));
  const terminals = Array.from({ length: TERMINALS }, async (_, terminal) => {
    const box = `${terminal % BOXES}`;
    while (!isOver) {
      const outcome = await insist(() => urlOf(terminal), 'toy.count', { box, by: 1 });
      assert.equal(outcome?.says, 'sent');
      told.get(box)!.push((outcome.result as { count: number }).count);
    }
  });
  const allTold = (): number => [...told.values()].reduce((sum, { length }) => sum + length, 0);
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = allTold();
    while (allTold() < before + TERMINALS) await pause(10); // it works (again)
    await pause(Math.random() * 200);
    await disturb();
  }
  isOver = true;
  await Promise.all(terminals);
  for (const [box, counts] of told) {
    const last = await insist(() => urlOf(0), 'toy.count', { box, by: 0 });
    assert.deepEqual(
      counts.toSorted((a, b) => a - b),
      Array.from({ length: counts.length }, (_, i) => i + 1),
      `box ${box}`,
    );
    assert.deepEqual(last?.result, { count: counts.length });
  }
}

const limit = { timeout: 60_000 + ROUNDS * 20_000 };

test(
  'SQLite: a hall that is killed again and again loses nothing and does nothing twice',
  limit,
  async () => {
    const halls = await openHalls(join(root, 'hall'), 1);
    await underLoad(halls.urlOf, halls.killOne);
    await halls.close();
  },
);

test(
  'PostgreSQL: of two halls one is killed again and again, and nothing is lost or done twice',
  limit,
  async () => {
    const halls = await openHalls(await postgres.database(), 2);
    await underLoad(halls.urlOf, halls.killOne);
    await halls.close();
  },
);

test(
  'PostgreSQL: the database is killed and restarted, and all who work find back by themselves',
  limit,
  async () => {
    const database = await postgres.database();
    const halls = await openHalls(database, 2);
    let round = 0;
    await underLoad(halls.urlOf, () => {
      round += 1;
      return round % 3 === 0 ? postgres.restart() : postgres.crash();
    });
    await pause(1500); // until all lines are laid anew
    const client = new pg.Client(database);
    await client.connect();
    const { rows } = await client.query(
      "select pid from pg_stat_activity where application_name = 'mulin-hall-listener'",
    );
    await client.end();
    assert.equal(rows.length, 2, 'one line each, and none left over');
    await halls.close();
  },
);
