/**
 * A ledger: what came in and what went out, in the order in which it happened. There is no balance in it that somebody could
 * overwrite; what is left is reckoned from the entries each time. What comes in may end on a day; what ends first is spent
 * first. An entry is never changed or removed: a mistake is undone by another entry.
 */
import * as Type from 'typebox';
import type { Static } from 'typebox';
import { addDays } from './dates.ts';
import type { Eraser } from './erasure.ts';
import { documentKind, type Change, type Docs } from './law.ts';
import { PlainDate } from './text.ts';

export const Entry = Type.Object({
  id: Type.String(),
  on: PlainDate,
  /** What came in; below zero, what went out. Whole units: points, minutes. */
  amount: Type.Integer(),
  /** Why, as a code: `allowance`, `order`, `shift`. */
  why: Type.String(),
  /** What it belongs to, such as the id of an order. */
  of: Type.Optional(Type.String()),
  /** The last day on which it may be spent. */
  until: Type.Optional(PlainDate),
  /** The entry that counts no more because of this one. */
  undoes: Type.Optional(Type.String()),
});
export type Entry = Static<typeof Entry>;

/** By book (`points`, `hours`) and by the alias of whose it is. */
export const ledger = documentKind({
  at: 'ledger',
  schema: Type.Object({ entries: Type.Array(Entry) }),
  personal: ['entries'],
});

export const entriesOf = (docs: Docs, book: string, holder: string): readonly Entry[] =>
  ledger.find(docs, ledger.key(book, holder))?.entries ?? [];

/** The ledger with more in it. */
export const entered = (
  docs: Docs,
  book: string,
  holder: string,
  ...more: readonly Entry[]
): Change => ({
  key: ledger.key(book, holder),
  doc: { entries: [...entriesOf(docs, book, holder), ...more] },
});

/** Something that came in, and how much of it nobody has spent. */
export interface Left {
  readonly id: string;
  readonly amount: number;
  readonly until?: string;
}

/** What of each that came in was not spent, also of what has ended since. */
function leftOf(entries: readonly Entry[]): Left[] {
  const undone = new Set(entries.flatMap(({ undoes }) => undoes ?? []));
  let left: Left[] = [];
  for (const { id, on, amount, until, undoes } of entries) {
    if (undoes !== undefined || undone.has(id)) continue;
    if (amount >= 0) {
      left.push({ id, amount, ...(until && { until }) });
      continue;
    }
    let missing = -amount;
    const order = left.filter((one) => isGood(one, on)).sort(byEnd);
    const spent = new Map<string, number>();
    for (const one of order) {
      const some = Math.min(missing, one.amount);
      missing -= some;
      spent.set(one.id, some);
    }
    left = left.map((one) => ({ ...one, amount: one.amount - (spent.get(one.id) ?? 0) }));
  }
  return left;
}

const isGood = ({ until }: Left, day: string): boolean => until === undefined || until >= day;
const byEnd = (a: Left, b: Left): number =>
  (a.until ?? '9999') < (b.until ?? '9999') ? -1 : a.until === b.until ? 0 : 1;

/** What may be spent on that day. Never less than nothing. */
export const balanceOf = (entries: readonly Entry[], today: string): number =>
  leftOf(entries)
    .filter((one) => isGood(one, today))
    .reduce((sum, { amount }) => sum + amount, 0);

/** What ends within so many days if nobody spends it, the first to end first. */
export const endingOf = (
  entries: readonly Entry[],
  today: string,
  days: number,
): readonly { readonly amount: number; readonly until: string }[] =>
  leftOf(entries)
    .flatMap(({ amount, until }) => (until !== undefined && amount > 0 ? [{ amount, until }] : []))
    .filter(({ until }) => until >= today && until <= addDays(today, days))
    .sort(byUntil);

/** What has ended unspent. */
export const endedOf = (
  entries: readonly Entry[],
  today: string,
): readonly { readonly amount: number; readonly until: string }[] =>
  leftOf(entries)
    .flatMap(({ amount, until }) => (until !== undefined && amount > 0 ? [{ amount, until }] : []))
    .filter(({ until }) => until < today)
    .sort(byUntil);

const byUntil = (a: { readonly until: string }, b: { readonly until: string }): number =>
  a.until < b.until ? -1 : a.until > b.until ? 1 : 0;

const BOOKS = ['points', 'hours'] as const;
/** A ledger goes as a whole: nothing in it is anybody else's. */
export const eraser: Eraser<unknown> = {
  kinds: [ledger.at],
  touches: (_docs, alias) => BOOKS.map((book) => ledger.key(book, alias)),
  erase: (docs, alias) => ({
    open: 0,
    changes: BOOKS.map((book) => ledger.key(book, alias))
      .filter((key) => docs.has(key))
      .map((key) => ({ key, doc: null })),
  }),
};
