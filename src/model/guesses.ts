/**
 * Counts wrong guesses, in the browser and in the hall alike: how often whoever asks was wrong, and how often anybody was
 * wrong about the same thing. After a few it says when to come back, each time later. It is kept in memory: a restart forgives.
 */
import type { Instant } from './shared/law.ts';

export interface Guesses {
  /** When this may be tried again, where that is not now. */
  waitUntil(subjects: readonly Subject[], now: Instant): Instant | undefined;
  /** `guess` is what was tried: the very same once more teaches nobody anything, and is not counted. */
  wrong(subjects: readonly Subject[], guess: string, now: Instant): void;
  /** Whoever knows the answer is no guesser of it. */
  right(subjects: readonly Subject[]): void;
}

/** `who` asks, such as an address or a terminal; `what` they guess at, such as a receipt code. */
export type Subject = `who/${string}` | `what/${string}`;

const MINUTE = 60_000;
/**
 * So many are free, and one more whenever `each` has passed. At a terminal one visitor after the other mistypes; behind an
 * address are few at a time; one receipt has one owner.
 */
const LIMITS = {
  device: { free: 30, each: MINUTE / 2 },
  who: { free: 10, each: 3 * MINUTE },
  what: { free: 5, each: 240 * MINUTE },
} as const;
const limitsOf = (subject: Subject): { readonly free: number; readonly each: number } => {
  if (subject.startsWith('what/')) return LIMITS.what;
  return subject.startsWith('who/device/') ? LIMITS.device : LIMITS.who;
};
/** The first wait; the next ones double. */
const FIRST = 15 * MINUTE;
const LONGEST = 240 * MINUTE;
/** Memory is finite; whoever was wrong longest ago is forgotten first. */
const MOST = 100_000;

interface Tries {
  readonly count: number;
  readonly last: string;
  readonly at: Instant;
  readonly until: Instant;
}

export function openGuesses(): Guesses {
  /** In the order of the last wrong guess. */
  const all = new Map<Subject, Tries>();

  return {
    waitUntil(subjects, now) {
      const end = Math.max(0, ...subjects.map((subject) => all.get(subject)?.until ?? 0));
      return end > now ? end : undefined;
    },
    wrong(subjects, guess, now) {
      for (const subject of subjects) {
        const { free, each } = limitsOf(subject);
        const before = all.get(subject);
        if (before?.last === guess) continue;
        const left = before ? Math.max(0, before.count - (now - before.at) / each) : 0;
        const over = left + 1 - free;
        const wait = over < 0 ? 0 : Math.min(LONGEST, FIRST * 2 ** over);
        all.delete(subject);
        all.set(subject, { count: left + 1, last: guess, at: now, until: now + wait });
      }
      for (const subject of all.keys()) {
        if (all.size <= MOST) break;
        all.delete(subject);
      }
    },
    right(subjects) {
      for (const subject of subjects) if (subject.startsWith('what/')) all.delete(subject);
    },
  };
}
