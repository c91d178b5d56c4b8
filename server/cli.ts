/** `mulin-hall`: what an operator does beside starting and stopping. Every mistake is a sentence. */
import { parseArgs } from 'node:util';
import { openAuditKey } from './audit/key.ts';
import { chainLog } from './audit/keeper.ts';
import { verifyLog } from './audit/verify.ts';
import { readBackup, writeBackup } from './backup/file.ts';
import { fillPostgres, rowsOfPostgres } from './backup/postgres.ts';
import { fillSqlite, rowsOfSqlite } from './backup/sqlite.ts';
import { freshKey } from './keys.ts';
import { OperatorMistake } from './mistake.ts';
import { keysOf, openStoreOf } from './open.ts';
import { packIn } from './packs.ts';
import { resealAll } from './reseal.ts';
import { openSealer, type Sealer } from './seal.ts';
import { readSettings, type Settings } from './settings.ts';
import { StoreFault, type Store } from './store/store.ts';
import { operate, whoUsage } from './who/operate.ts';

const usage = `Usage: mulin-hall <command>

  backup <file>          Writes all halls of the store into one file. Halls may go on serving.
  restore <file>         Fills an empty store from such a file, whichever store it came from.
  audit verify           Finds entries of the log that were changed, removed or added.
    --head <seq:hash>    Also checks a head that was kept elsewhere.
  reseal                 Seals everything anew with the first key. Halls may go on serving.
  new-key [--sm4]        Prints a fresh key, for AES-256-GCM or for SM4.

While the hall is open:
${whoUsage}

Which store, pack and keys is said by the same variables as for the hall: MULIN_DATA or DATABASE_URL,
PAGES, MULIN_PACK, MULIN_KEY. docs/hall.md explains them.
Exit code: 0 done, 1 not done, 2 not understood.`;

/** Answers the exit code. */
export async function run(words: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  try {
    if (/^(enrol|devices|staff|erase)$/.test(words[0] ?? ''))
      return say(await operate(words, readSettings(env)));
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h' },
        head: { type: 'string' },
        sm4: { type: 'boolean' },
      },
    });
    const [command, file, ...more] = positionals;
    if (values.help) return say(usage);
    if (more.length > 0) return misunderstood();
    switch (`${command}${file === undefined ? '' : ' …'}`) {
      case 'backup …':
        return say(await backup(readSettings(env), file!));
      case 'restore …':
        return say(await restore(readSettings(env), file!));
      case 'audit …':
        return file === 'verify' ? await verify(readSettings(env), values.head) : misunderstood();
      case 'reseal':
        return say(await reseal(readSettings(env)));
      case 'new-key':
        return say(freshKey(values.sm4 ? 'sm4' : 'aes'));
      default:
        return misunderstood();
    }
  } catch (error) {
    if (error instanceof OperatorMistake) return complain(error.message, 1);
    if (error instanceof StoreFault) {
      const cause = error.cause instanceof Error ? error.cause.message : '';
      return complain(`The store can’t be used (${error.code}). ${cause}`, 1);
    }
    if (String((error as { code?: unknown }).code).startsWith('ERR_PARSE_ARGS'))
      return complain(`${(error as Error).message}\n\n${usage}`, 2);
    if ((error as { syscall?: unknown }).syscall) return complain((error as Error).message, 1);
    throw error;
  }
}

function say(text: string): number {
  console.log(text);
  return 0;
}

function complain(text: string, code: number): number {
  console.error(text);
  return code;
}

const misunderstood = (): number => complain(usage, 2);

async function backup({ data, database }: Settings, file: string): Promise<string> {
  const rows = database === undefined ? rowsOfSqlite(data) : rowsOfPostgres(database);
  const count = await writeBackup(file, rows);
  return `${count} rows are in ${file}. The keys are not: keep a copy of them in another place.`;
}

async function restore({ data, database }: Settings, file: string): Promise<string> {
  const rows = readBackup(file);
  const count = await (database === undefined
    ? fillSqlite(data, rows)
    : fillPostgres(database, rows));
  return `${count} rows were restored. Start the hall with the keys it had.`;
}

async function verify(settings: Settings, kept: string | undefined): Promise<number> {
  const [, seq, hash = ''] = /^(\d+):([0-9a-f]{64})$/.exec(kept ?? '') ?? [];
  if (kept !== undefined && seq === undefined)
    throw new OperatorMistake('A head is written seq:hash, as audit verify prints it.');
  return withStore(settings, async (hall, store, sealer) => {
    const key = await openAuditKey(hall, store, sealer, store.now());
    await chainLog(hall, store, key, store.now());
    const known = seq === undefined ? undefined : { seq: Number(seq), hash };
    const { links, head, findings } = await verifyLog(hall, store, key.public, known);
    for (const finding of findings) console.error(finding);
    if (findings.length > 0) return complain('The log was tampered with.', 1);
    const end = head ? ` Keep its head elsewhere: ${head.seq}:${head.hash}` : '';
    return say(`${links} entries of the log of ${hall} are as they were written.${end}`);
  });
}

const reseal = (settings: Settings): Promise<string> =>
  withStore(settings, async (hall, store, sealer) => {
    const count = await resealAll(hall, store, sealer);
    const day = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);
    return (
      `${count} documents were sealed anew. Keep the old key until ${day}: ` +
      'answers to gestures of the last seven days are sealed with it.'
    );
  });

/** The hall of the settings, beside whoever serves it. */
async function withStore<Result>(
  settings: Settings,
  work: (hall: string, store: Store, sealer: Sealer) => Promise<Result>,
): Promise<Result> {
  const { id } = packIn(settings.pages, settings.pack);
  const sealer = openSealer(keysOf(settings));
  const store = await openStoreOf(settings, { isBeside: true });
  try {
    return await work(id, store, sealer);
  } finally {
    await store.close();
  }
}
