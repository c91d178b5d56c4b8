/** What time alone calls for: what nobody fetched goes back on the shelf, and what is over long enough is forgotten. */
import * as Type from 'typebox';
import { addDays } from '../shared/dates.ts';
import {
  accept,
  answer,
  command,
  query,
  refuse,
  type Answer,
  type Decision,
  type Due,
  type KeyRange,
} from '../shared/law.ts';
import { Id, PlainDate } from '../shared/text.ts';
import { ReceiptCode, shopperOf, shopperWith, todayOf, type CatalogCtx } from './common.ts';
import { closedOrder, order, shopper, waitingOrder } from './documents.ts';

const shopsOf = ({ pack }: CatalogCtx): readonly string[] => pack.catalog?.shops ?? [];
/** From the beginning of time up to a day, without it. */
const before = (
  kind: typeof waitingOrder | typeof closedOrder,
  shop: string,
  day: string,
): KeyRange => ({
  from: kind.key(shop, ''),
  to: kind.key(shop, day),
});

/** Reservations whose last day is over. */
export const due = query({
  name: 'catalog.due',
  input: Type.Object({}, { additionalProperties: false }),
  who: ['house'],
  reads: (_input, ctx: CatalogCtx) =>
    shopsOf(ctx).map((shop) => before(waitingOrder, shop, todayOf(ctx))),
  answer: (docs, _input, _ctx: CatalogCtx): Answer<readonly Due[], never> =>
    answer(
      [...docs.keys()].map((key) => ({
        command: 'catalog.lapse',
        input: { code: key.split('/').at(-1) },
      })),
    ),
});

/** What has been over for long enough that nobody need remember it. */
export const dueToForget = query({
  name: 'catalog.due-to-forget',
  input: Type.Object({}, { additionalProperties: false }),
  who: ['house'],
  reads: (_input, ctx: CatalogCtx) =>
    shopsOf(ctx).map((shop) => before(closedOrder, shop, lastKept(ctx))),
  answer: (docs, _input, _ctx: CatalogCtx): Answer<readonly Due[], never> =>
    answer(
      [...docs.keys()].map((key) => {
        const [place, until, code] = key.slice(closedOrder.key('').length).split('/');
        return { command: 'catalog.forget', input: { place, until, code } };
      }),
    ),
});

/** Removes a reservation that is over, with the line in its person's list. */
export const forget = command({
  name: 'catalog.forget',
  input: Type.Object(
    { place: Id, until: PlainDate, code: ReceiptCode },
    { additionalProperties: false },
  ),
  who: ['house'],
  offline: 'refuse',
  touches({ place, until, code }, docs) {
    const doc = order.find(docs, order.key(code));
    return [
      closedOrder.key(place, until, code),
      order.key(code),
      ...(doc ? [shopper.key(doc.holder.alias)] : []),
    ];
  },
  decide(docs, { place, until, code }, ctx: CatalogCtx): Decision<null, 'catalog.nothing-due'> {
    const key = closedOrder.key(place, until, code);
    if (!docs.has(key) || until >= lastKept(ctx)) return refuse('catalog.nothing-due');
    const doc = order.find(docs, order.key(code));
    // A code is used again; then it is somebody else's.
    const isIts = doc && doc.place === place && doc.until === until && doc.status !== 'reserved';
    if (!isIts) return accept(null, [{ key, doc: null }]);
    const { alias } = doc.holder;
    const lines = shopperOf(docs, alias).lines.filter((line) => line.code !== code);
    const isListed = docs.has(shopper.key(alias));
    return accept(null, [
      { key, doc: null },
      { key: order.key(code), doc: null },
      ...(isListed ? [shopperWith(alias, lines)] : []),
    ]);
  },
});

/** What ended before this day is forgotten. */
const lastKept = (ctx: CatalogCtx): string =>
  addDays(todayOf(ctx), -(ctx.pack.catalog?.orders.keepDays ?? 0));
