import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import type { InputOf } from '../../../src/gateway/contract.ts';
import type { Pack } from '../../../src/model/pack.ts';
import { law } from '../../../src/model/registry.ts';
import type { Actor } from '../../../src/model/shared/law.ts';
import { answered, as, citizen, codeOf, done, house, somebody } from '../../harness/booked.ts';
import { openCourt, type Court } from '../../harness/court.ts';
import { phone, phoneTail } from '../../harness/persons.ts';
import { coat, card, keepShop, rice, shopPack } from '../../harness/shop.ts';

const DAY = 24 * 3600_000;
/** Monday 7 December 2026, eight in the morning in Shanghai. */
const monday = Date.parse('2026-12-07T08:00+08:00');
const clerk: Actor = { kind: 'staff', id: 'li', roles: ['counter'] };
const open = (changes: Partial<Pack> = {}): Court => openCourt(shopPack(changes), monday);

type Basket = InputOf<'catalog.reserve'>;
const basket = (lines: Record<string, number>, more: Partial<Basket> = {}): Basket => ({
  place: 'shop',
  lines: Object.entries(lines).map(([item, count]) => ({ item, count })),
  by: 'fen',
  phone,
  ...more,
});
const reserve = (court: Court, lines: Record<string, number>, more: Partial<Basket> = {}) =>
  court.send('catalog.reserve', basket(lines, more));
const handOut = (court: Court, code: string, fen?: number) =>
  as(court, clerk, () =>
    court.send('catalog.hand-out', {
      code,
      ...(fen !== undefined && { paid: { method: 'cash', fen } }),
    }),
  );
async function freeOf(court: Court, item: string): Promise<number | undefined> {
  const { items } = (await answered(court.read('catalog.shelf', { place: 'shop' }))) as {
    items: Record<string, { free: number }>;
  };
  return items[item]?.free;
}

describe('a basket', () => {
  it('is kept until the third evening, and what is in it is nobody else’s', async () => {
    const court = open();
    const receipt = done(await reserve(court, { coat: 1, card: 2 }));
    expect(receipt).to.deep.include({
      status: 'reserved',
      until: '2026-12-10',
      payment: { by: 'fen', total: 5900 + 1600 },
      phone: '139****5678',
    });
    expect(await freeOf(court, 'coat')).to.equal(2);
    expect(await freeOf(court, 'card')).to.equal(18);
    expect(codeOf(await reserve(court, { coat: 3 }, { phone: '13800000001' }))).to.equal(
      'catalog.person-limit',
    );
  });

  it('is found by its code and the end of the telephone, by the card, at the counter, and by nobody else', async () => {
    const court = open();
    const me = citizen(somebody(1));
    const { code } = done(await as(court, me, () => reserve(court, { coat: 1 })));
    const asked = (actor: Actor, tail?: string) =>
      as(court, actor, () =>
        court.read('catalog.find', { code, ...(tail && { phoneTail: tail }) }),
      ).then(codeOf);
    const kiosk: Actor = { kind: 'device', id: 'kiosk-1' };
    expect(await asked(kiosk, phoneTail)).to.equal('ok');
    expect(await asked(me)).to.equal('ok');
    expect(await asked(clerk)).to.equal('ok');
    expect(await asked(kiosk, '0000')).to.equal('catalog.not-found');
    expect(await asked(kiosk)).to.equal('catalog.not-found');
    expect(await asked(citizen(somebody(2)))).to.equal('catalog.not-found');
    const mistyped = await court.read('catalog.find', { code: '1234567890', phoneTail });
    expect(codeOf(mistyped)).to.equal('catalog.code-typo');
    const mine = await as(court, me, () => answered(court.read('catalog.mine', {})));
    expect(mine.orders.map((one) => one.code)).to.deep.equal([code]);
  });

  it('what expires first goes first, and has to be fetched before it does', async () => {
    const court = open();
    const { until, code } = done(await reserve(court, { rice: 3 }));
    expect(until).to.equal('2026-12-09');
    done(await court.send('catalog.cancel', { code, phoneTail }));
    const later = done(
      await reserve(court, { rice: 3 }, { slot: { date: '2026-12-10', time: '10:00' } }),
    );
    expect(later.until, 'whoever comes later gets what keeps longer').to.equal('2026-12-10');
  });

  it('on the day after its best-before date a thing is no longer there; on the day itself it is', async () => {
    const court = open();
    court.now = Date.parse('2026-12-31T23:59+08:00');
    expect(await freeOf(court, 'rice')).to.equal(8);
    expect(codeOf(await reserve(court, { rice: 1 }))).to.equal('ok');
    court.now = Date.parse('2027-01-01T00:00+08:00');
    expect(await freeOf(court, 'rice')).to.equal(0);
    const late = await reserve(court, { rice: 1 }, { phone: '13800000001' });
    expect(codeOf(late)).to.equal('catalog.expired');
  });
});

