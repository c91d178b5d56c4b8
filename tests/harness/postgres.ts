/**
 * A throwaway PostgreSQL for tests, of the machine's own package: a fresh cluster in a temporary folder on a free port.
 * Where none is installed and this is root on Debian, it installs one. It never skips in silence: whoever asks gets a
 * server, or a sentence that says why not.
 */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, chownSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

export interface Postgres {
  /** A fresh, empty database of this server. */
  database(): Promise<string>;
  /** Takes the whole server down and up again, as an operator would. */
  restart(): Promise<void>;
  /** Ends all its processes without a word, as a power cut would, and starts it again. */
  crash(): Promise<void>;
  stop(): Promise<void>;
}

export async function startPostgres(): Promise<Postgres> {
  const bin = binaries();
  const as = serverUser();
  const folder = mkdtempSync(join(tmpdir(), 'mulin-postgres-'));
  if (as) chownSync(folder, as.uid, as.gid);
  const data = join(folder, 'data');
  const options = { ...as, cwd: folder, stdio: 'pipe' } as const;
  execFileSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'mulin', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync'],
    options,
  );
  const port = await freePort();
  const url = (name: string): string => `postgres://mulin@127.0.0.1:${port}/${name}`;

  async function start(): Promise<() => Promise<void>> {
    // The shell waits for us: should this process die whatever way, its end of the pipe closes, and the server stops.
    const server = spawn(
      'sh',
      [
        '-c',
        `exec 3<&0
         "$1" -D "$2" -p ${port} -k "$3" -c listen_addresses=127.0.0.1 >"$3/log" 2>&1 3<&- &
         pid=$!
         (read -r _ <&3; kill -INT $pid) &
         wait $pid`,
        'sh',
        join(bin, 'postgres'),
        data,
        folder,
      ],
      { ...options, stdio: ['pipe', 'ignore', 'ignore'] },
    );
    const ended = once(server, 'exit');
    for (let tries = 0; ; tries += 1) {
      const client = new pg.Client({ connectionString: url('postgres') });
      try {
        await client.connect();
        await client.end();
        break;
      } catch (error) {
        if (tries === 100)
          throw new Error(`PostgreSQL did not start; see ${folder}/log`, { cause: error });
        await pause(100);
      }
    }
    return async () => {
      server.stdin.end();
      await ended;
    };
  }

  let stop = await start();
  let databases = 0;
  return {
    async database() {
      const name = `hall_${(databases += 1)}`;
      const client = new pg.Client({ connectionString: url('postgres') });
      await client.connect();
      await client.query(`create database ${name}`);
      await client.end();
      return url(name);
    },
    async restart() {
      await stop();
      stop = await start();
    },
    async crash() {
      const main = Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0]);
      const children = readdirSync('/proc').filter(
        (pid) => /^\d+$/.test(pid) && parentOf(pid) === main,
      );
      for (const pid of [main, ...children.map(Number)]) killNow(pid);
      await stop();
      stop = await start();
    },
    async stop() {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The parent of a process, from what Linux tells of it; the name in front may hold anything. */
function parentOf(pid: string): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return undefined; // it has ended meanwhile
  }
}

function killNow(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // it has ended meanwhile
  }
}

/** Where Debian puts them; the newest if there are several. */
function binaries(): string {
  const find = (): string | undefined => {
    const root = '/usr/lib/postgresql';
    const versions = existsSync(root) ? readdirSync(root) : [];
    return versions
      .toSorted((a, b) => Number(b) - Number(a))
      .map((version) => join(root, version, 'bin'))
      .find((bin) => existsSync(join(bin, 'initdb')));
  };
  const found = find() ?? (installPostgres(), find());
  if (!found) throw new Error(`${HELP} apt-get has installed it, and yet there is no initdb.`);
  return found;
}

const HELP = 'This test needs a PostgreSQL server: apt-get install postgresql.';

function installPostgres(): void {
  if (process.getuid?.() !== 0)
    throw new Error(`${HELP} It is not installed here, and only root may install it.`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  try {
    execFileSync('apt-get', ['update', '-q'], { env, stdio: 'pipe' });
    execFileSync('apt-get', ['install', '-qy', '--no-install-recommends', 'postgresql'], {
      env,
      stdio: 'pipe',
    });
  } catch (error) {
    throw new Error(`${HELP} It is not installed here, and installing it has failed.`, {
      cause: error,
    });
  }
}

/** PostgreSQL refuses to run as root; then it runs as the user its package made. */
function serverUser(): { readonly uid: number; readonly gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string): number =>
    Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
