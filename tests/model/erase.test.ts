import { expect } from '@open-wc/testing';
import type { Pack } from '../../src/model/pack.ts';
import { erasers, law } from '../../src/model/registry.ts';
import type { Actor } from '../../src/model/shared/law.ts';
import { as, citizen, codeOf, done, keep, somebody } from '../harness/booked.ts';
import { aliasOf, openCourt, type Court } from '../harness/court.ts';
import { marriage, morning, registryPack } from '../harness/packs.ts';
import { bride, couple, groom, phone, phoneTail } from '../harness/persons.ts';

const monday = Date.parse('2026-12-07T08:00+08:00');
const friday = { place: 'registry', date: '2026-12-11' };
const atNine = { ...friday, service: 'marriage', time: '09:00' };
const longAfter = Date.parse('2026-12-21T08:00+08:00');
const admin: Actor = { kind: 'staff', id: 'wang', roles: ['admin'] };

async function coupleBooked(more: Partial<Pack> = {}): Promise<{ court: Court; code: string }> {
  const court = openCourt(registryPack({ openings: [morning], ...more }), monday);
  const { code } = done(await court.send('booking.hold', atNine));
  done(await court.send('booking.confirm', { ...friday, ...couple, code }));
  return { court, code };
}

const erase = (court: Court, actor: Actor, idNumber?: string) =>
  as(court, actor, () => court.send('person.erase', idNumber === undefined ? {} : { idNumber }));

const allOf = (court: Court): string => JSON.stringify([...court.docs]);

