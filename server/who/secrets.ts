/** Secrets that are handed out once and kept as digests only. */
import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';

/** 256 bits that nobody guesses, for a cookie. */
export const freshToken = (): string => randomBytes(32).toString('base64url');

/** SHA-256 in hex. A token of 256 bits needs no salt and no slow function. */
export const digestOf = (secret: string): string =>
  createHash('sha256').update(secret).digest('hex');

/** Eight digits and no letters: the only keys that every terminal has on its screen. */
export const freshCode = (): string => String(randomInt(10 ** 8)).padStart(8, '0');

/** Takes as long for a near miss as for a far one. */
export const isSame = (one: string, other: string): boolean =>
  timingSafeEqual(Buffer.from(digestOf(one)), Buffer.from(digestOf(other)));
