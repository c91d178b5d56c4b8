/**
 * The secrets of a hall in one browser. Seals the personal fields of a document before it is stored. The key is made here, cannot be taken out of the browser
 * (non-extractable), and dies with the database; what is sealed is bound to its row, so rows cannot be swapped. A second key
 * makes the pseudonyms by which documents are found.
 */
import type { Alias } from '../../model/shared/law.ts';
import { StoreFault, type Rows, type Store } from './store.ts';

const KEY_ROW = 'key';

interface KeyRow {
  /** Tells one key from another, since a key itself says nothing. */
  readonly id: string;
  readonly key: CryptoKey;
  readonly aliasKey: CryptoKey;
}

export interface Sealed {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly bytes: ArrayBuffer;
}

export interface Sealer {
  seal(row: string, value: unknown): Promise<Sealed>;
  open(row: string, sealed: Sealed): Promise<unknown>;
  alias(value: string): Promise<Alias>;
  /** Whether the database still holds this very key. It does not after somebody has cleared the site's data. */
  isCurrent(rows: Rows): Promise<boolean>;
}

export async function openSealer(store: Store): Promise<Sealer> {
  // Browsers hand out WebCrypto to https and to this machine only; without it nothing personal may be stored.
  if (!globalThis.crypto?.subtle) throw new StoreFault('insecure-page', undefined);
  const { id, key, aliasKey } = await keyOf(store);
  const algorithm = (row: string, iv: Uint8Array<ArrayBuffer>) => ({
    name: 'AES-GCM',
    iv,
    additionalData: new TextEncoder().encode(row),
  });
  return {
    async seal(row, value) {
      const iv = crypto.getRandomValues(new Uint8Array(12));
      const plain = new TextEncoder().encode(JSON.stringify(value));
      return {
        iv,
        bytes: await crypto.subtle.encrypt(algorithm(row, iv), key, plain),
      };
    },
    async open(row, { iv, bytes }) {
      try {
        const plain = await crypto.subtle.decrypt(algorithm(row, iv), key, bytes);
        return JSON.parse(new TextDecoder().decode(plain)) as unknown;
      } catch (error) {
        throw new StoreFault('sealed', error);
      }
    },
    async alias(value) {
      const text = new TextEncoder().encode(value);
      const bytes = new Uint8Array(await crypto.subtle.sign('HMAC', aliasKey, text));
      return btoa(String.fromCharCode(...bytes))
        .replaceAll('+', '-')
        .replaceAll('/', '_')
        .replace('=', '');
    },
    async isCurrent(rows) {
      return ((await rows.get(KEY_ROW)) as KeyRow | undefined)?.id === id;
    },
  };
}

async function keyOf(store: Store): Promise<KeyRow> {
  // Made before the transaction, for inside one nothing but rows may be waited for; two tabs that start together agree
  // on whichever key was stored first.
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  const aliasKey = await crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, [
    'sign',
  ]);
  const fresh: KeyRow = { id: crypto.randomUUID(), key, aliasKey };
  return store.transact('readwrite', async (rows) => {
    // A database from before there were pseudonyms keeps its first key.
    const stored = (await rows.get(KEY_ROW)) as Partial<KeyRow> | undefined;
    if (!stored?.aliasKey) rows.put(KEY_ROW, { ...fresh, ...stored });
    return { ...fresh, ...stored };
  });
}
