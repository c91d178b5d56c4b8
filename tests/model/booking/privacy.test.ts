/** What a partner, a board or a curious clerk may see says nothing about who comes. */
import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { law } from '../../../src/model/registry.ts';
import { openCourt } from '../../harness/court.ts';
import { registryPack } from '../../harness/packs.ts';
import { idNumberOf } from '../../harness/persons.ts';

const monday = Date.parse('2026-12-07T08:00+08:00');
const friday = { place: 'registry', date: '2026-12-11' };

const born = (from: string, to: string) =>
  fc
    .date({ min: new Date(from), max: new Date(to), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
const anyCouple = fc.record({
  man: born('1930-01-01', '2004-01-01').map((birth) => idNumberOf(birth, 'male')),
  woman: born('1930-01-01', '2006-01-01').map((birth) => idNumberOf(birth, 'female')),
  phone: fc.integer({ min: 13_000_000_000, max: 19_999_999_999 }).map(String),
});

describe('personal data', () => {
  it('never stands in events, day documents or any answer but the receipt', async () => {
    await fc.assert(
      fc.asyncProperty(anyCouple, async ({ man, woman, phone }) => {
        const court = openCourt(registryPack(), monday);
        const seen: unknown[] = [];
        const look = async (): Promise<void> => {
          const service = { service: 'marriage' };
          const slot = { ...service, ...friday };
          seen.push(
            court.events,
            [...court.docs].filter(([key]) => key.startsWith('booking/day/')),
            await court.read('booking.offer', service),
            await court.read('booking.month', { ...service, place: 'registry', month: '2026-12' }),
            await court.read('booking.times', slot),
            await court.read('booking.nearest', { ...slot, time: '09:00' }),
            await court.read('guide.service', service),
            await court.read('guide.services', {}),
          );
        };

        const held = await court.send('booking.hold', {
          service: 'marriage',
          ...friday,
          time: '09:00',
        });
        if (!held.ok) throw new Error(held.refusal.code);
        const { code } = held.result;
        const persons = [
          { role: 'man', idNumber: man },
          { role: 'woman', idNumber: woman },
        ];
        const filledIn = { ...friday, code, persons, phone, declarations: ['no-spouse'] };
        seen.push(await court.send('booking.confirm', { ...filledIn, declarations: [] }));
        const confirmed = await court.send('booking.confirm', filledIn);
        if (!confirmed.ok) throw new Error(confirmed.refusal.code);
        seen.push(confirmed.result, confirmed.events);
        await look();
        const proof = { code, phoneTail: phone.slice(-4) };
        const moved = await court.send('booking.reschedule', {
          ...proof,
          ...friday,
          time: '10:00',
        });
        expect(moved.ok).to.equal(true);
        await look();
        const cancelled = await court.send('booking.cancel', proof);
        expect(cancelled.ok).to.equal(true);
        await look();
        expect(court.events).to.have.length(3);

        const everything = JSON.stringify(seen);
        for (const secret of [man, woman, phone]) expect(everything).not.to.contain(secret);
        // Not even the part from the birth date on.
        for (const number of [man, woman]) expect(everything).not.to.contain(number.slice(6));
        // The code opens the receipt, so partners must not have it either.
        expect(JSON.stringify(court.events)).not.to.contain(code);
      }),
      { numRuns: 50 },
    );
  });

  it('the receipt shows its own person enough to know it, and hides birth dates', async () => {
    await fc.assert(
      fc.asyncProperty(anyCouple, async ({ man, woman, phone }) => {
        const court = openCourt(registryPack(), monday);
        const held = await court.send('booking.hold', {
          service: 'marriage',
          ...friday,
          time: '09:00',
        });
        if (!held.ok) throw new Error(held.refusal.code);
        const { code } = held.result;
        const persons = [
          { role: 'man', idNumber: man },
          { role: 'woman', idNumber: woman },
        ];
        await court.send('booking.confirm', {
          ...friday,
          code,
          persons,
          phone,
          declarations: ['no-spouse'],
        });
        const found = await court.read('booking.find', { code, phoneTail: phone.slice(-4) });
        const shown = JSON.stringify(found);
        expect(found.ok).to.equal(true);
        for (const number of [man, woman]) expect(shown).not.to.contain(number.slice(1, 17));
        expect(shown).not.to.contain(phone);
      }),
      { numRuns: 50 },
    );
  });

  it('what is personal in an appointment is sealed wherever it is stored', () => {
    const appointment = law.documents.find(({ at }) => at === 'booking/appointment');
    expect(appointment?.personal).to.have.members(['persons', 'phone']);
  });
});
