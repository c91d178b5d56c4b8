/** The network is cut in the middle of a gesture, before the hall or behind it: one gesture stays one effect. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { openPostgres } from '../../server/store/postgres.ts';
import { openSqlite } from '../../server/store/sqlite.ts';
import type { Store } from '../../server/store/store.ts';
import { insist, query } from '../harness/client.ts';
import { startHall } from '../harness/hall-server.ts';
import { layLine, type Line, type LineState } from '../harness/line.ts';
import { startPostgres } from '../harness/postgres.ts';

const root = mkdtempSync(join(tmpdir(), 'mulin-line-'));
const postgres = await startPostgres();
const database = await postgres.database();
test.after(async () => {
  await postgres.stop();
  rmSync(root, { recursive: true });
});

const portOf = (url: string): number => Number(new URL(url).port);
const through = (line: Line, url: string): string =>
  Object.assign(new URL(url), { port: String(line.port) }).href.replace(/\/$/, '');

/** Puts three things into a box, while the line breaks at each gesture and is mended after a moment. */
async function putThree(url: string, line: Line, breaking: LineState, box: string): Promise<void> {
  for (const thing of ['one', 'two', 'three']) {
    line.state = breaking;
    const mended = pause(80).then(() => (line.state = 'open'));
    const told = await insist(() => url, 'toy.put', { box, thing, owner: 'Li' });
    assert.equal(told?.says, 'sent', `${thing}, ${breaking}`);
    await mended;
  }
}

const stores: readonly (readonly [string, () => Store | Promise<Store>])[] = [
  ['SQLite', () => openSqlite(join(root, 'hall'))],
  ['PostgreSQL', () => openPostgres(database)],
];
for (const [name, open] of stores)
  test(`${name}: a terminal whose line breaks in the middle of a gesture asks again, and it has happened once`, async () => {
    const hall = await startHall(await open());
    const line = await layLine(portOf(hall.url));
    for (const breaking of ['loses-requests', 'loses-answers'] as const) {
      await putThree(through(line, hall.url), line, breaking, breaking);
      assert.deepEqual(await query(hall.url, 'toy.look', { box: breaking }), {
        things: ['one', 'two', 'three'],
        owner: 'Li',
      });
    }
    await line.close();
    await hall.close();
  });

test('PostgreSQL: the line to the database breaks in the middle of a write, and it was written once', async () => {
  const line = await layLine(portOf(database));
  const hall = await startHall(await openPostgres(through(line, database)));
  for (const breaking of ['loses-requests', 'loses-answers'] as const) {
    await putThree(hall.url, line, breaking, `database ${breaking}`);
    const box = await query(hall.url, 'toy.look', { box: `database ${breaking}` });
    assert.deepEqual(box, { things: ['one', 'two', 'three'], owner: 'Li' });
  }
  await hall.close();
  await line.close();
});

test('PostgreSQL: a database that falls silent keeps nobody waiting for ever, and nothing is blocked when it is back', async () => {
  const line = await layLine(portOf(database));
  const hall = await startHall(await openPostgres(through(line, database), { timeLimit: 200 }), {
    id: 'silent',
  });
  const put = (key: string) =>
    hall.hall.command(
      'toy.count',
      { box: 'silent', by: 1 },
      { actor: { kind: 'anonymous' }, idempotencyKey: key },
    );
  assert.equal((await put('before')).status, 'sent');
  line.state = 'silent';
  const start = performance.now();
  const during = await Promise.all(['a', 'b', 'c'].map(put));
  assert.deepEqual(new Set(during.map(({ status }) => status)), new Set(['fault']));
  assert.ok(performance.now() - start < 4000, 'they were told soon');
  line.state = 'open';
  const told = await Promise.all(['a', 'b', 'c'].map(put));
  assert.deepEqual(
    new Set(told.map((one) => one.status === 'sent' && (one.result as { count: number }).count)),
    new Set([2, 3, 4]),
  );
  await hall.close();
  await line.close();
});
