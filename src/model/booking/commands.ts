import * as Type from 'typebox';
import type { Static } from 'typebox';
import { instantAt } from '../shared/dates.ts';
import {
  accept,
  command,
  refuse,
  type ActorKind,
  type Ctx,
  type Decision,
  type Docs,
  type Refusal,
} from '../shared/law.ts';
import { receiptCodeOf } from '../shared/receipt-code.ts';
import { Id, PlainDate, PlainTime } from '../shared/text.ts';
import { appointment, bookingDay, type Appointment, type Taking } from './documents.ts';
import { mistakeInPersons, mistakeInPhone, type PersonRefusal } from './persons.ts';
import { receiptOf, type Receipt } from './receipt.ts';
import type { Bookable, Opening } from './rules.ts';
import {
  inWindow,
  rowWithRoom,
  slotsOn,
  stillTaken,
  type BookingPack,
  type Slot,
} from './slots.ts';

export type BookingRefusal =
  | 'booking.unknown-service'
  | 'booking.no-such-slot'
  | 'booking.slot-taken'
  | 'booking.too-late'
  | 'booking.too-early'
  | 'booking.hold-ended'
  | 'booking.hold-renewed-enough'
  | 'booking.declaration-missing'
  | 'booking.not-found'
  | 'booking.cancelled-already'
  | 'booking.too-late-to-change'
  | 'booking.same-time'
  | PersonRefusal;

type BookingCtx = Ctx<BookingPack>;

const everybody: readonly ActorKind[] = ['anonymous', 'device', 'citizen', 'staff'];
const MINUTE = 60_000;

const SlotInput = Type.Object(
  { service: Id, place: Id, date: PlainDate, time: PlainTime },
  { additionalProperties: false },
);
const ReceiptCode = Type.String({ pattern: '^\\d{10}$' });
const HoldInput = Type.Object(
  { code: ReceiptCode, place: Id, date: PlainDate },
  { additionalProperties: false },
);
/** What a citizen proves a booking with: the code on the receipt and the last four digits of the phone. */
const ProofInput = {
  code: ReceiptCode,
  phoneTail: Type.String({ pattern: '^\\d{4}$' }),
};

/** A thousand millions of codes and ten thousand telephones, so that nobody guesses one while courts count. */
export const guessOfProof = {
  at: ({ code }: { readonly code: string }) => `booking/${code}`,
  wrong: ['booking.not-found'],
} as const;

/** A slot kept for somebody. */
export interface Hold {
  readonly code: string;
  readonly service: string;
  readonly place: string;
  readonly date: string;
  readonly time: string;
  readonly minutes: number;
  readonly heldUntil: number;
  readonly renewalsLeft: number;
}

/** Keeps a free slot while the person fills in. */
export const hold = command({
  name: 'booking.hold',
  input: SlotInput,
  who: everybody,
  offline: 'refuse',
  touches: ({ place, date }) => [bookingDay.key(place, date)],
  decide(docs, input, ctx: BookingCtx): Decision<Hold, BookingRefusal> {
    const room = findRoom(docs, input, ctx);
    if (!room.ok) return room;
    const { bookable, slot, opening, takings } = room;
    const code = receiptCodeOf(ctx.digits(9));
    const heldUntil = ctx.now + bookable.holdMinutes * MINUTE;
    const taking: Taking = {
      code,
      opening: opening.id,
      service: input.service,
      time: input.time,
      heldUntil,
      renewals: 0,
    };
    return accept(
      {
        ...input,
        code,
        heldUntil,
        minutes: slot.minutes,
        renewalsLeft: bookable.holdRenewals,
      },
      [dayWith(input, [...takings, taking])],
    );
  },
});

/** Keeps a held slot for another while: nobody loses a place because of slow fingers. */
export const renewHold = command({
  name: 'booking.renew-hold',
  input: HoldInput,
  who: everybody,
  offline: 'refuse',
  touches: ({ place, date }) => [bookingDay.key(place, date)],
  decide(
    docs,
    input,
    ctx: BookingCtx,
  ): Decision<{ heldUntil: number; renewalsLeft: number }, BookingRefusal> {
    const takings = takingsOf(docs, input, ctx);
    const mine = takings.find(({ code, heldUntil }) => code === input.code && heldUntil);
    const bookable = ctx.pack.bookables.find(({ service }) => service === mine?.service);
    if (!mine || !bookable) return refuse('booking.hold-ended');
    const renewals = (mine.renewals ?? 0) + 1;
    if (renewals > bookable.holdRenewals) return refuse('booking.hold-renewed-enough');
    const heldUntil = ctx.now + bookable.holdMinutes * MINUTE;
    const others = takings.filter((one) => one !== mine);
    return accept({ heldUntil, renewalsLeft: bookable.holdRenewals - renewals }, [
      dayWith(input, [...others, { ...mine, heldUntil, renewals }]),
    ]);
  },
});

