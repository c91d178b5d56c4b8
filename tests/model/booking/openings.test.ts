/** When it is open, and for how much: the rules a district can write down. */
import { expect } from '@open-wc/testing';
import { openCourt, type Court } from '../../harness/court.ts';
import {
  answered,
  as,
  bookFor,
  centre,
  centrePack,
  clerk,
  codeOf,
  desk,
  done,
  filledInBy,
  freeAt,
  intake,
  monday,
  somebody,
} from '../../harness/booked.ts';
import { text } from '../../harness/packs.ts';

const open = (...rules: Parameters<typeof centrePack>): Court =>
  openCourt(centrePack(...rules), monday);
const timesOn = async (court: Court, date: string, more = {}): Promise<string[]> =>
  (await answered(court.read('booking.times', { ...centre, date, ...more }))).times.map(
    ({ time }) => time,
  );
const stateOf = async (court: Court, date: string) =>
  (await answered(court.read('booking.month', { ...centre, month: date.slice(0, 7) }))).days.find(
    (day) => day.date === date,
  );
const allMorning = ['09:00', '09:30', '10:00', '10:30'];

describe('a row of opening hours', () => {
  it('every second week counts from its start week, and not before it', async () => {
    const court = open({}, { openings: [{ ...desk, everyWeeks: 2, startWeek: '2026-12-16' }] });
    court.now = Date.parse('2026-12-06T08:00+08:00');
    const mondays = ['2026-12-07', '2026-12-14', '2026-12-21', '2026-12-28'];
    const states = await Promise.all(mondays.map((date) => stateOf(court, date)));
    expect(states.map((day) => day?.state)).to.deep.equal(['rest', 'open', 'rest', 'open']);
    // 2026-12-16 is a Wednesday; the Monday of its week counts as well, the Friday before does not.
    expect(await timesOn(court, '2026-12-11')).to.deep.equal([]);
    expect(await timesOn(court, '2026-12-18')).to.deep.equal(allMorning);
  });

  it('opens on extra days whatever day they are, and on no other Sunday', async () => {
    const extraDays = ['2026-12-13', '2027-01-01'];
    const court = open({}, { openings: [{ ...desk, extraDays, validTo: '2026-12-20' }] });
    expect(await timesOn(court, '2026-12-13')).to.deep.equal(allMorning);
    expect(await timesOn(court, '2026-12-20')).to.deep.equal([]);
    expect(await timesOn(court, '2027-01-01')).to.deep.equal(allMorning);
  });

  it('a closure from ten on leaves the hours before it, and shuts every slot it touches', async () => {
    const reason = text('停电', 'No power');
    const shut = { place: 'centre', from: '2026-12-11', to: '2026-12-11', reason };
    const court = open({}, { closures: [{ ...shut, fromTime: '10:15', toTime: '10:20' }] });
    expect(await timesOn(court, '2026-12-11')).to.deep.equal(['09:00', '09:30', '10:30']);
    const refused = await court.send('booking.hold', {
      ...centre,
      date: '2026-12-11',
      time: '10:00',
    });
    expect(codeOf(refused)).to.equal('booking.no-such-slot');
    expect((await stateOf(court, '2026-12-11'))?.free).to.equal(3);
    expect(await timesOn(court, '2026-12-10')).to.deep.equal(allMorning);
  });

  it('a closure for one service leaves the others open', async () => {
    const reason = text('系统升级', 'System upgrade');
    const court = open(
      {},
      {
        openings: [{ ...desk, services: ['intake', 'card'] }],
        bookables: [intake, { ...intake, service: 'card' }],
        closures: [
          { place: 'centre', services: ['card'], from: '2026-12-11', to: '2026-12-11', reason },
        ],
      },
    );
    expect(await timesOn(court, '2026-12-11', { service: 'card' })).to.deep.equal([]);
    expect(await timesOn(court, '2026-12-11')).to.deep.equal(allMorning);
    const card = await answered(
      court.read('booking.month', { ...centre, service: 'card', month: '2026-12' }),
    );
    expect(card.days[10]).to.include({ state: 'closure', name: reason });
  });
});

