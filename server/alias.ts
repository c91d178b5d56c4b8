/**
 * Pseudonyms: a person's documents are found by their number, and the number stands nowhere in the open. Their key is made at
 * the first start and kept sealed in the store, because it must outlive every sealing key: with another one nobody's documents
 * would be found again.
 */
import { createHmac, randomBytes } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import type { Alias, Instant } from '../src/model/shared/law.ts';
import { OperatorMistake } from './mistake.ts';
import type { Sealer } from './seal.ts';
import type { Store } from './store/store.ts';

/** Lives where no kind of document does. */
const KEY = 'hall/alias-key';

/**
 * Every start but the first reads what the first has sealed, and throws with a sentence where it can't: better not to start
 * at all than to fail at every appointment. Of two processes that start together one is first, and both get the same key.
 */
export async function openAliases(
  hall: string,
  store: Store,
  sealer: Sealer,
  at: Instant,
): Promise<(value: string) => Alias> {
  const place = `${hall}|${KEY}`;
  const look = async (): Promise<string | null | undefined> =>
    (await store.load(hall, [KEY])).get(KEY)?.sealed;
  const make = async (): Promise<void> => {
    const id = uuidv7();
    const sealed = sealer.seal(place, randomBytes(32).toString('base64'));
    await store.write(hall, {
      seen: new Map(),
      changes: [{ key: KEY, open: '{}', sealed }],
      entry: { id, at, actor: 'hall', command: 'hall.open', keys: [KEY], events: [] },
      sent: { key: `hall.open-${id}`, outcome: '' },
    }); // where somebody else was quicker, theirs is the one
  };
  let sealed = await look();
  if (!sealed) {
    await make();
    sealed = await look();
  }
  const key = Buffer.from(unseal(hall, sealer, place, sealed ?? ''), 'base64');
  return (value) => createHmac('sha256', key).update(value).digest('base64url');
}

function unseal(hall: string, sealer: Sealer, place: string, sealed: string): string {
  try {
    return sealer.open(place, sealed) as string;
  } catch (error) {
    throw new OperatorMistake(
      `The documents of hall ${hall} are sealed with key ${sealed.split('.')[0]}, which is not here. ` +
        'Put it back: in MULIN_KEY, or in the file key beside the data.',
      { cause: error },
    );
  }
}
