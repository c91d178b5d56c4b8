/**
 * A queue on its worst day. The rules: 10,000 people wait in one line and eight counters call the next, through the whole
 * court (who asks, is the input right, which documents, the decision), documents in memory, in Node. The board: a hundred
 * calls a second, each drawn for itself, in Chromium; then 100,000 calls in a row, and what is left of them in memory.
 */
import { browse, bundle, machine, median, serve, table } from '../tools.mjs';

const WAITING = 10_000;
const clerk = { kind: 'staff', id: 'clerk', roles: ['counter'] };
const kiosk = { kind: 'device', id: 'kiosk-1' };

export async function run({ quick, say }) {
  const next = await callTheNext(quick ? 2000 : WAITING, say);
  const { board, where } = await showCalls(quick, say);
  return [
    table(
      ['10,000 waiting, 8 counters', 'median', '99 of 100', 'aim'],
      [['next, from press to decision', `${ms(next.p50)}`, `${ms(next.p99)}`, '< 1 ms']],
    ),
    table(
      ['a board', 'measured', 'aim'],
      [
        [
          'frames a second at 100 calls a second, and at none',
          `${board.frames.toFixed(1)}, ${board.rest.toFixed(1)}`,
          '60',
        ],
        ['longest time between two of them', `${board.longest.toFixed(0)} ms`, '–'],
        ['one call, from the answer of the hall to the elements of the page', ms(board.each), '–'],
        [
          `heap after ${board.calls.toLocaleString('en')} calls`,
          `${board.before.toFixed(1)} → ${board.after.toFixed(1)} MB`,
          'flat',
        ],
      ],
    ),
    `${where}.`,
  ].join('\n\n');
}

const ms = (time) => `${time.toFixed(2)} ms`;

async function callTheNext(waiting, say) {
  const { js } = await bundle('bench/queue/law.ts');
  const { decide, law, manyCounters, queueTown } = await import(
    `data:text/javascript,${encodeURIComponent(js)}`
  );
  const pack = queueTown(manyCounters(8, 1));
  const docs = new Map();
  let now = Date.parse('2026-12-07T09:00+08:00');
  let drawn = 100_000;
  const sit = (actor) => ({
    ...{ now, actor, pack },
    uuid: () => '00000000-0000-7000-8000-000000000000',
    digits: () => String((drawn += 1)),
    alias: (value) => Promise.resolve(value),
  });
  const load = (keys) =>
    Promise.resolve(
      new Map(keys.filter((key) => docs.has(key)).map((key) => [key, docs.get(key)])),
    );
  const send = async (actor, name, input) => {
    now += 50;
    const outcome = await decide(law, name, { place: 'centre', ...input }, sit(actor), load);
    if (!outcome.ok) throw new Error(`${name}: ${JSON.stringify(outcome.refusal)}`);
    for (const { key, doc } of outcome.changes) doc ? docs.set(key, doc) : docs.delete(key);
    return outcome.result;
  };

  say(`${waiting} people take tickets`);
  for (let i = 0; i < waiting; i += 1) {
    const { date, number, pass } = await send(kiosk, 'ticket.take', { line: 'line-1' });
    await send(kiosk, 'ticket.deliver', { date, number, pass, by: 'printed' });
  }
  for (let i = 1; i <= 8; i += 1) await send(clerk, 'counter.open', { counter: `c${i}` });
  say('eight counters call');
  const times = [];
  for (let i = 0; i < waiting / 2; i += 1) {
    const begin = performance.now();
    await send(clerk, 'ticket.call', { counter: `c${(i % 8) + 1}` });
    times.push(performance.now() - begin);
  }
  const sorted = times.toSorted((a, b) => a - b);
  return { p50: median(times), p99: sorted[Math.floor(sorted.length * 0.99)] };
}

async function showCalls(quick, say) {
  const { js, css } = await bundle('bench/queue/board.ts');
  const body = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>board</title><style>${css} body { margin: 0 }</style><body><script type="module" src="/board.js"></script>`;
  const server = await serve({
    '/': { type: 'text/html', body },
    '/board.js': { type: 'text/javascript', body: js },
  });
  const browser = await browse();
  try {
    const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
    await page.goto(`${server.origin}/`);
    await page.waitForFunction(() => globalThis.bench !== undefined);
    const devtools = await page.context().newCDPSession(page);
    const heap = async () => {
      await devtools.send('HeapProfiler.collectGarbage');
      return (await devtools.send('Runtime.getHeapUsage')).usedSize / 1e6;
    };
    const seconds = quick ? 2 : 10;
    const at = (rate) =>
      page.evaluate(([calls, long]) => globalThis.bench.run(calls, long), [rate, seconds]);
    say('none, then a hundred calls a second');
    const { frames: rest } = await at(0);
    const { frames, longest } = await at(100);
    const calls = quick ? 5000 : 100_000;
    await page.evaluate(() => globalThis.bench.many(1000));
    const before = await heap();
    say(`${calls} calls in a row`);
    const took = await page.evaluate((changes) => globalThis.bench.many(changes), calls);
    return {
      board: { rest, frames, longest, each: took / calls, calls, before, after: await heap() },
      where: machine(browser),
    };
  } finally {
    await browser.close();
    await server.close();
  }
}
