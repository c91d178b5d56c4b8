/** The hall as a function from Request to Response: its API, and the pages of the terminal beside it. */
import { readdirSync } from 'node:fs';
import type { HttpBindings } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono, type Context } from 'hono';
import { guardApi, type FrontOptions } from './front.ts';
import { cacheRule, strictHeaders } from './headers.ts';

export interface AppOptions {
  /** The folder with the built pages. */
  readonly pages: string;
  readonly api: Hono<{ Bindings: HttpBindings }>;
  readonly operations: Hono<{ Bindings: HttpBindings }>;
  readonly front: FrontOptions;
}

export function createApp({
  pages,
  api,
  operations,
  front,
}: AppOptions): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>();
  /** `/board` to `board.html`. */
  const pageAt = new Map(
    readdirSync(pages)
      .filter((file) => file.endsWith('.html'))
      .map((file) => [`/${file.slice(0, -'.html'.length)}`, file]),
  );

  app.use(async (context, next) => {
    await next();
    for (const [name, value] of Object.entries(strictHeaders)) context.res.headers.set(name, value);
  });
  guardApi(app, front);
  app.route('/', api);
  app.route('/', operations);

  const cached = (_file: string, context: Context): void =>
    context.header('Cache-Control', cacheRule(context.req.path));
  app.get('*', serveStatic({ root: pages, onFound: cached }));
  // An address without a file ending is a page, or a screen of the terminal; a file that is missing is missing.
  app.get('*', async (context, next) => {
    if (/\.[^/]+$/.test(context.req.path)) return next();
    const path = pageAt.get(context.req.path) ?? 'index.html';
    return serveStatic({ root: pages, path, onFound: cached })(context, next);
  });

  app.notFound((context) => context.text('Not found\n', 404, { 'Cache-Control': 'no-store' }));
  return app;
}
