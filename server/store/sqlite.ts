/** The embedded store: one SQLite file in a folder of this machine, and one process that writes it. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import type { Key } from '../../src/model/shared/law.ts';
import { OperatorMistake } from '../mistake.ts';
import { migrationsIn } from './migrations.ts';
import { chainIn } from './sqlite-chain.ts';
import { entryOf, type EntryRow } from './sqlite-rows.ts';
import { planOf, StoreFault, type Row, type Store, type Write } from './store.ts';

type Found = Row & { readonly key: Key };

export interface SqliteOptions {
  /** For a tool that works beside a hall: it neither needs the folder for itself nor hears or tells of changes. */
  readonly isBeside?: boolean;
}

/** A write, and whoever waits for it. */
interface Waiting {
  readonly hall: string;
  readonly write: Write;
  resolve(isDone: boolean): void;
  reject(fault: unknown): void;
}

/** `folder` is made where it is missing. Throws with a sentence where another hall is at work in it. */
export function openSqlite(folder: string, { isBeside = false }: SqliteOptions = {}): Store {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const lock = isBeside ? undefined : lockFolder(folder);
  const db = new Database(join(folder, 'hall.sqlite'), { timeout: 5000 });
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL'); // what was acknowledged outlives a power cut
  migrate(db);

  const byKey = db.prepare(
    'select key, version, open, sealed from document where hall = ? and key = ?',
  );
  const byRange = db.prepare(
    'select key, version, open, sealed from document where hall = ? and key >= ? and key < ?',
  );
  const putRow = db.prepare(
    `insert into document (hall, key, version, open, sealed) values (?, ?, ?, ?, ?)
     on conflict do update set version = excluded.version, open = excluded.open, sealed = excluded.sealed
     where version = excluded.version - 1`,
  );
  const isThere = db.prepare('select 1 from document where hall = ? and key = ? and version = ?');
  const addEntry = db.prepare(
    'insert into log (hall, id, at, actor, command, keys, events) values (?, ?, ?, ?, ?, ?, ?)',
  );
  const remember = db.prepare(
    'insert into sent (hall, key, at, outcome) values (?, ?, ?, ?) on conflict do nothing',
  );
  const recall = db.prepare('select outcome from sent where hall = ? and key = ?');
  const after = db.prepare(
    'select id, at, actor, command, keys, events from log where hall = ? and id > ? order by id limit ?',
  );
  const forget = db.prepare('delete from sent where hall = ? and at < ?');

  const sealed = db.prepare(
    'select key, sealed from document where hall = ? and key > ? and sealed is not null order by key limit ?',
  );
  const reseal = db.prepare(
    'update document set sealed = ? where hall = ? and key = ? and sealed = ?',
  );
  const chain = chainIn(db);

  const listeners = new Map<string, Set<(keys: readonly Key[]) => void>>();
  let waiting: Waiting[] = [];

  /** libsql works in this thread: what it does is done when it returns, and nothing can come between. */
  function writeNow(hall: string, { seen, changes, entry, sent }: Write): boolean {
    const { put, keep } = planOf({ seen, changes });
    const { id, at, actor, command } = entry;
    return (
      remember.run([hall, sent.key, at, sent.outcome]).changes === 1 &&
      keep.every(([key, version]) => isThere.get([hall, key, version]) !== undefined) &&
      put.every(
        ({ key, version, open, sealed }) =>
          putRow.run([hall, key, version, open, sealed]).changes === 1,
      ) &&
      addEntry.run([
        hall,
        id,
        at,
        actor,
        command,
        JSON.stringify(entry.keys),
        JSON.stringify(entry.events),
      ]).changes === 1
    );
  }

  /**
   * All that came since the last time is written together: the disk is waited for once, however many wait. Nobody sees any
   * of it before it is safe, as nobody gets a turn in between.
   */
  function writeWaiting(): void {
    const together = waiting;
    waiting = [];
    if (together.length === 0) return;
    try {
      settle(together, writeTogether(together));
    } catch (error) {
      if (together.length === 1) together[0]?.reject(faultOf(error));
      // Each alone, so that one that can't be written takes no other with it.
      else
        for (const one of together) {
          waiting = [one];
          writeWaiting();
        }
    }
  }

  function writeTogether(together: readonly Waiting[]): readonly boolean[] {
    db.exec('begin immediate');
    try {
      const done = together.map(({ hall, write }) => {
        db.exec('savepoint one');
        const isDone = writeNow(hall, write);
        if (!isDone) db.exec('rollback to one');
        db.exec('release one');
        return isDone;
      });
      db.exec('commit');
      return done;
    } catch (error) {
      if (db.inTransaction) db.exec('rollback');
      throw error;
    }
  }

  function settle(together: readonly Waiting[], done: readonly boolean[]): void {
    for (const [i, { hall, write, resolve }] of together.entries()) {
      resolve(done[i] === true);
      if (done[i]) for (const tell of listeners.get(hall) ?? []) tell(write.entry.keys);
    }
  }

  return {
    now: Date.now,
    load: asked((hall, wanted) => {
      const found = wanted.flatMap((one) =>
        typeof one === 'string'
          ? ((byKey.get([hall, one]) as Found | undefined) ?? [])
          : (byRange.all([hall, one.from, one.to]) as Found[]),
      );
      return new Map(
        found.map(({ key, version, open, sealed }) => [key, { version, open, sealed }]),
      );
    }),
    outcome: asked(
      (hall, sentKey) => (recall.get([hall, sentKey]) as { outcome: string } | undefined)?.outcome,
    ),
    write(hall, write) {
      return new Promise((resolve, reject) => {
        if (waiting.push({ hall, write, resolve, reject }) === 1) setImmediate(writeWaiting);
      });
    },
    entries: asked((hall, id, limit) => (after.all([hall, id, limit]) as EntryRow[]).map(entryOf)),
    sealed: asked(
      (hall, key, limit) => sealed.all([hall, key, limit]) as { key: Key; sealed: string }[],
    ),
    reseal: asked((hall, key, from, to) => reseal.run([to, hall, key, from]).changes === 1),
    chain: {
      last: asked(chain.last),
      loose: asked(chain.loose),
      add: asked(chain.add),
      walk: asked(chain.walk),
      heads: asked(chain.heads),
    },
    listen(hall, onChange) {
      const all = listeners.get(hall) ?? new Set();
      listeners.set(hall, all.add(onChange));
      return () => all.delete(onChange);
    },
    forgetOutcomes: asked((hall, before) => void forget.run([hall, before])),
    ping: asked(() => void db.prepare('select 1').get()),
    close: asked(() => {
      writeWaiting();
      db.close();
      lock?.close();
    }),
  };
}

