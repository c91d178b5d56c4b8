/** Which times exist for a visit, and how many places are free in them. Computed each time; nothing is pre-generated. */
import { addDays, dateAt, isDate, minutesOf, timeAt, timeOf } from '../shared/dates.ts';
import type { Docs, Instant } from '../shared/law.ts';
import { bookingDay, type Taking } from './documents.ts';
import { occupancyOf, untouched, type Occupancy, type Quota } from './occupancy.ts';
import { isShut, lanesOf, planOf, type BookingPack, type DayPlan, type Lane } from './pack.ts';
import type { Bookable } from './rules.ts';
import type { Visit } from './visit.ts';

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

/** What is taken on the day of a plan. */
const takingsOf = (docs: Docs, { key }: DayPlan): readonly Taking[] =>
  bookingDay.find(docs, key)?.takings ?? [];

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
  return slotsIn(plan, visit, occupancyOf(plan, takingsOf(docs, plan), now), quota);
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
    for (let i = 0; i + visit.slots <= row.steps; i += 1) {
      let free = Number.POSITIVE_INFINITY;
      for (let j = i; j < i + visit.slots; j += 1)
        free = isShut(lane, j) ? -1 : Math.min(free, occupancy.left(row, j, quota));
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

export function roomOn(
  docs: Docs,
  plan: DayPlan,
  visit: Visit,
  window: Window,
  now: Instant,
): Room | 'none' | 'past' | 'not-yet' {
  const { date } = plan;
  const { slots } = visit;
  const lanes = lanesOf(plan, visit.services);
  if (!lanes.some(({ row }) => row.steps >= slots)) return 'none';
  if (date > window.last) return 'not-yet';
  if (date < window.first) return 'past';
  if (date === window.last && window.minute < opensAt(lanes)) return 'not-yet';
  const occupancy = occupancyOf(plan, takingsOf(docs, plan), now);
  const from = date === window.first ? window.firstMinute : 0;
  let [free, capacity] = [0, 0];
  let isPast = true;
  for (const lane of lanes) {
    const { row } = lane;
    const begun = from > row.from ? Math.ceil((from - row.from) / row.step) : 0;
    if (begun + slots <= row.steps) isPast = false;
    free += visitsIn(lane, slots, begun, occupancy);
    capacity += lane.closed
      ? visitsIn(lane, slots, begun, untouched)
      : Math.max(0, Math.floor((row.steps - begun) / slots)) * row.open;
  }
  return isPast ? 'past' : { free, capacity };
}

/** How many visits of so many slots fit side by side: as early as possible is as many as possible. */
function visitsIn(lane: Lane, slots: number, begun: number, occupancy: Occupancy): number {
  const { row } = lane;
  if (slots === 1) return placesIn(lane, begun, occupancy);
  const room: number[] = [];
  for (let step = begun; step < row.steps; step += 1)
    room.push(isShut(lane, step) ? 0 : occupancy.left(row, step, 'open'));
  let sum = 0;
  for (let i = 0; i + slots <= room.length; i += 1) {
    let fit = room[i] ?? 0;
    for (let j = i + 1; j < i + slots; j += 1) fit = Math.min(fit, room[j] ?? 0);
    sum += fit;
    for (let j = i; j < i + slots; j += 1) room[j] = (room[j] ?? 0) - fit;
  }
  return sum;
}

/** The same where a visit is one slot, as nearly all are. */
function placesIn(lane: Lane, begun: number, occupancy: Occupancy): number {
  const { row } = lane;
  let sum = 0;
  for (let step = begun; step < row.steps; step += 1)
    if (!isShut(lane, step)) sum += occupancy.left(row, step, 'open');
  return sum;
}
