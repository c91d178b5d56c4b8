// A person of seventy applies for meals at the terminal, by touch, under the policy it is served with.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';

import { launch, openKiosk, startHall, type Hall } from '../harness/kiosk.ts';
import { idNumberOf } from '../harness/persons.ts';

let hall: Hall;
let browser: Browser;
before(async () => {
  [hall, browser] = await Promise.all([startHall(), launch()]);
});
after(async () => {
  await browser?.close();
  await hall?.kill();
});

test('somebody applies for meals from the first screen to the receipt, and nothing of it stays behind', async () => {
  const kiosk = await openKiosk(browser, hall);
  const { page, visitor } = kiosk;
  await visitor.press(/^申请办事/);
  await visitor.press(/老年助餐申请/);
  await visitor.press('填表申请');

  await visitor.field(/^姓名/).fill('王秀英');
  await visitor.key(/证件号码/, idNumberOf('1953-03-08', 'female'));
  await visitor.key(/手机号码/, '13912345678');
  await visitor.touch(page.getByRole('combobox', { name: /街道/ }));
  await visitor.touch(page.getByRole('option', { name: '四平路街道' }));
  await visitor.field(/路、弄/).fill('四平路 1239 弄 5 号 302 室');
  await visitor.sees('73'); // the age follows from the number
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
  await visitor.key(/从哪一天开始/, '20261201');
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

  await visitor.press('结束');
  await visitor.sees(/都清空了/);
  assert.doesNotMatch(await page.content(), /王秀英/);
  assert.deepEqual(kiosk.alarms, []);
  await kiosk.close();
});
