import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';
import { openSqlite } from '../../server/store/sqlite.ts';
import type { Store } from '../../server/store/store.ts';
import { readEvents, type EventReader } from '../harness/events.ts';
import { startHall } from '../harness/hall-server.ts';
import { toyLaw } from '../harness/toy-law.ts';
import type { AnyLaw } from '../../src/model/registry.ts';

const root = mkdtempSync(join(tmpdir(), 'mulin-watch-'));
test.after(() => rmSync(root, { recursive: true }));

let looks = 0;
const counted: AnyLaw = {
  ...toyLaw,
  queries: {
    ...toyLaw.queries,
    'toy.look': {
      ...toyLaw.queries['toy.look']!,
      answer(...args) {
        looks += 1;
        return toyLaw.queries['toy.look']!.answer(...args);
      },
    },
  },
};
const tokens = ['token-1', 'token-2'];
const devices = tokens
  .map((token, i) => `board-${i + 1}:${createHash('sha256').update(token).digest('hex')}`)
  .join();
const { url, hall, close } = await startHall(openSqlite(join(root, 'hall')), {
  law: counted,
  devices,
});

interface Question {
  readonly name: string;
  readonly input: unknown;
}
const inBox = (box: string): Question => ({ name: 'toy.look', input: { box } });

const watch = (
  queries: readonly Question[],
  headers: Record<string, string> = {},
  at = url,
): Promise<EventReader> =>
  readEvents(`${at}/api/watch`, {
    method: 'POST',
    body: JSON.stringify({ queries }),
    headers: { 'content-type': 'application/json', ...headers },
  });

const put = (box: string, thing = 'ball') =>
  hall.command(
    'toy.put',
    { box, thing, owner: 'Li' },
    { actor: { kind: 'anonymous' }, idempotencyKey: uuidv7() },
  );

const idsIn = ({ data }: { data: unknown }): string[] => (data as { ids: string[] }).ids;
const thingsIn = ({ data }: { data: unknown }): unknown =>
  (data as { value?: { things: unknown } }).value?.things;

test('one connection tells of many queries: the present first, then each change', async () => {
  await put('one');
  const reader = await watch([inBox('one'), inBox('two')]);
  const opened = await reader.next();
  assert.equal(opened.event, 'open');
  const [one, two] = idsIn(opened);
  assert.ok(Math.abs((opened.data as { now: number }).now - Date.now()) < 1000);
  const first = [await reader.next(), await reader.next()];
  assert.deepEqual(new Set(first.map(({ event }) => event)), new Set([one, two]));
  assert.deepEqual(thingsIn(first.find(({ event }) => event === one)!), ['ball']);
  await put('two', 'doll');
  const change = await reader.next();
  assert.equal(change.event, two);
  assert.deepEqual(thingsIn(change), ['doll']);
  await put('three');
  await pause(100);
  assert.equal(reader.events.length, 4, 'nothing of what lies elsewhere');
  reader.stop();
});

test('a hundred boards that ask the same cost one look', async () => {
  await put('shared');
  const readers = await Promise.all(
    Array.from({ length: 100 }, (_, i) =>
      watch([inBox('shared')], { authorization: `Bearer ${tokens[i % 2]}` }),
    ),
  );
  for (const reader of readers) await (await reader.next(), reader.next());
  await pause(100);
  looks = 0;
  await put('shared');
  for (const reader of readers) assert.deepEqual(thingsIn(await reader.next()), ['ball', 'ball']);
  assert.equal(looks, 1);
  for (const reader of readers) reader.stop();
});

test('many changes at once are few looks, and the last one is the truth', async () => {
  const reader = await watch([inBox('busy')]);
  await (await reader.next(), reader.next());
  looks = 0;
  for (let i = 0; i < 3; i += 1) await put('busy');
  await pause(200);
  assert.ok(looks <= 3, `${looks} looks`);
  assert.deepEqual(thingsIn(reader.events.at(-1)!), ['ball', 'ball', 'ball']);
  reader.stop();
});

