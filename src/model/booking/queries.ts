/** What can be booked: where, on which days, at which times. */
import * as Type from 'typebox';
import { addDays, daysFrom, isDate, minutesOf, monthBounds } from '../shared/dates.ts';
import { answer, query, refuse, type Answer, type Docs, type KeyRange } from '../shared/law.ts';
import type { Place } from '../shared/place.ts';
import { Id, PlainDate, PlainTime, type Text } from '../shared/text.ts';
import { everybody, type BookingCtx } from './common.ts';
import { bookingDay, Visit } from './documents.ts';
import { bookableOf, closureOn, daysOfMonth, planOf, type BookingPack } from './pack.ts';
import type { Bookable } from './rules.ts';
import { bookableSlotsOn, bookingWindow, roomOn, type Window } from './slots.ts';
import { isVisit, visitOf, type Visit as VisitPlan, type VisitRefusal } from './visit.ts';

/** Where a service can be booked, what it asks, and the next free day at each place. */
export interface Offer {
  readonly service: { readonly id: string; readonly name: Text };
  /** The rules of the whole visit; `persons` are those who come. */
  readonly bookable: Bookable;
  /** Services that can be done in the same visit. */
  readonly joins: readonly { readonly id: string; readonly name: Text }[];
  /** How many persons may come. */
  readonly party: { readonly least: number; readonly most: number };
  readonly places: readonly (Pick<Place, 'id' | 'name' | 'address' | 'hours' | 'sample'> & {
    readonly nextFree?: string;
  })[];
  readonly zone: string;
}

