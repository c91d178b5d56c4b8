// A terminal whose network is gone still opens and still books; a new version waits until nobody is there.
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';

import { toReceipt } from '../harness/errands.ts';
import { built, launch, openKiosk, readyForOffline, startHall } from '../harness/kiosk.ts';

let browser: Browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

test('with the server killed it starts again, in its own font, and books to the receipt', async (t) => {
  const hall = await startHall();
  const { page, visitor, alarms, close } = await openKiosk(browser, hall);
  await readyForOffline(page);
  await hall.kill();

  const start = Date.now();
  await page.reload();
  await visitor.seesHeading('您好，想办什么事？');
  await page.evaluate(async () => void (await document.fonts.ready));
  t.diagnostic(`offline start: ${Date.now() - start} ms`);
  const font = await page.evaluate(() =>
    document.fonts.check('700 40px "Noto Sans SC Variable"', '您好'),
  );
  assert.ok(font, 'the font came from the cache');

  await toReceipt(visitor);
  await page.goto('/service/marriage');
  await visitor.seesHeading('结婚登记');
  assert.deepEqual(alarms, []);
  await close();
});

test('a file that is missing is missing, also offline', async () => {
  const hall = await startHall();
  const { page, close } = await openKiosk(browser, hall);
  await readyForOffline(page);
  const status = await page.evaluate(async () => (await fetch('/packs/none.json')).status);
  assert.equal(status, 404);
  await hall.kill();
  await assert.rejects(page.goto('/packs/none.json'));
  await close();
});

test('a board and a console start with the server killed, each as itself, and the hall’s own pages are the hall’s', async () => {
  const hall = await startHall();
  const { page, close } = await openKiosk(browser, hall);
  await readyForOffline(page);
  for (const path of ['/openapi', '/metrics', '/healthz', '/readyz']) {
    const answered = await page.goto(path);
    assert.equal(
      await page.locator('kiosk-shell').count(),
      0,
      `${path} is no screen of a terminal`,
    );
    assert.equal(answered?.fromServiceWorker(), false, path);
  }
  await hall.kill();
  const there = 'place=wujiaochang-centre';
  for (const path of ['/board', `/board?${there}&metres=10`, `/board.html?${there}`]) {
    await page.goto(path);
    await page.locator('mulin-board').getByText('五角场街道社区事务受理服务中心').waitFor();
  }
  await page.goto(`/counter?${there}&counter=counter-1`);
  await page.getByRole('button', { name: '开始叫号' }).waitFor();
  await page.goto('/service/marriage');
  await page.getByRole('heading', { name: '结婚登记' }).first().waitFor();
  await close();
});

/** A copy of the terminal that can be changed under the browser. */
function copyOfPages(): {
  pages: string;
  release: (version: string) => void;
  remove: () => void;
} {
  const pages = mkdtempSync(join(tmpdir(), 'mulin-pages-'));
  cpSync(built, pages, { recursive: true });
  const index = readFileSync(join(pages, 'index.html'), 'utf8');
  const worker = readFileSync(join(pages, 'sw.js'), 'utf8');
  return {
    pages,
    release(version) {
      writeFileSync(
        join(pages, 'index.html'),
        index.replace('<head>', `<head><meta name="version" content="${version}">`),
      );
      // As a build would: the list of files in the worker names the page's new fingerprint.
      const revised = worker.replace(/(\{[^{}]*"?url"?:\s*"index\.html"[^{}]*\})/, (entry) =>
        entry.replace(/"?revision"?:\s*"[^"]*"/, `"revision":"${version}"`),
      );
      assert.notEqual(revised, worker);
      writeFileSync(join(pages, 'sw.js'), revised);
    },
    remove: () => rmSync(pages, { recursive: true }),
  };
}

const version = (page: Page): Promise<string | null> =>
  page.evaluate(
    () => document.querySelector('meta[name=version]')?.getAttribute('content') ?? null,
  );

const waitsForIts = (page: Page): Promise<unknown> =>
  page.waitForFunction(async () => (await navigator.serviceWorker.getRegistration())?.waiting);

test('a new version waits for the end of the session, then takes over', async () => {
  const { pages, release, remove } = copyOfPages();
  const hall = await startHall(pages);
  const { page, visitor, close } = await openKiosk(browser, hall);
  await readyForOffline(page);

  await visitor.press(/^办事指南/);
  release('2');
  await page.clock.fastForward('16:00'); // it asks by itself, and the session asks whether anybody is there
  await visitor.press('我还在');
  await waitsForIts(page);
  await visitor.press(/^结婚登记/);
  await visitor.seesHeading('结婚登记');
  assert.equal(await version(page), null, 'nobody is interrupted');

  await Promise.all([page.waitForEvent('load'), visitor.press('结束')]);
  await visitor.seesHeading('您好，想办什么事？');
  assert.equal(await version(page), '2');
  await close();
  await hall.kill();
  remove();
});

test('a new version comes at once while nobody is there', async () => {
  const { pages, release, remove } = copyOfPages();
  const hall = await startHall(pages);
  const { page, visitor, close } = await openKiosk(browser, hall);
  await readyForOffline(page);
  release('3');
  await Promise.all([page.waitForEvent('load'), page.clock.fastForward('16:00')]);
  await visitor.seesHeading('您好，想办什么事？');
  assert.equal(await version(page), '3');
  await close();
  await hall.kill();
  remove();
});

test('two windows of one terminal: the one in use is not reloaded under its visitor', async () => {
  const { pages, release, remove } = copyOfPages();
  const hall = await startHall(pages);
  const used = await openKiosk(browser, hall);
  const idle = await openKiosk(browser, hall, { context: used.context });
  await Promise.all([readyForOffline(used.page), readyForOffline(idle.page)]);
  await used.visitor.press(/^我的预约/);
  await used.visitor.key(/回执码/, '12345');

  release('4');
  await Promise.all([idle.page.waitForEvent('load'), idle.page.clock.fastForward('16:00')]);
  await idle.visitor.seesHeading('您好，想办什么事？');
  assert.equal(await version(idle.page), '4');
  assert.equal(await version(used.page), null);
  assert.equal((await used.visitor.field(/回执码/).inputValue()).replaceAll(' ', ''), '12345');

  await used.visitor.press('我还在'); // both windows have one clock
  await Promise.all([used.page.waitForEvent('load'), used.visitor.press('结束')]);
  await used.visitor.seesHeading('您好，想办什么事？');
  assert.equal(await version(used.page), '4');
  await used.close();
  await hall.kill();
  remove();
});

test('a second window of a new terminal is not reloaded when the first worker comes', async () => {
  const hall = await startHall();
  const first = await openKiosk(browser, hall);
  const second = await openKiosk(browser, hall, { context: first.context });
  const loads: string[] = [];
  for (const { page } of [first, second]) page.on('load', () => loads.push(page.url()));
  await Promise.all([readyForOffline(first.page), readyForOffline(second.page)]);
  await second.visitor.press(/^办事指南/);
  await second.visitor.press('结束');
  await second.visitor.sees('已经结束');
  assert.deepEqual(loads, []);
  await first.close();
  await hall.kill();
});
