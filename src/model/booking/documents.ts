import * as Type from 'typebox';
import type { Static } from 'typebox';
import { documentKind } from '../shared/law.ts';
import { Id, PlainDate, PlainTime } from '../shared/text.ts';

/** A place in a slot that is spoken for. While `heldUntil` is set it is only kept for somebody who fills in. */
export const Taking = Type.Object({
  code: Type.String(),
  opening: Id,
  service: Id,
  time: PlainTime,
  heldUntil: Type.Optional(Type.Number()),
  renewals: Type.Optional(Type.Number()),
});
export type Taking = Static<typeof Taking>;

/** One place, one day: every slot taken there. Slots themselves are never stored, the opening rules make them. */
export const bookingDay = documentKind({
  at: 'booking/day',
  schema: Type.Object({ takings: Type.Array(Taking) }),
  personal: [],
});

export const Appointment = Type.Object({
  id: Type.String(),
  code: Type.String(),
  status: Type.Union([Type.Literal('booked'), Type.Literal('cancelled')]),
  service: Id,
  place: Id,
  date: PlainDate,
  time: PlainTime,
  minutes: Type.Integer(),
  /** Goes up with every change, as calendars expect (RFC 5545 SEQUENCE). */
  sequence: Type.Integer(),
  bookedAt: Type.Number(),
  persons: Type.Array(Type.Object({ role: Id, idNumber: Type.String() })),
  phone: Type.String(),
  declarations: Type.Array(Id),
});
export type Appointment = Static<typeof Appointment>;

export const appointment = documentKind({
  at: 'booking/appointment',
  schema: Appointment,
  personal: ['persons', 'phone'],
});
