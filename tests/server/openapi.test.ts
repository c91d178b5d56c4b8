/** The contract that another back end is built by: whatever the hall answers fits what /openapi.json says about it. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { URI, type TOTP } from 'otpauth';
import { Check, Errors } from 'typebox/schema';
import { openApiOf } from '../../server/openapi.ts';
import { openSqlite } from '../../server/store/sqlite.ts';
import { operatorToken } from '../../server/who/who.ts';
import { law } from '../../src/model/registry.ts';
import { startHall } from '../harness/hall-server.ts';
import { couple, groom, phoneTail } from '../harness/persons.ts';
import { queueTown } from '../harness/queues.ts';
import { visitor, type Answered, type Visitor } from '../harness/visitor.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
if (!existsSync(`${root}dist/results.json`))
  execFileSync(process.execPath, ['scripts/build-contract.mjs'], { cwd: root });

interface Operation {
  readonly responses: Record<string, { readonly content?: Record<string, { schema: object }> }>;
  readonly requestBody?: { readonly content: Record<string, { schema: object }> };
}
const contract = openApiOf(law, 'test') as unknown as {
  readonly components: object;
  readonly paths: Record<string, Record<string, Operation>>;
};
/** With the shapes that it refers to. */
const whole = (schema: object): object => ({ allOf: [schema], components: contract.components });

const folder = mkdtempSync(join(tmpdir(), 'mulin-openapi-'));
const key = { id: 'k', bytes: new Uint8Array(32).fill(3) };
const monday = Date.parse('2026-12-07T09:00+08:00');
const provider = { issuer: 'https://idp.example', clientId: 'm', clientSecret: 's', name: 'IdP' };
const { url, who, close } = await startHall(openSqlite(folder), {
  law,
  pack: queueTown({}, { home: 'centre' }),
  now: () => monday,
  who: { keys: [key], provider: { ...provider, url: 'http://127.0.0.1' } },
});
test.after(async () => {
  await close();
  rmSync(folder, { recursive: true });
});

const seen = new Set<string>();
/** Compares with the contract what comes back. */
function compare(method: string, path: string, { status, headers, body }: Answered): void {
  const described = path.replace(/^(\/api\/(?:devices|staff))\/[^/]+/, '$1/{id}');
  const operation = contract.paths[described]?.[method.toLowerCase()];
  assert.ok(operation, `${method} ${path} is in the contract`);
  const said = operation.responses[String(status)];
  assert.ok(said, `${method} ${path} may answer ${status}`);
  const [type] = (headers.get('content-type') ?? '').split(';');
  const schema = said.content?.[type ?? '']?.schema;
  if (!schema) return assert.equal(status, 204, `${method} ${path} says what it answers`);
  const [, [error]] = Errors(whole(schema), body);
  assert.ok(
    Check(whole(schema), body),
    `${method} ${path}: ${JSON.stringify(error)} ${JSON.stringify(body)}`,
  );
  if (status < 300) seen.add(described.split('/').at(-1) ?? '');
}
/** Whoever asks by way of this is told nothing that the contract does not say. */
function watched(one: Visitor): Visitor {
  const ask: Visitor['ask'] = async (method, path, ...more) => {
    const answered = await one.ask(method, path, ...more);
    compare(method, path, answered);
    return answered;
  };
  return {
    ...one,
    ask,
    get: (path) => ask('GET', path),
    post: (path, body = {}, headers) => ask('POST', path, body, headers),
    command: (name, input) =>
      ask('POST', `/api/command/${name}`, input, { 'idempotency-key': crypto.randomUUID() }),
    query: (name, input) => ask('POST', `/api/query/${name}`, input),
  };
}
const resultOf = ({ body }: Answered): Record<string, string> => {
  assert.equal(body['status'], 'sent', JSON.stringify(body));
  return body['result'] as Record<string, string>;
};

