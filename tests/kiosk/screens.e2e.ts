// Every screen, in every theme, can be used by everybody: axe finds nothing, targets are large, letters are large.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';

import { pickTime, toTimes, tour, zh } from '../harness/errands.ts';
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

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

async function complaintsOfAxe(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const { violations } = await page.evaluate<AxeResults>(
    `axe.run(document, { rules: { 'color-contrast-enhanced': { enabled: true } } })`,
  );
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${help}\n  ${html}\n  ${failureSummary}`),
  );
}

/** Kiosk sizes in CSS pixels at 1080 wide (docs: MIIT 适老化 2021 for the target, the house's own for letters). */
const TARGET = 60;

/** What is too small to be touched or read. */
function tooSmall(page: Page, letters: number): Promise<string[]> {
  return page.evaluate(
    ({ target, least }) => {
      const found: string[] = [];
      const isUnseen = (one: Element): boolean => {
        const { width, height } = one.getBoundingClientRect();
        return width <= 1 || height <= 1 || !one.checkVisibility({ visibilityProperty: true });
      };
      const seen = (root: ParentNode | ShadowRoot): Element[] =>
        [...root.querySelectorAll('*')].flatMap((one) => [
          one,
          ...(one.shadowRoot ? seen(one.shadowRoot) : []),
        ]);
      for (const one of seen(document)) {
        if (isUnseen(one)) continue;
        const { width, height } = one.getBoundingClientRect();
        const what = `${one.localName} «${(one.getAttribute('aria-label') ?? one.textContent).trim().slice(0, 30)}»`;
        if (one.matches('button, a[href], input, summary, [role=button], [role=link]')) {
          if (Math.min(width, height) < target - 0.5)
            found.push(`${what} is ${Math.round(width)} × ${Math.round(height)} px`);
        }
        const text = [...one.childNodes].some((node) => node instanceof Text && node.data.trim());
        const size = parseFloat(getComputedStyle(one).fontSize);
        if (text && !one.matches('style, script, title') && size < least - 0.5)
          found.push(`${what} is written at ${size} px`);
      }
      return found;
    },
    { target: TARGET, least: letters },
  );
}

for (const [theme, buttons, letters] of [
  ['standard', [], 28],
  ['elder', ['放大字号'], 36],
  ['contrast', ['高对比'], 28],
] as const) {
  test(`${theme}: axe finds nothing, targets are at least 60 px, letters at least ${letters} px`, async () => {
    const { page, visitor, close } = await openKiosk(browser, hall);
    for (const button of buttons) await visitor.press(button);
    const complaints: string[] = [];
    await tour(visitor, async (screen) => {
      const all = [...(await tooSmall(page, letters)), ...(await complaintsOfAxe(page))];
      complaints.push(...all.map((complaint) => `${screen}: ${complaint}`));
    });
    assert.deepEqual([...new Set(complaints)], []);
    await close();
  });
}

test('nothing is asked of another origin, and no rule of the server’s policy is broken', async () => {
  const { page, visitor, alarms, close } = await openKiosk(browser, hall);
  await page.evaluate(() => {
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) =>
      console.error('refused:', violatedDirective, blockedURI, sample),
    );
  });
  await tour(visitor, () => Promise.resolve());
  assert.deepEqual(alarms, []);
  await close();
});

test('a browser in another time zone shows the same Shanghai times', async () => {
  const shown = new Set<string>();
  for (const timeZone of ['Asia/Shanghai', 'UTC', 'America/Los_Angeles']) {
    // Half past midnight in Shanghai: elsewhere it is still yesterday.
    const at = new Date('2026-11-24T00:30:00+08:00');
    const { page, visitor, close } = await openKiosk(browser, hall, { timeZone, at });
    assert.equal(
      await page.evaluate(() => Intl.DateTimeFormat().resolvedOptions().timeZone),
      timeZone,
    );
    await visitor.sees('00:30');
    await visitor.sees('11月24日 星期二');
    await toTimes(visitor);
    await visitor.seesHeading(/^11月24日/);
    const first = await page.locator('main').ariaSnapshot();
    await pickTime(visitor);
    await visitor.press(zh.toPersons);
    await visitor.sees(/保留到 00:40/);
    shown.add(first);
    await close();
  }
  assert.equal(shown.size, 1);
});
