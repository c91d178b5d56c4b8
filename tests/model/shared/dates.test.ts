import { fromAbsolute, parseDateTime, toZoned } from '@internationalized/date';
import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import {
  addDays,
  addMonths,
  dateAt,
  daysFrom,
  instantAt,
  isDate,
  minutesOf,
  monthBounds,
  timeAt,
  timeOf,
  weekdayOf,
  yearsBetween,
} from '../../../src/model/shared/dates.ts';

const SHANGHAI = 'Asia/Shanghai';
const LOS_ANGELES = 'America/Los_Angeles';

const anyDate = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const someDays = fc.integer({ min: -40_000, max: 40_000 });
const anyMinute = fc.integer({ min: 0, max: 24 * 60 - 1 });

describe('dates', () => {
  it('a day that does not exist is no date, however well it is written', () => {
    for (const day of [
      '2026-02-30',
      '2026-02-29',
      '2026-13-01',
      '2026-00-10',
      '2026-06-31',
      '2100-02-29',
    ]) {
      expect(isDate(day), day).to.equal(false);
    }
    for (const day of ['2028-02-29', '2000-02-29', '2026-12-31', '2026-01-01']) {
      expect(isDate(day), day).to.equal(true);
    }
    for (const text of [
      '',
      '2026-1-1',
      '20260101',
      '2026-01-01 ',
      '2026-01-01\n',
      '２０２６-01-01',
      '2026-01-01T09:00',
    ]) {
      expect(isDate(text), JSON.stringify(text)).to.equal(false);
    }
  });

  it('two who ask in the same minute get the same, in another zone or a minute later something else', () => {
    const noon = Date.parse('2026-12-11T23:59:59+08:00');
    const asked = [SHANGHAI, LOS_ANGELES, SHANGHAI, LOS_ANGELES].map((zone) => timeAt(noon, zone));
    expect(asked).to.deep.equal(['23:59', '07:59', '23:59', '07:59']);
    expect(dateAt(noon, SHANGHAI)).to.equal('2026-12-11');
    expect([dateAt(noon + 1000, SHANGHAI), timeAt(noon + 1000, SHANGHAI)]).to.deep.equal([
      ...['2026-12-12', '00:00'],
    ]);
    expect(timeAt(noon, SHANGHAI), 'and back').to.equal('23:59');
    // Until 1901 Shanghai was 8:05:43 ahead: its minutes begin within ours.
    const old = Date.parse('1899-12-31T00:00:00Z');
    expect([timeAt(old, SHANGHAI), timeAt(old + 20_000, SHANGHAI)]).to.deep.equal([
      ...['08:05', '08:06'],
    ]);
  });

  it('going some days on and the same days back ends where it began', () => {
    fc.assert(
      fc.property(anyDate, someDays, (date, days) => {
        expect(addDays(addDays(date, days), -days)).to.equal(date);
      }),
    );
  });

  it('a date is as many days away as the calendar of the machine says', () => {
    fc.assert(
      fc.property(anyDate, someDays, (date, days) => {
        const there = new Date(Date.parse(`${date}T00:00Z`) + days * 86_400_000);
        expect(addDays(date, days)).to.equal(there.toISOString().slice(0, 10));
      }),
    );
  });

  it('1 is Monday, 7 is Sunday, and the week goes round', () => {
    expect(weekdayOf('2026-12-07'), 'a Monday').to.equal(1);
    expect(weekdayOf('2026-12-13'), 'a Sunday').to.equal(7);
    fc.assert(
      fc.property(anyDate, (date) => {
        expect(weekdayOf(addDays(date, 1))).to.equal((weekdayOf(date) % 7) + 1);
        expect(weekdayOf(addDays(date, 7))).to.equal(weekdayOf(date));
      }),
    );
  });

  it('a month after 31 January is the last day of February', () => {
    expect(addMonths('2026-01-31', 1)).to.equal('2026-02-28');
    expect(addMonths('2028-01-31', 1)).to.equal('2028-02-29');
    expect(addMonths('2026-12-15', 2)).to.equal('2027-02-15');
    expect(addMonths('2026-03-31', -1)).to.equal('2026-02-28');
  });

  it('February has 29 days in a leap year and 28 otherwise', () => {
    expect(monthBounds('2028-02')).to.deep.equal({ first: '2028-02-01', last: '2028-02-29' });
    expect(monthBounds('2026-02')).to.deep.equal({ first: '2026-02-01', last: '2026-02-28' });
    expect(monthBounds('2026-12')).to.deep.equal({ first: '2026-12-01', last: '2026-12-31' });
  });

  it('both ends of a stretch of days belong to it', () => {
    expect(daysFrom('2026-02-27', '2026-03-02')).to.deep.equal([
      '2026-02-27',
      '2026-02-28',
      '2026-03-01',
      '2026-03-02',
    ]);
    expect(daysFrom('2026-05-01', '2026-05-01')).to.deep.equal(['2026-05-01']);
    expect(daysFrom('2026-05-02', '2026-05-01')).to.deep.equal([]);
  });

  it('somebody is a year older on the birthday, not the day before', () => {
    expect(yearsBetween('2004-12-11', '2026-12-10')).to.equal(21);
    expect(yearsBetween('2004-12-11', '2026-12-11')).to.equal(22);
  });

  it('somebody born on 29 February is a year older on 1 March when there is no 29th', () => {
    expect(yearsBetween('2004-02-29', '2026-02-28')).to.equal(21);
    expect(yearsBetween('2004-02-29', '2026-03-01')).to.equal(22);
    expect(yearsBetween('2004-02-29', '2028-02-28')).to.equal(23);
    expect(yearsBetween('2004-02-29', '2028-02-29')).to.equal(24);
  });

  it('it is tomorrow in Shanghai while it is still today in Los Angeles', () => {
    const now = Date.parse('2026-12-10T16:00Z');
    expect(dateAt(now, SHANGHAI)).to.equal('2026-12-11');
    expect(timeAt(now, SHANGHAI)).to.equal('00:00');
    expect(dateAt(now, LOS_ANGELES)).to.equal('2026-12-10');
    expect(timeAt(now, LOS_ANGELES)).to.equal('08:00');
    expect(dateAt(now - 1, SHANGHAI)).to.equal('2026-12-10');
    expect(timeAt(now - 1, SHANGHAI)).to.equal('23:59');
  });

  it('nine in Shanghai is nine in Shanghai, wherever this machine stands', () => {
    expect(instantAt('2026-12-11', '09:00', SHANGHAI)).to.equal(
      Date.parse('2026-12-11T09:00+08:00'),
    );
    fc.assert(
      fc.property(anyDate, anyMinute, (date, minute) => {
        fc.pre(date > '1992'); // before that Shanghai had summer times
        const instant = instantAt(date, timeOf(minute), SHANGHAI);
        expect(dateAt(instant, SHANGHAI)).to.equal(date);
        expect(timeAt(instant, SHANGHAI)).to.equal(timeOf(minute));
      }),
    );
  });

  it('nine stays nine on the days when the clocks of Los Angeles change', () => {
    expect(instantAt('2026-03-07', '09:00', LOS_ANGELES)).to.equal(Date.parse('2026-03-07T17:00Z'));
    expect(instantAt('2026-03-08', '09:00', LOS_ANGELES)).to.equal(Date.parse('2026-03-08T16:00Z'));
    expect(instantAt('2026-11-01', '09:00', LOS_ANGELES)).to.equal(Date.parse('2026-11-01T17:00Z'));
  });

  it('an hour that is skipped comes after the gap, an hour that comes twice is the first', () => {
    expect(instantAt('2026-03-08', '02:30', LOS_ANGELES)).to.equal(Date.parse('2026-03-08T10:30Z'));
    expect(instantAt('2026-11-01', '01:30', LOS_ANGELES)).to.equal(Date.parse('2026-11-01T08:30Z'));
  });

  it('a wall shows, and an instant is, what a library that many use says, in zones of every kind', () => {
    const zones = [
      ...[SHANGHAI, LOS_ANGELES, 'UTC', 'Pacific/Kiritimati', 'Asia/Kathmandu', 'Europe/London'],
      ...['Australia/Lord_Howe', 'America/Santiago'], // half an hour of summer time; at midnight
    ];
    const instants = fc.integer({ min: Date.UTC(1930, 0), max: Date.UTC(2060, 0) });
    fc.assert(
      fc.property(fc.constantFrom(...zones), instants, (zone, now) => {
        const [date = '', time = ''] = fromAbsolute(now, zone).toString().split('T');
        expect([dateAt(now, zone), timeAt(now, zone)]).to.deep.equal([date, time.slice(0, 5)]);
        const wall = `${date}T${time.slice(0, 5)}`;
        expect(instantAt(date, time.slice(0, 5), zone), `${wall} ${zone}`).to.equal(
          toZoned(parseDateTime(wall), zone).toDate().getTime(),
        );
      }),
      { numRuns: 500 },
    );
    // The hours around a change of clocks, which chance hits once in a thousand times.
    for (const zone of zones)
      for (const day of ['2026-03-08', '2026-03-29', '2026-04-05', '2026-09-06', '2026-10-25'])
        for (let minute = 0; minute < 24 * 60; minute += 30)
          expect(instantAt(day, timeOf(minute), zone), `${day} ${minute} ${zone}`).to.equal(
            toZoned(parseDateTime(`${day}T${timeOf(minute)}`), zone)
              .toDate()
              .getTime(),
          );
  });

  it('times of a day count in minutes and back', () => {
    expect(minutesOf('09:05')).to.equal(545);
    expect(timeOf(545)).to.equal('09:05');
    fc.assert(
      fc.property(anyMinute, (minute) => {
        expect(minutesOf(timeOf(minute))).to.equal(minute);
      }),
    );
  });
});
