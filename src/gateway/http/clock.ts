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

export function openClock(): HallClock {
  let ahead: number | undefined;
  return {
    // Until the hall has said a word there is nothing better than our own.
    now: () => (ahead === undefined ? Date.now() : Math.round(performance.now() + ahead)),
    hear(told, delay = Number.POSITIVE_INFINITY) {
      const earliest = told - performance.now();
      // Whatever fits into the time its word took stays as it is: the clock does not tremble with the network.
      ahead = Math.max(earliest, Math.min(ahead ?? earliest, earliest + delay));
    },
  };
}
