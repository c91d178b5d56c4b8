/** The day of the visit: reporting at the place, or not having come. */
import * as Type from 'typebox';
import { checkIn as cameIn } from '../shared/check-in.ts';
import { dateAt } from '../shared/dates.ts';
import { accept, command, refuse, type Decision, type Instant } from '../shared/law.ts';
import {
  appointmentWith,
  around,
  dayOf,
  dayWith,
  eventOf,
  everybody,
  guessOfProof,
  ProofInput,
  provenAppointment,
  ReceiptCode,
  type BookingCtx,
} from './common.ts';
import { appointment, type Appointment, type Taking } from './documents.ts';
import { receiptOf, type Receipt } from './receipt.ts';
import type { BookingRefusal } from './refusals.ts';

/**
 * Says “I am here” (报到). What is written under the id of the appointment is what the queue gives a ticket for. Reporting twice is no mistake.
 * Staff may let in whoever is too early or too late on that day, also after they were called missed.
 */
export const checkIn = command({
  name: 'booking.check-in',
  input: Type.Object(ProofInput, { additionalProperties: false }),
  who: everybody,
  guess: guessOfProof,
  offline: 'refuse',
  touches: ({ code }, docs) => {
    const doc = appointment.find(docs, appointment.key(code));
    return [...around(docs, code), ...(doc ? [cameIn.key(doc.id)] : [])];
  },
  decide(docs, proof, ctx: BookingCtx): Decision<Receipt, BookingRefusal> {
    const { actor, pack, now } = ctx;
    const before = provenAppointment(docs, proof, actor);
    if (!before) return refuse('booking.not-found');
    const receipt = receiptOf(before, pack, now);
    const isStaff = actor.kind === 'staff';
    switch (receipt.status) {
      case 'cancelled':
        return refuse('booking.cancelled-already');
      case 'lapsed':
        return refuse('booking.lapsed');
      case 'arrived':
        return accept(receipt);
      case 'missed':
        if (!isStaff) return refuse('booking.too-late-to-check-in');
        break;
      case 'booked':
      case 'unaffirmed':
        break;
    }
    const { from, until } = receipt.checkIn;
    const today = dateAt(now, pack.zone);
    if (isStaff ? today < before.date : now < from) {
      return refuse('booking.too-early-to-check-in', { facts: { from } });
    }
    if (isStaff ? today > before.date : now > until) {
      return refuse('booking.too-late-to-check-in');
    }
    const { affirmBy: _, ...rest } = before; // who has come has confirmed
    const doc: Appointment = { ...rest, status: 'arrived', arrivedAt: now };
    const { place, service, date, time } = doc;
    const day = dayOf(docs, doc);
    const takings = day.takings.map((one) => (one.code === doc.code ? arrived(one, now) : one));
    return accept(
      receiptOf(doc, pack, now),
      [
        dayWith(doc, day, takings, now),
        ...appointmentWith(docs, doc, now),
        { key: cameIn.key(doc.id), doc: { place, service, date, time, at: now } },
      ],
      [eventOf('booking.arrived', doc)],
    );
  },
});

function arrived(taking: Taking, arrivedAt: Instant): Taking {
  const { missedAt: _, heldUntil: __, as: ___, ...rest } = taking;
  return { ...rest, arrivedAt };
}

/** A counter says that somebody did not come (爽约). It counts towards the limits of each person. */
export const noShow = command({
  name: 'booking.no-show',
  input: Type.Object({ code: ReceiptCode }, { additionalProperties: false }),
  who: ['staff'],
  offline: 'refuse',
  touches: ({ code }, docs) => around(docs, code),
  decide(docs, { code }, ctx: BookingCtx): Decision<Receipt, BookingRefusal> {
    const { pack, now } = ctx;
    const before = appointment.find(docs, appointment.key(code));
    if (!before) return refuse('booking.not-found');
    const receipt = receiptOf(before, pack, now);
    if (receipt.status === 'missed') return accept(receipt);
    if (receipt.status === 'cancelled') return refuse('booking.cancelled-already');
    if (receipt.status === 'lapsed') return refuse('booking.lapsed');
    if (receipt.status === 'arrived') return refuse('booking.arrived-already');
    if (now < receipt.startsAt) return refuse('booking.not-begun');
    const doc = asMissed(before);
    const day = dayOf(docs, doc);
    const takings = day.takings.map((one) => (one.code === code ? { ...one, missedAt: now } : one));
    return accept(
      receiptOf(doc, pack, now),
      [dayWith(doc, day, takings, now), ...appointmentWith(docs, doc, now)],
      [eventOf('booking.missed', doc)],
    );
  },
});

/** An appointment to which nobody came. */
export function asMissed({ affirmBy: _, ...doc }: Appointment): Appointment {
  return { ...doc, status: 'missed' };
}
