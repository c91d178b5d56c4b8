/** The hall as an operator starts it: a process of its own, on a free port, with a folder of its own. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import type { Socket } from 'node:net';
import { join } from 'node:path';
import type { Pack } from '../../src/model/pack.ts';
import { bundled } from './bundled.ts';
import { registryPack } from './packs.ts';

export interface HallProcess {
  /** Such as `http://127.0.0.1:41234`; undefined where it did not start. */
  readonly url: string | undefined;
  /** All that it has said so far. */
  said(): string;
  signal(signal: NodeJS.Signals): void;
  /** The code it ended with; null where a signal ended it. */
  readonly exited: Promise<number | null>;
}

/** A test that fails before it has stopped its hall must not leave one behind. */
const running = new Set<ChildProcess>();
process.on('exit', () => running.forEach((hall) => hall.kill('SIGKILL')));

/** Resolves when it serves, or when it has ended instead. `env` says what an operator would. */
export async function startHallProcess(
  env: Readonly<Record<string, string>>,
): Promise<HallProcess> {
  const hall = spawn(process.execPath, [await bundled('server/main.ts')], {
    cwd: new URL('../../', import.meta.url),
    env: { PATH: process.env['PATH'], PORT: '0', HOST: '127.0.0.1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(hall);
  let said = '';
  const exited = new Promise<number | null>((resolve) =>
    hall.once('close', (code) => {
      running.delete(hall);
      resolve(code);
    }),
  );
  const ready = new Promise<void>((resolve) => {
    for (const pipe of [hall.stdout, hall.stderr])
      pipe.on('data', (chunk: Buffer) => {
        said += chunk.toString();
        if (/stop {3}Ctrl/.test(said)) resolve();
      });
  });
  await Promise.race([ready, exited]);
  // From here on it must not keep a test from ending, unless the test waits for its end.
  const pipes = [hall.stdout, hall.stderr] as unknown as Socket[];
  for (const one of [hall, ...pipes]) one.unref();
  return {
    url: /Open (http:\/\/[\d.]+:\d+)/.exec(said)?.[1],
    said: () => said,
    signal(signal) {
      for (const one of [hall, ...pipes]) one.ref();
      hall.kill(signal);
    },
    exited,
  };
}

/** A folder with pages as a build leaves them: a terminal, a board, and a small pack. */
export function writePages(folder: string, pack: Pack = registryPack()): string {
  mkdirSync(join(folder, 'packs'), { recursive: true });
  mkdirSync(join(folder, 'assets'));
  for (const page of ['index', 'board'])
    writeFileSync(join(folder, `${page}.html`), `<!doctype html><title>${page}</title>`);
  writeFileSync(join(folder, 'assets/main-1234.js'), 'export {};');
  writeFileSync(join(folder, 'packs', `${pack.id}.json`), JSON.stringify(pack));
  return folder;
}
