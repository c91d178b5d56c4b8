import pg from 'pg';
import { migrationsIn } from './migrations.ts';

/** Any number, as long as nobody else in this database takes the same for another lock. */
const LOCK = 770_115_001;

/** Brings the tables up to date: once, however many processes start together. */
export async function migrate(url: string): Promise<void> {
  // A connection of its own: the lock belongs to the session, and a pool hands out any.
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    await client.query(
      'create table if not exists migration (number integer primary key, ran_at timestamptz not null default now())',
    );
    const { rows } = await client.query<{ done: number }>(
      'select coalesce(max(number), 0) as done from migration',
    );
    const done = rows[0]?.done ?? 0;
    for (const { number, sql } of migrationsIn(new URL('postgres/', import.meta.url))) {
      if (number <= done) continue;
      await client.query('begin');
      await client.query(sql);
      await client.query('insert into migration (number) values ($1)', [number]);
      await client.query('commit');
    }
  } finally {
    await client.end(); // which lets go of the lock, and of a migration that failed half-way
  }
}
