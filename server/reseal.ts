/**
 * Puts the seal of the present key on everything that an older one has sealed, so that the old one can go. Contents and
 * versions stay as they are, so it may run while halls serve: whoever writes meanwhile seals anew anyway.
 */
import type { Key } from '../src/model/shared/law.ts';
import type { Sealer } from './seal.ts';
import type { Store } from './store/store.ts';

const PAGE = 500;

/** Answers how many documents were sealed anew. */
export async function resealAll(hall: string, store: Store, sealer: Sealer): Promise<number> {
  let count = 0;
  let after: Key = '';
  for (;;) {
    const page = await store.sealed(hall, after, PAGE);
    for (const { key, sealed } of page) {
      if (sealer.isCurrent(sealed)) continue;
      const place = `${hall}|${key}`;
      const fresh = sealer.seal(place, sealer.open(place, sealed));
      if (await store.reseal(hall, key, sealed, fresh)) count += 1;
    }
    if (page.length < PAGE) return count;
    after = page.at(-1)!.key;
  }
}
