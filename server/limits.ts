/**
 * How much one sender may ask in a minute: an address whoever it is, and a terminal or a person wherever they are. Counted in
 * this process; behind a balancer with n processes a sender gets n times as much at most.
 */
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Problem } from './problem.ts';

export interface Limits {
  /** The problem of whoever has asked too much. */
  admit(sender: string): Promise<Problem | undefined>;
}

/** `perMinute` 0 admits everybody. */
export function openLimits(perMinute: number): Limits {
  if (perMinute === 0) return { admit: () => Promise.resolve(undefined) };
  const limiter = new RateLimiterMemory({ points: perMinute, duration: 60 });
  return {
    async admit(sender) {
      try {
        await limiter.consume(sender);
        return undefined;
      } catch (error) {
        if (!(error instanceof RateLimiterRes)) throw error;
        return {
          status: 429,
          code: 'rate.too-many',
          detail: 'Too many requests in this minute. Come back when Retry-After says.',
          retryAfter: Math.ceil(error.msBeforeNext / 1000),
        };
      }
    },
  };
}
