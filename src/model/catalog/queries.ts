/** What stands on the shelf: what it is, which hardly ever changes, and how many there are, which always does. */
import * as Type from 'typebox';
import { dateAt } from '../shared/dates.ts';
import { answer, query, refuse, type Answer } from '../shared/law.ts';
import type { Text } from '../shared/text.ts';
import { AtShop, everybody, type CatalogCtx } from './common.ts';
import { stock } from './documents.ts';
import { isShop } from './pack.ts';
import type { CatalogRules, Category, Good, Story } from './rules.ts';
import { freeOf, nextBestBefore, stockOf } from './stock.ts';

/** One kind of thing, as everybody may see it. */
export type Item = Omit<Good, 'stock'>;

export interface Goods {
  readonly categories: readonly Category[];
  readonly classes: CatalogRules['classes'];
  /** How large a basket may be, and how long it is kept. */
  readonly orders: CatalogRules['orders'];
  readonly items: readonly Item[];
}

/** The places that are charity supermarkets. */
export const shops = query({
  name: 'catalog.shops',
  input: Type.Object({}, { additionalProperties: false }),
  who: everybody,
  reads: (_input, _ctx: CatalogCtx) => [],
  answer: (
    _docs,
    _input,
    { pack }: CatalogCtx,
  ): Answer<{ readonly shops: readonly { readonly id: string; readonly name: Text }[] }, never> =>
    answer({
      shops: pack.places.flatMap(({ id, name }) => (isShop(pack, id) ? [{ id, name }] : [])),
    }),
});

/** All that a shop has, also what it is out of. */
export const goods = query({
  name: 'catalog.goods',
  input: AtShop,
  who: everybody,
  reads: (_input, _ctx: CatalogCtx) => [],
  answer(_docs, { place }, { pack }: CatalogCtx): Answer<Goods, 'catalog.unknown-shop'> {
    const { catalog, goods: all = [] } = pack;
    if (!catalog || !isShop(pack, place)) return refuse('catalog.unknown-shop', { at: '/place' });
    const { categories, classes, orders } = catalog;
    const items = all.map(({ stock: _, ...item }) => item);
    return answer({ categories, classes, orders, items });
  },
});

/** How many of an item are there now. */
export interface Shelf {
  /** Free, and not expired. */
  readonly free: number;
  /** The first day after which some of it is no longer sold. */
  readonly bestBefore?: string;
  readonly withdrawn?: true;
}

/** How many of everything a shop has, by item. Those that it never had are left out. */
export const shelf = query({
  name: 'catalog.shelf',
  input: AtShop,
  who: everybody,
  reads: ({ place }, _ctx: CatalogCtx) => [stock.range(place)],
  answer(
    docs,
    { place },
    { pack, now }: CatalogCtx,
  ): Answer<
    { readonly today: string; readonly items: Readonly<Record<string, Shelf>> },
    'catalog.unknown-shop'
  > {
    if (!isShop(pack, place)) return refuse('catalog.unknown-shop', { at: '/place' });
    const today = dateAt(now, pack.zone);
    const items: Record<string, Shelf> = {};
    for (const good of pack.goods ?? []) {
      const known = docs.has(stock.key(place, good.id));
      if (!known && !good.stock.some((one) => one.place === place)) continue;
      const there = stockOf(docs, place, good);
      const bestBefore = nextBestBefore(there, today);
      items[good.id] = {
        free: freeOf(there, today),
        ...(bestBefore && { bestBefore }),
        ...(there.withdrawnAt !== undefined && { withdrawn: true }),
      };
    }
    return answer({ today, items });
  },
});

/** Stories to read, the latest first. */
export const stories = query({
  name: 'catalog.stories',
  input: Type.Object({}, { additionalProperties: false }),
  who: everybody,
  reads: (_input, _ctx: CatalogCtx) => [],
  answer: (
    _docs,
    _input,
    { pack }: CatalogCtx,
  ): Answer<{ readonly stories: readonly Story[] }, never> =>
    answer({ stories: (pack.stories ?? []).toSorted((a, b) => (a.on < b.on ? 1 : -1)) }),
});
