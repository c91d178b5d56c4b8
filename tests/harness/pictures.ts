/** Pictures under version control: how a screen looked when somebody last looked at it and found it right. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import type { Page } from 'playwright-core';

import { isPinned } from '../../scripts/browser.mjs';

const folder = fileURLToPath(new URL('../kiosk/pictures/', import.meta.url));
const failed = fileURLToPath(new URL('../../dist/pictures/', import.meta.url));

/** `npm run pictures` takes them anew instead of comparing. */
const anew = process.env['PICTURES'] === 'new';

/** Pixels that may differ. The pinned browser draws the same everywhere, but for a rounding here and there. */
const NOISE = 10;

/** What a person would say who holds the picture beside the screen; nothing where they are alike. */
export async function unlikePicture(page: Page, name: string): Promise<string[]> {
  if (!isPinned()) return []; // another build of Chromium draws letters otherwise
  const kept = `${folder}${name}.png`;
  // From its top: how far a screen has been scrolled for the last tap is a matter of the moment.
  await page.locator('kiosk-shell main').evaluate((main) => main.scrollTo(0, 0));
  const is = await page.screenshot({ animations: 'disabled' });
  if (anew || !existsSync(kept)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(kept, is);
    return anew ? [] : [`${name} had no picture. It has one now: look at ${kept} and commit it.`];
  }
  const [before, now] = [PNG.sync.read(readFileSync(kept)), PNG.sync.read(is)];
  const { width, height } = now;
  const files = ['was', 'is', 'difference'].map((what) => `${failed}${name}.${what}.png`);
  for (const file of files) rmSync(file, { force: true });
  const difference = new PNG({ width, height });
  const sameSize = before.width === width && before.height === height;
  const pixels = sameSize
    ? pixelmatch(before.data, now.data, difference.data, width, height, { threshold: 0.1 })
    : width * height;
  if (pixels <= NOISE) return [];
  mkdirSync(failed, { recursive: true });
  for (const [i, bytes] of [readFileSync(kept), is, PNG.sync.write(difference)].entries())
    writeFileSync(files[i] ?? '', bytes);
  return [
    `${name} differs from its picture in ${pixels} pixels. Look at\n  ${files.join('\n  ')}\n` +
      '  and if it is meant: npm run pictures',
  ];
}
