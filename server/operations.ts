/** What operators and back-end people ask of a hall beside its API: metrics, and the contract to read. */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { HttpBindings } from '@hono/node-server';
import { Hono, type Context } from 'hono';
import type { Hall } from './hall.ts';
import type { Metrics } from './metrics.ts';
import { openApiPage, openApiStyle } from './openapi-page.ts';
import { openApiOf } from './openapi.ts';

type Asked = Context<{ Bindings: HttpBindings }>;

export interface OperationsOptions {
  readonly hall: Pick<Hall, 'law' | 'pack'>;
  readonly metrics: Metrics;
  /** Whoever shows it may read the metrics from elsewhere; without one only this machine may. */
  readonly metricsToken?: string;
}

export function createOperations({ hall, metrics, metricsToken }: OperationsOptions) {
  const routes = new Hono<{ Bindings: HttpBindings }>();
  const contract = openApiOf(hall.law, `Mulin: the hall ${hall.pack.id}`);
  const page = openApiPage(contract);

  routes.get('/openapi.json', (context) => context.json(contract as object));
  routes.get('/openapi', (context) => context.html(page));
  routes.get('/openapi.css', (context) =>
    context.body(openApiStyle, 200, { 'Content-Type': 'text/css; charset=utf-8' }),
  );
  routes.get('/metrics', async (context) => {
    if (!(metricsToken === undefined ? isNear(context) : shows(context, metricsToken)))
      return context.text('Not found\n', 404);
    return context.body(await metrics.text(), 200, { 'Content-Type': metrics.contentType });
  });
  return routes;
}

/** From this machine, and not through a proxy on it. */
function isNear({ req, env }: Asked): boolean {
  const address = env?.incoming?.socket.remoteAddress ?? '';
  return /^(127\.|::1$|::ffff:127\.)/.test(address) && req.header('x-forwarded-for') === undefined;
}

function shows({ req }: Asked, token: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(req.header('authorization') ?? ''), digest(`Bearer ${token}`));
}
