/** What the commands of booking have in common: their inputs, and how they look at documents and put them back. */
import * as Type from 'typebox';
import { normalId } from '../shared/identity.ts';
import type { Actor, ActorKind, Change, Ctx, Docs, Instant, Refusal } from '../shared/law.ts';
import { refuse } from '../shared/law.ts';
import { Id, PlainDate, PlainTime } from '../shared/text.ts';
import {
  appointment,
  bookingDay,
  bookingPerson,
  Visit,
  type Appointment,
  type BookingDay,
  type BookingPerson,
  type Line,
  type Taking,
} from './documents.ts';
import { stillTaken } from './occupancy.ts';
import type { BookingPack } from './pack.ts';
import { mistakeInPersons, mistakeInPhone } from './persons.ts';
import type { BookingRefusal } from './refusals.ts';
import type { Visit as VisitPlan } from './visit.ts';

export type BookingCtx = Ctx<BookingPack>;

export const everybody: readonly ActorKind[] = ['anonymous', 'device', 'citizen', 'staff'];
export const MINUTE = 60_000;

export const SlotInput = { ...Visit, place: Id, date: PlainDate, time: PlainTime };
export const ReceiptCode = Type.String({ pattern: '^\\d{10}$' });
export const HoldInput = { code: ReceiptCode, place: Id, date: PlainDate };
/**
 * What opens a booking: the code on the receipt and the last four digits of the phone. A person whose card was read, and
 * staff, need the code only.
 */
export const ProofInput = {
  code: ReceiptCode,
  phoneTail: Type.Optional(Type.String({ pattern: '^\\d{4}$' })),
};
/** A thousand millions of codes and ten thousand telephones, so that nobody guesses one while courts count. */
export const guessOfProof = {
  at: ({ code }: { readonly code: string }) => `booking/${code}`,
  wrong: ['booking.not-found'],
} as const;
/** What a person fills in. */
export const PersonsInput = {
  persons: Type.Array(
    Type.Object(
      { role: Id, idNumber: Type.String({ maxLength: 18 }) },
      { additionalProperties: false },
    ),
    { minItems: 1, maxItems: 8 },
  ),
  phone: Type.String({ maxLength: 20 }),
  /** Ids of the statements that all persons have accepted. */
  declarations: Type.Array(Id, { maxItems: 20 }),
};

export interface Proof {
  readonly code: string;
  readonly phoneTail?: string;
}
export interface FilledIn {
  readonly persons: readonly { readonly role: string; readonly idNumber: string }[];
  readonly phone: string;
  readonly declarations: readonly string[];
}
export interface PlaceAndDate {
  readonly place: string;
  readonly date: string;
}

/** The personal values that whoever fills in is looked up by. */
export const numbersOf = ({ persons }: Pick<FilledIn, 'persons'>): string[] =>
  persons.map(({ idNumber }) => normalId(idNumber));

/** The first thing wrong with what was filled in for a visit on that day. */
export function mistakeIn(
  visit: VisitPlan,
  { persons, phone, declarations }: FilledIn,
  date: string,
): Refusal<BookingRefusal> | undefined {
  const missing = visit.bookable.declarations.some(({ id }) => !declarations.includes(id));
  return (
    mistakeInPersons(visit, persons, date) ??
    mistakeInPhone(phone) ??
    (missing ? refuse('booking.declaration-missing', { at: '/declarations' }).refusal : undefined)
  );
}

/** Those who come, with the names they are found by. Only for what {@link mistakeIn} finds nothing wrong with. */
export const personsIn = ({ persons }: FilledIn, ctx: BookingCtx): Appointment['persons'] =>
  persons.map(({ role, idNumber }) => {
    const number = normalId(idNumber);
    return { role, idNumber: number, alias: ctx.alias(number) };
  });

