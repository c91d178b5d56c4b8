/** Every no that booking knows. Each has a sentence in the part's strings, with what to do next. */
import type { Refusal } from '../shared/law.ts';
import type { PersonRefusal } from './persons.ts';
import type { VisitRefusal } from './visit.ts';

export type LimitRefusal =
  | 'booking.enough-that-day'
  | 'booking.enough-of-this'
  | 'booking.enough-open'
  /** Facts: `until`, a plain date. */
  | 'booking.cooling-off';

export type BookingRefusal =
  | 'booking.no-such-slot'
  | 'booking.slot-taken'
  | 'booking.too-late'
  | 'booking.too-early'
  | 'booking.too-many-holds'
  | 'booking.hold-ended'
  | 'booking.hold-renewed-enough'
  | 'booking.declaration-missing'
  | 'booking.not-found'
  | 'booking.cancelled-already'
  | 'booking.too-late-to-change'
  | 'booking.same-time'
  /** Not confirmed in time, so it does not count. */
  | 'booking.lapsed'
  /** Facts: `from`, an instant. */
  | 'booking.too-early-to-check-in'
  | 'booking.too-late-to-check-in'
  | 'booking.arrived-already'
  | 'booking.not-begun'
  | 'booking.no-waiting-list'
  /** Facts: `maxDays`. */
  | 'booking.wrong-days'
  /** Facts: `date` and `time` of a place that is free. */
  | 'booking.free-now'
  | 'booking.waits-already'
  | 'booking.offer-ended'
  | VisitRefusal
  | LimitRefusal
  | PersonRefusal;

export interface Refused {
  readonly ok: false;
  readonly refusal: Refusal<BookingRefusal>;
}