describe('what cannot be reserved is refused with the reason, and changes nothing', () => {
  const cases: [string, Partial<Basket> | Record<string, unknown>, object][] = [
    ['nothing at all', { lines: [] }, { code: 'catalog.basket-empty', at: '/lines' }],
    ...[0, -1, 1.5, 10_000, 1e21, Number.MAX_SAFE_INTEGER].map(
      (count): [string, object, object] => [
        `${count} pieces`,
        { lines: [{ item: 'card', count }] },
        { code: 'catalog.bad-count', at: '/lines/0/count', facts: { most: 9999 } },
      ],
    ),
    [
      'two lines that are too many together',
      { lines: [1, 2].map(() => ({ item: 'card', count: 9999 })) },
      { code: 'catalog.bad-count', at: '/lines/1/count', facts: { most: 9999 } },
    ],
    [
      'more than there are',
      { lines: [{ item: 'card', count: 21 }] },
      { code: 'catalog.not-enough', at: '/lines/0/count', facts: { free: 20 } },
    ],
    [
      'more than one person may have',
      { lines: [{ item: 'rice', count: 4 }] },
      { code: 'catalog.person-limit', at: '/lines/0/count', facts: { most: 3, left: 3, days: 30 } },
    ],
    [
      'a thing that nobody knows',
      { lines: [{ item: 'gold', count: 1 }] },
      { code: 'catalog.unknown-item', at: '/lines/0/item' },
    ],
    [
      'a name that JavaScript knows',
      { lines: [{ item: 'constructor', count: 1 }] },
      { code: 'catalog.unknown-item', at: '/lines/0/item' },
    ],
    ['a shop that is none', { place: 'registry' }, { code: 'catalog.unknown-shop', at: '/place' }],
    ['no telephone', { phone: '' }, { code: 'phone.invalid', at: '/phone' }],
    ['half a telephone', { phone: '1391234' }, { code: 'phone.invalid', at: '/phone' }],
    ['points without a card', { by: 'points' }, { code: 'points.needs-card', at: '/by' }],
    [
      'a day when it is back on the shelf',
      { slot: { date: '2026-12-11', time: '09:00' } },
      {
        code: 'catalog.wrong-day',
        at: '/slot/date',
        facts: { from: '2026-12-07', until: '2026-12-10' },
      },
    ],
  ];
  for (const [what, change, refusal] of cases)
    it(what, async () => {
      const court = open();
      const input = { ...basket({ card: 1 }), ...change };
      const decision = await court.send('catalog.reserve', input as Basket);
      expect(!decision.ok && decision.refusal).to.deep.equal(refusal);
      expect([...court.docs]).to.deep.equal([]);
      expect(court.events).to.deep.equal([]);
    });

  it('a fourth sort of goods does not fit into a basket of three', async () => {
    const court = open({ goods: [rice, coat, card, { ...card, id: 'fan' }] });
    const full = await reserve(court, { rice: 1, coat: 1, card: 1, fan: 1 });
    expect(!full.ok && full.refusal).to.deep.equal({
      code: 'catalog.basket-full',
      at: '/lines',
      facts: { most: 3 },
    });
  });

  it('a third reservation while two wait, and never for staff, who decide for themselves', async () => {
    const court = open();
    const first = done(await reserve(court, { card: 1 }));
    done(await reserve(court, { card: 1 }));
    expect(codeOf(await reserve(court, { card: 1 }))).to.equal('catalog.too-many-open');
    expect(codeOf(await as(court, clerk, () => reserve(court, { card: 1 })))).to.equal('ok');
    done(await court.send('catalog.cancel', { code: first.code, phoneTail }));
    expect(codeOf(await reserve(court, { card: 1 })), 'the clerk’s counts as well').to.equal(
      'catalog.too-many-open',
    );
  });

  it('a limit over thirty days remembers what was fetched, and forgets what was given up', async () => {
    const court = open();
    const { code } = done(await reserve(court, { rice: 2 }));
    done(await handOut(court, code, 6580));
    const more = await reserve(court, { rice: 2 });
    expect(!more.ok && more.refusal.facts).to.deep.equal({ most: 3, left: 1, days: 30 });
    const one = done(await reserve(court, { rice: 1 }));
    done(await court.send('catalog.cancel', { code: one.code, phoneTail }));
    expect(codeOf(await reserve(court, { rice: 1 }))).to.equal('ok');
    court.now = monday + 31 * DAY;
    const old = open({ goods: [{ ...rice, stock: [{ place: 'shop', count: 9 }] }] });
    const had = done(await reserve(old, { rice: 3 }));
    done(await handOut(old, had.code, 9870));
    old.now = monday + 31 * DAY;
    expect(codeOf(await reserve(old, { rice: 3 }))).to.equal('ok');
  });
});

