/** What an address is, and how it is written on an envelope. */

/** An area and what lies in it: a district, its subdistricts, their committees. */
export interface Area {
  /** By GB/T 10114: 6, 9 or 12 digits. */
  readonly code: string;
  readonly name: string;
  readonly areas?: readonly Area[];
}

/** Codes of the areas, from the largest down, then the road and the house. */
export interface Address {
  readonly district?: string;
  readonly subdistrict?: string;
  readonly committee?: string;
  readonly road?: string;
}

/** From the large to the small. */
export const levels = ['district', 'subdistrict', 'committee'] as const;
export type Level = (typeof levels)[number];

/** 杨浦区 四平路街道 … 四平路1239号, as it is written on an envelope. */
export function addressLine(address: Address, areas: readonly Area[]): string {
  const names: string[] = [];
  let inside = areas;
  for (const level of levels) {
    const area = inside.find(({ code }) => code === address[level]);
    if (!area) break;
    names.push(area.name);
    inside = area.areas ?? [];
  }
  return [...names, address.road].filter(Boolean).join(' ');
}
