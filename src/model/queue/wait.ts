/** How long it will take, as a range that may be believed: from what this very day has shown, never as one exact figure. */
import type { QueueDay } from './documents.ts';
import type { Counter, Line, Queue } from './rules.ts';
import { counterIn, lineIn } from './sheet.ts';

/** Whole minutes, both included; the same twice where there is no doubt. */
export interface WaitRange {
  readonly lowMinutes: number;
  readonly highMinutes: number;
}

/** So many persons must have been served before the day is believed more than the pack. */
const ENOUGH = 5;

/** Counters that are open for a line now; those that only help count where they have nobody else to serve. */
export function openFor(queue: Queue, day: QueueDay, line: string): Counter[] {
  return queue.counters.filter((counter) => {
    const { state, lines } = counterIn(day, counter.id);
    return state === 'open' && (lines ?? counter.lines).includes(line);
  });
}

/** What a quarter and three quarters of the last persons took, in seconds. */
function tookRange(day: QueueDay, { id, usualMinutes }: Line): readonly [number, number] {
  const took = [...lineIn(day, id).took].sort((a, b) => a - b);
  const usual = usualMinutes * 60;
  if (took.length < ENOUGH) return [usual * 0.7, usual * 1.3];
  const at = (share: number): number => took[Math.floor(share * (took.length - 1))] ?? usual;
  return [at(0.25), at(0.75)];
}

/** The wait of somebody with `ahead` before them; undefined while no counter is open for the line. */
export function waitFor(
  queue: Queue,
  day: QueueDay,
  line: Line,
  ahead: number,
): WaitRange | undefined {
  const counters = openFor(queue, day, line.id);
  if (counters.length === 0) return undefined;
  // A counter that serves other lines too gives each its part of the time.
  const hands = counters.reduce(
    (sum, { lines }) => sum + 1 / Math.max(1, shared(day, lines, line.id)),
    0,
  );
  const [low, high] = tookRange(day, line);
  const isFree = counters.some(({ id }) => !counterIn(day, id).here);
  const rounds = isFree ? ahead : ahead + 0.5; // whoever is being served is half through, on average
  return {
    lowMinutes: Math.floor((rounds * low) / counters.length / 60),
    highMinutes: Math.ceil((rounds * high) / hands / 60),
  };
}

/** How many of these lines have somebody waiting; the line itself counts always. */
function shared(day: QueueDay, lines: readonly string[], own: string): number {
  return lines.filter((line) => line === own || waitingIn(day, line) > 0).length;
}

/** Who waits in a line; who has stepped out counts, for they come back. */
export function waitingIn(day: QueueDay, line: string): number {
  const { standard, priority } = lineIn(day, line);
  const placed = day.placed.filter((one) => one.line === line && !one.open);
  return standard.waiting + priority.waiting + placed.length;
}

/**
 * The two hours in a row in which the fewest came in past weeks, among those with anybody at all: `14` for 14:00 to 16:00.
 * Undefined before there is enough to say so.
 */
export function quietFrom(days: readonly QueueDay[], line: string): number | undefined {
  const byHour = new Map<number, number>();
  for (const { hours } of days)
    for (const [hour, lines] of Object.entries(hours))
      byHour.set(Number(hour), (byHour.get(Number(hour)) ?? 0) + (lines[line]?.taken ?? 0));
  const taken = [...byHour.values()].reduce((sum, one) => sum + one, 0);
  if (days.length < 5 || taken < 50) return undefined;
  const pairs = [...byHour]
    .filter(([hour]) => byHour.has(hour + 1))
    .map(([hour, count]) => ({ hour, count: count + (byHour.get(hour + 1) ?? 0) }));
  return pairs.sort((a, b) => a.count - b.count || a.hour - b.hour)[0]?.hour;
}
