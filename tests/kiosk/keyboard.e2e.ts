// A keypad is enough: no touch, no mouse, from home to the receipt.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Locator, Page } from 'playwright-core';

import { zh } from '../harness/errands.ts';
import { bride, groom, phone } from '../harness/persons.ts';
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

/** More stops than any screen has. */
const STOPS = 60;

/** Where the keys are now. */
const isFocused = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => element.matches(':focus'));

/** Goes on with Tab until the keys are there. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.first().waitFor({ state: 'attached' });
  for (let stop = 0; stop < STOPS; stop += 1) {
    if ((await target.count()) > 0 && (await isFocused(target.first()))) return;
    await page.keyboard.press('Tab');
  }
  assert.fail(`The keys never reach ${String(target)}`);
}

test('a couple books with keys alone, and what has the focus can be seen', async () => {
  const { page, visitor, alarms, close } = await openKiosk(browser, hall);
  const press = async (name: string | RegExp): Promise<void> => {
    await tabTo(page, visitor.button(name));
    const outline = await visitor
      .button(name)
      .first()
      .evaluate((button) => getComputedStyle(button).outlineStyle);
    assert.notEqual(outline, 'none', `the focus on ${String(name)} can be seen`);
    await page.keyboard.press('Enter');
    await page.waitForTimeout(550); // one press, one effect: the house ignores a tremor
  };

  await press(zh.book);
  await press(zh.marriage);
  for (const [question, answer] of zh.questions) {
    const group = page.getByRole('radiogroup', { name: question });
    await tabTo(page, group.getByRole('radio').first());
    await page.keyboard.press(answer === 'yes' ? 'Space' : 'ArrowRight');
    const chosen = group.getByRole('radio', { name: zh[answer], exact: true, checked: true });
    await chosen.waitFor();
  }
  await press(zh.toPlace);
  await press(zh.toTime);

  // Into the calendar, then by arrows: a week down, into December.
  await tabTo(page, page.getByRole('grid').locator('button:not([tabindex="-1"])'));
  const onDay = (name: RegExp) =>
    page.getByRole('gridcell', { name }).locator('button:focus').waitFor();
  for (const [key, day] of [
    ...[['ArrowDown', /12月1日/] as const, ['ArrowDown', /12月8日/] as const],
    ...[['ArrowRight', /12月9日/] as const, ['ArrowRight', /12月10日/] as const],
    ['ArrowRight', /12月11日/] as const,
  ]) {
    await page.keyboard.press(key);
    await onDay(day);
  }
  await page.keyboard.press('Enter');
  await visitor.seesHeading(/12月11日/);
  await press(zh.time);
  await press(zh.toPersons);

  for (const [field, text] of [
    [zh.man, groom],
    [zh.woman, bride],
    [zh.phone, phone],
  ] as const) {
    await tabTo(page, visitor.field(field));
    await page.keyboard.type(text);
  }
  await page.keyboard.press('Enter');
  for (const statement of zh.statements) {
    await tabTo(page, page.getByRole('checkbox', { name: statement }));
    await page.keyboard.press('Space');
  }
  await press(zh.confirm);
  await visitor.sees(zh.booked);
  await visitor.sees(/2026年12月11日 星期五 10:00/);

  await press(/回首页/);
  await visitor.seesHeading('您好，想办什么事？');
  assert.deepEqual(alarms, []);
  await close();
});
