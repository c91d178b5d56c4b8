/**
 * Seals what is personal before it reaches the store, bound to its place, so that rows cannot be swapped. The id of the key
 * stands in front, so a hall can change its key, or its cipher, and still read what the old one sealed.
 */
import { ciphers, type CipherName } from './ciphers.ts';
import { StoreFault } from './store/store.ts';

export interface SealKey {
  readonly id: string;
  readonly bytes: Uint8Array;
  /** AES-256-GCM where nothing is said. */
  readonly cipher?: CipherName;
}

export interface Sealer {
  /** `place` says where it will lie, such as `hall|key`; it opens nowhere else. */
  seal(place: string, value: unknown): string;
  /** Throws the fault `sealed` where key, place or text is not the right one. */
  open(place: string, sealed: string): unknown;
  /** Whether the key that seals now has sealed this. */
  isCurrent(sealed: string): boolean;
}

/** The first key seals; all of them open. */
export function openSealer(keys: readonly [SealKey, ...SealKey[]]): Sealer {
  const byId = new Map(
    keys.map(({ id, bytes, cipher = 'aes' }) => [id, ciphers[cipher].make(bytes)]),
  );
  const [{ id: current }] = keys;

  return {
    seal(place, value) {
      const sealed = byId.get(current)!.seal(place, JSON.stringify(value));
      return `${current}.${sealed.toString('base64')}`;
    },
    open(place, sealed) {
      const dot = sealed.indexOf('.');
      const id = sealed.slice(0, dot);
      try {
        const cipher = byId.get(id);
        if (!cipher) throw new Error(`There is no key ${id}.`);
        return JSON.parse(
          cipher.open(place, Buffer.from(sealed.slice(dot + 1), 'base64')),
        ) as unknown;
      } catch (error) {
        throw new StoreFault('sealed', error);
      }
    },
    isCurrent: (sealed) => sealed.startsWith(`${current}.`),
  };
}
