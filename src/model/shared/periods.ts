/** Periods of days and of working days, as the law counts them. */
import * as Type from 'typebox';
import type { Static } from 'typebox';
import { dayType, type HolidayYear } from './calendar.ts';
import { addDays } from './dates.ts';

/** So many days, or so many working days; nothing counts but whole days. */
export const Period = Type.Object(
  {
    count: Type.Integer({ minimum: 1, maximum: 366 }),
    unit: Type.Union([Type.Literal('days'), Type.Literal('workdays')]),
  },
  { additionalProperties: false },
);
export type Period = Static<typeof Period>;

/** A last day, and whether the holidays of all its years were known when it was reckoned. */
export interface LastDay {
  readonly date: string;
  readonly announced: boolean;
}

const isWorked = (years: readonly HolidayYear[], date: string): boolean => {
  const { kind } = dayType(years, date);
  return kind === 'workday' || kind === 'make-up';
};

/**
 * The last day of a period that begins on `from`. That day itself does not count (Civil Code, article 201). Working days are
 * those of the Administrative Licensing Law, article 82: no weekends, no statutory holidays, but make-up days. A period of
 * days that ends on a day off ends on the next day that is worked (Civil Code, article 203).
 */
export function lastDayOf(
  years: readonly HolidayYear[],
  from: string,
  { count, unit }: { readonly count: number; readonly unit: Period['unit'] },
): LastDay {
  let date = from;
  if (unit === 'days') date = addDays(from, count);
  else
    for (let left = count; left > 0;) {
      date = addDays(date, 1);
      if (isWorked(years, date)) left -= 1;
    }
  if (unit === 'days') while (!isWorked(years, date)) date = addDays(date, 1);
  const known = (day: string): boolean => dayType(years, day).announced;
  return { date, announced: known(from) && known(date) };
}

/** How much of a period is left on `today`: the days after it, up to the last one. Never below nothing. */
export function leftOf(
  years: readonly HolidayYear[],
  today: string,
  last: string,
  unit: Period['unit'],
): number {
  let left = 0;
  for (let date = addDays(today, 1); date <= last; date = addDays(date, 1))
    if (unit === 'days' || isWorked(years, date)) left += 1;
  return left;
}
