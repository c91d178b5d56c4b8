/** The two statements that a command costs, and who shares a trip to the database. */
import pg from 'pg';
import type { Key } from '../../src/model/shared/law.ts';
import { planOf, type Plan, type Row, type Rows, type Write } from './store.ts';
import { together } from './together.ts';

type Ask = <Found extends pg.QueryResultRow>(query: pg.QueryConfig) => Promise<Found[]>;

/**
 * `offset 0` holds the database to one look into the index for each key. Left to itself it plans for the empty tables of a
 * hall's first minute to be read from end to end, and a prepared statement keeps its plan when they have grown.
 */
export const loadKeys = {
  name: 'load-keys',
  text: `select d.* from unnest($1::text[], $2::text[]) as w (hall, key)
    cross join lateral (
      select hall, key, version, open, sealed from document
      where hall = w.hall collate "C" and key = w.key collate "C"
      offset 0
    ) d`,
};

/**
 * All or nothing in one statement, so that no lock outlives one trip to the database: where a row has moved, the last line
 * divides by zero, and nothing of it happened. It carries one write or several that have nothing to do with each other.
 */
export const writeAll = {
  name: 'write',
  text: `with put as (
      insert into document as d (hall, key, version, open, sealed)
      select * from unnest($1::text[], $2::text[], $3::int[], $4::text[], $5::text[])
      on conflict (hall, key) do update
        set version = excluded.version, open = excluded.open, sealed = excluded.sealed
        where d.version = excluded.version - 1
      returning 1
    ), keep as (
      select 1 from unnest($6::text[], $7::text[], $8::int[]) as k (hall, key, version)
      cross join lateral (
        select 1 from document d
        where d.hall = k.hall collate "C" and d.key = k.key collate "C" and d.version = k.version
        for share
      ) same
    ), remember as (
      insert into sent (hall, key, at, outcome)
      select * from unnest($9::text[], $10::text[], $11::bigint[], $12::text[])
    ), entry as (
      insert into log (hall, id, at, actor, command, keys, events)
      select * from unnest($9::text[], $13::uuid[], $11::bigint[], $14::text[], $15::text[], $16::text[], $17::text[])
    )
    select 1 / ((select count(*) from put) + (select count(*) from keep) = $18)::int`,
};

/** Lost races: division by zero (above), a row both wanted to add, serialization, deadlock, a lock waited for too long. */
const RACES = new Set(['22012', '23505', '40001', '40P01', '55P03']);

interface Wanted {
  readonly hall: string;
  readonly keys: readonly Key[];
}

export function loadsBehind(ask: Ask): (wanted: Wanted) => Promise<Rows> {
  return together(async (all: readonly Wanted[]) => {
    const places = new Map(
      all.flatMap(({ hall, keys }) =>
        keys.map((key) => [placeOf(hall, key), [hall, key]] as const),
      ),
    );
    const rows = await ask<Row & { hall: string; key: Key }>({
      ...loadKeys,
      values: columnsOf([...places.values()], 2),
    });
    const found = new Map(rows.map(({ hall, key, ...row }) => [placeOf(hall, key), row]));
    return all.map(({ hall, keys }) => {
      const mine = keys.map((key) => [key, found.get(placeOf(hall, key))] as const);
      return new Map(mine.filter((pair): pair is [Key, Row] => pair[1] !== undefined));
    });
  });
}

/** A write, and what it puts and keeps. */
interface Bid extends Pick<Write, 'entry' | 'sent'>, Plan {
  readonly hall: string;
}

export function writesBehind(ask: Ask): (write: Write & { hall: string }) => Promise<boolean> {
  async function alone(bid: Bid): Promise<boolean> {
    try {
      await ask({ ...writeAll, values: valuesOf([bid]) });
      return true;
    } catch (error) {
      if (error instanceof pg.DatabaseError && RACES.has(error.code ?? '')) return false;
      throw error;
    }
  }

  const board = together(async (bids: readonly Bid[]) => {
    if (bids.length === 1) return bids.map(alone);
    try {
      await ask({ ...writeAll, values: valuesOf(bids) });
      return bids.map(() => true);
    } catch (error) {
      // One of them is refused, nothing says which, and nothing of any of them has happened.
      if (error instanceof pg.DatabaseError) return bids.map(alone);
      throw error;
    }
  }, strangers);
  return ({ hall, seen, changes, entry, sent }) =>
    board({ hall, entry, sent, ...planOf({ seen, changes }) });
}

function valuesOf(bids: readonly Bid[]): unknown[] {
  const byPlace = (a: readonly unknown[], b: readonly unknown[]): number =>
    placeOf(a[0], a[1]) < placeOf(b[0], b[1]) ? -1 : 1;
  const put = bids.flatMap(({ hall, put: rows }) =>
    rows.map(({ key, version, open, sealed }) => [hall, key, version, open, sealed]),
  );
  const keep = bids.flatMap(({ hall, keep: rows }) =>
    rows.map(([key, version]) => [hall, key, version]),
  );
  const done = bids.map(({ hall, sent, entry: { id, at, actor, command, keys, events } }) => [
    ...[hall, sent.key, at, sent.outcome],
    ...[id, actor, command, JSON.stringify(keys), JSON.stringify(events)],
  ]);
  return [
    ...columnsOf(put.sort(byPlace), 5),
    ...columnsOf(keep.sort(byPlace), 3),
    ...columnsOf(done, 9),
    put.length + keep.length,
  ];
}

/** Those whose statements could be seen as one after another, in whatever order: nobody writes what another looked at. */
function strangers(): (bid: Bid) => boolean {
  const [kept, put] = [new Set<string>(), new Set<string>()];
  return ({ hall, sent, ...plan }) => {
    const puts = [
      ...plan.put.map(({ key }) => placeOf(hall, key)),
      placeOf(hall, sent.key, 'sent'),
    ];
    const keeps = plan.keep.map(([key]) => placeOf(hall, key));
    if (puts.some((place) => put.has(place) || kept.has(place))) return false;
    if (keeps.some((place) => put.has(place))) return false;
    for (const place of puts) put.add(place);
    for (const place of keeps) kept.add(place);
    return true;
  };
}

/** Neither a hall nor a key holds a zero. */
const placeOf = (...names: readonly unknown[]): string => names.join('\0');

const columnsOf = (rows: readonly (readonly unknown[])[], width: number): unknown[][] =>
  Array.from({ length: width }, (_, i) => rows.map((row) => row[i]));