/** SQLite's own lock on a file beside: the system gives it back whatever way a process ends, so none is ever left over. */
function lockFolder(folder: string): Database.Database {
  const lock = new Database(join(folder, 'hall.lock'), { timeout: 0 });
  try {
    lock.exec('begin exclusive');
    return lock;
  } catch (error) {
    lock.close();
    throw new OperatorMistake(
      `Another hall is at work in ${folder}. Stop it first, or give this one a folder of its own (MULIN_DATA).`,
      { cause: error },
    );
  }
}

function migrate(db: Database.Database): void {
  const { user_version: done } = db.prepare('pragma user_version').get() as {
    user_version: number;
  };
  for (const { number, sql } of migrationsIn(new URL('sqlite/', import.meta.url))) {
    if (number > done) db.exec(`begin; ${sql}; pragma user_version = ${number}; commit`);
  }
}

/** Makes a promise of work that is done at once, and a fault of what SQLite complains about. */
function asked<Args extends unknown[], Result>(
  work: (...args: Args) => Result,
): (...args: Args) => Promise<Result> {
  return (...args) => {
    try {
      return Promise.resolve(work(...args));
    } catch (error) {
      return Promise.reject(faultOf(error));
    }
  };
}

function faultOf(error: unknown): unknown {
  const code = String((error as { code?: unknown } | null)?.code);
  if (!code.startsWith('SQLITE_')) return error;
  if (code.startsWith('SQLITE_FULL')) return new StoreFault('disk-full', error);
  if (code.startsWith('SQLITE_BUSY')) return new StoreFault('busy', error);
  return new StoreFault('store-unavailable', error);
}
