// Four windows of one browser: a ticket is taken, called, seen and followed, without a server behind it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';

import { launch, openKiosk, startHall, type Hall } from '../harness/kiosk.ts';

/** A Wednesday morning. */
const morning = new Date('2026-11-25T10:24:00+08:00');

let hall: Hall;
let browser: Browser;
before(async () => {
  [hall, browser] = await Promise.all([startHall(), launch()]);
});
after(async () => {
  await browser?.close();
  await hall?.kill();
});

test('kiosk, board, counter and phone tell one truth, alone in one browser', async () => {
  const kiosk = await openKiosk(browser, hall, { at: morning, path: '/ticket', worker: false });
  const { page, visitor, context } = kiosk;
  const alarms: string[] = [];
  const windowAt = async (path: string, width: number, height: number): Promise<Page> => {
    const other = await context.newPage();
    other.on('pageerror', (error) => alarms.push(String(error.stack)));
    await other.setViewportSize({ width, height });
    await other.clock.install({ time: morning });
    await other.goto(`${hall.origin}${path}`);
    return other;
  };

  const [board, counter] = await Promise.all([
    windowAt('/board.html', 1920, 1080),
    windowAt('/counter.html', 1280, 900),
  ]);
  await board.getByText('五角场街道社区事务受理服务中心').waitFor();
  await board.getByText('现在没有叫号').waitFor();
  await counter.getByRole('link', { name: '1 号窗口' }).click();
  await counter.getByRole('button', { name: '开始叫号' }).click();
  await counter.getByText('没有人等候').waitFor();

  // Two persons at the kiosk; the second one's ticket is followed on the phone.
  await page.bringToFront();
  await page.evaluate(() =>
    document.addEventListener('mulin-ticket-taken', (event) => {
      document.documentElement.dataset['held'] = JSON.stringify((event as CustomEvent).detail);
    }),
  );
  let taken = '';
  for (const number of ['A001', 'A002']) {
    if (taken) {
      await visitor.press('好了');
      await visitor.press(/^取号排队/);
    }
    await visitor.press(/综合受理/);
    await visitor.press('都没有，取号');
    await visitor.sees('号取好了');
    await visitor.sees(number);
    // The number stands there a moment before the ticket counts and the event says so.
    const told = await page.waitForFunction((wanted) => {
      const { held = '' } = document.documentElement.dataset;
      return held.includes(wanted) ? held : undefined;
    }, number);
    taken = (await told.jsonValue()) ?? '';
  }
  await visitor.sees('您前面有 1 人：先来的 1 人。');
  const held = JSON.parse(taken) as Record<string, string>;
  const phone = await windowAt(
    `/queue.html#${[held['place'], held['date'], held['number'], held['pass']].join('/')}`,
    390,
    844,
  );
  await phone.getByText('您排在第 2 位').waitFor();
  await phone.getByText('您前面有 1 人：先来的 1 人。').waitFor();

  // The clerk calls with one key; board and phone follow.
  await counter.bringToFront();
  await counter.getByRole('group', { name: '1 号窗口叫号台' }).focus();
  await counter.keyboard.press('n');
  await counter.getByText(/还能再叫 2 次/).waitFor();
  const called = board.getByRole('status', { name: '叫号屏' });
  await called.getByText('A001').waitFor();
  await called.getByText('1 号窗口').waitFor();
  await phone.getByText('下一位就是您').waitFor();

  await counter.keyboard.press('n');
  await phone.getByText('请到1 号窗口').waitFor();
  await board.clock.runFor(7000);
  await called.getByText('A002').waitFor();
  await board.getByRole('list', { name: '刚叫过的号' }).getByText('A001').waitFor();

  // Nobody comes: missed; on the phone the person is back, and the board says so.
  await counter.keyboard.press('m');
  await phone.getByRole('button', { name: '我到了' }).click();
  await phone.getByText('下一位就是您').waitFor();
  await board.getByText('A002 过号回来，再叫 3 位').waitFor();
  if (process.env['PICTURES'])
    for (const [name, one] of Object.entries({ board, counter, phone, page }))
      await one.screenshot({ path: `${process.env['PICTURES']}/${name}.png` });

  // Nothing of a person stands on the board or in an address a server sees.
  assert.doesNotMatch(await board.locator('body').innerText(), new RegExp(held['pass'] ?? '-'));
  assert.deepEqual([...alarms, ...kiosk.alarms], []);
  await kiosk.close();
});
