import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { SignJWT, type JWTPayload } from 'jose';
import { Secret, TOTP, URI } from 'otpauth';
import { openSqlite } from '../../server/store/sqlite.ts';
import { RETURN } from '../../server/who/provider.ts';
import { operatorToken } from '../../server/who/who.ts';
import { receiptCodeOf } from '../../src/model/shared/receipt-code.ts';
import { startHall } from '../harness/hall-server.ts';
import { startIdentityProvider } from '../harness/identity-provider.ts';
import { startPartner } from '../harness/partner.ts';
import { bride, couple, groom, phoneTail } from '../harness/persons.ts';
import { visitor, type Answered, type Visitor } from '../harness/visitor.ts';

const root = mkdtempSync(join(tmpdir(), 'mulin-sessions-'));
const key = { id: 'k', bytes: new Uint8Array(32).fill(3) };
const MINUTE = 60_000;
let time = Date.parse('2026-12-07T08:00+08:00');

const partner = await startPartner('https://suishenban.example', () => time);
const { keys } = partner;
const token = (claims: JWTPayload = {}, kid?: string): Promise<string> =>
  partner.token({ id_number: groom, ...claims }, kid);

const idp = await startIdentityProvider();
const provider = {
  issuer: idp.issuer,
  clientId: 'mulin',
  clientSecret: 'a-secret-of-the-hall',
  name: '区统一身份认证',
  url: '',
};
const { url, close } = await startHall(openSqlite(join(root, 'hall')), {
  now: () => time,
  who: {
    keys: [key],
    proxies: 1,
    provider,
    partners: [
      { issuer: 'https://suishenban.example', audience: 'hall', keys, idNumberClaim: 'id_number' },
      { issuer: 'https://club.example', audience: 'hall', keys },
      { issuer: 'https://down.example', audience: 'hall', keys: 'http://127.0.0.1:1/keys' },
    ],
  },
});
provider.url = url;
idp.serve({ id: provider.clientId, secret: provider.clientSecret, returnTo: url + RETURN });
test.after(async () => {
  await close();
  await idp.close();
  partner.close();
  rmSync(root, { recursive: true });
});

const operator = visitor(url, { authorization: `Bearer ${operatorToken(key)}` });
let addresses = 0;
const somebody = (): Visitor =>
  visitor(url, { 'x-forwarded-for': `198.51.100.${(addresses += 1)}` });
async function terminal(as = 'kiosk'): Promise<Visitor> {
  const { body } = await operator.post('/api/devices', { as, name: as });
  const one = somebody();
  await one.post('/api/enrol', { code: body['code'] });
  return one;
}
const signIn = (one: Visitor, proof: object): Promise<Answered> =>
  one.post('/api/session', { proof });
const card = (idNumber: string): object => ({ kind: 'card', idNumber });
const actorOf = async (one: Visitor): Promise<{ kind: string; id?: string; roles?: string[] }> =>
  (await one.get('/api/session')).body['actor'] as { kind: string };

test('a card at a kiosk says who stands there: the same person by the same name, and two by two', async () => {
  const kiosk = await terminal();
  const { status, body } = await signIn(kiosk, card(groom));
  assert.equal(status, 200);
  const actor = body['actor'] as { kind: string; id: string };
  assert.equal(actor.kind, 'citizen');
  assert.deepEqual(await actorOf(kiosk), actor);
  assert.ok(!JSON.stringify(body).includes(groom), 'and nobody’s number');
  const elsewhere = await terminal();
  // As a reader with spaces would give it.
  const same = await signIn(elsewhere, card(` ${groom.slice(0, 6)} ${groom.slice(6)}`));
  assert.equal((same.body['actor'] as { id: string }).id, actor.id);
  const other = await signIn(elsewhere, card(bride));
  assert.notEqual((other.body['actor'] as { id: string }).id, actor.id);
});

test('a number that comes from no terminal of ours proves nothing', async () => {
  for (const one of [somebody(), await terminal('board')]) {
    const told = await signIn(one, card(groom));
    assert.deepEqual([told.status, told.body['code']], [403, 'card.not-here']);
  }
  const kiosk = await terminal();
  const typo = await signIn(kiosk, card('310110199805200000'));
  assert.deepEqual([typo.status, typo.body['at']], [400, '/proof/idNumber']);
  assert.ok(!JSON.stringify(typo.body).includes('1998'));
  for (const proof of [{}, { kind: 'card' }, { kind: 'word' }, { ...card(groom), admin: true }])
    assert.equal((await signIn(kiosk, proof)).status, 400, JSON.stringify(proof));
});

