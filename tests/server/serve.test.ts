/** The hall as an operator starts and stops it. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';
import { OperatorMistake } from '../../server/mistake.ts';
import { serve } from '../../server/serve.ts';
import { readSettings } from '../../server/settings.ts';
import { readEvents } from '../harness/events.ts';
import { startHallProcess, writePages, type HallProcess } from '../harness/hall-process.ts';
import { registryPack } from '../harness/packs.ts';
import { startPostgres } from '../harness/postgres.ts';

const root = mkdtempSync(join(tmpdir(), 'mulin-serve-'));
test.after(() => rmSync(root, { recursive: true }));
const pages = writePages(join(root, 'pages'));

let folders = 0;
const freshFolder = (): string => join(root, `data-${(folders += 1)}`);
const start = (env: Record<string, string> = {}): Promise<HallProcess> =>
  startHallProcess({ PAGES: pages, MULIN_DATA: freshFolder(), ...env });

async function stop(hall: HallProcess): Promise<number | null> {
  hall.signal('SIGTERM');
  return hall.exited;
}

/** A slot that is free whenever this test runs: a weekday about two weeks from now. */
function someMorning(): { place: string; service: string; date: string; time: string } {
  const day = new Date(Date.now() + 14 * 86_400_000);
  while (day.getUTCDay() === 0) day.setUTCDate(day.getUTCDate() + 1);
  const date = day.toISOString().slice(0, 10);
  return { place: 'registry', service: 'marriage', date, time: '09:00' };
}
const slot = someMorning();
const anyYear = writePages(join(root, 'any-year'), registryPack({ calendar: [] }));

async function send(hall: HallProcess, name: string, input: object, key: string = uuidv7()) {
  const response = await fetch(`${hall.url}/api/command/${name}`, {
    method: 'POST',
    body: JSON.stringify(input),
    headers: { 'content-type': 'application/json', 'idempotency-key': key },
  });
  return (await response.json()) as { status: string; result?: { code: string } };
}

async function freeAt(hall: HallProcess): Promise<number> {
  const response = await fetch(`${hall.url}/api/query/booking.times`, {
    method: 'POST',
    body: JSON.stringify({ place: slot.place, service: slot.service, date: slot.date }),
    headers: { 'content-type': 'application/json' },
  });
  const { value } = (await response.json()) as {
    value: { times: { time: string; free: number }[] };
  };
  return value.times.find(({ time }) => time === slot.time)!.free;
}

test('one process serves the pages and the API, each under the strict headers', async () => {
  const data = freshFolder();
  const hall = await start({ MULIN_DATA: data });
  assert.match(hall.said(), /pack {3}registry-town/);
  assert.ok(hall.said().includes(data));
  assert.equal(statSync(data).mode & 0o777, 0o700);
  const get = async (path: string) => {
    const response = await fetch(hall.url + path);
    return { response, text: await response.text() };
  };
  for (const [path, title] of [
    ['/', 'index'],
    ['/service/marriage/book', 'index'],
    ['/board', 'board'],
    ['/board.html', 'board'],
    ['/boards', 'index'],
  ]) {
    const { response, text } = await get(path!);
    assert.equal(response.status, 200, path);
    assert.ok(text.includes(`<title>${title}<`), path);
    assert.match(response.headers.get('content-security-policy') ?? '', /trusted-types/);
    assert.equal(response.headers.get('cache-control'), 'no-cache');
  }
  const script = await get('/assets/main-1234.js');
  assert.match(script.response.headers.get('cache-control') ?? '', /immutable/);
  assert.equal((await get('/assets/other.js')).response.status, 404);
  assert.equal((await get('/packs/registry-town.json')).response.status, 200);
  for (const path of [
    '/../key',
    '/%2e%2e/key',
    '/..%2fkey',
    '//etc/passwd',
    '/packs/..%2f..%2fkey',
  ])
    assert.doesNotMatch((await get(path)).text, /:[A-Za-z0-9+/]{43}=|root:/, path);
  assert.equal((await get('/healthz')).response.status, 200);
  const api = await get('/api/nothing');
  assert.equal(api.response.status, 404);
  assert.equal(api.response.headers.get('x-content-type-options'), 'nosniff');
  assert.equal(await stop(hall), 0);
});

test('what was acknowledged is there after a stop, and after a kill -9', async () => {
  const env = { MULIN_DATA: freshFolder(), PAGES: anyYear };
  let hall = await start(env);
  const before = await freeAt(hall);
  assert.equal((await send(hall, 'booking.hold', slot)).status, 'sent');
  await stop(hall);
  hall = await start(env);
  assert.equal(await freeAt(hall), before - 1);
  const key = uuidv7();
  const told = await send(hall, 'booking.hold', slot, key);
  hall.signal('SIGKILL');
  await hall.exited;
  hall = await start(env);
  assert.equal(await freeAt(hall), before - 2);
  assert.deepEqual(await send(hall, 'booking.hold', slot, key), told, 'and answers the same');
  await stop(hall);
});

test('with DATABASE_URL two processes are one hall', async () => {
  const postgres = await startPostgres();
  const env = {
    DATABASE_URL: await postgres.database(),
    MULIN_KEY: `k1:${Buffer.alloc(32, 1).toString('base64')}`,
    PAGES: anyYear,
  };
  const [one, two] = await Promise.all([start(env), start(env)]);
  assert.match(one.said(), /data {3}PostgreSQL 127\.0\.0\.1:\d+\/hall_1/);
  const before = await freeAt(two);
  assert.equal((await send(one, 'booking.hold', slot)).status, 'sent');
  assert.equal(await freeAt(two), before - 1);
  const stranger = await start({
    ...env,
    MULIN_KEY: `k2:${Buffer.alloc(32, 2).toString('base64')}`,
  });
  assert.match(stranger.said(), /sealed with key k1, which is not here/);
  assert.equal(await stranger.exited, 1);
  assert.deepEqual(await Promise.all([stop(one), stop(two)]), [0, 0]);
  await postgres.stop();
});

