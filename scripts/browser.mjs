/**
 * Finds a Chromium, or brings its own: every test, benchmark and screenshot asks here, so that they all look through the
 * same eyes. The pinned one lies inside a package of the registry (Linux x64), so a bare machine needs nothing else.
 *
 *   const { executablePath, args, env } = await findChrome();          // Playwright: chromium.launch({ … })
 *   const launchOptions = await findChrome({ timeZone: 'UTC' });       // Puppeteer, @web/test-runner-chrome
 *
 * CHROME_PATH names a browser to use instead; BROWSER_PINNED=0 takes the system's.
 * Pictures are compared with the pinned one only: another build differs by 1.5 to 3.4 % of the pixels.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));

const args = [
  '--no-sandbox', // CI and containers run as root
  '--disable-dev-shm-usage', // a container's /dev/shm may be tiny
  '--force-color-profile=srgb',
  '--font-render-hinting=none',
  '--disable-lcd-text',
];

const systemPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Whether `findChrome` brings its own browser: only then is a picture the same everywhere. */
export const isPinned = () =>
  process.platform === 'linux' &&
  process.arch === 'x64' &&
  !process.env.CHROME_PATH &&
  process.env.BROWSER_PINNED !== '0';

/** Launch options for Puppeteer; Playwright takes all of them but `headless`. */
export async function findChrome({ timeZone = 'Asia/Shanghai' } = {}) {
  const env = { ...process.env, TZ: timeZone };
  if (!isPinned()) {
    const found = process.env.CHROME_PATH || systemPlaces.find((place) => existsSync(place));
    if (found) return { executablePath: found, headless: true, args, env };
    throw new Error('No Chrome found on this machine: name one with the variable CHROME_PATH.');
  }

  const home = unpackOnce();
  return {
    executablePath: `${home}/chromium`,
    headless: 'shell', // the package holds Chromium's headless shell, not the whole browser
    args,
    env: {
      ...env,
      LD_LIBRARY_PATH: `${home}/al2023/lib`, // libnss3 and friends, absent from a bare Debian
      FONTCONFIG_PATH: `${home}/fonts`,
    },
  };
}

/**
 * Unpacks beside the final place and then renames: a rename happens at once or not at all, so two processes that start
 * together cannot see half a browser, and a killed one leaves nothing that looks whole.
 */
function unpackOnce() {
  const { version } = JSON.parse(
    readFileSync(`${root}node_modules/@sparticuz/chromium/package.json`, 'utf8'),
  );
  const home = `${root}node_modules/.cache/chromium-${version}`;
  if (existsSync(home)) return home;

  const draft = `${home}.${process.pid}`;
  mkdirSync(draft, { recursive: true });
  // The package unpacks into TMPDIR, adds the system libraries only where it believes to be on Lambda, and changes
  // process.env when imported: so it gets a process of its own.
  execFileSync(
    process.execPath,
    [
      '--input-type=module',
      '--eval',
      "await (await import('@sparticuz/chromium')).default.executablePath()",
    ],
    {
      cwd: root,
      env: { ...process.env, TMPDIR: draft, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' },
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  // Its fonts.conf names /tmp/fonts. With no font at all Chromium gives text no height, even text in a web font.
  const conf = `${draft}/fonts/fonts.conf`;
  writeFileSync(conf, readFileSync(conf, 'utf8').replaceAll('/tmp/fonts', `${home}/fonts`));

  try {
    renameSync(draft, home);
  } catch {
    rmSync(draft, { recursive: true, force: true }); // somebody else was first; theirs is as good
  }
  return home;
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  console.log((await findChrome()).executablePath);
