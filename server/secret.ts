import { randomBytes } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import type { Instant, Key } from '../src/model/shared/law.ts';
import { OperatorMistake } from './mistake.ts';
import type { Sealer } from './seal.ts';
import type { Store } from './store/store.ts';

/**
 * 32 random bytes that a hall makes at its first start and keeps sealed in its store, so that they outlive every sealing key.
 * `key` lies where no kind of document does. Of two processes that start together one is first, and both get the same.
 * Throws with a sentence where they were sealed with a key that is not here: better not to start at all than to fail at
 * every appointment.
 */
export async function openSecret(
  hall: string,
  store: Store,
  sealer: Sealer,
  key: Key,
  at: Instant,
): Promise<Buffer> {
  const place = `${hall}|${key}`;
  const look = async (): Promise<string | null | undefined> =>
    (await store.load(hall, [key])).get(key)?.sealed;
  const make = async (): Promise<void> => {
    const id = uuidv7({ msecs: store.now() });
    await store.write(hall, {
      seen: new Map(),
      changes: [
        { key, open: '{}', sealed: sealer.seal(place, randomBytes(32).toString('base64')) },
      ],
      entry: { id, at, actor: 'hall', command: 'hall.open', keys: [key], events: [] },
      sent: { key: `hall.open-${id}`, outcome: '' },
    }); // where somebody else was quicker, theirs is the one
  };
  let sealed = await look();
  if (!sealed) {
    await make();
    sealed = await look();
  }
  return Buffer.from(unseal(hall, sealer, place, sealed ?? ''), 'base64');
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
