/** Who sends a request: a terminal by its token, a person by their session, both together, or anybody. */
import type { Actor, Device, Docs, Instant, Key } from '../../src/model/shared/law.ts';
import { device, session, visit, type DeviceDoc, type SessionDoc } from './documents.ts';
import type { Register } from './register.ts';
import { digestOf } from './secrets.ts';

/** What a request shows: tokens as they came, from cookies or a header. */
export interface Shown {
  readonly device?: string | undefined;
  readonly session?: string | undefined;
  /** From this very machine, to this very machine, and through no proxy. */
  readonly isNear: boolean;
}

export interface Caller {
  readonly actor: Actor;
  /** The terminal, by the digest of its token. */
  readonly terminal?: Device & { readonly digest: string };
  /** The session, by the digest of its token, and when it ends however busy somebody is. */
  readonly session?: { readonly digest: string; readonly until: Instant };
}

/** One request, and who sends it. */
export interface Asker {
  readonly caller: Caller;
  /** Whom wrong guesses are counted against, such as `device/kiosk-1` or `address/203.0.113.7`. */
  readonly from: string;
  /** Calls back once when this asker is no longer who they were. */
  onGone(gone: () => void): () => void;
}

export interface Callers {
  /** Undefined where a terminal's token is shown that is not, or no longer, good: a mistake, and no anonymous visitor. */
  find(shown: Shown): Promise<Caller | undefined>;
  /** Calls back once when this caller is no longer who they were: revoked, signed out, expired, or another stands there. */
  onGone(shown: Shown, caller: Caller, gone: () => void): () => void;
  close(): void;
}

/** A hint that something was changed can get lost; then a token that was revoked is good for so long at most. */
const FRESH = 1000;
/** A terminal that shows a picture only is seen too. */
const ROUNDS = 30_000;
const MINUTE = 60_000;
/** How long nobody need do anything: a person at a terminal walks away, a clerk talks. */
export const IDLE = { citizen: 5 * MINUTE, staff: 30 * MINUTE } as const;
/** How long it lasts at most: an errand, a working day. */
export const LASTS = { citizen: 20 * MINUTE, staff: 10 * 60 * MINUTE } as const;

/** The machine of the hall itself, where nobody has enrolled anything yet. */
const here = { id: 'this-machine', as: 'kiosk', digest: 'this-machine' } as const;

export function openCallers(register: Register, isOpenHere: () => boolean): Callers {
  const { now } = register;
  const recent = new Map<string, { readonly docs: Docs; readonly until: Instant }>();
  const watching = new Set<{ readonly keys: readonly Key[]; check(): void }>();

  const digests = ({ device: token, session: pass, isNear }: Shown) => ({
    terminal: token !== undefined ? digestOf(token) : isNear && isOpenHere() ? here.digest : '',
    pass: pass === undefined ? '' : digestOf(pass),
  });
  const keysOf = (shown: Shown): readonly Key[] => {
    const { terminal, pass } = digests(shown);
    return [
      ...(terminal ? [device.key(terminal), visit.key(terminal)] : []),
      ...(pass ? [session.key(pass)] : []),
    ];
  };

  async function load(keys: readonly Key[]): Promise<Docs> {
    if (keys.length === 0) return new Map();
    const name = keys.join();
    const known = recent.get(name);
    if (known && known.until > now()) return known.docs;
    if (recent.size > 10_000) recent.clear();
    const docs = await register.load(keys);
    recent.set(name, { docs, until: now() + FRESH });
    return docs;
  }

  const stopHearing = register.listen((changed) => {
    const keys = new Set(changed.filter((key) => key.startsWith('who/')));
    if (keys.size === 0) return;
    recent.clear();
    for (const one of watching) if (one.keys.some((key) => keys.has(key))) one.check();
  });
  const rounds = setInterval(() => {
    for (const one of watching) one.check();
  }, ROUNDS).unref();

  /** Says that somebody was here: often enough to be true, seldom enough to cost nothing. */
  async function touch(key: Key, find: (docs: Docs, key: Key) => Seen | undefined, every: number) {
    await register.change({ by: 'hall', command: 'who.seen', keys: [key] }, (docs) => {
      const doc = find(docs, key);
      const isOld = doc && now() - doc.seenAt > every;
      return {
        result: undefined,
        ...(isOld && { changes: [{ key, doc: { ...doc, seenAt: now() } }] }),
      };
    });
  }

  async function find(shown: Shown, isBusy: boolean): Promise<Caller | undefined> {
    const { terminal, pass } = digests(shown);
    const docs = await load(keysOf(shown));
    const at = terminal === here.digest ? here : device.find(docs, device.key(terminal));
    if (terminal && (!at || isRevoked(at))) return undefined;
    if (at && 'seenAt' in at && now() - at.seenAt > 15 * MINUTE)
      await touch(device.key(terminal), device.find, 15 * MINUTE);

    const visiting = visit.find(docs, visit.key(terminal));
    const isVisit = visiting !== undefined && visiting.digest === pass;
    const open = isVisit ? visiting : session.find(docs, session.key(pass));
    const place = at && { id: at.id, as: at.as };
    const known = at && { terminal: { ...at, digest: terminal } };
    if (!pass || !open || hasEnded(open, now()))
      return { actor: place ? { kind: 'device', ...place } : { kind: 'anonymous' }, ...known };
    const every = IDLE[open.person.kind] / 5;
    if (isBusy && now() - open.seenAt > every)
      await (isVisit
        ? touch(visit.key(terminal), visit.find, every)
        : touch(session.key(pass), session.find, every));
    const { person, until } = open;
    return {
      actor: { ...person, ...(place && { at: place }) } as Actor,
      ...known,
      session: { digest: pass, until },
    };
  }

  return {
    find: (shown) => find(shown, true),
    onGone(shown, caller, gone) {
      const before = JSON.stringify(caller.actor);
      const leave = (): void => void watching.delete(one);
      const look = async (): Promise<void> => {
        const after = await find(shown, false);
        const { terminal, pass } = digests(shown);
        // Somebody else may have begun where this one stands.
        const docs = await load(keysOf(shown));
        const visiting = terminal ? visit.find(docs, visit.key(terminal)) : undefined;
        const isOther = visiting && visiting.digest !== pass && !hasEnded(visiting, now());
        if (JSON.stringify(after?.actor) === before && !isOther) return;
        if (watching.delete(one)) gone();
      };
      // Where the store does not answer now, the next round asks again.
      const one = { keys: keysOf(shown), check: () => void look().catch(() => undefined) };
      watching.add(one);
      return leave;
    },
    close() {
      clearInterval(rounds);
      stopHearing();
    },
  };
}

interface Seen {
  readonly seenAt: Instant;
}

const isRevoked = (terminal: object): boolean => (terminal as DeviceDoc).revokedAt !== undefined;

const hasEnded = ({ person, seenAt, until }: SessionDoc, at: Instant): boolean =>
  until <= at || seenAt + IDLE[person.kind] <= at;
