import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { bookingDay } from '../../../src/model/booking/documents.ts';
import { order } from '../../../src/model/catalog/documents.ts';
import { checkPack } from '../../../src/model/pack-check.ts';
import type { Actor } from '../../../src/model/shared/law.ts';
import { answered, as, codeOf, done, house } from '../../harness/booked.ts';
import { openCourt, type Court } from '../../harness/court.ts';
import { phone, phoneTail } from '../../harness/persons.ts';
import { pickUpPack, shopPack } from '../../harness/shop.ts';

const MINUTE = 60_000;
const monday = Date.parse('2026-12-07T08:00+08:00');
const clerk: Actor = { kind: 'staff', id: 'li', roles: ['counter'] };
const nine = { place: 'shop', date: '2026-12-08', time: '09:00' };
const open = (): Court => openCourt(pickUpPack(), monday);

const keep = (court: Court) => court.send('booking.hold', { service: 'fetch', ...nine });
const reserve = (court: Court, code: string, more: object = {}) =>
  court.send('catalog.reserve', {
    ...{ place: 'shop', by: 'fen', phone, lines: [{ item: 'card', count: 1 }] },
    slot: { date: nine.date, time: nine.time, code },
    ...more,
  });
/** Somebody chooses a time and reserves. */
async function reserved(court: Court, more: object = {}) {
  const { code } = done(await keep(court));
  return done(await reserve(court, code, more));
}
async function freeAtNine(court: Court): Promise<number | undefined> {
  const { times } = (await answered(
    court.read('booking.times', { service: 'fetch', place: 'shop', date: nine.date }),
  )) as { times: readonly { time: string; free: number }[] };
  return times.find(({ time }) => time === '09:00')?.free;
}
async function freeCards(court: Court): Promise<number | undefined> {
  const { items } = (await answered(court.read('catalog.shelf', { place: 'shop' }))) as {
    items: Record<string, { free: number }>;
  };
  return items['card']?.free;
}

