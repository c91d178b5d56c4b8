/**
 * Real halls for browser tests: starts halls-process.ts when a test asks for one, and hands its requests on. A page that
 * talks to a hall through here is on the hall's own origin, as a terminal is.
 */
import { spawn } from 'node:child_process';
import { request } from 'node:http';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

export function openHalls() {
  let starting;
  const start = () =>
    (starting ??= new Promise((resolve, reject) => {
      const child = spawn(process.execPath, ['--import', 'tsx', 'tests/harness/halls-process.ts'], {
        cwd: root,
        stdio: ['pipe', 'pipe', 'inherit'],
      });
      createInterface(child.stdout).once('line', (url) => resolve({ url, child }));
      child.once('exit', (code) => reject(new Error(`The halls have ended with ${code}.`)));
    }));

  /** Stands before all that the runner serves itself. */
  async function middleware(context, next) {
    if (!context.path.startsWith('/halls')) return next();
    const { url } = await start();
    context.respond = false;
    context.status = 200; // the runner tells of every 404, and Koa calls so what it does not answer itself
    const { req, res } = context;
    const { method, headers } = req;
    const handedOn = request(url + req.url, { method, headers }, (answer) => {
      res.writeHead(answer.statusCode, answer.headers);
      res.flushHeaders();
      answer.pipe(res);
      answer.once('close', () => answer.complete || res.destroy());
    });
    handedOn.once('error', () => res.destroy()); // a cut there is a cut here
    res.once('close', () => handedOn.destroy());
    req.pipe(handedOn);
  }

  return {
    middleware,
    plugin: {
      name: 'halls',
      async serverStop() {
        const running = await starting?.catch(() => undefined);
        if (!running) return;
        running.child.stdin.end();
        await new Promise((done) => running.child.once('exit', done));
      },
    },
  };
}
