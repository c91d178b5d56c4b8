import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { mistakeInPersons, mistakeInPhone } from '../../../src/model/booking/persons.ts';
import { addDays } from '../../../src/model/shared/dates.ts';
import { openCourt } from '../../harness/court.ts';
import { marriage, registryPack, text } from '../../harness/packs.ts';
import { bride, couple, groom, idNumberOf } from '../../harness/persons.ts';

const friday = '2026-12-11';
const pair = (man: string, woman: string) => [
  { role: 'man', idNumber: man },
  { role: 'woman', idNumber: woman },
];
const mistake = (man: string, woman: string, on = friday) =>
  mistakeInPersons(marriage, pair(man, woman), on);
const manBorn = (birth: string, on = friday) => mistake(idNumberOf(birth, 'male'), bride, on)?.code;
const womanBorn = (birth: string, on = friday) =>
  mistake(groom, idNumberOf(birth, 'female'), on)?.code;

describe('who may marry on that day', () => {
  it('a couple of age may', () => {
    expect(mistake(groom, bride)).to.equal(undefined);
  });

  it('he who turns 22 on the day itself may; who turns 22 the day after may not yet', () => {
    expect(manBorn('2004-12-11')).to.equal(undefined);
    expect(manBorn('2004-12-12')).to.equal('person.too-young');
  });

  it('she may from 20 on, on the day itself', () => {
    expect(womanBorn('2006-12-11')).to.equal(undefined);
    expect(womanBorn('2006-12-12')).to.equal('person.too-young');
  });

  it('the age counts on the day of the appointment, not on the day of booking', async () => {
    const court = openCourt(registryPack(), Date.parse('2026-12-07T08:00+08:00'));
    const slot = { place: 'registry', date: friday };
    const held = await court.send('booking.hold', { ...slot, service: 'marriage', time: '09:00' });
    if (!held.ok) throw new Error(held.refusal.code);
    const persons = pair(idNumberOf('2004-12-10', 'male'), bride); // still 21 while they book
    const confirmed = await court.send('booking.confirm', {
      ...couple,
      ...slot,
      persons,
      code: held.result.code,
    });
    expect(confirmed.ok).to.equal(true);
  });

  it('born on 29 February: of age on 1 March where there is no 29th, on the 29th where there is', () => {
    expect(manBorn('2004-02-29', '2026-02-28')).to.equal('person.too-young');
    expect(manBorn('2004-02-29', '2026-03-01')).to.equal(undefined);
    expect(womanBorn('2008-02-29', '2028-02-28')).to.equal('person.too-young');
    expect(womanBorn('2008-02-29', '2028-02-29')).to.equal(undefined);
  });

  it('whoever is old enough one day is old enough every day after', () => {
    const anyBirth = fc
      .date({ min: new Date('2003-01-01'), max: new Date('2008-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(anyBirth, fc.nat(2000), fc.nat(2000), (birth, days, later) => {
        const day = addDays('2026-01-01', days);
        if (manBorn(birth, day) === undefined) {
          expect(manBorn(birth, addDays(day, later))).to.equal(undefined);
        }
      }),
    );
  });

  it('says how old one must be, and points at the right person', () => {
    expect(mistake(groom, idNumberOf('2010-01-01', 'female'))).to.deep.equal({
      code: 'person.too-young',
      at: '/persons/1/idNumber',
      facts: { minAge: 20 },
    });
  });

  it('man and woman the wrong way round are noticed', () => {
    expect(mistake(bride, groom)).to.deep.equal({
      code: 'person.wrong-sex',
      at: '/persons/0/idNumber',
    });
  });

  it('one card held to the reader twice is noticed', () => {
    const anybody = { role: 'applicant', name: text('本人', 'Applicant') };
    const two = { ...marriage, persons: [anybody, { ...anybody, role: 'companion' }] };
    const persons = [
      { role: 'applicant', idNumber: groom },
      { role: 'companion', idNumber: groom },
    ];
    expect(mistakeInPersons(two, persons, friday)).to.deep.equal({
      code: 'person.same-twice',
      at: '/persons/1/idNumber',
    });
  });

  it('a person who is missing, or stands in the other’s place, is asked for', () => {
    expect(mistakeInPersons(marriage, [], friday)?.code).to.equal('person.missing');
    expect(mistakeInPersons(marriage, pair(groom, bride).slice(0, 1), friday)).to.deep.equal({
      code: 'person.missing',
      at: '/persons/1/idNumber',
    });
    expect(mistakeInPersons(marriage, pair(groom, bride).toReversed(), friday)?.code).to.equal(
      'person.missing',
    );
  });

  it('a slip in a number is named for what it is', () => {
    expect(mistake('', bride)?.code).to.equal('person.id-length');
    expect(mistake(groom.slice(0, 17), bride)?.code).to.equal('person.id-length');
    expect(mistake('310110199802301236', bride)?.code).to.equal('person.id-birth-date');
    const wrong = groom.slice(0, 17) + (groom.endsWith('1') ? '2' : '1');
    expect(mistake(wrong, bride)?.code).to.equal('person.id-check-digit');
  });

  it('nobody comes who is not born yet', () => {
    const intake = {
      ...marriage,
      persons: [{ role: 'applicant', name: text('本人', 'Applicant') }],
    };
    const born = (birth: string) =>
      mistakeInPersons(intake, [{ role: 'applicant', idNumber: idNumberOf(birth, 'male') }], friday)
        ?.code;
    expect(born('2026-12-12')).to.equal('person.id-birth-date');
    expect(born('2026-12-11')).to.equal(undefined);
  });

  it('a refusal never repeats the number it is about', () => {
    const wrong = [
      bride,
      idNumberOf('2010-01-01', 'male'),
      groom.slice(0, 17),
      '310110199802301236',
    ];
    for (const number of wrong) {
      const said = JSON.stringify(mistake(number, bride));
      expect(said).not.to.contain(number.slice(6, 14));
    }
    expect(JSON.stringify(mistakeInPhone('1391234567'))).not.to.contain('1391234567');
  });
});
