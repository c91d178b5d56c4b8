/** A slot kept while a person fills in. */
import * as Type from 'typebox';
import { instantAt } from '../shared/dates.ts';
import { accept, command, refuse, type Change, type Decision, type Docs } from '../shared/law.ts';
import { receiptCodeOf } from '../shared/receipt-code.ts';
import {
  dayOf,
  dayWith,
  deviceOf,
  everybody,
  HoldInput,
  MINUTE,
  SlotInput,
  type BookingCtx,
  type PlaceAndDate,
} from './common.ts';
import { bookingDay, bookingHolds, bookingPerson, type Taking } from './documents.ts';
import { limitReached } from './limits.ts';
import type { BookingRefusal } from './refusals.ts';
import { findRoom } from './room.ts';
import type { Bookable } from './rules.ts';
import { isVisit, visitOf } from './visit.ts';

export interface Hold {
  readonly code: string;
  readonly service: string;
  readonly also?: readonly string[];
  readonly party?: number;
  readonly place: string;
  readonly date: string;
  readonly time: string;
  readonly minutes: number;
  readonly heldUntil: number;
  readonly renewalsLeft: number;
}

/** Keeps a free slot while the person fills in. */
export const hold = command({
  name: 'booking.hold',
  input: Type.Object(SlotInput, { additionalProperties: false }),
  who: everybody,
  offline: 'refuse',
  touches: ({ place, date }, _docs, { actor, pack }: BookingCtx) => {
    const device = pack.limits?.holdsPerDevice ? deviceOf(actor) : undefined;
    return [
      bookingDay.key(place, date),
      ...(device ? [bookingHolds.key(device)] : []),
      ...(actor.kind === 'citizen' ? [bookingPerson.key(actor.id)] : []),
    ];
  },
  decide(docs, input, ctx: BookingCtx): Decision<Hold, BookingRefusal> {
    const { now, actor, pack } = ctx;
    const room = findRoom(docs, input, ctx);
    if (!room.ok) return room;
    const { visit, taking } = room;
    if (actor.kind === 'citizen') {
      // Better to hear it now than after everything was filled in.
      const person = bookingPerson.find(docs, bookingPerson.key(actor.id));
      const limit = limitReached(pack, person, { services: visit.services, date: input.date }, now);
      if (limit) return { ok: false, refusal: limit };
    }
    const most = pack.limits?.holdsPerDevice;
    const device = most ? deviceOf(actor) : undefined;
    const holds = device ? holdsOf(docs, device, now) : [];
    if (device && holds.length >= (most ?? 0)) return refuse('booking.too-many-holds');

    const code = receiptCodeOf(ctx.digits(9));
    const heldUntil = heldFrom(visit.bookable, input, taking.time, ctx);
    const day = dayOf(docs, input);
    const held: Taking = { ...taking, code, heldUntil, renewals: 0, ...(device && { device }) };
    const renewalsLeft = visit.bookable.holdRenewals;
    return accept({ ...input, code, heldUntil, minutes: taking.minutes, renewalsLeft }, [
      dayWith(input, day, [...day.takings, held], now),
      ...(device ? [holdsWith(device, [...holds, { code, heldUntil }])] : []),
    ]);
  },
});

/** Keeps a held slot for another while: nobody loses a place because of slow fingers. */
export const renewHold = command({
  name: 'booking.renew-hold',
  input: Type.Object(HoldInput, { additionalProperties: false }),
  who: everybody,
  offline: 'refuse',
  touches: touchesHold,
  decide(
    docs,
    input,
    ctx: BookingCtx,
  ): Decision<{ heldUntil: number; renewalsLeft: number }, BookingRefusal> {
    const mine = heldTaking(docs, input, ctx);
    const visit = mine && visitOf(ctx.pack, mine);
    if (!mine || !visit || !isVisit(visit)) return refuse('booking.hold-ended');
    const renewals = (mine.renewals ?? 0) + 1;
    if (renewals > visit.bookable.holdRenewals) return refuse('booking.hold-renewed-enough');
    const heldUntil = heldFrom(visit.bookable, input, mine.time, ctx);
    const day = dayOf(docs, input);
    const others = day.takings.filter((one) => one !== mine);
    return accept({ heldUntil, renewalsLeft: visit.bookable.holdRenewals - renewals }, [
      dayWith(input, day, [...others, { ...mine, heldUntil, renewals }], ctx.now),
      ...holdGiven(docs, mine, ctx, heldUntil),
    ]);
  },
});

/** Gives a held slot back at once. Giving back what is gone already is no mistake. */
export const releaseHold = command({
  name: 'booking.release-hold',
  input: Type.Object(HoldInput, { additionalProperties: false }),
  who: everybody,
  offline: 'refuse',
  touches: touchesHold,
  decide(docs, input, ctx: BookingCtx): Decision<{ released: boolean }, BookingRefusal> {
    const mine = heldTaking(docs, input, ctx);
    if (!mine) return accept({ released: false });
    const day = dayOf(docs, input);
    const others = day.takings.filter((one) => one !== mine);
    return accept({ released: true }, [
      dayWith(input, day, others, ctx.now),
      ...holdGiven(docs, mine, ctx),
    ]);
  },
});

/** The keys of a held slot: its day, and the list of the terminal that holds it. */
export function touchesHold(
  input: PlaceAndDate & { readonly code: string },
  docs: Docs,
): readonly string[] {
  const device = dayOf(docs, input).takings.find(({ code }) => code === input.code)?.device;
  return [
    bookingDay.key(input.place, input.date),
    ...(device === undefined ? [] : [bookingHolds.key(device)]),
  ];
}

/** The taking that a person who fills in still holds. */
export const heldTaking = (
  docs: Docs,
  input: PlaceAndDate & { readonly code: string },
  { now }: BookingCtx,
): Taking | undefined =>
  dayOf(docs, input).takings.find(
    ({ code, heldUntil, as }) =>
      code === input.code && !as && heldUntil !== undefined && heldUntil > now,
  );

/** The terminal's list without this hold, or with its new end. */
export function holdGiven(
  docs: Docs,
  { code, device }: Taking,
  { now }: BookingCtx,
  heldUntil?: number,
): Change[] {
  if (device === undefined) return [];
  const others = holdsOf(docs, device, now).filter((one) => one.code !== code);
  return [holdsWith(device, heldUntil === undefined ? others : [...others, { code, heldUntil }])];
}

/** No longer than until it begins: what has begun is nobody's to book. */
function heldFrom(
  { holdMinutes }: Bookable,
  { date }: PlaceAndDate,
  time: string,
  { now, pack }: BookingCtx,
): number {
  return Math.min(now + holdMinutes * MINUTE, instantAt(date, time, pack.zone));
}

const holdsOf = (docs: Docs, device: string, now: number) =>
  (bookingHolds.find(docs, bookingHolds.key(device))?.holds ?? []).filter(
    ({ heldUntil }) => heldUntil > now,
  );

const holdsWith = (
  device: string,
  holds: readonly { readonly code: string; readonly heldUntil: number }[],
): Change => ({
  key: bookingHolds.key(device),
  doc: holds.length > 0 ? { holds } : null,
});
