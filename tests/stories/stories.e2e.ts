/**
 * Every story of the built Storybook, looked at by a browser and by axe. Run `npm run build:storybook` before.
 *
 *   node --import tsx --test tests/stories/*.e2e.ts
 *   STORIES=guide node --import tsx --test tests/stories/*.e2e.ts      only those whose id has `guide` in it
 */
import { strict as assert } from 'node:assert';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { AxeResults } from 'axe-core';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { findChrome } from '../../scripts/browser.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const built = `${root}storybook-static`;
const axe = readFileSync(`${root}node_modules/axe-core/axe.min.js`, 'utf8');

/** Pieces of a part that never stand alone: they are looked at where they stand. */
const pieces: Readonly<Record<string, string>> = {
  'mulin-booking-questions': 'the first step of mulin-booking: Conditions, Not Like This',
  'mulin-place-picker': 'the second step of mulin-booking: Place',
  'mulin-persons-form': 'the fourth step of mulin-booking: Persons, Wrong Sex, Too Young',
  'mulin-booking-review': 'the last step of mulin-booking: Review',
  'mulin-booking-outcome': 'the end of mulin-booking: Booked',
  'mulin-held': 'in mulin-booking: Hold Nearly Over',
  'mulin-nearest': 'in mulin-booking: Taken Meanwhile',
  'mulin-find-form': 'in mulin-appointment: Find, Typo',
  'mulin-my-bookings': 'in mulin-appointment, for whoever has shown a card',
  'mulin-appointment-actions': 'in mulin-appointment, below what was found',
  'mulin-visit-form': 'the step of mulin-booking where a visit is for more than one',
  'mulin-wait-days': 'in mulin-booking, where every day is full',
  'mulin-wish': 'in mulin-booking and mulin-appointment, for whoever waits',
  'mulin-waiting': 'in mulin-counter',
  'mulin-standing': 'in mulin-ticket: Taken',
  'mulin-find-ticket': 'in mulin-ticket: Find, Missed',
  'mulin-find-records': 'the beginning of mulin-records: Find',
  'mulin-my-records': 'in mulin-records, by card: Mine',
  'mulin-case': 'in mulin-records: Received, Granted, Refused',
  'mulin-case-answer': 'in mulin-records: Asked',
  'mulin-filled': 'in mulin-records, for whoever has shown a card',
  'mulin-desk-case': 'in mulin-case-desk: Unclaimed, Mine',
  'mulin-desk-ask': 'in mulin-case-desk: Ask',
  'mulin-desk-decide': 'in mulin-case-desk: Decide',
  'mulin-desk-filed': 'in mulin-case-desk: Unclaimed',
  'mulin-desk-ratings': 'in mulin-case-desk: Ratings',
  'mulin-evidence': 'in mulin-case-desk, when a paper is pressed',
  'mulin-checkout': 'in mulin-shop: Checkout',
  'mulin-order-receipt': 'in mulin-shop: Receipt',
  'mulin-shop-place': 'in mulin-shop, above the shelves',
  'mulin-proof-form': 'in mulin-donate, where somebody looks for a gift, and in mulin-volunteer',
  'mulin-donation': 'in mulin-donate: Money Registered',
  'mulin-donors': 'in mulin-donate: Nobody Yet',
  'mulin-volunteer': 'in mulin-activities: Volunteer, Shifts',
  'mulin-attendance': 'in mulin-volunteer, where somebody checks in',
  'mulin-stories': 'in mulin-activities: Stories',
  'mulin-hand-out': 'in mulin-stock: Something To Fetch, Before Handing Out',
  'mulin-shelf-list': 'in mulin-stock: Shelf',
  'mulin-gifts': 'in mulin-stock: Gifts',
  'mulin-month-report': 'in mulin-stock: Month, Empty Month',
  'mulin-place-list': 'in mulin-guide: Many Places, All Places',
};

interface Entry {
  readonly id: string;
  readonly title: string;
  readonly name: string;
  readonly type: 'story' | 'docs';
}