test('the cookie of one person never serves the next at that kiosk', async () => {
  const kiosk = await terminal();
  await signIn(kiosk, card(groom));
  const left = new Map(kiosk.cookies);
  // The terminal lost the network just when the first one left; the next lays down a card.
  await signIn(kiosk, card(bride));
  const now = await actorOf(kiosk);
  for (const [name, value] of left) kiosk.cookies.set(name, value);
  assert.equal((await actorOf(kiosk)).kind, 'device', 'the first one’s cookie is worth nothing');
  assert.equal(now.kind, 'citizen');
});

test('whoever leaves takes everything along, also a cookie that was copied', async () => {
  const kiosk = await terminal();
  await signIn(kiosk, card(groom));
  const copied = new Map(kiosk.cookies);
  const told = await kiosk.ask('DELETE', '/api/session');
  assert.equal(told.status, 204);
  assert.ok(!kiosk.cookies.has('mulin-session'));
  assert.equal((await actorOf(kiosk)).kind, 'device');
  for (const [name, value] of copied) kiosk.cookies.set(name, value);
  assert.equal((await actorOf(kiosk)).kind, 'device');
  assert.equal((await kiosk.ask('DELETE', '/api/session')).status, 204, 'twice is no mistake');
});

test('a citizen’s cookie is worth nothing away from the kiosk it was made at', async () => {
  const [kiosk, thief] = [await terminal(), await terminal()];
  await signIn(kiosk, card(groom));
  thief.cookies.set('mulin-session', kiosk.cookies.get('mulin-session')!);
  assert.equal((await actorOf(thief)).kind, 'device');
  const outside = somebody();
  outside.cookies.set('mulin-session', kiosk.cookies.get('mulin-session')!);
  assert.equal((await actorOf(outside)).kind, 'anonymous');
});

test('whoever walks away is forgotten after five minutes, and after twenty in any case', async () => {
  const kiosk = await terminal();
  await signIn(kiosk, card(groom));
  for (let minutes = 0; minutes < 16; minutes += 4) {
    assert.equal((await actorOf(kiosk)).kind, 'citizen', `${minutes} minutes`);
    time += 4 * MINUTE;
  }
  assert.equal((await actorOf(kiosk)).kind, 'citizen');
  time += 4 * MINUTE;
  assert.equal((await actorOf(kiosk)).kind, 'device', 'twenty minutes');
  await signIn(kiosk, card(groom));
  time += 5 * MINUTE;
  assert.equal((await actorOf(kiosk)).kind, 'device', 'five minutes without a touch');
});

test('a revoked kiosk takes the session of whoever stands there with it', async () => {
  const kiosk = await terminal();
  const { id } = (await actorOf(kiosk)) as { id: string };
  await signIn(kiosk, card(groom));
  await operator.ask('DELETE', `/api/devices/${id}`);
  assert.equal((await kiosk.get('/api/session')).status, 401);
});

test('the disk tells nobody’s number and opens nobody’s session', () => {
  const disk = join(root, 'hall');
  const bytes = readdirSync(disk)
    .map((file) => readFileSync(join(disk, file), 'latin1'))
    .join();
  assert.ok(bytes.includes('who/visit/'));
  for (const secret of [groom, bride]) assert.ok(!bytes.includes(secret));
});

test('a partner’s token names the same person as their card does', async () => {
  const kiosk = await terminal();
  await signIn(kiosk, card(groom));
  const { id } = await actorOf(kiosk);
  const web = somebody();
  assert.equal((await signIn(web, { kind: 'token', jwt: await token() })).status, 200);
  assert.deepEqual(await actorOf(web), { kind: 'citizen', id });
  const club = somebody();
  await signIn(club, { kind: 'token', jwt: await token({ iss: 'https://club.example' }) });
  assert.notEqual(
    (await actorOf(club)).id,
    id,
    'a partner that does not know numbers is another name',
  );
});

