import pg from 'pg';
import { OperatorMistake } from '../mistake.ts';
import { migrate } from '../store/postgres-migrate.ts';
import { NOT_EMPTY, tables, typeOf, type TableRow } from './tables.ts';

const PAGE = 1000;

/** All rows as of one moment. Halls may be at work meanwhile, and no version of pg_dump has to fit. */
export async function* rowsOfPostgres(url: string): AsyncGenerator<TableRow> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  await client.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    for (const [table, names] of tables) {
      await client.query(
        `declare page no scroll cursor for select ${names.join(', ')} from ${table}`,
      );
      for (;;) {
        const { rows } = await client.query<Record<string, string | number | null>>(
          `fetch ${PAGE} from page`,
        );
        for (const row of rows) yield [table, ...names.map((name) => numbered(name, row[name]!))];
        if (rows.length < PAGE) break;
      }
      await client.query('close page');
    }
  } finally {
    await client.end();
  }
}

/** `pg` makes a text of every bigint; a time and a count are numbers. */
const numbered = (name: string, value: string | number | null): string | number | null =>
  typeOf(name) === 'bigint' ? Number(value) : value;

/** All of it or nothing. */
export async function fillPostgres(url: string, rows: AsyncIterable<TableRow>): Promise<number> {
  await migrate(url);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('begin');
    for (const [table] of tables) {
      await client.query(`lock table ${table} in exclusive mode`);
      if ((await client.query(`select 1 from ${table} limit 1`)).rowCount)
        throw new OperatorMistake(NOT_EMPTY);
    }
    const waiting = new Map(tables.map(([table]) => [table, [] as (string | number | null)[][]]));
    const names = new Map(tables);
    let count = 0;
    const flush = async (table: TableRow[0]): Promise<void> => {
      const page = waiting.get(table)!.splice(0);
      const columns = names.get(table)!;
      const arrays = columns.map((name, i) => `$${i + 1}::${typeOf(name)}[]`).join(', ');
      await client.query(
        `insert into ${table} (${columns.join(', ')}) select * from unnest(${arrays})`,
        columns.map((_, i) => page.map((values) => values[i])),
      );
    };
    for await (const [table, ...values] of rows) {
      const page = waiting.get(table)!;
      page.push(values);
      if (page.length === PAGE) await flush(table);
      count += 1;
    }
    for (const [table] of tables) await flush(table);
    await client.query('commit');
    return count;
  } finally {
    await client.end(); // which takes back what was not committed
  }
}
