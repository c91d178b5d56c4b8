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
import { OperatorMistake } from './mistake.ts';
import type { SealKey } from './seal.ts';

type Keys = readonly [SealKey, ...SealKey[]];

/** `id:base64 of 32 bytes`, several of them with spaces or commas between, the one that seals first. */
export function parseKeys(text: string, from: string): Keys {
  const keys = text
    .split(/[\s,]+/)
    .filter(Boolean)
    .map((one): SealKey => {
      const [id = '', base64 = ''] = one.split(':');
      const bytes = Buffer.from(base64, 'base64');
      if (!/^[\w-]+$/.test(id) || bytes.length !== 32)
        throw new OperatorMistake(
          `${from} holds something that is no key. A key is written id:base64, of 32 bytes; make one with: ` +
            "node -p \"'k1:' + crypto.randomBytes(32).toString('base64')\"",
        );
      return { id, bytes };
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
    writeSync(opened, `${randomBytes(4).toString('hex')}:${randomBytes(32).toString('base64')}\n`);
    fsyncSync(opened);
    closeSync(opened);
    const folder = openSync(dirname(file), 'r');
    fsyncSync(folder);
    closeSync(folder);
  }
  return parseKeys(readFileSync(file, 'utf8'), file);
}
