/** The lunar calendar in words: 十一月初三, 大雪, 春节. Outside 1930 to 2050 there are none, and the answer is empty. */
import { addDays } from '../model/shared/days.ts';
import { lunarOf, solarTermOf, type LunarDay } from '../model/shared/lunar.ts';
import { words, type Locale } from './words.ts';

const zhNumbers = ['十', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

function zhDay(day: number): string {
  if (day === 20) return '二十';
  if (day === 30) return '三十';
  return `${['初', '十', '廿'][Math.floor((day - (day === 10 ? 1 : 0)) / 10)]}${zhNumbers[day % 10]}`;
}

function zhMonth({ month, leap }: LunarDay): string {
  const number = month === 1 ? '正' : month > 10 ? `十${zhNumbers[month - 10]}` : zhNumbers[month];
  return `${leap ? '闰' : ''}${number}月`;
}

function ordinal(number: number): string {
  return `${number}${['th', 'st', 'nd', 'rd'][number > 10 ? 0 : number] ?? 'th'}`;
}

interface LunarWords {
  /** The whole date, without the year. */
  readonly date: (lunar: LunarDay) => string;
  /** What fits into the cell of a calendar: the month on its first day, then the day. */
  readonly cell: (lunar: LunarDay) => string;
  /** In the order of a year, from 小寒 in January. */
  readonly terms: readonly string[];
  /** By lunar month and day; the eve of the New Year falls on a 29th or a 30th. */
  readonly festivals: Readonly<Record<string, string>>;
  /** All there is to say about a day, its date first. */
  readonly spoken: (parts: readonly string[]) => string;
}

// Pure: who asks i18n for something else need not carry this.
const lunarWords = /* @__PURE__ */ words<LunarWords>(
  {
    date: (lunar) => zhMonth(lunar) + zhDay(lunar.day),
    cell: (lunar) => {
      if (lunar.day > 1) return zhDay(lunar.day);
      if (lunar.month > 10) return `${lunar.leap ? '闰' : ''}${lunar.month === 11 ? '冬' : '腊'}月`;
      return zhMonth(lunar);
    },
    terms: [
      ...['小寒', '大寒', '立春', '雨水', '惊蛰', '春分', '清明', '谷雨'],
      ...['立夏', '小满', '芒种', '夏至', '小暑', '大暑', '立秋', '处暑'],
      ...['白露', '秋分', '寒露', '霜降', '立冬', '小雪', '大雪', '冬至'],
    ],
    festivals: {
      '1-1': '春节',
      '1-15': '元宵',
      '5-5': '端午',
      '7-7': '七夕',
      '8-15': '中秋',
      '9-9': '重阳',
      '12-8': '腊八',
      eve: '除夕',
    },
    spoken: (parts) => `农历${parts.join('，')}`,
  },
  {
    date: ({ month, leap, day }) => `${leap ? 'leap ' : ''}${ordinal(month)} month, day ${day}`,
    cell: ({ month, leap, day }) =>
      day > 1 ? `day ${day}` : leap ? `leap ${month}` : `mo. ${month}`,
    terms: [
      ...['Minor Cold', 'Major Cold', 'Start of Spring', 'Rain Water', 'Awakening of Insects'],
      ...['Spring Equinox', 'Pure Brightness', 'Grain Rain', 'Start of Summer', 'Grain Buds'],
      ...['Grain in Ear', 'Summer Solstice', 'Minor Heat', 'Major Heat', 'Start of Autumn'],
      ...['End of Heat', 'White Dew', 'Autumn Equinox', 'Cold Dew', 'Frost’s Descent'],
      ...['Start of Winter', 'Minor Snow', 'Major Snow', 'Winter Solstice'],
    ],
    festivals: {
      '1-1': 'Spring Festival',
      '1-15': 'Lantern Festival',
      '5-5': 'Dragon Boat Festival',
      '7-7': 'Qixi Festival',
      '8-15': 'Mid-Autumn Festival',
      '9-9': 'Double Ninth Festival',
      '12-8': 'Laba Festival',
      eve: 'New Year’s Eve',
    },
    spoken: (parts) => `lunar ${parts.join(', ')}`,
  },
);

/** 十一月初三 · 11th month, day 3 */
export function lunarDateName(locale: Locale, date: string): string {
  const lunar = lunarOf(date);
  return lunar ? lunarWords[locale].date(lunar) : '';
}

/** 大雪 · Major Snow; empty on a day on which no solar term begins. */
export function solarTermName(locale: Locale, date: string): string {
  return lunarWords[locale].terms[solarTermOf(date) ?? -1] ?? '';
}

/** 春节 · Spring Festival; empty on a day without a festival of the lunar calendar. */
export function lunarFestivalName(locale: Locale, date: string): string {
  const lunar = lunarOf(date);
  if (!lunar || lunar.leap) return '';
  const { month, day } = lunar;
  const isLastDay = month === 12 && day >= 29 && lunarOf(addDays(date, 1))?.day === 1;
  return lunarWords[locale].festivals[isLastDay ? 'eve' : `${month}-${day}`] ?? '';
}

/** What a calendar writes below a day's number: `sub`, `subLabel` and `festive` of a CalendarDay. */
export interface Almanac {
  /** A festival, else a solar term, else the lunar day: 春节, 大雪, 冬月, 初二. */
  readonly sub: string;
  /** All of it, for ears: 农历十月廿九，大雪 · lunar 10th month, day 29, Major Snow. */
  readonly subLabel: string;
  /** Whether `sub` is a festival or a solar term. */
  readonly festive: boolean;
}

/** A narrow cell breaks these where a reader would. */
const LONG_WORDS =
  /(Sol(?=stice)|Equi(?=nox)|Awak(?=ening)|Bright(?=ness)|Fes(?=tival)|Lan(?=tern))/g;

export function almanacOf(locale: Locale, date: string): Almanac {
  const lunar = lunarOf(date);
  if (!lunar) return { sub: '', subLabel: '', festive: false };
  const text = lunarWords[locale];
  const festival = lunarFestivalName(locale, date);
  const term = solarTermName(locale, date);
  return {
    sub: (festival || term || text.cell(lunar)).replace(LONG_WORDS, '$1\u00AD'),
    subLabel: text.spoken([text.date(lunar), festival, term].filter(Boolean)),
    festive: festival !== '' || term !== '',
  };
}
