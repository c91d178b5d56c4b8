/** Taking a ticket: nobody gets a number that somebody else has, and no number is lost in silence. */
import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { takeFromBand, type Band, type BandTicket } from '../../../src/model/queue/band.ts';
import type { InputOf } from '../../../src/gateway/contract.ts';
import { checkIn } from '../../../src/model/shared/check-in.ts';
import { bookFor, centre, centrePack, somebody } from '../../harness/booked.ts';
import { phoneTail } from '../../harness/persons.ts';
import { clerk, openDay, place, terminal } from '../../harness/queue-day.ts';
import { queueOf, queueTown } from '../../harness/queues.ts';

const monday = '2026-12-07T09:00+08:00';

describe('taking a ticket', () => {
  it('numbers go up from 001, each line for itself', async () => {
    const day = openDay(queueTown(), monday);
    const numbers = [];
    for (const line of ['marriage', 'marriage', 'relief', 'marriage'])
      numbers.push((await day.take(line)).number);
    expect(numbers).to.deep.equal(['A001', 'A002', 'B001', 'A003']);
  });

  it('no number is ever given twice, whatever is taken, leased and handed in', async () => {
    const step = fc.oneof(
      fc.record({ do: fc.constant('take' as const), priority: fc.boolean() }),
      fc.record({ do: fc.constant('lease' as const), count: fc.integer({ min: 1, max: 9 }) }),
      fc.record({ do: fc.constant('offline' as const), priority: fc.boolean() }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        const day = openDay(queueTown(), monday);
        const given: string[] = [];
        const bands: { readonly band: Band; readonly used: BandTicket[] }[] = [];
        for (const one of steps) {
          day.later(1);
          if (one.do === 'take') {
            const needs = one.priority ? ['elder'] : [];
            given.push((await day.take('marriage', { needs })).number);
          } else if (one.do === 'lease') {
            day.court.actor = terminal;
            const input = { place, line: 'marriage', count: one.count };
            const leased = await day.court.send('ticket.lease', input);
            if (leased.ok) bands.push({ band: leased.result, used: [] });
          } else {
            const own = bands.at(-1);
            if (!own) continue;
            const pass = '123456';
            const taken = takeFromBand(own.band, own.used, {
              now: day.court.now,
              pass,
              priority: one.priority,
            });
            if (!taken.ok) continue;
            own.used.push({ ...taken.value.ticket, delivered: 'printed' });
            given.push(taken.value.held.number);
          }
        }
        for (const { band, used } of bands.filter(({ used }) => used.length > 0))
          await day.send('ticket.merge', {
            place,
            date: band.date,
            band: band.id,
            tickets: used,
          });
        expect(new Set(given).size).to.equal(given.length);
        const { lines } = await day.ask('queue.board', { place });
        expect(lines[0]?.waiting, 'everybody who holds a ticket waits').to.equal(given.length);
      }),
      { numRuns: 40 },
    );
  });

  it('a ticket that was not printed does not count, is not called, and may be offered again', async () => {
    const day = openDay(queueTown(), monday);
    await day.open('c1');
    const lost = await day.send('ticket.take', { place, line: 'marriage' });
    await day.take('marriage');
    const before = await day.ask('queue.board', { place });
    expect(before.lines[0]?.waiting).to.equal(1);
    // Printed on the next screen, it has the place of the moment it was taken.
    const { date, number, pass } = lost;
    await day.send('ticket.deliver', { place, date, number, pass, by: 'shown' });
    expect(await day.next('c1')).to.equal('A001');
    expect(await day.next('c1')).to.equal('A002');
  });

  it('a terminal died with the number on its screen: whoever has read it is called in their turn', async () => {
    const day = openDay(queueTown(), monday);
    await day.open('c1');
    await day.send('ticket.take', { place, line: 'marriage' }); // and no word that it was delivered
    await day.take('marriage');
    await day.take('marriage');
    expect(await day.next('c1'), 'it may still be in the printer').to.equal('A002');
    day.later(4);
    const { waiting } = await day.ask('queue.desk', { place, counter: 'c1' }, clerk);
    expect(waiting.map(({ number }) => number)).to.deep.equal(['A001', 'A003']);
    expect(await day.next('c1'), 'its place was kept').to.equal('A001');
    expect(await day.next('c1')).to.equal('A003');
  });

  it('an appointment whose word got lost is called as well, at its time', async () => {
    const day = openDay(queueTown(), monday);
    await day.open('c1');
    const appointment = { place, service: 'marriage', date: '2026-12-07', time: '09:00' };
    const id = '00000000-0000-7000-8000-00000000a001';
    (day.court.docs as Map<string, object>).set(checkIn.key(id), { ...appointment, at: 0 });
    await day.send('ticket.take', { place, line: 'marriage', checkIn: id });
    expect(await day.refusal(clerk, 'ticket.call', { place, counter: 'c1' })).to.equal(
      'ticket.nobody-waits',
    );
    day.later(4);
    expect(await day.next('c1')).to.equal('A001');
  });

  it('a clerk who sees the paper calls its number, whatever the terminal has said', async () => {
    const day = openDay(queueTown(), monday);
    await day.open('c1');
    const { number, date, pass } = await day.send('ticket.take', { place, line: 'marriage' });
    expect((await day.bids('ticket.call', { place, counter: 'c1', number })).number).to.equal(
      'A001',
    );
    // The word comes hours later, out of the outbox of a terminal that was cut off: nobody stands in line twice.
    day.later(200);
    await day.send('ticket.deliver', { place, date, number, pass, by: 'printed' });
    await day.bids('ticket.finish', { place, counter: 'c1' });
    expect(await day.refusal(clerk, 'ticket.call', { place, counter: 'c1' })).to.equal(
      'ticket.nobody-waits',
    );
  });

  it('whoever has given a number up is not put back into the line by late word', async () => {
    const day = openDay(queueTown(), monday);
    await day.open('c1');
    const { number, date, pass } = await day.send('ticket.take', { place, line: 'marriage' });
    await day.send('ticket.leave', { place, date, number, pass });
    await day.send('ticket.deliver', { place, date, number, pass, by: 'printed' });
    day.later(4);
    expect(await day.refusal(clerk, 'ticket.call', { place, counter: 'c1' })).to.equal(
      'ticket.nobody-waits',
    );
  });

  it('whatever word comes and whenever: every number is called once, none is forgotten', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            /** Minutes until word comes that it was delivered; undefined for never. */
            word: fc.option(fc.integer({ min: 0, max: 20 }), { nil: undefined }),
            pause: fc.integer({ min: 0, max: 4 }),
            isCalling: fc.boolean(),
            priority: fc.boolean(),
          }),
          { minLength: 1, maxLength: 80 },
        ),
        async (people) => {
          const day = openDay(queueTown(), monday);
          await day.open('c1');
          const words: { at: number; say: () => Promise<unknown> }[] = [];
          const taken: string[] = [];
          const called: string[] = [];
          const call = async (): Promise<boolean> => {
            day.court.actor = clerk;
            const told = await day.court.send('ticket.call', { place, counter: 'c1' });
            if (told.ok) called.push(told.result.number);
            return told.ok;
          };
          const hearWords = async (): Promise<void> => {
            for (const word of words.splice(0))
              if (word.at <= day.court.now) await word.say();
              else words.push(word);
          };
          for (const { word, pause, isCalling, priority } of people) {
            const needs = priority ? { needs: ['elder'] } : {};
            const held = await day.send('ticket.take', { place, line: 'marriage', ...needs });
            const { date, number, pass } = held;
            taken.push(number);
            if (word !== undefined)
              words.push({
                at: day.court.now + word * 60_000,
                say: () => day.send('ticket.deliver', { place, date, number, pass, by: 'shown' }),
              });
            day.later(pause);
            await hearWords();
            if (isCalling) await call();
          }
          day.later(25);
          while (await call());
          await hearWords();
          expect(await call(), 'late word brings nobody back').to.equal(false);
          expect(called.toSorted()).to.deep.equal(taken.toSorted());
        },
      ),
      { numRuns: 30 },
    );
  });

  it('told twice that it was printed, it counts once', async () => {
    const day = openDay(queueTown(), monday);
    const { date, number, pass } = await day.take('marriage');
    await day.send('ticket.deliver', { place, date, number, pass, by: 'printed' });
    expect((await day.ask('queue.board', { place })).lines[0]?.waiting).to.equal(1);
  });

  it('the day ends at midnight in Shanghai, wherever the machine believes to be', async () => {
    const pack = queueTown({
      hours: [
        {
          ...{ weekdays: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '23:59' },
          ...{ onHolidays: true, onMakeUpDays: true },
        },
      ],
    });
    const day = openDay(pack, '2026-12-07T23:58+08:00');
    expect(await day.take('marriage')).to.include({ number: 'A001', date: '2026-12-07' });
    day.later(2);
    expect(await day.take('marriage')).to.include({ number: 'A001', date: '2026-12-08' });
    // Eight in the morning there is midnight in UTC: nothing happens.
    day.later(8 * 60);
    expect(await day.take('marriage')).to.include({ number: 'A002', date: '2026-12-08' });
  });

  it('at night a ticket for the next morning is taken from tomorrow’s numbers, and who came first is first', async () => {
    const day = openDay(
      queueTown({ lines: [{ ...line(), nightQuota: 2 }] }),
      '2026-12-07T21:00+08:00',
    );
    const input = { place, line: 'marriage' };
    expect(await day.refusal(terminal, 'ticket.take', input)).to.equal('ticket.closed');
    const { opening } = await day.ask('queue.offer', { place });
    expect(opening.next).to.deep.equal({ date: '2026-12-08', from: '08:30' });
    const date = '2026-12-08';
    expect(await day.take('marriage', { date })).to.include({ number: 'A001', date });
    expect(await day.take('marriage', { date })).to.include({ number: 'A002', date });
    const third = { ...input, date };
    expect(await day.refusal(terminal, 'ticket.take', third)).to.equal('ticket.none-left');
    const later = { ...input, date: '2026-12-09' };
    expect(await day.refusal(terminal, 'ticket.take', later)).to.equal('ticket.not-that-day');
    day.court.now = Date.parse('2026-12-08T08:40+08:00');
    expect((await day.take('marriage')).number).to.equal('A003');
    await day.open('c1');
    expect(await day.next('c1')).to.equal('A001');
    // The night does not count as waiting.
    const { waiting } = await day.ask('queue.desk', { place, counter: 'c1' }, clerk);
    expect(waiting[0]?.at).to.equal(Date.parse('2026-12-08T08:30+08:00'));
  });

  it('a holiday is not a workday, and a worked Saturday is', async () => {
    const day = openDay(queueTown(), '2026-10-01T09:00+08:00');
    const { opening } = await day.ask('queue.offer', { place });
    expect(opening.state).to.equal('closed');
    expect(opening.next?.date).to.equal('2026-10-08');
    day.court.now = Date.parse('2026-10-10T09:00+08:00');
    expect((await day.take('marriage')).number).to.equal('A001');
  });

  it('when the day’s tickets are gone, that is said', async () => {
    const day = openDay(queueTown({ lines: [{ ...line(), dailyQuota: 2 }] }), monday);
    await day.take('marriage');
    await day.take('marriage');
    const input = { place, line: 'marriage' };
    expect(await day.refusal(terminal, 'ticket.take', input)).to.equal('ticket.none-left');
  });

  it('one appointment gives one ticket, and only at its place on its day', async () => {
    const day = openDay(queueTown(), monday);
    const came = {
      ...{ place, service: 'marriage', date: '2026-12-07', time: '09:30' },
      at: day.court.now,
    };
    const docs = day.court.docs as Map<string, object>;
    docs.set(checkIn.key('p-1'), came);
    docs.set(checkIn.key('p-2'), { ...came, date: '2026-12-08' });
    const input = { place, line: 'marriage', checkIn: 'p-1' };
    expect(await day.take('marriage', { checkIn: 'p-1' })).to.include({ tier: 'appointment' });
    expect(await day.refusal(terminal, 'ticket.take', input)).to.equal('ticket.taken-already');
    for (const [id, line] of [
      ['p-2', 'marriage'],
      ['p-3', 'marriage'],
      ['p-1', 'relief'],
    ] as const)
      expect(await day.refusal(terminal, 'ticket.take', { place, line, checkIn: id })).to.equal(
        'ticket.no-check-in',
      );
  });

  it('a ticket that got lost between hall and person is handed out again, with the same number', async () => {
    const day = openDay(queueTown(), monday);
    const came = { place, service: 'marriage', date: '2026-12-07', time: '09:30', at: 0 };
    (day.court.docs as Map<string, object>).set(checkIn.key('p-1'), came);
    const lost = await day.send('ticket.take', { place, line: 'marriage', checkIn: 'p-1' });
    day.later(30); // long enough for it to be passed over, if it stood in a line
    await day.open('c1');
    const held = await day.take('marriage', { checkIn: 'p-1' });
    expect(held).to.deep.equal(lost);
    expect(await day.next('c1')).to.equal(held.number);
  });

  it('whoever checks in for an appointment is called by its time, before those who came earlier', async () => {
    const pack = centrePack(
      { checkIn: { earlyMinutes: 60, lateMinutes: 15 } },
      {
        queues: [
          queueOf({
            policy: { kind: 'appointments' },
            lines: [{ ...queueOf().lines[0]!, id: 'intake', services: ['intake'] }],
            counters: [{ id: 'c1', number: 1, lines: ['intake'], helps: [] }],
          }),
        ],
      },
    );
    const day = openDay(pack, '2026-12-07T08:00+08:00');
    day.court.actor = terminal;
    const slot = { ...centre, date: '2026-12-07', time: '10:00' };
    const booked = await bookFor(day.court, slot, somebody(1));
    day.later(60); // 09:00
    const early = await day.take('intake');
    day.later(30);
    const { id } = await day.send('booking.check-in', { code: booked.code, phoneTail });
    const mine = await day.take('intake', { checkIn: id });
    const late = await day.take('intake');
    await day.open('c1');
    day.later(28); // 09:58, two minutes before the appointed time
    const called = [await day.next('c1'), await day.next('c1'), await day.next('c1')];
    expect(called).to.deep.equal([mine.number, early.number, late.number]);
  });

  it('a terminal that was turned away and enrolled anew hands in what people hold, each once', async () => {
    const day = openDay(queueTown(), monday);
    const { id, date, from } = await day.send('ticket.lease', {
      place,
      line: 'marriage',
      count: 5,
    });
    const ticket = {
      ...{ n: from, at: day.court.now, pass: '123456' },
      ...({ tier: 'standard', delivered: 'printed' } as const),
    };
    const input = { place, date, band: id, tickets: [ticket] };
    const beyond = { ...input, tickets: [{ ...ticket, n: from + 5 }] };
    expect(await day.refusal(terminal, 'ticket.merge', beyond)).to.equal('ticket.no-such-band');
    day.court.actor = { kind: 'device', id: 'kiosk-1-again', as: 'kiosk' };
    const merged = await day.court.send('ticket.merge', input);
    expect(merged.ok && merged.result.numbers).to.deep.equal(['A001']);
    expect((await day.send('ticket.merge', input)).numbers, 'a second time').to.deep.equal([]);
  });

  it('a forged band and a forged ticket of a band are refused, and change nothing', async () => {
    const day = openDay(queueTown(), monday);
    await day.take('marriage'); // the hall has given this one out itself
    const band = await day.send('ticket.lease', { place, line: 'marriage', count: 5 });
    const { id, date } = band;
    const ticket = {
      ...{ n: 2, at: day.court.now, pass: '111111' },
      ...({ tier: 'standard', delivered: 'printed' } as const),
    };
    const right = { place, date, band: id, tickets: [ticket] };
    const forged: [string, InputOf<'ticket.merge'>][] = [
      [
        'a band nobody leased',
        { ...right, band: id.replace(/.$/, (last) => (last === '0' ? '1' : '0')) },
      ],
      ['one of another day', { ...right, date: '2026-12-08' }],
      ['one of another place', { ...right, place: 'registry' }],
      ['a number the hall gave out', { ...right, tickets: [{ ...ticket, n: 1 }] }],
      ['a number behind the band', { ...right, tickets: [ticket, { ...ticket, n: 7 }] }],
    ];
    for (const [what, input] of forged)
      expect(await day.refusal(terminal, 'ticket.merge', input), what).to.match(
        /^ticket\.(no-such-band|no-queue-here)$/,
      );
    expect(await day.refusal({ kind: 'anonymous' }, 'ticket.merge', right)).to.equal(
      'actor.not-allowed',
    );

    await day.send('ticket.merge', right);
    // Whoever hands it in once more with another pass takes nobody's number over.
    const again = await day.send('ticket.merge', {
      ...right,
      tickets: [{ ...ticket, pass: '999999' }],
    });
    expect(again.numbers).to.deep.equal([]);
    const held = { place, date, number: 'A002' };
    const { state } = await day.ask('queue.status', { ...held, pass: '111111' });
    expect(state).to.equal('waiting');
    day.court.actor = terminal;
    expect((await day.court.read('queue.status', { ...held, pass: '999999' })).ok).to.equal(false);
  });

  it('who took a ticket while the line was down stands where they came, and nobody loses a place', async () => {
    const day = openDay(queueTown(), monday);
    await day.open('c1');
    const band = await day.send('ticket.lease', { place, line: 'marriage', count: 5 });
    await day.take('marriage'); // A006, at 09:00
    day.later(5);
    const offline = takeFromBand(band, [], { now: day.court.now, pass: '555555', priority: false });
    if (!offline.ok) throw new Error('no number');
    day.later(5);
    await day.take('marriage'); // A007, at 09:10
    await day.send('ticket.merge', {
      ...{ place, date: band.date, band: band.id },
      tickets: [{ ...offline.value.ticket, delivered: 'printed' }],
    });
    const called = [await day.next('c1'), await day.next('c1'), await day.next('c1')];
    expect(called).to.deep.equal(['A006', 'A001', 'A007']);
  });

  it('a terminal with a clock of its own can’t put anybody before the lease or after now', async () => {
    const day = openDay(queueTown(), monday);
    const { id, date } = await day.send('ticket.lease', { place, line: 'marriage', count: 5 });
    const leasedAt = day.court.now;
    day.later(10);
    const base = { pass: '123456', tier: 'standard', delivered: 'printed' } as const;
    const tickets = [
      { ...base, n: 1, at: 0 },
      { ...base, n: 2, at: day.court.now * 2 },
    ];
    await day.send('ticket.merge', { place, date, band: id, tickets });
    const { waiting } = await day.ask('queue.desk', { place, counter: 'c1' }, clerk);
    expect(waiting.map(({ at }) => at)).to.deep.equal([leasedAt, day.court.now]);
  });

  it('nothing that is stored or told to partners says what a person answered', async () => {
    const day = openDay(queueTown(), monday);
    await day.take('marriage', { needs: ['legs'] });
    const all = JSON.stringify([[...day.court.docs], day.court.events]);
    expect(all).not.to.contain('legs');
    expect(JSON.stringify(day.court.events)).not.to.contain('pass');
  });
});

function line() {
  const [first] = queueTown().queues[0]?.lines ?? [];
  if (!first) throw new Error('no line');
  return first;
}