/** Gives a held slot back at once. Giving back what is gone already is no mistake. */
export const releaseHold = command({
  name: 'booking.release-hold',
  input: HoldInput,
  who: everybody,
  offline: 'refuse',
  touches: ({ place, date }) => [bookingDay.key(place, date)],
  decide(docs, input, ctx: BookingCtx): Decision<{ released: boolean }, BookingRefusal> {
    const takings = takingsOf(docs, input, ctx);
    const others = takings.filter(({ code, heldUntil }) => code !== input.code || !heldUntil);
    if (others.length === takings.length) return accept({ released: false });
    return accept({ released: true }, [dayWith(input, others)]);
  },
});

/** Turns a held slot into an appointment. */
export const confirm = command({
  name: 'booking.confirm',
  input: Type.Object(
    {
      ...HoldInput.properties,
      persons: Type.Array(
        Type.Object(
          { role: Id, idNumber: Type.String({ maxLength: 18 }) },
          { additionalProperties: false },
        ),
        { minItems: 1, maxItems: 4 },
      ),
      phone: Type.String({ maxLength: 20 }),
      /** Ids of the statements that all persons have accepted. */
      declarations: Type.Array(Id, { maxItems: 20 }),
    },
    { additionalProperties: false },
  ),
  who: everybody,
  offline: 'refuse',
  touches: ({ place, date, code }) => [bookingDay.key(place, date), appointment.key(code)],
  decide(docs, input, ctx: BookingCtx): Decision<Receipt, BookingRefusal> {
    const takings = takingsOf(docs, input, ctx);
    const mine = takings.find(({ code, heldUntil }) => code === input.code && heldUntil);
    const bookable = ctx.pack.bookables.find(({ service }) => service === mine?.service);
    if (!mine || !bookable) return refuse('booking.hold-ended');
    const { place, date } = input;
    // The rules may have changed while the person filled in: a typhoon closes the place.
    const slot = slotsOn(ctx.pack, place, mine.service, date).find(
      ({ time }) => time === mine.time,
    );
    if (!slot) return refuse('booking.no-such-slot');
    const mistake = mistakeInPersons(bookable, input.persons, date) ?? mistakeInPhone(input.phone);
    if (mistake) return { ok: false, refusal: mistake };
    const missing = bookable.declarations.find(({ id }) => !input.declarations.includes(id));
    if (missing) return refuse('booking.declaration-missing', { at: '/declarations' });

    const { heldUntil: _, renewals: __, ...booked } = mine;
    // With 100,000 appointments about, one code in 10,000 that a hold drew is somebody's already: then draw again.
    const isFree = !docs.has(appointment.key(input.code));
    const doc: Appointment = {
      id: ctx.uuid(),
      code: isFree ? input.code : receiptCodeOf(ctx.digits(9)),
      status: 'booked',
      service: mine.service,
      place,
      date,
      time: mine.time,
      minutes: slot.minutes,
      sequence: 0,
      bookedAt: ctx.now,
      persons: bookable.persons.map(({ role }, i) => ({
        role,
        idNumber: input.persons[i]?.idNumber ?? '',
      })),
      phone: input.phone,
      declarations: input.declarations,
    };
    const others = takings.filter((one) => one !== mine);
    return accept(
      receiptOf(doc, ctx.pack),
      [
        dayWith(input, [...others, { ...booked, code: doc.code }]),
        { key: appointment.key(doc.code), doc },
      ],
      [eventOf('booking.confirmed', doc)],
    );
  },
});

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
  touches: ({ code, place, date }, docs) => [
    ...dayOfAppointment(docs, code),
    appointment.key(code),
    bookingDay.key(place, date),
  ],
  decide(docs, input, ctx: BookingCtx): Decision<Receipt, BookingRefusal> {
    const found = changeable(docs, input, ctx);
    if (!found.ok) return found;
    const before = found.doc;
    const { place, date, time } = input;
    if (before.place === place && before.date === date && before.time === time) {
      return refuse('booking.same-time');
    }
    const slot = { service: before.service, place, date, time };
    const room = findRoom(docs, slot, ctx);
    if (!room.ok) return room;
    const mistake = mistakeInPersons(room.bookable, before.persons, date);
    if (mistake)
      return {
        ok: false,
        refusal: {
          code: mistake.code,
          ...(mistake.facts && { facts: mistake.facts }),
        },
      };

    const doc: Appointment = {
      ...before,
      ...slot,
      minutes: room.slot.minutes,
      sequence: before.sequence + 1,
    };
    const taking: Taking = {
      code: doc.code,
      opening: room.opening.id,
      service: doc.service,
      time,
    };
    const sameDay = before.place === place && before.date === date;
    const left = takingsOf(docs, before, ctx).filter(({ code }) => code !== doc.code);
    const days = sameDay
      ? [dayWith(slot, [...left, taking])]
      : [dayWith(before, left), dayWith(slot, [...room.takings, taking])];
    return accept(
      receiptOf(doc, ctx.pack),
      [...days, { key: appointment.key(doc.code), doc }],
      [eventOf('booking.rescheduled', doc)],
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
  touches: ({ code }, docs) => [...dayOfAppointment(docs, code), appointment.key(code)],
  decide(docs, input, ctx: BookingCtx): Decision<Receipt, BookingRefusal> {
    const found = changeable(docs, input, ctx);
    if (!found.ok) return found;
    const doc: Appointment = {
      ...found.doc,
      status: 'cancelled',
      sequence: found.doc.sequence + 1,
    };
    const left = takingsOf(docs, doc, ctx).filter(({ code }) => code !== doc.code);
    return accept(
      receiptOf(doc, ctx.pack),
      [dayWith(doc, left), { key: appointment.key(doc.code), doc }],
      [eventOf('booking.cancelled', doc)],
    );
  },
});