test('whoever says something odd gets a sentence and exit code 1, and no stack', async () => {
  const hall = await start({ MULIN_KEY: 'secret' });
  assert.equal(await hall.exited, 1);
  assert.match(hall.said(), /^\nThe hall did not start\. MULIN_KEY holds something that is no key/);
  assert.doesNotMatch(hall.said(), /^ {4}at /m);
});

test('every mistake of an operator has a sentence that names it, and no password', async () => {
  const used = freshFolder();
  const begin = async (env: Record<string, string>) =>
    serve(readSettings({ PAGES: pages, MULIN_DATA: freshFolder(), PORT: '0', ...env }));
  const other = await begin({ MULIN_DATA: used });
  const bad = { ...registryPack(), home: 'nowhere' };
  const two = writePages(join(root, 'two'));
  writeFileSync(join(two, 'packs/other.json'), '{"id":');
  const file = join(root, 'a-file');
  writeFileSync(file, '');
  const cases: [Record<string, string>, RegExp][] = [
    [{ PORT: 'http' }, /PORT must be a number/],
    [{ PORT: new URL(other.url).port }, /Port \d+ on 127\.0\.0\.1 is taken by another program/],
    [{ HOST: '203.0.113.7' }, /This machine has no address 203\.0\.113\.7/],
    [{ PAGES: join(root, 'nowhere') }, /There is no built terminal in .+nowhere/],
    [
      { PAGES: writePages(join(root, 'bad'), bad) },
      /has mistakes:\n {2}pack\.json#\/home: .+nowhere/,
    ],
    [{ PAGES: two }, /several packs .+ MULIN_PACK=other or MULIN_PACK=registry-town/],
    [
      { PAGES: two, MULIN_PACK: 'third' },
      /There is no pack third .+ there is other, registry-town/,
    ],
    [{ PAGES: two, MULIN_PACK: 'other' }, /other\.json is not JSON/],
    [{ MULIN_DATA: join(file, 'data') }, /The data folder .+ can’t be used/],
    [{ MULIN_DATA: used }, /Another hall is at work in/],
    [{ MULIN_KEY: 'secret' }, /MULIN_KEY holds something that is no key/],
    [{ MULIN_TERMINALS: 'some' }, /MULIN_TERMINALS is “enrolled”/],
    [{ MULIN_PROXIES: 'yes' }, /MULIN_PROXIES is the number of proxies/],
    [{ DATABASE_URL: 'mysql://x' }, /DATABASE_URL must be the address of a PostgreSQL database/],
    [
      { DATABASE_URL: 'postgres://u:hush@127.0.0.1:1/x' },
      /DATABASE_URL can’t be opened: .+ECONNREFUSED/,
    ],
  ];
  for (const [env, sentence] of cases) {
    const told = await begin(env).then(
      () => assert.fail(`It started all the same: ${sentence}`),
      (error: unknown) => error,
    );
    assert.ok(told instanceof OperatorMistake, String(told));
    assert.match(told.message, sentence);
    assert.doesNotMatch(told.message, /hush/);
  }
  await other.close();
});

/** Sends all of a command but its last byte. */
async function almostSend({ url }: HallProcess): Promise<{ socket: Socket; finish(): void }> {
  const body = JSON.stringify(slot);
  const socket = connect(Number(new URL(url!).port), '127.0.0.1');
  await once(socket, 'connect');
  socket.write(
    `POST /api/command/booking.hold HTTP/1.1\r\nHost: hall\r\nContent-Type: application/json\r\n` +
      `Idempotency-Key: last\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body.slice(0, -1)}`,
  );
  await pause(200);
  return { socket, finish: () => void socket.write(body.slice(-1)) };
}

test('asked to stop, it ends the streams, finishes what is under way, and takes nothing new', async () => {
  const hall = await start({ PAGES: anyYear });
  const queries = JSON.stringify([{ name: 'booking.offer', input: { service: 'marriage' } }]);
  const stream = await readEvents(`${hall.url}/api/watch?queries=${encodeURIComponent(queries)}`);
  const { socket, finish } = await almostSend(hall);
  hall.signal('SIGTERM');
  await stream.ended;
  await assert.rejects(fetch(`${hall.url}/healthz`));
  finish();
  const [answer] = (await once(socket, 'data')) as [Buffer];
  assert.match(String(answer), /^HTTP\/1\.1 200[\s\S]+"status":"sent"/);
  assert.equal(await hall.exited, 0);
});

test('asked twice, it does not wait', async () => {
  const hall = await start({ PAGES: anyYear });
  const { socket } = await almostSend(hall);
  socket.on('error', () => undefined);
  hall.signal('SIGTERM');
  await pause(100);
  hall.signal('SIGTERM');
  assert.equal(await hall.exited, 1);
});

test('it leaves its key beside the data where none was given, and says to keep a copy', async () => {
  const data = freshFolder();
  const hall = await start({ MULIN_DATA: data });
  assert.ok(existsSync(join(data, 'key')));
  assert.match(hall.said(), /keep a copy elsewhere/);
  await stop(hall);
});
