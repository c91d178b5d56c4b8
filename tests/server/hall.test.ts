import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { v7 as uuidv7 } from 'uuid';
import { openHall, type Hall } from '../../server/hall.ts';
import { keysInFile, parseKeys } from '../../server/keys.ts';
import { openSealer, type SealKey, type Sealer } from '../../server/seal.ts';
import { openSqlite } from '../../server/store/sqlite.ts';
import type { Actor } from '../../src/model/shared/law.ts';
import { law as house, type AnyLaw } from '../../src/model/registry.ts';
import { couple, groom, phone, phoneTail } from '../harness/persons.ts';
import { marriage, registryPack } from '../harness/packs.ts';
import { toyLaw } from '../harness/toy-law.ts';

const root = mkdtempSync(join(tmpdir(), 'mulin-hall-'));
test.after(() => rmSync(root, { recursive: true }));

const keyOf = (id: string): SealKey => ({ id, bytes: randomBytes(32) });
const key = keyOf('k1');
const kiosk: Actor = { kind: 'device', id: 'kiosk-1' };
const monday = Date.parse('2026-12-07T08:00+08:00');
const friday = { place: 'registry', date: '2026-12-11' };
const atNine = { ...friday, service: 'marriage', time: '09:00' };

let folders = 0;
const freshFolder = (): string => join(root, `hall-${(folders += 1)}`);

function open(
  folder: string,
  { law = toyLaw, sealer = openSealer([key]) }: { law?: AnyLaw; sealer?: Sealer } = {},
): Promise<Hall> {
  return openHall({
    pack: registryPack(),
    store: openSqlite(folder),
    sealer,
    law,
    now: () => monday,
  });
}

const send = (
  hall: Hall,
  name: string,
  input: unknown,
  actor: Actor = kiosk,
  idempotencyKey = uuidv7(),
) => hall.command(name, input, { actor, idempotencyKey });

/** All bytes that lie in the folder, read as text. */
const disk = (folder: string): string =>
  readdirSync(folder)
    .map((file) => readFileSync(join(folder, file), 'latin1'))
    .join('\n');

async function booked(hall: Hall): Promise<{ code: string; phoneTail: string }> {
  const held = await send(hall, 'booking.hold', atNine);
  assert.equal(held.status, 'sent');
  const { code } = held.result as { code: string };
  const confirmed = await send(hall, 'booking.confirm', { ...friday, code, ...couple });
  assert.equal(confirmed.status, 'sent');
  return { code, phoneTail };
}

test('a command and a query of a part that no server has heard of are served', async () => {
  const hall = await open(freshFolder());
  const box = { box: 'b', thing: 'ball', owner: 'Li' };
  assert.deepEqual(await send(hall, 'toy.put', box), { status: 'sent', result: { things: 1 } });
  assert.deepEqual(await hall.query('toy.look', { box: 'b' }, kiosk), {
    status: 'answer',
    value: { things: ['ball'], owner: 'Li' },
  });
  assert.equal((await send(hall, 'toy.clear', { box: 'b' })).status, 'refused');
  const staff: Actor = { kind: 'staff', id: 's-1' };
  assert.equal((await send(hall, 'toy.clear', { box: 'b' }, staff)).status, 'sent');
  const gone = await hall.query('toy.look', { box: 'b' }, kiosk);
  assert.equal(gone.status === 'refused' && gone.refusal.code, 'toy.no-box');
  await hall.close();
});

test('whoever carries off the disk learns neither who comes nor how to reach them', async () => {
  const folder = freshFolder();
  const hall = await open(folder);
  const proof = await booked(hall);
  await send(hall, 'booking.cancel', proof);
  await hall.close();
  const bytes = disk(folder);
  assert.ok(bytes.includes('booking/day/registry/2026-12-11'), 'it is the right disk');
  for (const secret of [groom, groom.slice(6, 14), phone])
    assert.ok(!bytes.includes(secret), secret);
});

for (const [cipher, size] of [
  ['aes', 32],
  ['sm4', 48],
] as const)
  test(`${cipher}: sealed bytes open in their own place only`, () => {
    const sealerWith = (id: string): Sealer =>
      openSealer([{ id, cipher, bytes: randomBytes(size) }]);
    const sealer = sealerWith('k1');
    const sealed = sealer.seal('hall|a', { phone });
    assert.deepEqual(sealer.open('hall|a', sealed), { phone });
    assert.throws(() => sealer.open('hall|b', sealed), { code: 'sealed' });
    assert.throws(() => sealer.open('hall|a', `${sealed.slice(0, -3)}AAA`), { code: 'sealed' });
    assert.throws(() => sealer.open('hall|a', 'k1.'), { code: 'sealed' });
    assert.throws(() => openSealer([keyOf('k1')]).open('hall|a', sealed), { code: 'sealed' });
    assert.notEqual(sealer.seal('hall|a', { phone }), sealed, 'never looks the same twice');
  });

