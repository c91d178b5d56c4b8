/**
 * Who sits where: how many places of each row are taken at each time of a day. What was booked under earlier rules counts
 * under the present ones, by place, time and service; a row that was renamed, cut anew or split hides nobody.
 */
import { minutesOf } from '../shared/dates.ts';
import type { Instant } from '../shared/law.ts';
import type { Taking } from './documents.ts';
import { lanesOf, type DayPlan, type Row } from './pack.ts';

/** Places that are left in each slot of a row. */
export interface Left {
  /** For anybody. */
  readonly open: readonly number[];
  readonly staff: readonly number[];
}

export interface Occupancy {
  left(row: Row): Left;
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

const nobody: readonly Taking[] = [];
const empty = new WeakMap<Row, Left>();
/** A count holds from its moment until the next hold runs out. */
interface Counted {
  readonly plan: DayPlan;
  readonly from: Instant;
  readonly until: Instant;
  readonly of: Occupancy;
}
const counted = new WeakMap<readonly Taking[], Counted>();
const untouched: Occupancy = { left: emptyOf, displaced: nobody };

/** `takings` as the day's document has them; what has run out is left out. */
export function occupancyOf(
  plan: DayPlan,
  takings: readonly Taking[] | undefined,
  now: Instant,
): Occupancy {
  if (!takings || takings.length === 0) return untouched;
  const before = counted.get(takings);
  if (before?.plan === plan && before.from <= now && now < before.until) return before.of;
  const of = count(plan, takings, now);
  counted.set(takings, { plan, from: now, until: nextExpiry(takings, now), of });
  return of;
}

function nextExpiry(takings: readonly Taking[], now: Instant): Instant {
  let next = Infinity;
  for (const { heldUntil = Infinity } of takings) {
    if (heldUntil > now && heldUntil < next) next = heldUntil;
  }
  return next;
}

/** The places of one row while they are counted. */
interface Tally {
  readonly row: Row;
  readonly all: number[];
  readonly staff: number[];
  readonly spans: Span[];
  /** Whether somebody sits across the slots of today's rules. */
  crooked: boolean;
}
interface Span {
  readonly from: number;
  readonly to: number;
  readonly isStaff: boolean;
}

function count(plan: DayPlan, takings: readonly Taking[], now: Instant): Occupancy {
  const tallies = new Map<Row, Tally>();
  const tallyOf = (row: Row): Tally => {
    let tally = tallies.get(row);
    if (!tally) {
      const zeros = (): number[] => Array.from({ length: row.steps }, () => 0);
      tally = { row, all: zeros(), staff: zeros(), spans: [], crooked: false };
      tallies.set(row, tally);
    }
    return tally;
  };
  const displaced: Taking[] = [];
  const homeless: Taking[] = [];
  for (const taking of takings) {
    if (!counts(taking, now)) continue;
    const home = plan.byId.get(taking.opening);
    // Where a row was made smaller, some of its people sit elsewhere now.
    if (home && serves(home, taking) && roomFor(tallyOf(home), taking) > 0) {
      seat(tallyOf(home), taking);
    } else homeless.push(taking);
  }
  for (const taking of homeless) {
    const rows = plan.rows.filter((row) => serves(row, taking));
    const tally = rows
      .map(tallyOf)
      .toSorted((a, b) => roomFor(b, taking) - roomFor(a, taking))
      .at(0);
    if (tally) seat(tally, taking);
    else displaced.push(taking);
  }
  const left = new Map([...tallies].map(([row, tally]) => [row, leftIn(tally)]));
  return { left: (row) => left.get(row) ?? emptyOf(row), displaced };
}

function serves({ opening, from, step, steps }: Row, taking: Taking): boolean {
  const begins = minutesOf(taking.time);
  const overlaps = begins < from + steps * step && from < begins + taking.minutes;
  return overlaps && opening.services.includes(taking.service);
}

function seat(tally: Tally, taking: Taking): void {
  const { from, step, steps } = tally.row;
  const begins = minutesOf(taking.time) - from;
  const ends = begins + taking.minutes;
  const isStaff = taking.quota === 'staff';
  tally.spans.push({ from: begins, to: ends, isStaff });
  tally.crooked ||= begins % step !== 0 || ends % step !== 0;
  const last = Math.min(steps, Math.ceil(ends / step));
  for (let i = Math.max(0, Math.floor(begins / step)); i < last; i += 1) {
    tally.all[i] = (tally.all[i] ?? 0) + 1;
    if (isStaff) tally.staff[i] = (tally.staff[i] ?? 0) + 1;
  }
}

function roomFor({ row, all }: Tally, taking: Taking): number {
  const begins = minutesOf(taking.time) - row.from;
  const first = Math.max(0, Math.floor(begins / row.step));
  const last = Math.min(row.steps, Math.ceil((begins + taking.minutes) / row.step));
  let most = 0;
  for (let i = first; i < last; i += 1) most = Math.max(most, all[i] ?? 0);
  return row.open + row.staff - most;
}

function leftIn(tally: Tally): Left {
  const { row, spans, crooked } = tally;
  const capacity = row.open + row.staff;
  const open: number[] = [];
  const staff: number[] = [];
  for (let i = 0; i < row.steps; i += 1) {
    const all = crooked ? peak(spans, row.step, i) : (tally.all[i] ?? 0);
    const byStaff = crooked
      ? peak(
          spans.filter(({ isStaff }) => isStaff),
          row.step,
          i,
        )
      : (tally.staff[i] ?? 0);
    const byOthers = crooked
      ? peak(
          spans.filter(({ isStaff }) => !isStaff),
          row.step,
          i,
        )
      : all - byStaff;
    const room = Math.max(0, capacity - all);
    open.push(Math.min(room, Math.max(0, row.open - byOthers)));
    staff.push(Math.min(room, Math.max(0, row.staff - byStaff)));
  }
  return { open, staff };
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

function emptyOf(row: Row): Left {
  let left = empty.get(row);
  if (!left) {
    const of = (places: number): number[] => Array.from({ length: row.steps }, () => places);
    empty.set(row, (left = { open: of(row.open), staff: of(row.staff) }));
  }
  return left;
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
