import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { receiptCodeOf } from '../../../src/model/shared/receipt-code.ts';
import { openCourt, type Court } from '../../harness/court.ts';
import { morning, placeOf, registryPack, text } from '../../harness/packs.ts';
import { couple, idNumberOf, phone, phoneTail } from '../../harness/persons.ts';

const MINUTE = 60_000;
/** A code that is well formed, and nobody's. */
const nobodysCode = receiptCodeOf('000000000');
const monday = Date.parse('2026-12-07T08:00+08:00');
const friday = { place: 'registry', date: '2026-12-11', time: '09:00' };
const saturday = { place: 'registry', date: '2026-12-12', time: '10:00' };

const open = (changes = {}): Court =>
  openCourt(
    registryPack({ openings: [{ ...morning, capacity: 2, staffOnly: 1 }], ...changes }),
    monday,
  );

const codeOf = (decision: { ok: boolean; refusal?: { code: string } }): string =>
  decision.refusal?.code ?? 'ok';

/** A couple with an appointment, and the proof that is on their receipt. */
async function booked(court: Court, slot = friday, persons = couple.persons) {
  const held = await court.send('booking.hold', { service: 'marriage', ...slot });
  if (!held.ok) throw new Error(held.refusal.code);
  const { code } = held.result;
  const { place, date } = slot;
  const confirmed = await court.send('booking.confirm', { ...couple, persons, code, place, date });
  if (!confirmed.ok) throw new Error(confirmed.refusal.code);
  return { code, phoneTail };
}

const isFree = async (court: Court, slot = friday): Promise<boolean> =>
  (await court.fork().send('booking.hold', { service: 'marriage', ...slot })).ok;

