/**
 * The hall's clock, as far as this page can know it. It runs by the monotonic clock, so a terminal whose own clock is wrong
 * by a day, or is put right under a page, makes no difference.
 */
import type { Instant } from '../../model/shared/law.ts';

export interface HallClock {
  now(): Instant;
  /**
   * The hall has said what time it is. `delay` is the longest its word can have taken, in milliseconds; left out where
   * nobody knows, and then it only moves the clock forward.
   */
  hear(told: Instant, delay?: number): void;
}

/** `name` remembers how wrong this machine's clock is, for a start without the hall. */
export function openClock(name?: string): HallClock {
  const remembered = name === undefined ? 0 : recall(name);
  let ahead: number | undefined;
  return {
    // Until the hall has said a word there is nothing better than our own.
    now: () =>
      ahead === undefined ? Date.now() + remembered : Math.round(performance.now() + ahead),
    hear(told, delay = Number.POSITIVE_INFINITY) {
      const earliest = told - performance.now();
      // Whatever fits into the time its word took stays as it is: the clock does not tremble with the network.
      ahead = Math.max(earliest, Math.min(ahead ?? earliest, earliest + delay));
      if (name !== undefined) remember(name, performance.now() + ahead - Date.now());
    },
  };
}

function recall(name: string): number {
  try {
    return Number(localStorage.getItem(name) ?? 0) || 0;
  } catch {
    return 0; // storage is switched off
  }
}

function remember(name: string, wrongBy: number): void {
  try {
    localStorage.setItem(name, String(Math.round(wrongBy)));
  } catch {
    // then this machine's clock has to do
  }
}