describe('at the counter', () => {
  it('it is handed out once, for the whole price, and counts in the month’s report', async () => {
    const court = open();
    const { code } = done(await reserve(court, { coat: 1, card: 1 }));
    for (const wrong of [undefined, 0, 6699, 6701, -6700, 6700.5]) {
      const refused = await handOut(court, code, wrong);
      expect(!refused.ok && refused.refusal, String(wrong)).to.deep.equal({
        code: 'payment.wrong-amount',
        at: '/paid/fen',
        facts: { fen: 6700 },
      });
    }
    expect(done(await handOut(court, code, 6700)).status).to.equal('handed-out');
    expect(codeOf(await handOut(court, code, 6700))).to.equal('catalog.handed-out-already');
    const cancelled = await court.send('catalog.cancel', { code, phoneTail });
    expect(codeOf(cancelled)).to.equal('catalog.handed-out-already');
    expect(await freeOf(court, 'coat')).to.equal(2);
    const tally = court.docs.get('catalog/tally/shop/2026-12');
    expect(tally).to.have.nested.property('days.07.sold', 2);
    expect(tally).to.have.nested.property('days.07.fen', 6700);
  });

  it('the list of what waits names nobody and says who is late', async () => {
    const court = open();
    const { code } = done(
      await reserve(court, { card: 2 }, { slot: { date: '2026-12-08', time: '10:30' } }),
    );
    const list = () =>
      as(court, clerk, () => answered(court.read('catalog.waiting', { place: 'shop' })));
    expect(await list()).to.deep.equal({
      orders: [{ code, until: '2026-12-10', items: 2, slot: '2026-12-08 10:30', late: false }],
    });
    court.now = monday + 4 * DAY;
    expect((await list()).orders[0]?.late).to.equal(true);
  });

  it('nobody but a clerk hands out, and nobody but the house says that time is up', async () => {
    const court = open();
    const { code } = done(await reserve(court, { card: 1 }));
    const admin: Actor = { kind: 'staff', id: 'wang', roles: ['admin'] };
    for (const actor of [court.actor, citizen(somebody(1)), admin]) {
      const tried = await as(court, actor, () => court.send('catalog.hand-out', { code }));
      expect(codeOf(tried)).to.equal('actor.not-allowed');
      const lapsed = await as(court, actor, () => court.send('catalog.lapse', { code }));
      expect(codeOf(lapsed)).to.equal('actor.not-allowed');
    }
  });
});

