/** Who goes first: each policy as a promise. */
import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import {
  nextOfLine,
  orderOf,
  tierNow,
  whyAfter,
  type Waiting,
} from '../../../src/model/queue/policy.ts';
import type { Policy, Tier } from '../../../src/model/queue/rules.ts';
import { quietFrom, waitFor } from '../../../src/model/queue/wait.ts';
import { emptyDay } from '../../../src/model/queue/sheet.ts';
import type { QueueDay } from '../../../src/model/queue/documents.ts';
import { clerk, openDay, place } from '../../harness/queue-day.ts';
import { ageing, policies, queueOf, queueTown } from '../../harness/queues.ts';

const MINUTE = 60_000;
const nine = Date.parse('2026-12-07T09:00+08:00');
const noTurns = { appointment: 0, priority: 0, standard: 0 };

const anyPolicy = fc.constantFrom(...policies);
const anyWaiting = fc
  .array(
    fc.record({
      tier: fc.constantFrom<Tier>('standard', 'priority', 'appointment'),
      at: fc.integer({ min: 0, max: 120 }),
      due: fc.integer({ min: 0, max: 180 }),
      after: fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined, freq: 6 }),
    }),
    { maxLength: 40 },
  )
  .map((list) =>
    list.map(({ tier, at, due, after }, i): Waiting => ({
      number: `A${String(i + 1).padStart(3, '0')}`,
      line: 'marriage',
      tier,
      at: nine + at * MINUTE,
      ...(tier === 'appointment' && { due: nine + due * MINUTE }),
      ...(after !== undefined && { after }),
    })),
  );

/** As above, and nobody has missed a call. */
const anyLine = anyWaiting.map((waiting) => waiting.filter(({ after }) => after === undefined));
const anyMoment = fc.integer({ min: 0, max: 240 }).map((minutes) => nine + minutes * MINUTE);
const byTime = (a: number, b: number): number => a - b;

/** Calls until nobody waits, the way a counter does. */
function callAll(policy: Policy, waiting: readonly Waiting[], now: number): string[] {
  const queue = queueOf({ policy });
  const called: string[] = [];
  let left = [...waiting];
  let turns = noTurns;
  while (left.length > 0) {
    const pick = nextOfLine(queue, turns, left, now);
    if (!pick) throw new Error('somebody waits and nobody is called');
    called.push(pick.next.number);
    turns = pick.turns;
    left = left
      .filter(({ number }) => number !== pick.next.number)
      .map((one) => (one.after ? { ...one, after: one.after - 1 } : one));
  }
  return called;
}

