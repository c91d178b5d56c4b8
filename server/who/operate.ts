/**
 * What `mulin-hall` does about who may come, and who asks to be forgotten: it asks the hall that runs on this machine, with
 * a token made from the key that seals. So it works while the hall is open, and on the embedded store too, which one process
 * holds.
 */
import { createInterface } from 'node:readline/promises';
import QRCode from 'qrcode';
import { v7 as uuidv7 } from 'uuid';
import type { Outcome } from '../../src/gateway/contract.ts';
import { normalId, readResidentId } from '../../src/model/shared/identity.ts';
import type { Erased, EraseRefusal } from '../../src/model/shared/erasure.ts';
import { OperatorMistake } from '../mistake.ts';
import { keysOf } from '../open.ts';
import type { Settings } from '../settings.ts';
import { operatorToken } from './who.ts';

export const whoUsage = `
  mulin-hall enrol [--as kiosk|board|counter] --name NAME   a code for one terminal, good for ten minutes
  mulin-hall devices                                        all enrolled terminals
  mulin-hall devices revoke ID                              turns one away, at once
  mulin-hall staff                                          who signs in with a password
  mulin-hall staff add ID --roles counter,case,admin        password, phone and paper codes, shown once
  mulin-hall staff reset ID                                 new ones; the old ones and all sessions end
  mulin-hall staff remove ID                                at once
  mulin-hall erase                                          forgets a person; reads their number from the input`;

/**
 * Lines to print. Throws an `OperatorMistake` where it can't be done. A number is asked for, never taken from the arguments:
 * those are kept by the shell and seen by every user of the machine.
 */
export async function operate(
  args: readonly string[],
  settings: Settings,
  askFor: (what: string) => Promise<string> = askAtTerminal,
): Promise<string> {
  const [what = '', deed = '', id = ''] = args.filter((_, i) => !isOption(args, i));
  const option = (name: string): string | undefined => {
    const at = args.indexOf(`--${name}`);
    return at < 0 ? undefined : args[at + 1];
  };
  const hall = hallOf(settings);
  switch ([what, deed].filter(Boolean).join(' ')) {
    case 'enrol': {
      const body = { as: option('as') ?? 'kiosk', name: option('name') ?? '' };
      return tellCode(await hall<Code>('POST', '/api/devices', body));
    }
    case 'devices':
      return tellDevices(
        (await hall<{ devices: readonly Device[] }>('GET', '/api/devices')).devices,
      );
    case 'devices revoke':
      await hall('DELETE', `/api/devices/${encodeURIComponent(id)}`);
      return `${id} is revoked, and its open streams have ended.`;
    case 'staff': {
      const { staff } = await hall<{ staff: readonly Member[] }>('GET', '/api/staff');
      const lines = staff.map(
        (one) => `${one.id}  ${one.removedAt ? 'removed' : one.roles.join(', ')}`,
      );
      return lines.join('\n') || 'Nobody signs in with a password here.';
    }
    case 'staff add': {
      const roles = (option('roles') ?? 'counter').split(',');
      return tellSecrets(await hall<Secrets>('POST', '/api/staff', { id, roles }));
    }
    case 'staff reset':
      return tellSecrets(
        await hall<Secrets>('POST', `/api/staff/${encodeURIComponent(id)}/reset`, {}),
      );
    case 'staff remove':
      await hall('DELETE', `/api/staff/${encodeURIComponent(id)}`);
      return `${id} is removed and signed out everywhere.`;
    case 'erase': {
      const idNumber = normalId(await askFor('Resident identity number: '));
      if (typeof readResidentId(idNumber) === 'string')
        throw new OperatorMistake(
          'Nothing was erased: this is no resident identity number. Please compare it with the card.',
        );
      const path = '/api/command/person.erase';
      return tellErased(await hall<Outcome<Erased, EraseRefusal>>('POST', path, { idNumber }));
    }
    default:
      throw new OperatorMistake(`That is not understood.\n${whoUsage}`);
  }
}

