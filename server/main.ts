/**
 * Starts the hall.
 *
 *   PORT=8080 HOST=127.0.0.1 node --import tsx server/main.ts
 *
 * PAGES names another folder than dist/kiosk.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createAdaptorServer } from '@hono/node-server';

import { createHall } from './app.ts';

const pages = process.env['PAGES'] ?? fileURLToPath(new URL('../dist/kiosk', import.meta.url));
const host = process.env['HOST'] ?? '127.0.0.1';
const port = Number(process.env['PORT'] ?? 8080);

if (!Number.isInteger(port) || port < 0 || port > 65_535)
  giveUp(`PORT must be a number from 0 to 65535, not “${process.env['PORT']}”.`);
if (!existsSync(join(pages, 'index.html')))
  giveUp(`There is no built terminal in ${pages}. Build it first: npm run build:kiosk`);

const server = createAdaptorServer({ fetch: createHall({ pages }).fetch });

server.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EADDRINUSE')
    giveUp(
      `Port ${port} on ${host} is taken by another program. Stop that one, or choose another port: PORT=${port + 1} npm start`,
    );
  if (error.code === 'EACCES')
    giveUp(`This user may not open port ${port}. Choose one above 1023: PORT=8080 npm start`);
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
    giveUp(`This machine has no address ${host}. HOST=127.0.0.1 is for this machine only.`);
  giveUp(error.message);
});

server.listen(port, host, () => {
  const { address, port: opened } = server.address() as AddressInfo;
  const url = `http://${address.includes(':') ? `[${address}]` : address}:${opened}/`;
  console.log(`
Mulin is ready. Open ${url}

  pack   ${packs().join(', ') || 'none found: the terminal will say so'}
  data   in the IndexedDB of the browser that opens it, on this terminal only
  stop   Ctrl+C
`);
  if (!['127.0.0.1', '::1'].includes(address))
    console.log(
      'Other machines must open it over https (a proxy in front): on plain http a browser keeps no\nsecrets and starts nothing offline, so booking would refuse with a sentence.\n',
    );
});

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => server.close(() => process.exit(0)));

/** `yangpu (杨浦区民政)` for each pack of the build. */
function packs(): string[] {
  const folder = join(pages, 'packs');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => {
      const { id, name } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as {
        readonly id: string;
        readonly name: Readonly<Record<string, string>>;
      };
      return `${id} (${name['zh-CN']})`;
    });
}

function giveUp(sentence: string): never {
  console.error(`\nThe hall did not start. ${sentence}\n`);
  process.exit(1);
}
