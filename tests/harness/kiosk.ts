/**
 * A terminal in a hall: the real server over dist/kiosk, the pinned browser with a touch screen, and a visitor who knows
 * nothing but what stands on the screen (roles and names). Run `npm run build:kiosk` before.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Locator,
  type Page,
} from 'playwright-core';

import { findChrome } from '../../scripts/browser.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
export const built = `${root}dist/kiosk`;

/** A Monday evening in Shanghai: everything is closed, and the terminal is not. */
export const evening = new Date('2026-11-23T21:47:00+08:00');

export const sizes = {
  terminal: { width: 1080, height: 1920 },
  wall: { width: 1920, height: 1080 },
  phone: { width: 390, height: 844 },
  smallPhone: { width: 360, height: 740 },
} as const;
export type Size = keyof typeof sizes;

/** Patience for one step, in milliseconds: two busy cores may be slow, a person would be slower. */
const PATIENCE = 15_000;

/** Between two presses, in milliseconds. */
const BREATH = 600;

export interface Hall {
  readonly origin: string;
  /** What it said when it started. */
  readonly said: string;
  /** As if somebody had pulled the plug. */
  kill(): Promise<void>;
}

/** A test that fails before it has closed its hall must not leave one behind. */
const halls = new Set<ChildProcess>();
process.on('exit', () => halls.forEach((hall) => hall.kill('SIGKILL')));

function freshData(): string {
  const folder = mkdtempSync(join(tmpdir(), 'mulin-hall-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Starts the real thing as its own process, on a free port, with a store of its own. */
export async function startHall(
  pages = built,
  settings: Readonly<Record<string, string>> = {},
): Promise<Hall> {
  if (!existsSync(`${pages}/index.html`)) throw new Error('Build first: npm run build:kiosk');
  const process_ = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
    cwd: root,
    env: {
      ...process.env,
      PORT: '0',
      HOST: '127.0.0.1',
      PAGES: pages,
      MULIN_DATA: freshData(),
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  halls.add(process_);
  const said = await firstWords(process_);
  const origin = /http:\/\/[\d.:]+/.exec(said)?.[0];
  if (!origin) throw new Error(`The hall did not start:\n${said}`);
  return {
    origin,
    said,
    async kill() {
      const gone = new Promise((resolve) => process_.once('exit', resolve));
      process_.ref();
      if (process_.exitCode === null && process_.signalCode === null && process_.kill('SIGKILL'))
        await gone;
    },
  };
}

function firstWords(process_: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    let said = '';
    const hear = (chunk: Buffer): void => {
      said += chunk.toString();
      if (!/stop {3}Ctrl/.test(said)) return;
      resolve(said);
      // From here on it must not keep the tests from ending.
      process_.unref();
      for (const pipe of [process_.stdout, process_.stderr]) (pipe as Socket | null)?.unref();
    };
    process_.stdout?.on('data', hear);
    process_.stderr?.on('data', hear);
    process_.once('exit', () => resolve(said));
  });
}

/** The pinned browser. Nothing but this machine can be reached from it, so a forgotten foreign address fails at once. */
export async function launch(): Promise<Browser> {
  const { executablePath, args, env } = await findChrome();
  return chromium.launch({
    executablePath,
    args: [...args, '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'],
    env: env as Record<string, string>,
  });
}

export interface KioskOptions {
  readonly size?: Size;
  readonly path?: string;
  /** The element that shows that it has started. */
  readonly until?: string;
  readonly timeZone?: string;
  /** `running` starts in the evening and goes on, and can be moved by `page.clock`; `frozen` stays there, for pictures. */
  readonly clock?: 'running' | 'frozen';
  /** When it is; without, that evening. */
  readonly at?: Date;
  /** With the hall behind it that serves it; its clock is the hall's then. Without, it is a hall of its own. */
  readonly shared?: boolean;
  /** Without a worker nothing is put by for a time without the hall, and a window is open in half the time. */
  readonly worker?: boolean;
  /** A page in this context: another tab of the same terminal. */
  readonly context?: BrowserContext;
}

export interface Kiosk {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly visitor: Visitor;
  /** Everything that must not happen: errors, refused scripts and styles, requests to elsewhere. */
  readonly alarms: readonly string[];
  /** All that was written to the console. */
  readonly console: readonly string[];
  close(): Promise<void>;
}

export async function openKiosk(
  browser: Browser,
  hall: Pick<Hall, 'origin'>,
  {
    size = 'terminal',
    path = '/',
    timeZone = 'Asia/Shanghai',
    clock = 'running',
    at = evening,
    shared = false,
    worker = true,
    until = 'kiosk-bar',
    ...given
  }: KioskOptions = {},
): Promise<Kiosk> {
  const options: BrowserContextOptions = {
    viewport: sizes[size],
    hasTouch: true,
    locale: 'zh-CN',
    timezoneId: timeZone,
    reducedMotion: 'reduce',
    // Pictures of large screens are kept at half their size: enough to see what moved.
    deviceScaleFactor: clock === 'frozen' && sizes[size].width > 800 ? 0.5 : 1,
    baseURL: hall.origin,
  };
  const context = given.context ?? (await browser.newContext(options));
  context.setDefaultTimeout(PATIENCE);
  // tsx names functions by a helper of its own, also those that a test sends into the page.
  if (!given.context) await context.addInitScript('globalThis.__name = (named) => named');
  if (!given.context && !shared) await context.addInitScript(standAlone);
  if (!given.context && !worker) await context.addInitScript(workerless);
  const page = await context.newPage();
  const alarms: string[] = [];
  const lines: string[] = [];
  watch(page, hall.origin, alarms, lines);
  if (!shared && clock === 'frozen') await stand(page, at);
  else if (!shared) await page.clock.install({ time: at });
  await page.goto(path);
  await page.locator(until).waitFor();
  return {
    page,
    context,
    visitor: new Visitor(page),
    alarms,
    console: lines,
    close: () => (given.context ? page.close() : context.close()),
  };
}

/** What would be different in every picture: the time, the rest of a countdown, the digits of a receipt. */
async function stand(page: Page, at: Date): Promise<void> {
  await page.clock.setFixedTime(at);
  await page.addInitScript(() => {
    const real = crypto.getRandomValues.bind(crypto);
    let digit = 0;
    crypto.getRandomValues = (bytes) =>
      bytes instanceof Uint8Array && bytes.length === 1
        ? bytes.fill((digit = (digit + 7) % 10))
        : real(bytes);
  });
}

/** What a terminal meets whose pages come from a server that is no hall. */
function standAlone(): void {
  const really = window.fetch.bind(window);
  window.fetch = (input, init) =>
    input === '/healthz' ? Promise.resolve(new Response('', { status: 404 })) : really(input, init);
}

/** A browser that has no workers. */
function workerless(): void {
  Reflect.deleteProperty(Navigator.prototype, 'serviceWorker');
}

function watch(page: Page, origin: string, alarms: string[], lines: string[]): void {
  page.on('console', (message) => {
    lines.push(message.text());
    if (['error', 'warning'].includes(message.type())) alarms.push(message.text());
  });
  page.on('pageerror', (error) => alarms.push(String(error.stack)));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`${origin}/`) && !/^(data|blob):/.test(url)) alarms.push(`asked ${url}`);
  });
}

