/**
 * A time that goes with something else, such as the goods that are fetched then. It is kept like any other while a person
 * makes up their mind; from then on it has no appointment of its own, and is given back with what it goes with.
 */
import type { Change, Docs, DomainEvent } from '../shared/law.ts';
import { dayOf, dayWith, type BookingCtx } from './common.ts';
import { heldTaking, holdGiven, touchesHold } from './hold.ts';
import { isOpenFor } from './occupancy.ts';
import { planOf } from './pack.ts';
import { isVisit, visitOf } from './visit.ts';
import { listWith, vacate, waitingKeys, wishesAt } from './waiting.ts';

interface Time {
  readonly place: string;
  readonly date: string;
  readonly code: string;
}
interface Moved {
  readonly changes: readonly Change[];
  readonly events: readonly DomainEvent[];
}

export const companion = {
  /** The keys behind a time, kept or taken. */
  touches: (time: Time, docs: Docs, { pack }: BookingCtx): readonly string[] => [
    ...touchesHold(time, docs),
    ...waitingKeys(time.place, pack),
  ],

  /** From kept to taken; undefined where it is kept no longer. Only a time that nobody can have by itself goes with something else. */
  take(docs: Docs, kept: Time & { readonly time: string }, ctx: BookingCtx): Moved | undefined {
    const mine = heldTaking(docs, kept, ctx);
    const visit = mine && visitOf(ctx.pack, mine);
    const goesAlong = visit && isVisit(visit) && visit.bookable.persons.length === 0;
    if (!mine || !goesAlong || mine.time !== kept.time) return undefined;
    // The rules may have changed while the person filled in: a typhoon closes the place.
    const plan = planOf(ctx.pack, kept.place, kept.date);
    if (!isOpenFor(plan, visit.services, mine.time, mine.minutes)) return undefined;
    const { heldUntil: _, renewals: __, device: ___, ...taking } = mine;
    const day = dayOf(docs, kept);
    const others = day.takings.filter((one) => one !== mine);
    return {
      changes: [dayWith(kept, day, [...others, taking], ctx.now), ...holdGiven(docs, mine, ctx)],
      events: [],
    };
  },

  /** What it went with is over: whoever waits for the time gets it, or it is free again. One that is gone is no mistake. */
  giveBack(docs: Docs, taken: Time, ctx: BookingCtx): Moved {
    const day = dayOf(docs, taken);
    const mine = day.takings.find(({ code }) => code === taken.code);
    if (!mine) return { changes: [], events: [] };
    const left = day.takings.filter((one) => one !== mine);
    const freed = vacate(taken, left, mine, wishesAt(docs, taken.place), ctx);
    return {
      changes: [
        dayWith(taken, day, freed.takings, ctx.now),
        ...(freed.events.length > 0 ? [listWith(taken.place, freed.wishes)] : []),
      ],
      events: freed.events,
    };
  },
};
