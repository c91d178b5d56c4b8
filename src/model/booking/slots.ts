/** Which times exist for a visit, and how many places are free in them. Computed each time; nothing is pre-generated. */
import { addDays, dateAt, isDate, minutesOf, timeAt, timeOf } from '../shared/dates.ts';
import type { Docs, Instant } from '../shared/law.ts';
import { bookingDay, type Taking } from './documents.ts';
import { occupancyOf, type Occupancy } from './occupancy.ts';
import { isShut, lanesOf, planOf, type BookingPack, type DayPlan, type Lane } from './pack.ts';
import type { Bookable } from './rules.ts';
import type { Visit } from './visit.ts';

/** Whose places: those for anybody, or those kept for counters and phone. */
export type Quota = 'open' | 'staff';

export interface Slot {
  readonly time: string;
  readonly minutes: number;
  readonly free: number;
  readonly capacity: number;
  /** The row to give the next place from. */
  readonly opening: string | undefined;
  /** All rows that make it. */
  readonly openings: readonly string[];
}

/** Which days may be booked now. */
export interface Window {
  readonly today: string;
  /** The clock in the zone of the pack, in minutes. */
  readonly minute: number;
  readonly first: string;
  /** Slots of the first day begin here or later. */
  readonly firstMinute: number;
  readonly last: string;
}

const windows = new WeakMap<Bookable, { now: Instant; zone: string; window: Window }>();

export function bookingWindow(pack: BookingPack, bookable: Bookable, now: Instant): Window {
  const { zone } = pack;
  const before = windows.get(bookable);
  if (before?.now === now && before.zone === zone) return before.window;
  const today = dateAt(now, zone);
  // Nobody comes to what has begun already, however short the lead.
  const soonest = now + Math.max(1, bookable.leadMinutes * 60_000);
  const byMinutes = dateAt(soonest, zone);
  const byDays = addDays(today, bookable.leadDays ?? 0);
  const firstMinute = minutesOf(timeAt(soonest, zone)) + (soonest % 60_000 > 0 ? 1 : 0);
  const window: Window = {
    today,
    minute: minutesOf(timeAt(now, zone)),
    ...(byDays > byMinutes ? { first: byDays, firstMinute: 0 } : { first: byMinutes, firstMinute }),
    last: addDays(today, bookable.horizonDays),
  };
  windows.set(bookable, { now, zone, window });
  return window;
}

/** Whether a slot is still far enough ahead, and not too far. The last day opens when the place does on it. */
export function inWindow(
  { minute: clock, first, firstMinute, last }: Window,
  date: string,
  minute: number,
  lanes: readonly Lane[],
): 'yes' | 'too-late' | 'too-early' {
  if (date < first || (date === first && minute < firstMinute)) return 'too-late';
  if (date > last) return 'too-early';
  return date < last || clock >= opensAt(lanes) ? 'yes' : 'too-early';
}

/** The minute at which the first of the rows opens. */
const opensAt = (lanes: readonly Lane[]): number =>
  lanes.reduce((first, { row }) => Math.min(first, row.from), 24 * 60);

export interface Seen {
  readonly pack: BookingPack;
  readonly docs: Docs;
  readonly now: Instant;
}

export const takingsOn = (docs: Docs, place: string, date: string): readonly Taking[] =>
  bookingDay.find(docs, bookingDay.key(place, date))?.takings ?? [];

/** Every slot of a visit at a place on a day, in order of time, those gone by and those to come alike. */
export function slotsOn(
  { pack, docs, now }: Seen,
  visit: Visit,
  place: string,
  date: string,
  quota: Quota = 'open',
): Slot[] {
  if (!isDate(date)) return [];
  const plan = planOf(pack, place, date);
  return slotsIn(plan, visit, occupancyOf(plan, takingsOn(docs, place, date), now), quota);
}

