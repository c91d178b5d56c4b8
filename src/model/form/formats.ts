/** The formats that this house adds to those of JSON Schema: what a citizen's papers carry. */
import { isDate } from '../shared/dates.ts';
import { isMobile, readResidentId } from '../shared/identity.ts';
import { knowFormat } from './validator.ts';

/** Numbers that may stand for a person, by the name of who has them. */
export type IdentityKind = 'resident' | 'foreign-permanent' | 'hk-macao-taiwan-residence';

/**
 * Whose number it is. All of them have 18 characters and the check digit of GB 11643: mainland residents, foreigners with
 * permanent residence (ID card of 2023, numbers that begin with 9), and people from Hong Kong (810000), Macao (820000) and
 * Taiwan (830000) with a residence permit.
 */
export function identityKindOf(number: string): IdentityKind | undefined {
  if (typeof readResidentId(number) === 'string') return undefined;
  if (/^8[123]0000/.test(number)) return 'hk-macao-taiwan-residence';
  return number.startsWith('9') ? 'foreign-permanent' : 'resident';
}

const CREDIT_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/**
 * A unified social credit code (GB 32100-2015): 18 characters without I, O, S, V and Z, the last one a check by
 * 31 − Σ(value × 3^i mod 31) mod 31.
 */
export function isCreditCode(code: string): boolean {
  if (!/^[0-9A-HJ-NP-RTUW-Y]{2}\d{6}[0-9A-HJ-NP-RTUW-Y]{10}$/.test(code)) return false;
  let sum = 0;
  let weight = 1;
  for (const letter of code.slice(0, 17)) {
    sum += CREDIT_ALPHABET.indexOf(letter) * weight;
    weight = (weight * 3) % 31;
  }
  return CREDIT_ALPHABET[(31 - (sum % 31)) % 31] === code[17];
}

/** A day, or only its month or year where nobody knows more: `1958`, `1958-03`, `1958-03-07`. */
export function isPartialDate(text: string): boolean {
  const full = text + '0000-01-01'.slice(text.length);
  return /^\d{4}(?:-\d\d(?:-\d\d)?)?$/.test(text) && isDate(full);
}

/** A mainland mobile, or a landline with its area code: `13812345678`, `021-55550001`. */
export function isPhone(number: string): boolean {
  return isMobile(number) || /^0\d{2,3}-?\d{7,8}(?:-\d{1,6})?$/.test(number);
}

/** Every format of ours, with the test a text must pass. */
export const ownFormats: Readonly<Record<string, (text: string) => boolean>> = {
  'resident-id': (text) => identityKindOf(text) === 'resident',
  'identity-number': (text) => identityKindOf(text) !== undefined,
  'credit-code': isCreditCode,
  'partial-date': isPartialDate,
  mobile: isMobile,
  phone: isPhone,
  'local-time': (text) => /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(text),
};

for (const [name, test] of Object.entries(ownFormats)) knowFormat(name, test);
