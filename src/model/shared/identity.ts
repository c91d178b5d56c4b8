/** Numbers that say who a person is. Nothing here is kept; these only look. */
import { isDate } from './dates.ts';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECK = '10X98765432';

export interface ResidentId {
  readonly birth: string;
  readonly sex: 'male' | 'female';
}

export type IdMistake = 'length' | 'birth-date' | 'check-digit';

/**
 * Reads a resident identity number by GB 11643-1999: six digits of division, birth date, sequence (odd for men), and a
 * check digit by ISO 7064 MOD 11-2. Divisions are not looked up: a number keeps that of its issue, retired ones too.
 */
export function readResidentId(number: string): ResidentId | IdMistake {
  if (!/^\d{17}[\dX]$/.test(number)) return 'length';
  const birth = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  if (!isDate(birth)) return 'birth-date';
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(number[i]), 0);
  if (CHECK[sum % 11] !== number[17]) return 'check-digit';
  return { birth, sex: Number(number[16]) % 2 === 1 ? 'male' : 'female' };
}

/** What a number says its holder is. */
export type HolderKind =
  | 'resident'
  /** 港澳台居民居住证 */
  | 'residence-permit'
  /** 外国人永久居留身份证, of 2023 or before. */
  | 'foreign-permanent'
  /** 港澳居民来往内地通行证 */
  | 'hk-macao-pass'
  /** 台湾居民来往大陆通行证 */
  | 'taiwan-pass';

/**
 * Which document a number stands on, with every check there is for it. Eighteen characters close as a resident's do: those
 * of people from Hong Kong, Macao and Taiwan begin with 81, 82 and 83 and four zeros, those of foreign permanent residents
 * with 9 (since December 2023; before, three letters and twelve digits, whose check is not published). Passes have none:
 * H or M with eight digits, two more for a renewal, and eight digits for Taiwan.
 */
export function holderOf(number: string): HolderKind | IdMistake {
  if (/^[HM]\d{8}(\d\d)?$/.test(number)) return 'hk-macao-pass';
  if (/^\d{8}$/.test(number)) return 'taiwan-pass';
  if (/^[A-Z]{3}\d{12}$/.test(number)) return 'foreign-permanent';
  const read = readResidentId(number);
  if (typeof read === 'string') return read;
  if (/^8[123]0000/.test(number)) return 'residence-permit';
  return number.startsWith('9') ? 'foreign-permanent' : 'resident';
}

/** A number as it counts, however it was typed or read: no spaces, and a capital X. Its alias is the id of that citizen. */
export function normalId(number: string): string {
  return number.replace(/\s/g, '').toUpperCase();
}

/** A mainland mobile number. Segments come and go, so only the shape is judged. */
export function isMobile(number: string): boolean {
  return /^1[3-9]\d{9}$/.test(number);
}
