/**
 * Whose turn it is. Same policy, same persons, same order on any machine: nothing here depends on the order in which things
 * are looked at, and two who came in the same millisecond stand by their numbers.
 */
import type { Instant } from '../shared/law.ts';
import { counts, type LineDay, type Placed } from './documents.ts';
import type { Policy, Queue, Tier } from './rules.ts';

/** Somebody who waits. */
export type Waiting = Placed;
type Turns = LineDay['turns'];

const MINUTE = 60_000;
const tiers: readonly Tier[] = ['appointment', 'priority', 'standard'];

/** An appointment stands as anybody who came when it did, until its time comes. */
export function tierNow({ tier, due }: Waiting, queue: Queue, now: Instant): Tier {
  if (tier !== 'appointment') return tier;
  return due !== undefined && now >= due - queue.dueMinutes * MINUTE ? 'appointment' : 'standard';
}

/** Smaller goes first; compared from left to right. */
function standing(one: Waiting, queue: Queue, now: Instant): readonly number[] {
  const { policy } = queue;
  const tier = tierNow(one, queue, now);
  const isDue = tier === 'appointment';
  // Among appointments the earlier time goes first, however early somebody came for it.
  const time = isDue ? (one.due ?? one.at) : one.at;
  switch (policy.kind) {
    case 'arrival':
      return [one.at];
    case 'appointments':
      return [isDue ? 0 : 1, time];
    case 'strict':
      return [tiers.indexOf(tier), time];
    case 'ageing':
      return [Math.min(time, one.at) - headStart(policy, tier) * MINUTE];
    case 'ratio':
      return [time];
  }
}

function headStart(policy: Policy & { kind: 'ageing' }, tier: Tier): number {
  if (tier === 'appointment') return policy.appointmentMinutes;
  return tier === 'priority' ? policy.priorityMinutes : 0;
}

/** Sorts by policy, or within one tier where the tiers take turns. */
function byStanding(queue: Queue, now: Instant): (a: Waiting, b: Waiting) => number {
  return (a, b) => {
    const [one, other] = [standing(a, queue, now), standing(b, queue, now)];
    for (const [i, value] of one.entries()) {
      const difference = value - (other[i] ?? 0);
      if (difference !== 0) return difference;
    }
    return byNumber(a, b);
  };
}

const byNumber = (a: Waiting, b: Waiting): number =>
  a.number.length - b.number.length || (a.number < b.number ? -1 : 1);

/** Among those who come back: who was promised the fewest before them. */
const byPromise = (a: Waiting, b: Waiting): number =>
  (a.after ?? 0) - (b.after ?? 0) || a.at - b.at || byNumber(a, b);

/** Who may be called: not who has stepped out, and not before the ticket is in their hands. */
const isHere = (one: Waiting, now: Instant): boolean =>
  (one.awayUntil ?? 0) <= now && counts(one, now);

/** Who was promised to come after so many others: they may come now, or there are no others. */
function comesBack(waiting: readonly Waiting[]): Waiting | undefined {
  const back = waiting.filter(({ after }) => after !== undefined);
  const isAlone = back.length === waiting.length;
  return back.filter(({ after }) => after === 0 || isAlone).sort(byPromise)[0];
}

/** The tier whose turn it is, and what the turns are after it has had it (smooth weighted round robin). */
function turn(
  policy: Policy & { kind: 'ratio' },
  turns: Turns,
  present: readonly Tier[],
): { readonly tier: Tier; readonly turns: Turns } {
  const credit = { ...turns };
  let sum = 0;
  for (const tier of present) {
    credit[tier] += policy[tier];
    sum += policy[tier];
  }
  const tier = present.reduce((best, one) => (credit[one] > credit[best] ? one : best));
  credit[tier] -= sum;
  return { tier, turns: credit };
}

/** What is left of `turns` without `others`. */
export const turnsLess = (turns: Turns, others: Turns): Turns => ({
  appointment: turns.appointment - others.appointment,
  priority: turns.priority - others.priority,
  standard: turns.standard - others.standard,
});

