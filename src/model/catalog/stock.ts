/** How many there are, and how long they keep. */
import type { Docs } from '../shared/law.ts';
import { stock, type Lot, type Stock } from './documents.ts';
import type { Good } from './rules.ts';

/** An item at a shop: its document, or the pack's opening stock while nothing has happened to it. */
export function stockOf(docs: Docs, place: string, good: Good): Stock {
  const found = stock.find(docs, stock.key(place, good.id));
  if (found) return found;
  const lots = good.stock
    .filter((one) => one.place === place)
    .map(({ count, bestBefore }, i) => ({
      id: `opening-${i + 1}`,
      count,
      ...(bestBefore && { bestBefore }),
    }));
  return { lots, aside: 0 };
}

/** What is best before a day may be had on that day itself, and not after it. */
export const isExpired = ({ bestBefore }: Lot, today: string): boolean =>
  bestBefore !== undefined && bestBefore < today;

/** Free pieces that have not expired on that day. */
export const freeOf = ({ lots, withdrawnAt }: Stock, today: string): number =>
  withdrawnAt === undefined
    ? lots.reduce((sum, lot) => sum + (isExpired(lot, today) ? 0 : lot.count), 0)
    : 0;

/** The first day after which something of it has expired. */
export const nextBestBefore = ({ lots }: Stock, today: string): string | undefined =>
  lots
    .filter((lot) => lot.count > 0 && lot.bestBefore !== undefined && !isExpired(lot, today))
    .map(({ bestBefore = '' }) => bestBefore)
    .toSorted()[0];

/** What expires first goes first; what never does goes last. */
export const byBestBefore = (a: Lot, b: Lot): number =>
  (a.bestBefore ?? '9999') < (b.bestBefore ?? '9999') ? -1 : a.bestBefore === b.bestBefore ? 0 : 1;

/** Takes so many out of the lots that keep until that day. Undefined where there are not enough. */
export function takeFrom(
  before: Stock,
  count: number,
  until: string,
): { readonly taken: readonly Lot[]; readonly left: readonly Lot[] } | undefined {
  if (freeOf(before, until) < count) return undefined;
  let missing = count;
  const taken: Lot[] = [];
  const left: Lot[] = [];
  for (const lot of before.lots.toSorted(byBestBefore)) {
    const some = isExpired(lot, until) ? 0 : Math.min(missing, lot.count);
    missing -= some;
    if (some > 0) taken.push({ ...lot, count: some });
    if (lot.count > some) left.push({ ...lot, count: lot.count - some });
  }
  return { taken, left };
}

/** Puts lots back where they came from. */
export function putBack(lots: readonly Lot[], back: readonly Lot[]): Lot[] {
  const all = new Map(lots.map((lot) => [lot.id, lot]));
  for (const lot of back) {
    const there = all.get(lot.id);
    all.set(lot.id, { ...lot, count: lot.count + (there?.count ?? 0) });
  }
  return [...all.values()];
}
