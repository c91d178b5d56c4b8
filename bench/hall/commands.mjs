/** Commands: booking on days of one's own and on one hot day, taking and calling tickets. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '../../tests/harness/postgres.ts';
import { median, table } from '../tools.mjs';
import { pgbench } from './pgbench.mjs';
import { start } from './process.mjs';
import { openLine, press } from './terminals.mjs';

const CLIENTS = [1, 16, 64];
const DESK = 'X-Clerk: 1\r\n';
const hold = (place, date = '2026-12-11') => ({
  path: '/api/command/booking.hold',
  input: { service: 'marriage', place, date, time: '09:00' },
});

export async function commands({ quick, say }) {
  const rounds = quick ? 1 : 3;
  const seconds = quick ? 1 : 1.5;
  const folder = mkdtempSync(join(tmpdir(), 'mulin-bench-'));
  const postgres = await startPostgres();
  const database = await postgres.database();
  const halls = [
    ['SQLite', await start('halls.ts', join(folder, 'hall'))],
    ['PostgreSQL', await start('halls.ts', database)],
  ];
  const bare = await start('bare.mjs');
  const figures = new Map();
  const note = (what, clients, figure) => {
    const key = `${what} ${clients}`;
    figures.set(key, [...(figures.get(key) ?? []), figure]);
  };
  let opened = 0;
  const open = async (hall, pack) => (await hall.ask({ open: `h${(opened += 1)}`, pack })).url;

  try {
    const shapes = await shapesOf(halls[1][1], halls[0][1]);
    await bare.ask({ answer: shapes.answer });
    // Until their code is compiled; pgbench comes compiled.
    say('warming up');
    for (const [, hall] of halls) await press(await open(hall, 'booking'), 16, seconds, spread);
    await press(bare.url, 16, seconds, () => () => hold('place-0'));
    for (let round = 1; round <= rounds; round += 1) {
      for (const clients of CLIENTS) {
        say(`round ${round} of ${rounds}, ${clients} clients`);
        const floor = await pgbench(database, shapes['booking.hold'], clients, seconds);
        note('pgbench', clients, floor);
        for (const [name, hall] of halls) {
          const url = await open(hall, 'booking');
          note(`${name} spread`, clients, await press(url, clients, seconds, spread));
          note(`${name} hot`, clients, await press(url, clients, seconds, hot));
          await rush(url, name);
        }
        note('bare', clients, await press(bare.url, clients, seconds, () => () => hold('place-0')));
      }
      for (const command of ['booking.hold', 'ticket.take', 'ticket.call']) {
        const question = { alone: { command, seconds } };
        note(`SQLite alone ${command}`, 1, await halls[0][1].ask(question));
        if (command !== 'booking.hold')
          note(`pgbench ${command}`, 1, await pgbench(database, shapes[command], 1, seconds));
      }
      for (const [name, hall] of halls) {
        say(`round ${round} of ${rounds}, tickets on ${name}`);
        const url = await open(hall, 'queue');
        note(`${name} ticket.take`, 16, await press(url, 16, seconds, () => () => take));
        const queue = await open(hall, 'queue');
        await openCounters(queue, 200);
        note(`${name} ticket.call`, 8, await press(queue, 8, seconds, caller));
      }
    }
    return report(figures, rounds, seconds);
  } finally {
    await Promise.all([...halls.map(([, hall]) => hall.stop()), bare.stop()]);
    await postgres.stop();
    rmSync(folder, { recursive: true });
  }
}

/** Everybody at a place of their own: keeps a slot, gives it back, keeps another. */
const spread = (client) => keepAndGiveBack(`place-${client}`);
/** Everybody at the same day of the same place; nobody was there before, as who goes may leave a slot kept. */
const hot = () => keepAndGiveBack('place-0', '2026-12-15');

function keepAndGiveBack(place, date = '2026-12-11') {
  return (answer) => {
    const code = answer?.result?.code;
    if (answer && answer.status !== 'sent') throw new Error(JSON.stringify(answer));
    return code
      ? { path: '/api/command/booking.release-hold', input: { code, place, date } }
      : hold(place, date);
  };
}

/** Everybody wants the same slot, more than it has: sixty-four get it, whatever happens. */
async function rush(url, name) {
  const lines = await Promise.all(Array.from({ length: 64 }, () => openLine(url)));
  let given = 0;
  await Promise.all(
    lines.map(async (line) => {
      for (let n = 0; n < 2; n += 1)
        if ((await line.ask(hold('place-1', '2026-12-14'))).status === 'sent') given += 1;
      line.close();
    }),
  );
  if (given !== 64) throw new Error(`${name}: ${given} got one of 64 places.`);
}

const take = { path: '/api/command/ticket.take', input: { place: 'centre', line: 'line-1' } };

