/** The shared store: PostgreSQL, with as many processes beside each other as one likes. Plain prepared SQL by `pg`. */
import pg from 'pg';
import type { Instant, Key } from '../../src/model/shared/law.ts';
import { follow } from './follower.ts';
import { chainBehind } from './postgres-chain.ts';
import { migrate } from './postgres-migrate.ts';
import { entryOf, type EntryRow } from './postgres-rows.ts';
import { loadsBehind, writesBehind } from './postgres-trips.ts';
import { StoreFault, type Row, type Store } from './store.ts';

export interface PostgresOptions {
  /** Connections of this process; one more listens. */
  readonly connections?: number;
  /** Milliseconds from one look for other processes' changes to the next. */
  readonly pollEvery?: number;
  /** Milliseconds that a statement may take. */
  readonly timeLimit?: number;
  /** This machine's clock, for tests of one that is wrong. */
  readonly clock?: () => Instant;
}

const loadRanges = {
  name: 'load-ranges',
  text: `select key, version, open, sealed from document
      where hall = $1 and key = any($2::text[])
    union all
    select d.key, d.version, d.open, d.sealed
    from unnest($3::text[], $4::text[]) as r (first, beyond)
    join document d on d.hall = $1 and d.key >= r.first collate "C" and d.key < r.beyond collate "C"`,
};

export async function openPostgres(
  url: string,
  { connections = 10, pollEvery = 1000, timeLimit = 5000, clock = Date.now }: PostgresOptions = {},
): Promise<Store> {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    application_name: 'mulin-hall',
    connectionTimeoutMillis: timeLimit,
    statement_timeout: timeLimit,
    lock_timeout: timeLimit / 2,
    query_timeout: timeLimit + 1000, // for when nobody is there any more to keep to the limit
  });
  // An idle connection broke, as when the database restarts; whoever asks next gets a fresh one.
  pool.on('error', () => undefined);
  // And one that breaks while somebody uses it says so twice: to him, and here.
  pool.on('connect', (client) => client.on('error', () => undefined));

  async function ask<Found extends pg.QueryResultRow>(query: pg.QueryConfig): Promise<Found[]> {
    // Not pool.query: that throws a good connection away with every refused statement, and a lost race is one.
    const client = await pool.connect().catch((error: unknown) => {
      throw faultOf(error);
    });
    let isBroken = false;
    try {
      return (await client.query<Found>(query)).rows;
    } catch (error) {
      isBroken = !(error instanceof pg.DatabaseError);
      throw faultOf(error);
    } finally {
      client.release(isBroken);
    }
  }

  const follower = await migrate(url)
    .then(() => follow({ url, ask, pollEvery, clock }))
    .catch(async (error: unknown) => {
      await pool.end();
      throw faultOf(error);
    });

  const loadAt = loadsBehind(ask);
  const writeAt = writesBehind(ask);

  return {
    now: follower.now,

    async load(hall, wanted) {
      const keys = wanted.filter((one) => typeof one === 'string');
      const ranges = wanted.filter((one) => typeof one !== 'string');
      if (ranges.length === 0) return loadAt({ hall, keys });
      const rows = await ask<Row & { key: Key }>({
        ...loadRanges,
        values: [hall, keys, ranges.map(({ from }) => from), ranges.map(({ to }) => to)],
      });
      return new Map(rows.map(({ key, ...row }) => [key, row]));
    },

    async outcome(hall, sentKey) {
      const text = 'select outcome from sent where hall = $1 and key = $2';
      const values = [hall, sentKey];
      return (await ask<{ outcome: string }>({ name: 'outcome', text, values }))[0]?.outcome;
    },

    async write(hall, write) {
      const isDone = await writeAt({ hall, ...write });
      if (isDone) follower.announce(hall, write.entry);
      return isDone;
    },

    async entries(hall, after, limit) {
      const rows = await ask<EntryRow>({
        name: 'entries',
        text: `select id, at, actor, command, keys, events from log
          where hall = $1 and id > $2 order by id limit $3`,
        values: [hall, after || '00000000-0000-0000-0000-000000000000', limit],
      });
      return rows.map(entryOf);
    },

    sealed: (hall, after, limit) =>
      ask({
        text: `select key, sealed from document
          where hall = $1 and key > $2 and sealed is not null order by key limit $3`,
        values: [hall, after, limit],
      }),

    async reseal(hall, key, from, to) {
      const text =
        'update document set sealed = $4 where hall = $1 and key = $2 and sealed = $3 returning 1';
      return (await ask({ text, values: [hall, key, from, to] })).length === 1;
    },

    chain: chainBehind(ask),

    listen: (hall, onChange) => follower.listen(hall, onChange),

    async forgetOutcomes(hall, before) {
      await ask({ text: 'delete from sent where hall = $1 and at < $2', values: [hall, before] });
    },

    async ping() {
      await ask({ text: 'select 1' });
    },

    async close() {
      await follower.close();
      await pool.end();
    },
  };
}

function faultOf(error: unknown): unknown {
  if (error instanceof TypeError || error instanceof StoreFault) return error; // a mistake of ours stays one
  if (!(error instanceof pg.DatabaseError)) return new StoreFault('store-unavailable', error); // the line is cut
  const { code = '' } = error;
  if (code === '53100') return new StoreFault('disk-full', error);
  if (['53300', '57014'].includes(code)) return new StoreFault('busy', error);
  // Connection lost, shutting down, starting up, or read-only after a failover.
  if (/^(08|57P|25006)/.test(code)) return new StoreFault('store-unavailable', error);
  return error;
}
