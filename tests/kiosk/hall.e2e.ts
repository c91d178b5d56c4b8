// Terminals of one hall: what one of them does the other one sees, and with the cable pulled out they say so.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';

import type { Gateway } from '../../src/gateway/contract.ts';
import { launch, openKiosk, readyForOffline, startHall, type Hall } from '../harness/kiosk.ts';

let hall: Hall;
let browser: Browser;
before(async () => {
  [hall, browser] = await Promise.all([startHall(), launch()]);
});
after(async () => {
  await browser?.close();
  await hall?.kill();
});

/** How many services the hall knows, by the terminal's own gateway; a fault by its code. */
const ask = (page: Page): Promise<unknown> =>
  page.evaluate(async () => {
    const { gateway } = document.querySelector('kiosk-shell') as unknown as { gateway: Gateway };
    const reply = await gateway.read('booking.offer', { service: 'marriage' });
    return reply.status === 'fault' ? reply.fault.code : reply.status;
  });

const awayWords = '现在连不上大厅';

test('a terminal that is served by a hall asks the hall; with the cable pulled out it starts, shows what it has, says what can’t be done, and comes back by itself', async () => {
  const { page, context, visitor, alarms, close } = await openKiosk(browser, hall, {
    shared: true,
  });
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await visitor.press(/^办事指南/);
  await visitor.press(/^结婚登记/);
  await visitor.seesHeading('结婚登记');
  assert.ok(asked.includes('/api/watch'), asked.join());
  assert.equal(await ask(page), 'answer');
  assert.deepEqual(alarms, []);

  await readyForOffline(page);
  await context.setOffline(true);
  await page.reload(); // the guide, from what the terminal has
  await visitor.seesHeading('结婚登记');
  await page.getByText(awayWords).first().waitFor();
  assert.equal(await ask(page), 'offline', 'it does not begin to decide by itself');
  await visitor.press(/^预约/);
  await page.getByText(awayWords).nth(1).waitFor(); // in the bar, and where the times would be

  await context.setOffline(false);
  await page.getByText(awayWords).first().waitFor({ state: 'detached' });
  assert.equal(await ask(page), 'answer');
  await close();
});