test('a token that is foreign, old, for somebody else or made by hand is refused with its reason', async () => {
  const good = await token();
  const [head = '', body = '', signature = ''] = good.split('.');
  const encode = (value: object): string =>
    Buffer.from(JSON.stringify(value)).toString('base64url');
  const forged = { ...JSON.parse(Buffer.from(body, 'base64url').toString()), id_number: bride };
  const cases: [string, string][] = [
    ['no token', 'nonsense'],
    ['of a stranger', await token({ iss: 'https://stranger.example' })],
    ['for somebody else', await token({ aud: 'other-hall' })],
    ['run out', await token({ exp: time / 1000 - 60 })],
    ['kept for later', await token({ iat: time / 1000 - 3600 })],
    ['without a number', await token({ id_number: 'x' })],
    ['with another body', `${head}.${encode(forged as object)}.${signature}`],
    ['unsigned', `${encode({ alg: 'none' })}.${body}.`],
    [
      'signed with the public key as a password',
      await new SignJWT({ id_number: groom })
        .setProtectedHeader({ alg: 'HS256' })
        .setIssuer('https://suishenban.example')
        .setAudience('hall')
        .setSubject('x')
        .setIssuedAt(time / 1000)
        .setExpirationTime(time / 1000 + 60)
        .sign(new TextEncoder().encode(JSON.stringify(partner.published[0]))),
    ],
  ];
  for (const [name, jwt] of cases) {
    const web = somebody();
    const told = await signIn(web, { kind: 'token', jwt });
    assert.deepEqual([told.status, told.body['code']], [401, 'token.invalid'], name);
    assert.equal((await actorOf(web)).kind, 'anonymous', name);
  }
});

test('a partner that can’t be reached is no mistake of the citizen', async () => {
  const jwt = await token({ iss: 'https://down.example' });
  const told = await signIn(somebody(), { kind: 'token', jwt });
  assert.deepEqual([told.status, told.body['code']], [503, 'partner.unreachable']);
  assert.equal(told.headers.get('retry-after'), '5');
});

test('a partner that changes its keys is followed', async () => {
  await partner.newKey('2027');
  // For an unknown key the partner is asked again every five seconds at most.
  const deadline = Date.now() + 15_000;
  let status = 0;
  while (status !== 200 && Date.now() < deadline) {
    ({ status } = await signIn(somebody(), {
      kind: 'token',
      jwt: await token({}, '2027'),
    }));
    if (status !== 200) await new Promise((done) => setTimeout(done, 250));
  }
  assert.equal(status, 200);
});

interface Secrets {
  readonly id: string;
  readonly password: string;
  readonly totp: string;
  readonly recovery: readonly string[];
}
const hire = async (id: string, roles = ['counter']): Promise<Secrets> => {
  const told = await operator.post('/api/staff', { id, roles });
  assert.equal(told.status, 201);
  return told.body as unknown as Secrets;
};
const codeOf = ({ totp }: Secrets): string =>
  (URI.parse(totp) as TOTP).generate({ timestamp: time });
const password = (secrets: Secrets, totp = codeOf(secrets)): object => ({
  kind: 'password',
  user: secrets.id,
  password: secrets.password,
  totp,
});

test('staff sign in with a password and the code of their telephone, and do what their roles allow', async () => {
  const clerk = await hire('li.na');
  const desk = await terminal('counter');
  const told = await signIn(desk, password(clerk));
  assert.equal(told.status, 200);
  assert.deepEqual((await actorOf(desk)).roles, ['counter']);
  assert.equal((await desk.command('toy.clear', { box: 'b' })).status, 200);
  assert.equal((await desk.get('/api/devices')).status, 403, 'a clerk is no admin');
  const boss = await hire('wang', ['admin', 'case']);
  const office = somebody();
  await signIn(office, password(boss));
  assert.equal((await office.get('/api/devices')).status, 200);
});

test('a code is taken once, by whoever came first', async () => {
  const clerk = await hire('zhou');
  const code = codeOf(clerk);
  assert.equal((await signIn(somebody(), password(clerk, code))).status, 200);
  assert.equal((await signIn(somebody(), password(clerk, code))).status, 401);
  time += MINUTE;
  const both = [somebody(), somebody()];
  const told = await Promise.all(both.map((one) => signIn(one, password(clerk))));
  assert.deepEqual(
    told.map(({ status }) => status).toSorted((a, b) => a - b),
    [200, 401],
  );
});

