/** The two ways to seal: what leaves here can be neither read nor moved to another place without the key. */
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';

export interface Cipher {
  seal(place: string, text: string): Buffer;
  /** Throws where place or bytes are not the right ones. */
  open(place: string, bytes: Buffer): string;
}

export const ciphers = {
  /** AES-256-GCM (NIST SP 800-38D): 12 bytes of nonce, 16 of tag, the text. The place is what GCM calls additional data. */
  aes: {
    keyBytes: 32,
    make(bytes: Uint8Array): Cipher {
      const key = createSecretKey(bytes);
      return {
        seal(place, text) {
          const nonce = randomBytes(12);
          const cipher = createCipheriv('aes-256-gcm', key, nonce);
          cipher.setAAD(Buffer.from(place));
          const sealed = Buffer.concat([cipher.update(text), cipher.final()]);
          return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
        },
        open(place, bytes_) {
          const decipher = createDecipheriv('aes-256-gcm', key, bytes_.subarray(0, 12), {
            authTagLength: 16,
          });
          decipher.setAAD(Buffer.from(place));
          decipher.setAuthTag(bytes_.subarray(12, 28));
          const text = [decipher.update(bytes_.subarray(28)), decipher.final()];
          return Buffer.concat(text).toString();
        },
      };
    },
  },
  /**
   * SM4 in counter mode (GB/T 32907), then HMAC with SM3 (GB/T 32905) over place, counter and sealed text: Node's OpenSSL
   * has no SM4-GCM. The key is 16 bytes for SM4 and 32 for SM3; the result 16 bytes of counter, 32 of tag, the text.
   */
  sm4: {
    keyBytes: 48,
    make(bytes: Uint8Array): Cipher {
      const key = createSecretKey(bytes.subarray(0, 16));
      const tagKey = createSecretKey(bytes.subarray(16));
      const tagOf = (place: string, counter: Buffer, sealed: Buffer): Buffer => {
        const where = Buffer.from(place);
        const length = Buffer.alloc(4); // so that a byte can't move from the place into the counter
        length.writeUInt32BE(where.length);
        const parts = [length, where, counter, sealed];
        return createHmac('sm3', tagKey).update(Buffer.concat(parts)).digest();
      };
      return {
        seal(place, text) {
          const counter = randomBytes(16);
          const cipher = createCipheriv('sm4-ctr', key, counter);
          const sealed = Buffer.concat([cipher.update(text), cipher.final()]);
          return Buffer.concat([counter, tagOf(place, counter, sealed), sealed]);
        },
        open(place, bytes_) {
          const counter = bytes_.subarray(0, 16);
          const [tag, sealed] = [bytes_.subarray(16, 48), bytes_.subarray(48)];
          if (tag.length !== 32 || !timingSafeEqual(tag, tagOf(place, counter, sealed)))
            throw new Error('The tag does not fit.');
          const decipher = createDecipheriv('sm4-ctr', key, counter);
          return Buffer.concat([decipher.update(sealed), decipher.final()]).toString();
        },
      };
    },
  },
} as const;

export type CipherName = keyof typeof ciphers;
