/** Whether this page is a terminal of its hall, and how it becomes one. */

import type { DeviceKind } from '../src/model/index.ts';

export type Enrolled =
  | { readonly status: 'enrolled' }
  | { readonly status: 'wrong' }
  | { readonly status: 'wait'; readonly minutes: number }
  /** The hall can't be reached, or there is none. */
  | { readonly status: 'away' };

/** A hall that is slow to answer must not keep a terminal from starting; milliseconds. */
const PATIENCE = 3000;

/**
 * Somebody has opened `/enrol`, or the hall wants every page that is no terminal of its own to ask. A terminal that is its own
 * hall (its gateway can't be out of reach) asks nobody, and one that is cut off starts.
 */
export async function wantsEnrolment(gateway: object): Promise<boolean> {
  if (location.pathname === '/enrol') return true;
  if (!('reach' in gateway)) return false;
  try {
    const signal = AbortSignal.timeout(PATIENCE);
    const response = await fetch('/api/session', { cache: 'no-store', signal });
    if (response.status === 401) return true; // it was one, and was revoked
    const { enrolment } = (await response.json()) as { readonly enrolment?: string };
    return enrolment === 'wanted';
  } catch {
    return false;
  }
}

/** `/enrol?as=board` makes a board, `?as=counter` a clerk's computer; else it is a kiosk. */
export function wantedKind(): DeviceKind {
  const as = new URLSearchParams(location.search).get('as');
  return as === 'board' || as === 'counter' ? as : 'kiosk';
}

export async function enrol(code: string): Promise<Enrolled> {
  try {
    const response = await fetch('/api/enrol', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ code }),
    });
    if (response.ok) return { status: 'enrolled' };
    if (response.status === 403 || response.status === 400) return { status: 'wrong' };
    const { facts } = (await response.json()) as { readonly facts?: { readonly minutes?: number } };
    if (response.status === 429) return { status: 'wait', minutes: facts?.minutes ?? 15 };
  } catch {
    // as below
  }
  return { status: 'away' };
}
