/** What a clerk does with the shelf itself: new goods, a count, what has expired, taking something off and putting it back. */
import * as Type from 'typebox';
import { isDate } from '../shared/dates.ts';
import {
  accept,
  answer,
  command,
  query,
  refuse,
  type Answer,
  type Decision,
  type Docs,
} from '../shared/law.ts';
import { Id, PlainDate } from '../shared/text.ts';
import { AnyNumber, AtShop, todayOf, type CatalogCtx } from './common.ts';
import { stock, type Lot, type Stock } from './documents.ts';
import { goodOf, isShop } from './pack.ts';
import { MOST, type Good } from './rules.ts';
import { byBestBefore, isExpired, putBack, stockOf } from './stock.ts';
import { daysOf, nothingTallied, tallied, tally, tallyKey, type Tally } from './tally.ts';

export type DeskRefusal =
  | 'catalog.unknown-shop'
  | 'catalog.unknown-item'
  /** Facts: `most`. */
  | 'catalog.bad-count'
  | 'catalog.expired'
  | 'catalog.wrong-day'
  | 'stock.nothing-expired'
  | 'stock.off-already'
  | 'stock.on-already';

/** How an item stands, as a clerk sees it. */
export interface StockEntry {
  readonly item: string;
  /** Free pieces, by lot, what expires first first. */
  readonly lots: readonly Lot[];
  readonly free: number;
  readonly aside: number;
  /** Free pieces that have expired. */
  readonly expired: number;
  readonly withdrawn: boolean;
  readonly countedAt?: number;
}

const At = { place: Id, item: Id };
const staff = ['staff:counter'] as const;

function itemAt(
  docs: Docs,
  { place, item }: { readonly place: string; readonly item: string },
  { pack }: CatalogCtx,
):
  | { readonly good: Good; readonly before: Stock }
  | ReturnType<typeof refuse<'catalog.unknown-shop' | 'catalog.unknown-item'>> {
  if (!isShop(pack, place)) return refuse('catalog.unknown-shop', { at: '/place' });
  const good = goodOf(pack, item);
  if (!good) return refuse('catalog.unknown-item', { at: '/item' });
  return { good, before: stockOf(docs, place, good) };
}

/** New pieces that the shop has bought or was sent; what was given goes through `donation.shelve`. */
export const intake = command({
  name: 'stock.intake',
  input: Type.Object(
    { ...At, count: AnyNumber, bestBefore: Type.Optional(PlainDate) },
    { additionalProperties: false },
  ),
  who: staff,
  offline: 'refuse',
  touches: ({ place, item }, _docs, ctx: CatalogCtx) => [
    stock.key(place, item),
    tallyKey(place, todayOf(ctx)),
  ],
  decide(docs, input, ctx: CatalogCtx): Decision<StockEntry, DeskRefusal> {
    const found = itemAt(docs, input, ctx);
    if ('refusal' in found) return found;
    const { place, item, count, bestBefore } = input;
    if (!Number.isInteger(count) || count < 1 || count > MOST.count)
      return refuse('catalog.bad-count', { at: '/count', facts: { most: MOST.count } });
    const today = todayOf(ctx);
    if (bestBefore !== undefined && !isDate(bestBefore))
      return refuse('catalog.wrong-day', { at: '/bestBefore' });
    if (bestBefore !== undefined && bestBefore < today)
      return refuse('catalog.expired', { at: '/bestBefore' });
    const lot = { id: ctx.uuid(), count, ...(bestBefore && { bestBefore }) };
    const doc = { ...found.before, lots: putBack(found.before.lots, [lot]) };
    return accept(
      entryOf(item, doc, today),
      [{ key: stock.key(place, item), doc }, tallied(docs, place, today, { received: count })],
      [{ type: 'stock.came', data: { place, item, count } }],
    );
  },
});

/** Somebody has counted what lies on the shelf, without what is set aside. The difference is written down. */
export const count = command({
  name: 'stock.count',
  input: Type.Object({ ...At, count: AnyNumber }, { additionalProperties: false }),
  who: staff,
  offline: 'refuse',
  touches: ({ place, item }, _docs, ctx: CatalogCtx) => [
    stock.key(place, item),
    tallyKey(place, todayOf(ctx)),
  ],
  decide(
    docs,
    input,
    ctx: CatalogCtx,
  ): Decision<StockEntry & { readonly difference: number }, DeskRefusal> {
    const found = itemAt(docs, input, ctx);
    if ('refusal' in found) return found;
    const { place, item, count: there } = input;
    if (!Number.isInteger(there) || there < 0 || there > MOST.count)
      return refuse('catalog.bad-count', { at: '/count', facts: { most: MOST.count } });
    const { before } = found;
    const today = todayOf(ctx);
    const difference = there - sumOf(before.lots);
    const lots = difference < 0 ? without(before.lots, -difference) : withMore(before, difference);
    const doc: Stock = { ...before, lots, countedAt: ctx.now };
    const more = difference < 0 ? { missing: -difference } : { surplus: difference };
    return accept(
      { ...entryOf(item, doc, today), difference },
      [
        { key: stock.key(place, item), doc },
        ...(difference === 0 ? [] : [tallied(docs, place, today, more)]),
      ],
      [{ type: 'stock.counted', data: { place, item, count: there, difference } }],
    );
  },
});

