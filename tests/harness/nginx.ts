/**
 * An nginx for a test, as a process of this user, with the lines that docs/hall.md gives an operator. It is the machine's own,
 * or Debian's package unpacked into a temporary folder; where neither is to be had, a sentence says so.
 */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from './postgres.ts';

export interface Nginx {
  /** Such as `http://127.0.0.1:41234`. */
  readonly url: string;
  stop(): Promise<void>;
}

/** `location` as it stands between `server {` and `}`. Throws with a sentence where there is no nginx. */
export async function startNginx(location: string): Promise<Nginx> {
  const folder = mkdtempSync(join(tmpdir(), 'mulin-nginx-'));
  const port = await freePort();
  const places = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${join(folder, name)};`,
  );
  const config = `
    ${process.getuid?.() === 0 ? 'user root;' : ''}
    daemon off; worker_processes 1; pid ${join(folder, 'pid')};
    events {}
    http { access_log off; ${places.join(' ')}
      server { listen 127.0.0.1:${port}; ${location} } }`;
  writeFileSync(join(folder, 'nginx.conf'), config);
  const args = ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', join(folder, 'error.log')];
  const nginx = spawn(binary(folder), args, { stdio: ['ignore', 'ignore', 'inherit'] });
  process.on('exit', () => nginx.kill());
  for (let tries = 0; !(await answers(port)); tries += 1) {
    if (tries > 100 || nginx.exitCode !== null) throw new Error(`nginx did not start: ${config}`);
    await pause(50);
  }
  return {
    url: `http://127.0.0.1:${port}`,
    async stop() {
      const ended = once(nginx, 'exit');
      nginx.kill();
      await ended;
      rmSync(folder, { recursive: true });
    },
  };
}

function binary(folder: string): string {
  const own = ['/usr/sbin/nginx', '/usr/local/sbin/nginx', '/usr/bin/nginx'].find(existsSync);
  if (own) return own;
  const quiet = { cwd: folder, stdio: 'pipe', timeout: 60_000 } as const;
  try {
    execFileSync('apt-get', ['download', 'nginx'], quiet);
    const deb = readdirSync(folder).find((file) => file.endsWith('.deb')) ?? '';
    execFileSync('dpkg', ['-x', deb, 'unpacked'], quiet);
  } catch (error) {
    throw new Error('There is no nginx here, and Debian’s package can’t be had.', { cause: error });
  }
  return join(folder, 'unpacked/usr/sbin/nginx');
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.unref();
    setTimeout(() => socket.destroy(), 200).unref();
  });
}
