/**
 * Chains what was logged, afterwards and in batches: a chain inside the transaction would make the whole hall wait in one
 * line. Two processes may try at once; the numbers of the links are taken once, and whoever comes second has done nothing.
 */
import { sign } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Instant } from '../../src/model/shared/law.ts';
import type { Link } from '../store/chain.ts';
import { firstIdAt, timeOfId } from '../store/entry.ts';
import type { Store } from '../store/store.ts';
import type { AuditKey } from './key.ts';
import { BEGINNING, headText, linkTo } from './link.ts';

/** An entry this old, in milliseconds, is visible to everybody, whatever the clocks of the processes say. */
export const SETTLED = 30_000;
/** One that turns up later than this behind the end of the chain was not written by a hall. */
export const LATE = 10 * 60_000;
const BATCH = 500;
const EVERY = 60_000;

/** Chains all that has settled; answers the last link, if any was added. */
export async function chainLog(
  hall: string,
  store: Store,
  key: AuditKey,
  now: Instant,
): Promise<Link | undefined> {
  let added: Link | undefined;
  for (;;) {
    const last = await store.chain.last(hall);
    const from = last ? firstIdAt(timeOfId(last.entry) - LATE) : firstIdAt(0);
    const entries = await store.chain.loose(hall, from, firstIdAt(now - SETTLED), BATCH);
    if (entries.length === 0) return added;
    let end: Pick<Link, 'seq' | 'hash'> = last ?? BEGINNING;
    const links = entries.map((entry) => (end = linkTo(hall, end, entry)) as Link);
    const signature = sign(null, headText(hall, end, now), key.secret).toString('base64');
    const isAdded = await store.chain.add(hall, links, { seq: end.seq, at: now, signature });
    if (!isAdded) return added; // another process is at it
    added = links.at(-1);
  }
}

/** Goes on chaining until the returned function is called; that chains nothing more and waits for what is under way. */
export function keepChaining(
  hall: string,
  store: Store,
  key: AuditKey,
  {
    onHead,
    onError,
  }: {
    onHead(head: Link): void;
    onError(error: unknown): void;
  },
): () => Promise<void> {
  const leaving = new AbortController();
  const going = (async () => {
    while (!leaving.signal.aborted) {
      try {
        const head = await chainLog(hall, store, key, store.now());
        if (head) onHead(head);
      } catch (error) {
        onError(error); // the store is away; the next round comes
      }
      // Not all processes at the same moment.
      const wait = EVERY * (0.5 + Math.random());
      await pause(wait, undefined, { signal: leaving.signal, ref: false }).catch(() => undefined);
    }
  })();
  return () => {
    leaving.abort();
    return going;
  };
}
