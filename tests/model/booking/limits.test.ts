/** Enough for everybody: what one person and one terminal may have. */
import { expect } from '@open-wc/testing';
import type { BookingLimits } from '../../../src/model/booking/rules.ts';
import { openCourt, type Court } from '../../harness/court.ts';
import {
  as,
  bookFor,
  centre,
  centrePack,
  citizen,
  clerk,
  codeOf,
  desk,
  done,
  filledInBy,
  intake,
  keep,
  monday,
  somebody,
} from '../../harness/booked.ts';
import { phoneTail } from '../../harness/persons.ts';

const me = somebody(1);
const DAY = 24 * 60 * 60_000;
const both = {
  openings: [{ ...desk, services: ['intake', 'card'], capacity: 9 }],
  bookables: [
    { ...intake, keepDays: 400 },
    { ...intake, service: 'card', keepDays: 400 },
  ],
};
const open = (limits: BookingLimits): Court =>
  openCourt(centrePack({}, { ...both, limits }), monday);
const on = (date: string, time = '09:00', service = 'intake') => ({
  place: 'centre',
  service,
  date,
  time,
});

async function refusalFor(court: Court, slot: ReturnType<typeof on>, ...numbers: string[]) {
  const { code, place, date } = done(await court.send('booking.hold', slot));
  const decision = await court.send('booking.confirm', {
    code,
    place,
    date,
    ...filledInBy(...numbers),
  });
  return decision.ok ? 'ok' : decision.refusal;
}

describe('limits per person', () => {
  it('one appointment a day, whatever for; another day is another day', async () => {
    const court = open({ perDay: 1 });
    await bookFor(court, on('2026-12-11'), me);
    expect(await refusalFor(court, on('2026-12-11', '10:00', 'card'), me)).to.deep.equal({
      code: 'booking.enough-that-day',
      at: '/persons/0/idNumber',
    });
    expect(await refusalFor(court, on('2026-12-10'), me)).to.equal('ok');
    expect(await refusalFor(court, on('2026-12-11'), somebody(2))).to.equal('ok');
  });

  it('is the same person with a small x and with spaces', async () => {
    const court = open({ perDay: 1 });
    const withX = Array.from({ length: 99 }, (_, n) => somebody(n)).find((id) => id.endsWith('X'))!;
    await bookFor(court, on('2026-12-11'), withX);
    const again = await refusalFor(court, on('2026-12-11', '10:00'), withX.toLowerCase());
    expect(again).to.include({ code: 'booking.enough-that-day' });
  });

  it('the same thing once, until it is over or given up', async () => {
    const court = open({ perService: 1 });
    const { code } = await bookFor(court, on('2026-12-10'), me);
    expect(await refusalFor(court, on('2026-12-11'), me)).to.include({
      code: 'booking.enough-of-this',
    });
    expect(await refusalFor(court, on('2026-12-11', '09:00', 'card'), me)).to.equal('ok');
    done(await court.send('booking.cancel', { code, phoneTail }));
    expect(await refusalFor(court, on('2026-12-10', '09:30'), me)).to.equal('ok');
    court.now = Date.parse('2026-12-14T08:00+08:00');
    expect(await refusalFor(court, on('2026-12-15'), me), 'that one is over').to.equal('ok');
  });

  it('so many at once in all', async () => {
    const court = open({ open: 2 });
    await bookFor(court, on('2026-12-09'), me);
    await bookFor(court, on('2026-12-10'), me);
    expect(await refusalFor(court, on('2026-12-11'), me)).to.include({
      code: 'booking.enough-open',
    });
  });

  it('moving an appointment is no second one, unless it moves to a day that has one', async () => {
    const court = open({ perDay: 1, open: 2 });
    const { code } = await bookFor(court, on('2026-12-10'), me);
    await bookFor(court, on('2026-12-11'), me);
    const move = (date: string, time: string) =>
      court.send('booking.reschedule', { code, phoneTail, place: 'centre', date, time });
    expect(codeOf(await move('2026-12-10', '10:00'))).to.equal('ok');
    expect(codeOf(await move('2026-12-11', '10:00'))).to.equal('booking.enough-that-day');
  });

  it('who laid down a card hears it before anything is filled in', async () => {
    const court = open({ perDay: 1 });
    await bookFor(court, on('2026-12-11'), me);
    const held = await as(court, citizen(me), () =>
      court.send('booking.hold', on('2026-12-11', '10:00')),
    );
    expect(codeOf(held)).to.equal('booking.enough-that-day');
  });

  it('a counter may help where the machine may not', async () => {
    const court = open({ perDay: 1 });
    await bookFor(court, on('2026-12-11'), me);
    const booked = await as(court, clerk, () =>
      court.send('booking.book', { ...on('2026-12-11', '10:00'), ...filledInBy(me) }),
    );
    expect(codeOf(booked)).to.equal('ok');
  });

  it('who did not come twice waits, and is told until when; then it is forgotten', async () => {
    const court = open({ noShows: { count: 2, withinDays: 90, coolOffDays: 30 } });
    for (const date of ['2026-12-08', '2026-12-09']) {
      const { code } = await bookFor(court, on(date), me);
      court.now = Date.parse(`${date}T17:00+08:00`);
      done(await as(court, clerk, () => court.send('booking.no-show', { code })));
    }
    expect(await refusalFor(court, on('2026-12-11'), me)).to.deep.equal({
      code: 'booking.cooling-off',
      at: '/persons/0/idNumber',
      facts: { until: '2027-01-08' },
    });
    court.now = Date.parse('2027-01-07T08:00+08:00');
    expect(await refusalFor(court, on('2027-01-12'), me)).to.include({
      code: 'booking.cooling-off',
    });
    court.now = Date.parse('2027-01-08T08:00+08:00');
    expect(await refusalFor(court, on('2027-01-12'), me)).to.equal('ok');
  });

  it('who was called missed by mistake is let in at the counter, and nothing stays', async () => {
    const court = open({ noShows: { count: 1, withinDays: 90, coolOffDays: 30 } });
    const { code } = await bookFor(court, on('2026-12-08'), me);
    court.now = Date.parse('2026-12-08T09:30+08:00');
    done(await as(court, clerk, () => court.send('booking.no-show', { code })));
    expect(codeOf(await court.send('booking.check-in', { code, phoneTail }))).to.equal(
      'booking.too-late-to-check-in',
    );
    done(await as(court, clerk, () => court.send('booking.check-in', { code })));
    expect(await refusalFor(court, on('2026-12-11'), me)).to.equal('ok');
  });

  it('who cancels again and again waits as well', async () => {
    const court = open({ cancellations: { count: 2, withinDays: 7, coolOffDays: 3 } });
    for (const time of ['09:00', '09:30']) {
      const { code } = await bookFor(court, on('2026-12-11', time), me);
      done(await court.send('booking.cancel', { code, phoneTail }));
    }
    expect(await refusalFor(court, on('2026-12-11'), me)).to.deep.include({
      code: 'booking.cooling-off',
      facts: { until: '2026-12-10' },
    });
  });
});

