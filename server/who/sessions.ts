/** Persons who have proven who they are, for as long as they are there. */
import type { Actor } from '../../src/model/shared/law.ts';
import { nameOf } from '../gesture.ts';
import { LASTS, type Caller } from './callers.ts';
import { session, visit } from './documents.ts';
import type { Register } from './register.ts';
import { digestOf, freshToken } from './secrets.ts';

export type Person = Extract<Actor, { readonly kind: 'citizen' | 'staff' }>;

export interface Begun {
  readonly token: string;
  readonly until: number;
}

export interface Sessions {
  /** Begins for this person where the caller stands. Whoever was signed in there is signed out by it. */
  begin(person: Person, caller: Caller): Promise<Begun>;
  /** Ends the session of this caller, and of whoever stood before the same terminal. */
  end(caller: Caller): Promise<void>;
  /** Ends all sessions of this person. */
  endAll(by: string, person: Pick<Person, 'kind' | 'id'>): Promise<void>;
  /** Removes what has ended long ago. */
  sweep(): Promise<void>;
}

export function openSessions(register: Register): Sessions {
  const { now } = register;

  /** Citizens come to a terminal one after the other; staff take their session from one to the next. */
  const keysOf = ({ terminal, session: own }: Caller): readonly string[] => [
    ...(terminal ? [visit.key(terminal.digest)] : []),
    ...(own ? [session.key(own.digest)] : []),
  ];

  return {
    async begin({ kind, id, ...more }, caller) {
      const token = freshToken();
      const digest = digestOf(token);
      const until = now() + LASTS[kind];
      const roles = 'roles' in more && more.roles ? { roles: [...more.roles] } : {};
      const doc = { person: { kind, id, ...roles }, beganAt: now(), seenAt: now(), until };
      const isVisit = kind === 'citizen' && caller.terminal !== undefined;
      const key = isVisit ? visit.key(caller.terminal.digest) : session.key(digest);
      const before = keysOf(caller);
      await register.change(
        { by: nameOf(caller.actor), command: 'session.begin', keys: [...before, key] },
        (docs) => ({
          result: undefined,
          changes: [
            ...before.filter((one) => one !== key && docs.has(one)).map((one) => gone(one)),
            { key, doc: isVisit ? { ...doc, digest } : doc },
          ],
        }),
      );
      return { token, until };
    },

    async end(caller) {
      const keys = keysOf(caller);
      await register.change({ by: nameOf(caller.actor), command: 'session.end', keys }, (docs) => ({
        result: undefined,
        changes: keys.filter((key) => docs.has(key)).map(gone),
      }));
    },

    async endAll(by, person) {
      const docs = await register.load([session.range(), visit.range()]);
      const keys = [...docs.keys()].filter((key) => {
        const { person: one } = docs.get(key) as { readonly person: Person };
        return one.kind === person.kind && one.id === person.id;
      });
      await register.change({ by, command: 'session.end', keys }, () => ({
        result: undefined,
        changes: keys.map(gone),
      }));
    },

    async sweep() {
      const docs = await register.load([session.range(), visit.range()]);
      const old = [...docs.keys()].filter(
        (key) => (docs.get(key) as { readonly until: number }).until <= now(),
      );
      await register.change({ by: 'hall', command: 'session.sweep', keys: old }, (fresh) => ({
        result: undefined,
        changes: old
          .filter((key) => (fresh.get(key) as { until: number } | undefined)?.until ?? 0 <= now())
          .map(gone),
      }));
    },
  };
}

const gone = (key: string) => ({ key, doc: null });
