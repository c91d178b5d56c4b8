import * as Type from 'typebox';
import { dayType } from '../shared/calendar.ts';
import { addDays, dateAt, daysFrom, isDate, minutesOf, monthBounds } from '../shared/dates.ts';
import {
  answer,
  query,
  refuse,
  type ActorKind,
  type Answer,
  type Ctx,
  type Docs,
  type Instant,
  type KeyRange,
} from '../shared/law.ts';
import type { Place } from '../shared/place.ts';
import { isReceiptCode } from '../shared/receipt-code.ts';
import { Id, PlainDate, PlainTime, type Text } from '../shared/text.ts';
import { guessOfProof, provenAppointment, type BookingRefusal } from './commands.ts';
import { appointment, bookingDay } from './documents.ts';
import { receiptOf, type Receipt } from './receipt.ts';
import type { Bookable } from './rules.ts';
import {
  bookingWindow,
  capacityOf,
  closureOn,
  freeIn,
  inWindow,
  slotsOn,
  stillTaken,
  type BookingPack,
} from './slots.ts';

type BookingCtx = Ctx<BookingPack>;
type QueryRefusal =
  Extract<BookingRefusal, 'booking.unknown-service' | 'booking.not-found'> | 'booking.code-typo';

const everybody: readonly ActorKind[] = ['anonymous', 'device', 'citizen', 'staff'];

/** Where a service can be booked, what it asks, and the next free day at each place. */
export interface Offer {
  readonly service: { readonly id: string; readonly name: Text };
  readonly bookable: Bookable;
  readonly places: readonly (Pick<Place, 'id' | 'name' | 'address' | 'hours' | 'sample'> & {
    readonly nextFree?: string;
  })[];
  readonly zone: string;
}

export const offer = query({
  name: 'booking.offer',
  input: Type.Object({ service: Id }, { additionalProperties: false }),
  who: everybody,
  reads: ({ service }, ctx: BookingCtx) => {
    const bookable = ctx.pack.bookables.find((one) => one.service === service);
    if (!bookable) return [];
    const { first, last } = bookingWindow(ctx.pack, bookable, ctx.now);
    return placesFor(ctx.pack, service).map(({ id }) => dayRange(id, first, last));
  },
  answer(docs, { service: id }, ctx: BookingCtx): Answer<Offer, QueryRefusal> {
    const { pack, now } = ctx;
    const bookable = pack.bookables.find(({ service }) => service === id);
    const service = pack.services.find((one) => one.id === id);
    if (!bookable || !service) return refuse('booking.unknown-service', { at: '/service' });
    const { first, last } = bookingWindow(pack, bookable, now);
    const places = placesFor(pack, id).map(({ id: place, name, address, hours, sample }) => {
      const nextFree = daysFrom(first, last).find(
        (date) => freeOn(docs, ctx, bookable, place, date) > 0,
      );
      return {
        id: place,
        name,
        address,
        hours,
        sample,
        ...(nextFree && { nextFree }),
      };
    });
    return answer({
      service: { id, name: service.name },
      bookable,
      places,
      zone: pack.zone,
    });
  },
});

export interface MonthDay {
  readonly date: string;
  /**
   * `open` has free places; `full` had some; `rest` is no opening day; `holiday` and `closure` carry their name; `past`
   * and `not-yet` lie outside the booking window.
   */
  readonly state: 'open' | 'full' | 'rest' | 'holiday' | 'closure' | 'past' | 'not-yet';
  readonly free: number;
  readonly capacity: number;
  readonly name?: Text;
  readonly makeUp: boolean;
  /** The year's holidays are not announced yet, so this day may still change. */
  readonly provisional: boolean;
}

/** A month of a place's free days. */
export const month = query({
  name: 'booking.month',
  input: Type.Object(
    {
      service: Id,
      place: Id,
      month: Type.String({ pattern: '^(20\\d\\d)-(0[1-9]|1[0-2])$' }),
    },
    { additionalProperties: false },
  ),
  who: everybody,
  reads: ({ place, month: which }, _ctx: BookingCtx) => {
    const { first, last } = monthBounds(which);
    return [dayRange(place, first, last)];
  },
  answer(
    docs,
    { service, place, month: which },
    ctx: BookingCtx,
  ): Answer<
    {
      readonly today: string;
      /** The booking window. */
      readonly first: string;
      readonly last: string;
      readonly days: readonly MonthDay[];
    },
    QueryRefusal
  > {
    const bookable = ctx.pack.bookables.find((one) => one.service === service);
    if (!bookable) return refuse('booking.unknown-service', { at: '/service' });
    const bounds = monthBounds(which);
    const window = bookingWindow(ctx.pack, bookable, ctx.now);
    const days = daysFrom(bounds.first, bounds.last).map((date) =>
      monthDay(docs, ctx, bookable, place, date, window),
    );
    return answer({ today: dateAt(ctx.now, ctx.pack.zone), ...window, days });
  },
});

export interface Time {
  readonly time: string;
  readonly minutes: number;
  readonly free: number;
  readonly capacity: number;
}

