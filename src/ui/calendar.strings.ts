/** Every sentence of the month grid. Names of days and months are written here too: asking Intl for 31 of them is slow. */
import { words } from '../i18n/index.ts';

export interface CalendarWords {
  /** Monday first. */
  readonly weekdays: readonly { readonly short: string; readonly long: string }[];
  /** 2026年12月 */
  readonly month: (year: number, month: number) => string;
  /** 12月 */
  readonly monthAlone: (month: number) => string;
  readonly day: (month: number, day: number, weekday: string) => string;
  readonly previous: (month: string) => string;
  readonly next: (month: string) => string;
  readonly noPrevious: string;
  readonly noNext: string;
  readonly today: string;
  readonly selected: string;
  readonly provisional: string;
  /** Between the parts of a day's name, for ears. */
  readonly pause: string;
}

const enMonths = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
];
const enMonth = (month: number): string => enMonths[month - 1] ?? '';

export const calendarWords = words<CalendarWords>(
  {
    weekdays: ['一', '二', '三', '四', '五', '六', '日'].map((day) => ({
      short: `周${day}`,
      long: `星期${day}`,
    })),
    month: (year, month) => `${year}年${month}月`,
    monthAlone: (month) => `${month}月`,
    day: (month, day, weekday) => `${month}月${day}日 ${weekday}`,
    previous: (month) => `上个月，${month}`,
    next: (month) => `下个月，${month}`,
    noPrevious: '不能看更早的月份',
    noNext: '不能看更晚的月份',
    today: '今天',
    selected: '已选',
    provisional: '可能有变',
    pause: '，',
  },
  {
    weekdays: [
      ...['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
    ].map((long) => ({ short: long.slice(0, 3), long })),
    month: (year, month) => `${enMonth(month)} ${year}`,
    monthAlone: enMonth,
    day: (month, day, weekday) => `${weekday}, ${enMonth(month)} ${day}`,
    previous: (month) => `Previous month, ${month}`,
    next: (month) => `Next month, ${month}`,
    noPrevious: 'No earlier month',
    noNext: 'No later month',
    today: 'today',
    selected: 'selected',
    provisional: 'may change',
    pause: ', ',
  },
);
