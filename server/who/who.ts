/** Who may come in: terminals, staff, citizens, and how each of them proves it. docs/who.md is the table. */
import { createHash, createHmac } from 'node:crypto';
import { Hono } from 'hono';
import type { HttpBindings } from '@hono/node-server';
import { openGuesses } from '../../src/model/guesses.ts';
import { nameOf } from '../gesture.ts';
import type { Problem } from '../problem.ts';
import type { SealKey } from '../seal.ts';
import { openCallers, type Asker, type Caller } from './callers.ts';
import { type WhoOptions } from './desk.ts';
import { addDeviceRoutes } from './device-routes.ts';
import { openDevices, type Devices } from './devices.ts';
import { device, staff } from './documents.ts';
import { openRegister } from './register.ts';
import { addressOf, foreign, shownIn, type Asked } from './request.ts';
import { addSessionRoutes } from './session-routes.ts';
import { openPartners } from './partners.ts';
import { addProviderRoutes } from './provider-routes.ts';
import { openProvider } from './provider.ts';
import { openSessions } from './sessions.ts';
import { addStaffRoutes } from './staff-routes.ts';
import { openStaff, type StaffBook } from './staff.ts';

export interface Who {
  readonly routes: Hono<{ Bindings: HttpBindings }>;
  readonly devices: Devices;
  readonly staff: StaffBook;
  ask(context: Asked): Promise<Asker | { readonly problem: Problem }>;
  close(): void;
}

/**
 * What `mulin-hall` shows when it talks to a hall that runs: made from the key that seals, so whoever may read that key (and
 * with it all there is) may enrol terminals and staff, and nobody has to set up a first password.
 */
export const operatorToken = ({ bytes }: SealKey): string =>
  createHmac('sha256', bytes).update('mulin-hall operator').digest('base64url');

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

export async function openWho(options: WhoOptions): Promise<Who> {
  const { hall, store, sealer, keys = [], isAlone = false, proxies = 0, origins = [] } = options;
  const register = openRegister({ hall: hall.id, store, sealer, now: hall.now });
  const devices = openDevices(register);
  const sessions = openSessions(register);
  const book = openStaff(register, sessions, hall.pack.name['zh-CN']);
  const guesses = openGuesses();
  const operators = new Set(keys.map((key) => digest(operatorToken(key))));

  let isFresh = true;
  const lookIfFresh = async (): Promise<void> => {
    isFresh &&= (await register.load([device.range(), staff.range()])).size === 0;
  };
  await lookIfFresh();
  const stopHearing = register.listen((changed) => {
    if (changed.some((key) => key.startsWith(`${device.at}/`) || key.startsWith(`${staff.at}/`)))
      isFresh = false;
  });
  const callers = openCallers(register, () => isAlone && isFresh);
  const sweeping = setInterval(
    () => void sessions.sweep().catch(() => undefined),
    3_600_000,
  ).unref();

  const address = (context: Asked): string => `address/${addressOf(context, proxies)}`;

  async function ask(context: Asked): Promise<Asker | { readonly problem: Problem }> {
    const problem = foreign(context, origins);
    if (problem) return { problem };
    const shown = shownIn(context);
    if (shown.bearer !== undefined && operators.has(digest(shown.bearer)))
      return { caller: operator, from: 'staff/operator', onGone: () => () => undefined };
    const caller = await callers.find(shown);
    if (!caller) return { problem: unknownDevice };
    const { actor } = caller;
    const from = actor.kind === 'anonymous' ? address(context) : nameOf(actor);
    return { caller, from, onGone: (gone) => callers.onGone(shown, caller, gone) };
  }

  const routes = new Hono<{ Bindings: HttpBindings }>();
  const { provider, ...others } = options;
  const desk = {
    ...others,
    register,
    devices,
    sessions,
    staff: book,
    recognise: openPartners(options.partners ?? [], hall.now, hall.alias),
    ...(provider && { provider: openProvider(provider) }),
    guesses,
    ask,
    addressOf: address,
  };
  addDeviceRoutes(routes, desk);
  addSessionRoutes(routes, desk);
  addStaffRoutes(routes, desk);
  addProviderRoutes(routes, desk);

  return {
    routes,
    devices,
    staff: book,
    ask,
    close() {
      clearInterval(sweeping);
      stopHearing();
      callers.close();
    },
  };
}

const operator: Caller = { actor: { kind: 'staff', id: 'operator', roles: ['admin'] } };

const unknownDevice: Problem = {
  status: 401,
  code: 'device.unknown',
  detail: 'This token is not, or no longer, that of an enrolled device.',
};