test('a new key seals what is new, and the old one still opens what is old', async () => {
  const folder = freshFolder();
  const before = await open(folder);
  const proof = await booked(before);
  await before.close();
  const after = await open(folder, { sealer: openSealer([keyOf('k2'), key]) });
  const old = await after.query('booking.find', proof, kiosk);
  assert.equal(old.status, 'answer');
  assert.equal((await send(after, 'booking.cancel', proof)).status, 'sent');
  await after.close();
  assert.ok(disk(folder).includes('k2.'));
});

test('a person is found by their number after a restart and after the sealing key was changed', async () => {
  const folder = freshFolder();
  const first = await open(folder);
  await send(first, 'toy.lend', { idNumber: groom, thing: 'pen' });
  const name = first.alias(groom);
  await first.close();
  const second = await open(folder, { sealer: openSealer([keyOf('k2'), key]) });
  assert.equal(second.alias(groom), name);
  assert.deepEqual(await second.query('toy.loans', { idNumber: groom }, kiosk), {
    status: 'answer',
    value: { things: ['pen'] },
  });
  await second.close();
  const bytes = disk(folder);
  assert.ok(bytes.includes(`toy/loan/${name}`), 'it is the right disk');
  assert.ok(!bytes.includes(groom));
});

test('two halls of one store know a person by different names', async () => {
  const store = openSqlite(freshFolder());
  const sealer = openSealer([key]);
  const start = (id: string) => openHall({ pack: registryPack(), store, sealer, id });
  const [north, south] = await Promise.all([start('north'), start('south')]);
  assert.notEqual(north.alias(groom), south.alias(groom));
  await north.close();
});

test('two processes that start together know everybody by the same name', async () => {
  const store = openSqlite(freshFolder());
  const sealer = openSealer([key]);
  const start = () => openHall({ pack: registryPack(), store, sealer });
  const [one, two] = await Promise.all([start(), start()]);
  assert.equal(one.alias(groom), two.alias(groom));
  await one.close();
});

test('a hall whose key is missing does not start, and says which one it wants', async () => {
  const folder = freshFolder();
  await (await open(folder)).close();
  const sealer = openSealer([keyOf('other')]);
  await assert.rejects(open(folder, { sealer }), /sealed with key k1, which is not here/);
});

test('a key file is made once, for this user only; a broken one is named', () => {
  const file = join(freshFolder(), 'key');
  const made = keysInFile(file);
  assert.equal(statSync(file).mode & 0o777, 0o600);
  assert.deepEqual(keysInFile(file), made);
  const second = `k2:${Buffer.from(key.bytes).toString('base64')}`;
  writeFileSync(file, `${second}\n${readFileSync(file, 'utf8')}`);
  assert.deepEqual(
    keysInFile(file).map(({ id }) => id),
    ['k2', made[0].id],
  );
  assert.throws(
    () => parseKeys('k1:c2hvcnQ=', 'MULIN_KEY'),
    /MULIN_KEY holds something that is no/,
  );
  assert.throws(() => parseKeys(' ', 'MULIN_KEY'), /MULIN_KEY holds no key/);
});

test('an idempotency key opens its answer to the same gesture only', async () => {
  const hall = await open(freshFolder());
  const box = { box: 'b', thing: 'ball', owner: 'Li' };
  const first = await send(hall, 'toy.put', box, kiosk, 'gesture');
  assert.deepEqual(await send(hall, 'toy.put', box, kiosk, 'gesture'), first);
  const others = [
    await send(hall, 'toy.put', { ...box, thing: 'doll' }, kiosk, 'gesture'),
    await send(hall, 'toy.put', box, { kind: 'device', id: 'kiosk-2' }, 'gesture'),
    await send(hall, 'booking.hold', atNine, kiosk, 'gesture'),
  ];
  for (const one of others)
    assert.equal(one.status === 'refused' && one.refusal.code, 'input.invalid');
  const look = await hall.query('toy.look', { box: 'b' }, kiosk);
  assert.deepEqual(look.status === 'answer' && look.value, { things: ['ball'], owner: 'Li' });
  await hall.close();
});

test('an answer that got lost can be fetched again when the same would be refused by now', async () => {
  const hall = await open(freshFolder());
  const box = { box: 'b', thing: 'ball', owner: 'Li' };
  const first = await send(hall, 'toy.put', box, kiosk, 'first');
  for (const again of ['second', 'third']) await send(hall, 'toy.put', box, kiosk, again);
  assert.equal((await send(hall, 'toy.put', box)).status, 'refused');
  assert.deepEqual(await send(hall, 'toy.put', box, kiosk, 'first'), first);
  await hall.close();
});

