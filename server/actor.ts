/**
 * Who sends a request. So far: a terminal with a device token, or anybody. Not here yet: enrolment by a one-time code, staff
 * with their sessions, citizens with a card or a partner's token.
 */
import { createHash } from 'node:crypto';
import type { Actor } from '../src/model/shared/law.ts';
import { OperatorMistake } from './mistake.ts';

/** Undefined where a token is shown that nobody knows: that is a mistake, not an anonymous visitor. */
export type ActorOf = (headers: Headers) => Actor | undefined;

/** SHA-256 of a device's token, in hex, to the id of the device. The token itself is kept on the device only. */
export type Devices = ReadonlyMap<string, string>;

export function actorsBy(devices: Devices): ActorOf {
  return (headers) => {
    const token =
      /^Bearer (\S+)$/.exec(headers.get('authorization') ?? '')?.[1] ??
      /(?:^|; )mulin-device=([^;\s]+)/.exec(headers.get('cookie') ?? '')?.[1];
    if (token === undefined) return { kind: 'anonymous' };
    const id = devices.get(createHash('sha256').update(token).digest('hex'));
    return id === undefined ? undefined : { kind: 'device', id };
  };
}

/** `kiosk-1:<SHA-256 of its token>`, several of them with spaces or commas between. */
export function parseDevices(text: string): Devices {
  return new Map(
    text
      .split(/[\s,]+/)
      .filter(Boolean)
      .map((one) => {
        const [, id = '', digest = ''] = /^([a-z0-9][\w-]{0,63}):([0-9a-f]{64})$/.exec(one) ?? [];
        if (!id)
          throw new OperatorMistake(
            'MULIN_DEVICES is written id:digest, the digest being SHA-256 in hex.',
          );
        return [digest, id] as const;
      }),
  );
}