export const offer = query({
  name: 'booking.offer',
  input: Type.Object(Visit, { additionalProperties: false }),
  who: everybody,
  reads: (input, { pack, now }: BookingCtx) => {
    const visit = visitOf(pack, input);
    if (!isVisit(visit)) return [];
    const { first, last } = bookingWindow(pack, visit.bookable, now);
    return placesFor(pack, visit.services).map(({ id }) => dayRange(id, first, last));
  },
  answer(docs, input, { pack, now }: BookingCtx): Answer<Offer, VisitRefusal> {
    const visit = visitOf(pack, input);
    if (!isVisit(visit)) return { ok: false, refusal: visit };
    const nameOf = (id: string) => pack.services.find((one) => one.id === id)?.name;
    const name = nameOf(input.service);
    if (!name) return refuse('booking.unknown-service', { at: '/service' });
    const window = bookingWindow(pack, visit.bookable, now);
    const days = daysFrom(window.first, window.last);
    const places = placesFor(pack, visit.services).map(({ id, name, address, hours, sample }) => {
      const nextFree = days.find((date) => {
        const room = roomOn(docs, planOf(pack, id, date), visit, window, now);
        return typeof room === 'object' && room.free > 0;
      });
      return { id, name, address, hours, sample, ...(nextFree && { nextFree }) };
    });
    const all = visit.bookable.persons;
    return answer({
      service: { id: input.service, name },
      bookable: { ...visit.bookable, persons: [...visit.persons] },
      joins: (visit.bookable.joins ?? []).flatMap((id) => {
        const other = nameOf(id);
        return other && bookableOf(pack, id) ? [{ id, name: other }] : [];
      }),
      party: { least: all.filter(({ optional }) => !optional).length, most: all.length },
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
  /** How many such visits the day still takes, and how many it would take if nobody had booked. */
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
    { ...Visit, place: Id, month: Type.String({ pattern: '^(20\\d\\d)-(0[1-9]|1[0-2])$' }) },
    { additionalProperties: false },
  ),
  who: everybody,
  reads: ({ place, month: which }, _ctx: BookingCtx) => {
    const { first, last } = monthBounds(which);
    return [dayRange(place, first, last)];
  },
  answer(
    docs,
    input,
    ctx: BookingCtx,
  ): Answer<
    {
      readonly today: string;
      /** The booking window. */
      readonly first: string;
      readonly last: string;
      readonly days: readonly MonthDay[];
    },
    VisitRefusal
  > {
    const visit = visitOf(ctx.pack, input);
    if (!isVisit(visit)) return { ok: false, refusal: visit };
    const window = bookingWindow(ctx.pack, visit.bookable, ctx.now);
    const days = daysOfMonth(input.month).map((date) =>
      monthDay(docs, ctx, visit, input.place, date, window),
    );
    const { today, first, last } = window;
    return answer({ today, first, last, days });
  },
});

export interface Time {
  readonly time: string;
  readonly minutes: number;
  /**
   * How many such visits may begin at this time. Where a visit takes several slots they overlap with those that begin a
   * slot later, so the day as a whole takes fewer than all its times together; {@link MonthDay.free} says how many.
   */
  readonly free: number;
  readonly capacity: number;
}

/** The times of one day that may still be booked or are full; those gone by are left out. */
export const times = query({
  name: 'booking.times',
  input: Type.Object({ ...Visit, place: Id, date: PlainDate }, { additionalProperties: false }),
  who: everybody,
  reads: ({ place, date }, _ctx: BookingCtx) => [bookingDay.key(place, date)],
  answer(
    docs,
    input,
    { pack, now }: BookingCtx,
  ): Answer<{ readonly times: readonly Time[] }, VisitRefusal> {
    const visit = visitOf(pack, input);
    if (!isVisit(visit)) return { ok: false, refusal: visit };
    const slots = bookableSlotsOn({ pack, docs, now }, visit, input.place, input.date);
    return answer({
      times: slots.map(({ time, minutes, free, capacity }) => ({ time, minutes, free, capacity })),
    });
  },
});

/** The free times nearest to one that was wanted, for when somebody else was quicker: three of them. */
export const nearest = query({
  name: 'booking.nearest',
  input: Type.Object(
    { ...Visit, place: Id, date: PlainDate, time: PlainTime },
    { additionalProperties: false },
  ),
  who: everybody,
  reads: ({ place, date }, _ctx: BookingCtx) =>
    isDate(date) ? [dayRange(place, addDays(date, -7), addDays(date, 7))] : [],
  answer(
    docs,
    input,
    { pack, now }: BookingCtx,
  ): Answer<
    { readonly slots: readonly { date: string; time: string; free: number }[] },
    VisitRefusal
  > {
    const { place, date, time } = input;
    const visit = visitOf(pack, input);
    if (!isVisit(visit)) return { ok: false, refusal: visit };
    if (!isDate(date)) return answer({ slots: [] });
    const slots = [0, 1, -1, 2, -2, 3, -3, 4, 5, 6, 7]
      .map((days) => addDays(date, days))
      .flatMap((day) =>
        bookableSlotsOn({ pack, docs, now }, visit, place, day)
          .filter(({ free }) => free > 0)
          .sort((a, b) => away(a.time, time) - away(b.time, time))
          .map((one) => ({ date: day, time: one.time, free: one.free })),
      );
    return answer({ slots: slots.slice(0, 3) });
  },
});

const away = (a: string, b: string): number => Math.abs(minutesOf(a) - minutesOf(b));

/** Places where one counter does all of it. */
function placesFor(pack: BookingPack, services: readonly string[]): readonly Place[] {
  const open = new Set(
    pack.openings
      .filter((row) => services.every((service) => row.services.includes(service)))
      .map(({ place }) => place),
  );
  return pack.places.filter(({ id }) => open.has(id));
}

/** The documents of a place from one day to another, both included. */
export function dayRange(place: string, first: string, last: string): KeyRange {
  return {
    from: bookingDay.key(place, first),
    to: `${bookingDay.key(place, last)}~`,
  };
}

function monthDay(
  docs: Docs,
  { pack, now }: BookingCtx,
  visit: VisitPlan,
  place: string,
  date: string,
  window: Window,
): MonthDay {
  const plan = planOf(pack, place, date);
  const { type } = plan;
  const makeUp = type.kind === 'make-up';
  const provisional = !type.announced;
  const room = roomOn(docs, plan, visit, window, now);
  if (typeof room === 'object') {
    const { free, capacity } = room;
    return { date, makeUp, provisional, free, capacity, state: free > 0 ? 'open' : 'full' };
  }
  const none = { date, makeUp, provisional, free: 0, capacity: 0 };
  if (room !== 'none') return { ...none, state: room };
  const closure = visit.services
    .map((service) => closureOn(pack, place, service, date))
    .find((one) => one !== undefined);
  if (closure) return { ...none, state: 'closure', name: closure.reason };
  return type.kind === 'holiday'
    ? { ...none, state: 'holiday', name: type.name }
    : { ...none, state: 'rest' };
}
