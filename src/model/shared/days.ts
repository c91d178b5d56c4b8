/**
 * Plain dates, `2026-12-11`, by counting days (ISO 8601, the Gregorian calendar also before 1582). Ten lines of whole
 * numbers instead of a library's objects: a month of cells, or a year of openings, asks thousands of times.
 * docs/decisions/0012 says why dates are strings; tests compare every answer with @internationalized/date.
 */

/** Days since 1970-01-01. Throws a RangeError where there is no such date. */
export function dayNumberOf(date: string): number {
  const number = /^\d{4}-\d\d-\d\d$/.test(date)
    ? numberOf(Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8)))
    : Number.NaN;
  if (dateOf(number) !== date) throw new RangeError(`There is no day “${date}”.`);
  return number;
}

/** The date so many days after 1970-01-01. */
export function dateOf(number: number): string {
  // Years begin in March here, so that a leap day is the last one and months have a pattern of 153 days in five.
  const shifted = number + 719_468;
  const era = Math.floor(shifted / 146_097);
  const day = shifted - era * 146_097;
  const year = Math.floor(
    (day - Math.floor(day / 1460) + Math.floor(day / 36_524) - Math.floor(day / 146_096)) / 365,
  );
  const dayOfYear = day - (365 * year + Math.floor(year / 4) - Math.floor(year / 100));
  const month = Math.floor((5 * dayOfYear + 2) / 153);
  const dayOfMonth = dayOfYear - Math.floor((153 * month + 2) / 5) + 1;
  return written(
    year + era * 400 + (month > 9 ? 1 : 0),
    month > 9 ? month - 9 : month + 3,
    dayOfMonth,
  );
}

/** Whether such a day exists: `2026-02-30` does not. */
export function isDate(text: string): boolean {
  try {
    return dayNumberOf(text) !== undefined;
  } catch {
    return false;
  }
}

export function addDays(date: string, days: number): string {
  return dateOf(dayNumberOf(date) + days);
}

/** The same day of a month that many months away, or its last day where there is none. */
export function addMonths(date: string, months: number): string {
  dayNumberOf(date);
  const month = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const { last } = monthBounds(written(Math.floor(month / 12), (month % 12) + 1, 1).slice(0, 7));
  const same = `${last.slice(0, 8)}${date.slice(8)}`;
  return same < last ? same : last;
}

/** 1 for Monday to 7 for Sunday (ISO 8601). */
export function weekdayOf(date: string): number {
  const sinceMonday = (dayNumberOf(date) + 3) % 7; // 1970-01-01 was a Thursday
  return (sinceMonday < 0 ? sinceMonday + 7 : sinceMonday) + 1;
}

/** Whole weeks (Monday to Sunday) from the one of `from` to the one of `to`; below zero where that lies before. */
export function weeksBetween(from: string, to: string): number {
  const days = dayNumberOf(to) - dayNumberOf(from);
  return Math.floor((days + weekdayOf(from) - 1) / 7);
}

/** First and last day of the month `2026-12`. */
export function monthBounds(month: string): { readonly first: string; readonly last: string } {
  const first = `${month}-01`;
  dayNumberOf(first);
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5))];
  const next = number === 12 ? numberOf(year + 1, 1, 1) : numberOf(year, number + 1, 1);
  return { first, last: dateOf(next - 1) };
}

/** How many days from one to the other: 1 from a day to the next, negative backwards. */
export function daysBetween(from: string, to: string): number {
  return dayNumberOf(to) - dayNumberOf(from);
}

/** Every day from `first` to `last`, both included. */
export function daysFrom(first: string, last: string): string[] {
  const from = dayNumberOf(first);
  const count = Math.max(0, dayNumberOf(last) - from + 1);
  return Array.from({ length: count }, (_, i) => dateOf(from + i));
}

function numberOf(year: number, month: number, day: number): number {
  const marchYear = month > 2 ? year : year - 1;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

const written = (year: number, month: number, day: number): string =>
  `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;

const two = (number: number): string => (number < 10 ? `0${number}` : String(number));