test('whoever comes back after a cut gets what has changed since, and nothing else', async () => {
  await put('left');
  await put('right');
  const queries = [inBox('left'), inBox('right')];
  const before = await watch(queries);
  await before.next();
  const tags = [await before.next(), await before.next()].map(({ id }) => id);
  before.stop();
  await put('right', 'doll');
  const after = await watch(queries, { 'last-event-id': tags.join(' ') });
  const [, right] = idsIn(await after.next());
  const change = await after.next();
  assert.equal(change.event, right);
  assert.deepEqual(thingsIn(change), ['ball', 'doll']);
  await pause(100);
  assert.equal(after.events.length, 2);
  after.stop();
});

test('what somebody has just sent is in the first thing they see', async () => {
  const other = await watch([inBox('mine')]); // keeps the question warm, with an old answer
  await (await other.next(), other.next());
  for (let i = 0; i < 3; i += 1) {
    await put('mine');
    const reader = await watch([inBox('mine')]);
    await reader.next();
    assert.equal((thingsIn(await reader.next()) as string[]).length, i + 1);
    reader.stop();
  }
  other.stop();
});

test('an answer that depends on who asks reaches nobody else', async () => {
  const who = { name: 'toy.who', input: {} };
  const readers = await Promise.all(
    tokens.map((token) => watch([who], { authorization: `Bearer ${token}` })),
  );
  const heard = await Promise.all(
    readers.map(async (reader, i) => {
      await reader.next();
      // The first time a query is seen to look at who asks, those who shared it are sent away, to come again.
      const told = await Promise.race([reader.next(), reader.ended]);
      if (told) return told;
      const again = await watch([who], { authorization: `Bearer ${tokens[i]}` });
      await again.next();
      const event = await again.next();
      again.stop();
      return event;
    }),
  );
  assert.deepEqual(
    heard.map(({ data }) => (data as { value: { id: string } }).value.id),
    ['board-1', 'board-2'],
  );
  for (const reader of readers) reader.stop();
});

test('whoever is sent away hears no more, not even what the same page has asked besides', async (t) => {
  const store = openSqlite(join(root, 'fresh'));
  let gate = Promise.resolve();
  const isWho = (key: unknown): boolean => typeof key === 'string' && key.startsWith('who/');
  const slow: Store = {
    ...store,
    load: (id, wanted) =>
      wanted.some(isWho) ? store.load(id, wanted) : gate.then(() => store.load(id, wanted)),
  };
  const fresh = await startHall(slow, { law: toyLaw, devices });
  t.after(() => fresh.close());
  const open = (token: string, queries: readonly Question[]): Promise<EventReader> =>
    watch(queries, { authorization: `Bearer ${token}` }, fresh.url);
  let answer = (): void => undefined;
  gate = new Promise((resolve) => (answer = resolve));
  const who = { name: 'toy.who', input: {} };
  const first = await open('token-1', [who]);
  const second = await open('token-2', [who, inBox('one')]);
  await (await first.next(), second.next());
  answer(); // both questions at once: the one sends the second board away, the other has news for it
  await second.ended;
  assert.equal((await fetch(`${fresh.url}/readyz`)).status, 200, 'the hall lives on');
  first.stop();
});

test('what can’t be answered is told as well', async () => {
  const reader = await watch([inBox('nowhere'), { name: 'toy.steal', input: {} }]);
  const [nowhere] = idsIn(await reader.next());
  const told = [await reader.next(), await reader.next()];
  const codes = told.map(
    ({ event, data }) =>
      `${event === nowhere} ${(data as { refusal: { code: string } }).refusal.code}`,
  );
  assert.deepEqual(codes.toSorted(), ['false law.unknown', 'true toy.no-box']);
  reader.stop();
});

test('an EventSource may ask by address; a question nobody can read is a problem', async () => {
  const queries = encodeURIComponent(JSON.stringify([inBox('one')]));
  const reader = await readEvents(`${url}/api/watch?queries=${queries}`);
  assert.equal((await reader.next()).event, 'open');
  assert.deepEqual(thingsIn(await reader.next()), ['ball']);
  reader.stop();
  for (const bad of ['', '?queries=x', '?queries=[]', '?queries=[{"name":7}]'])
    assert.equal((await fetch(`${url}/api/watch${bad}`)).status, 400);
});

test('when the hall closes, every stream ends', async () => {
  const reader = await watch([inBox('one')]);
  await reader.next();
  await close();
  await reader.ended;
});
