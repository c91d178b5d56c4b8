export { locales, localeOf, words, type Locale, type Words } from './words.ts';
export { clockOf, dayName, fullDayName, monthName, weekdayName } from './format.ts';
export {
  almanacOf,
  lunarDateName,
  lunarFestivalName,
  solarTermName,
  type Almanac,
} from './lunar.ts';
