/** A hall as the settings want it: which pack, which store, which keys. The only place that chooses. */
import { accessSync, constants, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { startCaretaker, type Caretaker } from './caretaker.ts';
import { openHall, type Hall } from './hall.ts';
import { keysInFile, parseKeys } from './keys.ts';
import { OperatorMistake } from './mistake.ts';
import { packIn } from './packs.ts';
import { openSealer, type SealKey } from './seal.ts';
import type { Settings } from './settings.ts';
import { openPostgres } from './store/postgres.ts';
import { openSqlite, type SqliteOptions } from './store/sqlite.ts';
import { StoreFault, type Store } from './store/store.ts';
import { openWho, type Who } from './who/who.ts';

export interface Opened {
  readonly hall: Hall;
  readonly who: Who;
  readonly caretaker: Caretaker;
}

export async function openHallOf(settings: Settings): Promise<Opened> {
  const pack = packIn(settings.pages, settings.pack);
  const keys = keysOf(settings);
  const sealer = openSealer(keys);
  const store = await openStoreOf(settings);
  const isAlone = ['127.0.0.1', '::1', 'localhost'].includes(settings.host);
  try {
    const hall = await openHall({ pack, store, sealer });
    const who = await openWho({
      hall,
      store,
      sealer,
      keys,
      isAlone,
      origins: settings.origins,
      ...settings.who,
    });
    const caretaker = await startCaretaker({
      hall: hall.id,
      store,
      sealer,
      hasOldKeys: keys.length > 1,
    });
    return { hall, who, caretaker };
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** Throws an `OperatorMistake` where there is none to be had. */
export async function openStoreOf(
  { data, database }: Settings,
  options?: SqliteOptions,
): Promise<Store> {
  try {
    return database === undefined
      ? openSqlite(madeFolder(data), options)
      : await openPostgres(database);
  } catch (error) {
    if (!(error instanceof StoreFault)) throw error;
    const what = database === undefined ? `data folder ${data}` : 'database of DATABASE_URL';
    throw new OperatorMistake(`The ${what} can’t be opened: ${reasonOf(error.cause)}`, {
      cause: error,
    });
  }
}

export function keysOf({ keys, data }: Settings): readonly [SealKey, ...SealKey[]] {
  return keys === undefined
    ? keysInFile(join(madeFolder(data), 'key'))
    : parseKeys(keys, 'MULIN_KEY');
}

function madeFolder(folder: string): string {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    return folder;
  } catch (error) {
    throw new OperatorMistake(
      `The data folder ${folder} can’t be used: ${reasonOf(error)}. Choose one that this user may write: MULIN_DATA.`,
      { cause: error },
    );
  }
}

const reasonOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);
