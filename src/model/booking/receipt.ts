import { instantAt } from '../shared/dates.ts';
import { maskIdNumber, maskPhone } from '../shared/masking.ts';
import type { Appointment } from './documents.ts';
import type { BookingPack } from './slots.ts';

/** An appointment as its own person may see it: numbers masked, names resolved, limits as instants. */
export interface Receipt {
  readonly code: string;
  readonly status: 'booked' | 'cancelled';
  readonly service: string;
  readonly place: string;
  readonly date: string;
  readonly time: string;
  readonly minutes: number;
  readonly sequence: number;
  readonly startsAt: number;
  /** The last instant at which it may be changed or cancelled. */
  readonly changeUntil: number;
  readonly persons: readonly {
    readonly role: string;
    readonly idNumber: string;
  }[];
  readonly phone: string;
}

export function receiptOf(doc: Appointment, pack: BookingPack): Receipt {
  const startsAt = instantAt(doc.date, doc.time, pack.zone);
  const bookable = pack.bookables.find(({ service }) => service === doc.service);
  return {
    code: doc.code,
    status: doc.status,
    service: doc.service,
    place: doc.place,
    date: doc.date,
    time: doc.time,
    minutes: doc.minutes,
    sequence: doc.sequence,
    startsAt,
    changeUntil: startsAt - (bookable?.changeUntilMinutes ?? 0) * 60_000,
    persons: doc.persons.map(({ role, idNumber }) => ({
      role,
      idNumber: maskIdNumber(idNumber),
    })),
    phone: maskPhone(doc.phone),
  };
}
