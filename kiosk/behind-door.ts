/** A page for staff: behind a door where a hall keeps it. */
import type { Gateway } from '../src/gateway/http/index.ts';

import { KioskStaffDoor, type Known, type Office, type Session } from './staff-door.ts';

/** So long the hall may take to answer; milliseconds. */
const PATIENCE = 5000;

/** What `open` makes; alone in a browser at once, for there the page decides who sits before it, and a hall asks for a name and a password. */
export function behindDoor(gateway: Gateway, office: Office, open: () => Element): Element {
  if (!('reach' in gateway)) return open();
  const trouble = new URLSearchParams(location.search).get('sign-in') ?? '';
  return Object.assign(new KioskStaffDoor(), { office, open, trouble, ask: askWho });
}

async function askWho(gateway: Gateway): Promise<Known> {
  try {
    // Somebody who has signed out while the hall was away must be gone before it says who is here.
    if ((await gateway.settle?.()) === false) return { status: 'away' };
    const signal = AbortSignal.timeout(PATIENCE);
    const response = await fetch('/api/session', { cache: 'no-store', signal });
    if (response.status === 401) return { status: 'revoked' };
    if (!response.ok) return { status: 'away' };
    return { status: 'known', ...((await response.json()) as Session) };
  } catch {
    return { status: 'away' };
  }
}
