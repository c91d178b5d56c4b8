/**
 * The promise everything else stands on: no place is given away twice, none is lost, and what a screen offers can be had.
 * Random rules, random gestures in random order at random times; what is counted here is counted anew, not with the law's
 * own helpers.
 */
import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import type { Appointment, Taking } from '../../../src/model/booking/documents.ts';
import type { Opening } from '../../../src/model/booking/rules.ts';
import type { Pack } from '../../../src/model/pack.ts';
import {
  addDays,
  dateAt,
  daysFrom,
  instantAt,
  minutesOf,
  timeOf,
} from '../../../src/model/shared/dates.ts';
import { openCourt, type Court } from '../../harness/court.ts';
import { anyPack } from '../../harness/packs.ts';
import { groom, phone, phoneTail } from '../../harness/persons.ts';

/**
 * A slot somebody points at: numbers that the rules at hand turn into a service, a place, a day and a time. Most people
 * take one that a screen offers; the rest ask for anything.
 */
const anySlot = fc.record({
  offered: fc.constantFrom(true, true, true, false),
  row: fc.nat(3),
  service: fc.nat(2),
  day: fc.constantFrom(-1, 0, 0, 1, 2, 3, 6),
  step: fc.constantFrom(0, 0, 0, 1, 2, 5),
});
type Pointed = typeof anySlot extends fc.Arbitrary<infer Value> ? Value : never;

/** Counted back from whoever came last: mostly they themselves. */
const anyOne = fc.constantFrom(0, 0, 0, 1, 1, 2, 4, 9);

const anyGesture = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('hold' as const), slot: anySlot }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('book' as const), slot: anySlot }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('confirm' as const), who: anyOne }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom('renew' as const, 'release' as const),
      who: anyOne,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('reschedule' as const), who: anyOne, slot: anySlot }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('cancel' as const), who: anyOne }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('wait' as const),
      minutes: fc.constantFrom(0, 1, 2, 10, 30, 60, 60, 24 * 60),
    }),
  },
);
type Gesture = typeof anyGesture extends fc.Arbitrary<infer Value> ? Value : never;

/** A story: rules, the moment it begins, and what people do. Some begin before the holidays, some before an unknown year. */
const anyStory = fc.constantFrom('2026-09-18', '2026-10-06', '2026-12-29').chain((start) =>
  fc.record({
    pack: anyPack(start),
    now: fc
      .integer({ min: 0, max: 24 * 60 * 60_000 })
      .map((after) => Date.parse(`${start}T00:00Z`) + after),
    gestures: fc.array(anyGesture, { minLength: 10, maxLength: 40, size: 'max' }),
  }),
);

async function slotOf(court: Court, { offered, row, service: nth, day, step }: Pointed) {
  const opening = court.pack.openings[row % court.pack.openings.length]!;
  const service = opening.services[nth % opening.services.length]!;
  const { place } = opening;
  const wanted = addDays(dateAt(court.now, court.pack.zone), day);
  for (const date of offered ? daysFrom(wanted, addDays(wanted, 6)) : []) {
    const reply = await court.read('booking.times', { service, place, date });
    const free = reply.ok ? reply.value.times.filter((one) => one.free > 0) : [];
    if (free.length > 0) return { service, place, date, time: free[step % free.length]!.time };
  }
  const minute = (minutesOf(opening.from) + step * opening.slotMinutes) % (24 * 60);
  return { service, place, date: wanted, time: timeOf(minute) };
}

interface Person {
  readonly code: string;
  readonly place: string;
  readonly date: string;
}

const filledIn = { persons: [{ role: 'applicant', idNumber: groom }], phone, declarations: [] };

/** Lets one person do one thing; whoever gets a code is added to the people. */
async function act(court: Court, people: Person[], gesture: Gesture) {
  if (gesture.do === 'wait') {
    court.now += gesture.minutes * 60_000;
    return undefined;
  }
  if (gesture.do === 'hold' || gesture.do === 'book') {
    const held = await court.send('booking.hold', await slotOf(court, gesture.slot));
    if (!held.ok) return held;
    const { code, place, date } = held.result;
    people.push({ code, place, date });
    if (gesture.do === 'hold') return held;
    return court.send('booking.confirm', { code, place, date, ...filledIn });
  }
  const person = people.at(-1 - (gesture.who % people.length));
  if (!person) return undefined;
  switch (gesture.do) {
    case 'renew':
      return court.send('booking.renew-hold', person);
    case 'release':
      return court.send('booking.release-hold', person);
    case 'confirm':
      return court.send('booking.confirm', { ...person, ...filledIn });
    case 'cancel':
      return court.send('booking.cancel', { code: person.code, phoneTail });
    case 'reschedule': {
      const { place, date, time } = await slotOf(court, gesture.slot);
      const to = { code: person.code, phoneTail, place, date, time };
      return court.send('booking.reschedule', to);
    }
  }
}

