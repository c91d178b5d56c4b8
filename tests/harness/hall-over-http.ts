/** A real hall for a test in the browser, and what can happen to the network on the way to it (see halls-process.ts). */
import type { Pack } from '../../src/model/pack.ts';
import type { Instant } from '../../src/model/shared/law.ts';

export interface HallOverHttp {
  /** Where its API is. */
  readonly url: string;
  /** The same for a clerk who has signed in, with the roles `counter` and `case`. */
  readonly deskUrl: string;
  /** `one-way`: what is sent arrives, and its answer gets lost. */
  network(state: 'fine' | 'cut' | 'one-way'): Promise<void>;
  setClock(now: Instant): Promise<void>;
  events(): Promise<readonly { readonly type: string; readonly data: object }[]>;
  /** How many requests are being answered at the moment, streams among them. */
  connections(): Promise<number>;
  /** Everything that lies in the hall's store, bytes read as text. */
  rawStore(): Promise<string>;
  close(): Promise<void>;
}

export async function openHallOverHttp(options: {
  readonly store: 'sqlite' | 'postgres';
  readonly pack: Pack;
  readonly now: Instant;
  /** The enrolled terminal that all requests come from; without it, from anybody. */
  readonly device?: string;
}): Promise<HallOverHttp> {
  const { id } = (await (await ask('/halls', 'POST', options)).json()) as { readonly id: string };
  const url = `/halls/${id}`;
  return {
    url,
    deskUrl: `${url}/desk`,
    network: async (network) => void (await ask(`${url}/test`, 'POST', { network })),
    setClock: async (now) => void (await ask(`${url}/test`, 'POST', { now })),
    events: async () => (await ask(`${url}/test/events`)).json() as never,
    connections: async () => (await ask(`${url}/test/connections`)).json() as never,
    rawStore: async () => (await ask(`${url}/test/raw`)).text(),
    close: async () => void (await ask(url, 'DELETE')),
  };
}

async function ask(path: string, method = 'GET', body?: object): Promise<Response> {
  const response = await fetch(path, { method, ...(body && { body: JSON.stringify(body) }) });
  if (!response.ok) throw new Error(`${method} ${path}: ${await response.text()}`);
  return response;
}
