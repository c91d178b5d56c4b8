/** Somebody with an appointment has come. Booking writes it, the queue gives one ticket for it; neither knows the other. */
import * as Type from 'typebox';
import type { Static } from 'typebox';
import { documentKind } from './law.ts';
import { Id, PlainDate, PlainTime } from './text.ts';

export const CheckIn = Type.Object({
  place: Id,
  service: Id,
  date: PlainDate,
  /** The appointed time. */
  time: PlainTime,
  /** When the person came. */
  at: Type.Number(),
  /** The number that was given for it. */
  ticket: Type.Optional(Type.String()),
});
export type CheckIn = Static<typeof CheckIn>;

/** Its key is the id of the appointment (never its receipt code, which opens it). */
export const checkIn = documentKind({ at: 'check-in', schema: CheckIn, personal: [] });
