// The five people of a charity supermarket, one after the other at one terminal, and the clerk at the desk beside it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';

import type { Gateway } from '../../src/gateway/contract.ts';
import { launch, openKiosk, startHall, type Hall, type Kiosk } from '../harness/kiosk.ts';
import { idNumberOf, phone, phoneTail } from '../harness/persons.ts';

let hall: Hall;
let browser: Browser;
let kiosk: Kiosk;
before(async () => {
  [hall, browser] = await Promise.all([startHall(), launch()]);
  kiosk = await openKiosk(browser, hall);
});
after(async () => {
  await browser?.close();
  await hall?.kill();
});

/** What the five leave for the clerk. */
const codes = { donation: '', order: '' };
const idNumber = idNumberOf('1949-10-01', 'female');

/** Another page of the same terminal, such as a desk, or the next morning. */
const beside = (path: string, until: string, at?: Date): Promise<Kiosk> =>
  openKiosk(browser, hall, { context: kiosk.context, path, until, ...(at && { at }) });

async function codeOnScreen(page: Page): Promise<string> {
  const code = page.locator('b[part=code]').filter({ visible: true });
  return (await code.textContent())?.replaceAll(/\D/g, '') ?? '';
}
/** Into a room of the supermarket, from the first screen. */
async function enters(room: RegExp): Promise<void> {
  await kiosk.visitor.press(/^慈善超市/);
  await kiosk.visitor.press(room);
}
/** And nothing stays behind. */
async function leaves(): Promise<void> {
  await kiosk.visitor.press('结束');
  await kiosk.visitor.sees(/都清空了/);
  assert.doesNotMatch(await kiosk.page.content(), new RegExp(phone));
}
async function putsIntoBasket(name: string): Promise<void> {
  const { page, visitor } = kiosk;
  await visitor.touch(page.getByRole('button', { name: new RegExp(`^${name}`) }).first());
  await visitor.press(/^放进篮子/);
  await visitor.press(/^看篮子/);
}
/** The day after tomorrow, and the first time that is free on it. */
async function choosesTime(): Promise<void> {
  const { page, visitor } = kiosk;
  await visitor.press('下一步：选取货时间');
  await visitor.touch(page.getByRole('button', { name: /^10:00/ }));
  await visitor.press('下一步：核对');
  await visitor.sees(/为您保留到/);
}

test('a donor announces clothes and a day, by touch alone', async () => {
  const { visitor, page } = kiosk;
  await enters(/^捐赠/);
  await visitor.press(/^捐物品/);
  await visitor.choose('要捐什么？', '衣物');
  await visitor.press('件数加一');
  await visitor.press('下一步');
  await visitor.choose('哪一天送来？', /11月24日/);
  await visitor.choose('上午还是下午？', '上午');
  await visitor.press('下一步');
  await visitor.key('手机号', phone);
  await visitor.press('登记捐赠');
  await visitor.sees('登记好了，谢谢您');
  codes.donation = await codeOnScreen(page);
  await leaves();
});

test('a shopper reserves rice for a time that is kept meanwhile', async () => {
  const { visitor, page } = kiosk;
  await enters(/^挑物品/);
  await putsIntoBasket('东北长粒香大米');
  await choosesTime();
  await visitor.key('手机号', phone);
  await visitor.press('确认预订');
  await visitor.sees('预订好了');
  codes.order = await codeOnScreen(page);
  await leaves();
});

test('a beneficiary pays with points, by card, and no screen says so to the next one', async () => {
  const { visitor, page } = kiosk;
  const office = await beside('/desk', 'mulin-case-desk');
  await office.page.evaluate(async (number) => {
    const { gateway } = document.querySelector('mulin-scope') as unknown as { gateway: Gateway };
    await gateway.send('points.enrol', { idNumber: number }, { idempotencyKey: 'enrol' });
  }, idNumber);
  await office.close();
  await page.evaluate((number) => {
    const card = { kind: 'resident', idNumber: number, name: '示例' };
    const cardReader = {
      status: () => Promise.resolve({ state: 'ready', occupied: false }),
      read: () => Promise.resolve({ status: 'read', card }),
    };
    Object.assign(document.querySelector('kiosk-shell') as Element, { cardReader });
  }, idNumber);
  await enters(/^挑物品/);
  await putsIntoBasket('软香米');
  await visitor.choose('怎么付', /用救助积分/);
  await choosesTime();
  await visitor.press('刷身份证');
  await visitor.press('确认预订');
  await visitor.sees('预订好了');
  await visitor.press('好了');
  await visitor.press(/^我的积分/);
  await visitor.press('刷身份证');
  await visitor.press('显示积分');
  await visitor.sees('181'); // of 200 a month
  await leaves();
  assert.doesNotMatch(await page.content(), /积分/);
});

test('a volunteer signs up, comes and goes, and the hours are theirs', async () => {
  const morning = new Date('2026-11-24T08:45:00+08:00');
  const { page, visitor, close, alarms } = await beside('/shop/volunteer', 'kiosk-bar', morning);
  await visitor.press(/^报名/);
  await visitor.touch(page.getByRole('button', { name: /11月24日.*09:00–11:00/ }).first());
  await visitor.key('手机号', phone);
  await visitor.press('报名');
  await visitor.sees('报好了');
  const code = await codeOnScreen(page);
  await visitor.press('好了');
  await visitor.press(/^慈善超市/);
  await visitor.press(/^志愿服务/);
  await visitor.press(/^签到/);
  await visitor.key('登记码', code);
  await visitor.key('手机号后四位', phoneTail);
  await visitor.press('查一查');
  await visitor.press('签到');
  await visitor.sees('已签到');
  await page.clock.setSystemTime(new Date('2026-11-24T10:30:00+08:00'));
  await visitor.press('签退');
  await visitor.sees('1 小时 30 分钟');
  assert.deepEqual(alarms, []);
  await close();
});

test('a clerk receives the gift, hands out the rice, and sees both in the month', async () => {
  const { page, visitor, close, alarms } = await beside('/stock', 'mulin-stock');
  await visitor.field('取货码').fill(codes.order);
  await visitor.press(/^已收现金 32.90 元/);
  await visitor.sees(`${codes.order} 已交给本人`);
  await visitor.touch(page.getByRole('tab', { name: '收捐赠' }));
  await visitor.press(`打开 ${codes.donation}`);
  await visitor.press('收到了，就这么多');
  await visitor.sees('已收到');
  await visitor.touch(page.getByRole('tab', { name: '月报' }));
  await visitor.sees('1 件 · 32.90 元');
  assert.deepEqual(alarms, []);
  await close();
  assert.deepEqual(kiosk.alarms, []);
});
