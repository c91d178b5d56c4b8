/** Documents, events and remembered outcomes as rows: versions, sealing, and the one write that does all or nothing. */
import type { AnyKind } from '../../model/registry.ts';
import type {
  Actor,
  Alias,
  Change,
  Docs,
  DomainEvent,
  Instant,
  Key,
  KeyRange,
} from '../../model/shared/law.ts';
import { openSealer, type Sealed, type Sealer } from '../store/seal.ts';
import { openStore, StoreFault, type Rows } from '../store/store.ts';

/** An event as it lies in the store, in the order of its hall. */
export interface StoredEvent extends DomainEvent {
  readonly sequence: number;
  readonly id: string;
  readonly at: Instant;
}

interface DocRow {
  /** Another one with every write. Not a count: that would begin anew when a document is removed and made again. */
  readonly version: string;
  readonly open: Readonly<Record<string, unknown>>;
  readonly sealed?: Sealed;
}

interface SentRow {
  readonly at: Instant;
  readonly result: Sealed;
}

/** What one command saw: the version of each key it looked at, and '' where there was nothing. */
export type Seen = Map<Key, string>;

/** What was sent under an idempotency key. The outcome is sealed to all of it: whoever uses the key for something else gets no answer. */
export interface Gesture {
  readonly idempotencyKey: string;
  readonly actor: Actor;
  readonly name: string;
  readonly input: unknown;
}

export interface Write {
  readonly seen: Seen;
  readonly changes: readonly Change[];
  readonly events: readonly Omit<StoredEvent, 'sequence'>[];
  readonly gesture: Gesture;
  readonly result: unknown;
  readonly at: Instant;
}

/** How long a gesture is remembered: a screen that retries does so within minutes. */
const REMEMBERED = 7 * 24 * 60 * 60_000;

export interface Archive {
  alias(value: string): Promise<Alias>;
  load(wanted: readonly (Key | KeyRange)[], seen?: Seen): Promise<Docs>;
  /** Whether all that was seen stands as it was seen. */
  isStill(seen: Seen): Promise<boolean>;
  /** The result of this gesture when it was sent before; `another` where its key was used for something else. */
  remembered(gesture: Gesture): Promise<{ readonly result: unknown } | 'another' | undefined>;
  /** False where somebody else was quicker: nothing was written, decide anew. */
  write(write: Write): Promise<boolean>;
  events(after: number): Promise<readonly StoredEvent[]>;
  forgetOld(now: Instant): Promise<void>;
}

