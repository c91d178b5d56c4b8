/** At the counters: nobody is called twice, nobody is forgotten, and every slip of a hand can be taken back. */
import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { queueDay, type QueueDay } from '../../../src/model/queue/documents.ts';
import { serviceMinutes, waitMinutes } from '../../../src/model/queue/figures.ts';
import { clerk, openDay, place, terminal, type Day } from '../../harness/queue-day.ts';
import { policies, queueTown } from '../../harness/queues.ts';

const monday = '2026-12-07T09:00+08:00';
const date = '2026-12-07';
const at = (counter: string) => ({ place, counter });

async function withThree(): Promise<Day> {
  const day = openDay(queueTown(), monday);
  await day.open('c1', 'c2', 'c3');
  for (let i = 0; i < 3; i += 1) {
    await day.take('marriage');
    day.later(1);
  }
  return day;
}

describe('calling', () => {
  it('two counters that press at once get two persons', async () => {
    const day = await withThree();
    expect(await day.next('c1')).to.equal('A001');
    expect(await day.next('c3')).to.equal('A002');
  });

  it('a clerk helps another line only while nobody waits in the own one', async () => {
    const day = await withThree();
    await day.take('relief');
    expect(await day.next('c2')).to.equal('B001');
    expect(await day.next('c2')).to.equal('A001');
  });

  it('a clerk who serves fewer lines today is not sent people of the others', async () => {
    const day = await withThree();
    await day.take('relief');
    await day.bids('counter.open', { ...at('c3'), lines: ['relief'] });
    expect(await day.next('c3')).to.equal('B001');
    expect(await day.refusal(clerk, 'ticket.call', at('c3'))).to.equal('ticket.nobody-waits');
    const wrong = { ...at('c1'), lines: ['relief'] };
    expect(await day.refusal(clerk, 'counter.open', wrong)).to.equal('counter.cannot-serve');
  });

  it('whoever waits and wherever: a counter is sent nobody of a line it can’t serve, and helps only while its own are empty', async () => {
    const can = { c1: ['A'], c2: ['B'], c3: ['A', 'B'] } as const;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...policies),
        fc.array(fc.constantFrom('marriage', 'relief'), { maxLength: 12 }),
        fc.array(fc.constantFrom('c1', 'c2', 'c3'), { maxLength: 14 }),
        async (policy, takes, calls) => {
          const day = openDay(queueTown({ policy }), monday);
          await day.open('c1', 'c2', 'c3');
          const waiting = new Set<string>();
          for (const line of takes) waiting.add((await day.take(line)).number);
          for (const counter of calls) {
            const own = [...waiting].filter((number) =>
              can[counter].some((letter) => number.startsWith(letter)),
            );
            const helped = counter === 'c2' ? [...waiting] : [];
            const may = own.length > 0 ? own : helped;
            if (may.length === 0) {
              const refusal = await day.refusal(clerk, 'ticket.call', at(counter));
              expect(refusal).to.equal('ticket.nobody-waits');
            } else {
              const number = await day.next(counter);
              expect(may).to.include(number);
              waiting.delete(number);
            }
          }
        },
      ),
      { numRuns: 25 },
    );
  });

  it('a number called by name leaves the others where they are', async () => {
    const day = await withThree();
    await day.bids('ticket.call', { ...at('c1'), number: 'A002' });
    expect(await day.next('c3')).to.equal('A001');
    expect(await day.next('c3')).to.equal('A003');
    const again = { ...at('c1'), number: 'A002' };
    expect(await day.refusal(clerk, 'ticket.call', again)).to.equal('ticket.not-waiting');
  });

  it('only staff call, and only at a counter that is open', async () => {
    const day = await withThree();
    expect(await day.refusal(terminal, 'ticket.call', at('c1'))).to.equal('actor.not-allowed');
    await day.bids('counter.pause', at('c1'));
    expect(await day.refusal(clerk, 'ticket.call', at('c1'))).to.equal('counter.not-open');
    await day.open('c1');
    expect(await day.next('c1')).to.equal('A001');
    expect(await day.refusal(clerk, 'counter.close', at('c1'))).to.equal('counter.busy');
    await day.bids('ticket.finish', at('c1'));
    await day.bids('counter.close', at('c1'));
  });

  it('a call is repeated as often as the hall allows, and each is announced', async () => {
    const day = await withThree();
    await day.next('c1');
    expect((await day.bids('ticket.recall', at('c1'))).left).to.equal(1);
    expect((await day.bids('ticket.recall', at('c1'))).left).to.equal(0);
    expect(await day.refusal(clerk, 'ticket.recall', at('c1'))).to.equal('ticket.called-enough');
    const { calls } = await day.ask('queue.board', { place });
    expect(calls.map(({ count, number, again }) => [count, number, again])).to.deep.equal([
      [1, 'A001', 0],
      [2, 'A001', 1],
      [3, 'A001', 2],
    ]);
  });

  it('who missed the call comes back after the next three, and the board says so', async () => {
    const day = await withThree();
    for (let i = 0; i < 3; i += 1) await day.take('marriage');
    const missed = await day.next('c1');
    await day.bids('ticket.miss', at('c1'));
    expect((await day.ask('queue.board', { place })).missed).to.deep.equal(['A001']);
    await day.bids('ticket.return', { ...at('c1'), date, number: missed });
    const { back } = await day.ask('queue.board', { place });
    expect(back).to.deep.equal([{ number: 'A001', after: 3 }]);
    const called = [];
    for (let i = 0; i < 5; i += 1) called.push(await day.next('c1'));
    expect(called).to.deep.equal(['A002', 'A003', 'A004', 'A001', 'A005']);
  });

  it('who is back does not wait for three that never come', async () => {
    const day = await withThree();
    await day.next('c1');
    await day.bids('ticket.miss', at('c1'));
    await day.bids('ticket.return', { ...at('c1'), date, number: 'A001' });
    const called = [await day.next('c1'), await day.next('c1'), await day.next('c1')];
    expect(called).to.deep.equal(['A002', 'A003', 'A001']);
  });

  it('a missed call is not forgiven without end', async () => {
    const day = openDay(queueTown({ maxReturns: 1 }), monday);
    await day.open('c1');
    const { number } = await day.take('marriage');
    const held = { place, date, number };
    await day.next('c1');
    await day.bids('ticket.miss', at('c1'));
    await day.bids('ticket.return', held);
    await day.next('c1');
    await day.bids('ticket.miss', at('c1'));
    expect(await day.refusal(clerk, 'ticket.return', held)).to.equal('ticket.returned-enough');
  });

  it('who steps out keeps the place, and is not called in between', async () => {
    const day = openDay(queueTown(), monday);
    await day.open('c1');
    const first = await day.take('marriage');
    for (let i = 0; i < 3; i += 1) await day.take('marriage');
    const { number, pass } = first;
    await day.send('ticket.away', { place, date, number, pass, minutes: 20 });
    expect(await day.next('c1')).to.equal('A002');
    day.later(20);
    expect(await day.next('c1')).to.equal('A001');
  });

  it('who is back early says so, and is called at once', async () => {
    const day = await withThree();
    await day.next('c1');
    await day.bids('ticket.park', { ...at('c1'), minutes: 20 });
    await day.bids('ticket.back', { ...at('c1'), date, number: 'A001' });
    expect(await day.next('c1')).to.equal('A001');
  });

  it('a transferred person keeps the time of coming', async () => {
    const day = await withThree();
    await day.take('relief');
    await day.next('c1');
    await day.bids('ticket.transfer', { ...at('c1'), line: 'relief' });
    expect(await day.next('c2')).to.equal('A001');
    expect(await day.next('c2')).to.equal('B001');
  });

  it('somebody else’s ticket can’t be touched without its pass', async () => {
    const day = openDay(queueTown(), monday);
    const { number, pass } = await day.take('marriage');
    const wrong = { place, date, number, pass: pass === '111111' ? '222222' : '111111' };
    for (const name of ['ticket.leave', 'ticket.back', 'ticket.return'] as const) {
      expect(await day.refusal(terminal, name, wrong)).to.equal('ticket.not-found');
      expect(await day.refusal(terminal, name, { place, date, number })).to.equal(
        'ticket.not-found',
      );
    }
    await day.send('ticket.leave', { place, date, number, pass });
    expect((await day.ask('queue.board', { place })).lines[0]?.waiting).to.equal(0);
  });

  it('at the end of the day nobody sits forgotten at a counter, and it can be taken back', async () => {
    const day = await withThree();
    await day.next('c1');
    expect(await day.refusal(clerk, 'queue.end', { place })).to.equal('counter.busy');
    await day.bids('ticket.finish', at('c1'));
    await day.bids('queue.end', { place });
    const take = { place, line: 'marriage' };
    expect(await day.refusal(terminal, 'ticket.take', take)).to.equal('ticket.day-ended');
    expect(await day.refusal(clerk, 'counter.open', at('c1'))).to.equal('ticket.day-ended');
    await day.bids('queue.reopen', { place });
    await day.open('c1');
    expect(await day.next('c1')).to.equal('A002');
  });

  it('every state of a ticket is a row with a beginning and an end', async () => {
    const day = await withThree();
    await day.next('c1');
    day.later(7);
    await day.bids('ticket.finish', at('c1'));
    const ticket = day.court.docs.get(`queue/ticket/${place}/${date}/A001`) as {
      rows: { state: string; from: number; to?: number }[];
    };
    expect(ticket.rows.map(({ state }) => state)).to.deep.equal([
      ...['issued', 'waiting', 'called', 'finished'],
    ]);
    for (const [i, { to }] of ticket.rows.slice(0, -1).entries())
      expect(to).to.equal(ticket.rows[i + 1]?.from);
    const { rows } = await day.ask('queue.stats', { place, date }, clerk);
    expect(rows[0]).to.include({ taken: 3, called: 1, finished: 1 });
    expect([waitMinutes(rows[0]!), serviceMinutes(rows[0]!)]).to.deep.equal([3, 7]);
  });
});

