import { expect } from '@open-wc/testing';
import { SolarDay } from 'tyme4ts';
import {
  almanacOf,
  lunarDateName,
  lunarFestivalName,
  solarTermName,
} from '../../src/i18n/lunar.ts';
import { addDays, daysFrom } from '../../src/model/shared/dates.ts';
import { lunarOf, solarTermOf, type LunarDay } from '../../src/model/shared/lunar.ts';

const FIRST = '1930-01-01';
const LAST = '2050-12-31';
const everyDay = daysFrom(FIRST, LAST);

/** Enough of Temporal for one question; TypeScript does not know it yet. */
interface PlainDate {
  withCalendar(id: 'chinese'): { readonly monthCode: string; readonly day: number };
}
const { Temporal } = globalThis as {
  Temporal?: { readonly PlainDate: { from(date: string): PlainDate } };
};

const written = ({ year, month, leap, day }: LunarDay): string =>
  `${year} ${leap ? 'leap ' : ''}${month} ${day}`;

function tymeDay(date: string): SolarDay {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  return SolarDay.fromYmd(year, month, day);
}

/** The first few days on which two almanacs differ. */
function differences(ours: (date: string) => unknown, theirs: (date: string) => unknown): string[] {
  return everyDay
    .filter((date) => ours(date) !== theirs(date))
    .slice(0, 5)
    .map((date) => `${date}: ${String(ours(date))}, not ${String(theirs(date))}`);
}

describe('the lunar calendar', () => {
  it('agrees with tyme4ts on every day of 121 years', function () {
    this.timeout(30_000);
    expect(everyDay.length).to.equal(44_195);
    const wrong = differences(
      (date) => written(lunarOf(date)!),
      (date) => {
        const lunar = tymeDay(date).getLunarDay();
        const month = lunar.getLunarMonth();
        return written({
          year: lunar.getYear(),
          month: month.getMonth(),
          leap: month.isLeap(),
          day: lunar.getDay(),
        });
      },
    );
    expect(wrong).to.deep.equal([]);
  });

  it('knows every solar term of those years, and none too many', function () {
    this.timeout(30_000);
    const wrong = differences(solarTermOf, (date) => {
      const term = tymeDay(date).getTermDay();
      // tyme4ts counts from 冬至, we from 小寒
      return term.getDayIndex() === 0 ? (term.getSolarTerm().getIndex() + 23) % 24 : undefined;
    });
    expect(wrong).to.deep.equal([]);
    expect(everyDay.filter((date) => solarTermOf(date) !== undefined).length).to.equal(121 * 24);
  });

  it('agrees with the chinese calendar of Temporal, where the browser has it', function () {
    this.timeout(30_000);
    if (!Temporal) this.skip();
    const { PlainDate } = Temporal;
    const wrong = differences(
      (date) => {
        const { month, leap, day } = lunarOf(date)!;
        return `M${String(month).padStart(2, '0')}${leap ? 'L' : ''} ${day}`;
      },
      (date) => {
        const { monthCode, day } = PlainDate.from(date).withCalendar('chinese');
        return `${monthCode} ${day}`;
      },
    );
    expect(wrong).to.deep.equal([]);
  });

  it('Spring Festival of 2027 is the sixth of February, which Intl gets wrong', () => {
    expect(lunarOf('2027-02-06')).to.deep.equal({ year: 2027, month: 1, leap: false, day: 1 });
    expect(lunarOf('2027-02-05')).to.deep.equal({ year: 2026, month: 12, leap: false, day: 29 });
  });

  it('outside 1930 to 2050 it says that it does not know', () => {
    for (const date of ['1929-12-31', '2051-01-01', '1900-01-31', '9999-12-31']) {
      expect(lunarOf(date), date).to.equal(undefined);
      expect(solarTermOf(date), date).to.equal(undefined);
      expect(lunarDateName('zh-CN', date), date).to.equal('');
      expect(almanacOf('zh-CN', date), date).to.deep.equal({
        sub: '',
        subLabel: '',
        festive: false,
      });
    }
    expect(lunarOf(FIRST)).to.not.equal(undefined);
    expect(lunarOf(LAST)).to.not.equal(undefined);
  });

  it('a day that does not exist is a mistake, not an answer', () => {
    for (const date of ['2026-02-30', '2026-13-01', '20261211', ''])
      expect(() => lunarOf(date), date).to.throw();
  });
});

