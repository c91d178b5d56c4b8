import type { Gateway } from '../contract.ts';
import { openCaller, type Told } from './call.ts';
import { openClock } from './clock.ts';
import { openWatches } from './watches.ts';

export interface HttpOptions {
  /** Where the hall is, e.g. `https://hall.example`; without it, where the page comes from. */
  readonly url?: string;
}

export interface HttpGateway extends Gateway {
  /** Ends every `watch`. What is being sent is still done. */
  close(): void;
}

/** A hall over the network: it decides, every page of a browser listens on one connection, and time is the hall's. */
export function httpGateway({ url = '' }: HttpOptions = {}): HttpGateway {
  const clock = openClock();
  let wasReached = true;
  const onReached = (isReached: boolean): void => {
    if (isReached && !wasReached) watches.hurry();
    wasReached = isReached;
  };
  const caller = openCaller(url, clock, onReached);
  const watches = openWatches(url, clock, onReached);
  const onOnline = (): void => watches.hurry();
  addEventListener('online', onOnline);

  const read = (
    name: string,
    input: unknown,
    { signal }: { signal?: AbortSignal } = {},
  ): Promise<Told> =>
    caller.post(`/api/query/${encodeURIComponent(name)}`, input, { ...(signal && { signal }) });

  const send = (
    name: string,
    input: unknown,
    options: { idempotencyKey: string; signal?: AbortSignal },
  ): Promise<Told> => caller.post(`/api/command/${encodeURIComponent(name)}`, input, options);

  // The law's types live in the contract; on the wire a name is a name, and the hall checks its input.
  return {
    now: () => clock.now(),
    read,
    send,
    watch: watches.watch,
    close() {
      removeEventListener('online', onOnline);
      watches.close();
    },
  } as unknown as HttpGateway;
}
