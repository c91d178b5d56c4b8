import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { openPostgres } from '../../server/store/postgres.ts';
import { loadKeys, writeAll } from '../../server/store/postgres-trips.ts';
import type { Store, Write } from '../../server/store/store.ts';
import { startPostgres } from '../harness/postgres.ts';
import { storeSuite } from './store-suite.ts';

const postgres = await startPostgres();
const url = await postgres.database();
test.after(() => postgres.stop());

storeSuite('PostgreSQL', { open: () => openPostgres(url) });

const change = (key: string): Write => ({
  seen: new Map(),
  changes: [{ key, open: '{}', sealed: null }],
  entry: { id: uuidv7(), at: 1, actor: 'anonymous', command: 'toy.put', keys: [key], events: [] },
  sent: { key: uuidv7(), outcome: '' },
});

async function until(isSo: () => boolean, milliseconds: number): Promise<number> {
  const start = performance.now();
  while (!isSo() && performance.now() - start < milliseconds) await pause(5);
  assert.ok(isSo(), `not within ${milliseconds} ms`);
  return performance.now() - start;
}

test('PostgreSQL: of processes that start together one migrates, once', async () => {
  const fresh = await postgres.database();
  const stores = await Promise.all([1, 2, 3, 4].map(() => openPostgres(fresh)));
  await Promise.all(stores.map((store) => store.close()));
  const client = new pg.Client(fresh);
  await client.connect();
  const { rows } = await client.query('select number from migration order by number');
  await client.end();
  assert.deepEqual(rows, [{ number: 1 }, { number: 2 }]);
});

test('PostgreSQL: what the database can’t take harms nobody who was on the same trip', async () => {
  const store = await openPostgres(url);
  const tooLong = randomBytes(8000).toString('hex'); // for an index
  const told = await Promise.allSettled(
    ['a/1', 'a/2', tooLong, 'a/3'].map((key) => store.write('trip', change(key))),
  );
  const rows = await store.load('trip', ['a/1', 'a/2', 'a/3']);
  await store.close();
  assert.deepEqual(
    told.map((one) => (one.status === 'fulfilled' ? one.value : one.status)),
    [true, true, 'rejected', true],
  );
  assert.equal(rows.size, 3);
});

test('PostgreSQL: a plan made in the first minute, for empty tables, still goes by the index', async () => {
  const fresh = await postgres.database();
  await (await openPostgres(fresh)).close();
  const client = new pg.Client(fresh);
  await client.connect();
  await client.query('set plan_cache_mode = force_generic_plan');
  for (const [{ name, text }, values] of [
    [loadKeys, `'{h}', '{a/1}'`],
    [writeAll, `${`'{}', `.repeat(17)} 0`],
  ] as const) {
    await client.query(`prepare "${name}" as ${text}`);
    const { rows } = await client.query<object>(`explain execute "${name}" (${values})`);
    assert.doesNotMatch(JSON.stringify(rows), /Seq Scan on document/, name);
  }
  await client.end();
});

test('PostgreSQL: hears what another process has changed, at once', async () => {
  const [mine, theirs] = await Promise.all([openPostgres(url), openPostgres(url)]);
  const heard: string[] = [];
  mine.listen('shared', (keys) => heard.push(...keys));
  await pause(100); // until both listen
  await theirs.write('shared', change('a/1'));
  await until(() => heard.includes('a/1'), 300);
  await Promise.all([mine.close(), theirs.close()]);
  assert.deepEqual(heard, ['a/1'], 'and only once');
});

test('PostgreSQL: hears it within a second or so where no NOTIFY arrives', async () => {
  const mine = await openPostgres(url);
  const heard: string[] = [];
  mine.listen('deaf', (keys) => heard.push(...keys));
  await pause(50);
  const client = new pg.Client(url);
  await client.connect();
  const { id } = change('a/1').entry;
  await client.query(
    `insert into log values ('deaf', $1, 1, 'anonymous', 'toy.put', '["a/1"]', '[]')`,
    [id],
  );
  await client.end();
  await until(() => heard.includes('a/1'), 1500);
  await mine.close();
});

test('PostgreSQL: after a restart of the server it works and listens again by itself', async () => {
  const [mine, theirs] = await Promise.all([openPostgres(url), openPostgres(url)]);
  const heard: string[] = [];
  mine.listen('restarted', (keys) => heard.push(...keys));
  await mine.write('restarted', change('a/1'));
  await postgres.restart();
  const writeOnceUp = async (store: Store, key: string): Promise<void> => {
    for (;;) {
      try {
        if (await store.write('restarted', change(key))) return;
      } catch (error) {
        assert.equal((error as { code?: string }).code, 'store-unavailable');
        await pause(50);
      }
    }
  };
  await writeOnceUp(theirs, 'a/2');
  await until(() => heard.includes('a/2'), 3000);
  await pause(600);
  await writeOnceUp(theirs, 'a/3');
  assert.ok((await until(() => heard.includes('a/3'), 3000)) < 500, 'by NOTIFY again');
  await Promise.all([mine.close(), theirs.close()]);
});

test('PostgreSQL: a process whose clock is a day off goes by the database’s, hears the others and is heard', async () => {
  const DAY = 86_400_000;
  const stores = await Promise.all(
    [0, DAY, -DAY].map((off) => openPostgres(url, { clock: () => Date.now() + off })),
  );
  for (const store of stores) assert.ok(Math.abs(store.now() - Date.now()) < 1000);
  const heard = stores.map((store) => {
    const keys: string[] = [];
    store.listen('clocks', (some) => keys.push(...some));
    return keys;
  });
  await pause(100);
  for (const [i, store] of stores.entries()) {
    const write = change(`a/${i}`);
    const id = uuidv7({ msecs: store.now() });
    await store.write('clocks', { ...write, entry: { ...write.entry, id } });
    await until(() => heard.every((keys) => keys.includes(`a/${i}`)), 3000);
  }
  await Promise.all(stores.map((store) => store.close()));
});

test('PostgreSQL: an entry that shows up late is told although others never stop writing', async () => {
  const [mine, theirs] = await Promise.all([openPostgres(url), openPostgres(url)]);
  const heard = new Set<string>();
  mine.listen('late', (keys) => keys.forEach((key) => heard.add(key)));
  let isOver = false;
  const busy = (async () => {
    for (let n = 0; !isOver; n += 1) await theirs.write('late', change(`busy/${n}`));
  })();
  const client = new pg.Client(url);
  await client.connect();
  for (let n = 0; n < 3; n += 1) {
    // Named a second before it can be seen, as by a process that the database kept waiting.
    const id = uuidv7({ msecs: Date.now() - 1000 });
    await client.query(`insert into log values ('late', $1, 1, 'anonymous', 'toy.put', $2, '[]')`, [
      id,
      JSON.stringify([`late/${n}`]),
    ]);
    await until(() => heard.has(`late/${n}`), 2500);
  }
  isOver = true;
  await busy;
  await client.end();
  await Promise.all([mine.close(), theirs.close()]);
});