describe('a time to fetch what was reserved', () => {
  it('is kept while one makes up one’s mind, and taken with the goods', async () => {
    const court = open();
    const { code } = done(await keep(court));
    expect(await freeAtNine(court)).to.equal(1);
    const receipt = done(await reserve(court, code));
    expect(receipt.slot).to.deep.equal({ date: nine.date, time: nine.time });
    court.now += 60 * MINUTE; // the hold would have run out by now
    expect(await freeAtNine(court)).to.equal(1);
  });

  it('is never given to more people than the shop can serve', async () => {
    const court = open();
    await reserved(court);
    await reserved(court);
    expect(codeOf(await keep(court))).to.equal('booking.slot-taken');
  });

  it('that ran out takes no goods off the shelf, and says so', async () => {
    const court = open();
    const { code } = done(await keep(court));
    court.now += 11 * MINUTE;
    expect(codeOf(await reserve(court, code))).to.equal('catalog.time-gone');
    expect(await freeCards(court)).to.equal(20);
  });

  it('stays free where the goods can’t be had', async () => {
    const court = open();
    const { code } = done(await keep(court));
    const more = { lines: [{ item: 'card', count: 21 }] };
    expect(codeOf(await reserve(court, code, more))).to.equal('catalog.not-enough');
    court.now += 11 * MINUTE;
    expect(await freeAtNine(court)).to.equal(2);
  });

  it('can’t be a time of somebody else’s appointment, another hour, or one that was never kept', async () => {
    const court = open();
    const { code } = done(await keep(court));
    const at = (slot: object) => ({ slot: { date: nine.date, time: nine.time, code, ...slot } });
    for (const slot of [{ time: '09:30' }, { date: '2026-12-09' }, { code: '0000000000' }])
      expect(codeOf(await reserve(court, code, at(slot)))).to.equal('catalog.time-gone');
    expect(await freeCards(court)).to.equal(20);
  });

  it('goes back with the order: given up, fetched or left lying', async () => {
    const court = open();
    const { code } = await reserved(court);
    done(await court.send('catalog.cancel', { code, phoneTail }));
    expect(await freeAtNine(court)).to.equal(2);

    const early = await reserved(court, { phone: '13812345670' });
    const paid = { method: 'cash', fen: 800 };
    done(await as(court, clerk, () => court.send('catalog.hand-out', { code: early.code, paid })));
    expect(await freeAtNine(court)).to.equal(2);

    const late = await reserved(court, { phone: '13812345671' });
    court.now += 4 * 24 * 60 * MINUTE;
    done(await as(court, house, () => court.send('catalog.lapse', { code: late.code })));
    expect(await freeCards(court)).to.equal(19);
    expect(bookingDay.find(court.docs, bookingDay.key('shop', nine.date))).to.equal(undefined);
  });

  it('is nobody’s appointment: nobody books it by itself, and no guide says so', async () => {
    const court = open();
    const { code } = done(await keep(court));
    const filledIn = { persons: [], phone, declarations: [] };
    const outcome = await court.sendAnything('booking.confirm', { ...nine, code, ...filledIn });
    expect(outcome.ok).to.equal(false);
    const { bookable } = (await answered(court.read('guide.service', { service: 'fetch' }))) as {
      bookable: boolean;
    };
    expect(bookable).to.equal(false);
  });

  it('whatever happens in whatever order, times taken are those of orders that wait', async () => {
    const step = fc.constantFrom('keep', 'reserve', 'cancel', 'hand-out', 'wait', 'lapse');
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const court = open();
        const kept: string[] = [];
        const orders: string[] = [];
        for (const [i, one] of steps.entries()) {
          const code = orders[i % Math.max(1, orders.length)] ?? '0000000000';
          const paid = { method: 'cash', fen: 800 };
          if (one === 'keep') {
            const hold = await keep(court);
            if (hold.ok) kept.push(hold.result.code);
          } else if (one === 'reserve') {
            const tel = { phone: `138000000${10 + i}` };
            const made = await reserve(court, kept.pop() ?? '0000000000', tel);
            if (made.ok) orders.push(made.result.code);
          } else if (one === 'wait') court.now += 6 * MINUTE;
          else if (one === 'cancel')
            await as(court, clerk, () => court.send('catalog.cancel', { code }));
          else if (one === 'hand-out')
            await as(court, clerk, () => court.send('catalog.hand-out', { code, paid }));
          else await as(court, house, () => court.send('catalog.lapse', { code }));
        }
        const day = bookingDay.find(court.docs, bookingDay.key('shop', nine.date));
        const taken = (day?.takings ?? []).filter(({ heldUntil }) => heldUntil === undefined);
        const waiting = orders.flatMap((code) => {
          const doc = order.find(court.docs, order.key(code));
          return doc?.status === 'reserved' ? [doc.slot?.code] : [];
        });
        expect(taken.map(({ code }) => code)).to.have.members(waiting);
        expect(taken.length).to.be.at.most(2);
      }),
      { numRuns: 60 },
    );
  });

  it('a pack offers times on days on which things are still kept, and for nobody in person', () => {
    expect(checkPack(pickUpPack())).to.deep.equal([]);
    const said = (change: (pack: ReturnType<typeof pickUpPack>) => object): string[] => {
      const pack = pickUpPack();
      return checkPack({ ...pack, ...change(pack) }).map(({ sentence }) => sentence);
    };
    expect(said(() => ({ catalog: shopPack().catalog, bookables: [] }))).not.to.deep.equal([]);
    expect(
      said(({ bookables }) => ({
        bookables: bookables.map((one) => ({ ...one, horizonDays: 30 })),
      })),
    ).to.include('is 3, but times are offered 30 days ahead (horizonDays)');
    expect(
      said(({ bookables }) => ({
        bookables: bookables.map((one) => ({
          ...one,
          ...(one.service === 'fetch' && {
            persons: [{ role: 'a', name: { 'zh-CN': '甲', en: 'A' } }],
          }),
        })),
      })),
    ).to.include('is “fetch”, which asks for persons');
  });
});
