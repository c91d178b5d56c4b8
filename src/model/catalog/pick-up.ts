/** A time to come for what was reserved. Who keeps times is another part's subject; the registry brings the two together. */
import type { Change, Command, Ctx, Docs, DomainEvent } from '../shared/law.ts';
import { order, type Order } from './documents.ts';
import type { CatalogPack } from './pack.ts';

export interface PickUpTime {
  readonly place: string;
  readonly date: string;
  /** What it was kept under; the day knows it by that. */
  readonly code: string;
}
interface Moved {
  readonly changes: readonly Change[];
  readonly events: readonly DomainEvent[];
}

/** Whoever keeps times. They change in the transaction of the order, or neither does. */
export interface PickUpTimes<Pack> {
  touches(time: PickUpTime, docs: Docs, ctx: Ctx<Pack>): readonly string[];
  /** From kept to taken; undefined where it is kept no longer. */
  take(docs: Docs, kept: PickUpTime & { readonly time: string }, ctx: Ctx<Pack>): Moved | undefined;
  giveBack(docs: Docs, taken: PickUpTime, ctx: Ctx<Pack>): Moved;
}

/** The time that an order has taken, where it has. */
export const timeOf = ({ place, slot }: Pick<Order, 'place' | 'slot'>): PickUpTime[] =>
  slot?.code === undefined ? [] : [{ place, date: slot.date, code: slot.code }];

/** A command that ends an order, made to give its time back with it. */
export const givingBack = <
  Name extends string,
  Input extends { readonly code: string },
  Result,
  Code extends string,
  Pack extends CatalogPack,
>(
  times: PickUpTimes<Pack>,
  ends: Command<Name, Input, Result, Code, CatalogPack>,
): Command<Name, Input, Result, Code, Pack> => ({
  ...ends,
  touches: (input, docs, ctx) => [
    ...ends.touches(input, docs, ctx),
    ...timeBehind(docs, input.code).flatMap((time) => times.touches(time, docs, ctx)),
  ],
  decide(docs, input, ctx) {
    const decision = ends.decide(docs, input, ctx);
    if (!decision.ok) return decision;
    const freed = timeBehind(docs, input.code).map((time) => times.giveBack(docs, time, ctx));
    return {
      ...decision,
      changes: [...decision.changes, ...freed.flatMap(({ changes }) => changes)],
      events: [...decision.events, ...freed.flatMap(({ events }) => events)],
    };
  },
});

function timeBehind(docs: Docs, code: string): PickUpTime[] {
  const doc = order.find(docs, order.key(code));
  return doc ? timeOf(doc) : [];
}
