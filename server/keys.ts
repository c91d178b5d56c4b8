/** Where the keys come from that seal personal fields: the environment, or a file beside the data, made at first start. */
import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { ciphers, type CipherName } from './ciphers.ts';
import { OperatorMistake } from './mistake.ts';
import type { SealKey } from './seal.ts';

type Keys = readonly [SealKey, ...SealKey[]];

/** A fresh key as `parseKeys` reads it. */
export function freshKey(cipher: CipherName): string {
  const name = cipher === 'aes' ? '' : `${cipher}:`;
  const bytes = randomBytes(ciphers[cipher].keyBytes).toString('base64');
  return `${randomBytes(4).toString('hex')}:${name}${bytes}`;
}

/** `id:base64 of 32 bytes`, or `id:sm4:base64 of 48`, several of them with spaces or commas between, the one that seals first. */
export function parseKeys(text: string, from: string): Keys {
  const keys = text
    .split(/[\s,]+/)
    .filter(Boolean)
    .map((one): SealKey => {
      const [, id, sm4, base64 = ''] = /^([\w-]+):(sm4:)?([A-Za-z0-9+/]+=*)$/.exec(one) ?? [];
      const cipher = sm4 ? 'sm4' : 'aes';
      const bytes = Buffer.from(base64, 'base64');
      if (id === undefined || bytes.length !== ciphers[cipher].keyBytes)
        throw new OperatorMistake(
          `${from} holds something that is no key. A key is written id:base64 of 32 bytes for AES, ` +
            'or id:sm4:base64 of 48 bytes for SM4. To make one: npx mulin-hall new-key',
        );
      return { id, bytes, cipher };
    });
  const [first, ...others] = keys;
  if (!first) throw new OperatorMistake(`${from} holds no key.`);
  return [first, ...others];
}

/** Reads the key file, or makes one that only this user can read. Keep a copy of it away from the data. */
export function keysInFile(file: string): Keys {
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    // On the disk before anything is sealed with it: a power cut must not leave sealed rows and no key.
    const opened = openSync(file, 'wx', 0o600);
    writeSync(opened, `${freshKey('aes')}\n`);
    fsyncSync(opened);
    closeSync(opened);
    const folder = openSync(dirname(file), 'r');
    fsyncSync(folder);
    closeSync(folder);
  }
  return parseKeys(readFileSync(file, 'utf8'), file);
}