describe('a policy', () => {
  it('gives the same order on any machine, however the documents were read', () => {
    fc.assert(
      fc.property(anyPolicy, anyWaiting, fc.integer({ min: 0, max: 240 }), (policy, waiting, m) => {
        const queue = queueOf({ policy });
        const now = nine + m * MINUTE;
        const order = orderOf(queue, noTurns, waiting, now);
        const mixed = waiting.toReversed().toSorted((a, b) => (a.at % 7) - (b.at % 7));
        expect(orderOf(queue, noTurns, mixed, now)).to.deep.equal(order);
        expect(order.length, 'nobody is left out').to.equal(waiting.length);
      }),
    );
  });

  it('keeps its word: who is shown as the order is called in that order', () => {
    fc.assert(
      fc.property(anyPolicy, anyWaiting, fc.integer({ min: 0, max: 240 }), (policy, all, m) => {
        // Who comes back is promised a number of others, not a place; that has its own tests.
        const waiting = all.filter(({ after }) => after === undefined);
        const now = nine + m * MINUTE;
        const order = orderOf(queueOf({ policy }), noTurns, waiting, now);
        expect(callAll(policy, waiting, now)).to.deep.equal(order.map(({ number }) => number));
      }),
    );
  });

  it('under ageing nobody waits for ever: a head start is all that anybody has', () => {
    fc.assert(
      fc.property(anyWaiting, fc.integer({ min: 0, max: 240 }), (all, m) => {
        const waiting = all.filter(
          ({ tier, after }) => tier !== 'appointment' && after === undefined,
        );
        const order = orderOf(queueOf({ policy: ageing }), noTurns, waiting, nine + m * MINUTE);
        for (const [i, one] of order.entries())
          for (const before of order.slice(0, i))
            expect(before.at - one.at).to.be.at.most(20 * MINUTE);
      }),
    );
  });

  it('under ageing a person in a hall where priority never stops coming is called all the same', async () => {
    const day = openDay(queueTown({ policy: ageing }), '2026-12-07T09:00+08:00');
    await day.open('c1');
    await day.take('marriage');
    let minutes = 0;
    for (; minutes < 60; minutes += 1) {
      await day.take('marriage', { needs: ['elder'] });
      if ((await day.next('c1')) === 'A001') break;
      day.later(1);
    }
    expect(minutes).to.be.within(20, 21);
  });

  it('under arrival nobody is overtaken, whoever they are', () => {
    fc.assert(
      fc.property(anyLine, anyMoment, (waiting, now) => {
        const order = orderOf(queueOf({ policy: { kind: 'arrival' } }), noTurns, waiting, now);
        expect(order.map(({ at }) => at)).to.deep.equal(waiting.map(({ at }) => at).sort(byTime));
      }),
    );
  });

  it('under strict priority the tiers follow each other, and within one the earlier goes first', () => {
    fc.assert(
      fc.property(anyLine, anyMoment, (waiting, now) => {
        const queue = queueOf({ policy: { kind: 'strict' } });
        const order = orderOf(queue, noTurns, waiting, now);
        const tiers = order.map((one) => tierNow(one, queue, now));
        const ranks = tiers.map((tier) => ['appointment', 'priority', 'standard'].indexOf(tier));
        expect(ranks).to.deep.equal(ranks.toSorted(byTime));
        for (const tier of ['appointment', 'priority', 'standard']) {
          const ones = order.filter((_, i) => tiers[i] === tier);
          const times = ones.map(({ at, due = at }) => (tier === 'appointment' ? due : at));
          expect(times).to.deep.equal(times.toSorted(byTime));
        }
      }),
    );
  });

  it('under appointments only a due time goes before whoever came first', () => {
    fc.assert(
      fc.property(anyLine, anyMoment, (waiting, now) => {
        const queue = queueOf({ policy: { kind: 'appointments' } });
        const order = orderOf(queue, noTurns, waiting, now);
        const isDue = order.map((one) => tierNow(one, queue, now) === 'appointment');
        expect(isDue.lastIndexOf(true), 'who is due stands before all others').to.equal(
          isDue.filter(Boolean).length - 1,
        );
        const others = order.filter((_, i) => !isDue[i]).map(({ at }) => at);
        expect(others).to.deep.equal(others.toSorted(byTime));
      }),
    );
  });

  it('a ratio is kept in every round of calls, whatever the shares, as long as all are there', () => {
    const share = fc.integer({ min: 1, max: 5 });
    fc.assert(
      fc.property(share, share, share, fc.integer({ min: 1, max: 4 }), (a, p, s, rounds) => {
        const policy: Policy = { kind: 'ratio', appointment: a, priority: p, standard: s };
        const waiting = (['appointment', 'priority', 'standard'] as const).flatMap((tier, t) =>
          Array.from({ length: policy[tier] * rounds }, (_, i): Waiting => ({
            number: `A${(t + 1) * 100 + i}`,
            line: 'marriage',
            tier,
            at: nine + i * MINUTE,
            ...(tier === 'appointment' && { due: nine }),
          })),
        );
        const called = callAll(policy, waiting, nine + 300 * MINUTE);
        for (let i = 0; i < rounds; i += 1) {
          const round = called.slice(i * (a + p + s), (i + 1) * (a + p + s));
          const counts = ['1', '2', '3'].map(
            (tier) => round.filter((number) => number.charAt(1) === tier).length,
          );
          expect(counts).to.deep.equal([a, p, s]);
        }
      }),
    );
  });

  it('a ratio lets nobody wait for ever: each tier has its turn within a round', () => {
    const shares = fc.record({
      appointment: fc.integer({ min: 1, max: 5 }),
      priority: fc.integer({ min: 1, max: 5 }),
      standard: fc.integer({ min: 1, max: 5 }),
    });
    fc.assert(
      fc.property(shares, anyLine, anyMoment, (share, waiting, now) => {
        const queue = queueOf({ policy: { kind: 'ratio', ...share } });
        const order = orderOf(queue, noTurns, waiting, now).map((one) => tierNow(one, queue, now));
        const round = share.appointment + share.priority + share.standard;
        for (const tier of ['appointment', 'priority', 'standard'] as const) {
          const turns = order.flatMap((one, i) => (one === tier ? [i] : []));
          turns.forEach((turn, i) =>
            expect(turn - (turns[i - 1] ?? -1), `${tier} waits for its turn`).to.be.at.most(round),
          );
        }
      }),
    );
  });

  it('whoever comes later changes nothing among those who wait', () => {
    const stable = policies.filter(({ kind }) => kind !== 'ratio');
    fc.assert(
      fc.property(fc.constantFrom(...stable), anyLine, anyMoment, (policy, waiting, now) => {
        const queue = queueOf({ policy });
        const numbers = orderOf(queue, noTurns, waiting, now).map(({ number }) => number);
        const newcomer: Waiting = {
          ...{ number: 'A999', line: 'marriage', tier: 'priority', at: nine + 121 * MINUTE },
        };
        const after = orderOf(queue, noTurns, [newcomer, ...waiting], now);
        expect(after.map(({ number }) => number).filter((one) => one !== 'A999')).to.deep.equal(
          numbers,
        );
      }),
    );
  });

  it('an appointment goes first when its time has come, and not because somebody came early', () => {
    const queue = queueOf({ policy: { kind: 'appointments' } });
    const walkIn: Waiting = { number: 'A001', line: 'marriage', tier: 'standard', at: nine };
    const booked: Waiting = {
      ...{ number: 'A002', line: 'marriage', tier: 'appointment' },
      ...{ at: nine + MINUTE, due: nine + 30 * MINUTE },
    };
    const first = (now: number) => orderOf(queue, noTurns, [walkIn, booked], now)[0]?.number;
    expect(first(nine + 24 * MINUTE)).to.equal('A001');
    expect(first(nine + 25 * MINUTE)).to.equal('A002');
  });

  it('“why am I third?” counts each person before me once', () => {
    fc.assert(
      fc.property(anyPolicy, anyWaiting, fc.integer({ min: 0, max: 240 }), (policy, waiting, m) => {
        const queue = queueOf({ policy });
        const now = nine + m * MINUTE;
        const order = orderOf(queue, noTurns, waiting, now);
        for (const [i, me] of order.entries()) {
          const why = whyAfter(queue, me, order.slice(0, i), now);
          expect(why.earlier + why.priority + why.appointments + why.back).to.equal(i);
          expect(why.ahead).to.equal(i);
        }
      }),
    );
  });

  it('under strict priority, the person who waits reads who goes before them, and why', async () => {
    const day = openDay(queueTown({ policy: { kind: 'strict' } }), '2026-12-07T09:00+08:00');
    await day.take('marriage');
    const me = await day.take('marriage');
    day.later(1);
    await day.take('marriage', { needs: ['elder'] });
    const { date, number, pass } = me;
    const status = await day.ask('queue.status', { place, date, number, pass });
    expect(status.position).to.equal(3);
    expect(status.why).to.deep.equal({
      ...{ ahead: 2, earlier: 1, appointments: 0, priority: 1, back: 0 },
    });
  });
});

