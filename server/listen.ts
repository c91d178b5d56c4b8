/** The port that the hall is reached at, and how long it has patience with whoever comes there. */
import { once } from 'node:events';
import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';

type Fetch = Parameters<typeof createAdaptorServer>[0]['fetch'];

export async function listen(fetch: Fetch, port: number, host: string): Promise<Server> {
  const server = createAdaptorServer({ fetch }) as Server;
  // Whoever dawdles over a request is not waited for. Answers may take as long as they like: streams do.
  server.headersTimeout = 10_000;
  server.requestTimeout = 75_000; // a photo over a slow line; what is small is given up sooner (api.ts)
  // Longer than proxies and browsers keep a connection: whoever is about to send must not find it closed.
  server.keepAliveTimeout = 65_000;
  server.listen(port, host);
  await once(server, 'listening');
  return server;
}