describe('a visit that takes more', () => {
  it('takes its slots in a row, and the last ends when the desk closes', async () => {
    const court = open({ slots: 3 });
    expect(await timesOn(court, '2026-12-11')).to.deep.equal(['09:00', '09:30']);
    expect((await stateOf(court, '2026-12-11'))?.free, 'only one fits a morning').to.equal(1);
    const receipt = await bookFor(
      court,
      { ...centre, date: '2026-12-11', time: '09:30' },
      somebody(1),
    );
    expect(receipt.minutes).to.equal(90);
    expect(await freeAt(court, '2026-12-11', '09:00'), 'they would meet').to.equal(0);
    expect((await stateOf(court, '2026-12-11'))?.state).to.equal('full');
  });

  it('two things are done one after the other at a desk that does both', async () => {
    const court = open(
      {},
      {
        openings: [{ ...desk, services: ['intake', 'card'] }],
        bookables: [
          { ...intake, joins: ['card'] },
          { ...intake, service: 'card', slots: 2, leadMinutes: 24 * 60 },
        ],
      },
    );
    const both = { also: ['card'] };
    expect(await timesOn(court, '2026-12-11', both)).to.deep.equal(['09:00', '09:30']);
    expect(await timesOn(court, '2026-12-07', both), 'the longer lead counts').to.deep.equal([]);
    expect((await timesOn(court, '2026-12-07')).length).to.be.above(0);
    const receipt = await bookFor(
      court,
      { ...centre, ...both, date: '2026-12-11', time: '09:00' },
      somebody(1),
    );
    expect(receipt).to.deep.include({ minutes: 90, also: ['card'] });
    expect(await freeAt(court, '2026-12-11', '10:00')).to.equal(0);
    expect(await freeAt(court, '2026-12-11', '10:30')).to.equal(1);
    const offer = await answered(court.read('booking.offer', { service: 'intake' }));
    expect(offer.joins.map(({ id }) => id)).to.deep.equal(['card']);
  });

  it('what does not go together is refused, also one thing twice', async () => {
    const court = open({}, { bookables: [intake, { ...intake, service: 'card' }] });
    for (const also of [['card'], ['intake'], ['nothing']]) {
      const refused = await court.send('booking.hold', {
        ...centre,
        also,
        date: '2026-12-11',
        time: '09:00',
      });
      expect(refused.ok ? 'ok' : refused.refusal, also[0]).to.deep.equal({
        code: 'booking.not-together',
        at: '/also/0',
      });
    }
  });

  it('a mother may bring a child along, which takes longer, and nobody else', async () => {
    const child = {
      role: 'child',
      name: text('孩子', 'Child'),
      optional: true as const,
    };
    const court = open({ persons: [...intake.persons, child], slotsPerExtraPerson: 1 });
    const slot = { ...centre, date: '2026-12-11', time: '09:00' };
    const { party } = await answered(court.read('booking.offer', { service: 'intake' }));
    expect(party).to.deep.equal({ least: 1, most: 2 });
    expect(codeOf(await court.send('booking.hold', { ...slot, party: 3 }))).to.equal(
      'booking.party-size',
    );
    const { code } = done(await court.send('booking.hold', { ...slot, party: 2 }));
    const mine = { code, place: 'centre', date: '2026-12-11' };
    const [mother, son, aunt] = [somebody(1), somebody(2), somebody(3)];
    const alone = await court.send('booking.confirm', { ...mine, ...filledInBy(mother) });
    expect(codeOf(alone)).to.equal('person.missing');
    const persons = [
      { role: 'applicant', idNumber: mother },
      { role: 'child', idNumber: son },
    ];
    const three = { ...filledInBy(), persons: [...persons, { role: 'aunt', idNumber: aunt }] };
    const crowd = await court.send('booking.confirm', { ...mine, ...three });
    expect(crowd.ok ? 'ok' : crowd.refusal).to.deep.equal({
      code: 'person.too-many',
      at: '/persons/2',
      facts: { most: 2 },
    });
    const two = await court.send('booking.confirm', { ...mine, ...filledInBy(), persons });
    expect(done(two)).to.include({ minutes: 60 });
  });
});

describe('places kept for staff', () => {
  const slot = { ...centre, date: '2026-12-11', time: '09:00' };
  const atCounter = (court: Court, n: number) =>
    as(court, clerk, () => court.send('booking.book', { ...slot, ...filledInBy(somebody(n)) }));

  it('are booked by staff alone, and only these', async () => {
    const court = open();
    expect(codeOf(await atCounter(court, 1))).to.equal('ok');
    expect(codeOf(await atCounter(court, 2)), 'their own quota is used up').to.equal(
      'booking.slot-taken',
    );
    expect(await freeAt(court, slot.date, slot.time), 'the public’s place is untouched').to.equal(
      1,
    );
    await bookFor(court, slot, somebody(3));
    expect(codeOf(await court.send('booking.hold', slot))).to.equal('booking.slot-taken');
    const citizenTries = await court.send('booking.book', { ...slot, ...filledInBy(somebody(4)) });
    expect(codeOf(citizenTries)).to.equal('actor.not-allowed');
  });

  it('the counter sees its day: who is booked, held, and from which places', async () => {
    const court = open();
    const { code } = done(await atCounter(court, 1));
    const held = done(await court.send('booking.hold', slot));
    const { entries } = await as(court, clerk, () =>
      answered(court.read('booking.day', { place: 'centre', date: slot.date })),
    );
    expect(entries.map((one) => [one.code, one.quota, one.state])).to.deep.equal([
      [code, 'staff', 'booked'],
      [held.code, 'open', 'held'],
    ]);
  });

  it('staff are warned of a year whose holidays nobody knows yet', async () => {
    const court = open({ horizonDays: 60 });
    const { unannouncedYears } = await as(court, clerk, () =>
      answered(court.read('booking.warnings', {})),
    );
    expect(unannouncedYears).to.deep.equal([2027]);
  });
});

describe('how far ahead', () => {
  it('with a day of lead nothing can be had today, and the whole of tomorrow', async () => {
    const court = open({ leadMinutes: 0, leadDays: 1 });
    expect(await timesOn(court, '2026-12-07')).to.deep.equal([]);
    expect(await timesOn(court, '2026-12-08')).to.deep.equal(allMorning);
  });

  it('a hold never outlives the beginning, and what has begun is nobody’s', async () => {
    const court = open({ leadMinutes: 0 });
    const slot = { ...centre, date: '2026-12-07', time: '09:00' };
    const nine = Date.parse('2026-12-07T09:00+08:00');
    court.now = nine - 3 * 60_000;
    const held = done(await court.send('booking.hold', slot));
    expect(held.heldUntil).to.equal(nine);
    const mine = { code: held.code, place: 'centre', date: slot.date };
    court.now = nine - 60_000;
    expect(done(await court.send('booking.renew-hold', mine)).heldUntil).to.equal(nine);
    court.now = nine;
    const late = await court.send('booking.confirm', { ...mine, ...filledInBy(somebody(1)) });
    expect(codeOf(late)).to.equal('booking.hold-ended');
    expect(codeOf(await court.send('booking.hold', slot))).to.equal('booking.too-late');
    expect(await timesOn(court, slot.date)).to.deep.equal(allMorning.slice(1));
  });
});
