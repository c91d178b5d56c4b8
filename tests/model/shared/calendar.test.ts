import { expect } from '@open-wc/testing';
import { dayType } from '../../../src/model/shared/calendar.ts';
import { daysFrom } from '../../../src/model/shared/dates.ts';
import { year2026 } from '../../harness/packs.ts';

const kindOf = (date: string): string => dayType([year2026], date).kind;
const all2026 = daysFrom('2026-01-01', '2026-12-31');

describe('the calendar', () => {
  it('National Day 2026 is from Thursday 1 to Wednesday 7 October', () => {
    expect(kindOf('2026-09-30')).to.equal('workday');
    for (const day of daysFrom('2026-10-01', '2026-10-07'))
      expect(kindOf(day), day).to.equal('holiday');
    expect(kindOf('2026-10-08')).to.equal('workday');
  });

  it('a holiday knows its name', () => {
    const day = dayType([year2026], '2026-02-17');
    expect(day.kind === 'holiday' && day.name['zh-CN']).to.equal('春节');
  });

  it('Saturday 10 October 2026 is worked, as the notice says; the Saturday after is not', () => {
    expect(dayType([year2026], '2026-10-10')).to.deep.equal({ kind: 'make-up', announced: true });
    expect(dayType([year2026], '2026-10-17')).to.deep.equal({ kind: 'weekend', announced: true });
  });

  it('2026 has 33 days of holiday and 6 days worked instead', () => {
    expect(all2026.filter((day) => kindOf(day) === 'holiday')).to.have.length(33);
    expect(all2026.filter((day) => kindOf(day) === 'make-up')).to.have.length(6);
  });

  it('nobody guesses the holidays of a year that is not announced yet', () => {
    expect(dayType([year2026], '2027-01-01'), 'a Friday').to.deep.equal({
      kind: 'workday',
      announced: false,
    });
    expect(dayType([year2026], '2027-10-02')).to.deep.equal({ kind: 'weekend', announced: false });
    expect(dayType([], '2026-10-01')).to.deep.equal({ kind: 'workday', announced: false });
  });
});