export interface Pick {
  readonly next: Waiting;
  /** The turns of its line afterwards. */
  readonly turns: Turns;
}

/** The next of one line. `waiting` may be all of it, or of each tier only the first. */
export function nextOfLine(
  queue: Queue,
  turns: Turns,
  waiting: readonly Waiting[],
  now: Instant,
): Pick | undefined {
  const here = waiting.filter((one) => isHere(one, now));
  const back = comesBack(here);
  if (back) return { next: back, turns };
  const others = here.filter(({ after }) => after === undefined);
  const first = (some: readonly Waiting[]): Waiting | undefined =>
    some.toSorted(byStanding(queue, now))[0];
  if (queue.policy.kind !== 'ratio') {
    const next = first(others);
    return next && { next, turns };
  }
  const present = tiers.filter((tier) => others.some((one) => tierNow(one, queue, now) === tier));
  if (present.length === 0) return undefined;
  const had = turn(queue.policy, turns, present);
  const next = first(others.filter((one) => tierNow(one, queue, now) === had.tier));
  return next && { next, turns: had.turns };
}

/** Of the first of several lines, the one whose turn it is at a counter that serves them all. */
export function nextOfLines(queue: Queue, picks: readonly Pick[], now: Instant): Pick | undefined {
  return picks.toSorted((a, b) => {
    const [back, otherBack] = [a, b].map(({ next }) => next.after !== undefined);
    if (back !== otherBack) return back ? -1 : 1;
    return byStanding(queue, now)(a.next, b.next);
  })[0];
}

/** A whole line in the order in which it will be called, as things stand; who has stepped out stands where they left. */
export function orderOf(
  queue: Queue,
  turns: Turns,
  waiting: readonly Waiting[],
  now: Instant,
): Waiting[] {
  const others = waiting.filter(({ after }) => after === undefined).sort(byStanding(queue, now));
  const line = queue.policy.kind === 'ratio' ? inTurns(queue, turns, others, now) : others;
  const back = waiting.filter(({ after }) => after !== undefined).sort(byPromise);
  // Each goes in behind as many as were promised, those who went in before not counted.
  for (const [i, one] of back.entries()) line.splice((one.after ?? 0) + i, 0, one);
  return line;
}

function inTurns(queue: Queue, turns: Turns, sorted: readonly Waiting[], now: Instant): Waiting[] {
  const { policy } = queue;
  if (policy.kind !== 'ratio') return [...sorted];
  const lanes = new Map(
    tiers.map((tier) => [tier, sorted.filter((one) => tierNow(one, queue, now) === tier)]),
  );
  const heads = new Map(tiers.map((tier) => [tier, 0]));
  const line: Waiting[] = [];
  let now_ = turns;
  while (line.length < sorted.length) {
    const present = tiers.filter((tier) => (heads.get(tier) ?? 0) < (lanes.get(tier)?.length ?? 0));
    const had = turn(policy, now_, present);
    const head = heads.get(had.tier) ?? 0;
    const next = lanes.get(had.tier)?.[head];
    if (!next) break;
    heads.set(had.tier, head + 1);
    line.push(next);
    now_ = had.turns;
  }
  return line;
}

/** Why somebody stands where they stand: who is before them, each counted once. */
export interface Why {
  readonly ahead: number;
  /** Came earlier, whatever else is true of them. */
  readonly earlier: number;
  /** Came later, but their appointment is now. */
  readonly appointments: number;
  /** Came later, but have priority. */
  readonly priority: number;
  /** Missed their call and are back. */
  readonly back: number;
}

export function whyAfter(queue: Queue, me: Waiting, before: readonly Waiting[], now: Instant): Why {
  const count = { earlier: 0, appointments: 0, priority: 0, back: 0 };
  for (const one of before) {
    const tier = tierNow(one, queue, now);
    if (one.after !== undefined) count.back += 1;
    else if (tier === 'appointment') count.appointments += 1;
    else if (one.at <= me.at) count.earlier += 1;
    else if (tier === 'priority') count.priority += 1;
    else count.earlier += 1;
  }
  return { ahead: before.length, ...count };
}