test('wrong name, wrong password and wrong code sound the same and take the same time', async () => {
  const clerk = await hire('sun');
  const wrong = [
    { ...password(clerk), user: 'nobody' },
    { ...password(clerk), password: 'nonsense' },
    password(clerk, '000000'),
    password(clerk, 'abcd-efgh-ijkl'),
  ];
  const told = await Promise.all(wrong.map((proof) => signIn(somebody(), proof)));
  for (const { status, body } of told) assert.deepEqual([status, body], [401, told[0]!.body]);
  const timeOf = async (proof: object): Promise<number> => {
    const start = performance.now();
    await signIn(somebody(), proof);
    return performance.now() - start;
  };
  const [nobody, somebodyElse] = [await timeOf(wrong[0]!), await timeOf(wrong[1]!)];
  assert.ok(nobody > 30 && somebodyElse > 30, 'a password is worked out for both');
});

test('guessing at a password locks that name, says until when, and an admin lifts it', async () => {
  const clerk = await hire('qian');
  for (let n = 0; n < 5; n += 1) {
    const told = await signIn(somebody(), { ...password(clerk), password: `guess-${n}` });
    assert.equal(told.status, 401);
  }
  const locked = await signIn(somebody(), password(clerk));
  assert.equal(locked.status, 429, 'also with the right one, from wherever');
  assert.equal(locked.headers.get('retry-after'), '900');
  assert.deepEqual(locked.body['facts'], { minutes: 15 });
  const fresh = (await operator.post('/api/staff/qian/reset')).body as unknown as Secrets;
  assert.equal((await signIn(somebody(), password(fresh))).status, 200);
});

test('a lost telephone: a code from the paper, once each', async () => {
  const clerk = await hire('zhao');
  const [first = ''] = clerk.recovery;
  assert.equal((await signIn(somebody(), password(clerk, first))).status, 200);
  assert.equal((await signIn(somebody(), password(clerk, first))).status, 401);
  assert.equal(clerk.recovery.length, 8);
});

test('whoever leaves the office, or gets new secrets, is signed out everywhere at once', async () => {
  const clerk = await hire('wu');
  const desk = somebody();
  await signIn(desk, password(clerk));
  await operator.post('/api/staff/wu/reset');
  assert.equal((await actorOf(desk)).kind, 'anonymous');
  assert.equal(
    (await signIn(somebody(), password(clerk))).status,
    401,
    'the old password is no more',
  );
  assert.equal((await operator.ask('DELETE', '/api/staff/wu')).status, 204);
  assert.equal((await operator.ask('DELETE', '/api/staff/wu')).status, 404);
  assert.equal((await operator.post('/api/staff/wu/reset')).status, 404);
});

test('staff are signed out after half an hour without a touch, and after a working day', async () => {
  const clerk = await hire('zheng');
  const desk = somebody();
  await signIn(desk, password(clerk));
  for (let minutes = 0; minutes < 600; minutes += 25) {
    assert.equal((await actorOf(desk)).kind, 'staff', `${minutes} minutes`);
    time += 25 * MINUTE;
  }
  assert.equal((await actorOf(desk)).kind, 'anonymous');
});

test('no name is given twice, and an odd one is refused', async () => {
  await hire('feng');
  assert.equal((await operator.post('/api/staff', { id: 'feng', roles: ['case'] })).status, 409);
  for (const bad of [
    { id: 'Feng/..', roles: ['case'] },
    { id: 'x', roles: [] },
    { id: 'x', roles: ['king'] },
  ])
    assert.equal((await operator.post('/api/staff', bad)).status, 400);
  const { body } = await operator.get('/api/staff');
  assert.ok(!JSON.stringify(body).includes('password'), 'the list holds no secrets');
});

test('the code of a telephone is the one the standard says', () => {
  // RFC 6238, appendix B, the last six digits.
  const totp = new TOTP({ secret: Secret.fromUTF8('12345678901234567890') });
  assert.equal(totp.generate({ timestamp: 59_000 }), '287082');
  assert.equal(totp.generate({ timestamp: 1_111_111_109_000 }), '081804');
});

/** Follows a browser from the hall to the provider and back; gives the page it ends on. */
async function byProvider(desk: Visitor, back: string): Promise<string> {
  const there = visitor(idp.issuer);
  let at = `${url}/api/sign-in?back=${encodeURIComponent(back)}`;
  for (let hops = 0; hops < 10; hops += 1) {
    const isHall = at.startsWith(url);
    const { headers } = await (isHall ? desk : there).get(at);
    const next = headers.get('location');
    if (next === null) break;
    at = new URL(next, at).href;
    if (at.startsWith(url) && !at.startsWith(`${url}/api/`)) return at.slice(url.length);
  }
  throw new Error(`It ended at ${at}`);
}

