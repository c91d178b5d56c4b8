// What people get wrong is told in a sentence, and nothing they typed is lost.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';

import { receiptCodeOf } from '../../src/model/shared/receipt-code.ts';
import { toPersons, toQuestions, toReceipt, toReview, zh } from '../harness/errands.ts';
import { launch, openKiosk, startHall, type Hall, type Visitor } from '../harness/kiosk.ts';
import { bride, groom, idNumberOf, phone, phoneTail } from '../harness/persons.ts';

let hall: Hall;
let browser: Browser;
before(async () => {
  [hall, browser] = await Promise.all([startHall(), launch()]);
});
after(async () => {
  await browser?.close();
  await hall?.kill();
});

const typed = async (visitor: Visitor, name: RegExp): Promise<string> =>
  (await visitor.field(name).inputValue()).replaceAll(' ', '');

const lastDigitWrong = groom.slice(0, -1) + (groom.endsWith('7') ? '3' : '7');

test('numbers that can’t be right: each a sentence, everything typed stays, and mended it goes on', async () => {
  const { visitor, alarms, close } = await openKiosk(browser, hall);
  await toPersons(visitor);
  await visitor.key(zh.phone, phone);

  for (const [man, woman, sentence] of [
    [lastDigitWrong, bride, /按错了一位/],
    [idNumberOf('2005-06-01', 'male'), bride, /没满 22 周岁/],
    [groom, idNumberOf('2007-06-01', 'female'), /没满 20 周岁/],
    [bride, groom, /和性别对不上/],
  ] as const) {
    for (const [field, number] of [
      [zh.man, man],
      [zh.woman, woman],
    ] as const) {
      if ((await typed(visitor, field)) === number) continue;
      await visitor.clear(field);
      await visitor.key(field, number);
    }
    await visitor.press(zh.toReview);
    await visitor.sees(sentence);
    assert.equal(await typed(visitor, zh.man), man);
    assert.equal(await typed(visitor, zh.woman), woman);
    assert.equal(await typed(visitor, zh.phone), phone);
  }

  await visitor.clear(zh.man);
  await visitor.key(zh.man, groom);
  await visitor.clear(zh.woman);
  await visitor.key(zh.woman, bride);
  await visitor.press(zh.toReview);
  await visitor.button(zh.confirm).waitFor();
  assert.deepEqual(alarms, []);
  await close();
});

test('an answer that stops is followed by what to do instead', async () => {
  const { page, visitor, close } = await openKiosk(browser, hall);
  await toQuestions(visitor);
  await visitor.choose(/自己愿意/, '否');
  await visitor.sees(/12338/);
  await visitor.press(zh.toPlace);
  assert.equal(await page.getByRole('radiogroup', { name: /到哪里/ }).count(), 0);
  await visitor.choose(/自己愿意/, '是');
  await page.getByText(/12338/).waitFor({ state: 'detached' });
  await close();
});

test('a statement that nobody has ticked holds the booking up', async () => {
  const { visitor, close } = await openKiosk(browser, hall);
  await toReview(visitor);
  await visitor.tick(zh.statements[0] ?? '');
  await visitor.press(zh.confirm);
  await visitor.sees(/再勾选/);
  assert.equal(await visitor.page.getByText(zh.booked).count(), 0);
  for (const statement of zh.statements.slice(1)) await visitor.tick(statement);
  await visitor.press(zh.confirm);
  await visitor.sees(zh.booked);
  await close();
});

test('a code that does not exist, one with a slip, and a wrong phone: nothing is given away', async () => {
  const { visitor, alarms, close } = await openKiosk(browser, hall);
  const code = await toReceipt(visitor);
  await visitor.press(/回首页/);
  await visitor.press(/^我的预约/);

  const nobodys = receiptCodeOf(code === receiptCodeOf('123456789') ? '987654321' : '123456789');
  await visitor.key(/回执码/, nobodys);
  await visitor.key(/后四位/, phoneTail);
  await visitor.press('查一查');
  await visitor.sees('没有查到这张回执');
  assert.equal(await typed(visitor, /回执码/), nobodys);
  assert.equal(await typed(visitor, /后四位/), phoneTail);

  const slip = code.slice(0, -1) + String((Number(code.at(-1)) + 1) % 10);
  await visitor.clear(/回执码/);
  await visitor.key(/回执码/, slip);
  await visitor.press('查一查');
  await visitor.sees(/按错了一位/);
  assert.equal(await typed(visitor, /回执码/), slip);

  await visitor.clear(/回执码/);
  await visitor.key(/回执码/, code);
  await visitor.clear(/后四位/);
  await visitor.key(/后四位/, '0000');
  await visitor.press('查一查');
  await visitor.sees('没有查到这张回执');
  assert.deepEqual(alarms, []);
  await close();
});
