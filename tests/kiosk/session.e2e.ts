// One person after the other: nothing of the first is left for the second, and nobody is thrown out unasked.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';

import type { Gateway } from '../../src/gateway/contract.ts';
import { toPersons, toReceipt, zh } from '../harness/errands.ts';
import { launch, openKiosk, startHall, type Hall, type Kiosk } from '../harness/kiosk.ts';
import { bride, groom, phone } from '../harness/persons.ts';

let hall: Hall;
let browser: Browser;
before(async () => {
  [hall, browser] = await Promise.all([startHall(), launch()]);
});
after(async () => {
  await browser?.close();
  await hall?.kill();
});

const spaced = (text: string, ...groups: number[]): string => {
  let at = 0;
  return groups.map((length) => text.slice(at, (at += length))).join(' ');
};
/** As typed, and as fields show them. */
const secrets = [groom, bride, phone].concat(
  spaced(groom, 6, 8, 4),
  spaced(bride, 6, 8, 4),
  spaced(phone, 3, 4, 4),
  '3****************7',
  '139****5678',
);

/** Everything the page and its browser hold that somebody could look at, as one text. */
async function everything({ page, context, console: lines }: Kiosk): Promise<string> {
  const inPage = await page.evaluate(async () => {
    const dom = (node: Node): string => {
      const own =
        node instanceof Text
          ? node.data
          : node instanceof Element
            ? [...node.attributes].map(({ name, value }) => `${name}=${value}`).join(' ')
            : '';
      const typed = node instanceof HTMLInputElement ? node.value : '';
      const shadow = node instanceof Element && node.shadowRoot ? dom(node.shadowRoot) : '';
      return [own, typed, shadow, ...[...node.childNodes].map(dom)].join('\n');
    };
    const cached = async (): Promise<string[]> => {
      const found: string[] = [];
      for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const request of await cache.keys()) {
          found.push(request.url);
          const response = await cache.match(request);
          const type = response?.headers.get('content-type') ?? '';
          if (response && /html|json/.test(type)) found.push(await response.text());
        }
      }
      return found;
    };
    const rows = async (): Promise<string[]> => {
      const found: string[] = [];
      for (const { name = '' } of await indexedDB.databases()) {
        const db = await new Promise<IDBDatabase>((resolve, reject) => {
          const request = indexedDB.open(name);
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(new Error(name));
        });
        for (const room of db.objectStoreNames) {
          const store = db.transaction(room).objectStore(room);
          const all = await new Promise<unknown[]>((resolve) => {
            const request = store.getAll();
            request.onsuccess = () => resolve(request.result);
          });
          const bytes = (_key: string, value: unknown): unknown =>
            value instanceof ArrayBuffer || ArrayBuffer.isView(value)
              ? new TextDecoder('latin1').decode(value)
              : value;
          found.push(...all.map((row) => JSON.stringify(row, bytes) ?? ''));
        }
        db.close();
      }
      return found;
    };
    return [
      dom(document),
      location.href,
      JSON.stringify(history.state),
      document.title,
      JSON.stringify(Object.entries(localStorage)),
      JSON.stringify(Object.entries(sessionStorage)),
      document.cookie,
      String(getSelection()),
      ...(await cached()),
      ...(await rows()),
    ].join('\n');
  });
  return [inPage, ...lines, JSON.stringify(await context.cookies())].join('\n');
}

async function assertNothingLeft(kiosk: Kiosk, code?: string): Promise<void> {
  const held = await everything(kiosk);
  assert.ok(held.includes('您好，想办什么事？'), 'the search itself sees the page');
  for (const secret of secrets) assert.ok(!held.includes(secret), `“${secret}” is still there`);
  if (!code) return;
  const shown = await kiosk.page.locator('body').ariaSnapshot();
  assert.ok(!shown.replaceAll(' ', '').includes(code), 'the receipt code is off the screen');
}

const freeAtTen = (page: Page): Promise<number | undefined> =>
  page.evaluate(async () => {
    const { gateway } = document.querySelector('kiosk-shell') as unknown as { gateway: Gateway };
    const input = { service: 'marriage', place: 'yangpu-registry', date: '2026-12-11' };
    const reply = await gateway.read('booking.times', input);
    if (reply.status !== 'answer') return undefined;
    return reply.value.times.find(({ time }) => time === '10:00')?.free;
  });

test('two minutes without a touch: it asks, counts down, and then clears everything', async () => {
  const kiosk = await openKiosk(browser, hall);
  const { page, visitor, alarms } = kiosk;
  await visitor.press('放大字号');
  await visitor.press('高对比');
  await visitor.press('English');
  await visitor.press('中文');
  await toPersons(visitor);
  await visitor.key(zh.man, groom);
  await visitor.key(zh.woman, bride);
  await visitor.key(zh.phone, phone);
  await page.evaluate(() => sessionStorage.setItem('left-by-somebody', '1'));
  assert.equal(await freeAtTen(page), 5, 'the time is kept for them');
  assert.ok(
    (await everything(kiosk)).includes(spaced(groom, 6, 8, 4)),
    'the search finds what is there',
  );

  await page.clock.fastForward('01:50');
  assert.equal(await page.getByRole('dialog').count(), 0);
  await page.clock.fastForward('00:11');
  const dialog = page.getByRole('dialog', { name: '您还在吗？' });
  await dialog.waitFor();
  await visitor.sees(/^4\d 秒后清空/);
  const told = page.getByRole('alert').filter({ hasText: '秒后清空' });
  assert.match(await told.innerText(), /^45 秒/);
  await page.clock.fastForward('00:30');
  await visitor.sees(/^1\d 秒后清空/);
  assert.match(await told.innerText(), /^15 秒/);

  await page.clock.fastForward('00:16');
  await visitor.seesHeading('您好，想办什么事？');
  await visitor.sees('已经结束，您填的内容都清空了。');
  assert.equal(new URL(page.url()).pathname, '/');
  assert.equal(await page.locator('mulin-booking, mulin-service, dialog[open]').count(), 0);
  assert.equal(await visitor.button('结束').count(), 0);
  for (const name of ['放大字号', '高对比'])
    assert.equal(await visitor.button(name).getAttribute('aria-pressed'), 'false');
  assert.equal(await page.evaluate(() => sessionStorage.length), 0);
  assert.equal(await page.evaluate(() => document.activeElement === document.body), true);
  await page.waitForFunction(() => true);
  assert.equal(await freeAtTen(page), 6, 'the kept time is given back');
  await assertNothingLeft(kiosk);
  assert.deepEqual(alarms, []);

  await page.clock.fastForward('00:10');
  await page.getByText('已经结束').waitFor({ state: 'hidden' });
  await page.clock.fastForward('10:00');
  assert.equal(await page.getByRole('dialog').count(), 0, 'nobody is asked when nobody is there');
  await kiosk.close();
});