test('staff sign in at their authority’s own provider, and come back to their page', async () => {
  idp.account = { id: 'chen', roles: ['counter', 'something-else'] };
  const desk = await terminal('counter');
  assert.equal(
    ((await desk.get('/api/session')).body['provider'] as { name: string }).name,
    provider.name,
  );
  assert.equal(await byProvider(desk, '/counter'), '/counter');
  const actor = await actorOf(desk);
  assert.deepEqual([actor.kind, actor.id, actor.roles], ['staff', 'oidc.chen', ['counter']]);
  await desk.ask('DELETE', '/api/session');
  assert.equal((await actorOf(desk)).kind, 'device');
});

test('whom the provider knows but nobody gave a role here does not get in', async () => {
  idp.account = { id: 'visitor', roles: ['library'] };
  const desk = somebody();
  assert.equal(await byProvider(desk, '/counter'), '/counter?sign-in=no-role');
  assert.equal((await actorOf(desk)).kind, 'anonymous');
});

test('nobody is led elsewhere by the way back, and a return that nobody left for is refused', async () => {
  idp.account = { id: 'chen', roles: ['counter'] };
  for (const back of [
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    'javascript:alert(1)',
  ])
    assert.match(await byProvider(somebody(), back), /^\/counter$/, back);
  const desk = somebody();
  const told = await desk.get(`${RETURN}?code=stolen&state=x`);
  assert.equal(told.headers.get('location'), '/counter?sign-in=took-too-long');
  // Left here, but somebody else's return is slipped in.
  await desk.get('/api/sign-in?back=/counter');
  const slipped = await desk.get(`${RETURN}?code=stolen&state=x`);
  assert.equal(slipped.headers.get('location'), '/counter?sign-in=provider-refused');
  assert.equal((await actorOf(desk)).kind, 'anonymous');
});

test('another’s booking can’t be found by guessing: wrong code and wrong telephone are one', async () => {
  const kiosk = await terminal();
  const slot = { service: 'marriage', place: 'registry', date: '2026-12-18', time: '09:00' };
  const held = await kiosk.command('booking.hold', slot);
  const { code } = held.body['result'] as { code: string };
  const input = { code, place: slot.place, date: slot.date, ...couple };
  assert.equal((await kiosk.command('booking.confirm', input)).body['status'], 'sent');
  const own = await somebody().query('booking.find', { code, phoneTail });
  assert.equal(own.body['status'], 'answer');

  const wrongTail = { code, phoneTail: '0000' };
  const wrongCode = { code: receiptCodeOf('123456789'), phoneTail };
  const timed = async (proof: object): Promise<{ told: Answered; took: number }> => {
    const start = performance.now();
    const told = await somebody().query('booking.find', proof);
    return { told, took: performance.now() - start };
  };
  const one = await timed(wrongTail);
  const other = await timed(wrongCode);
  assert.equal(one.told.status, other.told.status);
  assert.deepEqual(one.told.body, other.told.body);
  assert.ok(one.took >= 99 && other.took >= 99, 'both leave on the beat');
});

test('after a few wrong telephones a receipt is locked, for everybody and every door, until it says', async () => {
  const kiosk = await terminal();
  const slot = { service: 'marriage', place: 'registry', date: '2026-12-18', time: '09:30' };
  const { code } = (await kiosk.command('booking.hold', slot)).body['result'] as { code: string };
  await kiosk.command('booking.confirm', { code, place: slot.place, date: slot.date, ...couple });
  for (let n = 0; n < 5; n += 1)
    await somebody().query('booking.find', { code, phoneTail: `000${n}` });
  const locked = await somebody().query('booking.find', { code, phoneTail });
  assert.deepEqual([locked.status, locked.body['code']], [429, 'guess.wait']);
  assert.equal(locked.headers.get('retry-after'), '900');
  const door = await somebody().command('booking.cancel', { code, phoneTail });
  assert.equal(door.status, 429);
  time += 15 * MINUTE;
  assert.equal((await somebody().query('booking.find', { code, phoneTail })).status, 200);
});
