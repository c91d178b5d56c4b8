// Every screen, in every theme, can be used by everybody: axe finds nothing, targets are large, letters are large.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, describe, test } from 'node:test';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';

import { pickTime, screens, toTimes, tour, zh, type Screen } from '../harness/errands.ts';
import { launch, openKiosk, sizes, startHall, type Hall, type Size } from '../harness/kiosk.ts';
import { unlikePicture } from '../harness/pictures.ts';

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

/** What is too small to be touched (MIIT 适老化 2021) or read (the house's own rule), in CSS pixels. */
function tooSmall(page: Page, target: number, letters: number): Promise<string[]> {
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
          // Seven days stand side by side even on the smallest phone; there they are as wide as it allows (WCAG 2.5.8).
          const narrow = innerWidth < 800 && one.closest('[role=gridcell], td') !== null;
          if (height < target - 0.5 || width < (narrow ? 24 : target - 0.5))
            found.push(`${what} is ${Math.round(width)} × ${Math.round(height)} px`);
        }
        const text = [...one.childNodes].some((node) => node instanceof Text && node.data.trim());
        const size = parseFloat(getComputedStyle(one).fontSize);
        if (text && !one.matches('style, script, title') && size < least - 0.5)
          found.push(`${what} is written at ${size} px`);
      }
      return found;
    },
    { target, least: letters },
  );
}

/** Seconds run on “Still there?”, so no two pictures of it are alike; all else about it is judged. */
const pictured = screens.filter((screen) => screen !== 'still-there');

/** How people meet the screens, and which of them are kept as pictures; a phone brings smaller letters and targets. */
interface Look {
  readonly size: Size;
  readonly theme: keyof typeof themes;
  readonly letters: number;
  readonly target: number;
  readonly pictures: readonly Screen[];
}
const themes = { standard: [], elder: ['放大字号'], contrast: ['高对比'] } as const;
const looks: readonly Look[] = [
  { size: 'terminal', theme: 'standard', letters: 28, target: 60, pictures: pictured },
  { size: 'terminal', theme: 'elder', letters: 36, target: 60, pictures: pictured },
  {
    ...{ size: 'terminal', theme: 'contrast', letters: 28, target: 60 },
    pictures: ['home', 'guide', 'check', 'time', 'review', 'receipt'],
  },
  {
    ...{ size: 'wall', theme: 'standard', letters: 24, target: 60 },
    pictures: ['home', 'book', 'guide', 'time', 'persons', 'review', 'receipt', 'cancel'],
  },
  { size: 'wall', theme: 'elder', letters: 32, target: 60, pictures: ['home', 'time'] },
  { size: 'smallPhone', theme: 'standard', letters: 13, target: 48, pictures: pictured },
  {
    ...{ size: 'smallPhone', theme: 'elder', letters: 14, target: 58 },
    pictures: ['home', 'guide', 'check', 'time', 'persons', 'receipt'],
  },
];

describe('every screen', { concurrency: 3 }, () => {
  for (const { size, theme, letters, target, pictures } of looks) {
    const { width, height } = sizes[size];
    const promise = `axe finds nothing, targets are at least ${target} px, letters ${letters} px, and it looks like its picture`;
    test(`${width} × ${height}, ${theme}: ${promise}`, async () => {
      const { page, visitor, alarms, close } = await openKiosk(browser, hall, {
        size,
        clock: 'frozen',
      });
      for (const button of themes[theme]) await visitor.press(button);
      const complaints: string[] = [];
      await tour(visitor, async (screen) => {
        const all = pictures.includes(screen)
          ? await unlikePicture(page, `${size}-${theme}-${screen}`)
          : [];
        all.push(...(await tooSmall(page, target, letters)), ...(await complaintsOfAxe(page)));
        complaints.push(...all.map((complaint) => `${screen}: ${complaint}`));
      });
      assert.deepEqual([...new Set(complaints)], []);
      assert.deepEqual(alarms, [], 'nothing is asked of another origin, and no policy is broken');
      await close();
    });
  }
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
