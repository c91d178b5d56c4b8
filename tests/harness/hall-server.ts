/** A hall on a port of this machine, for tests: the API alone, over whichever store. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createApi } from '../../server/api.ts';
import { openHall, type Hall, type HallOptions } from '../../server/hall.ts';
import { listen } from '../../server/listen.ts';
import { openSealer } from '../../server/seal.ts';
import type { Store } from '../../server/store/store.ts';
import type { WhoOptions } from '../../server/who/desk.ts';
import { openWho, type Who } from '../../server/who/who.ts';
import { registryPack } from './packs.ts';
import { toyLaw } from './toy-law.ts';

export interface HallServer {
  readonly url: string;
  readonly hall: Hall;
  readonly who: Who;
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
    who: whoOptions,
    ...options
  }: Partial<HallOptions> & {
    /** Kiosks that are enrolled already, as `kiosk-1:<SHA-256 of its token>`, with commas between. */
    devices?: string;
    timeLimit?: number;
    port?: number;
    who?: Partial<WhoOptions>;
  } = {},
): Promise<HallServer> {
  const hall = await openHall({
    pack: registryPack(),
    law: toyLaw,
    sealer: testSealer,
    ...options,
    store,
  });
  const sealer = options.sealer ?? testSealer;
  const who = await openWho({ hall, store, sealer, ...whoOptions });
  for (const one of devices.split(',').filter(Boolean)) {
    const [id = '', digest = ''] = one.split(':');
    await who.devices.admit('test', digest, { id, as: 'kiosk', name: id });
  }
  const api = createApi({
    hall,
    who,
    ...(timeLimit !== undefined && { timeLimit }),
  });
  const server = await listen(api.routes.fetch, port, '127.0.0.1');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    hall,
    who,
    async close() {
      api.close();
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
      await hall.close();
    },
  };
}
