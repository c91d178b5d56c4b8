/** One gesture of one terminal, under its idempotency key: what it was told is remembered, sealed, for that gesture only. */
import { createHash } from 'node:crypto';
import type { Outcome } from '../src/gateway/contract.ts';
import type { Actor } from '../src/model/shared/law.ts';
import type { Sealer } from './seal.ts';
import type { Store } from './store/store.ts';

export interface Sending {
  readonly actor: Actor;
  /** One gesture, one key: sent twice, it happens once and answers the same. */
  readonly idempotencyKey: string;
  /** Whom wrong guesses are counted against; without it, the actor. */
  readonly from?: string;
}

export interface Gesture {
  /** The outcome as the store may keep it. */
  seal(result: unknown): string;
  /** What this gesture was told when it was sent before. */
  earlier(): Promise<Outcome<unknown> | undefined>;
}

export function gestureOf({
  hall,
  store,
  sealer,
  name,
  input,
  sending: { actor, idempotencyKey },
}: {
  hall: string;
  store: Store;
  sealer: Sealer;
  name: string;
  input: unknown;
  sending: Sending;
}): Gesture {
  // The seal binds the outcome to all of this, so whoever guesses a key does not get somebody else's answer.
  const digest = (): string =>
    createHash('sha256')
      .update(JSON.stringify(input) ?? '')
      .digest('base64');
  const place = (): string =>
    JSON.stringify([hall, 'sent', idempotencyKey, name, nameOf(actor), digest()]);

  return {
    seal: (result) => sealer.seal(place(), result),
    async earlier() {
      const outcome = await store.outcome(hall, idempotencyKey);
      if (outcome === undefined) return undefined;
      try {
        return { status: 'sent', result: sealer.open(place(), outcome) };
      } catch {
        const reason = 'This idempotency key was used for something else.';
        return { status: 'refused', refusal: { code: 'input.invalid', at: '', facts: { reason } } };
      }
    },
  };
}

export const nameOf = (actor: Actor): string =>
  actor.kind === 'anonymous' ? actor.kind : `${actor.kind}/${actor.id}`;
