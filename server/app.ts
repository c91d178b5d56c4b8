/** The hall as a function from Request to Response. For now it hands out the terminal; its API will stand beside that. */
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono, type Context } from 'hono';

import { cacheRule, strictHeaders } from './headers.ts';

export interface HallOptions {
  /** The folder with the built terminal. */
  readonly pages: string;
}

export function createHall({ pages }: HallOptions): Hono {
  const app = new Hono();

  app.use(async (context, next) => {
    await next();
    for (const [name, value] of Object.entries(strictHeaders)) context.header(name, value);
  });

  app.all('/api/*', notFound);

  const cached = (_file: string, context: Context): void =>
    context.header('Cache-Control', cacheRule(context.req.path));
  app.get('*', serveStatic({ root: pages, onFound: cached }));
  // An address without a file ending is a screen of the terminal; a file that is missing is missing.
  app.get('*', async (context, next) => {
    if (/\.[^/]+$/.test(context.req.path)) return next();
    return serveStatic({ root: pages, path: 'index.html', onFound: cached })(context, next);
  });

  app.notFound(notFound);
  return app;
}

function notFound(context: Context): Response {
  return context.text('Not found\n', 404, { 'Cache-Control': 'no-store' });
}
