import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import type { Instant } from '../../src/model/shared/law.ts';
import type { Sealer } from '../seal.ts';
import { openSecret } from '../secret.ts';
import type { Store } from '../store/store.ts';

export interface AuditKey {
  readonly secret: KeyObject;
  readonly public: KeyObject;
}

/** PKCS #8 around the 32 bytes of an Ed25519 key (RFC 8410). */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** Whoever can write into the database, and no more, can't sign: the key lies there sealed. */
export async function openAuditKey(
  hall: string,
  store: Store,
  sealer: Sealer,
  at: Instant,
): Promise<AuditKey> {
  const seed = await openSecret(hall, store, sealer, 'hall/audit-key', at);
  const key = Buffer.concat([PKCS8, seed]);
  const secret = createPrivateKey({ key, format: 'der', type: 'pkcs8' });
  return { secret, public: createPublicKey(secret) };
}
