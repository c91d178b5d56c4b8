// The main errand from the first touch to the last, in both languages.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';

import { codeOnScreen, en, toReceipt, zh } from '../harness/errands.ts';
import { bride, groom, phone, phoneTail } from '../harness/persons.ts';
import { launch, openKiosk, startHall, type Hall } from '../harness/kiosk.ts';

let hall: Hall;
let browser: Browser;
before(async () => {
  [hall, browser] = await Promise.all([startHall(), launch()]);
});
after(async () => {
  await browser?.close();
  await hall?.kill();
});

test('a couple books by touch alone, finds the appointment again, moves it and cancels it', async () => {
  const { page, visitor, alarms, close } = await openKiosk(browser, hall);
  await visitor.seesHeading('您好，想办什么事？');

  const code = await toReceipt(visitor, zh);
  assert.match(code, /^\d{10}$/);
  await visitor.sees(/2026年12月11日 星期五 10:00/);
  await visitor.sees('杨浦区婚姻登记中心');
  await page.getByRole('img', { name: /二维码/ }).waitFor();
  const receipt = await page.locator('main').ariaSnapshot();
  for (const secret of [groom, bride, phone]) assert.ok(!receipt.includes(secret));

  await visitor.press(/回首页/);
  await visitor.press(/^我的预约/);
  await visitor.key(/回执码/, code);
  await visitor.key(/后四位/, phoneTail);
  await visitor.press('查一查');
  await visitor.sees(/2026年12月11日 星期五 10:00/);

  await visitor.press('改约');
  await visitor.press(/^12月12日/);
  await visitor.press(/^09:00/);
  await visitor.press('改到这个时间');
  await visitor.sees('改好了');
  await visitor.sees(/2026年12月12日 星期六 09:00/);
  assert.equal(await codeOnScreen(visitor), code);

  await visitor.press('取消预约');
  await visitor.press(/是的.取消/);
  await visitor.sees('已取消');
  await visitor.press(/回首页/);
  await visitor.seesHeading('您好，想办什么事？');
  assert.equal(new URL(page.url()).pathname, '/');
  assert.deepEqual(alarms, []);
  await close();
});

test('the same in English', async () => {
  const { page, visitor, alarms, close } = await openKiosk(browser, hall);
  await visitor.press('English');
  await visitor.seesHeading('Hello. What would you like to do?');
  assert.equal(await page.locator('html').getAttribute('lang'), 'en');

  const code = await toReceipt(visitor, en);
  await visitor.sees(/Friday, December 11, 2026/);
  await visitor.press(/back to start/);

  await visitor.press(/^My appointment/);
  await visitor.key(/Receipt code/, code);
  await visitor.key(/Last four digits/, phoneTail);
  await visitor.press('Look it up');
  await visitor.press('Cancel the appointment');
  await visitor.press('Keep it');
  await visitor.sees(/Friday, December 11, 2026/);

  assert.deepEqual(alarms, []);
  const chinese = await page.locator('main').evaluate((main) => /[一-鿿]/.test(main.textContent));
  assert.ok(!chinese, 'no Chinese is left on an English screen');
  await close();
});

test('a deep link opens its screen, and an address that leads nowhere the nearest one', async () => {
  const { page, visitor, close } = await openKiosk(browser, hall, { path: '/service/marriage' });
  await visitor.seesHeading('结婚登记');
  for (const [path, heading, settled] of [
    ['/appointment', '我的预约', '/appointment'],
    ['/service/marriage/book', '结婚登记预约', '/service/marriage/book'],
    ['/service/extreme-hardship/book', '特困人员', '/service/extreme-hardship'],
    ['/service/no-such-thing', '办事指南', '/guides'],
    ['/nowhere/at/all', '您好，想办什么事？', '/'],
    ['/guides/', '办事指南', '/guides'],
  ] as const) {
    await page.goto(path);
    await visitor.seesHeading(new RegExp(heading));
    assert.equal(new URL(page.url()).pathname, settled, path);
  }
  assert.equal(await page.evaluate(() => history.length), 8, 'screens replace each other');
  await close();
});
