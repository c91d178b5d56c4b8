import {
  endOfMonth,
  getDayOfWeek,
  GregorianCalendar,
  parseDate,
  startOfMonth,
} from '@internationalized/date';
import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import {
  addDays,
  addMonths,
  dateOf,
  dayNumberOf,
  daysFrom,
  isDate,
  monthBounds,
  weekdayOf,
} from '../../../src/model/shared/days.ts';

const dates = fc
  .integer({ min: -719_162, max: 2_932_896 }) // 0001-01-01 to 9999-12-31
  .map((number) => {
    const epoch = new GregorianCalendar().toJulianDay(parseDate('1970-01-01'));
    return new GregorianCalendar().fromJulianDay(epoch + number).toString();
  });
const nearDates = fc.date({
  min: new Date('1930-01-01'),
  max: new Date('2100-12-31'),
  noInvalidDate: true,
});
const near = nearDates.map((date) => date.toISOString().slice(0, 10));

describe('days, beside a library that many use', () => {
  it('count the same, forth and back, for all of ten thousand years', () => {
    const calendar = new GregorianCalendar();
    const epoch = calendar.toJulianDay(parseDate('1970-01-01'));
    fc.assert(
      fc.property(dates, (date) => {
        expect(dayNumberOf(date)).to.equal(calendar.toJulianDay(parseDate(date)) - epoch);
        expect(dateOf(dayNumberOf(date))).to.equal(date);
        expect(weekdayOf(date)).to.equal(getDayOfWeek(parseDate(date), 'en-US', 'mon') + 1);
      }),
      { numRuns: 2000 },
    );
  });

  it('step over months, years and leap days alike', () => {
    fc.assert(
      fc.property(near, fc.integer({ min: -800, max: 800 }), (date, steps) => {
        expect(addDays(date, steps)).to.equal(parseDate(date).add({ days: steps }).toString());
        expect(addMonths(date, steps)).to.equal(parseDate(date).add({ months: steps }).toString());
        const { first, last } = monthBounds(date.slice(0, 7));
        expect(first).to.equal(startOfMonth(parseDate(date)).toString());
        expect(last).to.equal(endOfMonth(parseDate(date)).toString());
      }),
      { numRuns: 2000 },
    );
  });

  it('name every day of a stretch once, and none of an empty one', () => {
    expect(daysFrom('2024-02-28', '2024-03-01')).to.deep.equal([
      '2024-02-28',
      '2024-02-29',
      '2024-03-01',
    ]);
    expect(daysFrom('2026-12-31', '2026-12-31')).to.deep.equal(['2026-12-31']);
    expect(daysFrom('2027-01-01', '2026-12-31')).to.deep.equal([]);
  });

  it('a day that does not exist is never taken for its neighbour', () => {
    for (const text of [
      '2026-02-29',
      '2026-13-01',
      '2026-00-10',
      '2026-04-31',
      '2026-1-1',
      '2026-01-00',
      '20260101',
      '2026-01-01T00:00',
      ' 2026-01-01',
      'NaN-01-01',
      '',
    ]) {
      expect(isDate(text), text).to.equal(false);
      for (const ask of [() => dayNumberOf(text), () => addDays(text, 1), () => weekdayOf(text)])
        expect(ask, text).to.throw(RangeError);
    }
    expect(isDate('2024-02-29')).to.equal(true);
    expect(() => monthBounds('2026-13')).to.throw(RangeError);
  });
});
