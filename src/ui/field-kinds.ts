/** What may be typed into a field of each kind, and how it is shown. Pure text, no DOM. */
import { maskIdNumber, maskPhone } from '../model/shared/masking.ts';

export type FieldKind = 'text' | 'password' | 'digits' | 'id-number' | 'phone' | 'receipt-code';

interface Habit {
  /** Characters that stay. */
  readonly keep: RegExp | undefined;
  readonly length: number;
  /** Sizes of the groups it is read in. */
  readonly groups: readonly number[];
  readonly mask: (value: string) => string;
}

const dots = (value: string): string => '*'.repeat(value.length);

const habits: Readonly<Record<FieldKind, Habit>> = {
  text: { keep: undefined, length: Infinity, groups: [], mask: dots },
  password: { keep: undefined, length: Infinity, groups: [], mask: dots },
  digits: { keep: /\d/g, length: Infinity, groups: [], mask: dots },
  'id-number': { keep: /[\dX]/g, length: 18, groups: [6, 8, 4], mask: maskIdNumber },
  phone: { keep: /\d/g, length: 11, groups: [3, 4, 4], mask: maskPhone },
  'receipt-code': { keep: /\d/g, length: 10, groups: [5, 5], mask: dots },
};

/** What stays of a typed or pasted text: `310110-19580101 123x` is `31011019580101123X`. */
export function clean(kind: FieldKind, typed: string, maxlength = Infinity): string {
  const { keep, length } = habits[kind];
  // A Chinese keyboard types full-width digits.
  const kept = keep ? (typed.normalize('NFKC').toUpperCase().match(keep) ?? []).join('') : typed;
  return kept.slice(0, Math.min(length, maxlength));
}

/** As people read it out: `310110 19580101 123X`. */
export function grouped(kind: FieldKind, value: string): string {
  let at = 0;
  const parts: string[] = [];
  for (const size of habits[kind].groups) {
    if (at >= value.length) break;
    parts.push(value.slice(at, (at += size)));
  }
  parts.push(value.slice(at));
  return parts.filter(Boolean).join(' ');
}

/** What others in the room may see of it. */
export function masked(kind: FieldKind, value: string): string {
  return value && habits[kind].mask(value);
}

/** Where the caret stands in the grouped text, `count` characters of the value before it. */
export function caretAfter(kind: FieldKind, count: number): number {
  let groups = 0;
  let end = 0;
  for (const size of habits[kind].groups.slice(0, -1)) if (count > (end += size)) groups++;
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

/** Whether its keys are a keypad of digits. */
export function isNumeric(kind: FieldKind): boolean {
  return kind !== 'text' && kind !== 'password';
}
