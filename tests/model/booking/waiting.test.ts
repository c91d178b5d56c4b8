/** Waiting for a place: first come, first served, and nobody is forgotten in silence. */
import { expect } from '@open-wc/testing';
import { openCourt, type Court } from '../../harness/court.ts';
import {
  answered,
  as,
  bookFor,
  centre,
  centrePack,
  citizen,
  codeOf,
  desk,
  done,
  filledInBy,
  freeAt,
  house,
  keep,
  kiosk,
  monday,
  somebody,
} from '../../harness/booked.ts';
import { phoneTail } from '../../harness/persons.ts';

const MINUTE = 60_000;
const friday = '2026-12-11';
const waiting = { offerMinutes: 30, maxDays: 14 };
/** One slot on each day, with one place. */
const oneADay = {
  openings: [{ ...desk, to: '09:30', capacity: 1, staffOnly: 0 }],
};

async function fullFriday(): Promise<{ court: Court; code: string }> {
  const court = openCourt(centrePack({ waiting }, oneADay), monday);
  const { code } = await bookFor(court, { ...centre, date: friday, time: '09:00' }, somebody(1));
  return { court, code };
}
const waitFor = (court: Court, n: number, from = friday, to = friday) =>
  court.send('booking.wait', { ...centre, from, to, ...filledInBy(somebody(n)) });
const wishOf = (court: Court, code: string) =>
  answered(court.read('booking.wish', { code, phoneTail }));

