/** What may be typed into a field of each kind, and how it is shown. Pure text, no DOM. */
import { maskIdNumber, maskPhone } from '../model/shared/masking.ts';

export type FieldKind =
  | 'text'
  | 'password'
  | 'digits'
  /** Digits with a point and a sign: -12.5 */
  | 'number'
  /** Yuan with two decimals at most. */
  | 'money'
  /** Digits of a year, a month and a day. */
  | 'date'
  /** Digits of an hour and a minute. */
  | 'time'
  | 'id-number'
  /** Any document a person may have: letters and digits. */
  | 'document-number'
  | 'credit-code'
  | 'phone'
  | 'receipt-code';

/** Which keys come on a terminal's screen. */
export type KeypadLayout = 'digits' | 'decimal' | 'id-number' | 'letters' | 'credit-code';

interface Habit {
  /** Characters that stay. */
  readonly keep?: RegExp;
  /** What of those makes sense together. */
  readonly trim?: RegExp;
  readonly length?: number;
  /** Sizes of the groups it is read in, and what parts them. */
  readonly groups?: readonly number[];
  readonly gap?: string;
  readonly mask?: (value: string) => string;
  readonly keys?: KeypadLayout;
}

const habits: Readonly<Record<FieldKind, Habit>> = {
  text: {},
  password: {},
  digits: { keep: /\d/g, keys: 'digits' },
  number: { keep: /[-\d.]/g, trim: /^-?\d*\.?\d*/, keys: 'decimal' },
  money: { keep: /[\d.]/g, trim: /^\d{0,11}(?:(?<=\d)\.\d{0,2})?/, keys: 'decimal' },
  date: { keep: /\d/g, length: 8, groups: [4, 2, 2], gap: '-', keys: 'digits' },
  time: { keep: /\d/g, length: 4, groups: [2, 2], gap: ':', keys: 'digits' },
  'id-number': {
    keep: /[\dX]/g,
    length: 18,
    groups: [6, 8, 4],
    mask: maskIdNumber,
    keys: 'id-number',
  },
  'document-number': { keep: /[\dA-Z]/g, length: 18, mask: maskIdNumber, keys: 'letters' },
  'credit-code': {
    keep: /[\dA-HJ-NPQRTUWXY]/g,
    length: 18,
    groups: [2, 6, 9, 1],
    keys: 'credit-code',
  },
  phone: { keep: /\d/g, length: 11, groups: [3, 4, 4], mask: maskPhone, keys: 'digits' },
  'receipt-code': { keep: /\d/g, length: 10, groups: [5, 5], keys: 'digits' },
};

const habitOf = (kind: FieldKind): Habit => habits[kind];
const dots = (value: string): string => '*'.repeat(value.length);

/** What stays of a typed or pasted text: `310110-19580101 123x` is `31011019580101123X`. */
export function clean(kind: FieldKind, typed: string, maxlength = Infinity): string {
  const { keep, trim, length = Infinity } = habitOf(kind);
  // A Chinese keyboard types full-width digits.
  const kept = keep ? (typed.normalize('NFKC').toUpperCase().match(keep) ?? []).join('') : typed;
  return (trim?.exec(kept)?.[0] ?? kept).slice(0, Math.min(length, maxlength));
}

/** As people read it out: `310110 19580101 123X`. */
export function grouped(kind: FieldKind, value: string): string {
  const { groups = [], gap = ' ' } = habitOf(kind);
  let at = 0;
  const parts: string[] = [];
  for (const size of groups) {
    if (at >= value.length) break;
    parts.push(value.slice(at, (at += size)));
  }
  parts.push(value.slice(at));
  return parts.filter(Boolean).join(gap);
}

/** What others in the room may see of it. */
export function masked(kind: FieldKind, value: string): string {
  return value && (habitOf(kind).mask ?? dots)(value);
}

/** Where the caret stands in the grouped text, `count` characters of the value before it. */
export function caretAfter(kind: FieldKind, count: number): number {
  let groups = 0;
  let end = 0;
  for (const size of habitOf(kind).groups?.slice(0, -1) ?? []) if (count > (end += size)) groups++;
  return count + groups;
}

/** How many characters of the value stand before a place in the shown text. */
export function countBefore(kind: FieldKind, shown: string, caret: number | null): number {
  return clean(kind, shown.slice(0, caret ?? undefined)).length;
}

/** A value after a stroke, and how many of its characters stand before the caret. */
export interface Written {
  readonly value: string;
  readonly count: number;
}

/** What a stroke in the shown text has made of `before`. */
export function typed(
  kind: FieldKind,
  before: string,
  stroke: { readonly shown: string; readonly caret: number | null; readonly backwards: boolean },
  maxlength = Infinity,
): Written {
  const value = clean(kind, stroke.shown, maxlength);
  const count = Math.min(countBefore(kind, stroke.shown, stroke.caret), value.length);
  if (!stroke.backwards || value !== before || count === 0) return { value, count };
  // Backspace took away only the gap between two groups: it means the character before the gap.
  return { value: value.slice(0, count - 1) + value.slice(count), count: count - 1 };
}

/** `value` with `text` in the place of its characters from `start` to `end`. */
export function replaced(
  kind: FieldKind,
  value: string,
  [start, end]: readonly [start: number, end: number],
  text: string,
  maxlength = Infinity,
): Written {
  const head = clean(kind, value.slice(0, start) + text, maxlength);
  return { value: clean(kind, head + value.slice(end), maxlength), count: head.length };
}

/** The keys it is written with on a terminal; none for words, which nobody types with a finger on a wall. */
export function keysOf(kind: FieldKind): KeypadLayout | undefined {
  return habitOf(kind).keys;
}
