/** Every no that the catalog knows. Each has a sentence in the part's strings, with what to do next. */
import type { Refusal } from '../shared/law.ts';

export type OrderRefusal =
  | 'catalog.unknown-shop'
  /** The shop has never had it, or the pack no longer does. */
  | 'catalog.unknown-item'
  /** No whole number from one up, or more than anybody means. Facts: `most`. */
  | 'catalog.bad-count'
  | 'catalog.basket-empty'
  /** Facts: `most` different things. */
  | 'catalog.basket-full'
  /** A clerk has taken it off the shelf meanwhile. */
  | 'catalog.withdrawn'
  /** What is left of it is past its best-before date, or will be on the day it is wanted for. */
  | 'catalog.expired'
  /** Facts: `free`. */
  | 'catalog.not-enough'
  /** Facts: `most` a person, `left` for this one, and `days` where they count over days. */
  | 'catalog.person-limit'
  /** Facts: `most` reservations that wait to be fetched. */
  | 'catalog.too-many-open'
  /** Outside of the days on which it can be fetched. Facts: `from` and `until`, plain dates. */
  | 'catalog.wrong-day'
  /** The time to come is kept no longer, or the shop is closed then. */
  | 'catalog.time-gone'
  | 'phone.invalid'
  | PointsRefusal;

export type PointsRefusal =
  | 'catalog.not-for-points'
  /** Points are a person's own: a card has to be read first. */
  | 'points.needs-card'
  /** Facts: `has` and `needs`. */
  | 'points.too-few'
  | 'person.id-length'
  | 'person.id-birth-date'
  | 'person.id-check-digit';

export type CloseRefusal =
  | 'catalog.not-found'
  | 'catalog.handed-out-already'
  | 'catalog.cancelled-already'
  /** Not fetched in time: it is back on the shelf. */
  | 'catalog.lapsed'
  /** What was paid is not what it costs. Facts: `fen`. */
  | 'payment.wrong-amount';

export type CatalogRefusal = OrderRefusal | CloseRefusal;
export interface Refused<Code extends string = CatalogRefusal> {
  readonly ok: false;
  readonly refusal: Refusal<Code>;
}