const isOption = (args: readonly string[], i: number): boolean =>
  args[i]?.startsWith('--') === true || args[i - 1]?.startsWith('--') === true;

function hallOf(settings: Settings) {
  const host = ['0.0.0.0', '::'].includes(settings.host) ? '127.0.0.1' : settings.host;
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${settings.port}`;
  const [key] = keysOf(settings);
  return async <Told>(method: string, path: string, body?: object): Promise<Told> => {
    const response = await fetch(url + path, {
      method,
      headers: {
        authorization: `Bearer ${operatorToken(key)}`,
        'content-type': 'application/json',
        'idempotency-key': uuidv7(),
      },
      ...(body && { body: JSON.stringify(body) }),
    }).catch((error: unknown) => {
      throw new OperatorMistake(
        `No hall answers at ${url}. Start it first: npm start (PORT and HOST as there).`,
        { cause: error },
      );
    });
    if (response.status === 204) return undefined as Told;
    const told = (await response.json()) as Told & { readonly detail?: string };
    if (response.ok) return told;
    throw new OperatorMistake(
      response.status === 401
        ? 'The hall that answers there was opened with another key. MULIN_DATA or MULIN_KEY must be as it has them.'
        : (told.detail ?? `The hall answers ${response.status}.`),
    );
  };
}

interface Code {
  readonly code: string;
  readonly until: number;
}
interface Device {
  readonly id: string;
  readonly name: string;
  readonly seenAt: number;
  readonly revokedAt?: number;
}
interface Member {
  readonly id: string;
  readonly roles: readonly string[];
  readonly removedAt?: number;
}
interface Secrets {
  readonly id: string;
  readonly password: string;
  readonly totp: string;
  readonly recovery: readonly string[];
}

/** One line, from a pipe or from whoever sits there. */
async function askAtTerminal(what: string): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await lines.question(what);
  } finally {
    lines.close();
  }
}

function tellErased(outcome: Outcome<Erased, EraseRefusal>): string {
  if (outcome.status !== 'sent') {
    const open = outcome.status === 'refused' ? outcome.refusal.facts?.['open'] : undefined;
    throw new OperatorMistake(
      `Nothing was erased. Of this person ${open} still to be ended, such as appointments to come: by themselves, or at a counter with the receipt code.`,
    );
  }
  const { documents, kept } = outcome.result;
  const last = kept
    .map(({ until }) => until)
    .toSorted()
    .at(-1);
  return [
    documents === 0 ? 'Nothing is kept under this number.' : `Documents erased: ${documents}.`,
    ...(last === undefined
      ? []
      : [
          `Kept until ${last}, without number and telephone, because limits count it: ${kept.length}.`,
        ]),
    'Backups that were made before still have it: docs/privacy.md.',
  ].join('\n');
}

const qr = (text: string): Promise<string> =>
  QRCode.toString(text, { type: 'terminal', small: true });
const timeOf = (at: number): string => new Date(at).toLocaleString('sv-SE').slice(0, 16);

async function tellCode({ code, until }: Code): Promise<string> {
  return `${await qr(code)}
  ${code.slice(0, 4)} ${code.slice(4)}

Open /enrol on the terminal and type this code. It works once, until ${timeOf(until).slice(11)}.`;
}

function tellDevices(devices: readonly Device[]): string {
  const lines = devices.map(
    ({ id, name, seenAt, revokedAt }) =>
      `${id}  ${name}  ${revokedAt ? `revoked ${timeOf(revokedAt)}` : `seen ${timeOf(seenAt)}`}`,
  );
  return lines.join('\n') || 'No terminal is enrolled.';
}

async function tellSecrets({ id, password, totp, recovery }: Secrets): Promise<string> {
  return `${await qr(totp)}
  account    ${id}
  password   ${password}
  phone      scan the code above with an authenticator, or type ${new URL(totp).searchParams.get('secret')}
  on paper   ${recovery.slice(0, 4).join('  ')}
             ${recovery.slice(4).join('  ')}

This is shown once. Each code on paper stands in for the phone once.`;
}
