/**
 * The hall over HTTP. It knows no part either: a name in the address, the input in the body, an outcome or a reply back.
 *
 *   POST /api/command/{name}   with the header Idempotency-Key       → {"status":"sent","result":…} or {"status":"refused","refusal":…}
 *   POST /api/earlier/{name}   the same once more, without any effect  → what it was told, or 404 where it never arrived
 *   POST /api/query/{name}                                           → {"status":"answer","value":…} or {"status":"refused",…}
 *   POST /api/watch            {"queries":[{"name":…,"input":…},…]}  → server-sent events, see stream.ts
 *   GET  /api/watch?queries=[…]  the same for an EventSource; never put anything personal into an address
 *   GET  /healthz, /readyz
 *   /api/session, /api/enrol, /api/devices: who comes, see who/
 *
 * What is wrong with the request itself, or with the hall, is a problem (RFC 9457). Every answer tells the hall's time.
 */
import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { Hono, type Context } from 'hono';
import type { Outcome, Reply } from '../src/gateway/contract.ts';
import { MAX_BYTES, readJson } from './body.ts';
import { nameOf } from './gesture.ts';
import type { Hall } from './hall.ts';
import { logTrouble } from './log.ts';
import { problemOfFault, problemOfRefusal, problemResponse, type Problem } from './problem.ts';
import { openStreams, readQueries } from './stream.ts';
import { openWatches } from './watch.ts';
import type { Asker } from './who/callers.ts';
import type { Who } from './who/who.ts';

export interface ApiOptions {
  readonly hall: Hall;
  readonly who: Who;
  /** The problem of a terminal or a person that asks too much, wherever it asks from. */
  readonly admit?: (context: Asked, sender: string) => Promise<Problem | undefined>;
  /** Milliseconds after which a request is given up. */
  readonly timeLimit?: number;
}

export interface Api {
  readonly routes: Hono<{ Bindings: HttpBindings }>;
  /** Streams that are open now. */
  readonly streams: number;
  /** Ends all streams, so that a server can close. */
  close(): void;
}

type Asked = Context<{ Bindings: HttpBindings }>;
/** A file takes its time on a slow line: so many bytes in a millisecond are reckoned with (400 kbit/s). */
const SLOW = 50;
/** What is done for whoever asks. */
type Work = (input: unknown, asker: Asker) => Promise<Response>;

