/** What somebody has chosen: how many of each kind of goods, by id, in the order of choosing. Kept in memory only. */
export type Basket = ReadonlyMap<string, number>;

export const piecesIn = (basket: Basket): number =>
  [...basket.values()].reduce((sum, count) => sum + count, 0);

/** With so many of it; none takes it out. */
export function withCount(basket: Basket, item: string, count: number): Basket {
  const changed = new Map(basket);
  if (count > 0) changed.set(item, count);
  else changed.delete(item);
  return changed;
}
