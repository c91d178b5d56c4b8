/**
 * Writes src/model/shared/lunar-table.ts from tyme4ts, an almanac of 79 KB that nobody has to download: what a calendar
 * needs of it fits into 2 KB. The table is committed, so nobody needs this script to use the house.
 *
 *   node scripts/build-lunar.mjs            writes it
 *   node scripts/build-lunar.mjs --check    fails when it is stale
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { LunarYear, SolarDay } from 'tyme4ts';

/** The house answers for these calendar years; 1930 begins inside the lunar year 1929. */
const FIRST_YEAR = 1930;
const LAST_YEAR = 2050;
const TERMS = 24;
const YEARS = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, i) => FIRST_YEAR + i);

const file = fileURLToPath(new URL('../src/model/shared/lunar-table.ts', import.meta.url));

/** Thirteen bits, one for each month (1: 30 days, 0: 29), and above them the number of the leap month; 0 is none. */
function monthsOf(year) {
  const lunarYear = LunarYear.fromYear(year);
  const lengths = lunarYear.getMonths().map((month) => month.getDayCount());
  return lengths.reduce(
    (bits, days, i) => bits | ((days - 29) << i),
    lunarYear.getLeapMonth() << 13,
  );
}

/** The day of the month on which each term begins: 小寒 and 大寒 of January first. */
function termsOf(year) {
  const days = [];
  for (let day = SolarDay.fromYmd(year, 1, 1); day.getYear() === year; day = day.next(1))
    if (day.getTermDay().getDayIndex() === 0)
      days.push({ month: day.getMonth(), day: day.getDay() });
  if (days.length !== TERMS || days.some(({ month }, i) => month !== Math.floor(i / 2) + 1))
    throw new Error(`${year}: two terms in every month was the rule this table stands on.`);
  return days.map(({ day }) => day);
}

const terms = YEARS.map(termsOf);
const earliest = terms[0].map((_, term) => Math.min(...terms.map((days) => days[term])));
const termDigits = terms.map((days) =>
  days.reduceRight((number, day, term) => {
    const later = day - earliest[term];
    if (later > 2) throw new Error('A term wanders by more than two days: three digits do not do.');
    return number * 3 + later;
  }, 0),
);

const pack = (numbers, width) =>
  numbers.map((number) => number.toString(36).padStart(width, '0')).join('');
const base = LunarYear.fromYear(FIRST_YEAR - 1)
  .getFirstMonth()
  .getFirstJulianDay()
  .getSolarDay();
const two = (number) => String(number).padStart(2, '0');

const text = `// Made from tyme4ts by scripts/build-lunar.mjs: change that, not this.

/** New Year's day of 1929, the first lunar year in MONTHS. */
export const FIRST_DAY = '${base.getYear()}-${two(base.getMonth())}-${two(base.getDay())}';

/** Four base-36 digits a year: bits 0-12 its months (1: 30 days, 0: 29), above them the leap month. */
export const MONTHS =
  '${pack([FIRST_YEAR - 1, ...YEARS].map(monthsOf), 4)}';

/** The earliest day of its month on which each solar term begins. */
export const TERM_EARLIEST = '${pack(earliest, 1)}';

/** Eight base-36 digits a year from 1930: how many days later, in base 3, the year's first term lowest. */
export const TERM_LATER =
  '${pack(termDigits, 8)}';
`;

if (!process.argv.includes('--check')) writeFileSync(file, text);
else {
  let present = '';
  try {
    present = readFileSync(file, 'utf8');
  } catch {
    // absent is stale
  }
  if (present !== text) {
    console.error('src/model/shared/lunar-table.ts is stale: node scripts/build-lunar.mjs');
    process.exitCode = 1;
  }
}
