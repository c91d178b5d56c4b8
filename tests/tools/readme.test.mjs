// What the README prints works as printed: the drawing of the floors, the service it adds, and the page it embeds, which is
// built by Vite and used under the very policy that stands there.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { chromium } from 'playwright-core';
import { readPack } from '../../bin/pack-files.mjs';
import { findChrome } from '../../scripts/browser.mjs';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../../', import.meta.url));
const readme = readFileSync(`${root}README.md`, 'utf8');
const temporary = mkdtempSync(join(tmpdir(), 'mulin-readme-'));
after(() => rmSync(temporary, { recursive: true, force: true }));

/** The first block of that language after a heading. */
function block(heading, language) {
  const chapter = readme.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  const found = new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\`$`, 'ms').exec(chapter);
  assert.ok(found, `no ${language} under “${heading}”`);
  return found[1];
}

test('the floors in the README are the floors of floors.cjs', () => {
  const drawn = (text, mark) => [...text.matchAll(new RegExp(`^${mark}(\\d {2}\\S.+)$`, 'gm'))];
  const here = drawn(readme, ' {4}').map(([, line]) => line);
  assert.equal(here.length, 6);
  assert.deepEqual(
    here,
    drawn(readFileSync(`${root}floors.cjs`, 'utf8'), '// {3}').map(([, line]) => line),
  );
});

test('the service that the README adds is a good one', async () => {
  const service = block('Add a service', 'json');
  const folder = join(temporary, 'yangpu');
  cpSync(`${root}kiosk/packs/yangpu`, folder, { recursive: true });
  writeFileSync(join(folder, `services/${JSON.parse(service).id}.json`), service);
  const { mistakes, pack } = await readPack(folder);
  assert.deepEqual(mistakes, []);
  assert.ok(pack.services.some(({ id }) => readme.includes(`/service/${id}`)));
});

test('the page of the README books under a strict policy', { timeout: 120_000 }, async () => {
  const page = await buildPage();
  const site = await serve(page, block('Put it on your page', 'csp'));
  const { executablePath, args, env } = await findChrome();
  const browser = await chromium.launch({ executablePath, args, env });
  try {
    const alarms = await book(browser, site.url);
    assert.deepEqual(alarms, []);
  } finally {
    await browser.close();
    site.close();
  }
});

/** A project beside the house, as a reader would make it. */
async function buildPage() {
  if (!existsSync(`${root}dist/lib/index.js`)) {
    await run(process.execPath, [`${root}scripts/build-lib.mjs`]);
  }
  const project = join(temporary, 'project');
  mkdirSync(join(project, 'node_modules'), { recursive: true });
  mkdirSync(join(project, 'public'));
  symlinkSync(root, join(project, 'node_modules/mulin'));
  writeFileSync(join(project, 'index.html'), block('Put it on your page', 'html'));
  writeFileSync(join(project, 'page.js'), block('Put it on your page', 'js'));
  const { pack } = await readPack(`${root}kiosk/packs/yangpu`);
  writeFileSync(join(project, 'public/yangpu.json'), JSON.stringify(pack));
  await run(process.execPath, [`${root}node_modules/vite/bin/vite.js`, 'build'], { cwd: project });
  return join(project, 'dist');
}

async function serve(folder, policy) {
  const types = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript' };
  const server = createServer(({ url }, response) => {
    const path = join(folder, url === '/' ? 'index.html' : url);
    if (!existsSync(path)) return response.writeHead(url === '/favicon.ico' ? 204 : 404).end();
    response.setHeader('Content-Type', types[extname(path)] ?? 'application/json');
    response.setHeader('Content-Security-Policy', policy.trim());
    return response.end(readFileSync(path));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
}

/** Goes as far as a slot that is kept; what went wrong on the way is the answer. */
async function book(browser, url) {
  const page = await browser.newPage({ hasTouch: true, timezoneId: 'Asia/Shanghai' });
  const alarms = [];
  page.on('pageerror', (error) => alarms.push(String(error)));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) alarms.push(message.text());
  });
  await page.clock.setFixedTime('2026-11-23T21:47:00+08:00');
  await page.goto(url);
  await page.getByRole('heading', { name: '结婚登记预约' }).waitFor();
  for (const [question, answer] of [
    [/能一起来/, '是'],
    [/自己愿意/, '是'],
    [/还在婚姻中/, '否'],
    [/近亲/, '否'],
    [/居民身份证/, '是'],
  ]) {
    const group = page.getByRole('radiogroup', { name: question });
    await group.getByRole('radio', { name: answer, exact: true }).tap();
  }
  for (const name of [/选地点/, /选时间/, /^11月27日/, /^10:00/, /填信息/]) {
    await page.waitForTimeout(600); // two presses within half a second are one
    await page.getByRole('button', { name }).tap();
  }
  await page.getByRole('textbox', { name: /男方/ }).waitFor();
  await page.getByText(/为您保留到/).waitFor();
  return alarms;
}
