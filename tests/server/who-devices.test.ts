import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { request, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { operatorToken } from '../../server/who/who.ts';
import { openSqlite } from '../../server/store/sqlite.ts';
import { readEvents } from '../harness/events.ts';
import { startHall, type HallServer } from '../harness/hall-server.ts';
import { visitor, type Visitor } from '../harness/visitor.ts';

const root = mkdtempSync(join(tmpdir(), 'mulin-devices-'));
const key = { id: 'k', bytes: new Uint8Array(32).fill(3) };
let time = Date.parse('2026-12-07T08:00+08:00');
const MINUTE = 60_000;
const halls: HallServer[] = [];
const folder = (): string => join(root, `hall-${halls.length}`);

async function open(who: Parameters<typeof startHall>[1] = {}): Promise<HallServer> {
  const hall = await startHall(openSqlite(folder()), {
    now: () => time,
    ...who,
    who: { keys: [key], proxies: 1, ...who.who },
  });
  halls.push(hall);
  return hall;
}
test.after(async () => {
  await Promise.all(halls.map((hall) => hall.close()));
  rmSync(root, { recursive: true });
});

let addresses = 0;
/** Somebody from an address of their own. */
const somebody = ({ url }: HallServer, address = `198.51.100.${(addresses += 1)}`): Visitor =>
  visitor(url, { 'x-forwarded-for': address });
const operator = ({ url }: HallServer): Visitor =>
  visitor(url, { authorization: `Bearer ${operatorToken(key)}` });

async function enrolled(hall: HallServer, as = 'kiosk', name = '大门口'): Promise<Visitor> {
  const invited = await operator(hall).post('/api/devices', { as, name });
  assert.equal(invited.status, 201);
  const terminal = somebody(hall);
  const told = await terminal.post('/api/enrol', { code: invited.body['code'] });
  assert.equal(told.status, 200);
  return terminal;
}
const whoIs = async (one: Visitor): Promise<unknown> => {
  const { status, body } = await one.query('toy.who', {});
  return status === 200 ? (body['value'] as { id: string }).id : body['code'];
};

const hall = await open();

test('a code enrols one terminal, once', async () => {
  const { body } = await operator(hall).post('/api/devices', { as: 'kiosk', name: '大门口' });
  const code = body['code'] as string;
  assert.match(code, /^\d{8}$/);
  const terminal = somebody(hall);
  const told = await terminal.post('/api/enrol', { code });
  assert.deepEqual(Object.keys(told.body), ['device']);
  const { id } = told.body['device'] as { id: string };
  assert.equal(await whoIs(terminal), id);
  const second = await somebody(hall).post('/api/enrol', { code });
  assert.equal(second.status, 403);
  assert.equal(second.body['code'], 'enrol.wrong-code');
});

test('of two terminals that type the same code at once, one is enrolled', async () => {
  const { body } = await operator(hall).post('/api/devices', { as: 'board', name: '屏' });
  const both = [somebody(hall), somebody(hall)];
  const told = await Promise.all(both.map((one) => one.post('/api/enrol', { code: body['code'] })));
  assert.deepEqual(
    told.map(({ status }) => status).toSorted((a, b) => a - b),
    [200, 403],
  );
});

test('a code is good for ten minutes', async () => {
  const { body } = await operator(hall).post('/api/devices', { as: 'kiosk', name: '旧' });
  time += 10 * MINUTE;
  assert.equal((await somebody(hall).post('/api/enrol', { code: body['code'] })).status, 403);
});

test('the cookie is out of reach for scripts and other pages, and travels over https only where there is https', async () => {
  const cookieOver = async (origin: string): Promise<string> => {
    const { body } = await operator(hall).post('/api/devices', { as: 'kiosk', name: 'x' });
    const told = await somebody(hall).post('/api/enrol', { code: body['code'] }, { origin });
    return told.headers.get('set-cookie') ?? '';
  };
  const plain = await cookieOver('http://127.0.0.1:8080');
  for (const part of [/^mulin-device=[\w-]{43};/, /HttpOnly/, /SameSite=Strict/, /Path=\//])
    assert.match(plain, part);
  assert.doesNotMatch(plain, /Secure/);
  assert.match(await cookieOver('https://hall.example'), /Secure/);
});

test('whoever carries off the disk finds no token and no code', async () => {
  const disk = folder().replace(/\d+$/, '0');
  const terminal = await enrolled(hall);
  const { body } = await operator(hall).post('/api/devices', { as: 'kiosk', name: '开着' });
  const bytes = readdirSync(disk)
    .map((file) => readFileSync(join(disk, file), 'latin1'))
    .join();
  assert.ok(bytes.includes('who/device/'), 'it is the right disk');
  assert.ok(!bytes.includes(terminal.cookies.get('mulin-device')!));
  assert.ok(!bytes.includes(body['code'] as string));
});

test('a terminal that is revoked is turned away at once, in the middle of a stream', async () => {
  const terminal = await enrolled(hall);
  const other = await enrolled(hall);
  const id = await whoIs(terminal);
  const watch = (one: Visitor) =>
    readEvents(`${hall.url}/api/watch`, {
      method: 'POST',
      body: JSON.stringify({ queries: [{ name: 'toy.look', input: { box: 'b' } }] }),
      headers: { 'content-type': 'application/json', cookie: one.cookie() },
    });
  const [mine, theirs] = [await watch(terminal), await watch(other)];
  await mine.next();
  let isOver = false;
  void theirs.ended.then(() => (isOver = true));
  assert.equal((await operator(hall).ask('DELETE', `/api/devices/${id as string}`)).status, 204);
  await mine.ended;
  assert.equal(await whoIs(terminal), 'device.unknown');
  assert.match((await whoIs(other)) as string, /^kiosk-/);
  assert.ok(!isOver, 'the others hear on');
  theirs.stop();
});

test('a terminal that was revoked can be enrolled again', async () => {
  const terminal = await enrolled(hall);
  await operator(hall).ask('DELETE', `/api/devices/${(await whoIs(terminal)) as string}`);
  const { body } = await operator(hall).post('/api/devices', { as: 'kiosk', name: '又来' });
  assert.equal((await terminal.post('/api/enrol', { code: body['code'] })).status, 200);
  assert.match((await whoIs(terminal)) as string, /^kiosk-/);
});

test('the list says who was seen when, and who is revoked', async () => {
  const terminal = await enrolled(hall, 'board', '等候区');
  const id = await whoIs(terminal);
  time += 60 * MINUTE;
  await whoIs(terminal);
  const { body } = await operator(hall).get('/api/devices');
  const all = body['devices'] as { id: string; seenAt: number; name: string; as: string }[];
  const one = all.find((it) => it.id === id);
  assert.deepEqual([one?.name, one?.as, one?.seenAt], ['等候区', 'board', time]);
});

test('nobody but an admin makes codes, sees the list or revokes', async () => {
  const terminal = await enrolled(hall);
  for (const one of [somebody(hall), terminal]) {
    assert.equal((await one.post('/api/devices', { as: 'kiosk', name: 'x' })).status, 403);
    assert.equal((await one.get('/api/devices')).status, 403);
    assert.equal((await one.ask('DELETE', '/api/devices/kiosk-1')).status, 403);
  }
  const liar = visitor(hall.url, { authorization: 'Bearer made-up' });
  assert.equal((await liar.get('/api/devices')).status, 401);
});

test('guessing codes ends after a few, says until when, and hits nobody else', async () => {
  const guesser = somebody(hall);
  const { body } = await operator(hall).post('/api/devices', { as: 'kiosk', name: 'x' });
  const code = Number(body['code']);
  const guess = (n: number) =>
    guesser.post('/api/enrol', { code: String((code + n) % 10 ** 8).padStart(8, '0') });
  for (let n = 1; n <= 10; n += 1) assert.equal((await guess(n)).status, 403, `guess ${n}`);
  const told = await guess(0);
  assert.equal(told.status, 429, 'not even the right one');
  assert.deepEqual(told.body['facts'], { minutes: 15 });
  assert.equal(told.headers.get('retry-after'), '900');
  assert.match(told.body['detail'] as string, /in 15 minutes/);
  assert.equal((await somebody(hall).post('/api/enrol', { code: body['code'] })).status, 200);
});

test('a hall on one machine works at once, until its first terminal is enrolled', async () => {
  const alone = await open({ who: { isAlone: true } });
  const page = visitor(alone.url);
  assert.equal(await whoIs(page), 'this-machine');
  assert.equal((await page.get('/api/session')).body['enrolment'], 'done');
  await enrolled(alone);
  assert.equal(await whoIs(page), '');
  assert.equal((await page.get('/api/session')).body['enrolment'], 'offered');
});

test('what comes through a proxy, under a public name or from another page is not this machine', async () => {
  const alone = await open({ who: { isAlone: true } });
  const strange: Record<string, string>[] = [
    { 'x-forwarded-for': '203.0.113.9' },
    { forwarded: 'for=203.0.113.9' },
    { via: '1.1 proxy' },
    { origin: 'https://elsewhere.example' },
    { origin: 'null' },
  ];
  for (const headers of strange)
    assert.equal(await whoIs(visitor(alone.url, headers)), '', JSON.stringify(headers));
  // `fetch` writes the name of the host itself.
  const asked = request(`${alone.url}/api/session`, { headers: { host: 'hall.example' } }).end();
  const [response] = (await once(asked, 'response')) as [IncomingMessage];
  assert.match((await response.toArray()).join(''), /"anonymous"/);
  const shared = await open();
  assert.equal(await whoIs(visitor(shared.url)), '', 'nor is anybody, where others can reach it');
});

test('a page asks to be enrolled only where the hall demands it', async () => {
  const strict = await open({ who: { demandsEnrolment: true } });
  assert.equal((await somebody(strict).get('/api/session')).body['enrolment'], 'wanted');
  assert.equal((await (await enrolled(strict)).get('/api/session')).body['enrolment'], 'done');
});

test('the page of somebody else can’t use this terminal’s cookies', async () => {
  const terminal = await enrolled(hall);
  const headers: Record<string, string>[] = [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ];
  const before = await terminal.query('toy.look', { box: 'csrf' });
  for (const one of headers)
    for (const path of ['/api/command/toy.put', '/api/session', '/api/devices', '/api/watch']) {
      const body = { box: 'csrf', thing: 'ball', owner: 'x' };
      const told = await terminal.post(path, body, { ...one, 'idempotency-key': 'k' });
      assert.deepEqual([told.status, told.body['code']], [403, 'origin.not-allowed'], path);
    }
  assert.deepEqual((await terminal.query('toy.look', { box: 'csrf' })).body, before.body);
  const simple = await terminal.post('/api/command/toy.put', {}, { 'content-type': 'text/plain' });
  assert.equal(simple.status, 415, 'what needs no preflight is not taken at all');
});
