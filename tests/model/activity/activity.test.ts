import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { law } from '../../../src/model/registry.ts';
import type { Actor } from '../../../src/model/shared/law.ts';
import { activityPack, helper } from '../../harness/activities.ts';
import { answered, as, citizen, codeOf, done, somebody } from '../../harness/booked.ts';
import { openCourt, type Court } from '../../harness/court.ts';
import { phone, phoneTail } from '../../harness/persons.ts';
import { keepShop } from '../../harness/shop.ts';

const MINUTE = 60_000;
const DAY = 24 * 3600_000;
const monday = Date.parse('2026-12-07T08:00+08:00');
const at = (time: string): number => Date.parse(`2026-12-08T${time}+08:00`);
const tuesday = { activity: 'helper', date: '2026-12-08', from: '09:00' };
const chair = { activity: 'haircut', date: '2026-12-08', from: '10:30' };
const clerk: Actor = { kind: 'staff', id: 'li', roles: ['counter'] };
const phones = ['13800000001', '13800000002', '13800000003', '13800000004'] as const;

const open = (): Court => openCourt(activityPack(), monday);
const signUp = (court: Court, mine: string = phone, which = tuesday) =>
  court.send('activity.sign-up', { ...which, phone: mine });
const statusOf = async (court: Court, code: string, mine: string) =>
  (await answered(court.read('activity.find', { code, phoneTail: mine.slice(-4) }))).status;
const nextOf = async (court: Court, id = 'helper') => {
  const { activities } = await answered(court.read('activity.list', {}));
  return activities.find((one) => one.id === id)?.sessions[0];
};

describe('an activity', () => {
  it('lists its next times with what is free, and nothing that has begun', async () => {
    const court = open();
    expect(await nextOf(court)).to.deep.equal({
      date: '2026-12-08',
      from: '09:00',
      to: '11:00',
      places: 2,
      free: 2,
      waiting: 0,
      mayWait: 1,
    });
    done(await signUp(court));
    expect((await nextOf(court))?.free).to.equal(1);
    court.now = at('09:00');
    expect((await nextOf(court))?.date).to.equal('2026-12-15');
  });

  it('is not on holidays, not while its place is closed, and on extra dates', async () => {
    const court = open();
    court.now = Date.parse('2026-02-10T12:00+08:00'); // the 17th is in the Spring Festival
    expect((await nextOf(court))?.date).to.equal('2026-02-24');
    court.pack = activityPack({
      closures: [
        {
          place: 'shop',
          from: '2026-12-08',
          to: '2026-12-08',
          reason: { 'zh-CN': '盘点', en: '-' },
        },
      ],
    });
    court.now = monday;
    expect((await nextOf(court))?.date).to.equal('2026-12-15');
    const [row] = helper.times;
    court.pack = activityPack({
      activities: [{ ...helper, times: [{ ...row!, weekdays: [], dates: ['2026-12-10'] }] }],
    });
    expect((await nextOf(court))?.date).to.equal('2026-12-10');
  });

  it('gives each place once; the next one waits, and the one after that is told', async () => {
    const court = open();
    const told = [];
    for (const mine of phones) {
      const made = await signUp(court, mine);
      told.push(made.ok ? made.result.status : made.refusal.code);
    }
    expect(told).to.deep.equal(['signed-up', 'signed-up', 'waiting', 'activity.full']);
  });

  it('who waits longest gets the place that is given back', async () => {
    const court = open();
    const [one, , three] = [
      done(await signUp(court, phones[0])),
      done(await signUp(court, phones[1])),
      done(await signUp(court, phones[2])),
    ];
    expect(three.ahead).to.equal(0);
    done(await court.send('activity.leave', { code: one.code, phoneTail: '0001' }));
    expect(await statusOf(court, three.code, phones[2])).to.equal('signed-up');
    expect(court.events.map(({ type }) => type)).to.include('activity.moved-up');
    expect((await nextOf(court))?.free).to.equal(0);
    expect(
      codeOf(await court.send('activity.leave', { code: one.code, phoneTail: '0001' })),
    ).to.equal('activity.over-already');
  });

  it('nobody is in two places at one time, or twice in one', async () => {
    const court = open();
    done(await signUp(court));
    expect(codeOf(await signUp(court))).to.equal('activity.signed-up-already');
    const same = await signUp(court, phone, chair);
    expect(!same.ok && same.refusal).to.deep.equal({
      code: 'activity.same-time',
      at: '/from',
      facts: { from: '09:00' },
    });
  });

  it('cannot be signed up for when it has begun, too far ahead, at no such time, or by nobody', async () => {
    const court = open();
    const tried = async (change: object, mine = phone) =>
      codeOf(await court.send('activity.sign-up', { ...tuesday, phone: mine, ...change }));
    expect(await tried({ date: '2026-12-09' })).to.equal('activity.no-such-time');
    expect(await tried({ date: '2026-02-30' })).to.equal('activity.no-such-time');
    expect(await tried({ from: '09:01' })).to.equal('activity.no-such-time');
    expect(await tried({ activity: 'constructor' })).to.equal('activity.unknown');
    expect(await tried({ date: '2026-12-22' })).to.equal('activity.too-early');
    expect(await tried({}, '12345')).to.equal('phone.invalid');
    expect(await tried({}, '')).to.equal('phone.invalid');
    court.now = at('09:00');
    expect(await tried({})).to.equal('activity.too-late');
    expect([...court.docs]).to.deep.equal([]);
  });
});

