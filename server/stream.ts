/**
 * One connection of server-sent events for many queries, written by hand: the bytes of an answer are made once and go to
 * every socket as they are.
 *
 *   event: open   data: {"ids":["4","7"],"now":…}      which `event` below answers which query, in the order they were asked
 *   event: 4      id: <tag>   data: <a reply>           now, and whenever it differs
 *   event: now    data: 1796601600000                   every 15 s: the hall's time, and a sign of life
 *
 * Whoever comes back after a cut names the tags of the answers they have in Last-Event-ID, with spaces between; what has
 * not changed is not sent again.
 */
import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { Type, type Static } from 'typebox';
import { Check, Errors } from 'typebox/schema';
import type { Instant } from '../src/model/shared/law.ts';
import type { Problem } from './problem.ts';
import type { Asked, Watches } from './watch.ts';
import type { Asker } from './who/callers.ts';

const HEARTBEAT = 15_000;
/** A reader this far behind has gone to sleep; when it wakes it asks again. */
const MAX_BEHIND = 64 * 1024;

const Body = Type.Object(
  {
    queries: Type.Array(
      Type.Object(
        { name: Type.String({ maxLength: 100 }), input: Type.Unknown() },
        { additionalProperties: false },
      ),
      { minItems: 1, maxItems: 100 },
    ),
  },
  { additionalProperties: false },
);

export function readQueries(
  body: unknown,
): { readonly asked: readonly Asked[] } | { readonly problem: Problem } {
  if (Check(Body, body)) return { asked: (body as Static<typeof Body>).queries };
  const [, [error]] = Errors(Body, body);
  const at = error?.instancePath ?? '';
  const reason = error?.message ?? '';
  const detail = `${at || 'The body'}: ${reason}`;
  return { problem: { status: 400, code: 'input.invalid', detail, at, facts: { reason } } };
}

export interface Streams {
  open(env: HttpBindings, lastEventId: string, asked: readonly Asked[], asker: Asker): Response;
  readonly size: number;
  close(): void;
}

export function openStreams(watches: Watches, now: () => Instant): Streams {
  const open = new Set<(bytes: Buffer) => void>();
  const sockets = new Set<() => void>();

  const heartbeat = setInterval(() => {
    const bytes = Buffer.from(`event: now\ndata: ${now()}\n\n`);
    for (const write of open) write(bytes);
  }, HEARTBEAT);
  heartbeat.unref();

  return {
    open({ outgoing }, lastEventId, asked, { caller: { actor }, from, onGone }) {
      const known = new Set(lastEventId.split(' '));
      outgoing.writeHead(200, {
        'Content-Type': 'text/event-stream',
        'Cache-Control': 'no-store',
        'X-Accel-Buffering': 'no', // nginx would collect answers until they fill a page
        'X-Content-Type-Options': 'nosniff',
      });
      // Past Hono and the web's streams: those cost fifteen times the delay.
      const write = (bytes: Buffer): void => {
        if (outgoing.writableLength > MAX_BEHIND) outgoing.destroy();
        else outgoing.write(bytes);
      };
      const end = (): void => {
        leave(); // a reader that has gone to sleep may take long to hear that it is over
        outgoing.end();
      };
      const listening = asked.map((one) =>
        watches.listen(
          one,
          { actor, from },
          {
            onFrame: ({ bytes, tag }) => {
              if (!known.has(tag)) write(bytes);
            },
            onMoved: end,
          },
        ),
      );
      const ids = listening.map(({ id }) => id);
      write(Buffer.from(`event: open\ndata: ${JSON.stringify({ ids, now: now() })}\n\n`));
      open.add(write);
      sockets.add(end);
      // Whoever is turned away hears nothing more; whoever has become somebody else asks anew.
      const stopMinding = onGone(end);
      const leave = (): void => {
        open.delete(write);
        sockets.delete(end);
        stopMinding();
        for (const { stop } of listening) stop();
      };
      if (outgoing.closed) leave();
      else outgoing.on('close', leave);
      return RESPONSE_ALREADY_SENT;
    },
    get size() {
      return open.size;
    },
    close() {
      clearInterval(heartbeat);
      for (const end of sockets) end();
    },
  };
}