describe('what nobody fetches', () => {
  it('goes back on the shelf when its last day is over, not a minute before, and the receipt says so', async () => {
    const court = open();
    const { code } = done(await reserve(court, { coat: 1 }));
    court.now = Date.parse('2026-12-10T23:59+08:00');
    expect(await keepShop(court)).to.deep.equal([]);
    court.now = Date.parse('2026-12-11T00:00+08:00');
    expect(await keepShop(court)).to.deep.equal(['catalog.lapse ok']);
    expect(await keepShop(court)).to.deep.equal([]);
    expect(await freeOf(court, 'coat')).to.equal(3);
    const found = await answered(court.read('catalog.find', { code, phoneTail }));
    expect(found.status).to.equal('lapsed');
    expect(codeOf(await handOut(court, code, 5900))).to.equal('catalog.lapsed');
    const early = await as(court, house, () => court.send('catalog.lapse', { code }));
    expect(codeOf(early)).to.equal('catalog.nothing-due');
  });

  it('and what is over for ninety days is forgotten, with the telephone and the line in the list', async () => {
    const court = open();
    const { code } = done(await reserve(court, { coat: 1 }));
    done(await handOut(court, code, 5900));
    court.now = monday + 93 * DAY;
    expect(await keepShop(court)).to.deep.equal([]);
    court.now = monday + 94 * DAY;
    expect(await keepShop(court)).to.deep.equal(['catalog.forget ok']);
    const left = JSON.stringify([...court.docs]);
    for (const secret of [phone, code]) expect(left).not.to.contain(secret);
    expect(await freeOf(court, 'coat'), 'the coat is still gone').to.equal(2);
  });
});

describe('however many want it', () => {
  const wish = fc.record({
    who: fc.nat(5),
    item: fc.constantFrom('rice', 'coat', 'card'),
    count: fc.integer({ min: 1, max: 4 }),
    ends: fc.constantFrom('nothing', 'cancel', 'hand-out'),
    daysLater: fc.constantFrom(0, 0, 0, 1, 4),
  });

  it('what is free, set aside and fetched is together what there was: nothing is given twice, nothing is lost', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(wish, { maxLength: 25 }), async (wishes) => {
        const court = open();
        const there = new Map([
          ['rice', 10],
          ['coat', 3],
          ['card', 20],
        ]);
        const fetched = new Map<string, number>();
        for (const { who, item, count, ends, daysLater } of wishes) {
          court.now += daysLater * DAY;
          await keepShop(court);
          const mine = `1380000000${who}`;
          const made = await reserve(court, { [item]: count }, { phone: mine });
          if (!made.ok) continue;
          const { code, payment } = made.result;
          if (ends === 'cancel')
            done(await court.send('catalog.cancel', { code, phoneTail: mine.slice(-4) }));
          if (ends === 'hand-out') {
            done(await handOut(court, code, payment.total));
            fetched.set(item, (fetched.get(item) ?? 0) + count);
          }
          for (const [id, sum] of there) {
            const doc = court.docs.get(`catalog/stock/shop/${id}`) as
              { lots: { count: number }[]; aside: number } | undefined;
            if (!doc) continue;
            const free = doc.lots.reduce((all, lot) => all + lot.count, 0);
            expect(doc.lots.every((lot) => lot.count >= 0)).to.equal(true);
            expect(free + doc.aside + (fetched.get(id) ?? 0), id).to.equal(sum);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('no person ever has more of a thing than its limit allows', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(wish, { maxLength: 25 }), async (wishes) => {
        const court = open({ goods: [{ ...rice, stock: [{ place: 'shop', count: 500 }] }] });
        const had = new Map<number, number>();
        for (const { who, count, ends } of wishes) {
          const mine = `1380000000${who}`;
          const made = await reserve(court, { rice: count }, { phone: mine });
          if (!made.ok) continue;
          const { code, payment } = made.result;
          had.set(who, (had.get(who) ?? 0) + count);
          if (ends === 'hand-out') done(await handOut(court, code, payment.total));
          if (ends === 'cancel') {
            done(await court.send('catalog.cancel', { code, phoneTail: mine.slice(-4) }));
            had.set(who, (had.get(who) ?? 0) - count);
          }
          expect(had.get(who)).to.be.at.most(3);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('what others may see', () => {
  it('no event, no list and no open field of a document has a telephone, an alias or a code in it', async () => {
    const court = open();
    const { code } = done(await reserve(court, { coat: 1 }));
    done(await handOut(court, code, 5900));
    const sealed: readonly string[] = law.documents.flatMap(({ personal }) => [...personal]);
    const open_ = [...court.docs].map(([, doc]) =>
      Object.entries(doc).filter(([field]) => !sealed.includes(field)),
    );
    expect(JSON.stringify(open_)).not.to.contain(phone);
    expect(JSON.stringify(court.events)).not.to.contain(code);
    expect(JSON.stringify(court.events)).not.to.contain(phone);
  });
});