async function openCounters(url, tickets) {
  const line = await openLine(url);
  const bid = (name, input) => line.ask({ path: `/api/command/${name}`, input, headers: DESK });
  for (let i = 1; i <= 8; i += 1) await bid('counter.open', { place: 'centre', counter: `c${i}` });
  const lines = await Promise.all(Array.from({ length: 8 }, () => openLine(url)));
  await Promise.all(
    lines.map(async (one) => {
      for (let n = 0; n < tickets / 8; n += 1) {
        const { result } = await one.ask(take);
        const { place, date, number, pass } = result;
        const input = { place, date, number, pass, by: 'printed' };
        await one.ask({ path: '/api/command/ticket.deliver', input });
      }
      one.close();
    }),
  );
  line.close();
}

/** A clerk who calls until nobody is left. */
const caller = (client) => (answer) =>
  !answer || answer.status === 'sent'
    ? {
        path: '/api/command/ticket.call',
        input: { place: 'centre', counter: `c${client + 1}` },
        headers: DESK,
      }
    : undefined;

/** What each command asks of the store, seen in halls where nothing else happens. */
async function shapesOf(...halls) {
  const shapes = {};
  for (const hall of halls) {
    const urls = {};
    for (const pack of ['booking', 'queue'])
      urls[pack] = (await hall.ask({ open: 'shapes', pack })).url;
    const line = await openLine(urls.booking);
    const answer = await line.ask(hold('place-0'));
    await line.ask({
      path: '/api/command/booking.release-hold',
      input: { code: answer.result.code, place: 'place-0', date: '2026-12-11' },
    });
    await line.ask(hold('place-0'));
    line.close();
    shapes.answer = JSON.stringify(answer);
    await openCounters(urls.queue, 48);
    const desk = await openLine(urls.queue);
    for (let n = 0; n < 3; n += 1) await desk.ask(caller(0)());
    await desk.ask(take);
    desk.close();
    for (const command of ['booking.hold', 'ticket.take', 'ticket.call'])
      shapes[command] ??= await hall.ask({ shape: command });
  }
  return shapes;
}

function report(figures, rounds, seconds) {
  const of = (what, clients, field = 'rate') =>
    median((figures.get(`${what} ${clients}`) ?? []).map((figure) => figure[field] ?? NaN));
  const speed = (what, clients) => {
    const rate = Math.round(of(what, clients)).toLocaleString('en');
    const [p50, p99] = ['p50', 'p99'].map((field) => of(what, clients, field));
    return Number.isNaN(p50) ? rate : `${rate} (${short(p50)} / ${short(p99)})`;
  };
  const share = (what, floor, clients, floorClients = clients) => {
    const [mine, theirs] = [
      figures.get(`${what} ${clients}`),
      figures.get(`${floor} ${floorClients}`),
    ];
    return `${Math.round(100 * median(mine.map(({ rate }, i) => rate / theirs[i].rate)))} %`;
  };
  const row = (label, cell) => [label, ...CLIENTS.map(cell)];
  const booking = table(
    ['booking: commands/s (p50 / p99 ms)', ...CLIENTS.map((n) => `${n} client${n > 1 ? 's' : ''}`)],
    [
      row('bare Node server, same bytes', (n) => speed('bare', n)),
      row('pgbench, the hall’s statements, spread out', (n) => speed('pgbench', n)),
      row('**hall on PostgreSQL**, spread out', (n) => speed('PostgreSQL spread', n)),
      row('share of pgbench', (n) => share('PostgreSQL spread', 'pgbench', n)),
      row('**hall on PostgreSQL**, one hot day', (n) => speed('PostgreSQL hot', n)),
      row('share of what one pgbench client can do one after another', (n) =>
        share('PostgreSQL hot', 'pgbench', n, 1),
      ),
      ['SQLite store alone, one after another', speed('SQLite alone booking.hold', 1), '', ''],
      row('**hall on SQLite**, spread out', (n) => speed('SQLite spread', n)),
      row('share of the store alone', (n) =>
        share('SQLite spread', 'SQLite alone booking.hold', n, 1),
      ),
      row('**hall on SQLite**, one hot day', (n) => speed('SQLite hot', n)),
    ],
  );
  const tickets = table(
    ['tickets: commands/s (p50 / p99 ms)', 'floor, one after another', 'hall', 'share'],
    [
      ['take', 'PostgreSQL', 16],
      ['take', 'SQLite', 16],
      ['call', 'PostgreSQL', 8],
      ['call', 'SQLite', 8],
    ].map(([what, store, clients]) => {
      const command = `ticket.${what}`;
      const floor = store === 'SQLite' ? `SQLite alone ${command}` : `pgbench ${command}`;
      const label = what === 'take' ? `${clients} kiosks take` : `${clients} counters call`;
      const mine = `${store} ${command}`;
      return [
        `${label}, ${store}`,
        speed(floor, 1),
        speed(mine, clients),
        share(mine, floor, clients, 1),
      ];
    }),
  );
  return `${booking}\n\n${tickets}\n\nMedians of ${rounds} rounds of ${seconds} s, floors and halls in turn; PostgreSQL and SQLite sync to the disk before anything is acknowledged. After every run 64 terminals rushed for one slot twice each; exactly 64 places were given, every time. In a rush the hall puts many commands into one trip to PostgreSQL; pgbench sends each alone, so a share may pass 100 %.`;
}

const short = (milliseconds) => milliseconds.toFixed(milliseconds < 10 ? 1 : 0);