describe('changing an appointment', () => {
  it('cancelling frees the slot for somebody else, and the receipt says so', async () => {
    const court = open();
    const proof = await booked(court);
    expect(await isFree(court)).to.equal(false);
    const cancelled = await court.send('booking.cancel', proof);
    expect(cancelled.ok && cancelled.result).to.include({ status: 'cancelled', sequence: 1 });
    expect(await isFree(court)).to.equal(true);
    const found = await court.read('booking.find', proof);
    expect(found.ok && found.value.status).to.equal('cancelled');
  });

  it('cancelling twice frees one slot, not that of the next couple', async () => {
    const court = open();
    const proof = await booked(court);
    expect(codeOf(await court.send('booking.cancel', proof))).to.equal('ok');
    await booked(court);
    expect(codeOf(await court.send('booking.cancel', proof))).to.equal('booking.cancelled-already');
    expect(codeOf(await court.send('booking.reschedule', { ...proof, ...saturday }))).to.equal(
      'booking.cancelled-already',
    );
    expect(await isFree(court)).to.equal(false);
  });

  it('moving to Saturday frees Friday and takes Saturday, in one go', async () => {
    const court = open();
    const proof = await booked(court);
    const moved = await court.send('booking.reschedule', { ...proof, ...saturday });
    expect(moved.ok && moved.result).to.include({
      ...saturday,
      sequence: 1,
      startsAt: Date.parse('2026-12-12T10:00+08:00'),
    });
    expect(await isFree(court, friday)).to.equal(true);
    expect(await isFree(court, saturday)).to.equal(false);
  });

  it('if Saturday is full, Friday stays theirs', async () => {
    const court = open();
    const proof = await booked(court);
    await booked(court, saturday);
    const before = new Map(court.docs);
    expect(codeOf(await court.send('booking.reschedule', { ...proof, ...saturday }))).to.equal(
      'booking.slot-taken',
    );
    expect(court.docs).to.deep.equal(before);
    const found = await court.read('booking.find', proof);
    expect(found.ok && found.value).to.include({ ...friday, status: 'booked' });
  });

  it('moving an hour within the same morning works too, and frees the first hour', async () => {
    const court = open();
    const proof = await booked(court);
    const later = { ...friday, time: '10:00' };
    expect(codeOf(await court.send('booking.reschedule', { ...proof, ...later }))).to.equal('ok');
    expect(await isFree(court, friday)).to.equal(true);
    expect(await isFree(court, later)).to.equal(false);
  });

  it('moving to another registry moves the place as well', async () => {
    const centre = { ...morning, id: 'centre-morning', place: 'centre', slotMinutes: 60 };
    const court = open({
      places: [placeOf('registry'), placeOf('centre')],
      openings: [morning, centre],
    });
    const proof = await booked(court);
    const moved = await court.send('booking.reschedule', { ...proof, ...friday, place: 'centre' });
    expect(moved.ok && moved.result).to.include({ place: 'centre', minutes: 60 });
  });

  it('there and back again ends where it began, with nothing left behind', async () => {
    const court = open();
    const proof = await booked(court);
    await court.send('booking.reschedule', { ...proof, ...saturday });
    const back = await court.send('booking.reschedule', { ...proof, ...friday });
    expect(back.ok && back.result.sequence).to.equal(2);
    expect(await isFree(court, saturday)).to.equal(true);
    expect(await isFree(court, friday)).to.equal(false);
  });

  it('moving to the time one has already is pointed out, and changes nothing', async () => {
    const court = open();
    const proof = await booked(court);
    expect(codeOf(await court.send('booking.reschedule', { ...proof, ...friday }))).to.equal(
      'booking.same-time',
    );
    expect(court.events).to.have.length(1);
  });

  it('plans may change until two hours before, not a moment longer, as the receipt says', async () => {
    const court = open();
    const proof = await booked(court);
    const found = await court.read('booking.find', proof);
    if (!found.ok) throw new Error(found.refusal.code);
    court.now = found.value.changeUntil;
    expect(codeOf(await court.fork().send('booking.cancel', proof))).to.equal('ok');
    expect(
      codeOf(await court.fork().send('booking.reschedule', { ...proof, ...saturday })),
    ).to.equal('ok');
    court.now += 1;
    expect(codeOf(await court.send('booking.cancel', proof))).to.equal(
      'booking.too-late-to-change',
    );
    expect(codeOf(await court.send('booking.reschedule', { ...proof, ...saturday }))).to.equal(
      'booking.too-late-to-change',
    );
  });

  it('an appointment cannot be moved to where nobody could book either', async () => {
    const court = open({
      closures: [
        {
          place: 'registry',
          from: '2026-12-14',
          to: '2026-12-14',
          reason: text('盘点', 'Stocktaking'),
        },
      ],
    });
    const proof = await booked(court);
    const to = (slot: object) => court.send('booking.reschedule', { ...proof, ...friday, ...slot });
    expect(codeOf(await to({ date: '2026-12-14' })), 'closed').to.equal('booking.no-such-slot');
    expect(codeOf(await to({ date: '2026-12-13' })), 'a Sunday').to.equal('booking.no-such-slot');
    expect(codeOf(await to({ date: '2026-02-30' })), 'no day at all').to.equal(
      'booking.no-such-slot',
    );
    expect(codeOf(await to({ date: '2026-12-07' })), 'within two hours').to.equal(
      'booking.too-late',
    );
    expect(codeOf(await to({ date: '2027-01-08' })), 'too far').to.equal('booking.too-early');
  });

  it('who is old enough on the 11th may not move to a day when they were not', async () => {
    const justThen = [
      { role: 'man', idNumber: idNumberOf('2004-12-11', 'male') },
      { role: 'woman', idNumber: idNumberOf('2000-08-08', 'female') },
    ];
    const court = open();
    const proof = await booked(court, friday, justThen);
    const earlier = await court.send('booking.reschedule', {
      ...proof,
      ...friday,
      date: '2026-12-10',
    });
    expect(earlier.ok ? 'ok' : earlier.refusal).to.deep.equal({
      code: 'person.too-young',
      facts: { minAge: 22 },
    });
    expect(codeOf(await court.send('booking.reschedule', { ...proof, ...saturday }))).to.equal(
      'ok',
    );
  });

  it('a service that can no longer be booked can still be cancelled', async () => {
    const court = open();
    const proof = await booked(court);
    court.pack = { ...court.pack, bookables: [], openings: [] };
    expect(codeOf(await court.send('booking.cancel', proof))).to.equal('ok');
  });
});

