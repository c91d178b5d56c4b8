/** What a hall does beside serving, in every process, without two of them getting into each other's way. */
import { openAuditKey } from './audit/key.ts';
import { keepChaining } from './audit/keeper.ts';
import { logEvent, logTrouble } from './log.ts';
import { resealAll } from './reseal.ts';
import type { Sealer } from './seal.ts';
import type { Store } from './store/store.ts';

export interface Caretaker {
  /** Waits for what is under way. */
  stop(): Promise<void>;
}

export async function startCaretaker({
  hall,
  store,
  sealer,
  hasOldKeys,
}: {
  readonly hall: string;
  readonly store: Store;
  readonly sealer: Sealer;
  /** Whether more keys are here than the one that seals. */
  readonly hasOldKeys: boolean;
}): Promise<Caretaker> {
  const key = await openAuditKey(hall, store, sealer, store.now());
  const stopChaining = keepChaining(hall, store, key, {
    onHead: ({ seq, hash }) => logEvent('audit.chained', { head: `${seq}:${hash}` }),
    onError: (error) => logTrouble('audit.not-chained', error),
  });
  const resealing = hasOldKeys
    ? resealAll(hall, store, sealer).then(
        (documents) => logEvent('keys.resealed', { documents }),
        (error: unknown) => logTrouble('keys.not-resealed', error),
      )
    : undefined;
  return {
    async stop() {
      await Promise.all([stopChaining(), resealing]);
    },
  };
}
