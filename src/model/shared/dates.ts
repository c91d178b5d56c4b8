/**
 * Plain dates and wall-clock times as the strings people write: `2026-12-11`, `09:30`. They sort as they stand, go into
 * keys and JSON as they are, and never shift with the zone of whoever looks. The arithmetic is @internationalized/date.
 */
import {
  endOfMonth,
  fromAbsolute,
  getDayOfWeek,
  parseDate,
  parseDateTime,
  startOfMonth,
  toCalendarDate,
  toTimeZone,
  toZoned,
} from '@internationalized/date';
import type { Instant } from './law.ts';

/** Whether such a day exists: `2026-02-30` does not. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  try {
    return parseDate(text).toString() === text;
  } catch {
    return false;
  }
}

export function addDays(date: string, days: number): string {
  return parseDate(date).add({ days }).toString();
}

/** The same day of a month that many months away, or its last day where there is none. */
export function addMonths(date: string, months: number): string {
  return parseDate(date).add({ months }).toString();
}

/** 1 for Monday to 7 for Sunday (ISO 8601). */
export function weekdayOf(date: string): number {
  return getDayOfWeek(parseDate(date), 'en-US', 'mon') + 1;
}

/** First and last day of the month `2026-12`. */
export function monthBounds(month: string): {
  readonly first: string;
  readonly last: string;
} {
  const day = parseDate(`${month}-01`);
  return {
    first: startOfMonth(day).toString(),
    last: endOfMonth(day).toString(),
  };
}

/** Every day from `first` to `last`, both included. */
export function daysFrom(first: string, last: string): string[] {
  const days: string[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}

/** Whole years from one day to another: the age on that day of a person born on `birth`. */
export function yearsBetween(birth: string, on: string): number {
  const years = Number(on.slice(0, 4)) - Number(birth.slice(0, 4));
  return on.slice(5) < birth.slice(5) ? years - 1 : years;
}

/** The day it is in that zone. */
export function dateAt(now: Instant, zone: string): string {
  return toCalendarDate(fromAbsolute(now, zone)).toString();
}

/** The wall-clock time in that zone, to the minute. */
export function timeAt(now: Instant, zone: string): string {
  return fromAbsolute(now, zone).toString().slice(11, 16);
}

/** The instant at which a clock in that zone shows this day and time. */
export function instantAt(date: string, time: string, zone: string): Instant {
  return toTimeZone(toZoned(parseDateTime(`${date}T${time}`), zone), 'UTC')
    .toDate()
    .getTime();
}

export function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

export function timeOf(minutes: number): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
