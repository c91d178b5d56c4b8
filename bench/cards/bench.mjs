/**
 * What ten thousand cards of goods cost: until the first ones lie on the screen, and for each frame while somebody scrolls.
 * Counted is the time that the page's main thread has computed (its own clock, so a busy machine does not show). All
 * subjects draw the same card with the same Lit, in a window 1000 px wide and 1700 px high, three in a row.
 */
import { browse, bundle, gzipped, machine, median, serve, shuffled, table } from '../tools.mjs';

const SUBJECTS = [
  ['mulin', '**mulin-virtual-grid**, with roles, positions and arrow keys'],
  ['tanstack', '@tanstack/virtual-core 3.19, rows drawn by Lit'],
  ['lit-virtualizer', '@lit-labs/virtualizer 2.1, grid layout'],
  ['all', 'no virtual list: all of them, `content-visibility: auto`'],
];
/** A flick of the finger: pixels a frame, and frames. */
const STEP = 90;
const FRAMES = 180;

export async function run({ quick, say }) {
  const rounds = quick ? 2 : 9;
  const files = { '/empty': page('') };
  const sizes = new Map();
  for (const [id] of SUBJECTS) {
    const { js } = await bundle(`bench/cards/subjects/${id}.ts`);
    files[`/${id}.js`] = { type: 'text/javascript', body: js };
    files[`/${id}`] = page(id);
    sizes.set(id, gzipped(js));
  }
  const site = await serve(files);
  const browser = await browse();
  const figures = new Map(
    SUBJECTS.map(([id]) => [id, { open: [], frame: [], p95: [], cards: [] }]),
  );
  try {
    for (const [id] of SUBJECTS) await visit(browser, site.origin, id); // warms disk and browser, counts for nothing
    for (let round = 1; round <= rounds; round++) {
      say(`round ${round} of ${rounds}`);
      for (const [id] of shuffled(SUBJECTS)) {
        const seen = await visit(browser, site.origin, id);
        for (const [kind, value] of Object.entries(seen)) figures.get(id)[kind].push(value);
      }
    }
    return report(figures, sizes, rounds, machine(browser));
  } finally {
    await browser.close();
    await site.close();
  }
}

const page = (id) => ({
  type: 'text/html; charset=utf-8',
  body: `<!doctype html><html lang="zh-CN"><meta name="viewport" content="width=device-width">
    <style>body { margin: 0 }</style><body>${id ? `<script type="module" src="/${id}.js"></script>` : ''}`,
});

async function visit(browser, origin, id) {
  const context = await browser.newContext({ viewport: { width: 1000, height: 1700 } });
  try {
    const tab = await context.newPage();
    await tab.goto(`${origin}/empty`); // the process that the subject will live in
    const cdp = await context.newCDPSession(tab);
    await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
    const spent = async () => {
      const { metrics } = await cdp.send('Performance.getMetrics');
      return metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
    };
    const before = await spent();
    await tab.goto(`${origin}/${id}`);
    await tab.evaluate(usable);
    const open = (await spent()) - before;
    if (open <= 0) throw new Error(`${id}: the page moved to another process.`);

    const beforeScroll = await spent();
    const { p95, blank, last, cards } = await tab.evaluate(scroll, { step: STEP, frames: FRAMES });
    const frame = ((await spent()) - beforeScroll) / FRAMES;
    // Where the finger has ended lies what belongs there: a row is 416 px high.
    const first = Math.floor((STEP * FRAMES) / 416) * 3;
    if (!last.includes(String(first)))
      throw new Error(`${id}: at the end it shows ${last.join(' ')}.`);
    if (blank > FRAMES / 10) throw new Error(`${id}: ${blank} of ${FRAMES} frames had a hole.`);
    return { open, frame, p95, cards };
  } finally {
    await context.close();
  }
}

/** In the page: waits until the first fifteen cards lie on screen and have been painted. */
async function usable() {
  const frame = () => new Promise((next) => requestAnimationFrame(next));
  while ((globalThis.subject?.seen() ?? []).length < 12) await frame();
  await frame();
  await frame();
}

/** In the page: a finger that flicks. Tells how long frames took, and in how many fewer than twelve cards were seen. */
async function scroll({ step, frames }) {
  const times = [];
  let blank = 0;
  let before = performance.now();
  for (let i = 0; i < frames; i++) {
    scrollBy(0, step);
    await new Promise((next) => requestAnimationFrame(next));
    if (i % 12 === 0 && globalThis.subject.seen().length < 12) blank += 12;
    const now = performance.now();
    times.push(now - before);
    before = now;
  }
  await new Promise((next) => setTimeout(next, 100));
  times.sort((a, b) => a - b);
  return {
    p95: times[Math.floor(frames * 0.95)],
    blank,
    last: globalThis.subject.seen(),
    cards: globalThis.subject.cards(),
  };
}

function report(figures, sizes, rounds, where) {
  const of = (id, kind) => median(figures.get(id)[kind]);
  const cell = (id, kind) =>
    `${of(id, kind).toFixed(2)} (${(of(id, kind) / of('mulin', kind)).toFixed(2)}×)`;
  const rows = SUBJECTS.map(([id, name]) => [
    name,
    cell(id, 'open'),
    cell(id, 'frame'),
    of(id, 'p95').toFixed(1),
    String(of(id, 'cards')),
    `${(sizes.get(id) / 1024).toFixed(1)} KiB`,
  ]);
  return [
    table(
      [
        '10,000 cards',
        'usable, CPU ms',
        'a frame of scrolling, CPU ms',
        'frame p95, ms',
        'cards in the page',
        'page, gz',
      ],
      rows,
    ),
    `In brackets: times mulin-virtual-grid. Scrolling: ${FRAMES} frames of ${STEP} px. Median of ${rounds} rounds in changing order. ${where}.`,
  ].join('\n\n');
}