/** The appointment that this proof opens. A wrong code and a wrong phone sound the same, so guessing teaches nothing. */
export function provenAppointment(
  docs: Docs,
  proof: { readonly code: string; readonly phoneTail: string },
): Appointment | undefined {
  const doc = appointment.find(docs, appointment.key(proof.code));
  return doc?.phone.endsWith(proof.phoneTail) ? doc : undefined;
}

type Refused = {
  readonly ok: false;
  readonly refusal: Refusal<BookingRefusal>;
};

interface Room {
  readonly ok: true;
  readonly bookable: Bookable;
  readonly slot: Slot;
  readonly opening: Opening;
  readonly takings: readonly Taking[];
}

function findRoom(docs: Docs, input: Static<typeof SlotInput>, ctx: BookingCtx): Room | Refused {
  const { service, place, date, time } = input;
  const bookable = ctx.pack.bookables.find((one) => one.service === service);
  if (!bookable) return refuse('booking.unknown-service', { at: '/service' });
  const slot = slotsOn(ctx.pack, place, service, date).find((one) => one.time === time);
  if (!slot) return refuse('booking.no-such-slot', { at: '/time' });
  const window = inWindow(ctx.pack, bookable, date, time, ctx.now);
  if (window !== 'yes') return refuse(`booking.${window}`, { at: '/time' });
  const takings = takingsOf(docs, input, ctx);
  const opening = rowWithRoom(slot, takings);
  if (!opening) return refuse('booking.slot-taken', { at: '/time' });
  return { ok: true, bookable, slot, opening, takings };
}

function changeable(
  docs: Docs,
  proof: { readonly code: string; readonly phoneTail: string },
  ctx: BookingCtx,
): { readonly ok: true; readonly doc: Appointment } | Refused {
  const doc = provenAppointment(docs, proof);
  if (!doc) return refuse('booking.not-found');
  if (doc.status === 'cancelled') return refuse('booking.cancelled-already');
  const bookable = ctx.pack.bookables.find(({ service }) => service === doc.service);
  const minutes = bookable?.changeUntilMinutes ?? 0;
  if (ctx.now > instantAt(doc.date, doc.time, ctx.pack.zone) - minutes * MINUTE) {
    return refuse('booking.too-late-to-change');
  }
  return { ok: true, doc };
}

interface PlaceAndDate {
  readonly place: string;
  readonly date: string;
}

const takingsOf = (docs: Docs, { place, date }: PlaceAndDate, ctx: BookingCtx): Taking[] =>
  stillTaken(bookingDay.find(docs, bookingDay.key(place, date))?.takings ?? [], ctx.now);

const dayWith = ({ place, date }: PlaceAndDate, takings: readonly Taking[]) => ({
  key: bookingDay.key(place, date),
  doc: { takings },
});

function dayOfAppointment(docs: Docs, code: string): string[] {
  const doc = appointment.find(docs, appointment.key(code));
  return doc ? [bookingDay.key(doc.place, doc.date)] : [];
}

/** Partners learn that a slot was booked, never by whom, and never the code that opens it. */
const eventOf = (type: string, { id, service, place, date, time, sequence }: Appointment) => ({
  type,
  data: { appointment: id, service, place, date, time, sequence },
});