describe('the lunar calendar in words', () => {
  it('names days as people write them', () => {
    expect(lunarDateName('zh-CN', '2026-12-11')).to.equal('十一月初三');
    expect(lunarDateName('zh-CN', '2027-02-06')).to.equal('正月初一');
    expect(lunarDateName('zh-CN', '2025-07-25')).to.equal('闰六月初一');
    expect(lunarDateName('en', '2026-12-11')).to.equal('11th month, day 3');
    expect(lunarDateName('en', '2025-07-26')).to.equal('leap 6th month, day 2');
    expect(lunarDateName('en', '2027-02-06')).to.equal('1st month, day 1');
  });

  it('every day of a month has its own name, from 初一 to 三十', () => {
    const names = daysFrom('2026-11-09', '2026-12-08').map((date) =>
      lunarDateName('zh-CN', date).replace('十月', ''),
    );
    expect(names.join(' ')).to.equal(
      '初一 初二 初三 初四 初五 初六 初七 初八 初九 初十 十一 十二 十三 十四 十五 十六 十七 十八 十九 二十 ' +
        '廿一 廿二 廿三 廿四 廿五 廿六 廿七 廿八 廿九 三十',
    );
  });

  it('a cell shows the month on its first day, then the day, and terms and festivals before both', () => {
    const sub = (date: string): string => almanacOf('zh-CN', date).sub;
    expect(['2026-12-07', '2026-12-08', '2026-12-09', '2026-12-10'].map(sub)).to.deep.equal([
      '大雪',
      '三十',
      '冬月',
      '初二',
    ]);
    expect(sub('2027-01-08')).to.equal('腊月');
    expect(sub('2025-07-25')).to.equal('闰六月');
    expect(sub('2026-12-22')).to.equal('冬至');
    expect(almanacOf('zh-CN', '2026-12-22').festive).to.equal(true);
    expect(almanacOf('zh-CN', '2026-12-23').festive).to.equal(false);
    expect(almanacOf('en', '2026-12-09').sub).to.equal('mo. 11');
    expect(almanacOf('en', '2026-12-10').sub).to.equal('day 2');
  });

  it('long English words may break in a narrow cell, and are whole for ears', () => {
    const { sub, subLabel } = almanacOf('en', '2026-12-22');
    expect(sub).to.equal('Winter Sol\u00ADstice');
    expect(subLabel).to.equal('lunar 11th month, day 14, Winter Solstice');
  });

  it('for ears the day is told whole', () => {
    expect(almanacOf('zh-CN', '2026-12-07').subLabel).to.equal('农历十月廿九，大雪');
    expect(almanacOf('zh-CN', '2026-12-09').subLabel).to.equal('农历十一月初一');
    expect(almanacOf('en', '2026-12-07').subLabel).to.equal('lunar 10th month, day 29, Major Snow');
  });

  it('both languages name all twenty-four terms, each once', () => {
    const year = daysFrom('2026-01-01', '2026-12-31');
    for (const locale of ['zh-CN', 'en'] as const) {
      const names = year.map((date) => solarTermName(locale, date)).filter(Boolean);
      expect(new Set(names).size, locale).to.equal(24);
    }
    const tyme = year.filter((date) => solarTermOf(date) !== undefined);
    expect(tyme.map((date) => solarTermName('zh-CN', date))).to.deep.equal(
      tyme.map((date) => tymeDay(date).getTermDay().getSolarTerm().getName()),
    );
  });

  it('New Year’s Eve is the last day of the year, whether that is a 29th or a 30th', () => {
    for (const [festival, day] of [
      ['2025-01-29', 29],
      ['2026-02-17', 29],
      ['2024-02-10', 30],
      ['2027-02-06', 29],
    ] as const) {
      const eve = addDays(festival, -1);
      expect(lunarFestivalName('zh-CN', festival), festival).to.equal('春节');
      expect(lunarFestivalName('zh-CN', eve), eve).to.equal('除夕');
      expect(lunarFestivalName('zh-CN', addDays(eve, -1)), eve).to.equal('');
      expect(lunarOf(eve)?.day, eve).to.equal(day);
    }
  });

  it('a leap month has no second festival', () => {
    const days = daysFrom('2028-05-24', '2028-07-21'); // the fifth month of 2028 comes twice
    expect(days.filter((date) => lunarFestivalName('zh-CN', date) === '端午')).to.deep.equal([
      '2028-05-28',
    ]);
  });
});
