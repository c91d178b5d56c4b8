import { expect } from '@open-wc/testing';
import { instantAt } from '../../../src/model/shared/dates.ts';
import { isReceiptCode } from '../../../src/model/shared/receipt-code.ts';
import { openCourt, type Court } from '../../harness/court.ts';
import { marriage, morning, registryPack, text } from '../../harness/packs.ts';
import { couple } from '../../harness/persons.ts';

const MINUTE = 60_000;
/** Monday 7 December 2026, eight in the morning in Shanghai. */
const monday = Date.parse('2026-12-07T08:00+08:00');
const friday = { service: 'marriage', place: 'registry', date: '2026-12-11' };
const atNine = { ...friday, time: '09:00' };

const open = (changes = {}): Court =>
  openCourt(
    registryPack({ openings: [{ ...morning, capacity: 2, staffOnly: 1 }], ...changes }),
    monday,
  );

async function heldIn(court: Court, slot = atNine) {
  const held = await court.send('booking.hold', slot);
  if (!held.ok) throw new Error(held.refusal.code);
  const { code, place, date } = held.result;
  return { ...held.result, mine: { code, place, date } };
}

const codeOf = (decision: { ok: boolean; refusal?: { code: string } }): string =>
  decision.refusal?.code ?? 'ok';

describe('keeping a slot while somebody fills in', () => {
  it("the second couple can't take the first one's slot", async () => {
    const court = open();
    await heldIn(court);
    expect(codeOf(await court.send('booking.hold', atNine))).to.equal('booking.slot-taken');
    expect(
      codeOf(await court.send('booking.hold', { ...friday, time: '09:30' })),
      'half past nine is theirs',
    ).to.equal('ok');
  });

  it('says until when, how long the visit takes, and a code that can be typed back', async () => {
    const held = await heldIn(open());
    expect(held.heldUntil).to.equal(monday + 10 * MINUTE);
    expect(held.minutes).to.equal(30);
    expect(held.renewalsLeft).to.equal(2);
    expect(isReceiptCode(held.code)).to.equal(true);
  });

  it('whoever walks away loses the slot after ten minutes, not a moment before', async () => {
    const court = open();
    await heldIn(court);
    court.now += 10 * MINUTE - 1;
    expect(codeOf(await court.send('booking.hold', atNine))).to.equal('booking.slot-taken');
    court.now += 1;
    expect(codeOf(await court.send('booking.hold', atNine))).to.equal('ok');
  });

  it('whoever was too slow is told so, even if nobody else wanted the slot', async () => {
    const court = open();
    const { mine } = await heldIn(court);
    court.now += 10 * MINUTE;
    expect(codeOf(await court.send('booking.confirm', { ...mine, ...couple }))).to.equal(
      'booking.hold-ended',
    );
    expect(codeOf(await court.send('booking.renew-hold', mine))).to.equal('booking.hold-ended');
    expect(court.events).to.deep.equal([]);
  });

  it('slow fingers get ten minutes more, twice, and are told how often', async () => {
    const court = open();
    const { mine } = await heldIn(court);
    for (const left of [1, 0]) {
      court.now += 9 * MINUTE;
      const renewed = await court.send('booking.renew-hold', mine);
      expect(renewed.ok && renewed.result).to.deep.equal({
        heldUntil: court.now + 10 * MINUTE,
        renewalsLeft: left,
      });
    }
    court.now += 9 * MINUTE;
    expect(codeOf(await court.send('booking.renew-hold', mine))).to.equal(
      'booking.hold-renewed-enough',
    );
    expect(
      codeOf(await court.send('booking.confirm', { ...mine, ...couple })),
      'there is still a minute',
    ).to.equal('ok');
  });

  it('a slot that is given back is free at once, and giving it back twice is no mistake', async () => {
    const court = open();
    const { mine } = await heldIn(court);
    const released = await court.send('booking.release-hold', mine);
    expect(released.ok && released.result.released).to.equal(true);
    expect(codeOf(await court.send('booking.hold', atNine))).to.equal('ok');
    const again = await court.send('booking.release-hold', mine);
    expect(again.ok && again.result.released).to.equal(false);
    expect(
      codeOf(await court.send('booking.hold', atNine)),
      'it did not free the next one',
    ).to.equal('booking.slot-taken');
  });

  it('an appointment that is confirmed cannot be given back, renewed or confirmed as if it were a hold', async () => {
    const court = open();
    const { mine } = await heldIn(court);
    expect(codeOf(await court.send('booking.confirm', { ...mine, ...couple }))).to.equal('ok');
    const released = await court.send('booking.release-hold', mine);
    expect(released.ok && released.result.released).to.equal(false);
    expect(codeOf(await court.send('booking.renew-hold', mine))).to.equal('booking.hold-ended');
    expect(codeOf(await court.send('booking.hold', atNine))).to.equal('booking.slot-taken');
  });

  it('confirming the same slot twice makes one appointment, not two', async () => {
    const court = open();
    const { mine } = await heldIn(court);
    expect(codeOf(await court.send('booking.confirm', { ...mine, ...couple }))).to.equal('ok');
    expect(codeOf(await court.send('booking.confirm', { ...mine, ...couple }))).to.equal(
      'booking.hold-ended',
    );
    expect(court.events.map(({ type }) => type)).to.deep.equal(['booking.confirmed']);
    expect([...court.docs.keys()].filter((key) => key.includes('appointment'))).to.have.length(1);
  });

  it('a mistyped number does not cost the slot', async () => {
    const court = open();
    const { mine } = await heldIn(court);
    const slip = { ...couple, phone: '139' };
    expect(codeOf(await court.send('booking.confirm', { ...mine, ...slip }))).to.equal(
      'phone.invalid',
    );
    expect(codeOf(await court.send('booking.confirm', { ...mine, ...couple }))).to.equal('ok');
  });

  it('nothing is booked before every statement is accepted', async () => {
    const court = open();
    const { mine } = await heldIn(court);
    for (const declarations of [[], ['something-else']]) {
      const refused = await court.send('booking.confirm', { ...mine, ...couple, declarations });
      expect(codeOf(refused)).to.equal('booking.declaration-missing');
    }
  });

  it('the receipt says when to come and until when plans may change, and masks the numbers', async () => {
    const court = open();
    const { mine, code } = await heldIn(court);
    const confirmed = await court.send('booking.confirm', { ...mine, ...couple });
    expect(confirmed.ok && confirmed.result).to.deep.equal({
      id: confirmed.ok && confirmed.result.id,
      code,
      status: 'booked',
      service: 'marriage',
      place: 'registry',
      date: '2026-12-11',
      time: '09:00',
      minutes: 30,
      sequence: 0,
      startsAt: Date.parse('2026-12-11T09:00+08:00'),
      changeUntil: Date.parse('2026-12-11T07:00+08:00'),
      checkIn: {
        from: Date.parse('2026-12-11T08:00+08:00'),
        until: Date.parse('2026-12-11T09:15+08:00'),
      },
      persons: [
        { role: 'man', idNumber: `3${'*'.repeat(16)}${couple.persons[0]!.idNumber.slice(-1)}` },
        { role: 'woman', idNumber: `3${'*'.repeat(16)}${couple.persons[1]!.idNumber.slice(-1)}` },
      ],
      phone: '139****5678',
    });
  });

  it('a couple is not sent to a registry that was closed while they filled in', async () => {
    const court = open();
    const { mine } = await heldIn(court);
    const typhoon = {
      place: 'registry',
      from: '2026-12-11',
      to: '2026-12-11',
      reason: text('台风', 'Typhoon'),
    };
    court.pack = { ...court.pack, closures: [typhoon] };
    expect(codeOf(await court.send('booking.confirm', { ...mine, ...couple }))).to.equal(
      'booking.no-such-slot',
    );
    expect(court.events).to.deep.equal([]);
  });

  it('a couple whose code somebody has already gets another one, not a refusal', async () => {
    const court = open();
    court.dice = ['123456789', '123456789', '987654321'];
    const first = await heldIn(court);
    expect(codeOf(await court.send('booking.confirm', { ...first.mine, ...couple }))).to.equal(
      'ok',
    );
    const second = await heldIn(court, { ...atNine, date: '2026-12-12' });
    expect(second.code, 'the dice fell alike').to.equal(first.code);
    const confirmed = await court.send('booking.confirm', { ...second.mine, ...couple });
    if (!confirmed.ok) throw new Error(confirmed.refusal.code);
    expect(confirmed.result.code.slice(0, 9)).to.equal('987654321');
    const cancelled = await court.send('booking.cancel', {
      code: confirmed.result.code,
      phoneTail: '5678',
    });
    expect(cancelled.ok && cancelled.result.date).to.equal('2026-12-12');
    expect(codeOf(await court.send('booking.hold', { ...atNine, date: '2026-12-12' }))).to.equal(
      'ok',
    );
    expect(codeOf(await court.send('booking.hold', atNine)), 'the first keeps theirs').to.equal(
      'booking.slot-taken',
    );
  });

  it('two places may call their mornings alike, and each keeps its own pace', async () => {
    const slow = { ...morning, place: 'centre', slotMinutes: 60 };
    const court = open({ openings: [morning, slow] });
    const held = await heldIn(court, { ...atNine, place: 'centre' });
    const confirmed = await court.send('booking.confirm', { ...held.mine, ...couple });
    expect(confirmed.ok && confirmed.result.minutes).to.equal(60);
  });
});