describe('the waiting list', () => {
  it('a place that is given back goes to the first, for half an hour, and to nobody else', async () => {
    const { court, code } = await fullFriday();
    const first = done(await waitFor(court, 2));
    const second = done(await waitFor(court, 3));
    expect([first.before, second.before]).to.deep.equal([0, 1]);
    done(await court.send('booking.cancel', { code, phoneTail }));
    expect(await freeAt(court, friday, '09:00'), 'it is not the public’s').to.equal(0);
    expect(await wishOf(court, first.code)).to.deep.include({
      status: 'offered',
      offer: { date: friday, time: '09:00', minutes: 30, until: monday + 30 * MINUTE },
    });
    expect((await wishOf(court, second.code)).status).to.equal('waiting');
    expect(court.events.map(({ type }) => type).slice(-2)).to.deep.equal([
      'booking.cancelled',
      'booking.offered',
    ]);
    expect(
      codeOf(await court.send('booking.take-offer', { ...second, phoneTail: '0000' } as never)),
    ).to.equal('input.invalid');
    const late = await court.send('booking.take-offer', { code: second.code, phoneTail });
    expect(codeOf(late)).to.equal('booking.offer-ended');
    const receipt = done(await court.send('booking.take-offer', { code: first.code, phoneTail }));
    expect(receipt).to.include({ code: first.code, status: 'booked', date: friday, time: '09:00' });
    const found = await answered(court.read('booking.find', { code: first.code, phoneTail }));
    expect(found.status).to.equal('booked');
    expect(codeOf(await court.read('booking.wish', { code: first.code, phoneTail }))).to.equal(
      'booking.not-found',
    );
    expect(await freeAt(court, friday, '09:00')).to.equal(0);
  });

  it('an offer that runs out goes to the next once the house looks; until then it is nobody’s', async () => {
    const { court, code } = await fullFriday();
    const first = done(await waitFor(court, 2));
    const second = done(await waitFor(court, 3));
    done(await court.send('booking.cancel', { code, phoneTail }));
    court.now = monday + 30 * MINUTE;
    const late = await court.send('booking.take-offer', { code: first.code, phoneTail });
    expect(codeOf(late)).to.equal('booking.offer-ended');
    const slot = { ...centre, date: friday, time: '09:00' };
    expect(codeOf(await court.send('booking.hold', slot))).to.equal('booking.slot-taken');
    expect(await keep(court)).to.deep.equal(['booking.settle done']);
    expect((await wishOf(court, second.code)).offer?.until).to.equal(court.now + 30 * MINUTE);
    expect(await wishOf(court, first.code), 'the end of the line').to.include({
      status: 'waiting',
      before: 0,
    });
    expect(await keep(court), 'nothing more to do').to.deep.equal([]);
    court.now += 30 * MINUTE;
    await keep(court);
    expect((await wishOf(court, first.code)).status, 'a second chance').to.equal('offered');
    court.now += 30 * MINUTE;
    await keep(court);
    expect((await wishOf(court, first.code)).status).to.equal('ended');
    court.now += 30 * MINUTE;
    await keep(court);
    expect((await wishOf(court, second.code)).status).to.equal('ended');
    expect(await freeAt(court, friday, '09:00'), 'now it is everybody’s').to.equal(1);
    const types = court.events.map(({ type }) => type);
    expect(types.filter((type) => type === 'booking.offer-ended')).to.have.length(4);
  });

  it('who is offered a place and does not want it makes room for the next at once', async () => {
    const { court, code } = await fullFriday();
    const first = done(await waitFor(court, 2));
    const second = done(await waitFor(court, 3));
    done(await court.send('booking.cancel', { code, phoneTail }));
    done(await court.send('booking.stop-waiting', { code: first.code, phoneTail }));
    expect((await wishOf(court, second.code)).status).to.equal('offered');
    expect(codeOf(await court.read('booking.wish', { code: first.code, phoneTail }))).to.equal(
      'booking.not-found',
    );
  });

  it('a hold that was given up is found by the house as well', async () => {
    const court = openCourt(centrePack({ waiting }, oneADay), monday);
    const { heldUntil } = done(
      await court.send('booking.hold', { ...centre, date: friday, time: '09:00' }),
    );
    const { code } = done(await waitFor(court, 2));
    expect(await keep(court)).to.deep.equal([]);
    court.now = heldUntil;
    await keep(court);
    expect((await wishOf(court, code)).status).to.equal('offered');
  });

  it('each minute the house reads the list, and of the calendar only the days that somebody waits for', async () => {
    const { court } = await fullFriday();
    court.actor = house;
    const look = async () => answered(court.read('booking.due', {}));
    expect(await look(), 'nobody waits').to.deep.equal([]);
    court.actor = kiosk;
    await bookFor(court, { ...centre, date: '2026-12-14', time: '09:00' }, somebody(4));
    done(await waitFor(court, 2, friday, '2026-12-14'));
    court.actor = house;
    expect(await look()).to.deep.equal([
      { query: 'booking.due-waiting', input: { place: 'centre', from: friday, to: '2026-12-14' } },
    ]);
  });

  it('a hall that was off for days finds the offer that ran out meanwhile', async () => {
    const { court, code } = await fullFriday();
    await bookFor(court, { ...centre, date: '2026-12-14', time: '09:00' }, somebody(4));
    const first = done(await waitFor(court, 2, friday, '2026-12-14'));
    done(await court.send('booking.cancel', { code, phoneTail }));
    expect((await wishOf(court, first.code)).status).to.equal('offered');
    court.now = Date.parse('2026-12-14T07:00+08:00');
    await keep(court);
    expect(court.events.some(({ type }) => type === 'booking.offer-ended')).to.equal(true);
    expect((await wishOf(court, first.code)).status, 'for the day that is left').to.equal(
      'waiting',
    );
  });

  it('only days that were asked for, only one wish each, only where all is taken', async () => {
    const { court } = await fullFriday();
    const free = await waitFor(court, 2, '2026-12-10', friday);
    expect(free.ok ? 'ok' : free.refusal).to.deep.equal({
      code: 'booking.free-now',
      facts: { date: '2026-12-10', time: '09:00' },
    });
    done(await waitFor(court, 2));
    expect(codeOf(await waitFor(court, 2))).to.equal('booking.waits-already');
    for (const [from, to] of [
      ['2026-12-12', friday],
      ['2026-12-11', '2027-01-11'],
      ['2026-12-01', '2026-12-04'],
      ['2026-02-30', '2026-03-01'],
    ]) {
      expect(codeOf(await waitFor(court, 3, from, to)), `${from} ${to}`).to.equal(
        'booking.wrong-days',
      );
    }
    const without = openCourt(centrePack({}, oneADay), monday);
    expect(codeOf(await waitFor(without, 2))).to.equal('booking.no-waiting-list');
  });

  it('a wish whose days are past ends, is told so, and is forgotten after its time', async () => {
    const { court } = await fullFriday();
    const { code } = done(await waitFor(court, 2));
    court.now = Date.parse('2026-12-12T08:00+08:00');
    await keep(court);
    expect((await wishOf(court, code)).status).to.equal('ended');
    expect(court.events.at(-1)?.type).to.equal('booking.wish-ended');
    court.now = Date.parse('2027-01-20T08:00+08:00');
    await keep(court);
    expect([...court.docs.keys()]).to.deep.equal([]);
  });

  it('who laid down a card sees what they wait for, without any code', async () => {
    const { court } = await fullFriday();
    const { code } = done(await waitFor(court, 2));
    const mine = await as(court, citizen(somebody(2)), () =>
      answered(court.read('booking.mine', {})),
    );
    expect(mine.wishes.map((wish) => wish.code)).to.deep.equal([code]);
  });

  it('says nothing about who waits', async () => {
    const { court, code } = await fullFriday();
    const wish = done(await waitFor(court, 2));
    done(await court.send('booking.cancel', { code, phoneTail }));
    const told = JSON.stringify(court.events);
    for (const secret of [somebody(2), wish.code, code]) expect(told).not.to.contain(secret);
  });
});
