/** The day of the visit, and what comes before it counts and after it is over. */
import { expect } from '@open-wc/testing';
import { openCourt, type Court } from '../../harness/court.ts';
import {
  answered,
  as,
  bookFor,
  centre,
  centrePack,
  citizen,
  clerk,
  codeOf,
  done,
  freeAt,
  keep,
  monday,
  somebody,
} from '../../harness/booked.ts';
import { phone, phoneTail } from '../../harness/persons.ts';

const me = somebody(1);
const tuesday = { ...centre, date: '2026-12-08', time: '09:00' };
const at = (time: string): number => Date.parse(`2026-12-08T${time}+08:00`);
const rules = { checkIn: { earlyMinutes: 30, lateMinutes: 10 } };

async function booked(more = {}): Promise<{ court: Court; code: string }> {
  const court = openCourt(centrePack({ ...rules, ...more }), monday);
  const { code } = await bookFor(court, tuesday, me);
  return { court, code };
}
const report = (court: Court, code: string) => court.send('booking.check-in', { code, phoneTail });

describe('reporting at the place', () => {
  it('half an hour early is early enough, ten minutes late is not too late', async () => {
    const { court, code } = await booked();
    court.now = at('08:30') - 1;
    const early = await report(court, code);
    expect(early.ok ? 'ok' : early.refusal).to.deep.equal({
      code: 'booking.too-early-to-check-in',
      facts: { from: at('08:30') },
    });
    court.now = at('08:30');
    expect(done(await report(court.fork(), code))).to.include({ status: 'arrived' });
    court.now = at('09:10');
    expect(codeOf(await report(court.fork(), code))).to.equal('ok');
    court.now += 1;
    expect(codeOf(await report(court, code))).to.equal('booking.too-late-to-check-in');
    const helped = await as(court, clerk, () => court.send('booking.check-in', { code }));
    expect(codeOf(helped), 'a counter may let them in').to.equal('ok');
  });

  it('twice is no mistake, and happens once', async () => {
    const { court, code } = await booked();
    court.now = at('08:50');
    const first = done(await report(court, code));
    court.now = at('08:55');
    expect(done(await report(court, code))).to.deep.equal(first);
    expect(court.events.filter(({ type }) => type === 'booking.arrived')).to.have.length(1);
    expect(first.arrivedAt).to.equal(at('08:50'));
    const change = await court.send('booking.cancel', { code, phoneTail });
    expect(codeOf(change)).to.equal('booking.arrived-already');
  });

  it('a queue learns what it needs for a ticket, and nothing about the person', async () => {
    const { court, code } = await booked();
    court.now = at('08:50');
    done(await report(court, code));
    const { id } = await answered(court.read('booking.find', { code, phoneTail }));
    expect(court.docs.get(`check-in/${id}`)).to.deep.equal({ ...tuesday, at: court.now });
    const { type, data } = court.events.at(-1)!;
    expect(type).to.equal('booking.arrived');
    expect(Object.keys(data)).to.have.members([
      ...['appointment', 'service', 'place', 'date', 'time', 'sequence'],
    ]);
  });

  it('with a card nobody has to type a code or a phone number', async () => {
    const { court, code } = await booked();
    court.now = at('08:50');
    await as(court, citizen(me), async () => {
      const { toCome } = await answered(court.read('booking.mine', {}));
      expect(toCome.map((one) => one.code)).to.deep.equal([code]);
      done(await court.send('booking.check-in', { code }));
      const { toCome: now } = await answered(court.read('booking.mine', {}));
      expect(now[0]?.status).to.equal('arrived');
    });
    const stranger = await as(court, citizen(somebody(2)), () =>
      court.read('booking.find', { code }),
    );
    expect(codeOf(stranger), 'another card opens nothing').to.equal('booking.not-found');
    const others = await as(court, citizen(somebody(2)), () =>
      answered(court.read('booking.mine', {})),
    );
    expect(others.toCome).to.deep.equal([]);
  });

  it('who does not come is said so by staff, never before the time', async () => {
    const { court, code } = await booked();
    const missed = () => as(court, clerk, () => court.send('booking.no-show', { code }));
    court.now = at('08:59');
    expect(codeOf(await missed())).to.equal('booking.not-begun');
    expect(codeOf(await court.send('booking.no-show', { code }))).to.equal('actor.not-allowed');
    court.now = at('09:20');
    expect(done(await missed()).status).to.equal('missed');
    expect(done(await missed()).status, 'twice is no mistake').to.equal('missed');
  });

  it('where a service wants it, the house notices by itself', async () => {
    const { court, code } = await booked({ missedAfterMinutes: 20 });
    court.now = at('09:20') - 1;
    expect(await keep(court)).to.deep.equal([]);
    court.now = at('09:20');
    expect(await keep(court)).to.deep.equal(['booking.settle done']);
    const found = await answered(court.read('booking.find', { code, phoneTail }));
    expect(found.status).to.equal('missed');
    expect(await keep(court)).to.deep.equal([]);
  });
});

