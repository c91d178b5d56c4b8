/** Shorthands for tests of booking: whoever books in them gets what they want, or the test says why not. */
import type { InputOf } from '../../src/gateway/contract.ts';
import type { Bookable, Opening } from '../../src/model/booking/rules.ts';
import type { Pack } from '../../src/model/pack.ts';
import { normalId } from '../../src/model/shared/identity.ts';
import { keepHouse } from '../../src/model/keeper.ts';
import { law } from '../../src/model/registry.ts';
import type { Actor, Answer, Decision, Due, Look } from '../../src/model/shared/law.ts';
import { aliasOf, type Court } from './court.ts';
import { marriage, morning, placeOf, registryPack, serviceOf, text } from './packs.ts';
import { idNumberOf, phone } from './persons.ts';

export const clerk: Actor = { kind: 'staff', id: 'li' };
export const house: Actor = { kind: 'house', id: 'keeper' };
export const kiosk: Actor = { kind: 'device', id: 'kiosk-1' };
/** Whoever's card was read. */
export const citizen = (idNumber: string): Actor => ({
  kind: 'citizen',
  id: aliasOf(normalId(idNumber)),
});

export const codeOf = (decision: { ok: boolean; refusal?: { code: string } }): string =>
  decision.refusal?.code ?? 'ok';

/** What came of it, or an error with the code of the refusal. */
export function done<Result>(decision: Decision<Result, string>): Result {
  if (!decision.ok) throw new Error(JSON.stringify(decision.refusal));
  return decision.result;
}

/** Does something as somebody else. */
export async function as<Result>(
  court: Court,
  actor: Actor,
  work: () => Promise<Result>,
): Promise<Result> {
  const before = court.actor;
  court.actor = actor;
  try {
    return await work();
  } finally {
    court.actor = before;
  }
}

/** A person of thirty whom nobody has seen before. */
export const somebody = (n: number): string => idNumberOf('1990-01-01', 'male', n);

export const filledInBy = (...numbers: string[]) => ({
  persons: numbers.map((idNumber) => ({ role: 'applicant', idNumber })),
  phone,
  declarations: [],
});

/** Books for a person, from the hold to the receipt. */
export async function bookFor(court: Court, slot: InputOf<'booking.hold'>, ...numbers: string[]) {
  const { code, place, date } = done(await court.send('booking.hold', slot));
  return done(
    await court.send('booking.confirm', { code, place, date, ...filledInBy(...numbers) }),
  );
}

/** What the keeper of a hall does in a minute in which everything has its turn. */
export async function keep(court: Court): Promise<string[]> {
  const sent: string[] = [];
  await as(court, house, () =>
    keepHouse(
      law,
      {
        async ask(query, input) {
          const found = await court.readAnything(query, input);
          if (!found.ok) throw new Error(`${query} has no answer: ${found.refusal.code}`);
          return found.value as readonly (Due | Look)[];
        },
        async send({ command, input }) {
          const outcome = await court.sendAnything(command, input);
          sent.push(`${command} ${outcome.ok ? 'done' : outcome.refusal.code}`);
        },
      },
      0,
    ),
  );
  return sent;
}

/** Mondays to Fridays, 09:00 to 11:00 in half hours, one place for anybody and one for staff. */
export const desk: Opening = {
  ...morning,
  id: 'desk',
  place: 'centre',
  services: ['intake'],
  weekdays: [1, 2, 3, 4, 5],
  capacity: 2,
  staffOnly: 1,
};

/** One person, nothing to declare. */
export const intake: Bookable = {
  ...marriage,
  service: 'intake',
  persons: [{ role: 'applicant', name: text('本人', 'Applicant') }],
  declarations: [],
};

/** A centre with one desk, where one thing can be booked. */
export const centrePack = (bookable: Partial<Bookable> = {}, changes: Partial<Pack> = {}): Pack =>
  registryPack({
    home: 'centre',
    places: [placeOf('centre')],
    services: ['intake', 'card'].map((id) => serviceOf(id, text(id, id), ['centre'])),
    openings: [desk],
    bookables: [{ ...intake, ...bookable }],
    ...changes,
  });

export const centre = { place: 'centre', service: 'intake' };
/** Monday 7 December 2026, eight in the morning in Shanghai. */
export const monday = Date.parse('2026-12-07T08:00+08:00');

export async function freeAt(
  court: Court,
  date: string,
  time: string,
  more: Partial<InputOf<'booking.times'>> = {},
): Promise<number | undefined> {
  const { times } = (await answered(court.read('booking.times', { ...centre, date, ...more }))) as {
    times: readonly { time: string; free: number }[];
  };
  return times.find((one) => one.time === time)?.free;
}

export async function answered<Value>(reply: Promise<Answer<Value, string>>): Promise<Value> {
  const settled = await reply;
  if (!settled.ok) throw new Error(JSON.stringify(settled.refusal));
  return settled.value;
}
