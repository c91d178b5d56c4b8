// The tests that need a browser: elements, the local gateway on a real IndexedDB, and the model.
//   npx wtr --files tests/ui/keypad.test.ts     one file          npx wtr --watch     while you work
//   npx wtr --coverage                          what the tests have touched
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { chromeLauncher } from '@web/test-runner-chrome';
import { build } from 'esbuild';
import { findChrome } from './scripts/browser.mjs';
import { openHalls } from './tests/harness/halls-plugin.mjs';

/** A browser that believes to be in `timeZone`, with a window of the same size everywhere. */
const chromeIn = async (timeZone) => {
  const chrome = await findChrome({ timeZone });
  const launcher = chromeLauncher({
    // The pinned Chromium has Temporal behind this flag; the lunar table is compared with it.
    launchOptions: { ...chrome, args: [...chrome.args, '--js-flags=--harmony-temporal'] },
    createPage: async ({ context }) => {
      // Its own context: two files that run at once must not meet in one IndexedDB.
      const page = await (await context.browser().createBrowserContext()).newPage();
      await page.setViewport({ width: 800, height: 600, deviceScaleFactor: 1 });
      return page;
    },
  });
  launcher.name = `Chromium in ${timeZone}`;
  return launcher;
};

/** npm's qrcode is CommonJS and browsers ask for modules; what Vite does for the kiosk is done here for the tests. */
const qrcodeAsModule = {
  name: 'qrcode-as-module',
  async serve({ path }) {
    if (path !== '/node_modules/qrcode/lib/core/qrcode.js') return undefined;
    const { outputFiles } = await build({
      entryPoints: [`.${path}`],
      bundle: true,
      format: 'esm',
      platform: 'browser',
      write: false,
    });
    return { body: outputFiles[0].text, type: 'js' };
  },
};

/** The rules that look at a clock or a calendar. Crowds, forms and searches are the same everywhere, and tried once. */
const rooms = ['activity', 'booking', 'case', 'catalog', 'queue', 'shared'];
const rules = rooms.flatMap((room) =>
  readdirSync(`tests/model/${room}`)
    .filter((file) => file.endsWith('.test.ts') && file !== 'search.test.ts')
    .map((file) => `tests/model/${room}/${file}`),
);

/** All of them on one page: a page for each, in each zone, would take longer to load than to run. */
const rulesOnOnePage = {
  name: 'rules-on-one-page',
  serve: ({ path }) =>
    path === '/tests/model/rules.ts'
      ? { body: rules.map((file) => `import '/${file}';`).join('\n'), type: 'js' }
      : undefined,
};

const halls = openHalls();

export default {
  files: [
    'tests/**/*.test.ts',
    '!tests/server/**', // the server's run in Node: npm run test:node
    ...rules.map((file) => `!${file}`), // below
  ],
  browsers: [await chromeIn('Asia/Shanghai')],
  groups: [
    {
      name: 'rules',
      files: ['tests/model/rules.ts'],
      // A date that is right in Shanghai and wrong in Los Angeles is a bug that waits for a traveller.
      browsers: [
        await chromeIn('Asia/Shanghai'),
        await chromeIn('UTC'),
        await chromeIn('America/Los_Angeles'),
        await chromeIn('Pacific/Kiritimati'), // fourteen hours ahead: tomorrow while Shanghai has its evening
      ],
    },
  ],
  concurrency: 2,
  nodeResolve: true,
  middleware: [halls.middleware],
  plugins: [
    halls.plugin,
    rulesOnOnePage,
    qrcodeAsModule,
    esbuildPlugin({
      ts: true,
      target: 'esnext', // an older one would drop `with { type: 'json' }`, which the browser asks for
      // Without it esbuild does not know that the decorators are the legacy ones.
      tsconfig: fileURLToPath(new URL('./tsconfig.json', import.meta.url)),
    }),
  ],
  // The bundled Chromium has no Chinese glyphs of its own; the page brings the font the kiosk brings. And as a page is
  // used again for the next file, it first forgets what the last one stored.
  testRunnerHtml: (testFramework) => `<!doctype html>
    <html lang="zh-CN">
      <head>
        <link rel="stylesheet" href="/node_modules/@fontsource-variable/noto-sans-sc/index.css" />
      </head>
      <body>
        <script type="module">
          localStorage.clear();
          sessionStorage.clear();
          for (const { name } of await indexedDB.databases())
            await new Promise((resolve) => (indexedDB.deleteDatabase(name).onsuccess = resolve));
          await import('${testFramework}');
        </script>
      </body>
    </html>`,
  filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('Lit is in dev mode'),
  coverageConfig: { include: ['src/**/*.ts'] },
  // Patience, not a bound: a property test of a second takes ten where two busy cores share three browsers.
  testFramework: { config: { timeout: 30_000 } },
  // A file of the contract opens a real hall for each test, on SQLite and on PostgreSQL.
  testsFinishTimeout: 600_000,
  testsStartTimeout: 60_000,
};
