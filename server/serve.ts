/** The hall on a port: pages and API from one process, until it is closed. */
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createApi } from './api.ts';
import { createApp } from './app.ts';
import type { Hall } from './hall.ts';
import { openLimits } from './limits.ts';
import { listen } from './listen.ts';
import { openMetrics } from './metrics.ts';
import { OperatorMistake } from './mistake.ts';
import { openHallOf } from './open.ts';
import { createOperations } from './operations.ts';
import type { Settings } from './settings.ts';
import { addressOf, type Asked } from './who/request.ts';

export interface Serving {
  readonly hall: Hall;
  /** Such as `http://127.0.0.1:8080/`. */
  readonly url: string;
  /** Takes nothing new, ends the streams, finishes what is under way, and closes the store. */
  close(): Promise<void>;
}

/** Throws an `OperatorMistake` where it can't. */
export async function serve(settings: Settings): Promise<Serving> {
  const { pages, host, port } = settings;
  if (!existsSync(join(pages, 'index.html')))
    throw new OperatorMistake(
      `There is no built terminal in ${pages}. Build it first: npm run build:kiosk`,
    );
  const { hall, who, caretaker } = await openHallOf(settings);
  const limits = openLimits(settings.rate);
  const { proxies = 0 } = settings.who;
  const limitedAddress = (context: Asked): string | undefined => {
    const address = addressOf(context, proxies);
    // Without a proxy that says so, this machine is an operator's, or a kiosk of its own.
    return proxies === 0 && isLoopback(address) ? undefined : address;
  };
  const api = createApi({
    hall,
    who,
    admit: async (context, sender) =>
      limitedAddress(context) === undefined ? undefined : limits.admit(sender),
  });
  const metrics = openMetrics(() => api.streams);
  const { fetch } = createApp({
    pages,
    api: api.routes,
    operations: createOperations({ hall, metrics, ...settings }),
    front: {
      law: hall.law,
      origins: settings.origins,
      limits,
      metrics,
      logsRequests: settings.logsRequests,
      addressOf: limitedAddress,
    },
  });
  const server = await listen(fetch, port, host).catch(async (error: NodeJS.ErrnoException) => {
    api.close();
    await caretaker.stop();
    await hall.close();
    throw mistakeOf(error, settings);
  });
  return {
    hall,
    url: urlOf(server.address() as AddressInfo),
    async close() {
      api.close();
      const closed = once(server, 'close');
      server.close();
      // A connection that is busy now is kept alive after its answer; nobody may wait for it to get bored.
      const idle = setInterval(() => server.closeIdleConnections(), 50);
      await closed;
      clearInterval(idle);
      await caretaker.stop();
      await hall.close();
    },
  };
}

/** As `addressOf` gives it: of IPv6 only half. */
const isLoopback = (address: string): boolean => /^(127\.|::1?$)/.test(address);

const urlOf = ({ address, port }: AddressInfo): string =>
  `http://${address.includes(':') ? `[${address}]` : address}:${port}/`;

function mistakeOf(error: NodeJS.ErrnoException, { host, port }: Settings): Error {
  switch (error.code) {
    case 'EADDRINUSE':
      return new OperatorMistake(
        `Port ${port} on ${host} is taken by another program. Stop that one, or choose another port: PORT=${port + 1} npm start`,
      );
    case 'EACCES':
      return new OperatorMistake(
        `This user may not open port ${port}. Choose one above 1023: PORT=8080 npm start`,
      );
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new OperatorMistake(
        `This machine has no address ${host}. HOST=127.0.0.1 is for this machine only.`,
      );
    default:
      return error;
  }
}
