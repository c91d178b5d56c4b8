/**
 * The only file that knows IndexedDB. One object store of rows by string key, opened through idb-keyval; every access is
 * one transaction, and a write is done when the disk says so.
 */
import { createStore, promisifyRequest, type UseStore } from 'idb-keyval';
import type { Fault } from '../contract.ts';

export interface Rows {
  get(key: string): Promise<unknown>;
  /** Every row from `from` (included) to `to` (excluded), by key. */
  range(from: string, to: string): Promise<ReadonlyMap<string, unknown>>;
  put(key: string, row: unknown): void;
  delete(key: string): void;
}

export interface Store {
  /** Runs `work` in one transaction. It may wait for rows only: anything else would let the transaction close. */
  transact<Result>(
    mode: IDBTransactionMode,
    work: (rows: Rows) => Promise<Result>,
  ): Promise<Result>;
}

/** What went wrong below, as a fault the gateway hands on. */
export class StoreFault extends Error {
  readonly code: Fault['code'];
  constructor(code: Fault['code'], cause: unknown) {
    super(code, { cause });
    this.code = code;
  }
}

export function openStore(database: string): Store {
  const room = 'rows';
  let use: UseStore = createStore(database, room);

  async function begin(mode: IDBTransactionMode): Promise<IDBTransaction> {
    // idb-keyval opens the door; the transaction is ours, because only `strict` waits for the disk (power cuts).
    const db = await use('readonly', (store) => store.transaction.db);
    // Somebody deletes the database (cleared site data, a newer version): let go, or both sides hang.
    db.onversionchange = () => db.close();
    return db.transaction(room, mode, { durability: 'strict' });
  }

  /** A connection can close under us, or its database be gone: then open once more before giving up. */
  async function beginAgain(mode: IDBTransactionMode): Promise<IDBTransaction> {
    try {
      return await begin(mode);
    } catch {
      use = createStore(database, room);
      return begin(mode);
    }
  }

  return {
    async transact(mode, work) {
      try {
        const transaction = await beginAgain(mode);
        const done = ended(transaction);
        done.catch(() => undefined); // awaited below; until then it must not count as unhandled
        try {
          const result = await work(rowsOf(transaction.objectStore(room)));
          transaction.commit();
          await done;
          return result;
        } catch (error) {
          try {
            transaction.abort();
          } catch {
            // it has ended already
          }
          await done.catch(() => undefined);
          // Where the disk gave up, whoever waited for a row was only told "aborted"; the transaction knows why.
          throw transaction.error ?? error;
        }
      } catch (error) {
        throw faultOf(error);
      }
    },
  };
}

/** Not idb-keyval's promise: that one rejects at the first failed request, before the transaction knows the reason. */
const ended = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new DOMException('', 'AbortError'));
  });

function rowsOf(store: IDBObjectStore): Rows {
  return {
    get: (key) => promisifyRequest<unknown>(store.get(key)),
    async range(from, to) {
      if (from >= to) return new Map(); // IndexedDB calls such a range an error
      const bounds = IDBKeyRange.bound(from, to, false, true);
      const [keys, rows] = await Promise.all([
        promisifyRequest(store.getAllKeys(bounds)),
        promisifyRequest<unknown[]>(store.getAll(bounds)),
      ]);
      return new Map(keys.map((key, i) => [key as string, rows[i]]));
    },
    put: (key, row) => void store.put(row, key),
    delete: (key) => void store.delete(key),
  };
}

function faultOf(error: unknown): unknown {
  if (!(error instanceof DOMException)) return error;
  return new StoreFault(
    error.name === 'QuotaExceededError' ? 'disk-full' : 'store-unavailable',
    error,
  );
}
