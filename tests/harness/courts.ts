/** The same hall in one browser and over the network, for what must be the same on both. */
import type { Gateway } from '../../src/gateway/contract.ts';
import { httpGateway } from '../../src/gateway/http/index.ts';
import { localGateway } from '../../src/gateway/local/index.ts';
import type { Pack } from '../../src/model/pack.ts';
import { openHallOverHttp } from './hall-over-http.ts';

export interface Court {
  /** Another terminal of the same hall. */
  terminal(): Gateway;
  close(): Promise<void>;
}
type Open = (options: { readonly pack: Pack; readonly now: string }) => Promise<Court>;

let halls = 0;

const inOneBrowser: Open = ({ pack, now }) => {
  const hall = `courts-${Date.now()}-${(halls += 1)}`;
  const open: { close(): void }[] = [];
  return Promise.resolve({
    terminal() {
      const actor = { kind: 'device', id: `kiosk-${open.length}`, as: 'kiosk' } as const;
      const gateway = localGateway({ pack, hall, actor, now: () => Date.parse(now) });
      open.push(gateway);
      return gateway;
    },
    close() {
      for (const one of open) one.close();
      indexedDB.deleteDatabase(`mulin-${hall}`);
      return Promise.resolve();
    },
  });
};

const overTheNetwork: Open = async ({ pack, now }) => {
  const hall = await openHallOverHttp({ store: 'sqlite', pack, now: Date.parse(now) });
  const open: { close(): void }[] = [];
  return {
    terminal() {
      const gateway = httpGateway({ url: hall.url });
      open.push(gateway);
      return gateway;
    },
    async close() {
      for (const one of open) one.close();
      await hall.close();
    },
  };
};

export const courts = [
  ['in one browser', inOneBrowser],
  ['over the network', overTheNetwork],
] as const;
