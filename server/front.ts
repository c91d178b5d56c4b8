/** What every request to the API passes before anybody reads it: foreign pages, limits, and the count of it all. */
import type { HttpBindings } from '@hono/node-server';
import type { Context, Hono } from 'hono';
import { cors } from 'hono/cors';
import type { AnyLaw } from '../src/model/registry.ts';
import type { Limits } from './limits.ts';
import { logEvent } from './log.ts';
import type { Metrics } from './metrics.ts';
import { problemResponse } from './problem.ts';

type Asked = Context<{ Bindings: HttpBindings }>;

export interface FrontOptions {
  readonly law: AnyLaw;
  /** Pages of these origins may use the API, with cookies; exactly as a browser says them. */
  readonly origins: readonly string[];
  readonly limits: Limits;
  readonly metrics: Metrics;
  /** Where a request comes from; undefined for one that needs no limit. */
  addressOf(context: Asked): string | undefined;
  /** Whether each request gets a line in the log. */
  readonly logsRequests: boolean;
}

export function guardApi(app: Hono<{ Bindings: HttpBindings }>, options: FrontOptions): void {
  const { law, origins, limits, metrics, addressOf, logsRequests } = options;

  app.use('/api/*', async (context, next) => {
    const start = performance.now();
    await next();
    const name = nameIn(context.req.path, law);
    const milliseconds = performance.now() - start;
    metrics.request(name, context.res.status, milliseconds / 1000);
    if (logsRequests)
      logEvent('request', {
        name,
        status: context.res.status,
        milliseconds: Math.round(milliseconds),
      });
  });

  if (origins.length > 0)
    app.use(
      '/api/*',
      cors({
        origin: [...origins],
        credentials: true,
        allowMethods: ['GET', 'POST', 'DELETE'],
        allowHeaders: ['Content-Type', 'Idempotency-Key', 'Authorization', 'Last-Event-ID'],
        exposeHeaders: ['Mulin-Now', 'Retry-After'],
        maxAge: 600,
      }),
    );

  app.use('/api/*', async (context, next) => {
    const address = addressOf(context);
    const problem = address === undefined ? undefined : await limits.admit(`address/${address}`);
    if (problem) return problemResponse(problem);
    return next();
  });
}

/** A name that is known, however odd the address is: a label must not grow with what strangers type. */
function nameIn(path: string, law: AnyLaw): string {
  const [, , kind = '', name = ''] = path.split('/');
  if (kind === 'command') return Object.hasOwn(law.commands, name) ? name : 'unknown';
  if (kind === 'query') return Object.hasOwn(law.queries, name) ? name : 'unknown';
  return ['watch', 'session', 'enrol', 'devices', 'staff'].includes(kind) ? kind : 'other';
}
