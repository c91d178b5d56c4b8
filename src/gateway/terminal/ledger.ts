/** The outbox on the disk: commands in their order, inputs and results sealed, each change on the disk before it counts. */
import type { Instant, Refusal } from '../../model/shared/law.ts';
import type { Kept } from '../contract.ts';
import { openSealer, type Sealed, type Sealer } from '../store/seal.ts';
import { openStore } from '../store/store.ts';

/** A command on its way; the part that may be read by whoever has the disk. */
export interface Entry {
  readonly id: string;
  readonly name: string;
  readonly at: Instant;
  readonly idempotencyKey: string;
  readonly state: Kept['state'];
  readonly refusal?: Refusal;
  /** The page that sent it, and who was there then: random words for one load and one visit. */
  readonly page: string;
  readonly visit: string;
  /** Whoever sent it waits for the outcome no longer. */
  readonly isLeft: boolean;
  /** How often the hall has found something wrong with itself over it. */
  readonly failures: number;
  readonly input: Sealed;
  readonly result?: Sealed;
}

export interface Ledger {
  /** All of it, oldest first. */
  all(): Promise<readonly Entry[]>;
  /** Adds a command, unless one with its key is there already; then that one. */
  add(entry: Omit<Entry, 'id' | 'input' | 'state' | 'failures'>, input: unknown): Promise<Entry>;
  /** Changes what is there; undefined where it is gone. `null` removes it. */
  change(id: string, how: (entry: Entry) => Entry | null): Promise<Entry | undefined>;
  seal(id: string, value: unknown): Promise<Sealed>;
  open(id: string, sealed: Sealed): Promise<unknown>;
}

const FIRST = 'entry|';
const BEYOND = 'entry}';

export function openLedger(hall: string): Ledger {
  const store = openStore(`mulin-outbox-${hall}`);
  let opening: Promise<Sealer> | undefined;
  const sealer = (): Promise<Sealer> =>
    (opening ??= openSealer(store).catch((error: unknown) => {
      opening = undefined; // a failed start must not last for the life of the page
      throw error;
    }));

  return {
    async all() {
      const rows = await store.transact('readonly', (found) => found.range(FIRST, BEYOND));
      return [...rows.values()] as Entry[];
    },

    async add(entry, input) {
      const sealed = await (await sealer()).seal(entry.idempotencyKey, input);
      return store.transact('readwrite', async (rows) => {
        const before = [...(await rows.range(FIRST, BEYOND)).values()] as Entry[];
        const same = before.find(({ idempotencyKey }) => idempotencyKey === entry.idempotencyKey);
        if (same) return same;
        const number = (((await rows.get('last')) as number | undefined) ?? 0) + 1;
        const id = `${FIRST}${String(number).padStart(12, '0')}`;
        const added: Entry = {
          ...entry,
          id,
          input: sealed,
          state: 'pending',
          failures: 0,
        };
        rows.put(id, added);
        rows.put('last', number);
        return added;
      });
    },

    change: (id, how) =>
      store.transact('readwrite', async (rows) => {
        const before = (await rows.get(id)) as Entry | undefined;
        if (!before) return undefined;
        const after = how(before);
        if (after) rows.put(id, after);
        else rows.delete(id);
        return after ?? before;
      }),

    seal: async (name, value) => (await sealer()).seal(name, value),
    open: async (name, sealed) => (await sealer()).open(name, sealed),
  };
}
