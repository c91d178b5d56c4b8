/**
 * Seals what is personal before it reaches the store: AES-256-GCM, bound to its place, so that rows cannot be swapped. The
 * id of the key stands in front, so a hall can change its key and still read what the old one sealed.
 */
import {
  createCipheriv,
  createDecipheriv,
  createSecretKey,
  randomBytes,
  type KeyObject,
} from 'node:crypto';
import { StoreFault } from './store/store.ts';

export interface SealKey {
  readonly id: string;
  readonly bytes: Uint8Array;
}

export interface Sealer {
  /** `place` says where it will lie, such as `hall|key`; it opens nowhere else. */
  seal(place: string, value: unknown): string;
  /** Throws the fault `sealed` where key, place or text is not the right one. */
  open(place: string, sealed: string): unknown;
}

/** The first key seals; all of them open. */
export function openSealer(keys: readonly [SealKey, ...SealKey[]]): Sealer {
  const byId = new Map(keys.map(({ id, bytes }) => [id, createSecretKey(bytes)]));
  const [{ id: current }] = keys;
  const keyOf = (id: string): KeyObject => {
    const key = byId.get(id);
    if (!key) throw new StoreFault('sealed', new Error(`There is no key ${id}.`));
    return key;
  };

  return {
    seal(place, value) {
      const iv = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', keyOf(current), iv);
      cipher.setAAD(Buffer.from(place));
      const text = Buffer.concat([cipher.update(JSON.stringify(value)), cipher.final()]);
      return `${current}.${Buffer.concat([iv, cipher.getAuthTag(), text]).toString('base64')}`;
    },
    open(place, sealed) {
      const dot = sealed.indexOf('.');
      const key = keyOf(sealed.slice(0, dot));
      const bytes = Buffer.from(sealed.slice(dot + 1), 'base64');
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12), {
          authTagLength: 16,
        });
        decipher.setAAD(Buffer.from(place));
        decipher.setAuthTag(bytes.subarray(12, 28));
        const text = Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]);
        return JSON.parse(text.toString()) as unknown;
      } catch (error) {
        throw new StoreFault('sealed', error);
      }
    },
  };
}