describe('which slots there are', () => {
  const timesOf = async (court: Court, date: string): Promise<string[]> => {
    const reply = await court.read('booking.times', {
      service: 'marriage',
      place: 'registry',
      date,
    });
    if (!reply.ok) throw new Error(reply.refusal.code);
    return reply.value.times.map(({ time }) => time);
  };
  const dayOf = async (court: Court, date: string) => {
    const input = { service: 'marriage', place: 'registry', month: date.slice(0, 7) };
    const reply = await court.read('booking.month', input);
    if (!reply.ok) throw new Error(reply.refusal.code);
    return reply.value.days.find((day) => day.date === date)!;
  };
  const allMorning = ['09:00', '09:30', '10:00', '10:30'];

  it('the last visit ends when the registry closes, or before', async () => {
    const court = open({ openings: [{ ...morning, from: '09:00', to: '10:59' }] });
    expect(await timesOf(court, friday.date)).to.deep.equal(['09:00', '09:30', '10:00']);
    const refused = await court.send('booking.hold', { ...friday, time: '10:30' });
    expect(codeOf(refused)).to.equal('booking.no-such-slot');
  });

  it('places for counters and phone are never the public’s', async () => {
    const court = open({ openings: [{ ...morning, capacity: 3, staffOnly: 3 }] });
    expect(codeOf(await court.send('booking.hold', atNine))).to.equal('booking.slot-taken');
    expect((await dayOf(court, friday.date)).state).to.equal('full');
  });

  it('two rows that cover the same time add up, and each keeps its own places', async () => {
    const court = open({
      openings: [
        { ...morning, id: 'both', services: ['reissue', 'marriage'], capacity: 1, staffOnly: 0 },
        { ...morning, id: 'marriage-only', capacity: 1, staffOnly: 0 },
      ],
      bookables: [marriage, { ...marriage, service: 'reissue' }],
    });
    expect(codeOf(await court.send('booking.hold', atNine))).to.equal('ok');
    const reissue = { ...atNine, service: 'reissue' };
    expect(
      codeOf(await court.send('booking.hold', reissue)),
      'the flexible counter stayed free',
    ).to.equal('ok');
    expect(codeOf(await court.send('booking.hold', atNine))).to.equal('booking.slot-taken');
  });

  it('two hours ahead is early enough, a minute later is too late', async () => {
    const court = open();
    court.now = instantAt(friday.date, '07:00', 'Asia/Shanghai');
    expect(await timesOf(court, friday.date)).to.deep.equal(allMorning);
    expect(codeOf(await court.fork().send('booking.hold', atNine))).to.equal('ok');
    court.now += 1;
    expect(codeOf(await court.send('booking.hold', atNine))).to.equal('booking.too-late');
    court.now += MINUTE - 1;
    expect(await timesOf(court, friday.date)).to.deep.equal(allMorning.slice(1));
    expect(codeOf(await court.send('booking.hold', { ...friday, time: '09:30' }))).to.equal('ok');
  });

  it('the thirtieth day opens when the registry does in the morning, so that nobody sits up for it', async () => {
    const court = open();
    const slot = { ...friday, date: '2026-12-11', time: '09:00' };
    court.now = Date.parse('2026-11-10T23:59:59.999+08:00');
    expect(codeOf(await court.send('booking.hold', slot))).to.equal('booking.too-early');
    expect((await dayOf(court, slot.date)).state).to.equal('not-yet');
    expect(await timesOf(court, slot.date)).to.deep.equal([]);
    for (const early of ['2026-11-11T00:00:00+08:00', '2026-11-11T08:59:59.999+08:00']) {
      court.now = Date.parse(early);
      expect(codeOf(await court.send('booking.hold', slot)), early).to.equal('booking.too-early');
      expect((await dayOf(court, slot.date)).state, early).to.equal('not-yet');
      expect(await timesOf(court, slot.date), early).to.deep.equal([]);
    }
    court.now = Date.parse('2026-11-11T09:00:00+08:00');
    expect((await dayOf(court, slot.date)).state).to.equal('open');
    expect(codeOf(await court.send('booking.hold', slot))).to.equal('ok');
  });

  it('a day that is over says so, and yesterday cannot be booked', async () => {
    const court = open();
    expect((await dayOf(court, '2026-12-05')).state, 'last Saturday').to.equal('past');
    const yesterday = { ...atNine, date: '2026-12-05' };
    expect(codeOf(await court.send('booking.hold', yesterday))).to.equal('booking.too-late');
    court.now = instantAt('2026-12-07', '09:00', 'Asia/Shanghai');
    expect((await dayOf(court, '2026-12-07')).state, 'today, all within two hours').to.equal(
      'past',
    );
  });

  it('nobody marries on National Day, and the calendar says why', async () => {
    const court = open();
    court.now = Date.parse('2026-09-28T08:00+08:00');
    const day = await dayOf(court, '2026-10-01');
    expect(day.state).to.equal('holiday');
    expect(day.name?.['zh-CN']).to.equal('国庆节');
    const refused = await court.send('booking.hold', { ...atNine, date: '2026-10-01' });
    expect(codeOf(refused)).to.equal('booking.no-such-slot');
  });

  it('a registry that opens on holidays can be booked on National Day', async () => {
    const court = open({ openings: [{ ...morning, onHolidays: true }] });
    court.now = Date.parse('2026-09-28T08:00+08:00');
    expect((await dayOf(court, '2026-10-01')).state).to.equal('open');
    expect((await dayOf(court, '2026-10-04')).state, 'but not on its Sunday').to.equal('holiday');
  });

  it('the Sunday of 20 September 2026 is worked, so it can be booked; the one after is not', async () => {
    const court = open();
    court.now = Date.parse('2026-09-14T08:00+08:00');
    expect(await dayOf(court, '2026-09-20')).to.include({ state: 'open', makeUp: true });
    expect(await dayOf(court, '2026-09-13')).to.include({ state: 'rest', makeUp: false });
    expect(codeOf(await court.send('booking.hold', { ...atNine, date: '2026-09-20' }))).to.equal(
      'ok',
    );
    const resting = open({ openings: [{ ...morning, onMakeUpDays: false }] });
    resting.now = court.now;
    expect((await dayOf(resting, '2026-09-20')).state).to.equal('rest');
  });

  it('a registry that closes for a day says why, before and after it is open as ever', async () => {
    const moving = text('搬迁', 'We are moving');
    const court = open({
      closures: [{ place: 'registry', from: '2026-12-10', to: '2026-12-11', reason: moving }],
    });
    for (const date of ['2026-12-10', '2026-12-11']) {
      const day = await dayOf(court, date);
      expect(day.state, date).to.equal('closure');
      expect(day.name).to.deep.equal(moving);
      expect(codeOf(await court.send('booking.hold', { ...atNine, date }))).to.equal(
        'booking.no-such-slot',
      );
    }
    expect((await dayOf(court, '2026-12-09')).state).to.equal('open');
    expect((await dayOf(court, '2026-12-12')).state).to.equal('open');
  });

  it('days of 2027 may be booked, but are marked as not certain yet', async () => {
    const court = open();
    court.now = Date.parse('2026-12-20T08:00+08:00');
    expect((await dayOf(court, '2026-12-31')).provisional).to.equal(false);
    expect(await dayOf(court, '2027-01-04')).to.include({ state: 'open', provisional: true });
  });

  it('new opening hours count from their first day to their last', async () => {
    const court = open({
      openings: [
        { ...morning, id: 'old', validTo: '2026-12-09' },
        { ...morning, id: 'new', from: '10:00', validFrom: '2026-12-10', validTo: '2026-12-10' },
      ],
    });
    expect(await timesOf(court, '2026-12-09')).to.deep.equal(allMorning);
    expect(await timesOf(court, '2026-12-10')).to.deep.equal(['10:00', '10:30']);
    expect(await timesOf(court, '2026-12-11')).to.deep.equal([]);
  });

  it('a day that does not exist has no slots', async () => {
    const court = open();
    for (const date of ['2026-02-30', '2026-11-31', '2027-02-29']) {
      expect(await timesOf(court, date)).to.deep.equal([]);
      expect(codeOf(await court.send('booking.hold', { ...atNine, date })), date).to.equal(
        'booking.no-such-slot',
      );
      const nearest = await court.read('booking.nearest', { ...atNine, date });
      expect(nearest.ok && nearest.value.slots).to.deep.equal([]);
    }
  });

  it('a place, a service or a time that the district does not have is refused with its own reason', async () => {
    const court = open();
    expect(codeOf(await court.send('booking.hold', { ...atNine, service: 'adoption' }))).to.equal(
      'booking.unknown-service',
    );
    expect(codeOf(await court.send('booking.hold', { ...atNine, place: 'the-moon' }))).to.equal(
      'booking.no-such-slot',
    );
    expect(codeOf(await court.send('booking.hold', { ...atNine, time: '09:05' }))).to.equal(
      'booking.no-such-slot',
    );
  });

  it('who lost the race is shown the nearest free times, the same day first', async () => {
    const court = open();
    await heldIn(court);
    const reply = await court.read('booking.nearest', atNine);
    expect(reply.ok && reply.value.slots).to.deep.equal([
      { date: '2026-12-11', time: '09:30', free: 1 },
      { date: '2026-12-11', time: '10:00', free: 1 },
      { date: '2026-12-11', time: '10:30', free: 1 },
    ]);
    for (const time of ['09:30', '10:00', '10:30']) await heldIn(court, { ...friday, time });
    const next = await court.read('booking.nearest', atNine);
    expect(next.ok && next.value.slots.map(({ date, time }) => `${date} ${time}`)).to.deep.equal([
      '2026-12-12 09:00',
      '2026-12-12 09:30',
      '2026-12-12 10:00',
    ]);
  });

  it('a service that must be booked longer ahead than the horizon reaches is simply not free', async () => {
    const court = open({ bookables: [{ ...marriage, leadMinutes: 60 * 24 * 30, horizonDays: 1 }] });
    const offer = await court.read('booking.offer', { service: 'marriage' });
    expect(offer.ok && offer.value.places.map(({ nextFree }) => nextFree)).to.deep.equal([
      undefined,
    ]);
  });
});