test('any touch and any key go on, with everything still there', async () => {
  const { page, visitor, close } = await openKiosk(browser, hall);
  await toPersons(visitor);
  await visitor.key(zh.man, groom);
  const dialog = page.getByRole('dialog', { name: '您还在吗？' });
  const ask = async (): Promise<void> => {
    await page.clock.fastForward('02:01');
    await dialog.waitFor();
  };
  const stillHere = async (): Promise<void> => {
    await dialog.waitFor({ state: 'detached' });
    assert.equal((await visitor.field(zh.man).inputValue()).replaceAll(' ', ''), groom);
  };

  await ask();
  await visitor.press('我还在');
  await stillHere();

  await ask();
  await page.touchscreen.tap(540, 1850); // beside the sheet, over whatever lies below
  await stillHere();

  await ask();
  await page.keyboard.press('x');
  await stillHere();
  await ask();
  await page.keyboard.press('Escape');
  await stillHere();

  // Looking for a button by keys is a sign of life too, and no answer yet.
  await ask();
  await page.clock.fastForward('00:40');
  await page.keyboard.press('Tab');
  await page.clock.fastForward('00:40');
  assert.equal(await dialog.count(), 1);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await close();
});

test('结束 clears at once, from the bar and from the question', async () => {
  const kiosk = await openKiosk(browser, hall);
  const { page, visitor } = kiosk;
  assert.equal(await visitor.button('结束').count(), 0, 'nobody has come yet');
  const code = await toReceipt(visitor);
  await visitor.press('结束');
  await visitor.seesHeading('您好，想办什么事？');
  await assertNothingLeft(kiosk, code);

  await visitor.press(/^我的预约/);
  await visitor.key(/回执码/, code);
  await page.clock.fastForward('02:01');
  await visitor.press('结束并清空');
  await visitor.seesHeading('您好，想办什么事？');
  await assertNothingLeft(kiosk, code);

  // The second person meets an empty form.
  await visitor.press(/^我的预约/);
  assert.equal(await visitor.field(/回执码/).inputValue(), '');
  assert.deepEqual(kiosk.alarms, []);
  await kiosk.close();
});

test('a dialog that a person left open goes with the session', async () => {
  const { page, visitor, close } = await openKiosk(browser, hall);
  const code = await toReceipt(visitor);
  await visitor.press(/回首页/);
  await visitor.press(/^我的预约/);
  await visitor.key(/回执码/, code);
  await visitor.key(/后四位/, phone.slice(-4));
  await visitor.press('查一查');
  await visitor.press('取消预约');
  await page.getByRole('dialog').waitFor();
  await page.clock.fastForward('02:01');
  await page.getByRole('dialog', { name: '您还在吗？' }).waitFor();
  await page.clock.fastForward('00:46');
  await visitor.seesHeading('您好，想办什么事？');
  assert.equal(await page.getByRole('dialog').count(), 0);
  await visitor.press(/^预约办事/); // nothing invisible lies over the page
  await visitor.seesHeading('预约办事');
  await close();
});

test('a terminal is not zoomed, copied from, or led away', async () => {
  const { page, visitor, close } = await openKiosk(browser, hall);
  await visitor.press(/^我的预约/);
  await visitor.key(/回执码/, '1234567890');

  const menu = await page.evaluate(() =>
    document.body.dispatchEvent(new MouseEvent('contextmenu', { cancelable: true, bubbles: true })),
  );
  assert.equal(menu, false);
  await visitor.field(/回执码/).selectText();
  const copied = await page.evaluate(() =>
    document.dispatchEvent(new ClipboardEvent('copy', { cancelable: true, bubbles: true })),
  );
  assert.equal(copied, false);

  const cdp = await page.context().newCDPSession(page);
  for (const [type, apart] of [
    ['touchStart', 100],
    ['touchMove', 200],
    ['touchMove', 400],
    ['touchEnd', 0],
  ] as const) {
    const fingers = [540 - apart, 540 + apart].map((x) => ({ x, y: 900 }));
    await cdp.send('Input.dispatchTouchEvent', { type, touchPoints: apart ? fingers : [] });
  }
  assert.equal(await page.evaluate(() => visualViewport?.scale), 1);

  await page.evaluate(() => location.assign('/packs/yangpu.json'));
  await page.waitForTimeout(300);
  await visitor.seesHeading('我的预约');
  await close();
});
