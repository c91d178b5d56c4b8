/**
 * What a form costs: what a page loads, the main thread's work from navigation until the form stands still, and its work
 * for one key press with a second of rest after it, so that whoever puts work off is counted too. Fifty and five hundred
 * questions, the same for everybody, at full speed; the page's own clock, so a busy machine shows little.
 *
 * The peers are no part of the house: npm ci --prefix bench/forms/peers. Without them the floor and mulin-form are measured.
 * Those two run under the kiosk's Content-Security-Policy with Trusted Types; what it forbids is counted. No peer does.
 */
import { existsSync } from 'node:fs';
import {
  browse,
  bundle,
  gzipped,
  machine,
  median,
  root,
  serve,
  shuffled,
  table,
} from '../tools.mjs';

const SUBJECTS = [
  ['floor', 'lit-html with native inputs', 'the floor: no validation', 'subjects/floor.ts'],
  ['mulin', '**mulin-form**', 'validation, rules, errors, keys on screen', 'subjects/mulin.ts'],
  [
    'jsonforms',
    'JSON Forms 3.8, vanilla, with React 18',
    'validation, rules',
    'peers/jsonforms.mjs',
  ],
  ['survey', 'SurveyJS 2.5', 'validation, rules', 'peers/survey.mjs'],
  ['form-js', 'form-js 2.0', 'validation, rules', 'peers/form-js.mjs'],
].filter(
  ([, , , file]) =>
    !file.startsWith('peers') || existsSync(`${root}bench/forms/peers/node_modules`),
);
const SIZES = [50, 500];
const KEYS = 8;
const REST = 900;
const STRICT = [
  "default-src 'none'; script-src 'self'; style-src 'self'; base-uri 'none'",
  "require-trusted-types-for 'script'; trusted-types lit-html",
].join('; ');

export async function run({ quick, say }) {
  const rounds = quick ? 1 : 5;
  const { files, bytes } = await pages();
  const site = await serve(files);
  const browser = await browse();
  const figures = new Map(
    SUBJECTS.map(([id]) => [id, SIZES.map(() => ({ settled: [], key: [], nodes: [], broken: 0 }))]),
  );
  try {
    for (const [id] of SUBJECTS) await visit(browser, site.origin, id, 50, 1); // warms up, counts for nothing
    for (let round = 1; round <= rounds; round++) {
      say(`round ${round} of ${rounds}`);
      for (const [id, n] of shuffled(SUBJECTS.flatMap(([id]) => SIZES.map((n) => [id, n])))) {
        const seen = await visit(browser, site.origin, id, n, quick ? 3 : KEYS);
        const kept = figures.get(id)[SIZES.indexOf(n)];
        kept.settled.push(seen.settled);
        kept.key.push(seen.key);
        kept.nodes.push(seen.nodes);
        kept.broken += seen.broken;
      }
    }
    return report(figures, bytes, rounds, machine(browser));
  } finally {
    await browser.close();
    await site.close();
  }
}

async function pages() {
  const files = { '/empty': { type: 'text/html', body: '<!doctype html>' } };
  const bytes = new Map();
  for (const [id, , , file] of SUBJECTS) {
    const { js, css, files: pieces } = await bundle(`bench/forms/${file}`);
    bytes.set(id, gzipped(js) + gzipped(css));
    for (const [name, body] of Object.entries(pieces))
      files[`/${id}/${name}`] = { type: 'text/javascript', body };
    files[`/${id}.css`] = { type: 'text/css', body: css };
    for (const n of SIZES)
      files[`/${id}?n=${n}`] = {
        type: 'text/html; charset=utf-8',
        headers: file.startsWith('peers') ? {} : { 'content-security-policy': STRICT },
        body: `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width">
          <link rel="stylesheet" href="/${id}.css"><body><script type="module" src="/${id}/entry.js"></script>`,
      };
  }
  return { files, bytes };
}

async function visit(browser, origin, id, n, keys) {
  const context = await browser.newContext({ viewport: { width: 800, height: 900 } });
  try {
    const page = await context.newPage();
    let broken = 0;
    page.on('console', (line) => (broken += /violates|Trusted/.test(line.text()) ? 1 : 0));
    page.on('pageerror', () => (broken += 1));
    await page.goto(`${origin}/empty`); // the process that the subject will live in
    const cdp = await context.newCDPSession(page);
    await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
    const metric = async (wanted) => {
      const { metrics } = await cdp.send('Performance.getMetrics');
      return metrics.find(({ name }) => name === wanted).value;
    };
    const spent = async () => (await metric('TaskDuration')) * 1000;
    const rest = (ms) => new Promise((done) => setTimeout(done, ms));

    const before = await spent();
    await page.goto(`${origin}/${id}?n=${n}`);
    await page.waitForFunction('globalThis.subject?.controls() >= globalThis.subject?.count');
    let settled = await spent();
    for (let quiet = 0; quiet < 2;) {
      await rest(250);
      const now = await spent();
      quiet = now - settled < 3 ? quiet + 1 : 0;
      settled = now;
    }
    const nodes = await metric('Nodes');

    await page.evaluate(() => globalThis.subject.first().focus());
    await rest(REST);
    const presses = [];
    for (let i = 0; i < keys; i++) {
      const idle = await spent();
      await rest(REST);
      const start = await spent();
      await page.keyboard.type('a');
      await rest(REST);
      presses.push((await spent()) - start - (start - idle));
    }
    const answers = await page.evaluate(() => globalThis.subject.answers());
    if (!answers.includes(`"${'a'.repeat(keys)}"`))
      throw new Error(`${id}: ${keys} keys were pressed, and it knows ${answers}.`);
    return { settled: settled - before, key: median(presses), nodes, broken };
  } finally {
    await context.close();
  }
}

function report(figures, bytes, rounds, where) {
  const of = (id, size, kind) => median(figures.get(id)[size][kind]);
  const cell = (id, size, kind) =>
    `${of(id, size, kind).toFixed(1)} (${(of(id, size, kind) / of('floor', size, kind)).toFixed(2)}×)`;
  const rows = SUBJECTS.map(([id, name, what]) => [
    `${name}: ${what}`,
    (bytes.get(id) / 1024).toFixed(1),
    ...[0, 1].flatMap((size) => [cell(id, size, 'settled'), cell(id, size, 'key')]),
  ]);
  const broken = ['floor', 'mulin'].map((id) =>
    figures.get(id).reduce((sum, one) => sum + one.broken, 0),
  );
  return [
    table(
      [
        'CPU ms of the main thread',
        'KiB gzip',
        '50: settled',
        'one key',
        '500: settled',
        'one key',
      ],
      rows,
    ),
    `In brackets: times the floor. Under the strict policy with Trusted Types the floor broke ${broken[0]} rules and mulin-form ${broken[1]}; the peers ran without one.`,
    `Medians of ${rounds} interleaved first visits and ${KEYS} presses in each, a second of rest after each. ${where}.`,
  ].join('\n\n');
}
