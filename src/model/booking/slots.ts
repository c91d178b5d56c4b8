/** Which times exist, and how many places are free in them. Computed from the rules each time; nothing is pre-generated. */
import { dayType, type DayType, type HolidayYear } from '../shared/calendar.ts';
import {
  addDays,
  dateAt,
  instantAt,
  isDate,
  minutesOf,
  timeOf,
  weekdayOf,
} from '../shared/dates.ts';
import type { Instant } from '../shared/law.ts';
import type { Place } from '../shared/place.ts';
import type { Service } from '../shared/service.ts';
import type { Taking } from './documents.ts';
import type { Bookable, Closure, Opening } from './rules.ts';

/** The slice of a pack that booking goes by. */
export interface BookingPack {
  readonly zone: string;
  readonly places: readonly Place[];
  readonly services: readonly Service[];
  readonly openings: readonly Opening[];
  readonly closures: readonly Closure[];
  readonly bookables: readonly Bookable[];
  readonly calendar: readonly HolidayYear[];
}

export interface Slot {
  readonly time: string;
  readonly minutes: number;
  /** The rows that make it, those that serve the fewest services first, so that flexible counters stay free longest. */
  readonly openings: readonly Opening[];
}

/** Places of a row that anybody may book. */
const publicPlaces = (opening: Opening): number => opening.capacity - opening.staffOnly;

export function closureOn(pack: BookingPack, place: string, date: string): Closure | undefined {
  return pack.closures.find((one) => one.place === place && one.from <= date && date <= one.to);
}

function opensOn(opening: Opening, date: string, type: DayType): boolean {
  if (date < (opening.validFrom ?? date) || date > (opening.validTo ?? date)) return false;
  if (type.kind === 'make-up' && opening.onMakeUpDays) return true;
  if (type.kind === 'holiday' && !opening.onHolidays) return false;
  return opening.weekdays.includes(weekdayOf(date));
}

/** Every slot of a service at a place on a day, in order of time. */
export function slotsOn(pack: BookingPack, place: string, service: string, date: string): Slot[] {
  if (!isDate(date) || closureOn(pack, place, date)) return [];
  const type = dayType(pack.calendar, date);
  const byTime = new Map<string, Opening[]>();
  for (const opening of pack.openings) {
    if (opening.place !== place || !opening.services.includes(service)) continue;
    if (!opensOn(opening, date, type)) continue;
    const last = minutesOf(opening.to) - opening.slotMinutes;
    for (let at = minutesOf(opening.from); at <= last; at += opening.slotMinutes) {
      byTime.set(timeOf(at), [...(byTime.get(timeOf(at)) ?? []), opening]);
    }
  }
  return [...byTime]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([time, openings]) => ({
      time,
      minutes: openings[0]?.slotMinutes ?? 0, // rows of one service that overlap agree on it: pack-check sees to that
      openings: openings.toSorted((a, b) => a.services.length - b.services.length),
    }));
}

/** Takings that still count: booked ones, and holds that have not run out. */
export function stillTaken(takings: readonly Taking[], now: Instant): Taking[] {
  return takings.filter(({ heldUntil }) => heldUntil === undefined || heldUntil > now);
}

/** The first row of the slot with a public place left, or none when it is full. */
export function rowWithRoom(slot: Slot, taken: readonly Taking[]): Opening | undefined {
  return slot.openings.find((opening) => freeInRow(opening, slot.time, taken) > 0);
}

function freeInRow(opening: Opening, time: string, taken: readonly Taking[]): number {
  const used = taken.filter((one) => one.opening === opening.id && one.time === time).length;
  return Math.max(0, publicPlaces(opening) - used);
}

export function freeIn(slot: Slot, taken: readonly Taking[]): number {
  return slot.openings.reduce((sum, opening) => sum + freeInRow(opening, slot.time, taken), 0);
}

export function capacityOf(slot: Slot): number {
  return slot.openings.reduce((sum, opening) => sum + publicPlaces(opening), 0);
}

/** The first and the last day that may be booked now. */
export function bookingWindow(
  pack: BookingPack,
  bookable: Bookable,
  now: Instant,
): { readonly first: string; readonly last: string } {
  const today = dateAt(now, pack.zone);
  return {
    first: dateAt(now + bookable.leadMinutes * 60_000, pack.zone),
    last: addDays(today, bookable.horizonDays),
  };
}

/** Whether a slot is still far enough ahead, and not too far. */
export function inWindow(
  pack: BookingPack,
  bookable: Bookable,
  date: string,
  time: string,
  now: Instant,
): 'yes' | 'too-late' | 'too-early' {
  if (instantAt(date, time, pack.zone) < now + bookable.leadMinutes * 60_000) return 'too-late';
  return date <= bookingWindow(pack, bookable, now).last ? 'yes' : 'too-early';
}
