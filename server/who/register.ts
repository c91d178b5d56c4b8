/**
 * The hall's book of who may come. It lies in the store of the hall, sealed and logged like every other change, so all
 * processes on one store share it; it is no law of a part, because digests, passwords and cookies are nothing a browser
 * could decide about.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';
import type {
  Change,
  Docs,
  DomainEvent,
  Instant,
  Key,
  KeyRange,
} from '../../src/model/shared/law.ts';
import { openDocuments } from '../documents.ts';
import type { Sealer } from '../seal.ts';
import { StoreFault, type Store } from '../store/store.ts';
import { kinds } from './documents.ts';

export interface Decided<Result> {
  readonly result: Result;
  readonly changes?: readonly Change[];
  readonly events?: readonly DomainEvent[];
}

export interface Register {
  readonly now: () => Instant;
  load(wanted: readonly (Key | KeyRange)[]): Promise<Docs>;
  /**
   * Lets `decide` look at the documents of these keys and puts its changes in place, all or nothing; anew where somebody
   * else was quicker. `by` is who does it and `command` what, for the log.
   */
  change<Result>(
    entry: { readonly by: string; readonly command: string; readonly keys: readonly Key[] },
    decide: (docs: Docs) => Decided<Result>,
  ): Promise<Result>;
  /** Calls back with keys that were changed, here or by another process. */
  listen(onChange: (keys: readonly Key[]) => void): () => void;
}

const RACES = 50;

export function openRegister({
  hall,
  store,
  sealer,
  now,
}: {
  readonly hall: string;
  readonly store: Store;
  readonly sealer: Sealer;
  readonly now: () => Instant;
}): Register {
  const documents = openDocuments(hall, kinds, sealer);

  return {
    now,
    load: async (wanted) => documents.read(await store.load(hall, wanted)),
    async change({ by, command, keys }, decide) {
      for (let race = 0; race < RACES; race += 1) {
        const rows = await store.load(hall, keys);
        const { result, changes = [], events = [] } = decide(documents.read(rows));
        if (changes.length === 0) return result;
        // By the store's clock, not this machine's: the audit judges by the id when an entry was made.
        const id = uuidv7({ msecs: store.now() });
        const changed = changes.map(({ key }) => key);
        const isWritten = await store.write(hall, {
          seen: new Map(keys.map((key) => [key, rows.get(key)?.version ?? 0])),
          changes: changes.map((change) => documents.write(change)),
          entry: { id, at: now(), actor: by, command, keys: changed, events },
          sent: { key: `who-${id}`, outcome: '' },
        });
        if (isWritten) return result;
        await pause(Math.random() * 4 * race);
      }
      throw new StoreFault('busy', undefined);
    },
    listen: (onChange) => store.listen(hall, onChange),
  };
}
