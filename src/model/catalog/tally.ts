/** What a shop has done, day by day, for the month's report. Numbers only: nothing in it is about a person. */
import * as Type from 'typebox';
import type { Static } from 'typebox';
import { documentKind, type Change, type Docs } from '../shared/law.ts';

const Count = Type.Integer({ minimum: 0 });

export const Tally = Type.Object({
  /** Pieces that came in as donations, and money pledged, in fen. */
  received: Count,
  pledged: Count,
  /** Pieces given for points or for nothing. */
  given: Count,
  /** Pieces sold, and what for, in fen. */
  sold: Count,
  fen: Count,
  /** Pieces thrown away, and what a count found missing or over. */
  expired: Count,
  missing: Count,
  surplus: Count,
});
export type Tally = Static<typeof Tally>;

/** One shop, one month, by day of the month `11`. */
export const tally = documentKind({
  at: 'catalog/tally',
  schema: Type.Object({ days: Type.Record(Type.String({ pattern: '^\\d\\d$' }), Tally) }),
  personal: [],
});

const none: Tally = {
  received: 0,
  pledged: 0,
  given: 0,
  sold: 0,
  fen: 0,
  expired: 0,
  missing: 0,
  surplus: 0,
};

export const tallyKey = (place: string, date: string): string => tally.key(place, date.slice(0, 7));

export const daysOf = (docs: Docs, place: string, month: string): Readonly<Record<string, Tally>> =>
  tally.find(docs, tally.key(place, month))?.days ?? {};

/** Adds to a day. */
export function tallied(docs: Docs, place: string, date: string, more: Partial<Tally>): Change {
  const days = daysOf(docs, place, date.slice(0, 7));
  const day = date.slice(8);
  const sum = { ...none, ...days[day] };
  for (const [name, count] of Object.entries(more) as [keyof Tally, number][]) sum[name] += count;
  return { key: tallyKey(place, date), doc: { days: { ...days, [day]: sum } } };
}

export { none as nothingTallied };
