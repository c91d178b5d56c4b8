/**
 * What the keeper of a hall is told to do each minute, and where to look closer. It asks for as little as can matter: who has
 * not come is seen on today's page, a free place only on days that somebody waits for.
 */
import * as Type from 'typebox';
import { addDays, dateAt, daysBetween, daysFrom, isDate } from '../shared/dates.ts';
import { answer, query, type Answer, type Docs, type Due, type Look } from '../shared/law.ts';
import { Id, PlainDate } from '../shared/text.ts';
import { dayOf, type BookingCtx, type PlaceAndDate } from './common.ts';
import type { Wish } from './documents.ts';
import { movedOn, runOut } from './expiry.ts';
import { bookableOf } from './pack.ts';
import { dayRange } from './queries.ts';
import { isVisit, visitOf } from './visit.ts';
import { serveWaiting, waitingKeys, wishesAt } from './waiting.ts';

const Nothing = Type.Object({}, { additionalProperties: false });
/** Nobody waits for a day further ahead; whoever asks for all of time is answered as well. */
const LONGEST = 730;
const settle = (where: PlaceAndDate): Due => ({ command: 'booking.settle', input: where });

/** Days on which somebody has not come, and days at which somebody waits. */
export const due = query({
  name: 'booking.due',
  input: Nothing,
  who: ['house'],
  reads: (_input, ctx: BookingCtx) => {
    const { first, last } = aroundToday(ctx);
    const misses = ctx.pack.bookables.some((one) => one.missedAfterMinutes !== undefined);
    return ctx.pack.places.flatMap(({ id }) => [
      ...waitingKeys(id, ctx.pack),
      ...(misses ? [dayRange(id, first, last)] : []),
    ]);
  },
  answer(docs, _input, ctx: BookingCtx): Answer<readonly (Due | Look)[], never> {
    const { first, last } = aroundToday(ctx);
    return answer(
      ctx.pack.places.flatMap(({ id: place }) => {
        const days = daysFrom(first, last).map((date) => ({ place, date }));
        const missed = days.filter((where) => hasRunOut(docs, where, ctx)).map(settle);
        const waited = daysWaitedFor(wishesAt(docs, place), ctx);
        return waited
          ? [...missed, { query: 'booking.due-waiting', input: { place, ...waited } }]
          : missed;
      }),
    );
  },
});

/** Of some days of a place those on which somebody who waits can be served, or has waited long enough. */
export const dueWaiting = query({
  name: 'booking.due-waiting',
  input: Type.Object(
    { place: Id, from: PlainDate, to: PlainDate },
    { additionalProperties: false },
  ),
  who: ['house'],
  reads: ({ place, from, to }, { pack }: BookingCtx) => [
    ...waitingKeys(place, pack),
    dayRange(place, from, to),
  ],
  answer(docs, { place, from, to }, ctx: BookingCtx): Answer<readonly Due[], never> {
    if (!isDate(from) || !isDate(to)) return answer([]);
    const last = daysBetween(from, to) > LONGEST ? addDays(from, LONGEST) : to;
    return answer(
      daysFrom(from, last)
        .map((date) => ({ place, date }))
        .filter((where) => canServe(docs, where, ctx))
        .map(settle),
    );
  },
});

/** Days with an appointment that was not confirmed in time. Its place is free already; nobody waits for this one to be said. */
export const dueLapsed = query({
  name: 'booking.due-lapsed',
  input: Nothing,
  who: ['house'],
  reads: (_input, ctx: BookingCtx) => {
    const days = daysToAffirm(ctx);
    return days ? ctx.pack.places.map(({ id }) => dayRange(id, days.first, days.last)) : [];
  },
  answer(docs, _input, ctx: BookingCtx): Answer<readonly Due[], never> {
    const days = daysToAffirm(ctx);
    if (!days) return answer([]);
    return answer(
      ctx.pack.places.flatMap(({ id: place }) =>
        daysFrom(days.first, days.last)
          .map((date) => ({ place, date }))
          .filter((where) => hasRunOut(docs, where, ctx))
          .map(settle),
      ),
    );
  },
});

/** Yesterday too: who had a time before midnight may be missed after it. */
function aroundToday({ pack, now }: BookingCtx): { readonly first: string; readonly last: string } {
  const today = dateAt(now, pack.zone);
  return { first: addDays(today, -1), last: today };
}

function daysToAffirm(ctx: BookingCtx): ReturnType<typeof aroundToday> | undefined {
  const reach = ctx.pack.bookables
    .filter(({ affirmMinutes }) => affirmMinutes !== undefined)
    .map(({ horizonDays }) => horizonDays);
  if (reach.length === 0) return undefined;
  const { first, last } = aroundToday(ctx);
  return { first, last: addDays(last, Math.max(...reach)) };
}

/** From the first to the last day that somebody waits for and that can be booked; from yesterday, where a wait is over. */
function daysWaitedFor(
  wishes: readonly Wish[],
  { pack, now }: BookingCtx,
): { readonly from: string; readonly to: string } | undefined {
  const living = wishes.filter(({ endedAt }) => endedAt === undefined);
  if (living.length === 0) return undefined;
  const today = dateAt(now, pack.zone);
  const yesterday = addDays(today, -1);
  const firsts = living.map(({ from, to, offer }) => {
    if (offer) return offer.date; // a hall that was off for days finds what ran out meanwhile
    if (to < today) return yesterday;
    return from > today ? from : today;
  });
  const lasts = living.map((wish) => {
    const visit = visitOf(pack, wish);
    const rules = isVisit(visit) ? visit.bookable : bookableOf(pack, wish.service);
    const reach = addDays(today, rules?.horizonDays ?? 0);
    return wish.to < reach ? wish.to : reach;
  });
  const from = firsts.reduce((a, b) => (a < b ? a : b));
  const to = lasts.reduce((a, b) => (a > b ? a : b));
  return { from, to: to < from ? from : to };
}

const hasRunOut = (docs: Docs, where: PlaceAndDate, ctx: BookingCtx): boolean =>
  runOut(dayOf(docs, where), where.date, ctx).length > 0;

function canServe(docs: Docs, where: PlaceAndDate, ctx: BookingCtx): boolean {
  const moved = movedOn(where, dayOf(docs, where).takings, wishesAt(docs, where.place), ctx);
  if (moved.events.length > 0) return true;
  return serveWaiting(where, moved.takings, moved.wishes, ctx).events.length > 0;
}
