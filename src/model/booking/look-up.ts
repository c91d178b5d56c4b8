/** What is booked: for whom it is, and for those who serve them. */
import * as Type from 'typebox';
import { addDays, dateAt, isDate } from '../shared/dates.ts';
import { dayType } from '../shared/calendar.ts';
import { answer, query, refuse, type Answer } from '../shared/law.ts';
import { isReceiptCode } from '../shared/receipt-code.ts';
import { Id, PlainDate } from '../shared/text.ts';
import {
  dayOf,
  everybody,
  guessOfProof,
  ProofInput,
  provenAppointment,
  type BookingCtx,
} from './common.ts';
import {
  appointment,
  bookingDay,
  bookingPerson,
  waitingList,
  type Line,
  type Taking,
} from './documents.ts';
import { counts, occupancyOf } from './occupancy.ts';
import { planOf } from './pack.ts';
import { receiptOf, statusOf, type Receipt } from './receipt.ts';
import { receiptOfWish, type WishReceipt } from './wait.ts';
import { wishesAt } from './waiting.ts';

/** The receipt that a code opens, together with the last four digits of the phone, the person's card, or at a counter. */
export const find = query({
  name: 'booking.find',
  input: Type.Object(ProofInput, { additionalProperties: false }),
  who: everybody,
  guess: guessOfProof,
  reads: ({ code }, _ctx: BookingCtx) => [appointment.key(code)],
  answer(
    docs,
    proof,
    { actor, pack, now }: BookingCtx,
  ): Answer<Receipt, 'booking.not-found' | 'booking.code-typo'> {
    if (!isReceiptCode(proof.code)) return refuse('booking.code-typo', { at: '/code' });
    const doc = provenAppointment(docs, proof, actor);
    return doc ? answer(receiptOf(doc, pack, now)) : refuse('booking.not-found');
  },
});

/** One of a person's own appointments, as a line in a list; `booking.find` with its code opens the whole. */
export type MyAppointment = Omit<Line, 'at'>;

/** All that the person has whose card was read: what is to come first, then what was, the latest first. */
export const mine = query({
  name: 'booking.mine',
  input: Type.Object({}, { additionalProperties: false }),
  who: ['citizen'],
  reads: (_input, { actor }: BookingCtx) =>
    actor.kind === 'citizen' ? [bookingPerson.key(actor.id), waitingList.range()] : [],
  answer(
    docs,
    _input,
    { actor, pack, now }: BookingCtx,
  ): Answer<
    {
      readonly toCome: readonly MyAppointment[];
      readonly past: readonly MyAppointment[];
      readonly wishes: readonly WishReceipt[];
    },
    never
  > {
    const id = actor.kind === 'citizen' ? actor.id : '';
    const person = bookingPerson.find(docs, bookingPerson.key(id));
    const today = dateAt(now, pack.zone);
    const lines = (person?.lines ?? [])
      .map(({ at: _, ...line }) => ({ ...line, status: statusOf(line, now) }))
      .sort((a, b) => (`${a.date} ${a.time}` < `${b.date} ${b.time}` ? -1 : 1));
    const isToCome = ({ status, date }: MyAppointment): boolean =>
      date >= today && status !== 'cancelled' && status !== 'lapsed' && status !== 'missed';
    const wishes = pack.places.flatMap(({ id: place }) => {
      const list = wishesAt(docs, place);
      return list
        .filter(({ code }) => person?.wishes.includes(code))
        .map((wish) => receiptOfWish(wish, place, list, now));
    });
    return answer({
      toCome: lines.filter(isToCome),
      past: lines.filter((line) => !isToCome(line)).reverse(),
      wishes,
    });
  },
});

/** One place that is spoken for, as a counter sees it. */
export interface DayEntry {
  readonly code: string;
  readonly service: string;
  readonly also?: readonly string[];
  readonly party?: number;
  readonly time: string;
  readonly minutes: number;
  readonly quota: 'open' | 'staff';
  readonly state: 'held' | 'resting' | 'offered' | 'unaffirmed' | 'booked' | 'arrived' | 'missed';
  /** By the rules of today nobody serves it at that time: these persons must be told. */
  readonly displaced: boolean;
}

/** The list of a day at a place, for those who work there. */
export const day = query({
  name: 'booking.day',
  input: Type.Object({ place: Id, date: PlainDate }, { additionalProperties: false }),
  who: ['staff'],
  reads: ({ place, date }, _ctx: BookingCtx) => [bookingDay.key(place, date)],
  answer(
    docs,
    where,
    { pack, now }: BookingCtx,
  ): Answer<{ readonly provisional: boolean; readonly entries: readonly DayEntry[] }, never> {
    if (!isDate(where.date)) return answer({ provisional: false, entries: [] });
    const plan = planOf(pack, where.place, where.date);
    const { takings } = dayOf(docs, where);
    const { displaced } = occupancyOf(plan, takings, now);
    return answer({
      provisional: !plan.type.announced,
      entries: takings
        .filter((taking) => counts(taking, now))
        .map((taking) => ({ ...entryOf(taking), displaced: displaced.includes(taking) }))
        .sort((a, b) => (a.time < b.time ? -1 : 1)),
    });
  },
});

function entryOf(taking: Taking): Omit<DayEntry, 'displaced'> {
  const { code, service, also, party, time, minutes, quota = 'open' } = taking;
  return {
    code,
    service,
    ...(also && { also }),
    ...(party !== undefined && { party }),
    time,
    minutes,
    quota,
    state: stateOf(taking),
  };
}

function stateOf({ as, heldUntil, arrivedAt, missedAt }: Taking): DayEntry['state'] {
  if (arrivedAt !== undefined) return 'arrived';
  if (missedAt !== undefined) return 'missed';
  return as ?? (heldUntil === undefined ? 'booked' : 'held');
}

/** What staff should see to: years that can be booked already although their holidays are not announced. */
export const warnings = query({
  name: 'booking.warnings',
  input: Type.Object({}, { additionalProperties: false }),
  who: ['staff'],
  reads: (_input, _ctx: BookingCtx) => [],
  answer(
    _docs,
    _input,
    { pack, now }: BookingCtx,
  ): Answer<{ readonly unannouncedYears: readonly number[] }, never> {
    const today = dateAt(now, pack.zone);
    const reach = Math.max(0, ...pack.bookables.map(({ horizonDays }) => horizonDays));
    const years = new Set([today, addDays(today, reach)].map((date) => Number(date.slice(0, 4))));
    return answer({
      unannouncedYears: [...years].filter(
        (year) => !dayType(pack.calendar, `${year}-06-01`).announced,
      ),
    });
  },
});
