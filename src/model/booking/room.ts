import { isDate, minutesOf } from '../shared/dates.ts';
import { refuse } from '../shared/law.ts';
import type { Quota } from './occupancy.ts';
import { bookingWindow, inWindow, slotsOn } from './slots.ts';
import type { BookingCtx } from './common.ts';
import type { Docs } from '../shared/law.ts';
import type { Taking } from './documents.ts';
import { lanesOf, planOf } from './pack.ts';
import type { Refused } from './refusals.ts';
import { isVisit, visitOf, type Visit, type VisitInput } from './visit.ts';

export interface Wanted extends VisitInput {
  readonly place: string;
  readonly date: string;
  readonly time: string;
}

/** A free place: what to write down for it, under whatever code. */
export interface Room {
  readonly ok: true;
  readonly visit: Visit;
  readonly taking: Omit<Taking, 'code'>;
}

/** Finds a free place at exactly that time, or says why there is none. */
export function findRoom(
  docs: Docs,
  { service, also, party, place, date, time }: Wanted,
  { pack, now }: BookingCtx,
  quota: Quota = 'open',
): Room | Refused {
  const visit = visitOf(pack, { service, also, party });
  if (!isVisit(visit)) return { ok: false, refusal: visit };
  const slot = slotsOn({ pack, docs, now }, visit, place, date, quota).find(
    (one) => one.time === time,
  );
  if (!slot || !isDate(date)) return refuse('booking.no-such-slot', { at: '/time' });
  const window = bookingWindow(pack, visit.bookable, now);
  const lanes = lanesOf(planOf(pack, place, date), visit.services);
  const when = inWindow(window, date, minutesOf(time), lanes);
  if (when !== 'yes') return refuse(`booking.${when}`, { at: '/time' });
  if (slot.opening === undefined) return refuse('booking.slot-taken', { at: '/time' });
  return {
    ok: true,
    visit,
    taking: {
      service,
      ...(also && also.length > 0 && { also: [...also] }),
      ...(party !== undefined && { party }),
      time,
      minutes: slot.minutes,
      opening: slot.opening,
      ...(quota === 'staff' && { quota }),
    },
  };
}
