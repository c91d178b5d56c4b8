import { expect } from '@open-wc/testing';
import type { Pack } from '../../../src/model/pack.ts';
import type { Actor } from '../../../src/model/shared/law.ts';
import { answered, as, citizen, codeOf, done, somebody } from '../../harness/booked.ts';
import { openCourt, type Court } from '../../harness/court.ts';
import { card, coat, keepShop, rice, shopCatalog, shopPack } from '../../harness/shop.ts';

const monday = Date.parse('2026-12-07T08:00+08:00');
const decider: Actor = { kind: 'staff', id: 'chen', roles: ['case'] };
const clerk: Actor = { kind: 'staff', id: 'li', roles: ['counter'] };
const ming = somebody(1);
const me = citizen(ming);

async function open(changes: Partial<Pack> = {}): Promise<Court> {
  const court = openCourt(shopPack(changes), monday);
  done(await as(court, decider, () => court.send('points.enrol', { idNumber: ming })));
  return court;
}
const account = (court: Court, actor = me) =>
  as(court, actor, () => answered(court.read('points.mine', {})));
const spend = (court: Court, item: string, count: number, actor = me) =>
  as(court, actor, () =>
    court.send('catalog.reserve', { place: 'shop', lines: [{ item, count }], by: 'points' }),
  );

describe('aid in points', () => {
  it('a beneficiary has the month’s points at once, then every month, once, and sees what ends soon', async () => {
    const court = await open();
    expect(await account(court)).to.deep.include({ balance: 100, ending: [], ended: [] });
    expect(await keepShop(court)).to.deep.equal([]);
    court.now = Date.parse('2027-01-01T00:05+08:00');
    expect(await keepShop(court)).to.deep.equal(['points.allow ok']);
    expect(await keepShop(court)).to.deep.equal([]);
    expect((await account(court)).balance).to.equal(200);
    court.now = Date.parse('2027-01-20T10:00+08:00');
    expect((await account(court)).ending).to.deep.equal([{ amount: 100, until: '2027-01-31' }]);
    court.now = Date.parse('2027-02-01T00:00+08:00');
    const later = await account(court);
    expect(later.balance).to.equal(100);
    expect(later.ended).to.deep.equal([{ amount: 100, until: '2027-01-31' }]);
  });

  it('points are spent when something is reserved, and a clerk hands it out without asking for money', async () => {
    const court = await open();
    const { code, payment } = done(await spend(court, 'rice', 2));
    expect(payment).to.deep.equal({ by: 'points', total: 66 });
    expect((await account(court)).balance).to.equal(34);
    const poor = await spend(court, 'coat', 1);
    expect(!poor.ok && poor.refusal).to.deep.equal({
      code: 'points.too-few',
      facts: { has: 34, needs: 59 },
    });
    done(await as(court, clerk, () => court.send('catalog.hand-out', { code })));
    expect((await account(court)).balance).to.equal(34);
    expect(court.docs.get('catalog/tally/shop/2026-12')).to.have.nested.property(
      'days.07.given',
      2,
    );
  });

  it('spent points come back when it is given up or nobody fetches it, once', async () => {
    const court = await open();
    const one = done(await spend(court, 'rice', 1));
    done(await spend(court, 'coat', 1));
    expect((await account(court)).balance).to.equal(8);
    done(await as(court, me, () => court.send('catalog.cancel', { code: one.code })));
    expect((await account(court)).balance).to.equal(41);
    court.now += 4 * 24 * 3600_000;
    expect(await keepShop(court)).to.deep.equal(['catalog.lapse ok']);
    expect((await account(court)).balance).to.equal(100);
    expect(
      (await account(court)).entries.map(({ why, amount }) => `${why} ${amount}`),
    ).to.deep.equal(['lapsed 59', 'cancelled 33', 'order -59', 'order -33', 'allowance 100']);
  });

  it('points are only for what they are for, also when the rules have changed since the page was drawn', async () => {
    const court = await open();
    expect(codeOf(await spend(court, 'card', 1))).to.equal('catalog.not-for-points');
    const classes = shopCatalog.classes.map((one) => ({ ...one, forPoints: one.id !== 'clothes' }));
    court.pack = shopPack({ catalog: { ...shopCatalog, classes } });
    expect(codeOf(await spend(court, 'coat', 1))).to.equal('catalog.not-for-points');
    expect(codeOf(await spend(court, 'rice', 1))).to.equal('ok');
  });

  it('somebody who has no points is told how many they have, like everybody', async () => {
    const court = await open();
    const other = citizen(somebody(2));
    expect(await account(court, other)).to.deep.include({ balance: 0, entries: [] });
    const none = await spend(court, 'rice', 1, other);
    expect(!none.ok && none.refusal.facts).to.deep.equal({ has: 0, needs: 33 });
  });

  it('a daughter fetches for her mother: a clerk reserves with the mother’s card', async () => {
    const court = await open();
    const input = { place: 'shop', lines: [{ item: 'rice', count: 1 }], by: 'points' as const };
    done(await as(court, clerk, () => court.send('catalog.reserve', { ...input, idNumber: ming })));
    expect((await account(court)).balance).to.equal(67);
    const mistyped = await as(court, clerk, () =>
      court.send('catalog.reserve', {
        ...input,
        idNumber: `${ming.slice(0, 17)}${ming[17] === '0' ? '1' : '0'}`,
      }),
    );
    expect(codeOf(mistyped)).to.equal('person.id-check-digit');
  });

  it('nobody spends with a number that they only typed', async () => {
    const court = await open();
    const typed = await court.send('catalog.reserve', {
      place: 'shop',
      lines: [{ item: 'rice', count: 1 }],
      by: 'points',
      idNumber: ming,
      phone: '13912345678',
    });
    expect(codeOf(typed)).to.equal('points.needs-card');
    expect((await account(court)).balance).to.equal(100);
  });

  it('aid ends: no more points come, and what is there may still be spent', async () => {
    const court = await open();
    done(await as(court, decider, () => court.send('points.end', { idNumber: ming })));
    const again = await as(court, decider, () => court.send('points.end', { idNumber: ming }));
    expect(codeOf(again)).to.equal('points.not-enrolled');
    court.now = Date.parse('2027-01-05T08:00+08:00');
    expect(await keepShop(court)).to.deep.equal([]);
    expect((await account(court)).balance).to.equal(100);
    expect(codeOf(await spend(court, 'coat', 1))).to.equal('ok');
  });

  it('said twice in one month, it is decided anew and not paid twice', async () => {
    const court = await open();
    const more = { idNumber: ming, monthly: 300, to: '2027-01-31' };
    done(await as(court, decider, () => court.send('points.enrol', more)));
    expect((await account(court)).balance).to.equal(100);
    court.now = Date.parse('2027-01-01T08:00+08:00');
    await keepShop(court);
    expect((await account(court)).balance).to.equal(400);
    court.now = Date.parse('2027-02-01T08:00+08:00');
    expect(await keepShop(court), 'it was decided until the end of January').to.deep.equal([]);
  });

  it('amounts and days that make no sense are refused', async () => {
    const court = await open();
    const enrol = (more: object) =>
      as(court, decider, () => court.send('points.enrol', { idNumber: ming, ...more })).then(
        codeOf,
      );
    for (const monthly of [0, -5, 1.5, 100_001, 1e300])
      expect(await enrol({ monthly }), String(monthly)).to.equal('points.bad-amount');
    expect(await enrol({ to: '2026-12-06' })).to.equal('points.ends-in-the-past');
    expect(await enrol({ idNumber: '31011019900101' })).to.equal('person.id-length');
  });
});

