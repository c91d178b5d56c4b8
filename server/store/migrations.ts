/** The numbered SQL files of a store, `001-documents.sql` and on. One that has run somewhere is never edited again. */
import { readdirSync, readFileSync } from 'node:fs';

export interface Migration {
  readonly number: number;
  readonly sql: string;
}

export function migrationsIn(folder: URL): readonly Migration[] {
  return readdirSync(folder)
    .filter((file) => /^\d{3}-.+\.sql$/.test(file))
    .toSorted()
    .map((file, index) => {
      const number = Number(file.slice(0, 3));
      if (number !== index + 1)
        throw new Error(`Migration ${index + 1} is missing before ${file}.`);
      return { number, sql: readFileSync(new URL(file, folder), 'utf8') };
    });
}
