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
  /** Origins whose pages may use the API. */
  readonly origins: readonly string[];
  /** Requests of one address or one terminal in a minute; 0 for any number. */
  readonly rate: number;
  readonly metricsToken?: string;
  /** Whether each request gets a line in the log. */
  readonly logsRequests: boolean;
  /** Who may come, as far as an operator has a say. */
  readonly who: WhoSettings;
}

const besideUs = (folder: string): string => fileURLToPath(new URL(folder, import.meta.url));

export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const said = (name: string): string | undefined => env[name]?.trim() || undefined;
  const port = Number(said('PORT') ?? 8080);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new OperatorMistake(`PORT must be a number from 0 to 65535, not “${said('PORT')}”.`);
  const metricsToken = said('MULIN_METRICS_TOKEN');
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
    origins: originsIn(said('MULIN_ORIGINS') ?? ''),
    rate: rateIn(said('MULIN_RATE') ?? '1200'),
    logsRequests: said('MULIN_LOG') === 'requests',
    ...(metricsToken !== undefined && { metricsToken }),
    ...(pack !== undefined && { pack }),
    ...(database !== undefined && { database }),
    ...(keys !== undefined && { keys }),
  };
}

/** Exact origins, as browsers say them. Never everybody: with cookies that would be everybody's page for anybody. */
function originsIn(text: string): readonly string[] {
  return text
    .split(/[\s,]+/)
    .filter(Boolean)
    .map((origin) => {
      if (/^https?:/.test(origin) && URL.canParse(origin) && new URL(origin).origin === origin)
        return origin;
      throw new OperatorMistake(
        `MULIN_ORIGINS lists origins such as https://www.example.cn, without a path and never *, not “${origin}”.`,
      );
    });
}

function rateIn(text: string): number {
  const rate = Number(text);
  if (Number.isInteger(rate) && rate >= 0) return rate;
  throw new OperatorMistake(
    `MULIN_RATE is the number of requests a minute for one address, 0 for any number, not “${text}”.`,
  );
}
