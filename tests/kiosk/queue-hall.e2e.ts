// Four machines and one hall: a ticket is taken, a clerk signs in and calls, the board tells everybody, a phone follows.
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';

import type { Pack } from '../../src/model/index.ts';
import { hire, MULIN_KEY, operatorOf, signIn } from '../harness/clerk.ts';
import {
  built,
  launch,
  openKiosk,
  readyForOffline,
  startHall,
  type Hall,
  type Kiosk,
} from '../harness/kiosk.ts';

const pages = mkdtempSync(join(tmpdir(), 'mulin-pages-'));
let hall: Hall;
let browser: Browser;
before(async () => {
  writeOpenPages();
  [hall, browser] = await Promise.all([startHall(pages, { MULIN_KEY }), launch()]);
});
after(async () => {
  await browser?.close();
  await hall?.kill();
  rmSync(pages, { recursive: true, force: true });
});

/** The pages as built, of a district that gives out tickets at any hour: the hall's clock is the real one. */
function writeOpenPages(): void {
  cpSync(built, pages, { recursive: true });
  const file = join(pages, 'packs/yangpu.json');
  const pack = JSON.parse(readFileSync(file, 'utf8')) as Pack;
  const hours = [
    {
      weekdays: [1, 2, 3, 4, 5, 6, 7],
      from: '00:00',
      to: '23:59',
      onHolidays: true,
      onMakeUpDays: true,
    },
  ];
  writeFileSync(
    file,
    JSON.stringify({ ...pack, queues: pack.queues.map((queue) => ({ ...queue, hours })) }),
  );
}

const open = (
  path: string,
  until: string,
  size: 'terminal' | 'wall' | 'phone',
  worker = false,
): Promise<Kiosk> => openKiosk(browser, hall, { shared: true, path, until, size, worker });

async function enrol(page: Page, as: string): Promise<void> {
  const { body } = await operatorOf(hall).post('/api/devices', { as, name: as });
  const status = await page.evaluate(
    async (code) =>
      (
        await fetch('/api/enrol', {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify({ code }),
        })
      ).status,
    body['code'] as string,
  );
  assert.equal(status, 200);
  await page.reload();
}

/** What a phone's camera reads. */
const scanned = (page: Page): Promise<string> =>
  page
    .locator('mulin-qr')
    .first()
    .evaluate((code) => (code as unknown as { value: string }).value);

test('a ticket of a terminal is called by a clerk who has signed in, shown on the boards, and followed on a phone; nobody else gets behind the door, and whoever signs out is out', async () => {
  const [near, far, console_, kiosk] = await Promise.all([
    open('/board', 'mulin-board', 'wall'),
    open('/board?metres=10', 'mulin-board', 'wall'), // anybody's screen; the other one is the hall's
    open('/counter?sign-in=took-too-long', 'kiosk-staff-door', 'wall', true),
    open('/', 'kiosk-bar', 'terminal'),
  ]);
  const boards = [near, far] as const;
  await Promise.all([enrol(near.page, 'board'), enrol(kiosk.page, 'kiosk')]);
  for (const { page } of boards) await page.getByText('现在没有叫号').waitFor();

  const counter = console_.page;
  await counter.getByText('登录等得太久了').waitFor(); // it came back from the provider in vain
  assert.equal(await counter.locator('mulin-counter').count(), 0, 'nothing is behind a shut door');
  await signIn(counter, await hire(hall, 'wang', 'case'));
  await counter.getByText('您没有叫号的岗位').waitFor();
  await counter.getByRole('button', { name: '退出登录' }).click();
  await signIn(counter, await hire(hall, 'li.na', 'counter'));
  await counter.getByRole('link', { name: '1 号窗口' }).click();
  await counter.getByText('li.na 已登录').waitFor();
  await counter.getByRole('button', { name: '开始叫号' }).click();
  await counter.getByText('没有人等候').waitFor();

  await kiosk.visitor.press(/^取号排队/);
  await kiosk.visitor.press(/综合受理/);
  await kiosk.visitor.press('都没有，取号');
  await kiosk.visitor.sees('号取好了');
  await kiosk.visitor.sees('A001');
  const address = new URL(await scanned(kiosk.page));
  assert.equal(`${address.origin}${address.pathname}`, `${hall.origin}/queue`);
  assert.equal(address.search, '');

  const phone = await open('/queue', 'mulin-notice', 'phone');
  const asked: string[] = [];
  phone.page.on('request', (request) => asked.push(request.url()));
  await phone.page.goto(address.href);
  await phone.page.getByText('下一位就是您').waitFor();

  await counter.getByRole('group', { name: '1 号窗口叫号台' }).focus();
  await counter.keyboard.press('n');
  await counter.getByText(/还能再叫 2 次/).waitFor();
  for (const { page } of boards) {
    const called = page.getByRole('status', { name: '叫号屏' });
    await called.getByText('A001').waitFor();
    await called.getByText('1 号窗口').waitFor();
  }
  await phone.page.getByText('请到1 号窗口').waitFor();
  const pass = address.hash.split('/').at(-1) ?? '';
  assert.ok(pass.length > 3);
  assert.deepEqual(
    asked.filter((url) => (url.split('#')[0] ?? '').includes(pass)),
    [],
    'the pass is in no address that a server sees',
  );

  const all = [...boards, console_, kiosk, phone];
  assert.deepEqual(
    all.flatMap(({ alarms }) => alarms),
    [],
  );

  // Whoever signs out with the cable pulled out is signed out when it is back, also after a reload.
  await readyForOffline(counter);
  await console_.context.setOffline(true);
  await counter.getByRole('button', { name: '退出登录' }).click();
  await counter.getByText('现在连不上大厅').waitFor();
  assert.equal(await counter.locator('mulin-counter').count(), 0);
  await counter.reload();
  await counter.getByText('现在连不上大厅').waitFor();
  await console_.context.setOffline(false);
  await counter.getByRole('heading', { name: '工作人员登录' }).waitFor();
  const { actor } = await counter.evaluate(
    async () =>
      (await (await fetch('/api/session')).json()) as { readonly actor: { readonly kind: string } },
  );
  assert.notEqual(actor.kind, 'staff');

  await Promise.all(all.map((one) => one.close()));
});