describe('a person who asks to be forgotten', () => {
  it('every kind of document with personal fields has a part that says how it is forgotten', () => {
    const personal = law.documents.filter((kind) => kind.personal.length > 0).map(({ at }) => at);
    // The pass of a ticket opens it; nobody knows whose it was. A draft and its files are opened by their code and end by
    // themselves within days; what people thought of a service is nobody's.
    const ofNobody = ['queue/ticket', 'case/draft', 'case/bundle', 'case/ratings'];
    expect(erasers.flatMap(({ kinds }) => kinds)).to.have.members(
      personal.filter((at) => !ofNobody.includes(at)),
    );
  });

  it('is not forgotten while they are expected: nobody’s appointment vanishes with a file', async () => {
    const { court } = await coupleBooked();
    const before = allOf(court);
    const refused = await erase(court, citizen(groom));
    expect(!refused.ok && refused.refusal).to.deep.equal({
      code: 'person.still-open',
      facts: { open: 1 },
    });
    expect(allOf(court)).to.equal(before);
  });

  it('leaves no number, no telephone and no list behind; whoever came along keeps theirs', async () => {
    const { court, code } = await coupleBooked();
    court.now = longAfter;
    expect(done(await erase(court, citizen(groom)))).to.deep.equal({ documents: 2, kept: [] });
    expect(allOf(court)).not.to.contain(groom);
    for (const secret of [aliasOf(groom), phone]) expect(allOf(court)).not.to.contain(secret);
    expect(allOf(court), 'she has not asked').to.contain(bride);
    const hers = await as(court, citizen(bride), () => court.read('booking.mine', {}));
    expect(hers.ok && hers.value.past.map((line) => line.code)).to.deep.equal([code]);
    const receipt = await as(court, citizen(bride), () => court.read('booking.find', { code }));
    expect(receipt.ok && receipt.value.persons.map(({ role }) => role)).to.deep.equal(['woman']);
    done(await erase(court, citizen(bride)));
    const left = allOf(court);
    for (const secret of [groom, bride, phone, aliasOf(bride)]) expect(left).not.to.contain(secret);
    for (const secret of [groom, aliasOf(groom)])
      expect(JSON.stringify(court.events)).not.to.contain(secret);
  });

  it('asked twice, there is nothing left to do, and the house goes on forgetting the day', async () => {
    const { court } = await coupleBooked();
    court.now = longAfter;
    for (const number of [groom, bride]) done(await erase(court, citizen(number)));
    expect(done(await erase(court, citizen(groom)))).to.deep.equal({ documents: 0, kept: [] });
    court.now = Date.parse('2027-03-01T08:00+08:00');
    await keep(court);
    expect([...court.docs.keys()]).to.deep.equal([]);
  });

  it('is somebody’s own wish: nobody has another person forgotten, by no number', async () => {
    const { court } = await coupleBooked();
    court.now = longAfter;
    const before = allOf(court);
    expect(codeOf(await erase(court, citizen(bride), groom))).to.equal('actor.not-allowed');
    const strangers: Actor[] = [
      { kind: 'anonymous' },
      { kind: 'device', id: 'kiosk-1', as: 'kiosk' },
      { kind: 'staff', id: 'li', roles: ['counter', 'case'] },
    ];
    for (const actor of strangers)
      expect(codeOf(await erase(court, actor, groom))).to.equal('actor.not-allowed');
    expect(allOf(court)).to.equal(before);
  });

  it('may write to the office: an administrator has them forgotten by their number, however it is typed', async () => {
    const { court } = await coupleBooked();
    court.now = longAfter;
    const spaced = `${groom.slice(0, 6)} ${groom.slice(6, 14)} ${groom.slice(14).toLowerCase()}`;
    expect(done(await erase(court, admin, spaced)).documents).to.equal(2);
    expect(allOf(court)).not.to.contain(groom);
    const wrong = `${groom.slice(0, 17)}${groom[17] === '0' ? '1' : '0'}`;
    const refused = await erase(court, admin, wrong);
    expect(!refused.ok && refused.refusal).to.deep.equal({
      code: 'person.id-check-digit',
      at: '/idNumber',
    });
    expect(codeOf(await erase(court, admin))).to.equal('person.id-length');
  });

  it('is no way around a limit: what it counts stays for its time, without number and telephone', async () => {
    const limits = { cancellations: { count: 1, withinDays: 30, coolOffDays: 14 } };
    const { court, code } = await coupleBooked({ limits });
    done(await court.send('booking.cancel', { code, phoneTail }));
    const { kept } = done(await erase(court, citizen(groom)));
    expect(kept).to.deep.equal([{ why: 'booking.limit', until: '2027-01-06' }]);
    for (const secret of [groom, phone]) expect(allOf(court)).not.to.contain(secret);
    const { code: again } = done(await court.send('booking.hold', atNine));
    const tried = await court.send('booking.confirm', { ...friday, ...couple, code: again });
    expect(codeOf(tried)).to.equal('booking.cooling-off');
    // And when its time has come, the house forgets it like everything else.
    court.now = Date.parse('2027-03-01T08:00+08:00');
    await keep(court);
    expect([...court.docs.keys()].filter((key) => !key.startsWith('booking/holds'))).to.deep.equal(
      [],
    );
  });

  it('who waits for a place is expected as well, until the waiting is over', async () => {
    const waiting = { ...marriage, waiting: { offerMinutes: 30, maxDays: 7 } };
    const { court } = await coupleBooked({
      bookables: [waiting],
      openings: [{ ...morning, capacity: 1, staffOnly: 0, from: '09:00', to: '09:30' }],
    });
    const [man, woman] = [somebody(41), bride];
    const wished = await court.send('booking.wait', {
      ...{ service: 'marriage', place: 'registry', from: '2026-12-11', to: '2026-12-11' },
      ...{
        ...couple,
        persons: [
          { role: 'man', idNumber: man },
          { role: 'woman', idNumber: woman },
        ],
      },
    });
    const { code } = done(wished);
    expect(codeOf(await erase(court, citizen(man)))).to.equal('person.still-open');
    court.now = longAfter;
    await keep(court);
    expect(allOf(court), 'kept a while, so that nobody is left wondering').to.contain(code);
    done(await erase(court, citizen(man)));
    expect(allOf(court)).not.to.contain(man);
    done(await erase(court, citizen(woman)));
    expect(allOf(court)).not.to.contain(code);
  });
});
