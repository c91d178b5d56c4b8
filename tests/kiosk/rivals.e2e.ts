// Two couples, two windows, one place left.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';

import type { Gateway } from '../../src/gateway/contract.ts';
import { pickTime, toTimes, zh } from '../harness/errands.ts';
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

const slot = { service: 'marriage', place: 'yangpu-registry', date: '2026-12-11', time: '10:00' };

/** Other people keep all places of the slot but one. */
async function leaveOne(page: Page): Promise<void> {
  await page.evaluate(async (wanted) => {
    const { gateway } = document.querySelector('kiosk-shell') as unknown as { gateway: Gateway };
    const { service, place, date } = wanted;
    for (;;) {
      const reply = await gateway.read('booking.times', { service, place, date });
      const times = reply.status === 'answer' ? reply.value.times : [];
      const left = times.find(({ time }) => time === wanted.time)?.free ?? 0;
      if (left <= 1) return;
      await gateway.send('booking.hold', wanted, { idempotencyKey: `other-${left}` });
    }
  }, slot);
}

test('the last place goes to one couple, and the other is told what is free nearby', async () => {
  const first = await openKiosk(browser, hall);
  const second = await openKiosk(browser, hall, { context: first.context });
  await leaveOne(first.page);

  for (const { visitor } of [first, second]) {
    await toTimes(visitor);
    await pickTime(visitor);
  }
  await first.visitor.press(zh.toPersons);
  await first.visitor.field(zh.man).waitFor();

  // The second couple has the same time picked already, and presses on.
  await second.visitor.press(zh.toPersons);
  await second.visitor.sees(/刚被别人约走了|约满/);
  assert.equal(await second.visitor.field(zh.man).count(), 0);
  const nearest = second.page.locator('mulin-nearest');
  await nearest
    .getByRole('button', { name: /12月11日.*(09:30|10:30)/ })
    .first()
    .waitFor();
  assert.equal(await nearest.getByRole('button', { name: /12月11日.*10:00/ }).count(), 0);

  await second.visitor.touch(nearest.getByRole('button').first());
  await second.visitor.field(zh.man).waitFor();
  assert.deepEqual([...first.alarms, ...second.alarms], []);
  await first.close();
});
