/**
 * The lunar calendar and the twenty-four solar terms (GB/T 33661-2017), from a table of 2 KB. Of what lies outside
 * 1930-01-01 to 2050-12-31 nothing is known here, and the answer is `undefined`.
 *
 * Not from Intl: its `chinese` calendar, as browsers and Node carry it today, is a day wrong for whole months, the one that
 * begins with the Spring Festival of 2027 among them.
 */
import { dayNumberOf } from './days.ts';
import { FIRST_DAY, MONTHS, TERM_EARLIEST, TERM_LATER } from './lunar-table.ts';

const FIRST_LUNAR_YEAR = 1929;
const FIRST_YEAR = 1930;
const LAST_YEAR = 2050;
const MONTH_BITS = 13;

export interface LunarDay {
  /** The year in which this lunar year begins: 2027-02-06 is the first day of 2027, the day before belongs to 2026. */
  readonly year: number;
  /** 1 to 12; a leap month has the number of the month before it. */
  readonly month: number;
  readonly leap: boolean;
  /** 1 to 30. */
  readonly day: number;
}

/** The day in the lunar calendar, or `undefined` outside 1930 to 2050. Throws where there is no such date. */
export function lunarOf(date: string): LunarDay | undefined {
  const today = dayNumberOf(date);
  if (!isKnown(date)) return undefined;
  const starts = newYears();
  let index = Number(date.slice(0, 4)) - FIRST_LUNAR_YEAR;
  if (today < starts[index]!) index -= 1;
  const { leapMonth, lengths } = monthsOf(index);

  let day = today - starts[index]!;
  let position = 0;
  while (day >= lengths[position]!) day -= lengths[position++]!;
  // The thirteen months of a year with a leap sixth: 1 2 3 4 5 6 leap-6 7 8 …
  const behindLeap = leapMonth > 0 && position >= leapMonth;
  return {
    year: FIRST_LUNAR_YEAR + index,
    month: behindLeap ? position : position + 1,
    leap: leapMonth > 0 && position === leapMonth,
    day: day + 1,
  };
}

/**
 * The solar term that begins on this day: 0 for 小寒, the first of a January, to 23 for 冬至, the last of a December.
 * `undefined` on days without one, and outside 1930 to 2050.
 */
export function solarTermOf(date: string): number | undefined {
  if (!isKnown(date)) return undefined;
  const year = Number(date.slice(0, 4)) - FIRST_YEAR;
  const day = Number(date.slice(8));
  const later = Number.parseInt(TERM_LATER.slice(year * 8, year * 8 + 8), 36);
  const firstOfMonth = (Number(date.slice(5, 7)) - 1) * 2;
  for (const term of [firstOfMonth, firstOfMonth + 1]) {
    const earliest = Number.parseInt(TERM_EARLIEST[term]!, 36);
    if (day === earliest + (Math.floor(later / 3 ** term) % 3)) return term;
  }
  return undefined;
}

const isKnown = (date: string): boolean =>
  date >= `${FIRST_YEAR}-01-01` && date <= `${LAST_YEAR}-12-31`;

function monthsOf(index: number): { leapMonth: number; lengths: number[] } {
  const bits = Number.parseInt(MONTHS.slice(index * 4, index * 4 + 4), 36);
  const leapMonth = bits >> MONTH_BITS;
  const count = leapMonth > 0 ? 13 : 12;
  return { leapMonth, lengths: Array.from({ length: count }, (_, i) => 29 + ((bits >> i) & 1)) };
}

let starts: readonly number[] | undefined;

/** The day number of each New Year in the table; counted once, when somebody asks. */
function newYears(): readonly number[] {
  if (starts) return starts;
  let next = dayNumberOf(FIRST_DAY);
  starts = Array.from({ length: MONTHS.length / 4 }, (_, index) => {
    const start = next;
    for (const days of monthsOf(index).lengths) next += days;
    return start;
  });
  return starts;
}
