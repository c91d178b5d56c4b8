/** Documents as the law sees them, from rows as the store keeps them, and back: here personal fields are sealed. */
import type { AnyKind } from '../src/model/registry.ts';
import type { Change, Docs, Key, KeyRange } from '../src/model/shared/law.ts';
import type { Sealer } from './seal.ts';
import type { Row, Rows, Write } from './store/store.ts';

export interface Documents {
  read(rows: Rows): Docs;
  write(change: Change): Write['changes'][number];
}

export function openDocuments(hall: string, kinds: readonly AnyKind[], sealer: Sealer): Documents {
  const place = (key: Key): string => `${hall}|${key}`;

  function read(key: Key, { open, sealed }: Row): readonly [Key, unknown][] {
    if (open === null) return [];
    const fields = JSON.parse(open) as object;
    return [[key, sealed ? { ...fields, ...(sealer.open(place(key), sealed) as object) } : fields]];
  }

  return {
    read: (rows) => new Map([...rows].flatMap(([key, row]) => read(key, row))),
    write({ key, doc }) {
      if (!doc) return { key, open: null, sealed: null };
      const kind = kinds.find(({ at }) => key.startsWith(`${at}/`));
      // Without its kind nobody could say which of its fields are personal, and they would lie there in the open.
      if (!kind) throw new Error(`No kind of document of this law lives at ${key}.`);
      const fields = Object.entries(doc);
      const isPersonal = ([name]: [string, unknown]): boolean => kind.personal.includes(name);
      return {
        key,
        open: JSON.stringify(Object.fromEntries(fields.filter((field) => !isPersonal(field)))),
        sealed:
          kind.personal.length > 0
            ? sealer.seal(place(key), Object.fromEntries(fields.filter(isPersonal)))
            : null,
      };
    },
  };
}

/** Input may have found its way into a key, and no database takes a zero or half a character in a text. */
export function isStorable(wanted: Key | KeyRange): boolean {
  return typeof wanted === 'string'
    ? !/\0|\p{Surrogate}/u.test(wanted)
    : isStorable(wanted.from) && isStorable(wanted.to);
}
