/** The slice of a pack that the catalog goes by, and what of it is worked out once. */
import type { Place } from '../shared/place.ts';
import type { CatalogRules, Good, Story } from './rules.ts';

export interface CatalogPack {
  readonly zone: string;
  readonly places: readonly Place[];
  readonly catalog?: CatalogRules;
  readonly goods?: readonly Good[];
  readonly stories?: readonly Story[];
}

// Nothing here depends on anything but the pack, so remembering it changes no answer.
const known = new WeakMap<CatalogPack, ReadonlyMap<string, Good>>();

export function goodOf(pack: CatalogPack, item: string): Good | undefined {
  let goods = known.get(pack);
  if (!goods) known.set(pack, (goods = new Map(pack.goods?.map((one) => [one.id, one]))));
  return goods.get(item);
}

export const isShop = ({ catalog }: CatalogPack, place: string): boolean =>
  catalog?.shops.includes(place) ?? false;
