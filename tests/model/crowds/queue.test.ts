/** A hall on its fullest day. */
import { expect } from '@open-wc/testing';
import { queueDay } from '../../../src/model/queue/documents.ts';
import { clerk, openDay, place } from '../../harness/queue-day.ts';
import { manyCounters, queueTown } from '../../harness/queues.ts';

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
});
