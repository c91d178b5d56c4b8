/** New versions arrive in the background and take over only when nobody is at the terminal. */
import { Workbox } from 'workbox-window';

import type { KioskShell } from './shell.ts';

/** A page that never navigates is never checked by the browser, so we ask; milliseconds. */
const EVERY = 15 * 60_000;

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

export async function keepUpToDate(shell: KioskShell): Promise<void> {
  if (!('serviceWorker' in navigator)) return; // not over https, nor from this machine
  const workbox = new Workbox(script as string);
  let stale = false;

  /** Asks each time whether a version is waiting: the event may have been before this window was there to hear it. */
  const settle = (): void => {
    if (!shell.idle) return;
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
  shell.addEventListener('kiosk-session', settle);

  try {
    const registration = await workbox.register({ immediate: true });
    // One that another window has found, and that is still arriving.
    registration?.installing?.addEventListener('statechange', settle);
  } catch (error) {
    console.warn('The terminal will not start without a network:', error);
    return;
  }
  setInterval(() => void workbox.update().catch(() => undefined), EVERY);
}
