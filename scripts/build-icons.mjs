/**
 * Draws the PNG icons of the kiosk from kiosk/public/icon.svg, with the pinned Chromium. They are committed, so only
 * whoever changes the drawing needs this.
 *
 *   node scripts/build-icons.mjs
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { findChrome } from './browser.mjs';

const folder = fileURLToPath(new URL('../kiosk/public/', import.meta.url));
const drawing = readFileSync(`${folder}icon.svg`, 'utf8');
// A launcher cuts a maskable icon and Apple's to its own shape: no round corners of ours, and room around the mark.
const full = drawing
  .replace(/ rx="\d+"/, '')
  .replace('<g ', '<g transform="translate(46 46) scale(.82)" ');

const { executablePath, args, env } = await findChrome();
const browser = await chromium.launch({ executablePath, args, env });
for (const [name, size, svg] of [
  ['icon-180', 180, full],
  ['icon-192', 192, drawing],
  ['icon-512', 512, drawing],
  ['icon-512-maskable', 512, full],
]) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(
    `<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
  );
  await page.screenshot({ path: `${folder}${name}.png`, omitBackground: true });
  console.log(`${name}.png  ${size} × ${size}`);
}
await browser.close();
