/** One question to the hall and its answer, over a network that breaks. */
import type { Refusal } from '../../model/shared/law.ts';
import type { CommonRefusal, Fault, FaultCode, Outcome, Reply } from '../contract.ts';
import type { HallClock } from './clock.ts';

/** The hall gives up after ten seconds; who waits longer than this waits for nobody. */
const PATIENCE = 12_000;
/** A file takes its time on a slow line: so many bytes in a millisecond are reckoned with (400 kbit/s). */
const SLOW = 50;
/** Bytes a browser sends on after the page has gone (Fetch standard: 64 KiB of all that is under way). */
const SENT_ON = 60_000;
/** What was lost on the way is sent again after these, in milliseconds, under the same idempotency key. */
const AGAIN = [300, 1200];

export type Told = Outcome<unknown> | Reply<unknown>;

export interface CallOptions {
  readonly idempotencyKey?: string;
  readonly signal?: AbortSignal;
  /** How often to try; a queue that comes back by itself tries once. */
  readonly tries?: number;
  /** Sent before the hall knows that somebody has left: it is theirs. */
  readonly isLeftBehind?: boolean;
}

export interface Caller {
  /** Asks or sends. Rejects with the reason of its own signal only; all else is told. */
  post(path: string, body: unknown, options?: CallOptions): Promise<Told>;
  /** One request as it is; undefined where nobody of the hall has answered. */
  request(path: string, init?: RequestInit): Promise<Answered | undefined>;
}

export interface Answered {
  readonly status: number;
  readonly body: unknown;
}

export interface CallerHands {
  /** After every request: whether the hall was there. */
  onReached(reached: boolean): void;
  /** Before every question: false where it must not be asked yet. */
  mayAsk(): Promise<boolean>;
}

export function openCaller(
  url: string,
  clock: HallClock,
  { onReached, mayAsk }: CallerHands,
): Caller {
  async function request(path: string, init: RequestInit = {}): Promise<Answered | undefined> {
    const { signal, body } = init;
    const size = typeof body === 'string' ? body.length : 0;
    const leaving = new AbortController();
    const leave = (): void => leaving.abort();
    const timer = setTimeout(leave, PATIENCE + size / SLOW);
    signal?.addEventListener('abort', leave);
    const start = performance.now();
    let answered: Answered | undefined;
    try {
      const response = await fetch(url + path, { ...init, signal: leaving.signal });
      const now = Number(response.headers.get('Mulin-Now'));
      // Without it a portal, a proxy or a stranger has answered in the hall's place.
      if (now) {
        clock.hear(now, performance.now() - start);
        const text = await response.text();
        answered = { status: response.status, body: text && (JSON.parse(text) as unknown) };
      }
    } catch {
      // nobody there, cut in the middle, or given up
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', leave);
    }
    signal?.throwIfAborted();
    onReached(answered !== undefined);
    return answered;
  }

  return {
    request,
    async post(path, body, options = {}) {
      const { idempotencyKey, signal, tries = AGAIN.length + 1, isLeftBehind } = options;
      const text = JSON.stringify(body) ?? '';
      const init: RequestInit = {
        method: 'POST',
        body: text,
        headers: {
          'Content-Type': 'application/json',
          ...(idempotencyKey !== undefined && { 'Idempotency-Key': idempotencyKey }),
        },
        cache: 'no-store',
        // What a person has done must arrive, also when the page goes; but no browser takes a file that way.
        keepalive: idempotencyKey !== undefined && text.length * 3 < SENT_ON, // a character has three bytes at most
        ...(signal && { signal }),
      };
      signal?.throwIfAborted();
      for (let attempt = 0; ; attempt += 1) {
        const may = isLeftBehind || (await mayAsk());
        const told = toldBy(may ? await request(path, init) : undefined);
        const wait = AGAIN[attempt];
        if (!isPassing(told) || wait === undefined || attempt + 1 >= tries) return told;
        await new Promise((done) => setTimeout(done, wait));
        signal?.throwIfAborted();
      }
    },
  };
}

/** Why somebody may not: the terminal is not, or no longer, enrolled. */
export const TURNED_AWAY = 'device.unknown';

export const faultOf = (code: FaultCode): { status: 'fault'; fault: Fault } => ({
  status: 'fault',
  fault: { code },
});

/** May be over in a second: a cut, a database that restarts, a crowd. */
const isPassing = (told: Told): boolean =>
  told.status === 'fault' && ['offline', 'busy', 'store-unavailable'].includes(told.fault.code);

const passedOn: readonly string[] = [
  'busy',
  'store-unavailable',
  'disk-full',
  'sealed',
] satisfies FaultCode[];

const common: readonly string[] = [
  'law.unknown',
  'input.invalid',
  'actor.not-allowed',
  'guess.wait',
] satisfies CommonRefusal[];

/** What the hall has said. A problem (RFC 9457) is a fault if it is the hall's, and a refusal if it is the request's. */
export function toldBy(answered: Answered | undefined): Told {
  if (!answered) return faultOf('offline');
  const { status, body } = answered;
  if (status === 200) return body as Told;
  const { code = '', at, facts, detail = '' } = (body || {}) as Problem;
  if (status === 429 && code !== 'guess.wait') return faultOf('busy');
  if (status >= 500) return faultOf(passedOn.includes(code) ? (code as FaultCode) : 'unknown');
  if (status === 401) return refusal('actor.not-allowed', undefined, { reason: TURNED_AWAY });
  if (common.includes(code)) return refusal(code as CommonRefusal, at, facts);
  return refusal(status === 403 ? 'actor.not-allowed' : 'input.invalid', '', { reason: detail });
}

const refusal = (
  code: CommonRefusal,
  at?: string,
  facts?: Refusal['facts'],
): { status: 'refused'; refusal: Refusal<CommonRefusal> } => ({
  status: 'refused',
  refusal: { code, ...(at !== undefined && { at }), ...(facts && { facts }) },
});

interface Problem {
  readonly code?: string;
  readonly at?: string;
  readonly facts?: Refusal['facts'];
  readonly detail?: string;
}