export function createApi({ hall, who, admit, timeLimit = 10_000 }: ApiOptions): Api {
  const routes = new Hono<{ Bindings: HttpBindings }>();
  const watches = openWatches(hall);
  const streams = openStreams(watches, hall.now);
  let isClosing = false;

  for (const path of ['/api/*', '/healthz', '/readyz'])
    routes.use(path, async (context, next) => {
      await next();
      if (context.env?.outgoing?.headersSent) {
        // A stream is under way. What Hono has made of this mark meanwhile would begin a second answer.
        context.res = undefined;
        context.res = RESPONSE_ALREADY_SENT;
        return;
      }
      // Not `context.header`: once there is an answer it makes a new one of it, through a stream.
      const { headers } = context.res;
      headers.set('Mulin-Now', String(hall.now()));
      headers.set('Cache-Control', 'no-store');
    });

  routes.post('/api/command/:name', (context) => {
    const name = context.req.param('name');
    const { maxBytes } = (Object.hasOwn(hall.law.commands, name) && hall.law.commands[name]) || {};
    const work: Work = async (input, { caller: { actor }, from }) => {
      const idempotencyKey = keyIn(context);
      if (idempotencyKey === undefined) return problemResponse(noKey);
      const sending = { actor, idempotencyKey, from };
      return outcomeResponse(await hall.command(name, input, sending));
    };
    return answered(context, work, maxBytes);
  });

  routes.post('/api/earlier/:name', (context) =>
    answered(context, async (input, { caller: { actor } }) => {
      const idempotencyKey = keyIn(context);
      if (idempotencyKey === undefined) return problemResponse(noKey);
      const told = await hall.earlier(context.req.param('name'), input, { actor, idempotencyKey });
      return told ? outcomeResponse(told) : problemResponse(neverSent);
    }),
  );

  routes.post('/api/query/:name', (context) =>
    answered(context, async (input, { caller: { actor }, from }) =>
      outcomeResponse(await hall.query(context.req.param('name'), input, actor, from)),
    ),
  );

  routes.post('/api/watch', (context) =>
    answered(context, (body, asker) => Promise.resolve(stream(context, body, asker))),
  );
  routes.get('/api/watch', async (context) => {
    const asker = await who.ask(context);
    if ('problem' in asker) return problemResponse(asker.problem);
    return stream(context, { queries: parsed(context.req.query('queries') ?? '') }, asker);
  });

  routes.route('/', who.routes);

  routes.get('/healthz', (context) => context.json({ status: 'ok', hall: hall.id }));
  routes.get('/readyz', async (context) => {
    if (isClosing) return problemResponse(problemOfFault({ code: 'busy' }));
    try {
      await hall.ping();
      return context.json({ status: 'ok' });
    } catch {
      return problemResponse(problemOfFault({ code: 'store-unavailable' }));
    }
  });

  routes.onError((error) => {
    logTrouble('mistake', error);
    return problemResponse(problemOfFault({ code: 'unknown' }));
  });
  routes.all('/api/*', () => problemResponse(problemOfRefusal({ code: 'law.unknown' })!));

  function stream(context: Asked, body: unknown, asker: Asker): Response {
    const queries = readQueries(body);
    if ('problem' in queries) return problemResponse(queries.problem);
    // Past Hono, so what a page of another origin needs to see goes along by hand.
    for (const [name, value] of context.res.headers)
      if (/^(access-control-|vary$)/.test(name)) context.env.outgoing.setHeader(name, value);
    return streams.open(
      context.env,
      context.req.header('last-event-id') ?? '',
      queries.asked,
      asker,
    );
  }

  /** Reads who asks and what, and gives up when it takes too long. What was sent may be done all the same. */
  async function answered(context: Asked, work: Work, maxBytes = MAX_BYTES): Promise<Response> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<Response>((resolve) => {
      const giveUp = (): void => resolve(problemResponse(problemOfFault({ code: 'busy' })));
      timer = setTimeout(giveUp, timeLimit + maxBytes / SLOW);
    });
    const inTime = async (): Promise<Response> => {
      const asker = await who.ask(context);
      if ('problem' in asker) return problemResponse(asker.problem);
      const { actor } = asker.caller;
      const tooMuch = actor.kind !== 'anonymous' && (await admit?.(context, nameOf(actor)));
      if (tooMuch) return problemResponse(tooMuch);
      const body = await readJson(context.req.raw, maxBytes);
      return 'problem' in body ? problemResponse(body.problem) : work(body.json, asker);
    };
    return Promise.race([inTime(), late]).finally(() => clearTimeout(timer));
  }

  return {
    routes,
    get streams() {
      return streams.size;
    },
    close() {
      isClosing = true;
      streams.close();
      watches.close();
      who.close();
    },
  };
}

function keyIn(context: Asked): string | undefined {
  const key = context.req.header('idempotency-key') ?? '';
  return /^[\x21-\x7e]{1,200}$/.test(key) ? key : undefined;
}

const noKey: Problem = {
  status: 400,
  code: 'idempotency-key.missing',
  detail: 'A command needs the header Idempotency-Key: 1 to 200 visible ASCII characters.',
};

const neverSent: Problem = {
  status: 404,
  code: 'gesture.unknown',
  detail: 'Nothing has come of this gesture here: it never arrived, or was refused.',
};

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function outcomeResponse(outcome: Outcome<unknown> | Reply<unknown>): Response {
  if (outcome.status === 'fault') return problemResponse(problemOfFault(outcome.fault));
  const problem = outcome.status === 'refused' && problemOfRefusal(outcome.refusal);
  return problem ? problemResponse(problem) : Response.json(outcome);
}
