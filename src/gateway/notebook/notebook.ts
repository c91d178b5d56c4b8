import type { Instant } from '../../model/shared/law.ts';
import type { Notebook } from '../contract.ts';
import { openSealer, type Sealed, type Sealer } from '../store/seal.ts';
import { openStore, StoreFault } from '../store/store.ts';

export interface NotebookOptions {
  /** Names the database. */
  readonly name?: string;
  /** Whoever has not written for this long has gone, and with them what they wrote. */
  readonly minutes: number;
  readonly now?: () => Instant;
}

const TOUCHED = 'touched';
const KEY = 'key';
const PAGES = { from: 'page|', to: 'page}' };

/**
 * A notebook in this browser's IndexedDB, sealed with a key that no script can take out. When it is torn up the key goes,
 * too: what the disk may still hold somewhere can then be read by nobody.
 */
export function browserNotebook({
  name = 'notebook',
  minutes,
  now = Date.now,
}: NotebookOptions): Notebook {
  const store = openStore(`mulin-${name}`);
  let opening: Promise<Sealer> | undefined;
  const sealer = (): Promise<Sealer> =>
    (opening ??= openSealer(store).catch((error: unknown) => {
      opening = undefined;
      throw error;
    }));

  async function tear(page?: string): Promise<void> {
    if (page === undefined) opening = undefined;
    await store.transact('readwrite', async (rows) => {
      const all = [...(await rows.range(PAGES.from, PAGES.to)).keys()];
      const [own, below] = [rowOf(page ?? ''), rowOf(`${page}/`)];
      for (const key of all)
        if (page === undefined || key === own || key.startsWith(below)) rows.delete(key);
      if (page === undefined) {
        rows.delete(TOUCHED);
        rows.delete(KEY);
      }
    });
  }

  /** A clock that was put back makes nobody's page young again. */
  const isOld = (touched: unknown): boolean => {
    const age = now() - Number(touched ?? 0);
    return age < 0 || age > minutes * 60_000;
  };

  return {
    async read(page) {
      const [touched, row] = await store.transact('readonly', async (rows) => [
        await rows.get(TOUCHED),
        await rows.get(rowOf(page)),
      ]);
      if (touched !== undefined && isOld(touched)) {
        await tear();
        return undefined;
      }
      if (!row) return undefined;
      try {
        return await (await sealer()).open(rowOf(page), row as Sealed);
      } catch (error) {
        if (error instanceof StoreFault && error.code === 'sealed') return undefined; // of a key that is gone
        throw error;
      }
    },
    async write(page, value) {
      const keys = await sealer();
      const sealed = await keys.seal(rowOf(page), value);
      await store.transact('readwrite', async (rows) => {
        // Torn up meanwhile: whoever wrote this has gone.
        if (!(await keys.isCurrent(rows))) return;
        if (isOld((await rows.get(TOUCHED)) ?? now()))
          for (const key of (await rows.range(PAGES.from, PAGES.to)).keys()) rows.delete(key);
        rows.put(TOUCHED, now());
        rows.put(rowOf(page), sealed);
      });
    },
    tear,
  };
}

const rowOf = (page: string): string => `page|${page}`;
