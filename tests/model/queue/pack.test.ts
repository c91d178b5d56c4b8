/** A queue that a pack brings: every mistake is named before it stands in a hall. */
import { expect } from '@open-wc/testing';
import { assemblePack } from '../../../src/model/pack-check.ts';
import type { Queue } from '../../../src/model/queue/rules.ts';
import { queueTown } from '../../harness/queues.ts';

const file = 'queues/centre.json';

function said(change: (queue: Queue) => void, name = file): string[] {
  const { subdistricts, places, services, queues, ...rest } = queueTown();
  const { openings: _o, closures: _c, bookables: _b, forms: _f, cases: _k, ...more } = rest;
  const { calendar: _y, ...head } = more;
  const queue = structuredClone(queues[0]);
  if (!queue) throw new Error('no queue');
  change(queue);
  const files = new Map<string, unknown>([
    ['pack.json', head],
    ['subdistricts.json', subdistricts],
    ['places.json', places],
    ...services.map((one): [string, unknown] => [`services/${one.id}.json`, one]),
    [name, queue],
  ]);
  return assemblePack(files).mistakes.map((one) => `${one.file}#${one.path}: ${one.sentence}`);
}

describe('the queue of a pack', () => {
  it('is taken when it is right', () => {
    expect(said(() => {})).to.deep.equal([]);
  });

  it('a line that no counter serves would let people wait for ever', () => {
    expect(
      said((queue) => queue.counters.forEach((one) => (one.lines = ['marriage']))),
    ).to.deep.equal([`${file}#/lines/1/id: is “relief”, which no counter serves`]);
  });

  it('two lines with one letter would give out one number twice', () => {
    expect(said((queue) => (queue.lines[1]!.letter = 'A'))).to.deep.equal([
      `${file}#/lines/1/letter: is “A”, like /lines/0/letter before`,
    ]);
  });

  it('two counters with one number would send people to the wrong one', () => {
    expect(said((queue) => (queue.counters[2]!.number = 1))).to.deep.equal([
      `${file}#/counters/2/number: is “1”, like /counters/0/number before`,
    ]);
  });

  it('names that nothing has are named', () => {
    expect(said((queue) => (queue.counters[0]!.lines = ['mariage']))).to.deep.equal([
      `${file}#/counters/0/lines/0: names an unknown line, “mariage”; did you mean “marriage”?`,
    ]);
    expect(said((queue) => (queue.lines[0]!.services = ['parking']))).to.deep.equal([
      `${file}#/lines/0/services/0: names an unknown service, “parking”`,
    ]);
    expect(said((queue) => (queue.place = 'yard'))).to.include(
      `${file}#/place: names an unknown place, “yard”`,
    );
  });

  it('a place that closes before it opens, and more night tickets than tickets, are misprints', () => {
    expect(said((queue) => (queue.hours[0]!.to = '08:00'))).to.deep.equal([
      `${file}#/hours/0/to: closes at 08:00, not after it opens at 08:30`,
    ]);
    expect(said((queue) => (queue.lines[0]!.nightQuota = 500))).to.deep.equal([
      `${file}#/lines/0/nightQuota: is 500, more than the 400 of the day`,
    ]);
  });

  it('a policy that nobody knows is refused', () => {
    const wrong = { kind: 'luck' } as unknown as Queue['policy'];
    expect(said((queue) => (queue.policy = wrong)).join()).to.contain(`${file}#/policy`);
  });
});
