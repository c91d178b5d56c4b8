/**
 * Learns what the other processes on this database have changed. The log is the truth and is looked at every second; a
 * NOTIFY only says when to look sooner. It is never sent inside the business transaction, where it would take a lock for
 * the whole cluster: one goes out for all that was written within 20 ms.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { Instant, Key } from '../../src/model/shared/law.ts';
import { firstIdAt, type Entry } from './entry.ts';

const CHANNEL = 'mulin_hall';
const COALESCE = 20;
/** An entry is named before it is written, so entries become visible out of order: looks overlap by this much. */
const OVERLAP = { hint: 200, poll: 3000 };
/** A line that has given no answer for so long is dead, even if nobody said so. */
const DEAD = 5000;

export interface Follower {
  /** The database's time, which all processes go by. */
  now(): Instant;
  listen(hall: string, onChange: (keys: readonly Key[]) => void): () => void;
  /** After a write of this process. */
  announce(hall: string, entry: Pick<Entry, 'id' | 'keys'>): void;
  close(): Promise<void>;
}

export interface FollowerOptions {
  readonly url: string;
  readonly ask: Ask;
  /** Milliseconds from one look to the next. */
  readonly pollEvery: number;
  /** This machine's clock. */
  readonly clock: () => Instant;
}

type Ask = <Found extends pg.QueryResultRow>(query: pg.QueryConfig) => Promise<Found[]>;

export async function follow({ url, ask, pollEvery, clock }: FollowerOptions): Promise<Follower> {
  const me = randomUUID();
  const listeners = new Map<string, Set<(keys: readonly Key[]) => void>>();
  /** Entries that have been told, for as long as a look may come across them again. */
  const known = new Set<string>();
  /** How far this machine's clock is behind the database's. */
  let behind = 0;
  const now = (): Instant => Math.floor(clock() + behind);
  await readClock(ask);
  /** When the last look began that got an answer; after a cut the next one begins there. */
  let looked = now();
  let isClosed = false;
  let looking: Promise<void> | undefined;
  let wanted = 0;
  let notifying: NodeJS.Timeout | undefined;
  let client: pg.Client | undefined;

  function tell(hall: string, keys: readonly Key[]): void {
    for (const listener of listeners.get(hall) ?? []) listener(keys);
  }

  async function look(overlap: number): Promise<void> {
    const start = now();
    if (listeners.size > 0) {
      const rows = await ask<{ hall: string; id: string; keys: string }>({
        name: 'follow',
        text: 'select hall, id, keys from log where hall = any($1::text[]) and id > $2 order by id',
        values: [[...listeners.keys()], firstIdAt(looked - overlap)],
      });
      for (const { hall, id, keys } of rows) {
        if (known.has(id)) continue;
        known.add(id);
        tell(hall, JSON.parse(keys) as Key[]);
      }
    }
    looked = start;
    const horizon = firstIdAt(looked - 2 * OVERLAP.poll);
    for (const id of known) {
      if (id > horizon) break; // a set keeps the order of adding, which is nearly that of time
      known.delete(id);
    }
  }

  async function readClock(query: Ask): Promise<void> {
    const sent = clock();
    const [row] = await query<{ at: string }>({
      text: 'select extract(epoch from clock_timestamp()) * 1000 as at',
    });
    const trip = clock() - sent;
    const found = Number(row?.at) - sent - trip / 2;
    // Nearer than this can't be told, and a clock that trembles is worse than one that is a little off.
    if (Math.abs(found - behind) > trip / 2 + 1) behind = found;
  }

  /** One look at a time; whoever comes meanwhile shares the next one, which goes back as far as any of them wants. */
  function lookSoon(overlap: number): void {
    wanted = Math.max(wanted, overlap);
    if (looking || isClosed) return;
    const back = wanted;
    wanted = 0;
    looking = look(back)
      .catch(() => undefined) // the next poll comes in a second
      .finally(() => {
        looking = undefined;
        if (wanted > 0) lookSoon(wanted);
      });
  }

  async function connect(): Promise<void> {
    const next = new pg.Client({
      connectionString: url,
      application_name: 'mulin-hall-listener',
      connectionTimeoutMillis: DEAD,
      query_timeout: DEAD,
    });
    client = next;
    next.on('error', () => undefined); // 'end' follows
    next.on('end', () => {
      if (!isClosed) setTimeout(() => void connect().catch(() => undefined), 500).unref();
    });
    next.on('notification', ({ payload }) => {
      if (payload !== me) lookSoon(OVERLAP.hint);
    });
    try {
      await next.connect();
      await next.query(`listen ${CHANNEL}`);
      lookSoon(OVERLAP.poll);
      for (; !isClosed; await pause(pollEvery, undefined, { ref: false }))
        await readClock(async (query) => (await next.query(query)).rows);
    } catch {
      await next.end().catch(() => undefined);
    }
  }

  async function notify(): Promise<void> {
    notifying = undefined;
    // Where an engine has no NOTIFY, the poll does it alone.
    await ask({ name: 'notify', text: 'select pg_notify($1, $2)', values: [CHANNEL, me] }).catch(
      () => undefined,
    );
  }

  void connect().catch(() => undefined);
  const poll = setInterval(() => lookSoon(OVERLAP.poll), pollEvery);
  poll.unref();

  return {
    now,
    listen(hall, onChange) {
      const all = listeners.get(hall) ?? new Set();
      listeners.set(hall, all.add(onChange));
      return () => {
        all.delete(onChange);
        if (all.size === 0) listeners.delete(hall);
      };
    },
    announce(hall, { id, keys }) {
      known.add(id);
      tell(hall, keys);
      notifying ??= setTimeout(() => void notify(), COALESCE);
    },
    async close() {
      isClosed = true;
      clearInterval(poll);
      if (notifying) {
        clearTimeout(notifying);
        await notify(); // what was written last is announced too
      }
      await client?.end().catch(() => undefined);
      await looking;
    },
  };
}