describe('who lives on aid', () => {
  it('stands in no event, on no list of the counter and in no open field', async () => {
    const [paid, helped] = await Promise.all(
      (['fen', 'points'] as const).map(async (by) => {
        const court = await open();
        const input = { place: 'shop', lines: [{ item: 'rice', count: 1 }], by };
        done(await as(court, me, () => court.send('catalog.reserve', input)));
        const list = await as(court, clerk, () =>
          answered(court.read('catalog.waiting', { place: 'shop' })),
        );
        return JSON.stringify([
          court.events.map(({ type, data }) => [type, { ...data, order: '' }]),
          list.orders.map((order) => ({ ...order, code: '' })),
          await answered(court.read('catalog.shelf', { place: 'shop' })),
        ]);
      }),
    );
    expect(helped).to.equal(paid);
  });

  it('is seen by the person and by those who decide, not by the counter', async () => {
    const court = await open();
    const asked = (actor: Actor) =>
      as(court, actor, () => court.read('points.account', { idNumber: ming })).then(codeOf);
    expect(await asked(decider)).to.equal('ok');
    for (const actor of [clerk, me, court.actor, citizen(somebody(2))])
      expect(await asked(actor)).to.equal('actor.not-allowed');
  });

  it('is forgotten when aid has ended and they ask for it', async () => {
    const court = await open({ goods: [{ ...rice, points: 33 }, coat, card] });
    const { code } = done(await spend(court, 'rice', 1));
    const erase = () => as(court, me, () => court.send('person.erase', {}));
    expect(codeOf(await erase())).to.equal('person.still-open');
    done(await as(court, clerk, () => court.send('catalog.hand-out', { code })));
    expect(codeOf(await erase()), 'aid goes on').to.equal('person.still-open');
    done(await as(court, decider, () => court.send('points.end', { idNumber: ming })));
    const erased = done(await erase());
    expect(erased.kept).to.deep.equal([{ why: 'catalog.limit', until: '2027-01-06' }]);
    expect([...court.docs.keys()].filter((key) => /^(ledger|aid)/.test(key))).to.deep.equal([]);
    court.now = Date.parse('2027-01-06T08:00+08:00');
    done(await erase());
    expect(JSON.stringify([...court.docs])).not.to.contain(me.kind === 'citizen' ? me.id : '?');
  });
});
