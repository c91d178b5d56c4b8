import { expect } from '@open-wc/testing';
import type { InputOf } from '../../../src/gateway/contract.ts';
import { law } from '../../../src/model/registry.ts';
import type { Actor } from '../../../src/model/shared/law.ts';
import { answered, as, citizen, codeOf, done, somebody } from '../../harness/booked.ts';
import { openCourt, type Court } from '../../harness/court.ts';
import { phone, phoneTail } from '../../harness/persons.ts';
import { keepShop, shopPack } from '../../harness/shop.ts';

const DAY = 24 * 3600_000;
const monday = Date.parse('2026-12-07T08:00+08:00');
const clerk: Actor = { kind: 'staff', id: 'li', roles: ['counter'] };
const open = (): Court => openCourt(shopPack(), monday);

type Offer = InputOf<'donation.offer'>;
const coats: Offer = {
  place: 'shop',
  goods: [{ wanted: 'clothes', what: '羽绒服', count: 3, state: 'as-new' }],
  slot: { date: '2026-12-08', time: '10:00' },
  phone,
  name: '顾阿姨',
  named: true,
};
const bread: Offer = {
  ...coats,
  goods: [{ wanted: 'food', what: '饼干', count: 4, state: 'new', bestBefore: '2027-12-01' }],
};
const offered = async (court: Court, change: Partial<Offer> = {}) =>
  done(await court.send('donation.offer', { ...coats, ...change }));
const clerkSends: <Result>(court: Court, work: () => Promise<Result>) => Promise<Result> = (
  court,
  work,
) => as(court, clerk, work);
const found = (court: Court, code: string) =>
  answered(court.read('donation.find', { code, phoneTail }));
const publicList = async (court: Court) =>
  (await answered(court.read('donation.donors', { place: 'shop', month: '2026-12' }))).donors;

/** From the door to the shelf: two of three coats are good. */
async function shelved(court: Court): Promise<string> {
  const { code } = await offered(court);
  await clerkSends(court, async () => {
    done(await court.send('donation.receive', { code }));
    done(await court.send('donation.sort', { code, counts: [2] }));
    done(await court.send('donation.shelve', { code, line: 0, item: 'coat', count: 2 }));
  });
  return code;
}