const documentsAt = <Doc>(court: Court, at: string): [string, Doc][] =>
  [...court.docs]
    .filter(([key]) => key.startsWith(`${at}/`))
    .map(([key, doc]) => [key.slice(at.length + 1), doc as Doc]);

const livingTakings = (court: Court, place: string, date: string): Taking[] =>
  documentsAt<{ takings: Taking[] }>(court, 'booking/day')
    .filter(([key]) => key === `${place}/${date}`)
    .flatMap(([, { takings }]) => takings)
    .filter(({ heldUntil }) => heldUntil === undefined || heldUntil > court.now);

const publicPlaces = ({ capacity, staffOnly }: Opening): number => capacity - staffOnly;

/** How many of a row sit there at that minute, also those whose visit has begun before. */
const sittingAt = (takings: readonly Taking[], id: string, minute: number): number =>
  takings.filter((one) => {
    const begins = minutesOf(one.time);
    return one.opening === id && begins <= minute && minute < begins + one.minutes;
  }).length;

const isShut = ({ closures }: Pack, place: string, date: string, from: number, to: number) =>
  closures.some(
    (one) =>
      one.place === place &&
      one.from <= date &&
      date <= one.to &&
      minutesOf(one.fromTime ?? '00:00') < to &&
      from < (one.toTime ? minutesOf(one.toTime) : 24 * 60),
  );

function expectNoRowOverfull(court: Court): void {
  for (const [key] of documentsAt(court, 'booking/day')) {
    const [place = '', date = ''] = key.split('/');
    const takings = livingTakings(court, place, date);
    for (const { opening: id, time } of takings) {
      const opening = court.pack.openings.find((one) => one.id === id)!;
      const given = sittingAt(takings, id, minutesOf(time));
      expect(given, `${id} ${date} ${time}`).to.be.at.most(publicPlaces(opening));
    }
  }
}

function expectOneTakingPerAppointment(court: Court): void {
  const booked = documentsAt<{ takings: Taking[] }>(court, 'booking/day').flatMap(([key, day]) =>
    day.takings
      .filter(({ heldUntil }) => heldUntil === undefined)
      .map(({ code, time, service }) => `${code} ${key} ${time} ${service}`),
  );
  const promised = documentsAt<Appointment>(court, 'booking/appointment')
    .filter(([, { status }]) => status === 'booked')
    .map(([code, one]) => `${code} ${one.place}/${one.date} ${one.time} ${one.service}`);
  expect(booked.toSorted()).to.deep.equal(promised.toSorted());
}

/** All times a clock could show that any row names, and two that none does. */
const timesToTry = (pack: Pack): string[] => [
  ...new Set([
    ...pack.openings.flatMap(({ from, slotMinutes }) =>
      [-1, 0, 1, 2, 3, 4, 5].map((step) =>
        timeOf(Math.max(0, minutesOf(from) + step * slotMinutes) % 1440),
      ),
    ),
    '12:34',
    '23:59',
  ]),
];

/** For one service at one place on one day: what is offered can be had, to the last place, and nothing else can. */
async function expectOfferIsTrue(
  court: Court,
  service: string,
  place: string,
  date: string,
): Promise<void> {
  const reply = await court.read('booking.times', { service, place, date });
  if (!reply.ok) throw new Error(reply.refusal.code);
  const taken = livingTakings(court, place, date);
  for (const time of timesToTry(court.pack)) {
    const offered = reply.value.times.find((one) => one.time === time);
    const row = `${service} ${place} ${date} ${time}`;
    const trial = court.fork();
    let got = 0;
    while ((await trial.send('booking.hold', { service, place, date, time })).ok) got += 1;
    expect(got, row).to.equal(offered?.free ?? 0);
    if (!offered) continue;

    const begins = minutesOf(time);
    const ends = begins + offered.minutes;
    const rows = court.pack.openings.filter(
      (one) =>
        one.place === place &&
        one.services.includes(service) &&
        begins >= minutesOf(one.from) &&
        (begins - minutesOf(one.from)) % one.slotMinutes === 0 &&
        ends <= minutesOf(one.to),
    );
    expect(rows, `${row} ends before closing`).not.to.deep.equal([]);
    expect(isShut(court.pack, place, date, begins, ends), `${row} is shut`).to.equal(false);
    expect(offered.capacity, `${row} leaves the staff theirs`).to.be.at.most(
      rows.reduce((sum, one) => sum + publicPlaces(one), 0),
    );
    let used = 0;
    for (const { id, slotMinutes } of rows) {
      let most = 0;
      for (let minute = begins; minute < ends; minute += slotMinutes)
        most = Math.max(most, sittingAt(taken, id, minute));
      used += most;
    }
    expect(offered.free, `${row}: free and taken make the whole`).to.equal(offered.capacity - used);
    expect(instantAt(date, time, court.pack.zone), `${row} is not over`).to.be.at.least(court.now);
  }
  expect(reply.value.times.map(({ time }) => time)).to.deep.equal(
    reply.value.times.map(({ time }) => time).toSorted(),
  );
}

