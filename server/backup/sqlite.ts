import { existsSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { OperatorMistake } from '../mistake.ts';
import { openSqlite } from '../store/sqlite.ts';
import { NOT_EMPTY, tables, type TableRow } from './tables.ts';

const fileIn = (folder: string): string => join(folder, 'hall.sqlite');

/** All rows as of one moment. A hall may be at work in the folder: it does not notice. */
export async function* rowsOfSqlite(folder: string): AsyncGenerator<TableRow> {
  if (!existsSync(fileIn(folder)))
    throw new OperatorMistake(`There is no hall in ${folder} yet (MULIN_DATA).`);
  const db = new Database(fileIn(folder), { timeout: 5000 });
  try {
    db.exec('begin'); // a reader of a write-ahead log sees one moment until it leaves
    for (const [table, names] of tables) {
      const all = db.prepare(`select ${names.join(', ')} from ${table}`);
      for (const row of all.iterate([]) as Iterable<Record<string, string | number | null>>)
        yield [table, ...names.map((name) => row[name]!)];
    }
  } finally {
    db.close();
  }
}

/** All of it or nothing. */
export async function fillSqlite(folder: string, rows: AsyncIterable<TableRow>): Promise<number> {
  const store = openSqlite(folder); // makes the tables, and keeps halls away
  const db = new Database(fileIn(folder), { timeout: 5000 });
  try {
    const put = new Map(
      tables.map(([table, names]) => [
        table,
        db.prepare(
          `insert into ${table} (${names.join(', ')}) values (${names.map(() => '?').join(', ')})`,
        ),
      ]),
    );
    if (tables.some(([table]) => db.prepare(`select 1 from ${table} limit 1`).get() !== undefined))
      throw new OperatorMistake(NOT_EMPTY);
    db.exec('begin immediate');
    let count = 0;
    for await (const [table, ...values] of rows) {
      put.get(table)!.run(values);
      count += 1;
    }
    db.exec('commit');
    return count;
  } catch (error) {
    if (db.inTransaction) db.exec('rollback');
    throw error;
  } finally {
    db.close();
    await store.close();
  }
}