export function openArchive(hall: string, kinds: readonly AnyKind[]): Archive {
  const store = openStore(`mulin-${hall}`);
  const rowOf = (kind: 'doc' | 'event' | 'sent', name: string): string => `${kind}|${hall}|${name}`;
  const boundTo = ({ idempotencyKey, actor, name, input }: Gesture): string =>
    JSON.stringify([rowOf('sent', idempotencyKey), actor, name, input]);
  const lastEvent = `last-event|${hall}`;
  const personalOf = (key: Key): readonly string[] => {
    const kind = kinds.find(({ at }) => key.startsWith(`${at}/`));
    // Nobody could say what is personal in it, so it must not be stored at all.
    if (!kind)
      throw new Error(`No kind of document is declared for ${key}: add it to the registry.`);
    return kind.personal;
  };

  let opening: Promise<Sealer> | undefined;
  const sealer = (): Promise<Sealer> =>
    (opening ??= openSealer(store).catch((error: unknown) => {
      opening = undefined; // a failed start must not last for the life of the page
      throw error;
    }));

  async function openSealed(row: string, sealed: Sealed): Promise<unknown> {
    const keys = await sealer();
    try {
      return await keys.open(row, sealed);
    } catch (error) {
      if (await store.transact('readonly', (rows) => keys.isCurrent(rows))) throw error;
      opening = undefined; // another tab has sealed it with the new key of a database that was cleared under us
      return (await sealer()).open(row, sealed);
    }
  }

  async function unseal(key: Key, row: DocRow): Promise<unknown> {
    if (!row.sealed) return row.open;
    const personal = await openSealed(rowOf('doc', key), row.sealed);
    return { ...row.open, ...(personal as object) };
  }

  async function seal(key: Key, doc: object): Promise<Omit<DocRow, 'version'>> {
    const personal = personalOf(key);
    const fields = Object.entries(doc);
    const open = Object.fromEntries(fields.filter(([name]) => !personal.includes(name)));
    if (personal.length === 0) return { open };
    const secret = Object.fromEntries(fields.filter(([name]) => personal.includes(name)));
    return {
      open,
      sealed: await (await sealer()).seal(rowOf('doc', key), secret),
    };
  }

  async function nothingMoved(
    rows: Rows,
    seen: Seen,
    changes: readonly Change[],
  ): Promise<boolean> {
    const expected = new Map([...changes.map(({ key }): [Key, string] => [key, '']), ...seen]);
    const found = await Promise.all(
      [...expected].map(async ([key, version]) => {
        const row = (await rows.get(rowOf('doc', key))) as DocRow | undefined;
        return (row?.version ?? '') === version;
      }),
    );
    return found.every(Boolean);
  }

  return {
    async alias(value) {
      const keys = await sealer();
      // A database that was cleared under us knows nobody by the names of the old one.
      if (!(await store.transact('readonly', (rows) => keys.isCurrent(rows)))) opening = undefined;
      return (await sealer()).alias(value);
    },

    async load(wanted, seen) {
      const found = await store.transact('readonly', async (rows) => {
        const groups = await Promise.all(
          wanted.map(async (one): Promise<readonly (readonly [Key, DocRow | undefined])[]> => {
            if (typeof one === 'string') {
              return [[one, (await rows.get(rowOf('doc', one))) as DocRow | undefined]];
            }
            const range = await rows.range(rowOf('doc', one.from), rowOf('doc', one.to));
            const start = rowOf('doc', '').length;
            return [...range].map(([row, doc]) => [row.slice(start), doc as DocRow] as const);
          }),
        );
        return groups.flat();
      });
      for (const [key, row] of found) seen?.set(key, row?.version ?? '');
      const docs = new Map<Key, unknown>();
      for (const [key, row] of found) if (row) docs.set(key, await unseal(key, row));
      return docs;
    },

    isStill: (seen) => store.transact('readonly', (rows) => nothingMoved(rows, seen, [])),

    async remembered(gesture) {
      const at = rowOf('sent', gesture.idempotencyKey);
      const row = await store.transact('readonly', (rows) => rows.get(at));
      if (!row) return undefined;
      try {
        return { result: await openSealed(boundTo(gesture), (row as SentRow).result) };
      } catch (error) {
        if (error instanceof StoreFault && error.code === 'sealed') return 'another';
        throw error;
      }
    },

    async write({ seen, changes, events, gesture, result, at }) {
      const keys = await sealer();
      const sealedDocs = await Promise.all(
        changes.map(async ({ key, doc }) => ({
          key,
          row: doc && (await seal(key, doc)),
        })),
      );
      const sentAt = rowOf('sent', gesture.idempotencyKey);
      const sent: SentRow = { at, result: await keys.seal(boundTo(gesture), result) };
      return store.transact('readwrite', async (rows) => {
        if (!(await keys.isCurrent(rows))) {
          opening = undefined; // the database was cleared under us: seal again with the key it has now
          return false;
        }
        if (await rows.get(sentAt)) return false; // the same gesture, sent from elsewhere, is done already
        if (!(await nothingMoved(rows, seen, changes))) return false;
        for (const { key, row } of sealedDocs) {
          if (row) rows.put(rowOf('doc', key), { version: crypto.randomUUID(), ...row });
          else rows.delete(rowOf('doc', key));
        }
        let sequence = ((await rows.get(lastEvent)) as number | undefined) ?? 0;
        for (const event of events) {
          sequence += 1;
          rows.put(rowOf('event', String(sequence).padStart(12, '0')), {
            ...event,
            sequence,
          });
        }
        if (events.length > 0) rows.put(lastEvent, sequence);
        rows.put(sentAt, sent);
        return true;
      });
    },

    async events(after) {
      const from = rowOf('event', String(after + 1).padStart(12, '0'));
      const rows = await store.transact('readonly', (all) => all.range(from, rowOf('event', '~')));
      return [...rows.values()] as StoredEvent[];
    },

    async forgetOld(now) {
      await store.transact('readwrite', async (rows) => {
        const sent = await rows.range(rowOf('sent', ''), rowOf('sent', '~'));
        for (const [key, row] of sent) if ((row as SentRow).at < now - REMEMBERED) rows.delete(key);
      });
    },
  };
}