describe('the estimated wait', () => {
  const queue = queueOf();
  const [line] = queue.lines;
  if (!line) throw new Error('no line');
  const open = (took: number[]): QueueDay => ({
    ...emptyDay,
    lines: {
      marriage: {
        ...{ next: 1, night: 0, turns: noTurns, took },
        standard: { first: 0, next: 0, waiting: 0 },
        priority: { first: 0, next: 0, waiting: 0 },
      },
    },
    counters: { c1: { state: 'open', since: nine, done: [] } },
  });

  it('is no number at all while no counter is open', () => {
    expect(waitFor(queue, emptyDay, line, 3)).to.equal(undefined);
  });

  it('holds what really happens, most of the time', () => {
    const took = [6, 8, 9, 10, 10, 11, 12, 14].map((minutes) => minutes * 60);
    const range = waitFor(queue, open(took), line, 4);
    expect(range?.lowMinutes).to.be.at.most(36);
    expect(range?.highMinutes).to.be.at.least(40);
  });

  it('is a range, lower end first, that never shrinks when more people are ahead', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 10, max: 3600 }), { maxLength: 20 }),
        fc.integer({ min: 0, max: 50 }),
        (took, ahead) => {
          const here = waitFor(queue, open(took), line, ahead);
          const behind = waitFor(queue, open(took), line, ahead + 1);
          if (!here || !behind) throw new Error('no range');
          expect(here.lowMinutes).to.be.at.most(here.highMinutes);
          expect(behind.lowMinutes).to.be.at.least(here.lowMinutes);
          expect(behind.highMinutes).to.be.at.least(here.highMinutes);
        },
      ),
    );
  });

  it('“usually quiet” is said after some weeks only, and of the hours in which few came', () => {
    const tally = { called: 0, waited: 0, finished: 0, took: 0 };
    const hours = Object.fromEntries(
      [30, 25, 20, 4, 3, 12].map((taken, i) => [
        String(9 + i).padStart(2, '0'),
        { marriage: { ...tally, taken } },
      ]),
    );
    const past = { ...emptyDay, hours };
    expect(quietFrom([past, past], 'marriage')).to.equal(undefined);
    expect(
      quietFrom(
        Array.from({ length: 10 }, () => past),
        'marriage',
      ),
    ).to.equal(12);
  });

  it('is not computed from a person who was called by mistake', async () => {
    const day = openDay(queueTown(), '2026-12-07T09:00+08:00');
    await day.open('c1');
    await day.take('marriage');
    await day.next('c1');
    await day.bids('ticket.finish', { place, counter: 'c1' });
    await day.bids('ticket.undo', { place, counter: 'c1' });
    const { rows } = await day.ask('queue.stats', { place, date: '2026-12-07' }, clerk);
    expect(rows[0]?.finished).to.equal(0);
  });
});
