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

/** What sort of areas these are: their codes have 6, 9 or 12 digits. */
export function levelOf([first]: readonly Area[]): Level | undefined {
  return first && levels[first.code.length / 3 - 2];
}

/** 杨浦区 四平路街道 … 四平路1239号, as it is written on an envelope. */
export function addressLine(address: Address, areas: readonly Area[]): string {
  const names: string[] = [];
  const codes = levels.map((level) => address[level]);
  let inside = areas;
  for (;;) {
    const area = inside.find(({ code }) => codes.includes(code));
    if (!area) break;
    names.push(area.name);
    inside = area.areas ?? [];
  }
  return [...names, address.road].filter(Boolean).join(' ');
}
