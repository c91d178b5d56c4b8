/**
 * A hall with the toy law in a process of its own, so that a test can kill it: this file is both the process and what starts
 * it. It ends when whoever started it does.
 */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { openPostgres } from '../../server/store/postgres.ts';
import { openSqlite } from '../../server/store/sqlite.ts';
import { bundled } from './bundled.ts';
import { startHall } from './hall-server.ts';
import { morning, registryPack } from './packs.ts';

export interface HallProcess {
  readonly url: string;
  /** As a power cut would: no word of farewell. */
  kill(): Promise<void>;
}

/** `data` is a folder, or the address of a PostgreSQL database. */
export async function spawnHall(data: string, port = 0): Promise<HallProcess> {
  const child = fork(await bundled('tests/harness/toy-hall-process.ts'), [data, String(port)], {
    execArgv: [],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const ended = once(child, 'exit');
  return {
    url: await Promise.race([
      once(child, 'message').then(([url]) => url as string),
      ended.then(() => Promise.reject(new Error(`No hall started on ${data}.`))),
    ]),
    kill: () => end(child, ended),
  };
}

async function end(child: ChildProcess, ended: Promise<unknown>): Promise<void> {
  child.kill('SIGKILL');
  await ended;
}

/** Three places in each half hour of the morning, all of them the public's. */
const threePlaces = { ...morning, capacity: 3, staffOnly: 0 };
/** A Monday at eight, whenever the test runs: the law knows the holidays of one year only. */
const MONDAY = Date.parse('2026-12-07T08:00+08:00');
const started = Date.now();
const now = (): number => MONDAY + Date.now() - started;

if (process.argv[1]?.includes('toy-hall-process') && process.send) {
  const [, , data = '', port = '0'] = process.argv;
  process.on('disconnect', () => process.exit());
  const store = data.startsWith('postgres') ? await openPostgres(data) : openSqlite(data);
  const options = { port: Number(port), pack: registryPack({ openings: [threePlaces] }), now };
  process.send((await startHall(store, options)).url);
}
