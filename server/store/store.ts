/**
 * Where the hall keeps its truth. A handful of statements, two siblings (`sqlite.ts`, `postgres.ts`), one suite that judges
 * both (tests/server/store-suite.ts). A store knows no law and no plain text: it keeps rows with versions.
 *
 * Nothing stays open while the law decides: documents are loaded with their versions, and one write puts everything in
 * place or nothing, if all that was looked at is still as it was. That is two trips to the database instead of four, and
 * no lock is held while JavaScript thinks.
 */
import type { FaultCode } from '../../src/gateway/contract.ts';
import type { Instant, Key, KeyRange } from '../../src/model/shared/law.ts';
import type { Chain } from './chain.ts';
import type { Entry } from './entry.ts';

/** A document as it lies in the store. */
export interface Row {
  /** Counts the writes to this key; it goes on counting after the document was removed. */
  readonly version: number;
  /** The fields that are nobody's secret, as JSON; null where the document was removed. */
  readonly open: string | null;
  readonly sealed: string | null;
}
export type Rows = ReadonlyMap<Key, Row>;

export interface Write {
  /** The version of every key that was looked at, 0 where there never was anything. */
  readonly seen: ReadonlyMap<Key, number>;
  readonly changes: readonly (Omit<Row, 'version'> & { readonly key: Key })[];
  readonly entry: Entry;
  /** The gesture this write answers, and what it was told. */
  readonly sent: { readonly key: string; readonly outcome: string };
}

export interface Store {
  /** The time that all processes of this store agree on. */
  now(): Instant;
  /** All of it as of one moment. Ranges go by code point. A key that never had a document has no row. */
  load(hall: string, wanted: readonly (Key | KeyRange)[]): Promise<Rows>;
  /** The outcome of an earlier write for this gesture. */
  outcome(hall: string, sentKey: string): Promise<string | undefined>;
  /**
   * Durable when it answers true. False where somebody else was quicker, be it at a document or with this very gesture:
   * nothing was written. An error says nothing about what was written; ask for the outcome.
   */
  write(hall: string, write: Write): Promise<boolean>;
  /** Entries after the one with this id ('' for all), oldest first. */
  entries(hall: string, after: string, limit: number): Promise<readonly Entry[]>;
  readonly chain: Chain;
  /** Documents with sealed fields after this key, in key order. */
  sealed(
    hall: string,
    after: Key,
    limit: number,
  ): Promise<readonly { readonly key: Key; readonly sealed: string }[]>;
  /** Puts another seal on the same fields; false where somebody has written the document since. */
  reseal(hall: string, key: Key, from: string, to: string): Promise<boolean>;
  /** Calls back with keys that were changed, by whomever. A hint: it may come twice, late, or get lost. */
  listen(hall: string, onChange: (keys: readonly Key[]) => void): () => void;
  /** Forgets the outcomes of gestures before this moment. */
  forgetOutcomes(hall: string, before: Instant): Promise<void>;
  /** Whether the store answers. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** What went wrong below, as a fault that a gateway can hand on. */
export class StoreFault extends Error {
  readonly code: FaultCode;
  constructor(code: FaultCode, cause: unknown) {
    super(code, { cause });
    this.code = code;
  }
}

/** What a write leaves at each key it looked at: the rows to put in place, and the versions that must not have moved. */
export interface Plan {
  readonly put: readonly (Row & { readonly key: Key })[];
  readonly keep: readonly (readonly [key: Key, version: number])[];
}

/**
 * Everything in key order, so that two writes never wait for each other in a circle. A key where nothing was found and
 * nothing is put gets an empty row: only a row can be fought over, and two commands that each saw the other's place empty
 * must not both go ahead.
 */
export function planOf({ seen, changes }: Pick<Write, 'seen' | 'changes'>): Plan {
  const put = new Map(
    changes.map((change) => [change.key, { ...change, version: (seen.get(change.key) ?? 0) + 1 }]),
  );
  const keep: (readonly [Key, number])[] = [];
  for (const [key, version] of seen) {
    if (put.has(key)) continue;
    if (version > 0) keep.push([key, version]);
    else put.set(key, { key, version: 1, open: null, sealed: null });
  }
  const byKey = (a: string, b: string): number => (a < b ? -1 : 1);
  return {
    put: [...put.values()].sort((a, b) => byKey(a.key, b.key)),
    keep: keep.sort(([a], [b]) => byKey(a, b)),
  };
}