describe('an hour given', () => {
  it('goes on the record by the minute, from the beginning at the earliest to the end at the latest', async () => {
    const court = open();
    const me = citizen(somebody(1));
    court.actor = me;
    const { code } = done(await court.send('activity.sign-up', tuesday));
    court.now = at('08:29');
    const early = await court.send('activity.check-in', { code });
    expect(!early.ok && early.refusal).to.deep.equal({
      code: 'activity.too-early-to-check-in',
      at: '/code',
      facts: { from: at('08:30') },
    });
    expect(codeOf(await court.send('activity.check-out', { code }))).to.equal(
      'activity.not-checked-in',
    );
    court.now = at('08:45');
    done(await court.send('activity.check-in', { code }));
    expect(codeOf(await court.send('activity.leave', { code }))).to.equal('activity.too-late');
    court.now = at('10:30') + 59_000;
    const out = done(await court.send('activity.check-out', { code }));
    expect(out).to.deep.include({ status: 'done', minutes: 90 });
    expect(
      done(await court.send('activity.check-out', { code })).minutes,
      'pressed twice',
    ).to.equal(90);
    const mine = await answered(court.read('activity.mine', {}));
    expect(mine.minutes).to.equal(90);
    expect(mine.record).to.deep.equal([{ on: '2026-12-08', amount: 90, of: 'helper' }]);
    const report = await as(court, clerk, () =>
      answered(court.read('activity.report', { place: 'shop', month: '2026-12' })),
    );
    expect(report.sum).to.deep.equal({ came: 1, minutes: 90 });
  });

  it('is not lost by who forgets to check out, and who never came has missed it', async () => {
    const court = open();
    const one = done(await signUp(court, phones[0]));
    const two = done(await signUp(court, phones[1]));
    const three = done(await signUp(court, phones[2]));
    court.now = at('10:00');
    done(await court.send('activity.check-in', { code: one.code, phoneTail: '0001' }));
    court.now = at('12:59');
    expect(await keepShop(court)).to.deep.equal([]);
    court.now = at('13:00');
    expect(await keepShop(court)).to.deep.equal(['activity.settle ok']);
    expect(await keepShop(court)).to.deep.equal([]);
    expect(await statusOf(court, one.code, phones[0])).to.equal('done');
    expect(await statusOf(court, two.code, phones[1])).to.equal('missed');
    expect(await statusOf(court, three.code, phones[2])).to.equal('left');
    const report = await as(court, clerk, () =>
      answered(court.read('activity.report', { place: 'shop', month: '2026-12' })),
    );
    expect(report.sum).to.deep.equal({ came: 1, minutes: 60 });
  });

  it('a haircut is no volunteer’s hour', async () => {
    const court = open();
    const { code } = done(await signUp(court, phone, chair));
    court.now = at('10:30');
    done(await court.send('activity.check-in', { code, phoneTail }));
    court.now = at('11:00') - 1;
    expect(done(await court.send('activity.check-out', { code, phoneTail })).minutes).to.equal(
      undefined,
    );
    expect([...court.docs.keys()].some((key) => key.startsWith('ledger/'))).to.equal(false);
  });

  it('whoever waits does not check in', async () => {
    const court = open();
    for (const mine of phones.slice(0, 2)) done(await signUp(court, mine));
    const { code } = done(await signUp(court, phones[2]));
    court.now = at('09:00');
    expect(codeOf(await court.send('activity.check-in', { code, phoneTail: '0003' }))).to.equal(
      'activity.still-waiting',
    );
  });
});