describe('an appointment that must be confirmed to count', () => {
  it('counts once it is, and says until when', async () => {
    const { court, code } = await booked({ affirmMinutes: 60 });
    const before = await answered(court.read('booking.find', { code, phoneTail }));
    expect(before).to.include({ status: 'unaffirmed', affirmBy: monday + 60 * 60_000 });
    expect(court.events.map(({ type }) => type)).to.deep.equal(['booking.awaits']);
    court.now += 59 * 60_000;
    expect(done(await court.send('booking.affirm', { code, phoneTail })).status).to.equal('booked');
    court.now += 24 * 60_000;
    expect(await freeAt(court, '2026-12-08', '09:00'), 'it stays').to.equal(0);
    expect(done(await court.send('booking.affirm', { code, phoneTail })).status).to.equal('booked');
    expect(court.events.map(({ type }) => type)).to.deep.equal([
      'booking.awaits',
      'booking.confirmed',
    ]);
  });

  it('is over when the time is up, its place is free, and that is said', async () => {
    const { court, code } = await booked({ affirmMinutes: 60 });
    court.now += 60 * 60_000;
    expect(await freeAt(court, '2026-12-08', '09:00')).to.equal(1);
    const found = await answered(court.read('booking.find', { code, phoneTail }));
    expect(found.status, 'also before the house has looked').to.equal('lapsed');
    expect(codeOf(await court.send('booking.affirm', { code, phoneTail }))).to.equal(
      'booking.lapsed',
    );
    expect(await keep(court)).to.deep.equal(['booking.settle done']);
    expect(court.events.at(-1)?.type).to.equal('booking.lapsed');
    court.now = Date.parse('2027-02-01T08:00+08:00');
    await keep(court);
    expect([...court.docs.keys()], 'retention finds it too').to.deep.equal([]);
  });
});

describe('when it is long over', () => {
  it('nothing of the person is left, and the rules of each service say when', async () => {
    const { court, code } = await booked({ keepDays: 7 });
    const gone = await bookFor(court, { ...tuesday, time: '10:00' }, somebody(2));
    done(await court.send('booking.cancel', { code: gone.code, phoneTail }));
    court.now = Date.parse('2026-12-15T23:59+08:00');
    expect(await keep(court)).to.deep.equal([]);
    expect(JSON.stringify([...court.docs.values()])).to.contain(me);
    court.now = Date.parse('2026-12-16T00:00+08:00');
    expect(await keep(court)).to.deep.equal(['booking.forget done']);
    expect([...court.docs.keys()]).to.deep.equal([]);
    expect(codeOf(await court.read('booking.find', { code, phoneTail }))).to.equal(
      'booking.not-found',
    );
    expect(JSON.stringify(court.events)).not.to.contain(phone);
  });

  it('what was moved to a later day is kept until that day is long over', async () => {
    const { court, code } = await booked({ keepDays: 7 });
    const to = { place: 'centre', date: '2026-12-11', time: '09:00' };
    done(await court.send('booking.reschedule', { code, phoneTail, ...to }));
    court.now = Date.parse('2026-12-16T00:00+08:00');
    await keep(court);
    expect((await answered(court.read('booking.find', { code, phoneTail }))).date).to.equal(
      to.date,
    );
    court.now = Date.parse('2026-12-19T00:00+08:00');
    await keep(court);
    expect([...court.docs.keys()]).to.deep.equal([]);
  });

  it('nobody but the house forgets', async () => {
    const { court } = await booked();
    for (const who of [citizen(me), clerk]) {
      const tried = await as(court, who, () =>
        court.send('booking.forget', { place: 'centre', date: '2026-12-08' }),
      );
      expect(codeOf(tried)).to.equal('actor.not-allowed');
    }
  });
});
