import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { v7 as uuidv7 } from 'uuid';
import { openSqlite } from '../../server/store/sqlite.ts';
import type { Store } from '../../server/store/store.ts';
import { startHall } from '../harness/hall-server.ts';

const root = mkdtempSync(join(tmpdir(), 'mulin-api-'));
const digest = createHash('sha256').update('secret-token').digest('hex');
const store = openSqlite(join(root, 'api'));
const { url, close } = await startHall(store, { devices: `kiosk-7:${digest}` });
test.after(async () => {
  await close();
  rmSync(root, { recursive: true });
});

const json = { 'content-type': 'application/json' };

async function post(
  path: string,
  body: RequestInit['body'],
  headers: Record<string, string> = { ...json, 'idempotency-key': uuidv7() },
) {
  const response = await fetch(url + path, {
    method: 'POST',
    body,
    headers,
    duplex: 'half',
  } as RequestInit);
  const text = await response.text();
  return {
    status: response.status,
    type: response.headers.get('content-type'),
    now: Number(response.headers.get('mulin-now')),
    body: JSON.parse(text) as Record<string, unknown>,
  };
}

const box = { box: 'b', thing: 'ball', owner: 'Li' };
const put = (body: object, headers?: Record<string, string>) =>
  post('/api/command/toy.put', JSON.stringify(body), headers);
const look = (name: string) => post('/api/query/toy.look', JSON.stringify({ box: name }));

test('a part that no server has heard of is served: commands and queries', async () => {
  const headers = { ...json, 'idempotency-key': 'gesture-1' };
  const before = Date.now();
  const sent = await put(box, headers);
  assert.equal(sent.status, 200);
  assert.deepEqual(sent.body, { status: 'sent', result: { things: 1 } });
  assert.ok(sent.now >= before && sent.now <= Date.now(), 'it tells the hall’s time');
  assert.deepEqual((await put(box, headers)).body, sent.body);
  assert.deepEqual((await look('b')).body, {
    status: 'answer',
    value: { things: ['ball'], owner: 'Li' },
  });
});

test('whoever lost the answer may ask what it was, and nothing happens for the asking', async () => {
  const key = { ...json, 'idempotency-key': 'lost' };
  const mine = JSON.stringify({ ...box, box: 'lost' });
  const ask = (body = mine, headers = key) => post('/api/earlier/toy.put', body, headers);
  const before = await ask();
  assert.deepEqual([before.status, before.body['code']], [404, 'gesture.unknown']);
  const { body: told } = await post('/api/command/toy.put', mine, key);
  assert.equal(told['status'], 'sent');
  for (let times = 0; times < 2; times += 1) assert.deepEqual((await ask()).body, told);
  const other = await ask(JSON.stringify({ ...box, box: 'another' }));
  assert.equal(other.status, 400, 'not by whoever only knows the key');
  assert.equal((await ask(mine, json as typeof key)).status, 400);
});

test('a refusal by the rules of a part is an outcome like any other', async () => {
  for (let i = 0; i < 3; i += 1) await put({ ...box, box: 'full' });
  const { status, body } = await put({ ...box, box: 'full' });
  assert.equal(status, 200);
  assert.deepEqual(body, { status: 'refused', refusal: { code: 'toy.full', at: '/box' } });
});

