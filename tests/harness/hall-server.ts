/** A hall on a port of this machine, for tests: the API alone, over whichever store. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { actorsBy, parseDevices } from '../../server/actor.ts';
import { createApi } from '../../server/api.ts';
import { openHall, type Hall, type HallOptions } from '../../server/hall.ts';
import { openSealer } from '../../server/seal.ts';
import type { Store } from '../../server/store/store.ts';
import { registryPack } from './packs.ts';
import { toyLaw } from './toy-law.ts';

export interface HallServer {
  readonly url: string;
  readonly hall: Hall;
  close(): Promise<void>;
}

/** The key that all halls of a test run seal with. */
export const testSealer = openSealer([{ id: 'test', bytes: new Uint8Array(32).fill(7) }]);

export async function startHall(
  store: Store,
  {
    devices = '',
    timeLimit,
    port = 0,
    ...options
  }: Partial<HallOptions> & { devices?: string; timeLimit?: number; port?: number } = {},
): Promise<HallServer> {
  const hall = await openHall({
    pack: registryPack(),
    law: toyLaw,
    sealer: testSealer,
    ...options,
    store,
  });
  const api = createApi({
    hall,
    actorOf: actorsBy(parseDevices(devices)),
    ...(timeLimit !== undefined && { timeLimit }),
  });
  const server = createAdaptorServer({ fetch: api.routes.fetch }).listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    hall,
    async close() {
      api.close();
      const closed = once(server, 'close');
      server.close();
      if ('closeAllConnections' in server) server.closeAllConnections();
      await closed;
      await hall.close();
    },
  };
}
