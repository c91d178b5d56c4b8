import { v7 as uuidv7 } from 'uuid';
import type { Instant } from '../src/model/shared/law.ts';
import type { Sealer } from './seal.ts';
import type { Store } from './store/store.ts';

/** Lives where no kind of document does. */
const KEY = 'hall/key-check';

/**
 * The first start leaves a sealed word in the store, and each later one must be able to read it: better not to start at all
 * than to fail at every appointment. Throws with a sentence.
 */
export async function checkKey(
  hall: string,
  store: Store,
  sealer: Sealer,
  at: Instant,
): Promise<void> {
  const place = `${hall}|${KEY}`;
  const look = async (): Promise<string | null | undefined> =>
    (await store.load(hall, [KEY])).get(KEY)?.sealed;
  const isFirst = async (): Promise<boolean> => {
    const id = uuidv7();
    return store.write(hall, {
      seen: new Map(),
      changes: [{ key: KEY, open: '{}', sealed: sealer.seal(place, {}) }],
      entry: { id, at, actor: 'hall', command: 'hall.open', keys: [KEY], events: [] },
      sent: { key: `hall.open-${id}`, outcome: '' },
    });
  };
  const found = (await look()) ?? ((await isFirst()) ? undefined : await look());
  if (!found) return;
  try {
    sealer.open(place, found);
  } catch (error) {
    throw new Error(
      `The documents of hall ${hall} are sealed with key ${found.split('.')[0]}, which is not here. ` +
        'Put it back: in MULIN_KEY, or in the file key beside the data.',
      { cause: error },
    );
  }
}