test('what is wrong with a request is named, with the field and the reason, and changes nothing', async () => {
  const key = { 'idempotency-key': 'bad' };
  const bad = { ...box, box: 'untouched' };
  const cases: [string, number, string, Promise<Awaited<ReturnType<typeof post>>>][] = [
    ['no JSON', 400, 'body.invalid-json', post('/api/command/toy.put', '{"box"')],
    ['no body', 400, 'body.invalid-json', post('/api/command/toy.put', '')],
    [
      'no UTF-8',
      400,
      'body.invalid-json',
      post('/api/command/toy.put', new Uint8Array([0x22, 0xff, 0x22])),
    ],
    ['form', 415, 'body.not-json', put(bad, { ...key, 'content-type': 'text/plain' })],
    ['no key', 400, 'idempotency-key.missing', put(bad, json)],
    ['odd key', 400, 'idempotency-key.missing', put(bad, { ...json, 'idempotency-key': 'a b' })],
    ['wrong type', 400, 'input.invalid', put({ ...bad, thing: 7 })],
    ['extra field', 400, 'input.invalid', put({ ...bad, admin: true })],
    ['null', 400, 'input.invalid', post('/api/command/toy.put', 'null')],
    ['unknown command', 404, 'law.unknown', post('/api/command/toy.steal', '{}')],
    ['no command', 404, 'law.unknown', post('/api/command/constructor', '{}')],
    ['no name', 404, 'law.unknown', post('/api/command/', '{}')],
    ['query as command', 404, 'law.unknown', post('/api/command/toy.look', '{"box":"b"}')],
    ['unknown path', 404, 'law.unknown', post('/api/else', '{}')],
    ['staff only', 403, 'actor.not-allowed', post('/api/command/toy.clear', '{"box":"b"}')],
    ['too large', 413, 'body.too-large', put({ ...bad, thing: 'x'.repeat(70_000) })],
    [
      'unknown token',
      401,
      'device.unknown',
      put(bad, { ...json, ...key, authorization: 'Bearer x' }),
    ],
  ];
  for (const [name, status, code, asked] of cases) {
    const answer = await asked;
    assert.equal(answer.status, status, name);
    assert.equal(answer.body['code'], code, name);
    assert.equal(answer.body['status'], status, name);
    assert.match(answer.type ?? '', /^application\/problem\+json/, name);
  }
  const wrong = (await put({ ...bad, thing: 7 })).body;
  assert.equal(wrong['at'], '/thing');
  assert.deepEqual(wrong['facts'], { reason: 'must be string' });
  assert.equal(wrong['detail'], '/thing: must be string');
  assert.equal(((await look('untouched')).body['refusal'] as { code: string }).code, 'toy.no-box');
});

test('a body without a length is cut off at the limit as well', async () => {
  const endless = new ReadableStream({
    pull: (controller) => controller.enqueue(new Uint8Array(10_000).fill(0x20)),
  });
  const sent = post('/api/command/toy.put', endless);
  const { status, body } = await sent;
  assert.equal(status, 413);
  assert.equal(body['code'], 'body.too-large', 'whoever sent it is told why');
});

test('a device is known by its token, in the header or in its cookie', async () => {
  const who = async (headers: Record<string, string>) =>
    (await post('/api/query/toy.who', '{}', { ...json, ...headers })).body['value'];
  assert.deepEqual(await who({}), { id: '' });
  assert.deepEqual(await who({ authorization: 'Bearer secret-token' }), { id: 'kiosk-7' });
  assert.deepEqual(await who({ cookie: 'a=b; mulin-device=secret-token' }), { id: 'kiosk-7' });
});

test('whatever bytes come, the answer is a known outcome or a problem, never a fall', async () => {
  const paths = [
    '/api/command/toy.put',
    '/api/query/toy.look',
    '/api/command/booking.hold',
    '/api/watch',
  ];
  const bytes = fc.uint8Array({ maxLength: 300 });
  const texts = fc.json({ maxDepth: 4 }).map((text) => new TextEncoder().encode(text));
  const boxes = fc
    .record({ box: fc.string({ unit: 'binary' }), thing: fc.string(), owner: fc.anything() })
    .map((value) => new TextEncoder().encode(JSON.stringify(value)));
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...paths),
      fc.oneof(bytes, texts, boxes),
      async (path, body) => {
        const { status, body: answer } = await post(path, body);
        if (status === 200)
          assert.ok(['sent', 'refused', 'answer'].includes(answer['status'] as string));
        else assert.ok([400, 413, 415].includes(status) && typeof answer['code'] === 'string');
      },
    ),
    { numRuns: 300 },
  );
});

test('health is told: alive, and ready while the store answers', async (t) => {
  assert.deepEqual(await (await fetch(`${url}/healthz`)).json(), {
    status: 'ok',
    hall: 'registry-town',
  });
  assert.equal((await fetch(`${url}/readyz`)).status, 200);
  t.mock.method(store, 'ping', () => Promise.reject(new Error('gone')));
  const ready = await fetch(`${url}/readyz`);
  assert.equal(ready.status, 503);
  assert.equal(ready.headers.get('retry-after'), '1');
});

test('a store that does not answer in time is given up, and the client may try again', async () => {
  const fine = openSqlite(join(root, 'slow'));
  let isStuck = false;
  const stuck: Store = {
    ...fine,
    load: (...args) => (isStuck ? new Promise(() => undefined) : fine.load(...args)),
  };
  const slow = await startHall(stuck, { timeLimit: 50 });
  isStuck = true;
  const response = await fetch(`${slow.url}/api/query/toy.look`, {
    method: 'POST',
    body: '{"box":"b"}',
    headers: json,
  });
  assert.equal(response.status, 503);
  assert.equal(((await response.json()) as { code: string }).code, 'busy');
  await slow.close();
});
