/**
 * Plain dates and wall-clock times as the strings people write: `2026-12-11`, `09:30`. They sort as they stand, go into
 * keys and JSON as they are, and never shift with the zone of whoever looks. What a zone does, `Intl` knows.
 */
import { dayNumberOf } from './days.ts';
import type { Instant } from './law.ts';

export {
  addDays,
  addMonths,
  daysBetween,
  daysFrom,
  isDate,
  monthBounds,
  weekdayOf,
  weeksBetween,
} from './days.ts';

/**
 * Whole years from one day to another: the age on that day of a person born on `birth` (周岁). A year is full on the
 * birthday, as registries count. Who was born on 29 February has none in most years: by the Civil Code, article 202, the
 * period then ends with 28 February, at the end of that day by article 203, so a year is surely full on 1 March. That is
 * what counts here: a marriage a day too early would be void (article 1051).
 */
export function yearsBetween(birth: string, on: string): number {
  const years = Number(on.slice(0, 4)) - Number(birth.slice(0, 4));
  return on.slice(5) < birth.slice(5) ? years - 1 : years;
}

/** What a clock and a calendar on the wall show. */
interface Wall {
  readonly date: string;
  readonly time: string;
}
const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
/** By zone: everything that is asked within a minute has the same answer, and a call in a hall asks a dozen times. */
const walls = new Map<string, Wall & { readonly minute: number }>();

function wallAt(now: Instant, zone: string): Wall {
  const minute = Math.floor(now / MINUTE);
  const last = walls.get(zone);
  if (last?.minute === minute) return last;
  const { date, time, second } = shownAt(now, zone);
  const wall = { date, time, minute };
  // Zones of long ago were off by seconds: there a minute of the wall is none of ours.
  if (second === Math.floor(now / 1000) - minute * 60) walls.set(zone, wall);
  return wall;
}

function shownAt(now: Instant, zone: string): Wall & { readonly second: number } {
  const parts = new Map(
    clockIn(zone)
      .formatToParts(now)
      .map(({ type, value }) => [type, value]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? '';
  return {
    date: `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`,
    time: `${part('hour')}:${part('minute')}`,
    second: Number(part('second')),
  };
}

const clocks = new Map<string, Intl.DateTimeFormat>();
function clockIn(timeZone: string): Intl.DateTimeFormat {
  let clock = clocks.get(timeZone);
  if (!clock) {
    const two = '2-digit';
    const time = { hour: two, minute: two, second: two, hourCycle: 'h23' } as const;
    const date = { year: 'numeric', month: two, day: two } as const;
    clock = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', { ...date, ...time, timeZone });
    clocks.set(timeZone, clock);
  }
  return clock;
}

/** The day it is in that zone. */
export const dateAt = (now: Instant, zone: string): string => wallAt(now, zone).date;

/** The wall-clock time in that zone, to the minute. */
export const timeAt = (now: Instant, zone: string): string => wallAt(now, zone).time;

/**
 * The instant at which a clock in that zone shows this day and time: the first where clocks are set back and it comes twice;
 * where they are set forward and it never comes, as long after the gap as it lies in it (as `compatible` in Temporal).
 */
export function instantAt(date: string, time: string, zone: string): Instant {
  const asUtc = dayNumberOf(date) * DAY + minutesOf(time) * MINUTE;
  // Zones change their clocks at most once in two days.
  const before = asUtc - offsetAt(asUtc - DAY, zone);
  const after = asUtc - offsetAt(asUtc + DAY, zone);
  const both = [Math.min(before, after), Math.max(before, after)];
  return both.find((at) => asUtc - offsetAt(at, zone) === at) ?? before;
}

/** How far that zone is ahead of UTC, in milliseconds. */
function offsetAt(now: Instant, zone: string): number {
  const { date, time, second } = shownAt(now, zone);
  const shown = dayNumberOf(date) * DAY + minutesOf(time) * MINUTE + second * 1000;
  return shown - Math.floor(now / 1000) * 1000;
}

/** The minute of the day. Read letter by letter: counting who sits where asks for it hundreds of thousands of times. */
export function minutesOf(time: string): number {
  const tens = (time.charCodeAt(0) - ZERO) * 600 + (time.charCodeAt(3) - ZERO) * 10;
  return tens + (time.charCodeAt(1) - ZERO) * 60 + (time.charCodeAt(4) - ZERO);
}
const ZERO = 48; // as a code unit

export function timeOf(minutes: number): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