/** Takes everything of an item off the shelf that has expired. */
export const clear = command({
  name: 'stock.clear-expired',
  input: Type.Object(At, { additionalProperties: false }),
  who: staff,
  offline: 'refuse',
  touches: ({ place, item }, _docs, ctx: CatalogCtx) => [
    stock.key(place, item),
    tallyKey(place, todayOf(ctx)),
  ],
  decide(docs, input, ctx: CatalogCtx): Decision<StockEntry, DeskRefusal> {
    const found = itemAt(docs, input, ctx);
    if ('refusal' in found) return found;
    const { place, item } = input;
    const today = todayOf(ctx);
    const lots = found.before.lots.filter((lot) => !isExpired(lot, today));
    const expired = sumOf(found.before.lots) - sumOf(lots);
    if (expired === 0) return refuse('stock.nothing-expired', { at: '/item' });
    const doc = { ...found.before, lots };
    return accept(
      entryOf(item, doc, today),
      [{ key: stock.key(place, item), doc }, tallied(docs, place, today, { expired })],
      [{ type: 'stock.expired', data: { place, item, count: expired } }],
    );
  },
});

/** Nobody can have it from now on, such as after a recall; what is set aside stays so until a clerk decides. */
export const withdraw = command({
  name: 'stock.withdraw',
  input: Type.Object(At, { additionalProperties: false }),
  who: staff,
  offline: 'refuse',
  touches: ({ place, item }) => [stock.key(place, item)],
  decide(docs, input, ctx: CatalogCtx): Decision<StockEntry, DeskRefusal> {
    const found = itemAt(docs, input, ctx);
    if ('refusal' in found) return found;
    const { place, item } = input;
    if (found.before.withdrawnAt !== undefined) return refuse('stock.off-already', { at: '/item' });
    const doc: Stock = { ...found.before, withdrawnAt: ctx.now };
    return accept(
      entryOf(item, doc, todayOf(ctx)),
      [{ key: stock.key(place, item), doc }],
      [{ type: 'stock.withdrawn', data: { place, item } }],
    );
  },
});

/** Puts a withdrawn item back on the shelf. */
export const restore = command({
  name: 'stock.restore',
  input: Type.Object(At, { additionalProperties: false }),
  who: staff,
  offline: 'refuse',
  touches: ({ place, item }) => [stock.key(place, item)],
  decide(docs, input, ctx: CatalogCtx): Decision<StockEntry, DeskRefusal> {
    const found = itemAt(docs, input, ctx);
    if ('refusal' in found) return found;
    const { place, item } = input;
    const { withdrawnAt, ...doc } = found.before;
    if (withdrawnAt === undefined) return refuse('stock.on-already', { at: '/item' });
    return accept(
      entryOf(item, doc, todayOf(ctx)),
      [{ key: stock.key(place, item), doc }],
      [{ type: 'stock.restored', data: { place, item } }],
    );
  },
});

/** The whole stock of a shop, and what of it expires first. */
export const list = query({
  name: 'stock.list',
  input: AtShop,
  who: staff,
  reads: ({ place }, _ctx: CatalogCtx) => [stock.range(place)],
  answer(
    docs,
    { place },
    ctx: CatalogCtx,
  ): Answer<
    { readonly today: string; readonly items: readonly StockEntry[] },
    'catalog.unknown-shop'
  > {
    if (!isShop(ctx.pack, place)) return refuse('catalog.unknown-shop', { at: '/place' });
    const today = todayOf(ctx);
    const items = (ctx.pack.goods ?? [])
      .filter(
        ({ id, stock: opening }) =>
          docs.has(stock.key(place, id)) || opening.some((one) => one.place === place),
      )
      .map((good) => entryOf(good.id, stockOf(docs, place, good), today));
    return answer({ today, items });
  },
});

/** A month of a shop. Hours of volunteers stand in `activity.report`. */
export interface Report {
  readonly days: readonly ({ readonly date: string } & Tally)[];
  readonly sum: Tally;
}

export const report = query({
  name: 'stock.report',
  input: Type.Object(
    { place: Id, month: Type.String({ pattern: '^20\\d\\d-(0[1-9]|1[0-2])$' }) },
    { additionalProperties: false },
  ),
  who: ['staff:counter', 'staff:admin'],
  reads: ({ place, month }, _ctx: CatalogCtx) => [tally.key(place, month)],
  answer(docs, { place, month }, _ctx: CatalogCtx): Answer<Report, never> {
    const days = Object.entries(daysOf(docs, place, month))
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([day, sums]) => ({ date: `${month}-${day}`, ...sums }));
    const sum = { ...nothingTallied };
    for (const { date: _, ...sums } of days)
      for (const [name, many] of Object.entries(sums) as [keyof Tally, number][]) sum[name] += many;
    return answer({ days, sum });
  },
});

const sumOf = (lots: readonly Lot[]): number => lots.reduce((sum, { count: n }) => sum + n, 0);

function entryOf(item: string, there: Stock, today: string): StockEntry {
  const lots = there.lots.toSorted(byBestBefore);
  const expired = sumOf(lots.filter((lot) => isExpired(lot, today)));
  return {
    item,
    lots,
    free: sumOf(lots) - expired,
    aside: there.aside,
    expired,
    withdrawn: there.withdrawnAt !== undefined,
    ...(there.countedAt !== undefined && { countedAt: there.countedAt }),
  };
}

/** What is missing is taken to be of what expires first: that is where hands reach. */
function without(lots: readonly Lot[], many: number): Lot[] {
  let missing = many;
  return lots.toSorted(byBestBefore).flatMap((lot) => {
    const some = Math.min(missing, lot.count);
    missing -= some;
    return lot.count > some ? [{ ...lot, count: lot.count - some }] : [];
  });
}

/** What is too many keeps as long as what was there keeps shortest, so that nothing is sold that may have expired. */
function withMore({ lots }: Stock, many: number): Lot[] {
  if (many === 0) return [...lots];
  const [first] = lots.toSorted(byBestBefore);
  return putBack(lots, [{ ...(first ?? { id: 'counted' }), count: many }]);
}
