/**
 * Pseudonyms: a person's documents are found by their number, and the number stands nowhere in the open. With another key
 * nobody's documents would be found again.
 */
import { createHmac } from 'node:crypto';
import type { Alias, Instant } from '../src/model/shared/law.ts';
import type { Sealer } from './seal.ts';
import { openSecret } from './secret.ts';
import type { Store } from './store/store.ts';

export async function openAliases(
  hall: string,
  store: Store,
  sealer: Sealer,
  at: Instant,
): Promise<(value: string) => Alias> {
  const key = await openSecret(hall, store, sealer, 'hall/alias-key', at);
  return (value) => createHmac('sha256', key).update(value).digest('base64url');
}