/** Whether this opens what belongs to these persons: by their own card, by the end of their phone number, or at a counter. */
export function opens(
  proof: Proof,
  { persons, phone }: Pick<Appointment, 'persons' | 'phone'>,
  actor: Actor,
): boolean {
  if (actor.kind === 'staff' || actor.kind === 'house') return true;
  if (actor.kind === 'citizen' && persons.some(({ alias }) => alias === actor.id)) return true;
  return proof.phoneTail !== undefined && phone.endsWith(proof.phoneTail);
}

/** The appointment that this proof opens. A wrong code and a wrong phone sound the same, so guessing teaches nothing. */
export function provenAppointment(docs: Docs, proof: Proof, actor: Actor): Appointment | undefined {
  const doc = appointment.find(docs, appointment.key(proof.code));
  return doc && opens(proof, doc, actor) ? doc : undefined;
}

/** The keys of an appointment, its day and those whose list it stands in. */
export function around(docs: Docs, code: string): string[] {
  const doc = appointment.find(docs, appointment.key(code));
  return doc
    ? [
        appointment.key(code),
        bookingDay.key(doc.place, doc.date),
        ...doc.persons.map(({ alias }) => bookingPerson.key(alias)),
      ]
    : [appointment.key(code)];
}

export const dayOf = (docs: Docs, { place, date }: PlaceAndDate): BookingDay =>
  bookingDay.find(docs, bookingDay.key(place, date)) ?? { takings: [] };

/** A day with other takings. What has run out is swept away; appointments that lapsed with it are remembered as gone. */
export function dayWith(
  { place, date }: PlaceAndDate,
  before: BookingDay,
  takings: readonly Taking[],
  now: Instant,
  gone: readonly string[] = [],
): Change {
  const kept = stillTaken(takings, now);
  const lapsed = takings.filter((one) => one.as === 'unaffirmed' && !kept.includes(one));
  const all = new Set([...(before.gone ?? []), ...lapsed.map(({ code }) => code), ...gone]);
  for (const { code } of kept) all.delete(code);
  const isEmpty = kept.length === 0 && all.size === 0;
  return {
    key: bookingDay.key(place, date),
    doc: isEmpty ? null : { takings: kept, ...(all.size > 0 && { gone: [...all] }) },
  };
}

export const personOf = (docs: Docs, alias: string): BookingPerson =>
  bookingPerson.find(docs, bookingPerson.key(alias)) ?? { lines: [], wishes: [] };

export const personWith = (alias: string, person: BookingPerson): Change => ({
  key: bookingPerson.key(alias),
  doc: person.lines.length + person.wishes.length > 0 ? person : null,
});

/** Writes an appointment down, and in the list of each person it is for. */
export function appointmentWith(docs: Docs, doc: Appointment, now: Instant): Change[] {
  const line = lineOf(doc, now);
  const lists = doc.persons.map(({ alias }) => {
    const { lines, wishes } = personOf(docs, alias);
    const others = lines.filter(({ code }) => code !== doc.code);
    return personWith(alias, { lines: [...others, line], wishes });
  });
  return [{ key: appointment.key(doc.code), doc }, ...lists];
}

function lineOf(doc: Appointment, at: Instant): Line {
  const { code, status, service, also, party, place, date, time, minutes, sequence, affirmBy } =
    doc;
  return {
    code,
    status,
    service,
    ...(also && { also }),
    ...(party && { party }),
    place,
    date,
    time,
    minutes,
    sequence,
    at,
    ...(affirmBy !== undefined && { affirmBy }),
  };
}

/** Partners learn that a slot was booked, never by whom, and never the code that opens it. */
export const eventOf = (type: string, doc: Appointment) => ({
  type,
  data: {
    appointment: doc.id,
    service: doc.service,
    place: doc.place,
    date: doc.date,
    time: doc.time,
    sequence: doc.sequence,
  },
});

/** The terminal a person stands before, or none. */
export function deviceOf(actor: Actor): string | undefined {
  if (actor.kind === 'device') return actor.id;
  return 'at' in actor ? actor.at?.id : undefined;
}
