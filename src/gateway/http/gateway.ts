import type { Gateway, Reply } from '../contract.ts';
import { openCaller, type CallOptions, type Told } from './call.ts';
import { openClock } from './clock.ts';
import { openReach } from './reach.ts';
import { openSession, type SessionHands } from './session.ts';
import { openWatches } from './watches.ts';

export interface HttpOptions {
  /** Where the hall is, e.g. `https://hall.example`; without it, where the page comes from. */
  readonly url?: string;
}

export interface HttpGateway extends Gateway {
  reach: NonNullable<Gateway['reach']>;
  settle: NonNullable<Gateway['settle']>;
  /** Ends every `watch`. What is being sent is still done. */
  close(): void;
}

/** A hall over the network: it decides, every page of a browser listens on one connection, and time is the hall's. */
export function httpGateway(options: HttpOptions = {}): HttpGateway {
  // The law's types live in the contract; on the wire a name is a name, and the hall checks its input.
  return openHttp(options) as unknown as HttpGateway;
}

/** The same as it is on the wire, for a gateway that adds something of its own. */
export interface Wire extends Omit<HttpGateway, 'read' | 'send' | 'watch'> {
  read(name: string, input: unknown, options?: CallOptions): Promise<Told>;
  send(name: string, input: unknown, options: CallOptions): Promise<Told>;
  /** What became of a command whose answer got lost; refused where nothing has. */
  earlier(name: string, input: unknown, options: CallOptions): Promise<Told>;
  watch(name: string, input: unknown, onReply: (reply: Reply<unknown>) => void): () => void;
}

export function openHttp({
  url = '',
  beforeLeaving = () => Promise.resolve(),
}: HttpOptions & Partial<Pick<SessionHands, 'beforeLeaving'>>): Wire {
  const clock = openClock(`mulin-clock ${url}`);
  const reach = openReach(
    () => void caller.request('/healthz'),
    () => watches.hurry(),
  );
  const caller = openCaller(url, clock, {
    onReached: reach.hear,
    mayAsk: () => session.settle(),
  });
  const session = openSession(url, caller.request, {
    onChange: () => watches.renew(),
    beforeLeaving,
  });
  const watches = openWatches(url, clock, { onReached: reach.hear, mayAsk: session.settle });

  /** While the hall is known to be away, nobody waits for a second attempt. */
  const post = (path: string, body: unknown, options: CallOptions): Promise<Told> =>
    caller.post(path, body, reach.now === 'away' ? { tries: 1, ...options } : options);

  return {
    now: () => clock.now(),
    read: (name, input, options = {}) =>
      post(`/api/query/${encodeURIComponent(name)}`, input, options),
    send: (name, input, options) =>
      post(`/api/command/${encodeURIComponent(name)}`, input, options),
    earlier: (name, input, options) =>
      post(`/api/earlier/${encodeURIComponent(name)}`, input, options),
    watch: watches.watch,
    present: session.present,
    dismiss: session.dismiss,
    settle: session.settle,
    reach: reach.listen,
    close() {
      reach.close();
      watches.close();
    },
  };
}
