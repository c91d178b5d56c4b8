import { expect } from '@open-wc/testing';
import type { Actor } from '../../../src/model/shared/law.ts';
import { answered, as, codeOf, done } from '../../harness/booked.ts';
import { openCourt, type Court } from '../../harness/court.ts';
import { phone, phoneTail } from '../../harness/persons.ts';
import { shopPack } from '../../harness/shop.ts';

const DAY = 24 * 3600_000;
const monday = Date.parse('2026-12-07T08:00+08:00');
const clerk: Actor = { kind: 'staff', id: 'li', roles: ['counter'] };
const rice = { place: 'shop', item: 'rice' };
const open = (): Court => {
  const court = openCourt(shopPack(), monday);
  court.actor = clerk;
  return court;
};
const entry = async (court: Court, item = 'rice') => {
  const { items } = (await answered(court.read('stock.list', { place: 'shop' }))) as {
    items: readonly {
      item: string;
      free: number;
      aside: number;
      expired: number;
      withdrawn: boolean;
    }[];
  };
  return items.find((one) => one.item === item);
};
const reserved = async (court: Court, item: string, count: number) =>
  court.send('catalog.reserve', { place: 'shop', lines: [{ item, count }], by: 'fen', phone });

describe('a clerk at the shelf', () => {
  it('takes in what came, and it can be had at once', async () => {
    const court = open();
    done(await court.send('stock.intake', { ...rice, count: 5, bestBefore: '2027-06-01' }));
    expect(await entry(court)).to.deep.include({ free: 15, aside: 0, expired: 0 });
    const { sum } = await answered(court.read('stock.report', { place: 'shop', month: '2026-12' }));
    expect(sum.received).to.equal(5);
  });

  it('counts, and the difference is written down: missing or too many', async () => {
    const court = open();
    done(await reserved(court, 'rice', 3));
    const less = done(await court.send('stock.count', { ...rice, count: 5 }));
    expect(less).to.deep.include({ difference: -2, free: 5, aside: 3 });
    const more = done(await court.send('stock.count', { ...rice, count: 6 }));
    expect(more).to.deep.include({ difference: 1, free: 6 });
    expect(done(await court.send('stock.count', { ...rice, count: 6 })).difference).to.equal(0);
    const { sum } = await answered(court.read('stock.report', { place: 'shop', month: '2026-12' }));
    expect(sum).to.deep.include({ missing: 2, surplus: 1 });
  });

  it('sees what has expired and clears it away; what is good stays', async () => {
    const court = open();
    expect(codeOf(await court.send('stock.clear-expired', rice))).to.equal('stock.nothing-expired');
    court.now = monday + 3 * DAY;
    expect(await entry(court)).to.deep.include({ free: 8, expired: 2 });
    expect(done(await court.send('stock.clear-expired', rice))).to.deep.include({
      free: 8,
      expired: 0,
    });
    const { days } = await answered(
      court.read('stock.report', { place: 'shop', month: '2026-12' }),
    );
    expect(days.map(({ date, expired }) => [date, expired])).to.deep.equal([['2026-12-10', 2]]);
  });

  it('takes something off the shelf: nobody can reserve it, and what is set aside is not lost', async () => {
    const court = open();
    const { code } = done(await reserved(court, 'card', 2));
    const cards = { place: 'shop', item: 'card' };
    done(await court.send('stock.withdraw', cards));
    expect(codeOf(await court.send('stock.withdraw', cards))).to.equal('stock.off-already');
    const late = await reserved(court, 'card', 1);
    expect(!late.ok && late.refusal).to.deep.equal({
      code: 'catalog.withdrawn',
      at: '/lines/0/item',
    });
    const shelf = (await answered(court.read('catalog.shelf', { place: 'shop' }))) as {
      items: Record<string, object>;
    };
    expect(shelf.items['card']).to.deep.equal({ free: 0, withdrawn: true });
    done(await court.send('catalog.cancel', { code, phoneTail }));
    done(await court.send('stock.restore', cards));
    expect(codeOf(await court.send('stock.restore', cards))).to.equal('stock.on-already');
    expect(await entry(court, 'card')).to.deep.include({ free: 20, aside: 0, withdrawn: false });
  });

  it('numbers and days that make no sense are refused and change nothing', async () => {
    const court = open();
    for (const count of [0, -1, 1.5, 10_000, 1e300])
      expect(codeOf(await court.send('stock.intake', { ...rice, count })), String(count)).to.equal(
        'catalog.bad-count',
      );
    for (const count of [-1, 0.5, 10_000])
      expect(codeOf(await court.send('stock.count', { ...rice, count }))).to.equal(
        'catalog.bad-count',
      );
    const came = (bestBefore: string) =>
      court.send('stock.intake', { ...rice, count: 1, bestBefore });
    expect(codeOf(await came('2026-12-06'))).to.equal('catalog.expired');
    expect(codeOf(await came('2027-02-30'))).to.equal('catalog.wrong-day');
    expect(codeOf(await court.send('stock.count', { ...rice, item: 'gold', count: 1 }))).to.equal(
      'catalog.unknown-item',
    );
    expect(
      codeOf(await court.send('stock.count', { ...rice, place: 'registry', count: 1 })),
    ).to.equal('catalog.unknown-shop');
    expect([...court.docs]).to.deep.equal([]);
  });

  it('nobody else does any of this', async () => {
    const court = open();
    for (const actor of [
      { kind: 'anonymous' },
      { kind: 'device', id: 'kiosk-1', as: 'kiosk' },
      { kind: 'citizen', id: 'x' },
      { kind: 'staff', id: 'chen', roles: ['case'] },
    ] satisfies Actor[])
      await as(court, actor, async () => {
        expect(codeOf(await court.send('stock.count', { ...rice, count: 0 }))).to.equal(
          'actor.not-allowed',
        );
        expect(codeOf(await court.read('stock.list', { place: 'shop' }))).to.equal(
          'actor.not-allowed',
        );
      });
  });
});
