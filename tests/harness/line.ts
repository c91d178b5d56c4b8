/** A line between two that talk over TCP, which a test can cut at the worst moment. */
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/**
 * `open` hands on · `loses-requests` cuts in the middle of what the caller says · `loses-answers` lets the caller's words
 * through and cuts before the answer · `silent` hands nothing on and does not say so, like a cable that was pulled out.
 */
export type LineState = 'open' | 'loses-requests' | 'loses-answers' | 'silent';

export interface Line {
  readonly port: number;
  state: LineState;
  close(): Promise<void>;
}

export async function layLine(to: number): Promise<Line> {
  const sockets = new Set<Socket>();
  const line: Line = {
    port: 0,
    state: 'open',
    async close() {
      server.close();
      for (const socket of sockets) socket.destroy();
      await once(server, 'close');
    },
  };
  const server = createServer((caller) => {
    const callee = connect(to, '127.0.0.1');
    const cut = (): void => {
      caller.destroy();
      callee.destroy();
    };
    for (const socket of [caller, callee]) {
      sockets.add(socket);
      socket.on('error', cut).on('close', () => {
        sockets.delete(socket);
        cut();
      });
    }
    caller.on('data', (bytes) => {
      if (line.state === 'silent') return;
      if (line.state !== 'loses-requests') return void callee.write(bytes);
      callee.write(bytes.subarray(0, bytes.length / 2), cut);
    });
    callee.on('data', (bytes) => {
      if (line.state === 'loses-answers') cut();
      else if (line.state !== 'silent') caller.write(bytes);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return Object.assign(line, { port: (server.address() as AddressInfo).port });
}