assert.ok(existsSync(`${built}/index.json`), 'Build first: npm run build:storybook');
const index = JSON.parse(readFileSync(`${built}/index.json`, 'utf8')) as {
  readonly entries: Readonly<Record<string, Entry>>;
};
const wanted = process.env['STORIES'] ?? '';
const entries = Object.values(index.entries).filter(({ id }) => id.includes(wanted));
const stories = entries.filter(({ type }) => type === 'story');
const docs = entries.filter(({ type }) => type === 'docs');

let server: Server;
let browser: Browser;
let context: BrowserContext;
let origin = '';

before(async () => {
  server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    readFile(join(built, pathname))
      .then((bytes) =>
        response
          .setHeader('Content-Type', typeOf(pathname))
          .setHeader('Cache-Control', 'max-age=3600')
          .end(bytes),
      )
      .catch(() => response.writeHead(404).end());
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { executablePath, args, env } = await findChrome();
  browser = await chromium.launch({ executablePath, args, env });
  context = await browser.newContext({ viewport: { width: 1080, height: 1400 } });
});

after(async () => {
  await browser?.close();
  server?.close();
});

describe(
  'every story renders, says nothing to the console, and axe finds nothing',
  {
    concurrency: 3, // more than cores: a story that is walked waits between its presses
  },
  () => {
    // A few pages for them all, as a designer has who looks at one story after another.
    const free: Shown[] = [];
    for (const title of new Set(stories.map((one) => one.title)))
      describe(title, { concurrency: 1 }, () => {
        const ones = stories.filter((one) => one.title === title);
        let shown: Shown;
        before(async () => {
          shown =
            free.pop() ??
            (await open(`id=${ones[0]?.id}&viewMode=story&globals=a11y.manual:!true`));
        });
        after(() => void free.push(shown));

        for (const { id, name } of ones)
          test(name, async () => {
            const { page, complaints } = shown;
            await turnTo(page, id);
            assert.equal(await ending(page, id), 'finished', complaints.join('\n'));
            assert.deepEqual(complaints.splice(0), []);
            assert.deepEqual(await violations(page), []);
          });
      });
  },
);

describe('every docs page', { concurrency: 3 }, () => {
  for (const { id, title } of docs)
    test(`${title} tells what the element offers`, async () => {
      const { page, complaints } = await open(`id=${id}&viewMode=docs`);
      try {
        await page.locator('.docblock-argstable').first().waitFor();
        const offered = offersOf(title.split('/').at(-1) ?? '');
        const table = await page.locator('.docblock-argstable').first().innerText();
        assert.deepEqual(
          offered.filter((one) => !table.includes(one)),
          [],
          'missing from the table',
        );
        assert.deepEqual(complaints, []);
      } finally {
        await page.close();
      }
    });
});

test('every element of the house has a story, or a place where it is looked at', () => {
  const shown = new Set(
    Object.values(index.entries)
      .filter(({ type }) => type === 'story')
      .map(({ title }) => title.split('/').at(-1)),
  );
  const tags = readdirSync(`${root}src`, { encoding: 'utf8', recursive: true })
    .filter((file) => file.endsWith('.ts'))
    .flatMap(
      (file) => /^@element\('(.+)'\)/m.exec(readFileSync(`${root}src/${file}`, 'utf8')) ?? [],
    )
    .filter((text) => text.startsWith('mulin-'));
  assert.deepEqual(
    tags.filter((tag) => !shown.has(tag) && !(tag in pieces)),
    [],
    'without a story',
  );
  assert.deepEqual(
    Object.keys(pieces).filter((tag) => shown.has(tag) || !tags.includes(tag)),
    [],
    'no piece any more',
  );
});

interface Shown {
  readonly page: Page;
  readonly complaints: string[];
}

