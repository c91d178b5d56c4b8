// A person of seventy applies for meals at the terminal, by touch, under the policy it is served with; a clerk decides in
// another window, and the person reads it. In one browser, and in a hall.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';

import type { MulinFormReceipt } from '../../src/parts/application/index.ts';
import { hire, MULIN_KEY, signIn } from '../harness/clerk.ts';
import { launch, openKiosk, startHall, type Hall, type Kiosk } from '../harness/kiosk.ts';
import { idNumberOf } from '../harness/persons.ts';

let hall: Hall;
let browser: Browser;
before(async () => {
  [hall, browser] = await Promise.all([startHall(undefined, { MULIN_KEY }), launch()]);
});
after(async () => {
  await browser?.close();
  await hall?.kill();
});

/** From the first screen to the receipt; its code. */
async function applies({ page, visitor }: Kiosk, from: string): Promise<string> {
  await visitor.press(/^申请办事/);
  await visitor.press(/老年助餐申请/);
  await visitor.press('填表申请');

  await visitor.field(/^姓名/).fill('王秀英');
  await visitor.key(/证件号码/, idNumberOf('1953-03-08', 'female'));
  await visitor.key(/手机号码/, '13912345678');
  await visitor.touch(page.getByRole('combobox', { name: /街道/ }));
  await visitor.touch(page.getByRole('option', { name: '四平路街道' }));
  await visitor.field(/路、弄/).fill('四平路 1239 弄 5 号 302 室');
  await visitor.sees(/^7\d$/); // the age follows from the number
  await visitor.press('下一步');

  await visitor.choose(/一个人住/, '是');
  await visitor.choose(/走路方便/, '自己能走');
  await visitor.choose(/哪一种情况/, '都没有');
  await visitor.press('下一步');

  await visitor.choose(/到食堂吃/, '到食堂吃');
  await visitor.touch(page.getByRole('combobox', { name: /哪一家食堂/ }));
  await visitor.touch(page.getByRole('option', { name: /四平路/ }));
  await visitor.tick('中饭');
  await visitor.tick('星期一');
  await visitor.key(/从哪一天开始/, from);
  await visitor.press('下一步');

  await visitor.choose(/过敏/, '否');
  await visitor.press('下一步');

  await visitor.field(/联系人姓名/).fill('李建国');
  await visitor.choose(/关系/, '子女');
  await visitor.key(/联系人电话/, '13812345678');
  await visitor.press('下一步');

  await visitor.tick(/我填的都是真的/);
  await visitor.press('不方便写字');
  await visitor.tick(/以勾选代替签名/);
  await visitor.press('去核对');
  await visitor.sees('王秀英');
  await visitor.press('提交');
  await visitor.sees('已经收到了');
  assert.match(page.url(), /\/service\/meal-assistance$/);
  return page
    .locator('mulin-form-receipt')
    .evaluate((card) => (card as unknown as MulinFormReceipt).receipt?.code ?? '');
}

/** Nothing of them is left: neither on the screen nor in what was written down while they filled in. */
async function leaves({ page, visitor }: Kiosk): Promise<void> {
  await visitor.press('结束');
  await visitor.sees(/都清空了/);
  assert.doesNotMatch(await page.content(), /王秀英/);
  const rows = await page.evaluate(async () => {
    const settled = <Value>(request: IDBRequest<Value>): Promise<Value> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(new Error(String(request.error)));
      });
    const db = await settled(indexedDB.open('mulin-notebook'));
    return settled(db.transaction('rows').objectStore('rows').count());
  });
  assert.equal(rows, 0);
}

/** By keyboard, as a desk is worked. */
async function decides(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /^老年助餐/ })
    .first()
    .click();
  await page.getByRole('button', { name: /^认领/ }).click();
  await page.getByRole('button', { name: /^作决定/ }).waitFor();
  for (const what of ['证件和填的一致', '年满 60 周岁', '住在杨浦区', '优惠的证明', '送餐的理由']) {
    await page.getByRole('button', { name: `${what}：符合`, exact: true }).click();
    await page.getByRole('listitem').filter({ hasText: what }).getByText('核对').first().waitFor();
  }
  await page.getByRole('button', { name: /^作决定/ }).click();
  await page.getByRole('radio', { name: '同意', exact: true }).check({ force: true });
  await page.getByRole('radio', { name: /可以用餐了/ }).check({ force: true });
  await page.getByRole('button', { name: '确认决定' }).click();
  await page.getByRole('button', { name: '已办结' }).click();
  await page.getByRole('button', { name: /^老年助餐.*同意/ }).waitFor();
}

async function readsDecision({ visitor }: Kiosk, code: string): Promise<void> {
  await visitor.press(/^我的办件/);
  await visitor.key(/回执码/, code);
  await visitor.key(/后四位/, '5678');
  await visitor.press('查一查');
  await visitor.sees('申请同意了');
  await visitor.sees('可以用餐了，从您选的那一天开始。');
}

test('in one browser: applied for at the terminal, decided in another window, read at the terminal, and nothing stays behind', async () => {
  const kiosk = await openKiosk(browser, hall);
  const code = await applies(kiosk, '20261201');
  await leaves(kiosk);
  const { context } = kiosk;
  const desk = await openKiosk(browser, hall, { context, path: '/desk', until: 'mulin-case-desk' });
  await decides(desk.page);
  await readsDecision(kiosk, code);
  assert.deepEqual([...kiosk.alarms, ...desk.alarms], []);
  await kiosk.close();
});

test('in a hall: the same, by a clerk who has signed in', async () => {
  const kiosk = await openKiosk(browser, hall, { shared: true });
  const soon = new Date(Date.now() + 7 * 24 * 60 * 60_000).toLocaleDateString('en-CA');
  const code = await applies(kiosk, soon.replaceAll('-', ''));
  await leaves(kiosk);
  const desk = await openKiosk(browser, hall, {
    ...{ shared: true, size: 'wall', path: '/desk', until: 'kiosk-staff-door' },
  });
  await signIn(desk.page, await hire(hall, 'wang', 'case'));
  await decides(desk.page);
  await readsDecision(kiosk, code);
  assert.deepEqual([...kiosk.alarms, ...desk.alarms], []);
  await desk.close();
  await kiosk.close();
});
