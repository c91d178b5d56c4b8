/** Money is a whole number of fen (分), a hundredth of a yuan: sums are exact then, and nobody argues about a cent. */

/** Fen of an amount as people type it in yuan, `1234.5` → 123450; undefined where it is no amount, or finer than a fen. */
export function fenOf(yuan: string): number | undefined {
  const [, whole, rest = ''] = /^(\d{1,11})(?:\.(\d{0,2}))?$/.exec(yuan) ?? [];
  return whole === undefined ? undefined : Number(whole) * 100 + Number(rest.padEnd(2, '0'));
}

/** An amount as people type it: 123450 → `1234.50`, 123400 → `1234`. Whole fen, not less than nothing. */
export function yuanOf(fen: number): string {
  const rest = fen % 100;
  return `${Math.floor(fen / 100)}${rest ? `.${String(rest).padStart(2, '0')}` : ''}`;
}
