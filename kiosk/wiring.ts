/** The only place that chooses: which pack, which gateway, which devices. */
import type { Gateway } from '../src/gateway/http/index.ts';
import { localGateway } from '../src/gateway/local/index.ts';
import { browserNotebook, type Notebook } from '../src/gateway/notebook/index.ts';
import { terminalGateway } from '../src/gateway/terminal/index.ts';
import { checkPack, type Actor, type Mistake, type Pack } from '../src/model/index.ts';

import { devicesOf, type Devices } from './devices.ts';

/** Why there is nothing to show. */
export type Trouble = { readonly url: string } & (
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'answered'; readonly status: number }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'mistakes'; readonly mistakes: readonly Mistake[] }
);

export type Wired =
  | ({
      readonly ok: true;
      readonly pack: Pack;
      readonly gateway: Gateway;
      readonly notebook: Notebook;
    } & Devices)
  | { readonly ok: false; readonly trouble: Trouble };

/**
 * After a crash, what was being filled in comes back only while whoever did so can still stand here: a session ends after
 * 120 s without a touch and 45 s without an answer.
 */
const NOTEBOOK_MINUTES = 165 / 60;

/** Where the build puts the pack of this terminal. */
const url = '/packs/yangpu.json';

/** Who sits before the page: a terminal without a name of its own, or whoever the page is made for. */
export async function wire(
  actor: Actor = { kind: 'device', id: deviceId(), as: 'kiosk' },
): Promise<Wired> {
  const loaded = await load();
  if ('trouble' in loaded) return { ok: false, trouble: loaded.trouble };
  const { pack } = loaded;
  // A hall knows by itself who sits here.
  const gateway = (await hasHall()) ? terminalGateway({ pack }) : localGateway({ pack, actor });
  const notebook = browserNotebook({ minutes: NOTEBOOK_MINUTES });
  return { ok: true, pack, gateway, notebook, ...devicesOf(location) };
}

async function load(): Promise<{ pack: Pack } | { trouble: Trouble }> {
  let response: Response;
  try {
    response = await fetch(url, { cache: 'no-cache' });
  } catch {
    return { trouble: { kind: 'unreachable', url } };
  }
  if (!response.ok) return { trouble: { kind: 'answered', url, status: response.status } };
  let value: unknown;
  try {
    value = await response.json();
  } catch {
    return { trouble: { kind: 'unreadable', url } };
  }
  const mistakes = checkPack(value);
  if (mistakes.length > 0) return { trouble: { kind: 'mistakes', url, mistakes } };
  return { pack: value as Pack };
}

/**
 * Whether a hall stands behind this terminal. One that had a hall has one, also while nobody answers: else it would begin
 * to decide for itself with the cable pulled out, and a slot could be given twice. Clearing the site's data forgets it.
 */
async function hasHall(): Promise<boolean> {
  const room = 'mulin-kiosk-hall';
  try {
    if (localStorage.getItem(room)) return true;
    const response = await fetch('/healthz', { signal: AbortSignal.timeout(5000) });
    if (!response.headers.has('Mulin-Now')) return false;
    localStorage.setItem(room, 'yes');
    return true;
  } catch {
    return false;
  }
}

/** The same name each time for one terminal, so that events tell which one they came from. It names no person. */
function deviceId(): string {
  const room = 'mulin-kiosk-device';
  const fresh = `kiosk-${String(crypto.getRandomValues(new Uint32Array(1))[0]).padStart(10, '0')}`;
  try {
    const known = localStorage.getItem(room);
    if (!known) localStorage.setItem(room, fresh);
    return known ?? fresh;
  } catch {
    return fresh;
  }
}
