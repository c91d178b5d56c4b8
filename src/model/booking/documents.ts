import * as Type from 'typebox';
import type { Static } from 'typebox';
import { documentKind, type DocumentOf } from '../shared/law.ts';
import { Id, PlainDate, PlainTime } from '../shared/text.ts';

/** What a visit is for: a service, services that join it, and how many persons come (all that must, when left out). */
export const Visit = {
  service: Id,
  also: Type.Optional(Type.Array(Id, { maxItems: 4 })),
  party: Type.Optional(Type.Integer({ minimum: 1, maximum: 8 })),
};

/**
 * A place in a slot that is spoken for. While `heldUntil` is set it is only kept for somebody: who fills in, or as `as` says.
 */
export const Taking = Type.Object({
  code: Type.String(),
  ...Visit,
  time: PlainTime,
  minutes: Type.Integer(),
  /** The row it was given from. A hint which counter has it; while no such row fits, any that does is taken to have it. */
  opening: Id,
  quota: Type.Optional(Type.Literal('staff')),
  heldUntil: Type.Optional(Type.Number()),
  /**
   * `resting` was given back and is nobody's for a while; `offered` waits for the answer of somebody on the waiting list,
   * and stays theirs until the house moves it on; `unaffirmed` is an appointment that does not count yet.
   */
  as: Type.Optional(
    Type.Union([Type.Literal('resting'), Type.Literal('offered'), Type.Literal('unaffirmed')]),
  ),
  renewals: Type.Optional(Type.Number()),
  /** The terminal that holds it. */
  device: Type.Optional(Type.String()),
  /** Instants at which somebody reported, or was said not to have come. */
  arrivedAt: Type.Optional(Type.Number()),
  missedAt: Type.Optional(Type.Number()),
});
export type Taking = Static<typeof Taking>;

/** One place, one day: every slot taken there. Slots themselves are never stored, the opening rules make them. */
export const BookingDay = Type.Object({
  takings: Type.Array(Taking),
  /** Codes of appointments of this day that were given up, so that retention finds them. */
  gone: Type.Optional(Type.Array(Type.String())),
});
export type BookingDay = Static<typeof BookingDay>;
export const bookingDay = documentKind({ at: 'booking/day', schema: BookingDay, personal: [] });

const Person = Type.Object({
  role: Id,
  idNumber: Type.String(),
  /** Whose limits and list it counts in. */
  alias: Type.String(),
});

/** `unaffirmed` does not count yet; `arrived` has reported; `missed` did not come. */
export const Status = Type.Union([
  Type.Literal('unaffirmed'),
  Type.Literal('booked'),
  Type.Literal('arrived'),
  Type.Literal('missed'),
  Type.Literal('cancelled'),
  Type.Literal('lapsed'),
]);
export type Status = Static<typeof Status>;

export const Appointment = Type.Object({
  id: Type.String(),
  code: Type.String(),
  status: Status,
  ...Visit,
  place: Id,
  date: PlainDate,
  time: PlainTime,
  minutes: Type.Integer(),
  /** Goes up with every change, as calendars expect (RFC 5545 SEQUENCE). */
  sequence: Type.Integer(),
  bookedAt: Type.Number(),
  affirmBy: Type.Optional(Type.Number()),
  arrivedAt: Type.Optional(Type.Number()),
  persons: Type.Array(Person),
  phone: Type.String(),
  declarations: Type.Array(Id),
});
export type Appointment = Static<typeof Appointment>;

export const appointment = documentKind({
  at: 'booking/appointment',
  schema: Appointment,
  personal: ['persons', 'phone'],
});

/** What one person has, had and gave up; retention takes the lines out again. */
const Line = Type.Object({
  code: Type.String(),
  status: Status,
  ...Visit,
  place: Id,
  date: PlainDate,
  time: PlainTime,
  minutes: Type.Integer(),
  sequence: Type.Integer(),
  /** When the status last changed. */
  at: Type.Number(),
  affirmBy: Type.Optional(Type.Number()),
});
export type Line = Static<typeof Line>;
/** By the alias of their number. */
export const bookingPerson = documentKind({
  at: 'booking/person',
  schema: Type.Object({ lines: Type.Array(Line), wishes: Type.Array(Type.String()) }),
  personal: ['lines', 'wishes'],
});
export type BookingPerson = DocumentOf<typeof bookingPerson>;

/** What one terminal holds at the moment, so that it can't hold everything. */
export const bookingHolds = documentKind({
  at: 'booking/holds',
  schema: Type.Object({
    holds: Type.Array(Type.Object({ code: Type.String(), heldUntil: Type.Number() })),
  }),
  personal: [],
});

/** Somebody who waits for a place on one of some days. */
export const Wish = Type.Object({
  id: Type.String(),
  code: Type.String(),
  ...Visit,
  from: PlainDate,
  to: PlainDate,
  at: Type.Number(),
  /** Offers that ran out. */
  missed: Type.Integer(),
  offer: Type.Optional(
    Type.Object({
      date: PlainDate,
      time: PlainTime,
      minutes: Type.Integer(),
      until: Type.Number(),
    }),
  ),
  /** Over: its days are past, or its offers ran out. Kept for a while, so that nobody is left wondering. */
  endedAt: Type.Optional(Type.Number()),
});
export type Wish = Static<typeof Wish>;
/** Those who wait at a place, first come first. */
export const waitingList = documentKind({
  at: 'booking/waiting',
  schema: Type.Object({ wishes: Type.Array(Wish) }),
  personal: [],
});
/** Who waits, by the code of their wish. */
export const wisher = documentKind({
  at: 'booking/wisher',
  schema: Type.Object({
    place: Id,
    persons: Type.Array(Person),
    phone: Type.String(),
    declarations: Type.Array(Id),
  }),
  personal: ['persons', 'phone'],
});
export type Wisher = DocumentOf<typeof wisher>;
