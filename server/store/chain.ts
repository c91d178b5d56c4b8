/**
 * The rows of the audit chain. They lie beside the log and not in it: entries become visible out of order, so the chain has
 * numbers of its own and grows afterwards, see server/audit.
 */
import type { Instant } from '../../src/model/shared/law.ts';
import type { Entry } from './entry.ts';

export interface Link {
  /** Counts from 1 without a gap. */
  readonly seq: number;
  /** The id of an entry of the log. */
  readonly entry: string;
  readonly hash: string;
}

export interface Head {
  /** The last link that is signed for. */
  readonly seq: number;
  readonly at: Instant;
  readonly signature: string;
}

export interface Chain {
  last(hall: string): Promise<Link | undefined>;
  /** Entries with ids from `from` (included) up to `before` (excluded) that have no link yet, oldest first. */
  loose(hall: string, from: string, before: string, limit: number): Promise<readonly Entry[]>;
  /** All or nothing; false where somebody else has added a link of this number or for this entry. */
  add(hall: string, links: readonly Link[], head: Head): Promise<boolean>;
  /** Links after this one, in order, each with its entry as it lies in the log now. */
  walk(
    hall: string,
    after: number,
    limit: number,
  ): Promise<readonly (Link & { readonly found: Entry | undefined })[]>;
  heads(hall: string, after: number, limit: number): Promise<readonly Head[]>;
}