export function slotsIn(
  plan: DayPlan,
  visit: Visit,
  occupancy: Occupancy,
  quota: Quota = 'open',
): Slot[] {
  const slots = new Map<number, Slot>();
  for (const lane of lanesOf(plan, visit.services)) {
    const { row } = lane;
    const left = occupancy.left(row)[quota];
    for (let i = 0; i + visit.slots <= row.steps; i += 1) {
      let free = Number.POSITIVE_INFINITY;
      for (let j = i; j < i + visit.slots; j += 1)
        free = isShut(lane, j) ? -1 : Math.min(free, left[j] ?? 0);
      if (free < 0) continue;
      const begins = row.from + i * row.step;
      const before = slots.get(begins);
      slots.set(begins, {
        time: timeOf(begins),
        minutes: before?.minutes ?? visit.slots * row.step, // rows of one service agree on it: pack-check sees to that
        free: (before?.free ?? 0) + free,
        capacity: (before?.capacity ?? 0) + row[quota],
        opening: before?.opening ?? (free > 0 ? row.opening.id : undefined),
        openings: [...(before?.openings ?? []), row.opening.id],
      });
    }
  }
  return [...slots].sort(([a], [b]) => a - b).map(([, slot]) => slot);
}

/** As {@link slotsOn}, without those that can't be booked any more or not yet. */
export function bookableSlotsOn(
  seen: Seen,
  visit: Visit,
  place: string,
  date: string,
  quota: Quota = 'open',
): Slot[] {
  if (!isDate(date)) return [];
  const window = bookingWindow(seen.pack, visit.bookable, seen.now);
  if (date < window.first || date > window.last) return [];
  const lanes = lanesOf(planOf(seen.pack, place, date), visit.services);
  return slotsOn(seen, visit, place, date, quota).filter(
    ({ time }) => inWindow(window, date, minutesOf(time), lanes) === 'yes',
  );
}

/** How many such visits a whole day still takes, and how many it would if nobody had booked. */
export interface Room {
  readonly free: number;
  readonly capacity: number;
}

const fullRooms = new WeakMap<readonly number[], Map<number, number>>();

export function roomOn(
  { pack, docs, now }: Seen,
  visit: Visit,
  place: string,
  date: string,
  window: Window,
): Room | 'none' | 'past' | 'not-yet' {
  const plan = planOf(pack, place, date);
  const lanes = lanesOf(plan, visit.services);
  if (lanes.length === 0) return 'none';
  if (date > window.last) return fitsAnywhere(lanes, visit) ? 'not-yet' : 'none';
  if (date < window.first) return fitsAnywhere(lanes, visit) ? 'past' : 'none';
  if (date === window.last && window.minute < opensAt(lanes)) return 'not-yet';
  const occupancy = occupancyOf(plan, takingsOn(docs, place, date), now);
  const from = date === window.first ? window.firstMinute : 0;
  let [free, capacity, starts] = [0, 0, 0];
  for (const lane of lanes) {
    const { row } = lane;
    const skip = from > row.from ? Math.ceil((from - row.from) / row.step) : 0;
    const fits = row.steps - visit.slots + 1;
    if (skip < fits) starts += fits - skip;
    const { open } = occupancy.left(row);
    free +=
      skip > 0 || lane.closed ? visits(open, visit.slots, skip, lane) : fitting(open, visit.slots);
    capacity +=
      skip > 0 || lane.closed
        ? visits(undefined, visit.slots, skip, lane)
        : row.open * Math.floor(row.steps / visit.slots);
  }
  if (starts > 0) return { free, capacity };
  return fitsAnywhere(lanes, visit) ? 'past' : 'none';
}

const fitsAnywhere = (lanes: readonly Lane[], { slots }: Visit): boolean =>
  lanes.some(({ row }) => row.steps >= slots);

/** The same row is asked for again and again. */
function fitting(left: readonly number[], slots: number): number {
  let known = fullRooms.get(left);
  if (!known) fullRooms.set(left, (known = new Map()));
  let fit = known.get(slots);
  if (fit === undefined) known.set(slots, (fit = visits(left, slots, 0, undefined)));
  return fit;
}

/** How many visits of so many slots in a row still fit: as early as possible is as many as possible. */
function visits(
  left: readonly number[] | undefined,
  slots: number,
  skip: number,
  lane: Lane | undefined,
): number {
  const steps = left?.length ?? lane?.row.steps ?? 0;
  const room: number[] = [];
  for (let i = skip; i < steps; i += 1)
    room.push(lane && isShut(lane, i) ? 0 : (left?.[i] ?? lane?.row.open ?? 0));
  let sum = 0;
  for (let i = 0; i + slots <= room.length; i += 1) {
    let fit = room[i] ?? 0;
    for (let j = i + 1; j < i + slots; j += 1) fit = Math.min(fit, room[j] ?? 0);
    sum += fit;
    for (let j = i; j < i + slots; j += 1) room[j] = (room[j] ?? 0) - fit;
  }
  return sum;
}
