/** Who waits for a place gets the next that is given back, first come first. */
import { instantAt } from '../shared/dates.ts';
import type { Change, Docs, DomainEvent } from '../shared/law.ts';
import { MINUTE, type BookingCtx, type PlaceAndDate } from './common.ts';
import { bookingDay, waitingList, type Taking, type Wish } from './documents.ts';
import type { BookingPack } from './pack.ts';
import { bookableSlotsOn } from './slots.ts';
import { isVisit, visitOf } from './visit.ts';

/** Whether anybody can wait for anything here. */
export const knowsWaiting = ({ bookables }: BookingPack): boolean =>
  bookables.some(({ waiting }) => waiting !== undefined);

/** The key of those who wait at a place, where that is possible. */
export const waitingKeys = (place: string, pack: BookingPack): string[] =>
  knowsWaiting(pack) ? [waitingList.key(place)] : [];

export const wishesAt = (docs: Docs, place: string): readonly Wish[] =>
  waitingList.find(docs, waitingList.key(place))?.wishes ?? [];

export const listWith = (place: string, wishes: readonly Wish[]): Change => ({
  key: waitingList.key(place),
  doc: wishes.length > 0 ? { wishes } : null,
});

export interface Served {
  readonly takings: readonly Taking[];
  readonly wishes: readonly Wish[];
  readonly events: readonly DomainEvent[];
}

/** Keeps what is free on a day for those who wait for that day, each for a while. */
export function serveWaiting(
  { place, date }: PlaceAndDate,
  takings: readonly Taking[],
  wishes: readonly Wish[],
  { pack, now }: BookingCtx,
): Served {
  let day = takings;
  const events: DomainEvent[] = [];
  const served = wishes.map((wish): Wish => {
    if (wish.endedAt !== undefined || wish.offer || date < wish.from || wish.to < date) return wish;
    const visit = visitOf(pack, wish);
    if (!isVisit(visit) || !visit.bookable.waiting) return wish;
    const docs = new Map([[bookingDay.key(place, date), { takings: day }]]);
    const slot = bookableSlotsOn({ pack, docs, now }, visit, place, date).find(
      ({ opening }) => opening !== undefined,
    );
    if (!slot) return wish;
    const { time, minutes, opening = '' } = slot;
    const until = Math.min(
      now + visit.bookable.waiting.offerMinutes * MINUTE,
      instantAt(date, time, pack.zone),
    );
    const { code, service, also, party } = wish;
    const taking: Taking = {
      code,
      service,
      ...(also && { also }),
      ...(party !== undefined && { party }),
      time,
      minutes,
      opening,
      heldUntil: until,
      as: 'offered',
    };
    day = [...day, taking];
    events.push(wishEvent('booking.offered', place, wish, { date, time, until }));
    return { ...wish, offer: { date, time, minutes, until } };
  });
  return { takings: day, wishes: served, events };
}

/**
 * What becomes of a place that was given back: whoever waits gets it; otherwise it rests, where the service wants that; or
 * it is free again.
 */
export function vacate(
  where: PlaceAndDate,
  others: readonly Taking[],
  freed: Taking,
  wishes: readonly Wish[],
  ctx: BookingCtx,
): Served {
  const served = serveWaiting(where, others, wishes, ctx);
  if (served.events.length > 0) return served;
  const visit = visitOf(ctx.pack, freed);
  const minutes = isVisit(visit) ? (visit.bookable.holdBackMinutes ?? 0) : 0;
  if (minutes === 0) return served;
  // By chance up to twice as long, or who sells places would only wait for the minute.
  const chance = Number(ctx.digits(3)) / 1000;
  const heldUntil = ctx.now + Math.round(minutes * (1 + chance) * MINUTE);
  const { renewals: _, device: __, arrivedAt: ___, missedAt: ____, ...place } = freed;
  return { ...served, takings: [...others, { ...place, code: '', as: 'resting', heldUntil }] };
}

export const wishEvent = (
  type: string,
  place: string,
  { id, service }: Wish,
  more: Readonly<Record<string, string | number>> = {},
): DomainEvent => ({ type, data: { wish: id, service, place, ...more } });