describe('however many come and go', () => {
  it('there are never more than places, and never somebody waiting beside a free one', async () => {
    const step = fc.record({ who: fc.nat(5), leaves: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
        const court = open();
        const codes = new Map<number, string>();
        for (const { who, leaves } of steps) {
          const mine = `1380000000${who}`;
          const code = codes.get(who);
          if (leaves && code !== undefined) {
            done(await court.send('activity.leave', { code, phoneTail: mine.slice(-4) }));
            codes.delete(who);
          } else {
            const made = await signUp(court, mine);
            if (made.ok) codes.set(who, made.result.code);
          }
          const time = await nextOf(court);
          const there = await as(court, clerk, () =>
            answered(court.read('activity.roster', tuesday)),
          );
          expect(there.seats.length).to.be.at.most(2);
          expect(there.seats.length + there.waiting).to.equal(codes.size);
          expect(there.waiting === 0 || time?.free === 0).to.equal(true);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('who takes part', () => {
  it('is known by code at the counter, in no event and no open field, and forgotten after thirty days', async () => {
    const court = open();
    const one = done(await signUp(court, phones[0]));
    const two = done(await signUp(court, phones[1]));
    done(await court.send('activity.leave', { code: two.code, phoneTail: '0002' }));
    const sealed: readonly string[] = law.documents.flatMap(({ personal }) => [...personal]);
    const open_ = [...court.docs].map(([, doc]) =>
      Object.entries(doc).filter(([field]) => !sealed.includes(field)),
    );
    const roster = await as(court, clerk, () => answered(court.read('activity.roster', tuesday)));
    expect(roster).to.deep.equal({ seats: [{ code: one.code, status: 'signed-up' }], waiting: 0 });
    for (const seen of [court.events, roster, open_])
      for (const secret of phones) expect(JSON.stringify(seen)).not.to.contain(secret);
    court.now = monday + 2 * DAY;
    await keepShop(court);
    court.now = monday + 31 * DAY;
    expect(await keepShop(court)).to.deep.equal([]);
    court.now = monday + 32 * DAY;
    expect(await keepShop(court)).to.deep.equal(['activity.forget ok']);
    const left = JSON.stringify([...court.docs]);
    for (const secret of [...phones, one.code, two.code]) expect(left).not.to.contain(secret);
  });

  it('is forgotten on request, with the record of hours, once nothing is to come', async () => {
    const court = open();
    const me = citizen(somebody(1));
    court.actor = me;
    const { code } = done(await court.send('activity.sign-up', tuesday));
    expect(codeOf(await court.send('person.erase', {}))).to.equal('person.still-open');
    court.now = at('09:00');
    done(await court.send('activity.check-in', { code }));
    court.now += 30 * MINUTE;
    done(await court.send('activity.check-out', { code }));
    done(await court.send('person.erase', {}));
    expect(JSON.stringify([...court.docs])).not.to.contain(me.kind === 'citizen' ? me.id : '?');
  });

  it('a code opens nothing without the telephone, and a mistyped one is told as such', async () => {
    const court = open();
    const { code } = done(await signUp(court));
    for (const tail of [undefined, '0000']) {
      const proof = { code, ...(tail && { phoneTail: tail }) };
      expect(codeOf(await court.read('activity.find', proof))).to.equal('activity.not-found');
      expect(codeOf(await court.send('activity.leave', proof))).to.equal('activity.not-found');
      expect(codeOf(await court.send('activity.check-in', proof))).to.equal('activity.not-found');
    }
    expect(codeOf(await court.read('activity.find', { code: '1234567890', phoneTail }))).to.equal(
      'activity.code-typo',
    );
  });
});
