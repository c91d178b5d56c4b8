// A machine becomes a terminal of its hall by a code, and stops being one when it is revoked.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';

import { operatorToken } from '../../server/who/who.ts';
import { built, launch, openKiosk, startHall, type Hall } from '../harness/kiosk.ts';
import { visitor, type Visitor } from '../harness/visitor.ts';

const key = { id: 'k', bytes: new Uint8Array(32).fill(9) };
const MULIN_KEY = `k:${Buffer.from(key.bytes).toString('base64')}`;

let hall: Hall;
let browser: Browser;
let operator: Visitor;
before(async () => {
  [hall, browser] = await Promise.all([startHall(built, { MULIN_KEY }), launch()]);
  operator = visitor(hall.origin, { authorization: `Bearer ${operatorToken(key)}` });
});
after(async () => {
  await browser?.close();
  await hall?.kill();
});

const codeFor = async (as: string): Promise<string> =>
  (await operator.post('/api/devices', { as, name: as })).body['code'] as string;
const wrong = (code: string): string => String((Number(code) + 1) % 10 ** 8).padStart(8, '0');

test('a machine becomes a terminal of the hall by a code, typed on its own screen', async () => {
  const asked = { until: 'kiosk-enrol', path: '/enrol' };
  const { page, visitor: person, close } = await openKiosk(browser, hall, asked);
  await person.sees(/这台机器还没有登记/);
  await person.sees(/not registered yet/);
  const code = await codeFor('kiosk');
  await person.press(/^登记/);
  await person.sees(/一共 8 位数字/);
  await person.key(/登记码/, wrong(code));
  await person.keyDone(/登记码/);
  await person.press(/^登记/);
  await person.sees(/这个登记码不对/);
  await person.key(/登记码/, code);
  await person.keyDone(/登记码/);
  await person.press(/^登记/);
  await person.seesHeading(/您好，想办什么事/);
  assert.equal(new URL(page.url()).pathname, '/');

  const { body } = await operator.get('/api/devices');
  const [device] = body['devices'] as { id: string; name: string }[];
  assert.equal(device?.name, 'kiosk');
  const asTerminal = (): Promise<number> =>
    page.evaluate(async () => (await fetch('/api/session')).status);
  assert.equal(await asTerminal(), 200);
  await operator.ask('DELETE', `/api/devices/${device.id}`);
  assert.equal(await asTerminal(), 401);
  await close();
});

test('on one fresh machine the terminal starts at once, without any ceremony', async (t) => {
  const fresh = await startHall(built);
  t.after(() => fresh.kill());
  const { visitor: person, alarms, close } = await openKiosk(browser, fresh);
  await person.seesHeading(/您好，想办什么事/);
  assert.deepEqual(alarms, []);
  await close();
});