describe('limits per terminal', () => {
  const slots = ['09:00', '09:30', '10:00'].map((time) => on('2026-12-11', time));

  it('a machine can’t hold a morning for one person', async () => {
    const court = open({ holdsPerDevice: 2 });
    const first = done(await court.send('booking.hold', slots[0]!));
    const second = done(await court.send('booking.hold', slots[1]!));
    expect(codeOf(await court.send('booking.hold', slots[2]!))).to.equal('booking.too-many-holds');
    const elsewhere = await as(court, { kind: 'device', id: 'kiosk-2' }, () =>
      court.fork().send('booking.hold', slots[2]!),
    );
    expect(codeOf(elsewhere)).to.equal('ok');

    const mine = { place: 'centre', date: '2026-12-11' };
    done(await court.send('booking.release-hold', { ...mine, code: first.code }));
    expect(codeOf(await court.fork().send('booking.hold', slots[2]!)), 'released').to.equal('ok');
    const filledIn = { ...mine, code: second.code, ...filledInBy(me) };
    done(await court.send('booking.confirm', filledIn));
    done(await court.send('booking.hold', slots[0]!));
    expect(codeOf(await court.fork().send('booking.hold', slots[2]!)), 'confirmed').to.equal('ok');
  });

  it('holds that ran out count no more, renewed ones do', async () => {
    const court = open({ holdsPerDevice: 1 });
    const { code, heldUntil } = done(await court.send('booking.hold', slots[0]!));
    court.now = heldUntil - 1;
    done(await court.send('booking.renew-hold', { code, place: 'centre', date: '2026-12-11' }));
    court.now = heldUntil + 1;
    expect(codeOf(await court.send('booking.hold', slots[1]!))).to.equal('booking.too-many-holds');
    court.now += DAY / 24;
    expect(codeOf(await court.send('booking.hold', slots[1]!))).to.equal('ok');
  });
});

describe('a place that was given back', () => {
  it('rests for a while that nobody can foresee, then it is free', async () => {
    const court = openCourt(
      centrePack({ holdBackMinutes: 10 }, { openings: [{ ...desk, capacity: 1, staffOnly: 0 }] }),
      monday,
    );
    const { code } = await bookFor(court, { ...centre, date: '2026-12-11', time: '09:00' }, me);
    court.dice = ['500'];
    done(await court.send('booking.cancel', { code, phoneTail }));
    const next = () => court.fork().send('booking.hold', on('2026-12-11'));
    expect(codeOf(await next())).to.equal('booking.slot-taken');
    court.now = monday + 15 * 60_000 - 1;
    expect(codeOf(await next())).to.equal('booking.slot-taken');
    court.now += 1;
    expect(codeOf(await next())).to.equal('ok');
    expect(await keep(court)).to.deep.equal([]);
  });
});
