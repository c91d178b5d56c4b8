/** What a request shows of its sender, and whether a browser sent it for somebody else's page. */
import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import type { Problem } from '../problem.ts';
import type { Shown } from './callers.ts';

export type Asked = Context<{ Bindings: HttpBindings }>;

export const cookies = { device: 'mulin-device', session: 'mulin-session' } as const;

/** A terminal without cookies, such as a display of its own make, sends its token as a bearer. */
export function shownIn(context: Asked): Shown & { readonly bearer?: string } {
  const bearer = /^Bearer (\S+)$/.exec(context.req.header('authorization') ?? '')?.[1];
  return {
    device: bearer ?? getCookie(context, cookies.device),
    session: getCookie(context, cookies.session),
    isNear: isNear(context),
    ...(bearer !== undefined && { bearer }),
  };
}

/**
 * The address that wrong guesses are counted against. `proxies` stand before the hall and each adds one to the header; what
 * stands further left anybody may have written. Of IPv6 the half that one line is given.
 */
export function addressOf(context: Asked, proxies: number): string {
  const hops = (context.req.header('x-forwarded-for') ?? '').split(',').map((hop) => hop.trim());
  const told = proxies > 0 ? hops.at(-proxies) : undefined;
  const address = (told || context.env?.incoming?.socket.remoteAddress) ?? '';
  return address.includes(':') && !address.startsWith('::ffff:')
    ? address.split(':').slice(0, 4).join(':')
    : address.replace('::ffff:', '');
}

/**
 * From a browser on the hall's own machine. A proxy on this machine looks near too, so nothing may speak of one: neither its
 * headers, nor a name under which the world knows this hall.
 */
function isNear(context: Asked): boolean {
  const { req, env } = context;
  const address = env?.incoming?.socket.remoteAddress ?? '';
  const forwarded = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'];
  const origin = req.header('origin');
  return (
    /^(127\.|::1$|::ffff:127\.)/.test(address) &&
    isLocal(req.header('host') ?? '') &&
    (origin === undefined || (URL.canParse(origin) && isLocal(new URL(origin).host))) &&
    forwarded.every((name) => req.header(name) === undefined)
  );
}

const isLocal = (host: string): boolean => /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(host);

/**
 * A page of somebody else makes this browser send its cookies: then nothing is done. Every browser of the last years says
 * where a request comes from; what says nothing is no browser, and nobody's cookies are in it by accident.
 */
export function foreign(context: Asked, origins: readonly string[]): Problem | undefined {
  const { req } = context;
  if (['GET', 'HEAD'].includes(req.method)) return undefined;
  if (!Object.values(cookies).some((name) => getCookie(context, name) !== undefined))
    return undefined;
  const site = req.header('sec-fetch-site');
  const origin = req.header('origin');
  const isOwn =
    origins.includes(origin ?? '') ||
    (site !== undefined
      ? site === 'same-origin'
      : origin === undefined ||
        (URL.canParse(origin) && new URL(origin).host === req.header('host')));
  if (isOwn) return undefined;
  return {
    status: 403,
    code: 'origin.not-allowed',
    detail: 'With cookies the hall takes requests of its own pages only.',
  };
}

/** Behind a proxy the hall itself speaks plain http, but the page knows how it was opened. */
export function isSecure(context: Asked): boolean {
  return (context.req.header('origin') ?? context.req.url).startsWith('https:');
}