test('every route of the hall is in the contract, and nothing else is', () => {
  const served = who.routes.routes
    .filter(({ path }) => path.startsWith('/api/'))
    .map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`);
  const described = Object.entries(contract.paths)
    .filter(([path]) => /^\/api\/(?!command|query|watch|earlier)/.test(path))
    .flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
  assert.deepEqual(described.toSorted(), [...new Set(served)].toSorted());
});

test('every command and query says what it answers and which refusals it knows', () => {
  for (const name of [...Object.keys(law.commands), ...Object.keys(law.queries)]) {
    const path = contract.paths[`/api/command/${name}`] ?? contract.paths[`/api/query/${name}`];
    const text = JSON.stringify(path?.['post']?.responses['200']);
    assert.match(text, /"(result|value)":\{"/, `${name} says what it answers`);
    assert.match(text, /"code":\{"enum":\["/, `${name} names its refusals`);
  }
});

test('a day in the hall: whatever is answered fits', async () => {
  const operator = watched(visitor(url, { authorization: `Bearer ${operatorToken(key)}` }));
  const { body: invited } = await operator.post('/api/devices', { as: 'kiosk', name: '大门口' });
  const kiosk = watched(visitor(url));
  await kiosk.get('/api/session');
  await kiosk.post('/api/enrol', { code: '00000000' });
  await kiosk.post('/api/enrol', { code: invited['code'] });
  const { body: hired } = await operator.post('/api/staff', { id: 'li.na', roles: ['counter'] });
  await operator.post('/api/staff', { id: 'li.na', roles: ['counter'] });
  const { password, totp } = hired as { password: string; totp: string };
  const code = (URI.parse(totp) as TOTP).generate({ timestamp: monday });
  const clerk = watched(visitor(url));
  const proof = { kind: 'password', user: 'li.na', password, totp: code };
  await clerk.post('/api/session', { proof: { ...proof, password: 'wrong' } });
  await clerk.post('/api/session', { proof });

  for (const service of ['marriage', 'nothing']) await kiosk.query('booking.offer', { service });
  const there = { service: 'marriage', place: 'registry' };
  await kiosk.query('booking.month', { ...there, month: '2026-12' });
  const slot = { ...there, date: '2026-12-11' };
  await kiosk.query('booking.times', slot);
  await kiosk.query('booking.nearest', { ...slot, time: '09:00' });
  const held = resultOf(await kiosk.command('booking.hold', { ...slot, time: '09:00' }));
  const named = { code: held['code'], place: 'registry', date: '2026-12-11' };
  await kiosk.command('booking.renew-hold', named);
  await kiosk.command('booking.confirm', { ...named, ...couple, declarations: [] });
  await kiosk.command('booking.confirm', { ...named, ...couple });
  await kiosk.query('booking.find', { code: held['code'], phoneTail });
  await kiosk.query('booking.find', { code: held['code'], phoneTail: '0000' });
  await clerk.query('booking.day', { place: 'registry', date: '2026-12-11' });
  await clerk.query('booking.warnings', {});
  await kiosk.query('guide.services', {});
  await kiosk.query('guide.service', { service: 'marriage' });

  const line = { place: 'centre', line: 'marriage' };
  await kiosk.query('queue.offer', { place: 'centre' });
  const taken = resultOf(await kiosk.command('ticket.take', line));
  const { place, date, number, pass } = taken;
  const ticket = { place, date, number, pass };
  await kiosk.command('ticket.deliver', { ...ticket, by: 'printed' });
  await kiosk.query('queue.status', ticket);
  await kiosk.command('ticket.lease', { ...line, count: 5 });
  const desk = { place: 'centre', counter: 'c1' };
  await clerk.command('ticket.call', desk);
  await clerk.command('counter.open', desk);
  await clerk.query('queue.desk', desk);
  await clerk.command('ticket.call', desk);
  await kiosk.query('queue.board', { place: 'centre' });
  await clerk.command('ticket.miss', desk);
  await kiosk.command('ticket.return', ticket);
  await clerk.command('ticket.undo', desk);
  await clerk.query('queue.stats', { place: 'centre', date: '2026-12-07' });

  await kiosk.post('/api/session', { proof: { kind: 'card', idNumber: groom } });
  await kiosk.query('booking.mine', {});
  await kiosk.command('person.erase', {});
  await kiosk.command('booking.cancel', { code: held['code'] });
  await kiosk.command('person.erase', {});
  await kiosk.command('person.erase', { admin: true });
  await kiosk.ask('DELETE', '/api/session');
  await kiosk.get('/api/devices');
  const { body: list } = await operator.get('/api/devices');
  const [{ id }] = list['devices'] as [{ id: string }];
  await operator.get('/api/staff');
  await operator.post('/api/staff/li.na/reset');
  await operator.ask('DELETE', '/api/staff/li.na');
  await operator.ask('DELETE', '/api/staff/nobody');
  await operator.ask('DELETE', `/api/devices/${id}`);
  await operator.ask('DELETE', '/api/devices/nobody');
  assert.ok(seen.size > 30, `${seen.size} kinds of answers were compared`);
});

test('an answer that lacks something would not pass', () => {
  const said = contract.paths['/api/command/booking.hold']?.['post']?.responses['200'];
  const schema = whole(said?.content?.['application/json']?.schema ?? {});
  const result = { code: '1', place: 'p', date: '2026-12-11', time: '09:00', heldUntil: 1 };
  assert.equal(Check(schema, { status: 'sent', result: { ...result, heldUntil: 'soon' } }), false);
  assert.equal(Check(schema, { status: 'sent' }), false);
  assert.equal(Check(schema, { status: 'refused', refusal: { code: 'booking.bad-luck' } }), false);
  assert.equal(Check(schema, { status: 'refused', refusal: { code: 'booking.slot-taken' } }), true);
});
