/**
 * Who sits where: how many places of each row are taken at each time of a day. What was booked under earlier rules counts
 * under the present ones, by place, time and service; a row that was renamed, cut anew or split hides nobody.
 *
 * A district asks for a thousand months at once, with hundreds of thousands of takings in them: they are gone through once
 * for each day, whoever asks for whatever, and nothing is made for a single one of them.
 */
import { minutesOf } from '../shared/dates.ts';
import type { Instant } from '../shared/law.ts';
import type { Taking } from './documents.ts';
import { lanesOf, type DayPlan, type Row } from './pack.ts';

/** Whose places: those for anybody, or those kept for counters and phone. */
export type Quota = 'open' | 'staff';

export interface Occupancy {
  /** Places of a quota that are left in one slot of a row. */
  left(row: Row, step: number, quota: Quota): number;
  /** Booked once, and now no row has them: the house has to talk to these people. */
  readonly displaced: readonly Taking[];
}

/**
 * What still counts: booked ones, holds that have not run out, and offers to somebody who waits, which are theirs until the
 * house moves them on.
 */
export const counts = ({ heldUntil, as }: Taking, now: Instant): boolean =>
  heldUntil === undefined || heldUntil > now || as === 'offered';

export const stillTaken = (takings: readonly Taking[], now: Instant): Taking[] =>
  takings.filter((taking) => counts(taking, now));

/** A count holds from its moment until the next hold runs out. */
interface Counted {
  readonly plan: DayPlan;
  readonly from: Instant;
  readonly until: Instant;
  readonly of: Occupancy;
}
const counted = new WeakMap<readonly Taking[], Counted>();

/** A day that nobody has booked anything on. */
export const untouched: Occupancy = { left: (row, _step, quota) => row[quota], displaced: [] };

/** `takings` as the day's document has them; what has run out is left out. */
export function occupancyOf(
  plan: DayPlan,
  takings: readonly Taking[] | undefined,
  now: Instant,
): Occupancy {
  if (!takings || takings.length === 0) return untouched;
  const before = counted.get(takings);
  if (before?.plan === plan && before.from <= now && now < before.until) return before.of;
  const { of, until } = count(plan, takings, now);
  counted.set(takings, { plan, from: now, until, of });
  return of;
}

/** How many sit in each slot of a place: all of them, those of the public, those of staff. */
class Tally implements Occupancy {
  readonly displaced: Taking[] = [];
  readonly #all: Uint16Array;
  readonly #open: Uint16Array;
  readonly #staff: Uint16Array;

  constructor(size: number) {
    this.#all = new Uint16Array(size);
    this.#open = new Uint16Array(size);
    this.#staff = new Uint16Array(size);
  }