async function open(query: string): Promise<Shown> {
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('requestfailed', (request) => complaints.push(`${request.url()} failed`));
  page.on('request', (request) => {
    if (!request.url().startsWith(origin) && !/^(data|blob):/.test(request.url()))
      complaints.push(`asked the network for ${request.url()}`);
  });
  await page.goto(`${origin}/iframe.html?${query}`);
  return { page, complaints };
}

/** What Storybook's page knows of itself. */
interface Storybook {
  readonly __STORYBOOK_PREVIEW__?: {
    readonly currentRender?: { readonly id: string; readonly phase?: string };
    onSetCurrentStory(selection: { storyId: string; viewMode: 'story' }): Promise<void>;
  };
}

async function turnTo(page: Page, id: string): Promise<void> {
  await page.waitForFunction(
    () => (window as Storybook).__STORYBOOK_PREVIEW__?.currentRender !== undefined,
  );
  await page.evaluate(async (storyId) => {
    const { __STORYBOOK_PREVIEW__: preview } = window as Storybook;
    if (preview?.currentRender?.id !== storyId)
      await preview?.onSetCurrentStory({ storyId, viewMode: 'story' });
  }, id);
}

/** How it ended: Storybook loads, renders and plays a story, and tells its phase. */
async function ending(page: Page, id: string): Promise<string> {
  const phase = await page.waitForFunction(
    (wanted) => {
      const render = (window as Storybook).__STORYBOOK_PREVIEW__?.currentRender;
      const now = render?.id === wanted ? (render.phase ?? '') : '';
      return ['finished', 'errored', 'aborted'].includes(now) ? now : undefined;
    },
    id,
    { timeout: 30_000 },
  );
  return (await phase.jsonValue()) ?? '';
}

/** What axe finds wrong, in every shadow root; a story is a fragment, so it has no landmarks. */
async function violations(page: Page): Promise<string[]> {
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axe);
  return page.evaluate(async () => {
    const { axe: found } = window as unknown as {
      axe: { run: (context: Element, options: object) => Promise<AxeResults> };
    };
    const { violations: wrong } = await found.run(document.body, {
      resultTypes: ['violations'], // of what is right, not every place
      rules: {
        region: { enabled: false },
        'page-has-heading-one': { enabled: false },
        'landmark-one-main': { enabled: false },
        'color-contrast-enhanced': { enabled: true },
      },
    });
    return wrong.map(
      ({ id, help, nodes }) =>
        `${id}: ${help} ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
    );
  });
}

/** Attributes, events and parts of an element, by custom-elements.json; `name` is its tag. */
function offersOf(tag: string): string[] {
  const className = tag.replace(/(^|-)(.)/g, (_, _dash, letter: string) => letter.toUpperCase());
  interface Named {
    readonly name: string;
  }
  interface Declared extends Named {
    readonly attributes?: readonly Named[];
    readonly events?: readonly Named[];
    readonly cssParts?: readonly Named[];
    readonly slots?: readonly Named[];
  }
  const { modules } = JSON.parse(readFileSync(`${root}custom-elements.json`, 'utf8')) as {
    readonly modules: readonly { readonly declarations: readonly Declared[] }[];
  };
  const declared = modules
    .flatMap(({ declarations }) => declarations)
    .find(({ name }) => name === className);
  assert.ok(declared, `custom-elements.json does not know ${className}`);
  const { attributes = [], events = [], cssParts = [], slots = [] } = declared;
  return [
    ...[...attributes, ...events, ...slots].map(({ name }) => name).filter((name) => name !== ''),
    ...cssParts.map(({ name }) => `::part(${name})`),
  ];
}

function typeOf(path: string): string {
  const types: Readonly<Record<string, string>> = {
    '.html': 'text/html; charset=utf-8',
    '.js': 'text/javascript; charset=utf-8',
    '.css': 'text/css; charset=utf-8',
    '.json': 'application/json; charset=utf-8',
    '.svg': 'image/svg+xml',
    '.woff2': 'font/woff2',
  };
  return types[extname(path)] ?? 'application/octet-stream';
}
