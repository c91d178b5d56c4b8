/** Moving and giving up an appointment. */
import * as Type from 'typebox';
import { instantAt } from '../shared/dates.ts';
import { accept, command, refuse, type Decision, type Docs } from '../shared/law.ts';
import { Id, PlainDate, PlainTime } from '../shared/text.ts';
import {
  appointmentWith,
  around,
  dayOf,
  dayWith,
  eventOf,
  everybody,
  guessOfProof,
  MINUTE,
  personOf,
  ProofInput,
  provenAppointment,
  type BookingCtx,
  type Proof,
} from './common.ts';
import { appointment, bookingDay, type Appointment, type Taking } from './documents.ts';
import { limitReached } from './limits.ts';
import { bookableOf } from './pack.ts';
import { mistakeInPersons } from './persons.ts';
import { receiptOf, statusOf, type Receipt } from './receipt.ts';
import type { BookingRefusal, Refused } from './refusals.ts';
import { findRoom } from './room.ts';
import { isVisit, visitOf } from './visit.ts';
import { listWith, vacate, waitingKeys, wishesAt } from './waiting.ts';

/** Moves an appointment to another free slot: both days change together, or neither. */
export const reschedule = command({
  name: 'booking.reschedule',
  input: Type.Object(
    { ...ProofInput, place: Id, date: PlainDate, time: PlainTime },
    { additionalProperties: false },
  ),
  who: everybody,
  guess: guessOfProof,
  offline: 'refuse',
  touches: ({ code, place, date }, docs, { pack }: BookingCtx) => [
    ...around(docs, code),
    bookingDay.key(place, date),
    ...waitingOf(docs, code, pack),
  ],
  decide(docs, input, ctx: BookingCtx): Decision<Receipt, BookingRefusal> {
    const { pack, now, actor } = ctx;
    const found = changeable(docs, input, ctx);
    if (!found.ok) return found;
    const { doc: before } = found;
    const { place, date, time } = input;
    if (before.place === place && before.date === date && before.time === time) {
      return refuse('booking.same-time');
    }
    const from = dayOf(docs, before);
    const mine = from.takings.find(({ code }) => code === before.code);
    const left = from.takings.filter((one) => one !== mine);
    // On the same day it does not stand in its own way.
    const without = new Map(docs).set(bookingDay.key(before.place, before.date), { takings: left });
    const { service, also, party } = before;
    const quota = actor.kind === 'staff' && mine?.quota === 'staff' ? 'staff' : 'open';
    const room = findRoom(without, { service, also, party, place, date, time }, ctx, quota);
    if (!room.ok) return room;
    const no =
      mistakeInPersons(room.visit, before.persons, date) ??
      limitThere(docs, before, room.visit.services, date, ctx);
    if (no) return { ok: false, refusal: { code: no.code, ...(no.facts && { facts: no.facts }) } };

    const doc: Appointment = {
      ...before,
      place,
      date,
      time,
      minutes: room.taking.minutes,
      sequence: before.sequence + 1,
    };
    const taking: Taking = {
      ...room.taking,
      code: doc.code,
      ...(mine?.as && { as: mine.as }),
      ...(mine?.heldUntil !== undefined && { heldUntil: mine.heldUntil }),
    };
    const isSameDay = before.place === place && before.date === date;
    const stay = isSameDay ? [...left, taking] : left;
    const wishes = wishesAt(docs, before.place);
    const freed = mine && vacate(before, stay, mine, wishes, ctx);
    const to = dayOf(docs, input);
    return accept(
      receiptOf(doc, pack, now),
      [
        dayWith(before, from, freed?.takings ?? stay, now),
        ...(isSameDay ? [] : [dayWith(input, to, [...to.takings, taking], now)]),
        ...appointmentWith(docs, doc, now),
        ...(freed && freed.events.length > 0 ? [listWith(before.place, freed.wishes)] : []),
      ],
      [eventOf('booking.rescheduled', doc), ...(freed?.events ?? [])],
    );
  },
});

/** Gives the slot back; the receipt stays and says so. */
export const cancel = command({
  name: 'booking.cancel',
  input: Type.Object(ProofInput, { additionalProperties: false }),
  who: everybody,
  guess: guessOfProof,
  offline: 'refuse',
  touches: ({ code }, docs, { pack }: BookingCtx) => [
    ...around(docs, code),
    ...waitingOf(docs, code, pack),
  ],
  decide(docs, input, ctx: BookingCtx): Decision<Receipt, BookingRefusal> {
    const { pack, now } = ctx;
    const found = changeable(docs, input, ctx);
    if (!found.ok) return found;
    const doc: Appointment = {
      ...found.doc,
      status: 'cancelled',
      sequence: found.doc.sequence + 1,
    };
    const day = dayOf(docs, doc);
    const mine = day.takings.find(({ code }) => code === doc.code);
    const left = day.takings.filter((one) => one !== mine);
    const freed = mine && vacate(doc, left, mine, wishesAt(docs, doc.place), ctx);
    return accept(
      receiptOf(doc, pack, now),
      [
        dayWith(doc, day, freed?.takings ?? left, now, [doc.code]),
        ...appointmentWith(docs, doc, now),
        ...(freed && freed.events.length > 0 ? [listWith(doc.place, freed.wishes)] : []),
      ],
      [eventOf('booking.cancelled', doc), ...(freed?.events ?? [])],
    );
  },
});

function waitingOf(docs: Docs, code: string, pack: BookingCtx['pack']): string[] {
  const doc = appointment.find(docs, appointment.key(code));
  return doc ? waitingKeys(doc.place, pack) : [];
}

/** The appointment, if it may still be changed. Staff may until it begins, and after. */
function changeable(
  docs: Docs,
  proof: Proof,
  { actor, pack, now }: BookingCtx,
): { readonly ok: true; readonly doc: Appointment } | Refused {
  const doc = provenAppointment(docs, proof, actor);
  if (!doc) return refuse('booking.not-found');
  switch (statusOf(doc, now)) {
    case 'cancelled':
      return refuse('booking.cancelled-already');
    case 'lapsed':
      return refuse('booking.lapsed');
    case 'arrived':
      return refuse('booking.arrived-already');
    case 'missed':
      return refuse('booking.too-late-to-change');
    case 'booked':
    case 'unaffirmed':
      break;
  }
  const visit = visitOf(pack, doc);
  const { changeUntilMinutes = 0 } = isVisit(visit)
    ? visit.bookable
    : (bookableOf(pack, doc.service) ?? {});
  const until = instantAt(doc.date, doc.time, pack.zone) - changeUntilMinutes * MINUTE;
  if (now > until && actor.kind !== 'staff') return refuse('booking.too-late-to-change');
  return { ok: true, doc };
}

function limitThere(
  docs: Docs,
  { code, persons }: Appointment,
  services: readonly string[],
  date: string,
  { pack, now, actor }: BookingCtx,
): Refused['refusal'] | undefined {
  if (actor.kind === 'staff') return undefined;
  for (const { alias } of persons) {
    const limit = limitReached(pack, personOf(docs, alias), { services, date, code }, now);
    if (limit) return limit;
  }
  return undefined;
}