describe('undo', () => {
  /** Prepares counter 1, and gives back what is done there and was a mistake. */
  const slips: Record<string, (day: Day) => Promise<() => Promise<unknown>>> = {
    call: (day) => Promise.resolve(() => day.next('c1')),
    'call by number': (day) =>
      Promise.resolve(() => day.bids('ticket.call', { ...at('c1'), number: 'A003' })),
    'call while somebody is back': async (day) => {
      await day.next('c1');
      await day.bids('ticket.miss', at('c1'));
      await day.bids('ticket.return', { ...at('c3'), date, number: 'A001' });
      return () => day.next('c1');
    },
    away: (day) =>
      Promise.resolve(() =>
        day.bids('ticket.away', { ...at('c1'), date, number: 'A002', minutes: 20 }),
      ),
    recall: async (day) => {
      await day.next('c1');
      return () => day.bids('ticket.recall', at('c1'));
    },
    finish: async (day) => {
      await day.next('c1');
      return () => day.bids('ticket.finish', at('c1'));
    },
    miss: async (day) => {
      await day.next('c1');
      return () => day.bids('ticket.miss', at('c1'));
    },
    park: async (day) => {
      await day.next('c1');
      return () => day.bids('ticket.park', { ...at('c1'), minutes: 5 });
    },
    transfer: async (day) => {
      await day.next('c1');
      return () => day.bids('ticket.transfer', { ...at('c1'), line: 'relief' });
    },
    return: async (day) => {
      await day.next('c1');
      await day.bids('ticket.miss', at('c1'));
      return () => day.bids('ticket.return', { ...at('c1'), date, number: 'A001' });
    },
    resume: async (day) => {
      await day.next('c1');
      await day.bids('ticket.park', { ...at('c1'), minutes: 5 });
      return () => day.bids('ticket.back', { ...at('c1'), date, number: 'A001' });
    },
  };

  /** All that somebody can see of the hall, but for the calls, which were heard. */
  async function seen(day: Day): Promise<string> {
    const { calls: _, ...board } = await day.ask('queue.board', { place });
    const desk = await day.ask('queue.desk', { place, counter: 'c1' }, clerk);
    const { rows } = await day.ask('queue.stats', { place, date }, clerk);
    const counts = rows.map(({ called, finished, line }) => [line, called, finished]);
    // Key by key in one order: what was put back is written anew.
    const waiting = desk.waiting.map((one) =>
      Object.entries(one).toSorted(([a], [b]) => (a < b ? -1 : 1)),
    );
    const { missed, back, lines } = board;
    return JSON.stringify([missed, back, lines, desk.here, desk.undo, waiting, counts]);
  }

  for (const [did, prepare] of Object.entries(slips))
    it(`of ${did} leaves everything as it was`, async () => {
      const day = await withThree();
      const slip = await prepare(day);
      const before = await seen(day);
      await slip();
      expect(await seen(day)).not.to.equal(before);
      expect((await day.bids('ticket.undo', at('c1'))).did).to.equal(did.split(' ')[0]);
      const after = await seen(day);
      expect(after).to.equal(before);
      // And the hall goes on from there.
      const again = (await day.ask('queue.desk', at('c1'), clerk)).here
        ? await day.bids('ticket.finish', at('c1'))
        : await day.bids('ticket.call', at('c1'));
      expect(again.number).to.match(/^A00\d$/);
    });

  for (const policy of policies)
    it(`under “${policy.kind}” puts whoever was called by mistake back to where they stood`, async () => {
      const call = fc.constantFrom<{ number?: string }>({}, { number: 'A002' }, { number: 'A007' });
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.boolean(), { minLength: 8, maxLength: 14 }),
          fc.integer({ min: 0, max: 4 }),
          call,
          async (needs, calls, slip) => {
            const day = openDay(queueTown({ policy }), monday);
            await day.open('c1', 'c3');
            for (const need of needs) {
              await day.take('marriage', need ? { needs: ['elder'] } : {});
              day.later(3);
            }
            for (let i = 0; i < calls; i += 1) await day.next('c3');
            const before = await seen(day);
            day.court.actor = clerk;
            // Whoever was called before is no slip any more, and is refused.
            if (!(await day.court.send('ticket.call', { ...at('c1'), ...slip })).ok) return;
            await day.bids('ticket.undo', at('c1'));
            expect(await seen(day)).to.equal(before);
          },
        ),
        { numRuns: 8 },
      );
    });

  it('does not take a person away from another counter that has called them since', async () => {
    const day = await withThree();
    await day.next('c1');
    await day.bids('ticket.transfer', { ...at('c1'), line: 'relief' });
    expect(await day.next('c2')).to.equal('A001');
    expect(await day.refusal(clerk, 'ticket.undo', at('c1'))).to.equal('ticket.moved-on');
    const fresh = openDay(queueTown(), monday);
    expect(await fresh.refusal(clerk, 'ticket.undo', at('c1'))).to.equal('counter.nothing-to-undo');
  });

  it('whatever is done and undone, nobody is lost and nobody is in two places', async () => {
    const acts = ['call', 'recall', 'miss', 'park', 'transfer', 'finish', 'undo'] as const;
    const step = fc.oneof(
      { weight: 3, arbitrary: fc.record({ take: fc.constantFrom('marriage', 'relief') }) },
      {
        weight: 7,
        arbitrary: fc.record({
          act: fc.constantFrom(...acts),
          counter: fc.constantFrom('c1', 'c2', 'c3'),
        }),
      },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 60 }), async (steps) => {
        const day = openDay(queueTown(), monday);
        await day.open('c1', 'c2', 'c3');
        for (const one of steps) {
          day.later(1);
          day.court.actor = clerk;
          if ('take' in one) await day.take(one.take);
          else if (one.act === 'park')
            await day.court.send('ticket.park', { ...at(one.counter), minutes: 3 });
          else if (one.act === 'transfer')
            await day.court.send('ticket.transfer', { ...at(one.counter), line: 'relief' });
          else await day.court.send(`ticket.${one.act}`, at(one.counter));
        }
        const where = new Map<string, string[]>();
        const found = (number: string, state: string) =>
          where.set(number, [...(where.get(number) ?? []), state]);
        const now = day.court.docs.get(queueDay.key(place, date)) as QueueDay;
        for (const { number } of now.placed) found(number, 'waits');
        for (const number of now.missed) found(number, 'missed');
        for (const { here } of Object.values(now.counters)) if (here) found(here.number, 'called');
        for (const [key, doc] of day.court.docs)
          if (key.startsWith('queue/block/'))
            for (const { number } of (doc as { standers: { number: string }[] }).standers)
              found(number, 'waits');
        const states = { waiting: 'waits', parked: 'waits', called: 'called', missed: 'missed' };
        for (const [key, doc] of day.court.docs) {
          if (!key.startsWith('queue/ticket/')) continue;
          const { number, rows } = doc as { number: string; rows: { state: string }[] };
          const state = states[rows.at(-1)?.state as keyof typeof states] as string | undefined;
          expect(where.get(number) ?? [], number).to.deep.equal(state ? [state] : []);
        }
      }),
      { numRuns: 60 },
    );
  });
});
