/**
 * Takes the pictures of the README from the kiosk itself, at half of 1080 × 1920, at an evening that never changes, in the
 * pinned browser.
 *
 *   npm run build:kiosk && node scripts/pictures.mjs
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { findChrome } from './browser.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const pictures = `${root}docs/pictures`;

const MONDAY_EVENING = '2026-11-23T21:47:00+08:00';
const REGISTRY = { service: 'marriage', place: 'yangpu-registry' };

/** Others who have booked already: how many places they leave free, in a slot or on a whole day. */
const others = [
  ...['2026-12-04', '2026-12-09'].map((date) => ({ date, left: 3 })),
  { date: '2026-12-18', left: 0 },
  ...Object.entries({ '09:00': 0, '09:30': 1, '10:00': 4, '10:30': 5, '14:30': 2, '15:00': 0 }).map(
    ([time, left]) => ({ date: '2026-12-11', time, left }),
  ),
];

/** The answers with which booking goes on. */
const answers = [
  [/能一起来/, '是'],
  [/自己愿意/, '是'],
  [/还在婚姻中/, '否'],
  [/近亲/, '否'],
  [/居民身份证/, '是'],
];

const data = mkdtempSync(join(tmpdir(), 'mulin-pictures-'));
process.on('exit', () => rmSync(data, { recursive: true }));

async function startHall() {
  const hall = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
    cwd: root,
    env: { ...process.env, PORT: '0', HOST: '127.0.0.1', MULIN_DATA: data },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  hall.stdout.setEncoding('utf8');
  for await (const words of hall.stdout) {
    const url = /http:\/\/\S+/.exec(words)?.[0];
    if (url) return { hall, url };
  }
  throw new Error('The hall did not start.');
}

/** Runs inside the page: sends the others through the terminal's own gateway. */
async function sendIn({ registry, all }) {
  const { gateway } = document.querySelector('kiosk-shell');
  const sent = (input) =>
    gateway.send('booking.hold', input, { idempotencyKey: crypto.randomUUID() });
  for (const { date, time, left } of all) {
    const { value } = await gateway.read('booking.times', { ...registry, date });
    const slots = value.times.filter((slot) => !time || slot.time === time);
    let takers = slots.reduce((sum, { free }) => sum + free, 0) - left;
    for (const slot of slots)
      for (let i = 0; i < slot.free && takers > 0; i++, takers--)
        await sent({ ...registry, date, time: slot.time });
  }
}

/** Two presses within half a second are one, so a hand takes a breath between them. */
async function press(page, name) {
  await page.waitForTimeout(600);
  await page.getByRole('button', { name }).tap();
}

async function take(page, name) {
  // A picture must not catch a glyph on its way, nor the mark of a finger that has just left.
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(500);
  await page.screenshot({ path: `${pictures}/${name}.png` });
  console.log(`docs/pictures/${name}.png`);
}

if (!existsSync(`${root}dist/kiosk/index.html`))
  throw new Error('There is no kiosk to take pictures of. First: npm run build:kiosk');

mkdirSync(pictures, { recursive: true });
const { executablePath, args, env } = await findChrome();
const [{ hall, url }, browser] = await Promise.all([
  startHall(),
  chromium.launch({ executablePath, args, env }),
]);
try {
  const page = await browser.newPage({
    viewport: { width: 1080, height: 1920 },
    deviceScaleFactor: 0.5,
    hasTouch: true,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
  });
  // The pictures are of one evening, and a hall's clock is today's: the terminal stands alone.
  await page.addInitScript(() => {
    const really = window.fetch.bind(window);
    window.fetch = (input, init) =>
      input === '/healthz'
        ? Promise.resolve(new Response('', { status: 404 }))
        : really(input, init);
  });
  await page.clock.setFixedTime(MONDAY_EVENING);

  await page.goto(url);
  await page.getByRole('heading', { name: '您好' }).waitFor();
  await page.evaluate(sendIn, { registry: REGISTRY, all: others });
  await take(page, 'home');

  await page.goto(`${url}service/marriage/book`);
  for (const [question, answer] of answers)
    await page
      .getByRole('radiogroup', { name: question })
      .getByRole('radio', { name: answer, exact: true })
      .tap();
  await press(page, /选地点/);
  await press(page, /选时间/);
  await press(page, /^下个月/);
  await press(page, /^12月11日/);
  await press(page, /^10:00/);
  await take(page, 'booking');
} finally {
  await browser.close();
  hall.kill();
}