describe('a donation', () => {
  it('can be followed from the offer to the thanks, and each step says when', async () => {
    const court = open();
    const code = await shelved(court);
    expect((await found(court, code)).status).to.equal('shelved');
    for (const coat of [1, 2, 3, 4, 5]) {
      const order = done(
        await court.send('catalog.reserve', {
          place: 'shop',
          lines: [{ item: 'coat', count: 1 }],
          by: 'fen',
          phone: `1380000000${coat}`,
        }),
      );
      const paid = { method: 'cash', fen: order.payment.total };
      await clerkSends(court, async () =>
        done(await court.send('catalog.hand-out', { code: order.code, paid })),
      );
    }
    const given = await found(court, code);
    expect(given.status).to.equal('given');
    expect(given.fetched).to.equal(2);
    court.now += DAY;
    await clerkSends(court, async () => done(await court.send('donation.thank', { code })));
    const { steps } = await found(court, code);
    expect(steps.map(({ status }) => status)).to.deep.equal([
      'announced',
      'received',
      'sorted',
      'shelved',
      'given',
      'thanked',
    ]);
    expect(steps.at(-1)?.at).to.equal(monday + DAY);
  });

  it('gets a number when it is received, for its receipt and its certificate', async () => {
    const court = open();
    const { code, number } = await offered(court);
    expect(number).to.equal(undefined);
    const receipt = await clerkSends(court, async () =>
      done(await court.send('donation.receive', { code })),
    );
    expect(receipt.number).to.match(/^JZ20261207-\d{6}$/);
  });

  it('makes the shelf fuller by what was good enough, and by nothing more', async () => {
    const court = open();
    const code = await shelved(court);
    const { items } = (await answered(court.read('catalog.shelf', { place: 'shop' }))) as {
      items: Record<string, { free: number }>;
    };
    expect(items['coat']?.free).to.equal(5);
    const more = await clerkSends(court, () =>
      court.send('donation.shelve', { code, line: 0, item: 'coat', count: 1 }),
    );
    expect(!more.ok && more.refusal).to.deep.equal({
      code: 'donation.not-so-many',
      at: '/count',
      facts: { left: 0 },
    });
  });

  it('of money is received when all of it is there', async () => {
    const court = open();
    const { code } = done(
      await court.send('donation.pledge', { place: 'shop', fen: 50_000, phone, named: false }),
    );
    const receive = (fen: number) =>
      clerkSends(court, () =>
        court.send('donation.receive', { code, paid: { method: 'cash', fen } }),
      );
    for (const fen of [0, 49_999, 50_001, -50_000])
      expect(codeOf(await receive(fen)), String(fen)).to.equal('payment.wrong-amount');
    expect(done(await receive(50_000)).status).to.equal('received');
    expect(await publicList(court)).to.deep.equal([{ on: '2026-12-07', items: 0, fen: 50_000 }]);
    const report = await clerkSends(court, () =>
      answered(court.read('stock.report', { place: 'shop', month: '2026-12' })),
    );
    expect(report.sum.pledged).to.equal(50_000);
  });

  it('that is not brought goes away: by its donor, or two weeks after its day, by itself', async () => {
    const court = open();
    const one = await offered(court);
    const two = await offered(court);
    expect(codeOf(await court.send('donation.withdraw', { code: one.code }))).to.equal(
      'donation.not-found',
    );
    done(await court.send('donation.withdraw', { code: one.code, phoneTail }));
    expect((await found(court, one.code)).status).to.equal('withdrawn');
    court.now = Date.parse('2026-12-22T23:00+08:00');
    expect(await keepShop(court)).to.deep.equal([]);
    court.now = Date.parse('2026-12-23T00:01+08:00');
    expect(await keepShop(court)).to.deep.equal(['donation.lapse ok']);
    expect((await found(court, two.code)).status).to.equal('lapsed');
    const desk = () =>
      clerkSends(court, () => answered(court.read('donation.open', { place: 'shop' })));
    expect((await desk()).donations).to.deep.equal([]);
  });

  it('nothing good came of it: it is declined, and nobody is thanked in public for it', async () => {
    const court = open();
    const { code } = await offered(court);
    const receipt = await clerkSends(court, async () =>
      done(await court.send('donation.receive', { code, counts: [0] })),
    );
    expect(receipt.status).to.equal('declined');
    expect(await publicList(court)).to.deep.equal([]);
  });

  it('no step is taken twice or out of turn', async () => {
    const court = open();
    const { code } = await offered(court);
    const tried = (name: 'donation.sort' | 'donation.receive', counts: number[]) =>
      clerkSends(court, () => court.send(name, { code, counts })).then(codeOf);
    expect(await tried('donation.sort', [1])).to.equal('donation.wrong-step');
    for (const counts of [[-1], [1.5], [10_000], [1, 2], []])
      expect(await tried('donation.receive', counts), String(counts)).to.equal(
        'donation.bad-count',
      );
    expect(await tried('donation.receive', [2])).to.equal('ok');
    expect(await tried('donation.receive', [2])).to.equal('donation.wrong-step');
    expect(await tried('donation.sort', [3]), 'more than came').to.equal('donation.bad-count');
    expect(codeOf(await court.send('donation.withdraw', { code, phoneTail }))).to.equal(
      'donation.wrong-step',
    );
  });
});

describe('what cannot be given is said before anybody carries it here', () => {
  const line = (change: object) => ({ goods: [{ ...coats.goods[0], ...change }] });
  const food = (change: object) => ({ goods: [{ ...bread.goods[0], ...change }] });
  const cases: [string, object, object][] = [
    ['nothing', { goods: [] }, { code: 'donation.empty', at: '/goods' }],
    [
      'medicine',
      line({ wanted: 'medicine' }),
      { code: 'donation.not-taken', at: '/goods/0/wanted', facts: { kind: 'medicine' } },
    ],
    [
      'what nobody knows',
      line({ wanted: 'gold' }),
      { code: 'donation.unknown-kind', at: '/goods/0/wanted' },
    ],
    ...[0, -3, 0.5, 10_000].map((count): [string, object, object] => [
      `${count} pieces`,
      line({ count }),
      { code: 'donation.bad-count', at: '/goods/0/count', facts: { most: 9999 } },
    ]),
    [
      'food without a date',
      food({ bestBefore: undefined }),
      { code: 'donation.best-before-missing', at: '/goods/0/bestBefore' },
    ],
    [
      'food on a day that does not exist',
      food({ bestBefore: '2027-02-30' }),
      { code: 'donation.best-before-missing', at: '/goods/0/bestBefore' },
    ],
    [
      'food that is good for less than half a year',
      food({ bestBefore: '2027-06-04' }),
      { code: 'donation.expires-too-soon', at: '/goods/0/bestBefore', facts: { days: 180 } },
    ],
    [
      'yesterday',
      { slot: { date: '2026-12-06', time: '10:00' } },
      {
        code: 'donation.wrong-day',
        at: '/slot/date',
        facts: { from: '2026-12-07', until: '2027-01-06' },
      },
    ],
    ['a name that is none', { name: '  ' }, { code: 'donation.name-missing', at: '/name' }],
    ['no telephone', { phone: undefined }, { code: 'phone.invalid', at: '/phone' }],
    [
      'a place that is no shop',
      { place: 'registry' },
      { code: 'catalog.unknown-shop', at: '/place' },
    ],
  ];
  for (const [what, change, refusal] of cases)
    it(what, async () => {
      const court = open();
      const input = JSON.parse(JSON.stringify({ ...coats, ...change })) as Offer;
      const decision = await court.send('donation.offer', input);
      expect(!decision.ok && decision.refusal).to.deep.equal(refusal);
      expect([...court.docs]).to.deep.equal([]);
    });

  it('money that is none', async () => {
    const court = open();
    for (const fen of [0, -1, 0.5, 10_000_001, 1e300]) {
      const input = { place: 'shop', fen, phone, named: false };
      expect(codeOf(await court.send('donation.pledge', input)), String(fen)).to.equal(
        'donation.bad-amount',
      );
    }
  });
});