test('what nothing can be stored under is refused like any other bad input', async () => {
  const hall = await open(freshFolder());
  for (const box of ['\0', 'a\ud800', '\udc00b']) {
    const put = await send(hall, 'toy.put', { box, thing: 'ball', owner: 'Li' });
    assert.equal(put.status === 'refused' && put.refusal.code, 'input.invalid');
    const look = await hall.query('toy.look', { box }, kiosk);
    assert.equal(look.status === 'refused' && look.refusal.code, 'input.invalid');
  }
  const odd = { box: '𠮷', thing: '\0 \ud800', owner: '\0 \ud800' };
  assert.equal((await send(hall, 'toy.put', odd)).status, 'sent');
  const look = await hall.query('toy.look', { box: '𠮷' }, kiosk);
  assert.deepEqual(look, { status: 'answer', value: { things: [odd.thing], owner: odd.owner } });
  await hall.close();
});

test('a document whose kind nobody has declared is not stored in the clear: it is not stored', async (t) => {
  const folder = freshFolder();
  const forgetful: AnyLaw = { ...toyLaw, documents: house.documents };
  const hall = await open(folder, { law: forgetful });
  t.mock.method(console, 'error', () => undefined);
  const put = await send(hall, 'toy.put', { box: 'b', thing: 'ball', owner: 'Li Nobody' });
  assert.deepEqual(put, { status: 'fault', fault: { code: 'unknown' } });
  await hall.close();
  assert.ok(!disk(folder).includes('Li Nobody'));
});

test('fifty people at once and three places: three get one', async () => {
  const hall = await open(freshFolder());
  const box = { box: 'b', thing: 'ball', owner: 'Li' };
  const outcomes = await Promise.all(Array.from({ length: 50 }, () => send(hall, 'toy.put', box)));
  assert.equal(outcomes.filter(({ status }) => status === 'sent').length, 3);
  assert.equal(outcomes.filter(({ status }) => status === 'refused').length, 47);
  await hall.close();
});

test('whoever had to wait is not earlier than those who went first', async () => {
  const store = openSqlite(freshFolder());
  let tick = monday;
  const now = (): number => (tick += 1000);
  const options = { pack: registryPack(), law: toyLaw, sealer: openSealer([key]), now };
  let arrived = (): void => undefined;
  const isWaiting = new Promise<void>((resolve) => (arrived = resolve));
  let goOn = (): void => undefined;
  const gate = new Promise<void>((resolve) => (goOn = resolve));
  const quick = await openHall({ ...options, store });
  const slow = await openHall({ ...options, store: { ...store, load: slowly } });
  async function slowly(...wanted: Parameters<typeof store.load>) {
    if (wanted[1].includes('booking/day/registry/2026-12-11')) {
      arrived();
      await gate;
    }
    return store.load(...wanted);
  }
  const heldUntil = async (hall: Hall): Promise<number> => {
    const held = await send(hall, 'booking.hold', { ...atNine, date: '2026-12-11' });
    return (held as { result: { heldUntil: number } }).result.heldUntil;
  };
  const later = heldUntil(slow); // asked first, and kept waiting by its database
  await isWaiting;
  const first = await heldUntil(quick);
  goOn();
  assert.ok((await later) > first);
  await slow.close();
});

test('a hall that runs on and on forgets by itself what is kept long enough, and remembers what is not', async (t) => {
  t.mock.timers.enable({ apis: ['setInterval'] });
  const folder = freshFolder();
  let clock = monday;
  const hall = await openHall({
    pack: registryPack({ bookables: [{ ...marriage, keepDays: 7 }] }),
    store: openSqlite(folder),
    sealer: openSealer([key]),
    now: () => clock,
  });
  const proof = await booked(hall);
  /** The keeper comes once a minute, and once an hour looks for what is old. */
  const anHourOn = async (): Promise<string> => {
    t.mock.timers.tick(60 * 60_000);
    for (let tries = 0; tries < 20; tries += 1) await new Promise((done) => setTimeout(done, 10));
    return (await hall.query('booking.find', proof, kiosk)).status;
  };
  clock = Date.parse('2026-12-18T23:59+08:00');
  assert.equal(await anHourOn(), 'answer');
  clock = Date.parse('2026-12-19T00:00+08:00');
  assert.equal(await anHourOn(), 'refused');
  assert.deepEqual(
    (await hall.query('booking.mine', {}, { kind: 'citizen', id: hall.alias(groom) })) as object,
    { status: 'answer', value: { toCome: [], past: [], wishes: [] } },
  );
  await hall.close();
});
