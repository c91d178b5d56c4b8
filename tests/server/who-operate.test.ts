import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { v7 as uuidv7 } from 'uuid';
import { readSettings } from '../../server/settings.ts';
import { openSqlite } from '../../server/store/sqlite.ts';
import { operate } from '../../server/who/operate.ts';
import { startHall } from '../harness/hall-server.ts';
import { couple, groom, phoneTail } from '../harness/persons.ts';
import { visitor } from '../harness/visitor.ts';

const root = mkdtempSync(join(tmpdir(), 'mulin-operate-'));
const key = { id: 'k', bytes: new Uint8Array(32).fill(5) };
const keyText = (fill: number): string => `k:${Buffer.alloc(32, fill).toString('base64')}`;
const served = await startHall(openSqlite(join(root, 'hall')), {
  now: () => Date.parse('2026-12-07T08:00+08:00'),
  who: { keys: [key] },
});
const { url, close } = served;
test.after(async () => {
  await close();
  rmSync(root, { recursive: true });
});

const mulinHall = (line: string, MULIN_KEY = keyText(5), port = new URL(url).port, typed = '') =>
  operate(line.split(' '), readSettings({ MULIN_KEY, PORT: port }), () => Promise.resolve(typed));
const erase = (typed: string) => mulinHall('erase', keyText(5), new URL(url).port, typed);

test('an operator enrols a terminal, sees it, and revokes it, while the hall is open', async () => {
  assert.match(await mulinHall('devices'), /No terminal is enrolled/);
  const said = await mulinHall('enrol --as board --name 等候区');
  const [, one = '', two = ''] = /(\d{4}) (\d{4})/.exec(said) ?? [];
  assert.match(said, /█/, 'and a QR code');
  const board = visitor(url);
  assert.equal((await board.post('/api/enrol', { code: one + two })).status, 200);
  const list = await mulinHall('devices');
  assert.match(list, /^board-[0-9a-f]{8} {2}等候区 {2}seen /);
  await mulinHall(`devices revoke ${list.split(' ')[0]}`);
  assert.match(await mulinHall('devices'), /revoked/);
  assert.equal((await board.get('/api/session')).status, 401);
});

test('an operator lets somebody work here, and ends it', async () => {
  const said = await mulinHall('staff add li.na --roles counter,case');
  assert.match(said, /password {3}\w{4}-\w{4}-\w{4}-\w{4}/);
  assert.match(said, /authenticator, or type [A-Z2-7]{32}/);
  assert.equal(said.match(/\w{4}-\w{4}-\w{4}(?!-)\b/g)?.length, 9, 'one password, eight codes');
  assert.match(await mulinHall('staff'), /li\.na {2}counter, case/);
  assert.notEqual(await mulinHall('staff reset li.na'), said);
  assert.match(await mulinHall('staff remove li.na'), /signed out everywhere/);
  assert.match(await mulinHall('staff'), /li\.na {2}removed/);
});

test('an operator has a person forgotten who asks for it, and the number stands in no command line', async () => {
  const { hall } = served;
  const kiosk = { kind: 'device', id: 'kiosk-1' } as const;
  const send = async (name: string, input: object) => {
    const told = await hall.command(name, input, { actor: kiosk, idempotencyKey: uuidv7() });
    assert.equal(told.status, 'sent', JSON.stringify(told));
    return told.status === 'sent' ? (told.result as { code: string }) : undefined!;
  };
  const friday = { place: 'registry', date: '2026-12-11' };
  const { code } = await send('booking.hold', { ...friday, service: 'marriage', time: '09:00' });
  await send('booking.confirm', { ...friday, code, ...couple });
  await assert.rejects(erase(groom), /Nothing was erased\. Of this person 1 still/);
  await send('booking.cancel', { code, phoneTail });
  assert.match(await erase(` ${groom}\n`), /^Documents erased: 2\.\nBackups/);
  assert.match(await erase(groom), /^Nothing is kept under this number/);
  await assert.rejects(erase('310110'), /no resident identity number/);
  const mine = await hall.query('booking.mine', {}, { kind: 'citizen', id: hall.alias(groom) });
  assert.deepEqual(mine, { status: 'answer', value: { toCome: [], past: [], wishes: [] } });
});

test('what an operator gets wrong is said in a sentence', async () => {
  await assert.rejects(mulinHall('devices', keyText(6)), /was opened with another key/);
  await assert.rejects(mulinHall('devices', keyText(5), '1'), /No hall answers at .*:1\. Start/);
  await assert.rejects(mulinHall('devices revoke nobody'), /No device of this id/);
  await assert.rejects(mulinHall('enrol --as toaster --name x'), /\/as/);
  await assert.rejects(mulinHall('staff add Li/Na'), /\/id/);
  await assert.rejects(mulinHall('staff fire li.na'), /not understood.*mulin-hall enrol/s);
});
