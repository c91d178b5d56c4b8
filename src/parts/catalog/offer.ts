/** What of a shop's goods is shown, and in which order. Worked out anew only when something of it has changed. */
import type { Locale } from '../../i18n/index.ts';
import type { Goods, Item, Shelf } from '../../model/catalog/queries.ts';
import { addDays } from '../../model/shared/days.ts';
import { searchOf, type Mark, type Search } from '../../model/shared/search.ts';

export type Filter = 'inStock' | 'free' | 'forPoints';
export type Sort = 'usual' | 'cheap' | 'soon';

/** What somebody asks for. */
export interface Wish {
  readonly query: string;
  /** Empty for all. */
  readonly category: string;
  readonly filters: readonly Filter[];
  readonly sort: Sort;
}

export interface Shelves {
  readonly today: string;
  readonly items: Readonly<Record<string, Shelf>>;
}

export interface Found {
  readonly items: readonly Item[];
  /** Nothing fits exactly; these are close. */
  readonly slip: boolean;
}

/** What keeps no longer than this is said to expire soon, days. */
const SOON = 14;
/** Sorts after every date. */
const NEVER = '9999';

export class Offer {
  #search:
    | { readonly items: readonly Item[]; readonly locale: Locale; readonly search: Search }
    | undefined;
  #found: { readonly about: readonly unknown[]; readonly found: Found } | undefined;
  #marksIn: (item: Item) => readonly Mark[] = () => [];
  #today = '';

  find(
    { categories, items }: Pick<Goods, 'categories' | 'items'>,
    shelves: Shelves | undefined,
    locale: Locale,
    wish: Wish,
  ): Found {
    const about = [items, shelves, locale, wish];
    if (this.#found?.about.every((one, i) => one === about[i])) return this.#found.found;
    this.#today = shelves?.today ?? '';
    const { items: matching, slip } = this.#matching(items, locale, wish.query);
    const shown = matching.filter((item) => fits(item, shelves?.items[item.id], wish));
    // What is searched for comes as well as it fits; who only looks goes from drawer to drawer.
    const drawers = new Map(categories.map(({ id }, i) => [id, i]));
    const usual = wish.query ? () => 0 : (item: Item) => drawers.get(item.category) ?? 0;
    const found = { items: sorted(shown, shelves, wish.sort, usual), slip };
    this.#found = { about, found };
    return found;
  }

  /** What was found last. */
  get shown(): readonly Item[] {
    return this.#found?.found.items ?? [];
  }

  /** What of its name fits what is searched for. */
  marksIn(item: Item): readonly Mark[] {
    return this.#marksIn(item);
  }

  isSoon(bestBefore: string): boolean {
    return this.#today !== '' && bestBefore <= addDays(this.#today, SOON);
  }

  #matching(items: readonly Item[], locale: Locale, query: string): Found {
    this.#marksIn = () => [];
    if (query.trim() === '') return { items, slip: false };
    if (this.#search?.items !== items || this.#search.locale !== locale)
      this.#search = {
        items,
        locale,
        search: searchOf(
          items.map(({ name, reading }) => ({
            name: name[locale],
            ...(locale === 'zh-CN' && reading !== undefined && { reading }),
          })),
        ),
      };
    const found = this.#search.search.find(query);
    const places = new Map(found.items.flatMap((at) => (items[at] ? [[items[at], at]] : [])));
    this.#marksIn = (item) =>
      found
        .marksIn(places.get(item) ?? -1)
        .toSorted((a, b) => a.from - b.from)
        .filter((mark, i, all) => i === 0 || mark.from >= (all[i - 1]?.to ?? 0));
    return { items: [...places.keys()], slip: found.slip };
  }
}

function fits(item: Item, shelf: Shelf | undefined, { category, filters }: Wish): boolean {
  return (
    (category === '' || item.category === category) &&
    (!filters.includes('inStock') || (shelf !== undefined && !shelf.withdrawn && shelf.free > 0)) &&
    (!filters.includes('free') || item.fen === 0) &&
    (!filters.includes('forPoints') || item.points !== undefined)
  );
}

/** What can be had stands before what can't, whatever the order. */
function sorted(
  items: readonly Item[],
  shelves: Shelves | undefined,
  sort: Sort,
  usual: (item: Item) => number,
): readonly Item[] {
  const isOut = ({ id }: Item): number => ((shelves?.items[id]?.free ?? 0) > 0 ? 0 : 1);
  const keeps = ({ id }: Item): string => shelves?.items[id]?.bestBefore ?? NEVER;
  const order: Readonly<Record<Sort, (a: Item, b: Item) => number>> = {
    usual: (a, b) => usual(a) - usual(b),
    cheap: (a, b) => a.fen - b.fen,
    soon: (a, b) => (keeps(a) < keeps(b) ? -1 : keeps(a) > keeps(b) ? 1 : 0),
  };
  return items.toSorted((a, b) => (shelves ? isOut(a) - isOut(b) : 0) || order[sort](a, b));
}
