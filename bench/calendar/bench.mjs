/**
 * What a month grid costs: from navigation until it can be used, and from a press on "next" until the other month is
 * there. Counted is the time that the page's main thread has computed (its own clock, so a busy machine does not show),
 * at full speed and with the processor slowed four times, which stands in for a terminal's.
 *
 * All subjects take turns, in another order each round; each visit is a first visit (a context of its own, no cache).
 */
import { browse, bundle, machine, median, serve, shuffled, table } from '../tools.mjs';

const SUBJECTS = [
  ['empty', 'empty page', 'what any page costs'],
  ['raw', 'raw `innerHTML` grid', 'the floor: numbers only'],
  ['lit', 'hand-written Lit grid, 40 lines', 'numbers only'],
  ['mulin-plain', '**mulin-calendar**, numbers only', 'keys, names, roles'],
  ['cally', 'cally 0.9', 'keys, names, roles'],
  ['vanilla', 'vanilla-calendar-pro 3.4', 'keys, names, roles'],
  ['flatpickr', 'flatpickr 4.6', 'keys, names'],
  ['react-day-picker', 'react-day-picker 10, with React 19', 'keys, names, roles'],
  ['raw-full', 'raw `innerHTML` grid with notes, lunar days, names', 'the floor of the next line'],
  ['mulin', '**mulin-calendar** with notes, lunar days, names', 'what a booking shows'],
];
const SPEEDS = [1, 4];
const TURNS = 10;

export async function run({ quick, say }) {
  const rounds = quick ? 2 : 15;
  const site = await serve(await pages());
  const browser = await browse();
  const figures = new Map(SUBJECTS.map(([id]) => [id, SPEEDS.map(() => ({ open: [], turn: [] }))]));
  try {
    for (const [id] of SUBJECTS) await visit(browser, site.origin, id, 1); // warms disk and browser, counts for nothing
    for (let round = 1; round <= rounds; round++) {
      say(`round ${round} of ${rounds}`);
      for (const [id, speed] of shuffled(SUBJECTS.flatMap(([id]) => SPEEDS.map((s) => [id, s])))) {
        const { open, turn } = await visit(browser, site.origin, id, speed);
        const kept = figures.get(id)[SPEEDS.indexOf(speed)];
        kept.open.push(open);
        kept.turn.push(turn);
      }
    }
    return report(figures, rounds, machine(browser));
  } finally {
    await browser.close();
    await site.close();
  }
}

async function pages() {
  const files = {};
  for (const [id] of SUBJECTS) {
    const { js, css } =
      id === 'empty' ? { js: '', css: '' } : await bundle(`bench/calendar/subjects/${id}.ts`);
    files[`/${id}.js`] = { type: 'text/javascript', body: js };
    files[`/${id}.css`] = { type: 'text/css', body: css };
    files[`/${id}`] = {
      type: 'text/html; charset=utf-8',
      body: `<!doctype html><html lang="zh-CN"><meta name="viewport" content="width=device-width">
        <link rel="stylesheet" href="/${id}.css"><body><script type="module" src="/${id}.js"></script>`,
    };
  }
  return files;
}

/** Main-thread milliseconds of one visit: until the grid is usable, and for each turn of the page. */
async function visit(browser, origin, id, speed) {
  const context = await browser.newContext({ viewport: { width: 800, height: 900 } });
  try {
    const page = await context.newPage();
    await page.goto(`${origin}/empty`); // the process that the subject will live in
    const cdp = await context.newCDPSession(page);
    await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: speed });
    const spent = async () => {
      const { metrics } = await cdp.send('Performance.getMetrics');
      return metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
    };

    const before = await spent();
    await page.goto(`${origin}/${id}`);
    await page.evaluate(usable, id);
    const open = (await spent()) - before;
    if (open <= 0)
      throw new Error(`${id}: the page moved to another process, its clock began anew.`);
    if (id === 'empty') return { open, turn: NaN };

    const { x, y } = await page.evaluate(() => {
      const box = globalThis.subject.next().getBoundingClientRect();
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    });
    await page.mouse.move(x, y);
    await page.evaluate(painted);
    const beforeTurns = await spent();
    for (let i = 0; i < TURNS; i++) {
      await page.mouse.click(x, y);
      await page.evaluate(painted);
    }
    const turn = ((await spent()) - beforeTurns) / TURNS;
    const { text, days } = await page.evaluate(() => ({
      text: globalThis.subject.text(),
      days: globalThis.subject.days().length,
    }));
    // ten months after December 2026
    if (!/2027/.test(text) || !/10|十月/.test(text) || days !== 31)
      throw new Error(`${id}: after ${TURNS} presses it shows ${days} days and "${text}".`);
    return { open, turn };
  } finally {
    await context.close();
  }
}

/** In the page: waits until the days of December lie on screen and have been painted. */
async function usable(id) {
  const frame = () => new Promise((next) => requestAnimationFrame(next));
  const isThere = () => {
    const days = globalThis.subject?.days() ?? [];
    return days.length === 31 && days[30].getBoundingClientRect().height > 0;
  };
  while (id !== 'empty' && !isThere()) await frame();
  await frame();
  await frame();
}

/** In the page: waits until what has been done so far has been painted. */
async function painted() {
  const frame = () => new Promise((next) => requestAnimationFrame(next));
  await frame();
  await frame();
}

function report(figures, rounds, where) {
  const of = (id, kind, speed) => median(figures.get(id)[speed][kind]);
  const cell = (id, kind, speed) => {
    const ms = of(id, kind, speed);
    if (Number.isNaN(ms)) return '–';
    return `${ms.toFixed(1)} (${(ms / of('raw', kind, speed)).toFixed(2)}×)`;
  };
  const rows = SUBJECTS.map(([id, name, what]) => [
    `${name}: ${what}`,
    cell(id, 'open', 0),
    cell(id, 'turn', 0),
    cell(id, 'open', 1),
    cell(id, 'turn', 1),
  ]);
  const head = [
    'CPU ms of the main thread',
    'usable',
    'next month',
    'usable, ÷4',
    'next month, ÷4',
  ];
  const full = (kind) => (of('mulin', kind, 0) / of('raw-full', kind, 0)).toFixed(2);
  return [
    table(head, rows),
    `In brackets: times the floor. Against the floor that shows the same, mulin-calendar costs ${full('open')}× until usable and ${full('turn')}× a month.`,
    `Medians of ${rounds} interleaved first visits and of ${TURNS} presses in each; ÷4: processor slowed four times. ${where}.`,
  ].join('\n\n');
}
