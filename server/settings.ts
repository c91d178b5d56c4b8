/** What an operator says by environment variables. Whoever says something odd gets a sentence. */
import { fileURLToPath } from 'node:url';
import { OperatorMistake } from './mistake.ts';
import { readWhoSettings, type WhoSettings } from './who/settings.ts';

export interface Settings {
  readonly host: string;
  readonly port: number;
  /** The folder with the built pages and their packs. */
  readonly pages: string;
  /** The id of the pack to open with; needed where the pages bring several. */
  readonly pack?: string;
  /** The folder of the embedded store and of the key file. */
  readonly data: string;
  /** `postgres://…`: the shared store, instead of the embedded one. */
  readonly database?: string;
  /** Keys that seal personal fields, instead of the key file. */
  readonly keys?: string;
  /** Who may come, as far as an operator has a say. */
  readonly who: WhoSettings;
}

const besideUs = (folder: string): string => fileURLToPath(new URL(folder, import.meta.url));

export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const said = (name: string): string | undefined => env[name]?.trim() || undefined;
  const port = Number(said('PORT') ?? 8080);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new OperatorMistake(`PORT must be a number from 0 to 65535, not “${said('PORT')}”.`);
  const [pack, database, keys] = [said('MULIN_PACK'), said('DATABASE_URL'), said('MULIN_KEY')];
  if (database !== undefined && !/^postgres(ql)?:\/\/./.test(database))
    throw new OperatorMistake(
      'DATABASE_URL must be the address of a PostgreSQL database, postgres://user:password@host:5432/name. ' +
        'Leave it out to keep everything in a folder of this machine.',
    );
  return {
    host: said('HOST') ?? '127.0.0.1',
    port,
    pages: said('PAGES') ?? besideUs('../dist/kiosk'),
    data: said('MULIN_DATA') ?? besideUs('../data'),
    who: readWhoSettings(said),
    ...(pack !== undefined && { pack }),
    ...(database !== undefined && { database }),
    ...(keys !== undefined && { keys }),
  };
}
