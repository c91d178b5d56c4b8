/** Launch options for Puppeteer; Playwright takes all of them but `headless`. */
export interface Chrome {
  executablePath: string;
  headless: true | 'shell';
  args: string[];
  env: Record<string, string>;
}
/** Finds a Chromium or brings its own; rejects where there is none. `timeZone` defaults to Asia/Shanghai. */
export function findChrome(options?: { timeZone?: string }): Promise<Chrome>;
/** Whether that browser is the one the house brings along. Pictures are compared with that one only. */
export function isPinned(): boolean;
