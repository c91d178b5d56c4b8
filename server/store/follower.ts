/**
 * Learns what the other processes on this database have changed. The log is the truth and is looked at every second; a
 * NOTIFY only says when to look sooner. It is never sent inside the business transaction, where it would take a lock for
 * the whole cluster: one goes out for all that was written within 20 ms.
 */
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { Key } from '../../src/model/shared/law.ts';
import type { Entry } from './store.ts';

const CHANNEL = 'mulin_hall';
const COALESCE = 20;
/** Entries can become visible out of order, and clocks of processes differ: looks overlap by this much. */
const OVERLAP = { hint: 200, poll: 3000 };

export interface Follower {
  listen(hall: string, onChange: (keys: readonly Key[]) => void): () => void;
  /** After a write of this process. */
  announce(hall: string, entry: Pick<Entry, 'id' | 'keys'>): void;
  close(): Promise<void>;
}

type Ask = <Found extends pg.QueryResultRow>(query: pg.QueryConfig) => Promise<Found[]>;

export function follow(url: string, ask: Ask, pollEvery: number): Follower {
  const me = randomUUID();
  const listeners = new Map<string, Set<(keys: readonly Key[]) => void>>();
  const known = new Set<string>();
  let latest = Date.now();
  let isClosed = false;
  let looking: Promise<void> | undefined;
  let again = false;
  let notifying: NodeJS.Timeout | undefined;
  let client: pg.Client | undefined;

  function tell(hall: string, keys: readonly Key[]): void {
    for (const listener of listeners.get(hall) ?? []) listener(keys);
  }

  async function look(overlap: number): Promise<void> {
    if (listeners.size === 0) return;
    const rows = await ask<{ hall: string; id: string; keys: string }>({
      name: 'follow',
      text: 'select hall, id, keys from log where hall = any($1::text[]) and id > $2 order by id',
      values: [[...listeners.keys()], firstIdAt(latest - overlap)],
    });
    for (const { hall, id, keys } of rows) {
      latest = Math.max(latest, timeOf(id));
      if (known.has(id)) continue;
      known.add(id);
      tell(hall, JSON.parse(keys) as Key[]);
    }
    const horizon = firstIdAt(latest - 2 * OVERLAP.poll);
    for (const id of known) {
      if (id > horizon) break; // a set keeps the order of adding, which is nearly that of time
      known.delete(id);
    }
  }

  /** One look at a time; whoever comes meanwhile shares the next one. */
  function lookSoon(overlap: number): void {
    again = looking !== undefined;
    looking ??= look(overlap)
      .catch(() => undefined) // the next poll comes in a second
      .finally(() => {
        looking = undefined;
        if (again && !isClosed) lookSoon(overlap);
      });
  }

  async function connect(): Promise<void> {
    const next = new pg.Client({ connectionString: url, keepAlive: true });
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

/** The lowest UUIDv7 of a millisecond. */
function firstIdAt(at: number): string {
  const hex = at.toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}

const timeOf = (id: string): number => parseInt(id.slice(0, 8) + id.slice(9, 13), 16);
