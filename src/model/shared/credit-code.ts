/** The number of an organisation (统一社会信用代码) by GB 32100-2015: 18 of 31 signs, without I, O, S, V and Z. */

export const creditCodeSigns = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const BASE = 31;

export type CreditCodeMistake = 'length' | 'sign' | 'check-sign';

/**
 * What is wrong with a credit code; undefined where nothing is. The last sign closes a sum weighted by the powers of three
 * (GB 32100-2015, annex A), so one wrong sign is always found, and nearly every swap of two.
 */
export function mistakeInCreditCode(code: string): CreditCodeMistake | undefined {
  if (code.length !== 18) return 'length';
  const values = [...code].map((sign) => creditCodeSigns.indexOf(sign));
  if (values.includes(-1)) return 'sign';
  let weight = 1;
  let sum = 0;
  for (const value of values.slice(0, -1)) {
    sum += value * weight;
    weight = (weight * 3) % BASE;
  }
  return (BASE - (sum % BASE)) % BASE === values.at(-1) ? undefined : 'check-sign';
}