/** Once this resolves, the terminal starts without a server. */
export async function readyForOffline(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    while (!navigator.serviceWorker.controller)
      await new Promise((resolve) =>
        navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }),
      );
  });
}

/** A person before the screen: touches what can be read there, at a person's pace. */
export class Visitor {
  readonly page: Page;
  #pressedAt = 0;
  constructor(page: Page) {
    this.page = page;
  }

  get isPhone(): boolean {
    return (this.page.viewportSize()?.width ?? 0) < 800;
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name, exact: typeof name === 'string' });
  }

  async touch(target: Locator): Promise<void> {
    await target.tap();
  }

  /** Touches a button. The house takes two quick presses for one, so a visitor takes a breath before the next. */
  async press(name: string | RegExp): Promise<void> {
    await this.page.waitForTimeout(Math.max(0, this.#pressedAt + BREATH - Date.now()));
    await this.touch(this.button(name));
    this.#pressedAt = Date.now();
  }

  /** Until nothing moves: the finger has left, letters are in their font, and what was asked has been answered. */
  async settled(): Promise<void> {
    await this.page.waitForFunction(() => {
      const all = (root: ParentNode): Element[] =>
        [...root.querySelectorAll('*')].flatMap((one) =>
          one.shadowRoot ? [one, ...all(one.shadowRoot)] : [one],
        );
      const page = all(document);
      const keypads = page.filter(({ localName }) => localName === 'mulin-keypad');
      const busy = page.some(({ ariaBusy }) => ariaBusy === 'true');
      return !busy && keypads.length <= 1 && !document.querySelector(':active');
    });
    await this.page.evaluate(async () => {
      const frame = (): Promise<unknown> => new Promise(requestAnimationFrame);
      for (let i = 0; i < 3; i += 1) await frame();
      await document.fonts.ready;
      await frame();
    });
  }

  async sees(text: string | RegExp): Promise<void> {
    await this.page.getByText(text).first().waitFor();
  }

  async seesHeading(name: string | RegExp): Promise<void> {
    await this.page.getByRole('heading', { name }).first().waitFor();
  }

  /** Answers a question of yes or no, or one of a few. */
  async choose(question: string | RegExp, answer: string | RegExp): Promise<void> {
    const group = this.page.getByRole('radiogroup', { name: question });
    await this.touch(group.getByRole('radio', { name: answer, exact: typeof answer === 'string' }));
    await group.getByRole('radio', { name: answer, checked: true }).waitFor();
  }

  async tick(statement: string | RegExp): Promise<void> {
    await this.touch(this.page.getByRole('checkbox', { name: statement }));
    await this.page.getByRole('checkbox', { name: statement, checked: true }).waitFor();
  }

  field(name: string | RegExp): Locator {
    return this.page.getByRole('textbox', { name });
  }

  /** Goes to a field and sees its keys: those of the field before go a moment later, and what is below moves up. */
  async #enter(name: string | RegExp): Promise<void> {
    await this.touch(this.field(name));
    await this.page.locator('mulin-keypad').nth(1).waitFor({ state: 'detached' });
  }

  /** Types with the keys on the screen; a phone has keys of its own. */
  async key(name: string | RegExp, text: string): Promise<void> {
    await this.#enter(name);
    if (this.isPhone) return this.page.keyboard.type(text);
    for (const digit of text)
      await this.touch(this.#keys(name).getByRole('button', { name: digit, exact: true }));
  }

  /** Empties a field with the keys on the screen. */
  async clear(name: string | RegExp, clear = '清空'): Promise<void> {
    await this.#enter(name);
    await this.touch(this.#keys(name).getByRole('button', { name: clear, exact: true }));
  }

  /** Presses the last of the keys on the screen, which says that the field is filled in. */
  async keyDone(name: string | RegExp, done = '填好了'): Promise<void> {
    await this.touch(this.#keys(name).getByRole('button', { name: done, exact: true }));
  }

  #keys(name: string | RegExp): Locator {
    const field = this.page
      .locator('mulin-field')
      .filter({ has: this.page.getByRole('textbox', { name }) });
    return field.locator('mulin-keypad');
  }
}
