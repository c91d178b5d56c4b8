import pg from 'pg';
import type { Chain } from './chain.ts';
import { entryOf, type EntryRow } from './postgres-rows.ts';

type Ask = <Found extends pg.QueryResultRow>(query: pg.QueryConfig) => Promise<Found[]>;
type LinkRow = Record<'seq' | 'entry' | 'hash', string>;

export function chainBehind(ask: Ask): Chain {
  return {
    async last(hall) {
      const text = 'select seq, entry, hash from chain where hall = $1 order by seq desc limit 1';
      const [row] = await ask<LinkRow>({ text, values: [hall] });
      return row && { ...row, seq: Number(row.seq) };
    },
    async loose(hall, from, before, limit) {
      const rows = await ask<EntryRow>({
        text: `select id, at, actor, command, keys, events from log l
          where hall = $1 and id >= $2 and id < $3
            and not exists (select 1 from chain c where c.hall = l.hall and c.entry = l.id)
          order by id limit $4`,
        values: [hall, from, before, limit],
      });
      return rows.map(entryOf);
    },
    async add(hall, links, { seq, at, signature }) {
      try {
        await ask({
          text: `with links as (
              insert into chain (hall, seq, entry, hash)
              select $1, * from unnest($2::bigint[], $3::uuid[], $4::text[])
            )
            insert into head (hall, seq, at, signature) values ($1, $5, $6, $7)`,
          values: [
            hall,
            links.map((link) => link.seq),
            links.map(({ entry }) => entry),
            links.map(({ hash }) => hash),
            seq,
            at,
            signature,
          ],
        });
        return true;
      } catch (error) {
        if (error instanceof pg.DatabaseError && error.code === '23505') return false;
        throw error;
      }
    },
    async walk(hall, after, limit) {
      const rows = await ask<LinkRow & Omit<EntryRow, 'id'> & { id: string | null }>({
        text: `select c.seq, c.entry, c.hash, l.id, l.at, l.actor, l.command, l.keys, l.events
          from chain c left join log l on l.hall = c.hall and l.id = c.entry
          where c.hall = $1 and c.seq > $2 order by c.seq limit $3`,
        values: [hall, after, limit],
      });
      return rows.map(({ seq, entry, hash, id, ...row }) => ({
        seq: Number(seq),
        entry,
        hash,
        found: id === null ? undefined : entryOf({ id, ...row }),
      }));
    },
    async heads(hall, after, limit) {
      const rows = await ask<Record<'seq' | 'at' | 'signature', string>>({
        text: 'select seq, at, signature from head where hall = $1 and seq > $2 order by seq limit $3',
        values: [hall, after, limit],
      });
      return rows.map(({ seq, at, signature }) => ({
        seq: Number(seq),
        at: Number(at),
        signature,
      }));
    },
  };
}
