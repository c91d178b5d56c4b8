/** A hall on its fullest day: the rules alone, and eight windows on one browser’s database. */
import { expect } from '@open-wc/testing';
import { queueDay } from '../../../src/model/queue/documents.ts';
import { clerk, openDay, place } from '../../harness/queue-day.ts';
import { openQueueHall } from '../../harness/queue-hall.ts';
import { manyCounters, queueTown } from '../../harness/queues.ts';

const TICKETS = 200;

describe('a queue with thousands in it', () => {
  it('eight counters call 1,600 tickets: each once, each in the order of coming', async () => {
    const day = openDay(queueTown(manyCounters(8, 4)), '2026-12-07T09:00+08:00');
    const lines = ['line-1', 'line-2', 'line-3', 'line-4'];
    const taken: string[] = [];
    for (let i = 0; i < 1600; i += 1) {
      day.court.now += 1000;
      taken.push((await day.take(lines[(i * 7) % 4] ?? '')).number);
    }
    const document = day.court.docs.get(queueDay.key(place, '2026-12-07'));
    expect(JSON.stringify(document).length, 'the day stays a small document').to.be.below(4000);

    const counters = Array.from({ length: 8 }, (_, i) => `c${i + 1}`);
    await day.open(...counters);
    const called: string[] = [];
    for (let i = 0; i < 1600; i += 1) called.push(await day.next(counters[i % 8] ?? ''));
    expect(called).to.deep.equal(taken);
    expect(await day.refusal(clerk, 'ticket.call', { place, counter: 'c1' })).to.equal(
      'ticket.nobody-waits',
    );
  });

  it('eight windows of one browser call two hundred tickets at the same time: each once and in order', async () => {
    const hall = openQueueHall({ pack: queueTown(manyCounters(8, 1)) });
    const windows = Array.from({ length: 8 }, () => hall.window());
    try {
      for (let i = 0; i < TICKETS / 50; i += 1) await hall.takeFifty('line-1');
      const called: number[] = [];
      let begun = 0;
      await Promise.all(
        windows.map(async (clerkAt, i) => {
          const at = { place, counter: `c${i + 1}` };
          const told = (name: 'counter.open' | 'ticket.call') =>
            clerkAt.send(name, at, { idempotencyKey: crypto.randomUUID() });
          await told('counter.open');
          for (let last = 0; ;) {
            begun += 1;
            const outcome = await told('ticket.call');
            if (outcome.status !== 'sent') {
              expect(outcome).to.have.nested.property('refusal.code', 'ticket.nobody-waits');
              return;
            }
            const number = Number((outcome.result as { number: string }).number.slice(1));
            expect(number, 'nobody who stood before the one it had').to.be.above(last);
            expect(number, 'nobody while somebody before them is not called').to.be.at.most(begun);
            called.push((last = number));
          }
        }),
      );
      const all = Array.from({ length: TICKETS }, (_, i) => i + 1);
      expect(called.toSorted((a, b) => a - b)).to.deep.equal(all);
    } finally {
      windows.forEach((window) => window.close());
      hall.close();
    }
  });
});