/** How many persons in a row get a place on that day, if each takes the earliest time that is free. */
async function visitsLeftOn(
  court: Court,
  service: string,
  place: string,
  date: string,
): Promise<number> {
  const trial = court.fork();
  for (let visits = 0; ; visits += 1) {
    const reply = await trial.read('booking.times', { service, place, date });
    const time = reply.ok && reply.value.times.find(({ free }) => free > 0)?.time;
    if (!time) return visits;
    const held = await trial.send('booking.hold', { service, place, date, time });
    if (!held.ok) throw new Error(`${date} ${time} is offered: ${held.refusal.code}`);
  }
}

describe('places in a slot', () => {
  it('whatever people do, in whatever order, no place is given to two of them and none gets lost', async () => {
    let done = 0;
    await fc.assert(
      fc.asyncProperty(anyStory, async ({ pack, now, gestures }) => {
        const court = openCourt(pack, now);
        const people: Person[] = [];
        for (const gesture of gestures) {
          const before = new Map(court.docs);
          const eventsBefore = court.events.length;
          const decision = await act(court, people, gesture);
          if (decision?.ok) done += 1;
          else {
            expect(court.docs, 'a refusal changes nothing').to.deep.equal(before);
            expect(court.events.length, 'and nothing has happened').to.equal(eventsBefore);
          }
          expectNoRowOverfull(court);
          expectOneTakingPerAppointment(court);
        }
      }),
      { numRuns: 120 },
    );
    expect(done, 'gestures that succeeded: else the stories prove nothing').to.be.above(300);
  });

  it('every place on offer can be had at that moment, and nothing that is not on offer', async () => {
    let offered = 0;
    await fc.assert(
      fc.asyncProperty(anyStory, async ({ pack, now, gestures }) => {
        const court = openCourt(pack, now);
        const people: Person[] = [];
        for (const gesture of gestures) await act(court, people, gesture);
        for (const { services, place } of pack.openings.slice(0, 2)) {
          for (const day of [0, 1, 5]) {
            const date = addDays(dateAt(court.now, pack.zone), day);
            await expectOfferIsTrue(court, services[0]!, place, date);
            offered += 1;
          }
        }
      }),
      { numRuns: 70 },
    );
    expect(offered).to.be.above(100);
  });

  it('the month, the nearest times and the next free day say the same as the times themselves', async () => {
    let daysWithLongVisits = 0;
    await fc.assert(
      fc.asyncProperty(anyStory, async ({ pack, now, gestures }) => {
        const court = openCourt(pack, now);
        for (const gesture of gestures) await act(court, [], gesture);
        const { services, place } = pack.openings[0]!;
        const service = services[0]!;
        const today = dateAt(court.now, pack.zone);
        const freeOn = async (date: string): Promise<number> =>
          visitsLeftOn(court, service, place, date);

        const month = await court.read('booking.month', {
          service,
          place,
          month: today.slice(0, 7),
        });
        if (!month.ok) throw new Error(month.refusal.code);
        for (const { date, free, state } of month.value.days) {
          expect(free, date).to.equal(await freeOn(date));
          expect(state === 'open', `${date} ${state}`).to.equal(free > 0);
          if (free > 0 && pack.bookables.some((one) => one.service === service && one.slots! > 1))
            daysWithLongVisits += 1;
        }

        const offer = await court.read('booking.offer', { service });
        if (!offer.ok) throw new Error(offer.refusal.code);
        const next = offer.value.places.find(({ id }) => id === place)!.nextFree;
        for (let day = 0; day <= 31; day += 1) {
          const date = addDays(today, day);
          if (date === next) break;
          expect(await freeOn(date), `${date} before the next free day ${next}`).to.equal(0);
        }
        if (next) expect(await freeOn(next)).to.be.above(0);

        const nearest = await court.read('booking.nearest', {
          service,
          place,
          date: today,
          time: '09:00',
        });
        if (!nearest.ok) throw new Error(nearest.refusal.code);
        for (const { date, time } of nearest.value.slots) {
          const held = await court.fork().send('booking.hold', { service, place, date, time });
          expect(held.ok, `${date} ${time}`).to.equal(true);
        }
      }),
      { numRuns: 100 },
    );
    expect(daysWithLongVisits, 'else it says nothing of visits of several slots').to.be.above(0);
  });
});