describe('who gives', () => {
  it('stands on the public list by name only if they agreed, and otherwise without', async () => {
    const court = open();
    for (const change of [{}, { named: false }]) {
      const { code } = await offered(court, change);
      await clerkSends(court, async () => done(await court.send('donation.receive', { code })));
    }
    expect(await publicList(court)).to.have.deep.members([
      { on: '2026-12-07', items: 3, name: '顾阿姨' },
      { on: '2026-12-07', items: 3 },
    ]);
  });

  it('is in no event, no list of the counter and no open field', async () => {
    const court = open();
    const code = await shelved(court);
    const desk = await clerkSends(court, () =>
      answered(court.read('donation.open', { place: 'shop' })),
    );
    const sealed: readonly string[] = law.documents.flatMap(({ personal }) => [...personal]);
    const open_ = [...court.docs].map(([, doc]) =>
      Object.entries(doc).filter(([field]) => !sealed.includes(field)),
    );
    for (const seen of [court.events, desk, open_])
      for (const secret of [phone, '顾阿姨', '羽绒服'])
        expect(JSON.stringify(seen)).not.to.contain(secret);
    expect(JSON.stringify(court.events)).not.to.contain(code);
  });

  it('is forgotten on request: what they gave stays, their name goes, from the public list too', async () => {
    const court = open();
    const me = citizen(somebody(1));
    const erase = () => as(court, me, () => court.send('person.erase', {}));
    const { code } = await as(court, me, () => offered(court));
    expect(codeOf(await erase())).to.equal('person.still-open');
    await clerkSends(court, async () => done(await court.send('donation.receive', { code })));
    done(await erase());
    const left = JSON.stringify([...court.docs]);
    for (const secret of [phone, '顾阿姨', me.kind === 'citizen' ? me.id : ''])
      expect(left).not.to.contain(secret);
    expect(await publicList(court)).to.deep.equal([{ on: '2026-12-07', items: 3 }]);
    expect(codeOf(await court.read('donation.find', { code, phoneTail }))).to.equal(
      'donation.not-found',
    );
  });

  it('and what is over for ninety days is forgotten by itself', async () => {
    const court = open();
    const code = await shelved(court);
    await clerkSends(court, async () => done(await court.send('donation.thank', { code })));
    court.now = monday + 90 * DAY;
    expect(await keepShop(court)).to.deep.equal([]);
    court.now = monday + 91 * DAY;
    expect(await keepShop(court)).to.deep.equal(['donation.forget ok']);
    expect(JSON.stringify([...court.docs])).not.to.contain(phone);
    expect(await publicList(court), 'the public list stays').to.have.length(1);
  });

  it('sees their own by card', async () => {
    const court = open();
    const me = citizen(somebody(1));
    const { code } = await as(court, me, () => offered(court));
    const mine = await as(court, me, () => answered(court.read('donation.mine', {})));
    expect(mine.codes).to.deep.equal([code]);
    const other = await as(court, citizen(somebody(2)), () =>
      court.read('donation.find', { code }),
    );
    expect(codeOf(other)).to.equal('donation.not-found');
  });
});