  left(row: Row, step: number, quota: Quota): number {
    const at = row.at + step;
    const own = (quota === 'open' ? this.#open : this.#staff)[at] ?? 0;
    const room = row.open + row.staff - (this.#all[at] ?? 0);
    return Math.max(0, Math.min(room, row[quota] - own));
  }

  /** Places of both quotas that are left at the fullest moment between two minutes of the day. */
  roomFor(row: Row, begins: number, ends: number): number {
    const last = row.at + lastStep(row, ends);
    let most = 0;
    for (let at = row.at + firstStep(row, begins); at < last; at += 1)
      most = Math.max(most, this.#all[at] ?? 0);
    return row.open + row.staff - most;
  }

  seat(row: Row, { quota }: Taking, begins: number, ends: number): void {
    const own = quota === 'staff' ? this.#staff : this.#open;
    const last = row.at + lastStep(row, ends);
    for (let at = row.at + firstStep(row, begins); at < last; at += 1) {
      this.#all[at] = (this.#all[at] ?? 0) + 1;
      own[at] = (own[at] ?? 0) + 1;
    }
  }

  /** Where some sit across the slots of today's rules, only those count who sit there at the same moment. */
  recount(row: Row, seated: readonly Taking[]): void {
    const spans = seated.map((taking) => spanIn(row, taking));
    const [staff, open] = [true, false].map((is) => spans.filter(({ isStaff }) => isStaff === is));
    for (let step = 0; step < row.steps; step += 1) {
      this.#all[row.at + step] = peak(spans, row.step, step);
      this.#open[row.at + step] = peak(open ?? [], row.step, step);
      this.#staff[row.at + step] = peak(staff ?? [], row.step, step);
    }
  }
}

const firstStep = ({ from, step }: Row, begins: number): number =>
  Math.max(0, Math.floor((begins - from) / step));
const lastStep = ({ from, step, steps }: Row, ends: number): number =>
  Math.min(steps, Math.ceil((ends - from) / step));

function count(
  plan: DayPlan,
  takings: readonly Taking[],
  now: Instant,
): Pick<Counted, 'of' | 'until'> {
  const tally = new Tally(plan.size);
  const seats: (Row | undefined)[] = [];
  const homeless: number[] = [];
  const crooked = new Set<Row>();
  const seat = (i: number, row: Row, taking: Taking, begins: number, ends: number): void => {
    seats[i] = row;
    tally.seat(row, taking, begins, ends);
    if ((begins - row.from) % row.step !== 0 || (ends - row.from) % row.step !== 0)
      crooked.add(row);
  };
  let until = Infinity;
  takings.forEach((taking, i) => {
    const { heldUntil = 0 } = taking;
    if (heldUntil > now) until = Math.min(until, heldUntil);
    if (!counts(taking, now)) return;
    const begins = minutesOf(taking.time);
    const ends = begins + taking.minutes;
    const home = plan.byId.get(taking.opening);
    // Where a row was made smaller, some of its people sit elsewhere now.
    if (home && serves(home, taking, begins, ends) && tally.roomFor(home, begins, ends) > 0)
      seat(i, home, taking, begins, ends);
    else homeless.push(i);
  });
  for (const i of homeless) {
    const taking = takings[i] as Taking;
    const begins = minutesOf(taking.time);
    const ends = begins + taking.minutes;
    const row = plan.rows
      .filter((one) => serves(one, taking, begins, ends))
      .toSorted((a, b) => tally.roomFor(b, begins, ends) - tally.roomFor(a, begins, ends))
      .at(0);
    if (row) seat(i, row, taking, begins, ends);
    else tally.displaced.push(taking);
  }
  for (const row of crooked)
    tally.recount(
      row,
      takings.filter((_, i) => seats[i] === row),
    );
  return { of: tally, until };
}

function serves(
  { opening, from, step, steps }: Row,
  { service }: Taking,
  begins: number,
  ends: number,
): boolean {
  return begins < from + steps * step && from < ends && opening.services.includes(service);
}

interface Span {
  /** Minutes from the beginning of the row. */
  readonly from: number;
  readonly to: number;
  readonly isStaff: boolean;
}

function spanIn(row: Row, { time, minutes, quota }: Taking): Span {
  const from = minutesOf(time) - row.from;
  return { from, to: from + minutes, isStaff: quota === 'staff' };
}

/** How many of them sit there at the same time at the fullest moment of a slot. */
function peak(spans: readonly Span[], step: number, i: number): number {
  const [begins, ends] = [i * step, (i + 1) * step];
  const moments = [
    begins,
    ...spans.map(({ from }) => from).filter((from) => begins < from && from < ends),
  ];
  return Math.max(
    ...moments.map((at) => spans.filter(({ from, to }) => from <= at && at < to).length),
  );
}

/** Whether the place is still open for a visit at that time, whoever else sits there. */
export function isOpenFor(
  plan: DayPlan,
  services: readonly string[],
  time: string,
  minutes: number,
): boolean {
  return lanesOf(plan, services).some(({ row, closed }) => {
    const begins = minutesOf(time) - row.from;
    const ends = begins + minutes;
    if (begins < 0 || ends > row.steps * row.step) return false;
    const first = Math.floor(begins / row.step);
    return !closed?.slice(first, Math.ceil(ends / row.step)).some(Boolean);
  });
}
