/** What time alone has ended on a day: appointments, people who did not come, offers, and the wait of those who wait. */
import { dateAt, instantAt } from '../shared/dates.ts';
import type { DomainEvent } from '../shared/law.ts';
import { MINUTE, type BookingCtx } from './common.ts';
import type { BookingDay, Taking, Wish } from './documents.ts';
import { bookableOf } from './pack.ts';
import { wishEvent } from './waiting.ts';

/** How many offers may run out before nobody is offered anything more. */
const OFFERS = 2;

/** Appointments of a day that were not confirmed in time, or whose persons have not come. */
export function runOut({ takings }: BookingDay, date: string, { pack, now }: BookingCtx): Taking[] {
  return takings.filter((taking) => {
    if (taking.as === 'unaffirmed') return now >= (taking.heldUntil ?? 0);
    const after = bookableOf(pack, taking.service)?.missedAfterMinutes;
    const isBooked = taking.heldUntil === undefined && !taking.arrivedAt && !taking.missedAt;
    if (!isBooked || after === undefined) return false;
    return now >= instantAt(date, taking.time, pack.zone) + after * MINUTE;
  });
}

/** Takes back offers that have run out, and ends wishes whose days are past. */
export function movedOn(
  { place, date }: { readonly place: string; readonly date: string },
  takings: readonly Taking[],
  wishes: readonly Wish[],
  { pack, now }: BookingCtx,
): { takings: readonly Taking[]; wishes: readonly Wish[]; events: readonly DomainEvent[] } {
  const today = dateAt(now, pack.zone);
  const events: DomainEvent[] = [];
  const stay: Wish[] = [];
  const last: Wish[] = [];
  const back = new Set<string>();
  for (const one of wishes) {
    const { offer, ...wish } = one;
    if (offer && offer.date === date && now >= offer.until) {
      back.add(wish.code);
      const missed = wish.missed + 1;
      if (missed < OFFERS && wish.to >= today) last.push({ ...wish, missed });
      else stay.push({ ...wish, missed, endedAt: now });
      events.push(wishEvent('booking.offer-ended', place, wish));
    } else if (!offer && wish.to < today && date < today && wish.endedAt === undefined) {
      stay.push({ ...wish, endedAt: now });
      events.push(wishEvent('booking.wish-ended', place, wish));
    } else stay.push(one);
  }
  return {
    takings: takings.filter(({ code, as }) => as !== 'offered' || !back.has(code)),
    // Whoever let an offer run out stands at the end now.
    wishes: [...stay, ...last],
    events,
  };
}
