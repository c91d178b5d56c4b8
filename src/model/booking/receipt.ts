import { instantAt } from '../shared/dates.ts';
import type { Instant } from '../shared/law.ts';
import { maskIdNumber, maskPhone } from '../shared/masking.ts';
import type { Appointment, Status } from './documents.ts';
import { bookableOf, type BookingPack } from './pack.ts';
import { isVisit, visitOf } from './visit.ts';

/** An appointment as its own person may see it: numbers masked, names resolved, limits as instants. */
export interface Receipt {
  /** What partners and the queue call it; opens nothing. */
  readonly id: string;
  readonly code: string;
  readonly status: Status;
  readonly service: string;
  /** Services that are done in the same visit. */
  readonly also?: readonly string[];
  readonly place: string;
  readonly date: string;
  readonly time: string;
  readonly minutes: number;
  readonly sequence: number;
  readonly startsAt: number;
  /** The last instant at which it may be changed or cancelled. */
  readonly changeUntil: number;
  /** Until when it must be confirmed to count, while it does not count yet. */
  readonly affirmBy?: number;
  /** When to report at the place. */
  readonly checkIn: { readonly from: number; readonly until: number };
  readonly arrivedAt?: number;
  readonly persons: readonly {
    readonly role: string;
    readonly idNumber: string;
  }[];
  readonly phone: string;
}

const MINUTE = 60_000;
/** Where a service says nothing: from an hour before until a quarter past. */
const CHECK_IN = { earlyMinutes: 60, lateMinutes: 15 };

/** What has become of it by now, also while nobody has touched it. */
export const statusOf = (
  { status, affirmBy }: { readonly status: Status; readonly affirmBy?: number },
  now: Instant,
): Status => (status === 'unaffirmed' && now >= (affirmBy ?? 0) ? 'lapsed' : status);

export function receiptOf(doc: Appointment, pack: BookingPack, now: Instant): Receipt {
  const { code, service, also, place, date, time, minutes, sequence, affirmBy, arrivedAt } = doc;
  const startsAt = instantAt(date, time, pack.zone);
  const visit = visitOf(pack, doc);
  const bookable = isVisit(visit) ? visit.bookable : bookableOf(pack, service);
  const { earlyMinutes, lateMinutes } = bookable?.checkIn ?? CHECK_IN;
  return {
    id: doc.id,
    code,
    status: statusOf(doc, now),
    service,
    ...(also && { also }),
    place,
    date,
    time,
    minutes,
    sequence,
    startsAt,
    changeUntil: startsAt - (bookable?.changeUntilMinutes ?? 0) * MINUTE,
    ...(affirmBy !== undefined && { affirmBy }),
    checkIn: { from: startsAt - earlyMinutes * MINUTE, until: startsAt + lateMinutes * MINUTE },
    ...(arrivedAt !== undefined && { arrivedAt }),
    persons: doc.persons.map(({ role, idNumber }) => ({
      role,
      idNumber: maskIdNumber(idNumber),
    })),
    phone: maskPhone(doc.phone),
  };
}
