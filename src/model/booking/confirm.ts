/** From a held slot to an appointment. */
import * as Type from 'typebox';
import { instantAt } from '../shared/dates.ts';
import { accept, command, refuse, type Decision, type Docs } from '../shared/law.ts';
import { receiptCodeOf } from '../shared/receipt-code.ts';
import {
  appointmentWith,
  around,
  dayOf,
  dayWith,
  eventOf,
  everybody,
  guessOfProof,
  HoldInput,
  MINUTE,
  mistakeIn,
  numbersOf,
  personOf,
  personsIn,
  PersonsInput,
  ProofInput,
  provenAppointment,
  SlotInput,
  type BookingCtx,
  type FilledIn,
} from './common.ts';
import {
  appointment,
  bookingDay,
  bookingPerson,
  type Appointment,
  type Taking,
} from './documents.ts';
import { heldTaking, holdGiven, touchesHold } from './hold.ts';
import { limitReached } from './limits.ts';
import { isOpenFor } from './occupancy.ts';
import { planOf } from './pack.ts';
import { receiptOf, type Receipt } from './receipt.ts';
import type { BookingRefusal, Refused } from './refusals.ts';
import { findRoom } from './room.ts';
import { isVisit, visitOf, type Visit } from './visit.ts';

/** Turns a held slot into an appointment. */
export const confirm = command({
  name: 'booking.confirm',
  input: Type.Object({ ...HoldInput, ...PersonsInput }, { additionalProperties: false }),
  who: everybody,
  offline: 'refuse',
  aliases: numbersOf,
  touches: (input, docs, ctx: BookingCtx) => [
    ...touchesHold(input, docs),
    appointment.key(input.code),
    ...personKeys(input, ctx),
  ],
  decide(docs, input, ctx: BookingCtx): Decision<Receipt, BookingRefusal> {
    const { pack, now } = ctx;
    const { place, date } = input;
    const mine = heldTaking(docs, input, ctx);
    const visit = mine && visitOf(pack, mine);
    if (!mine || !visit || !isVisit(visit)) return refuse('booking.hold-ended');
    // The rules may have changed while the person filled in: a typhoon closes the place.
    if (!isOpenFor(planOf(pack, place, date), visit.services, mine.time, mine.minutes)) {
      return refuse('booking.no-such-slot');
    }
    const no = mistakeIn(visit, input, date) ?? limitOf(docs, visit, input, date, ctx);
    if (no) return { ok: false, refusal: no };

    // With 100,000 appointments about, one code in 10,000 that a hold drew is somebody's already: then draw again.
    const isFree = !docs.has(appointment.key(input.code));
    const code = isFree ? input.code : receiptCodeOf(ctx.digits(9));
    const doc = newAppointment(code, { ...mine, place, date }, visit, input, ctx);
    const day = dayOf(docs, input);
    const others = day.takings.filter((one) => one !== mine);
    return accept(
      receiptOf(doc, pack, now),
      [
        dayWith(input, day, [...others, takingFor(doc, mine)], now),
        ...appointmentWith(docs, doc, now),
        ...holdGiven(docs, mine, ctx),
      ],
      [eventOf(doc.status === 'booked' ? 'booking.confirmed' : 'booking.awaits', doc)],
    );
  },
});

/** Says that the appointment is really wanted, where a service asks for that: only now it counts. */
export const affirm = command({
  name: 'booking.affirm',
  input: Type.Object(ProofInput, { additionalProperties: false }),
  who: everybody,
  guess: guessOfProof,
  offline: 'refuse',
  touches: ({ code }, docs) => around(docs, code),
  decide(docs, proof, { actor, pack, now }: BookingCtx): Decision<Receipt, BookingRefusal> {
    const before = provenAppointment(docs, proof, actor);
    if (!before) return refuse('booking.not-found');
    if (before.status === 'cancelled') return refuse('booking.cancelled-already');
    const { affirmBy, ...rest } = before;
    if (before.status === 'lapsed' || (before.status === 'unaffirmed' && now >= (affirmBy ?? 0))) {
      return refuse('booking.lapsed');
    }
    if (before.status !== 'unaffirmed') return accept(receiptOf(before, pack, now));
    const doc: Appointment = { ...rest, status: 'booked' };
    const day = dayOf(docs, doc);
    const takings = day.takings.map((one) => (one.code === doc.code ? takingFor(doc, one) : one));
    return accept(
      receiptOf(doc, pack, now),
      [dayWith(doc, day, takings, now), ...appointmentWith(docs, doc, now)],
      [eventOf('booking.confirmed', doc)],
    );
  },
});

