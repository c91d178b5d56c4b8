/** What an office knows about a month, for the subjects that show it; computed anew for each month, as a page would. */
import { almanacOf } from '../../../src/i18n/index.ts';
import { daysFrom, monthBounds, weekdayOf } from '../../../src/model/shared/dates.ts';
import type { CalendarDay } from '../../../src/ui/calendar.ts';

export const FIRST_MONTH = '2026-12';

export function knownOf(month: string): Map<string, CalendarDay> {
  const { first, last } = monthBounds(month);
  return new Map(
    daysFrom(first, last).map((date, index) => {
      const state = weekdayOf(date) === 7 ? 'closed' : index % 9 === 3 ? 'few' : 'open';
      const note = { open: '可约', few: '余3', closed: '休' }[state];
      return [date, { state, note, ...almanacOf('zh-CN', date) }];
    }),
  );
}

/** Numbers only. */
export function plainOf(month: string): Map<string, CalendarDay> {
  const { first, last } = monthBounds(month);
  return new Map(daysFrom(first, last).map((date) => [date, { state: 'open', note: '' }]));
}
