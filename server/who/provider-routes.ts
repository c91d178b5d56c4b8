/**
 * Browsers come here by a link, so they are sent on, never answered with JSON:
 *
 *   GET /api/sign-in?back=/counter   → to the identity provider
 *   GET /api/sign-in/done            → back to the page, signed in; or with ?sign-in=<what went wrong>
 */
import type { HttpBindings } from '@hono/node-server';
import type { Hono } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Desk } from './desk.ts';
import { RETURN, type Departure } from './provider.ts';
import { cookies, type Asked } from './request.ts';

const COOKIE = 'mulin-sign-in';
const PATH = '/api/sign-in';
const PATIENCE = 10 * 60;

interface Leaving extends Departure {
  readonly back: string;
  readonly until: number;
}

export function addProviderRoutes(routes: Hono<{ Bindings: HttpBindings }>, desk: Desk): void {
  const { provider, sealer, sessions, register, hall } = desk;
  if (!provider) return;
  const place = `${hall.id}|sign-in`;
  const secure = provider.isSecure;
  // Lax: the browser comes back from the provider's site, and must bring it along.
  const attributes = { httpOnly: true, sameSite: 'Lax', path: PATH, secure } as const;

  routes.get(PATH, async (context) => {
    const back = pathIn(context.req.query('back'));
    try {
      const { url, departure } = await provider.leave();
      const leaving: Leaving = { ...departure, back, until: register.now() + PATIENCE * 1000 };
      // Sealed instead of stored: any process of the hall can take the browser back.
      setCookie(context, COOKIE, sealer.seal(place, leaving), { ...attributes, maxAge: PATIENCE });
      return context.redirect(url.href);
    } catch {
      return context.redirect(failed(back, 'provider-unreachable'));
    }
  });

  routes.get(RETURN, async (context) => {
    const leaving = opened(getCookie(context, COOKIE));
    deleteCookie(context, COOKIE, attributes);
    if (!leaving || leaving.until <= register.now())
      return context.redirect(failed('/counter', 'took-too-long'));
    try {
      const person = await provider.arrive(new URL(context.req.url).search, leaving);
      if (!person) return context.redirect(failed(leaving.back, 'no-role'));
      const { token, until } = await sessions.begin(person, await callerOf(context));
      setCookie(context, cookies.session, token, {
        httpOnly: true,
        sameSite: 'Strict',
        path: '/',
        secure,
        maxAge: Math.ceil((until - register.now()) / 1000),
      });
      return context.redirect(leaving.back);
    } catch {
      return context.redirect(failed(leaving.back, 'provider-refused'));
    }
  });

  function opened(text: string | undefined): Leaving | undefined {
    try {
      return text === undefined ? undefined : (sealer.open(place, text) as Leaving);
    } catch {
      return undefined;
    }
  }

  async function callerOf(context: Asked) {
    const asker = await desk.ask(context);
    return 'problem' in asker ? { actor: { kind: 'anonymous' } as const } : asker.caller;
  }
}

/** A path of this hall, and nothing that leads elsewhere. */
function pathIn(back = ''): string {
  const url = URL.canParse(back, 'http://hall') ? new URL(back, 'http://hall') : undefined;
  return url?.host === 'hall' && back.startsWith('/') ? url.pathname : '/counter';
}

const failed = (back: string, code: string): string => `${back}?sign-in=${code}`;