/** A counter books for whoever stands there or calls, from the places that are kept for that. */
export const book = command({
  name: 'booking.book',
  input: Type.Object({ ...SlotInput, ...PersonsInput }, { additionalProperties: false }),
  who: ['staff'],
  offline: 'refuse',
  aliases: numbersOf,
  touches: (input, _docs, ctx: BookingCtx) => [
    bookingDay.key(input.place, input.date),
    ...personKeys(input, ctx),
  ],
  decide(docs, input, ctx: BookingCtx): Decision<Receipt, BookingRefusal> {
    const { pack, now } = ctx;
    const room = findRoom(docs, input, ctx, 'staff');
    if (!room.ok) return room;
    const mistake = mistakeIn(room.visit, input, input.date);
    if (mistake) return { ok: false, refusal: mistake };
    const code = receiptCodeOf(ctx.digits(9));
    const { affirmBy: _, ...made } = newAppointment(
      code,
      { ...room.taking, place: input.place, date: input.date },
      room.visit,
      input,
      ctx,
    );
    const doc: Appointment = { ...made, status: 'booked' };
    const day = dayOf(docs, input);
    return accept(
      receiptOf(doc, pack, now),
      [
        dayWith(input, day, [...day.takings, { ...room.taking, code }], now),
        ...appointmentWith(docs, doc, now),
      ],
      [eventOf('booking.confirmed', doc)],
    );
  },
});

export const personKeys = (input: Pick<FilledIn, 'persons'>, ctx: BookingCtx): string[] =>
  numbersOf(input).map((number) => bookingPerson.key(ctx.alias(number)));

/** The first limit that one of the persons has reached, pointing at that person. Staff decide for themselves. */
export function limitOf(
  docs: Docs,
  { services }: Visit,
  input: Pick<FilledIn, 'persons'>,
  date: string,
  { pack, now, actor, alias }: BookingCtx,
): Refused['refusal'] | undefined {
  if (actor.kind === 'staff') return undefined;
  for (const [i, number] of numbersOf(input).entries()) {
    const limit = limitReached(pack, personOf(docs, alias(number)), { services, date }, now);
    if (limit) return { ...limit, at: `/persons/${i}/idNumber` };
  }
  return undefined;
}

export function newAppointment(
  code: string,
  slot: Omit<Taking, 'code'> & { readonly place: string; readonly date: string },
  { bookable }: Visit,
  filledIn: FilledIn,
  ctx: BookingCtx,
): Appointment {
  const { service, also, party, place, date, time, minutes } = slot;
  const { affirmMinutes } = bookable;
  return {
    id: ctx.uuid(),
    code,
    service,
    ...(also && { also }),
    ...(party !== undefined && { party }),
    place,
    date,
    time,
    minutes,
    sequence: 0,
    bookedAt: ctx.now,
    ...(affirmMinutes === undefined
      ? { status: 'booked' }
      : {
          status: 'unaffirmed',
          affirmBy: Math.min(
            ctx.now + affirmMinutes * MINUTE,
            instantAt(date, time, ctx.pack.zone),
          ),
        }),
    persons: personsIn(filledIn, ctx),
    phone: filledIn.phone,
    declarations: [...filledIn.declarations],
  };
}

/** The taking of an appointment, made of the one that kept its place so far. */
export function takingFor(doc: Appointment, kept: Taking): Taking {
  const { heldUntil: _, renewals: __, as: ___, device: ____, ...taking } = kept;
  return {
    ...taking,
    code: doc.code,
    ...(doc.status === 'unaffirmed' && { as: 'unaffirmed', heldUntil: doc.affirmBy ?? 0 }),
  };
}