/** The times of one day that may still be booked or are full; those gone by are left out. */
export const times = query({
  name: 'booking.times',
  input: Type.Object({ service: Id, place: Id, date: PlainDate }, { additionalProperties: false }),
  who: everybody,
  reads: ({ place, date }, _ctx: BookingCtx) => [bookingDay.key(place, date)],
  answer(
    docs,
    { service, place, date },
    ctx: BookingCtx,
  ): Answer<{ readonly times: readonly Time[] }, QueryRefusal> {
    const bookable = ctx.pack.bookables.find((one) => one.service === service);
    if (!bookable) return refuse('booking.unknown-service', { at: '/service' });
    return answer({ times: timesOn(docs, ctx, bookable, place, date) });
  },
});

/** The free times nearest to one that was wanted, for when somebody else was quicker. */
export const nearest = query({
  name: 'booking.nearest',
  input: Type.Object(
    { service: Id, place: Id, date: PlainDate, time: PlainTime },
    { additionalProperties: false },
  ),
  who: everybody,
  reads: ({ place, date }, _ctx: BookingCtx) =>
    isDate(date) ? [dayRange(place, addDays(date, -7), addDays(date, 7))] : [],
  answer(
    docs,
    { service, place, date, time },
    ctx: BookingCtx,
  ): Answer<
    { readonly slots: readonly { date: string; time: string; free: number }[] },
    QueryRefusal
  > {
    const bookable = ctx.pack.bookables.find((one) => one.service === service);
    if (!bookable) return refuse('booking.unknown-service', { at: '/service' });
    if (!isDate(date)) return answer({ slots: [] });
    const slots = [0, 1, -1, 2, -2, 3, -3, 4, 5, 6, 7]
      .map((days) => addDays(date, days))
      .flatMap((day) =>
        timesOn(docs, ctx, bookable, place, day)
          .filter(({ free }) => free > 0)
          .toSorted((a, b) => away(a.time, time) - away(b.time, time))
          .map((one) => ({ date: day, time: one.time, free: one.free })),
      );
    return answer({ slots: slots.slice(0, 3) });
  },
});

/** The receipt that a code and the last four digits of the phone open. */
export const find = query({
  name: 'booking.find',
  input: Type.Object(
    {
      code: Type.String({ pattern: '^\\d{10}$' }),
      phoneTail: Type.String({ pattern: '^\\d{4}$' }),
    },
    { additionalProperties: false },
  ),
  who: everybody,
  guess: guessOfProof,
  reads: ({ code }, _ctx: BookingCtx) => [appointment.key(code)],
  answer(docs, proof, ctx: BookingCtx): Answer<Receipt, QueryRefusal> {
    if (!isReceiptCode(proof.code)) return refuse('booking.code-typo', { at: '/code' });
    const doc = provenAppointment(docs, proof);
    return doc ? answer(receiptOf(doc, ctx.pack)) : refuse('booking.not-found');
  },
});

const away = (a: string, b: string): number => Math.abs(minutesOf(a) - minutesOf(b));

function placesFor(pack: BookingPack, service: string): readonly Place[] {
  const open = new Set(
    pack.openings.filter(({ services }) => services.includes(service)).map(({ place }) => place),
  );
  return pack.places.filter(({ id }) => open.has(id));
}

/** The documents of a place from one day to another, both included. */
function dayRange(place: string, first: string, last: string): KeyRange {
  return {
    from: bookingDay.key(place, first),
    to: `${bookingDay.key(place, last)}~`,
  };
}

function timesOn(
  docs: Docs,
  { pack, now }: BookingCtx,
  bookable: Bookable,
  place: string,
  date: string,
): Time[] {
  const taken = takenOn(docs, place, date, now);
  return slotsOn(pack, place, bookable.service, date)
    .filter(({ time }) => inWindow(pack, bookable, date, time, now) === 'yes')
    .map((slot) => ({
      time: slot.time,
      minutes: slot.minutes,
      free: freeIn(slot, taken),
      capacity: capacityOf(slot),
    }));
}

const takenOn = (docs: Docs, place: string, date: string, now: Instant) =>
  stillTaken(bookingDay.find(docs, bookingDay.key(place, date))?.takings ?? [], now);

const freeOn = (docs: Docs, ctx: BookingCtx, bookable: Bookable, place: string, date: string) =>
  timesOn(docs, ctx, bookable, place, date).reduce((sum, { free }) => sum + free, 0);

function monthDay(
  docs: Docs,
  ctx: BookingCtx,
  bookable: Bookable,
  place: string,
  date: string,
  window: { readonly first: string; readonly last: string },
): MonthDay {
  const type = dayType(ctx.pack.calendar, date);
  const base = {
    date,
    makeUp: type.kind === 'make-up',
    provisional: !type.announced,
  };
  const none = { ...base, free: 0, capacity: 0 };
  const closure = closureOn(ctx.pack, place, date);
  if (closure) return { ...none, state: 'closure', name: closure.reason };
  if (slotsOn(ctx.pack, place, bookable.service, date).length === 0) {
    return type.kind === 'holiday'
      ? { ...none, state: 'holiday', name: type.name }
      : { ...none, state: 'rest' };
  }
  if (date > window.last) return { ...none, state: 'not-yet' };
  const open = timesOn(docs, ctx, bookable, place, date);
  if (open.length === 0) return { ...none, state: 'past' };
  const free = open.reduce((sum, one) => sum + one.free, 0);
  const capacity = open.reduce((sum, one) => sum + one.capacity, 0);
  return { ...base, free, capacity, state: free > 0 ? 'open' : 'full' };
}