describe('who may open an appointment', () => {
  it('a wrong code and a wrong phone sound the same, so guessing teaches nothing', async () => {
    const court = open();
    const proof = await booked(court);
    const strangers = [
      { ...proof, phoneTail: '0000' },
      { code: nobodysCode, phoneTail },
      { code: nobodysCode, phoneTail: '0000' },
    ];
    const replies = new Set<string>();
    for (const stranger of strangers) {
      replies.add(JSON.stringify(await court.read('booking.find', stranger)));
      replies.add(JSON.stringify(await court.send('booking.cancel', stranger)));
      replies.add(
        JSON.stringify(await court.send('booking.reschedule', { ...stranger, ...saturday })),
      );
    }
    expect([...replies]).to.deep.equal([
      JSON.stringify({ ok: false, refusal: { code: 'booking.not-found' } }),
    ]);
  });

  it('even a cancelled one or one too late to change does not give itself away to a stranger', async () => {
    const court = open();
    const proof = await booked(court);
    const stranger = { ...proof, phoneTail: '0000' };
    court.now = Date.parse('2026-12-11T08:59+08:00');
    expect(codeOf(await court.send('booking.cancel', stranger))).to.equal('booking.not-found');
    const other = await booked(court, saturday);
    await court.send('booking.cancel', other);
    expect(codeOf(await court.send('booking.cancel', { ...other, phoneTail: '0000' }))).to.equal(
      'booking.not-found',
    );
  });

  it('no four digits but their own open it, not even others of the same phone', async () => {
    const court = open();
    const { code } = await booked(court);
    const ofThePhone = Array.from({ length: 7 }, (_, i) => phone.slice(i, i + 4));
    const anyFour = fc.integer({ min: 0, max: 9999 }).map((four) => String(four).padStart(4, '0'));
    await fc.assert(
      fc.asyncProperty(fc.oneof(anyFour, fc.constantFrom(...ofThePhone)), async (guess) => {
        const found = await court.read('booking.find', { code, phoneTail: guess });
        expect(found.ok).to.equal(guess === phoneTail);
      }),
    );
  });

  it('a mistyped code is said to be mistyped before anything is looked up', async () => {
    const court = open();
    const { code } = await booked(court);
    const slip = String((Number(code[0]) + 1) % 10) + code.slice(1);
    const found = await court.read('booking.find', { code: slip, phoneTail });
    expect(found.ok ? 'ok' : found.refusal).to.deep.equal({
      code: 'booking.code-typo',
      at: '/code',
    });
  });

  it('a slot that is only held has no receipt yet', async () => {
    const court = open();
    const held = await court.send('booking.hold', { service: 'marriage', ...friday });
    if (!held.ok) throw new Error(held.refusal.code);
    const { code } = held.result;
    expect(codeOf(await court.read('booking.find', { code, phoneTail }))).to.equal(
      'booking.not-found',
    );
    expect(codeOf(await court.send('booking.cancel', { code, phoneTail }))).to.equal(
      'booking.not-found',
    );
  });

  it('somebody else’s code does not release or lengthen my slot', async () => {
    const court = open({ openings: [morning] });
    const slot = { service: 'marriage', ...friday };
    const [mine, theirs] = [
      await court.send('booking.hold', slot),
      await court.send('booking.hold', slot),
    ];
    if (!mine.ok || !theirs.ok) throw new Error('two places');
    const { place, date } = friday;
    court.now += 5 * MINUTE;
    await court.send('booking.renew-hold', { code: theirs.result.code, place, date });
    await court.send('booking.release-hold', { code: nobodysCode, place, date });
    court.now += 5 * MINUTE;
    expect(
      codeOf(
        await court
          .fork()
          .send('booking.confirm', { ...couple, code: mine.result.code, place, date }),
      ),
    ).to.equal('booking.hold-ended');
    expect(
      codeOf(
        await court.send('booking.confirm', { ...couple, code: theirs.result.code, place, date }),
      ),
    ).to.equal('ok');
  });
});
