/** One change that reaches many boards: from the answer to whoever made it until the last byte is at the board. */
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '../../tests/harness/postgres.ts';
import { median, table } from '../tools.mjs';
import { start } from './process.mjs';
import { at, openLine } from './terminals.mjs';

const BOARDS = [1000, 5000];
const board = { queries: [{ name: 'queue.board', input: { place: 'centre' } }] };
const take = { path: '/api/command/ticket.take', input: { place: 'centre', line: 'line-1' } };

export async function fanOut({ quick, say }) {
  const [rounds, changes] = quick ? [1, 3] : [3, 10];
  const folder = mkdtempSync(join(tmpdir(), 'mulin-bench-'));
  const postgres = await startPostgres();
  const bare = await start('bare.mjs');
  const halls = [
    ['hall on SQLite', await start('halls.ts', join(folder, 'hall'))],
    ['hall on PostgreSQL', await start('halls.ts', await postgres.database())],
  ];
  try {
    const rows = [];
    for (const boards of BOARDS) {
      const figures = new Map();
      for (let round = 1; round <= rounds; round += 1) {
        say(`round ${round} of ${rounds}, ${boards} boards`);
        for (const [name, hall] of halls) {
          const { url } = await hall.ask({ open: `h${boards}-${round}`, pack: 'queue' });
          const change = await changer(url);
          const frame = await lookAt(url);
          await bare.ask({ frame });
          const push = { path: '/api/command/push', input: take.input };
          for (const [subject, at, send] of [
            [`bare, ${name}`, bare.url, () => askOnce(bare.url, push)],
            [name, url, change],
          ])
            figures.set(subject, [
              ...(figures.get(subject) ?? []),
              await measure(at, boards, changes, send),
            ]);
        }
      }
      for (const [name] of halls) {
        const [floor, mine] = [figures.get(`bare, ${name}`), figures.get(name)];
        const text = (all) =>
          `${round(median(all.map((one) => one.p50)))} / ${round(median(all.map((one) => one.p99)))}`;
        const ratio = median(mine.map(({ p99 }, i) => p99 / floor[i].p99));
        rows.push([
          `${boards.toLocaleString('en')} boards, ${name}`,
          text(floor),
          text(mine),
          `${ratio.toFixed(2)}×`,
        ]);
      }
    }
    return `${table(['one change to all, p50 / p99 ms', 'bare Node server', 'hall', 'p99'], rows)}\n\nFrom the acknowledged command to the last byte at each board; ${rounds} rounds of ${changes} changes, the bare server sends the same bytes. Sockets and hall share the same two cores.`;
  } finally {
    await Promise.all([bare.stop(), ...halls.map(([, hall]) => hall.stop())]);
    await postgres.stop();
    rmSync(folder, { recursive: true });
  }
}

/** Changes what the board shows: somebody is called. */
async function changer(url) {
  const line = await openLine(url);
  const bid = (name, input) =>
    askOnce(url, { path: `/api/command/${name}`, input, headers: 'X-Clerk: 1\r\n' });
  await bid('counter.open', { place: 'centre', counter: 'c1' });
  for (let n = 0; n < 20; n += 1) {
    const { result } = await line.ask(take);
    const { place, date, number, pass } = result;
    await line.ask({
      path: '/api/command/ticket.deliver',
      input: { place, date, number, pass, by: 'printed' },
    });
  }
  line.close();
  const call = async () => {
    const told = await bid('ticket.call', { place: 'centre', counter: 'c1' });
    if (told.status !== 'sent') throw new Error(JSON.stringify(told));
  };
  for (let n = 0; n < 6; n += 1) await call(); // until the board is as full as it gets
  return call;
}

/** On a connection of its own: between two changes a server may close one that is idle. */
async function askOnce(url, asked) {
  const line = await openLine(url);
  const answer = await line.ask(asked);
  line.close();
  return answer;
}

/** The frame that a board gets now. */
async function lookAt(url) {
  let seen = '';
  const socket = await listen(url, (bytes) => (seen += bytes));
  while (!/\nevent: \d+\ndata: .*\n\n/.test(seen))
    await new Promise((done) => setTimeout(done, 20));
  socket.destroy();
  return /id: .*\nevent: \d+\ndata: .*\n\n/.exec(seen)[0];
}

export async function listen(url, onBytes) {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  const body = JSON.stringify(board);
  socket.write(
    `POST /api/watch HTTP/1.1\r\nHost: hall\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
  socket.on('data', onBytes);
  return socket;
}

async function measure(url, boards, changes, send) {
  const sockets = [];
  let arrived = [];
  let everybody = () => {};
  /** A frame ends with an empty line; only the last byte counts, and it comes last. */
  const onBytes = (bytes) => {
    if (bytes.indexOf('\ndata: ') < 0 && bytes.length < 8) return;
    arrived.push(performance.now());
    if (arrived.length === boards) everybody();
  };
  while (sockets.length < boards)
    sockets.push(...(await Promise.all(Array.from({ length: 100 }, () => listen(url, onBytes)))));
  await new Promise((done) => setTimeout(done, 500)); // until everybody has seen the present
  const took = [];
  for (let n = 0; n < changes; n += 1) {
    arrived = [];
    const all = new Promise((resolve) => (everybody = resolve));
    await send();
    const committed = performance.now();
    await all;
    took.push(...arrived.map((moment) => Math.max(0, moment - committed)));
    await new Promise((done) => setTimeout(done, 100));
  }
  for (const socket of sockets) socket.destroy();
  await new Promise((done) => setTimeout(done, 300));
  took.sort((a, b) => a - b);
  return { p50: at(took, 0.5), p99: at(took, 0.99) };
}

const round = (milliseconds) => milliseconds.toFixed(milliseconds < 10 ? 1 : 0);
