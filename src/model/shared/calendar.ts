/** Chinese statutory holidays and make-up workdays (调休), from data per year; never guessed. */
import * as Type from 'typebox';
import type { Static } from 'typebox';
import { Text, PlainDate } from './text.ts';
import { weekdayOf } from './dates.ts';

export const HolidayYear = Type.Object(
  {
    year: Type.Integer({ minimum: 2000, maximum: 2100 }),
    /** The notice it is taken from. */
    source: Text,
    holidays: Type.Array(
      Type.Object({ name: Text, from: PlainDate, to: PlainDate }, { additionalProperties: false }),
    ),
    /** Weekend days worked instead. */
    makeUpDays: Type.Array(PlainDate),
  },
  { additionalProperties: false },
);
export type HolidayYear = Static<typeof HolidayYear>;

export type DayType =
  | {
      readonly kind: 'workday' | 'weekend' | 'make-up';
      readonly announced: boolean;
    }
  | { readonly kind: 'holiday'; readonly announced: true; readonly name: Text };

/** What kind of day it is. In a year without data only the weekday is known, and `announced` is false. */
export function dayType(years: readonly HolidayYear[], date: string): DayType {
  const year = years.find((one) => one.year === Number(date.slice(0, 4)));
  const holiday = year?.holidays.find(({ from, to }) => from <= date && date <= to);
  if (holiday) return { kind: 'holiday', announced: true, name: holiday.name };
  if (year?.makeUpDays.includes(date)) return { kind: 'make-up', announced: true };
  return {
    kind: weekdayOf(date) > 5 ? 'weekend' : 'workday',
    announced: year !== undefined,
  };
}
