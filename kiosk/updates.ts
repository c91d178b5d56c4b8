/** New versions arrive in the background and take over only when nobody is at the terminal. */
import { Workbox } from 'workbox-window';

/** A page that never navigates is never checked by the browser, so we ask; milliseconds. */
const EVERY = 15 * 60_000;

/** A page that a new version may interrupt while it is idle. */
export interface Interruptible extends EventTarget {
  readonly idle: boolean;
}

/** A board or a console has no visitor who ends: it is left alone until the small hours of its own clock. */
export const nightly: Interruptible = Object.defineProperty(new EventTarget(), 'idle', {
  get: () => new Date().getHours() < 5,
}) as EventTarget & { readonly idle: boolean };

/** Not in TypeScript's own list yet. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): { toString(): string } };
}
declare global {
  interface Window {
    readonly trustedTypes?: TrustedTypes;
  }
}

/** The one script a browser may start beside the page; the server's policy asks for a word that we mean it. */
const script = (
  window.trustedTypes?.createPolicy('mulin-kiosk', { createScriptURL: () => '/sw.js' }) ?? {
    createScriptURL: (url) => url,
  }
).createScriptURL('/sw.js');

export async function keepUpToDate(page: Interruptible): Promise<void> {
  if (!('serviceWorker' in navigator)) return; // not over https, nor from this machine
  const workbox = new Workbox(script as string);
  let stale = false;

  /** Asks each time whether a version is waiting: the event may have been before this window was there to hear it. */
  const settle = (): void => {
    if (!page.idle) return;
    if (stale) location.reload();
    else workbox.messageSkipWaiting(); // does nothing where none is waiting
  };
  workbox.addEventListener('waiting', settle);
  // The first worker that takes a new page under its wing brings nothing new; every other one does.
  let controlled = navigator.serviceWorker.controller !== null;
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    stale = controlled;
    controlled = true;
    settle();
  });
  page.addEventListener('kiosk-session', settle);

  try {
    const registration = await workbox.register({ immediate: true });
    // One that another window has found, and that is still arriving.
    registration?.installing?.addEventListener('statechange', settle);
  } catch (error) {
    console.warn('The terminal will not start without a network:', error);
    return;
  }
  setInterval(() => {
    settle();
    void workbox.update().catch(() => undefined);
  }, EVERY);
}
