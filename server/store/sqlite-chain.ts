import type Database from 'libsql';
import type { Chain, Head, Link } from './chain.ts';
import { entryOf, type EntryRow } from './sqlite-rows.ts';

/** What a `Chain` does, at once; sqlite.ts makes promises of it. */
export type ChainNow = {
  readonly [Name in keyof Chain]: (
    ...args: Parameters<Chain[Name]>
  ) => Awaited<ReturnType<Chain[Name]>>;
};

export function chainIn(db: Database.Database): ChainNow {
  const last = db.prepare(
    'select seq, entry, hash from chain where hall = ? order by seq desc limit 1',
  );
  const loose = db.prepare(
    `select id, at, actor, command, keys, events from log l
     where hall = ? and id >= ? and id < ?
       and not exists (select 1 from chain c where c.hall = l.hall and c.entry = l.id)
     order by id limit ?`,
  );
  const addLink = db.prepare(
    'insert into chain (hall, seq, entry, hash) values (?, ?, ?, ?) on conflict do nothing',
  );
  const addHead = db.prepare('insert into head (hall, seq, at, signature) values (?, ?, ?, ?)');
  const walk = db.prepare(
    `select c.seq, c.entry, c.hash, l.id, l.at, l.actor, l.command, l.keys, l.events
     from chain c left join log l on l.hall = c.hall and l.id = c.entry
     where c.hall = ? and c.seq > ? order by c.seq limit ?`,
  );
  const heads = db.prepare(
    'select seq, at, signature from head where hall = ? and seq > ? order by seq limit ?',
  );

  return {
    last: (hall) => last.get([hall]) as Link | undefined,
    loose: (hall, from, before, limit) =>
      (loose.all([hall, from, before, limit]) as EntryRow[]).map(entryOf),
    add(hall, links, { seq, at, signature }) {
      db.exec('begin immediate');
      try {
        const isDone = links.every(
          (link) => addLink.run([hall, link.seq, link.entry, link.hash]).changes === 1,
        );
        if (isDone) addHead.run([hall, seq, at, signature]);
        db.exec(isDone ? 'commit' : 'rollback');
        return isDone;
      } catch (error) {
        if (db.inTransaction) db.exec('rollback');
        throw error;
      }
    },
    walk: (hall, after, limit) =>
      (
        walk.all([hall, after, limit]) as (Link & Omit<EntryRow, 'id'> & { id: string | null })[]
      ).map(({ seq, entry, hash, id, ...row }) => ({
        seq,
        entry,
        hash,
        found: id === null ? undefined : entryOf({ id, ...row }),
      })),
    heads: (hall, after, limit) => heads.all([hall, after, limit]) as Head[],
  };
}
