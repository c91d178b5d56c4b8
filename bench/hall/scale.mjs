/**
 * A small city on one machine: two hundred halls in two server processes on one PostgreSQL. Each hall has screens that listen
 * and terminals that press as often as people do.
 *
 *   node bench/hall/scale.mjs            prints the figures that docs/scale.md quotes
 *   node bench/hall/scale.mjs 20 5       twenty halls, five seconds, to see that it runs
 */
import { register } from 'tsx/esm/api';
import { table } from '../tools.mjs';
import { start } from './process.mjs';
import { at, openLine, press } from './terminals.mjs';

register(); // the hall's own files are TypeScript
const { startPostgres } = await import('../../tests/harness/postgres.ts');
const { listen } = await import('./fan-out.mjs');

const [HALLS = 200, SECONDS = 20] = process.argv.slice(2).map(Number);
/** Screens of each hall that listen, and commands of each hall in a second: a busy morning, see docs/scale.md. */
const SCREENS = 10;
const RATE = 0.3;
const TAKE = { path: '/api/command/ticket.take', input: { place: 'centre', line: 'line-1' } };

const postgres = await startPostgres();
const database = await postgres.database();
const servers = await Promise.all([0, 1].map(() => start('halls.ts', database)));
try {
  const opening = performance.now();
  const halls = [];
  for (let i = 0; i < HALLS; i += 1) {
    const urls = [];
    for (const server of servers)
      urls.push((await server.ask({ open: `hall-${i}`, pack: 'queue' })).url);
    halls.push(urls);
  }
  const opened = performance.now() - opening;

  let frames = 0;
  const sockets = [];
  for (const urls of halls)
    for (let n = 0; n < SCREENS; n += 1)
      sockets.push(await listen(urls[n % urls.length], () => (frames += 1)));

  const [before, began] = [await usage(), performance.now()];
  const took = [];
  const missed = { count: 0 };
  const until = performance.now() + SECONDS * 1000;
  await Promise.all(halls.map((urls, i) => hallLife(urls[i % urls.length], until, took, missed)));
  const seconds = (performance.now() - began) / 1000;
  const after = await usage();
  took.sort((a, b) => a - b);

  // And as much as the machine can: each of 32 clients in a hall of its own, over both processes.
  const most = await Promise.all(
    servers.map((_, s) => press(halls[0][s], 16, 3, () => () => TAKE)),
  );
  const spreadMost = await Promise.all(
    Array.from({ length: 32 }, (_, n) => press(halls[n % HALLS][n % 2], 1, 3, () => () => TAKE)),
  );
  const sum = (all) => Math.round(all.reduce((total, { rate }) => total + rate, 0));
  const figure = (value) => value.toLocaleString('en', { maximumFractionDigits: 1 });
  console.log(
    table(
      [`${HALLS} halls, two processes, one PostgreSQL`, 'figure'],
      [
        ['halls opened in each process, ms a hall', figure(opened / HALLS / 2)],
        ['screens that listen', figure(sockets.length)],
        ['commands asked for, a second', figure(HALLS * RATE)],
        ['commands done, a second', figure(took.length / seconds)],
        ['a command, p50 / p99 ms', `${figure(at(took, 0.5))} / ${figure(at(took, 0.99))}`],
        ['not answered with “sent”', figure(missed.count)],
        ['messages to screens, a second', figure(frames / seconds)],
        ['processors used by both processes', figure((after.cpu - before.cpu) / seconds)],
        ['memory of both processes, MB', figure(after.rss / 2 ** 20)],
        ['as fast as it goes, 32 kiosks in 32 halls, a second', figure(sum(spreadMost))],
        ['as fast as it goes, 32 kiosks in one hall, a second', figure(sum(most))],
      ],
    ),
  );
  for (const socket of sockets) socket.destroy();
} finally {
  await Promise.all(servers.map((server) => server.stop()));
  await postgres.stop();
}

async function usage() {
  const all = [];
  for (const server of servers) all.push(await server.ask({ usage: true }));
  return {
    cpu: all.reduce((total, { cpu }) => total + cpu, 0),
    rss: all.reduce((total, { rss }) => total + rss, 0),
  };
}

/** People come to a hall at random, as often as `RATE` says. */
async function hallLife(url, until, took, missed) {
  for (;;) {
    const wait = (-Math.log(1 - Math.random()) / RATE) * 1000;
    if (performance.now() + wait > until) return;
    await new Promise((done) => setTimeout(done, wait));
    const line = await openLine(url);
    const start = performance.now();
    const answer = await line.ask(TAKE);
    took.push(performance.now() - start);
    if (answer.status !== 'sent') missed.count += 1;
    line.close();
  }
}
