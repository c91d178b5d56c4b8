/** Two processes of one hall on one PostgreSQL, as behind a balancer: whoever was let in or turned away by one is so by both. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { URI, type TOTP } from 'otpauth';
import { openLimits } from '../../server/limits.ts';
import { openPostgres } from '../../server/store/postgres.ts';
import { operatorToken } from '../../server/who/who.ts';
import { readEvents } from '../harness/events.ts';
import { startHall, type HallServer } from '../harness/hall-server.ts';
import { couple, groom, phoneTail } from '../harness/persons.ts';
import { startPostgres } from '../harness/postgres.ts';
import { visitor, type Answered, type Visitor } from '../harness/visitor.ts';

const key = { id: 'k', bytes: new Uint8Array(32).fill(3) };
const monday = Date.parse('2026-12-07T08:00+08:00');
const postgres = await startPostgres();
const database = await postgres.database();
const open = async (): Promise<HallServer> =>
  startHall(await openPostgres(database), {
    now: () => monday,
    who: { keys: [key], proxies: 1 },
  });
const [one, two] = await Promise.all([open(), open()]);
test.after(async () => {
  await Promise.all([one.close(), two.close()]);
  await postgres.stop();
});

let addresses = 0;
const somebody = ({ url }: HallServer): Visitor =>
  visitor(url, { 'x-forwarded-for': `198.51.100.${(addresses += 1)}` });
/** The same browser, led to another process by the balancer. */
function led(who: Visitor, { url }: HallServer): Visitor {
  const there = visitor(url, { 'x-forwarded-for': '198.51.100.1' });
  for (const [name, value] of who.cookies) there.cookies.set(name, value);
  return there;
}
const operator = ({ url }: HallServer): Visitor =>
  visitor(url, { authorization: `Bearer ${operatorToken(key)}` });
const actorOf = async (who: Visitor): Promise<{ kind?: string; id?: string } | string> => {
  const { status, body } = await who.get('/api/session');
  return status === 200 ? (body['actor'] as { kind: string }) : (body['code'] as string);
};

async function kiosk(at: HallServer): Promise<Visitor> {
  const { body } = await operator(at).post('/api/devices', { as: 'kiosk', name: '大门口' });
  const terminal = somebody(at);
  assert.equal((await terminal.post('/api/enrol', { code: body['code'] })).status, 200);
  return terminal;
}

const statusesOf = (told: readonly Answered[]): number[] =>
  told.map(({ status }) => status).toSorted((a, b) => a - b);

/** Word of a change reaches the other process within a second, also where every hint gets lost. */
async function soon<Found>(look: () => Promise<Found>, expected: Found): Promise<void> {
  const until = performance.now() + 5000;
  let found = await look();
  while (JSON.stringify(found) !== JSON.stringify(expected) && performance.now() < until) {
    await pause(20);
    found = await look();
  }
  assert.deepEqual(found, expected);
}

test('a terminal that one process has enrolled is a terminal of the other, and a code is good once for both', async () => {
  const { body } = await operator(one).post('/api/devices', { as: 'kiosk', name: '大门口' });
  const enrol = (at: HallServer) => somebody(at).post('/api/enrol', { code: body['code'] });
  const told = await Promise.all([enrol(one), enrol(two)]);
  assert.deepEqual(statusesOf(told), [200, 403]);
  const terminal = await kiosk(one);
  assert.deepEqual(await actorOf(led(terminal, two)), await actorOf(terminal));
});

test('a terminal that is revoked at one process is turned away by the other, in the middle of its stream', async () => {
  const terminal = await kiosk(one);
  const there = led(terminal, two);
  const actor = (await actorOf(there)) as { id: string };
  const stream = await readEvents(`${two.url}/api/watch`, {
    method: 'POST',
    body: JSON.stringify({ queries: [{ name: 'toy.look', input: { box: 'b' } }] }),
    headers: { 'content-type': 'application/json', cookie: there.cookie() },
  });
  await stream.next();
  assert.equal((await operator(one).ask('DELETE', `/api/devices/${actor.id}`)).status, 204);
  await stream.ended;
  await soon(() => actorOf(there), 'device.unknown');
});

test('a card that was read through one process is known to the other, and gone there with the person', async () => {
  const terminal = await kiosk(one);
  const proof = { kind: 'card', idNumber: groom };
  assert.equal((await terminal.post('/api/session', { proof })).status, 200);
  const there = led(terminal, two);
  const who = await actorOf(there);
  assert.deepEqual(who, await actorOf(terminal));
  assert.equal((who as { kind: string }).kind, 'citizen');
  await terminal.ask('DELETE', '/api/session');
  await soon(async () => ((await actorOf(there)) as { kind: string }).kind, 'device');
});

test('the code of a clerk’s telephone opens one door, not one at each process', async () => {
  const { body } = await operator(one).post('/api/staff', { id: 'li.na', roles: ['counter'] });
  const { password, totp } = body as { password: string; totp: string };
  const code = (URI.parse(totp) as TOTP).generate({ timestamp: monday });
  const proof = { kind: 'password', user: 'li.na', password, totp: code };
  const told = await Promise.all(
    [one, two].map((at) => somebody(at).post('/api/session', { proof })),
  );
  assert.deepEqual(statusesOf(told), [200, 401]);
});

test('a clerk who is removed at one process is signed out at the other', async () => {
  const { body } = await operator(one).post('/api/staff', { id: 'zhou', roles: ['counter'] });
  const { password, totp } = body as { password: string; totp: string };
  const code = (URI.parse(totp) as TOTP).generate({ timestamp: monday });
  const proof = { kind: 'password', user: 'zhou', password, totp: code };
  const clerk = somebody(one);
  assert.equal((await clerk.post('/api/session', { proof })).status, 200);
  const there = led(clerk, two);
  assert.equal(((await actorOf(there)) as { kind: string }).kind, 'staff');
  await operator(one).ask('DELETE', '/api/staff/zhou');
  await soon(async () => ((await actorOf(there)) as { kind: string }).kind, 'anonymous');
});

test('wrong guesses are counted by each process: two of them give twice as many, and then both say when', async () => {
  const terminal = await kiosk(one);
  const slot = { service: 'marriage', place: 'registry', date: '2026-12-18', time: '09:00' };
  const { body } = await terminal.command('booking.hold', slot);
  const { code } = body['result'] as { code: string };
  const { place, date } = slot;
  await terminal.command('booking.confirm', { code, place, date, ...couple });
  let wrong = 0;
  const guess = async (at: HallServer): Promise<boolean> => {
    const tail = String((wrong += 1)).padStart(4, '0');
    return (await somebody(at).query('booking.find', { code, phoneTail: tail })).status === 200;
  };
  let free = 0;
  // As a balancer would that gives each in turn.
  for (let n = 0; n < 20; n += 1) if (await guess(n % 2 === 0 ? one : two)) free += 1;
  assert.equal(free, 2 * 5, 'five for each process, of ten thousand telephones');
  for (const at of [one, two]) {
    const told = await somebody(at).query('booking.find', { code, phoneTail });
    assert.deepEqual([told.status, told.headers.get('retry-after')], [429, '900']);
  }
});

test('the rate is counted by each process as well: no more than so many times the limit', async () => {
  const processes = [openLimits(10), openLimits(10)];
  let admitted = 0;
  for (let n = 0; n < 100; n += 1)
    if (!(await processes[n % 2]!.admit('address/203.0.113.7'))) admitted += 1;
  assert.equal(admitted, 20);
});
