/** What was booked stays booked, whatever a district does to its rules afterwards. */
import { expect } from '@open-wc/testing';
import { openCourt } from '../../harness/court.ts';
import {
  answered,
  as,
  bookFor,
  centre,
  centrePack,
  clerk,
  codeOf,
  desk,
  freeAt,
  intake,
  monday,
  somebody,
} from '../../harness/booked.ts';

const friday = '2026-12-11';
const atNine = { ...centre, date: friday, time: '09:00' };
const one = { ...desk, capacity: 1, staffOnly: 0 };

async function withOneAtNine() {
  const court = openCourt(centrePack({}, { openings: [one] }), monday);
  await bookFor(court, atNine, somebody(1));
  return court;
}

describe('rules that change under a booking', () => {
  it('a row that gets another name does not sell its places again', async () => {
    const court = await withOneAtNine();
    court.pack = centrePack({}, { openings: [{ ...one, id: 'counter-7' }] });
    expect(await freeAt(court, friday, '09:00')).to.equal(0);
    expect(codeOf(await court.send('booking.hold', atNine))).to.equal('booking.slot-taken');
    expect(await freeAt(court, friday, '09:30')).to.equal(1);
  });

  it('longer, shorter and shifted slots do not either', async () => {
    const court = await withOneAtNine();
    court.pack = centrePack({}, { openings: [{ ...one, slotMinutes: 60 }] });
    expect(await freeAt(court, friday, '09:00')).to.equal(0);
    expect(await freeAt(court, friday, '10:00')).to.equal(1);
    court.pack = centrePack({}, { openings: [{ ...one, slotMinutes: 10 }] });
    expect(await freeAt(court, friday, '09:20')).to.equal(0);
    expect(await freeAt(court, friday, '09:30')).to.equal(1);
    court.pack = centrePack({}, { openings: [{ ...one, from: '08:45' }] });
    expect(await freeAt(court, friday, '08:45')).to.equal(0);
    expect(await freeAt(court, friday, '09:15')).to.equal(0);
    expect(await freeAt(court, friday, '09:45')).to.equal(1);
  });

  it('one row made of two counts whom both had', async () => {
    const two = [
      { ...one, id: 'a' },
      { ...one, id: 'b' },
    ];
    const court = openCourt(centrePack({}, { openings: two }), monday);
    await bookFor(court, atNine, somebody(1));
    await bookFor(court, atNine, somebody(2));
    court.pack = centrePack({}, { openings: [{ ...one, id: 'c', capacity: 3 }] });
    expect(await freeAt(court, friday, '09:00')).to.equal(1);
    court.pack = centrePack({}, { openings: [{ ...one, id: 'c', capacity: 1 }] });
    expect(await freeAt(court, friday, '09:00'), 'fewer than are booked').to.equal(0);
  });

  it('two rows made of one share whom it had', async () => {
    const court = openCourt(centrePack({}, { openings: [{ ...one, capacity: 2 }] }), monday);
    await bookFor(court, atNine, somebody(1));
    await bookFor(court, atNine, somebody(2));
    court.pack = centrePack({}, { openings: [one, { ...one, id: 'second' }] });
    expect(await freeAt(court, friday, '09:00'), 'nobody is sent away').to.equal(0);
  });

  it('a name that now means another desk does not carry old bookings with it', async () => {
    const court = await withOneAtNine();
    const openings = [
      { ...one, services: ['card'] },
      { ...one, id: 'moved' },
    ];
    court.pack = centrePack({}, { openings, bookables: [intake, { ...intake, service: 'card' }] });
    expect(await freeAt(court, friday, '09:00')).to.equal(0);
    expect(await freeAt(court, friday, '09:00', { service: 'card' })).to.equal(1);
  });

  it('who was booked on a day that is now closed is shown to staff, to be told', async () => {
    const court = await withOneAtNine();
    court.pack = centrePack({}, { openings: [{ ...one, weekdays: [1, 2, 3, 4] }] });
    const { entries } = await as(court, clerk, () =>
      answered(court.read('booking.day', { place: 'centre', date: friday })),
    );
    expect(entries.map(({ displaced }) => displaced)).to.deep.equal([true]);
  });
});
