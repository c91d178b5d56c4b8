/** How entries of the log hang together: each hash covers the entry, its number and the hash before. */
import { createHash } from 'node:crypto';
import type { Link } from '../store/chain.ts';
import type { Entry } from '../store/entry.ts';

/** What the first link hangs on. */
export const BEGINNING: Pick<Link, 'seq' | 'hash'> = { seq: 0, hash: '' };

export function linkTo(
  hall: string,
  before: Pick<Link, 'seq' | 'hash'>,
  { id, at, actor, command, keys, events }: Entry,
): Link {
  const seq = before.seq + 1;
  const text = JSON.stringify([before.hash, hall, seq, id, at, actor, command, keys, events]);
  return { seq, entry: id, hash: createHash('sha256').update(text).digest('hex') };
}

/** What a signature under the end of the chain says. */
export const headText = (hall: string, { seq, hash }: Pick<Link, 'seq' | 'hash'>, at: number) =>
  Buffer.from(JSON.stringify(['mulin-audit', hall, seq, hash, at]));
