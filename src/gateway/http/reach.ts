/** Whether the hall is there. Everything that goes there tells; while somebody wants to know and nothing goes, a knock does. */
import type { Reach } from '../contract.ts';

/** Milliseconds from one knock to the next. */
const KNOCK = 10_000;
/** A cut shorter than this is nobody's business. */
const BLIP = 1500;

export interface Reaching {
  readonly now: Reach;
  hear(reached: boolean): void;
  listen(onReach: (reach: Reach) => void): () => void;
  close(): void;
}

export function openReach(knock: () => void, onBack: () => void): Reaching {
  const listeners = new Set<(reach: Reach) => void>();
  let now: Reach = 'near';
  let doubt: ReturnType<typeof setTimeout> | undefined;
  let timer: ReturnType<typeof setInterval> | undefined;

  function become(reach: Reach): void {
    if (now === reach) return;
    now = reach;
    if (reach === 'near') onBack();
    for (const listener of listeners) listener(reach);
  }
  // The browser has noticed something: see for ourselves, at once.
  addEventListener('online', knock);
  addEventListener('offline', knock);

  return {
    get now() {
      return now;
    },
    hear(reached) {
      if (reached) {
        clearTimeout(doubt);
        doubt = undefined;
        become('near');
      } else doubt ??= setTimeout(() => become('away'), BLIP);
    },
    listen(onReach) {
      listeners.add(onReach);
      onReach(now);
      timer ??= setInterval(knock, KNOCK);
      return () => {
        listeners.delete(onReach);
        if (listeners.size > 0) return;
        clearInterval(timer);
        timer = undefined;
      };
    },
    close() {
      clearTimeout(doubt);
      clearInterval(timer);
      removeEventListener('online', knock);
      removeEventListener('offline', knock);
    },
  };
}
