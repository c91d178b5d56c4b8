/** Days, times and numbers as people say them. Plain dates are formatted as they stand, whatever the viewer's zone. */
import type { Locale } from './words.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

function format(locale: Locale, date: string, options: Intl.DateTimeFormatOptions): string {
  const id = locale + JSON.stringify(options);
  let found = formats.get(id);
  if (!found)
    formats.set(
      id,
      (found = new Intl.DateTimeFormat(locale, {
        ...options,
        timeZone: 'UTC',
      })),
    );
  return found.format(Date.parse(`${date}T00:00Z`));
}

/** 2026年12月 · December 2026 */
export function monthName(locale: Locale, month: string): string {
  return format(locale, `${month}-01`, { year: 'numeric', month: 'long' });
}

/** 12月11日 星期五 · Friday, December 11 */
export function dayName(locale: Locale, date: string): string {
  if (locale === 'en')
    return format(locale, date, {
      month: 'long',
      day: 'numeric',
      weekday: 'long',
    });
  return `${format(locale, date, { month: 'long', day: 'numeric' })} ${weekdayName(locale, date, 'long')}`;
}

/** 2026年12月11日 星期五 · Friday, December 11, 2026 */
export function fullDayName(locale: Locale, date: string): string {
  const long = { year: 'numeric', month: 'long', day: 'numeric' } as const;
  if (locale === 'en') return format(locale, date, { ...long, weekday: 'long' });
  return `${format(locale, date, long)} ${weekdayName(locale, date, 'long')}`;
}

/** 周五 / 星期五 · Fri / Friday */
export function weekdayName(locale: Locale, date: string, width: 'short' | 'long'): string {
  return format(locale, date, { weekday: width });
}

/** `10 分 05 秒` is for ears; clocks on screen read 10:05. */
export function clockOf(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
