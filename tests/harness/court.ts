/**
 * A court in memory, for tests of the law: commands and queries go through the very same `court.ts` as everywhere, over a
 * Map. It is a strict one: what it hands out is frozen, so a rule that scribbles on a document throws, and what it takes
 * in must keep the promises of `law.ts`.
 */
import { Check } from 'typebox/schema';
import type { CommandName, InputOf, QueryName } from '../../src/gateway/contract.ts';
import { answer, decide, type Sitting } from '../../src/model/court.ts';
import type { Pack } from '../../src/model/pack.ts';
import { openGuesses } from '../../src/model/guesses.ts';
import { law, type Law } from '../../src/model/registry.ts';
import type {
  Actor,
  Alias,
  Answer,
  Decision,
  DomainEvent,
  Instant,
  Key,
  KeyRange,
} from '../../src/model/shared/law.ts';

export type DecisionOf<Name extends CommandName> = ReturnType<Law['commands'][Name]['decide']>;
export type AnswerOf<Name extends QueryName> = ReturnType<Law['queries'][Name]['answer']>;

export interface Court {
  /** Set it to let time pass. */
  now: Instant;
  /** Set it to let somebody else ask. */
  actor: Actor;
  /** Set it to change the rules under what is booked already. */
  pack: Pack;
  /** The next numbers the dice will show; chance again when they are used up. */
  dice: string[];
  readonly docs: ReadonlyMap<Key, object>;
  readonly events: readonly DomainEvent[];
  send<Name extends CommandName>(name: Name, input: InputOf<Name>): Promise<DecisionOf<Name>>;
  read<Name extends QueryName>(name: Name, input: InputOf<Name>): Promise<AnswerOf<Name>>;
  /** As `send`, for what no type would let through. */
  sendAnything(name: string, input: unknown): Promise<Decision<unknown, string>>;
  readAnything(name: string, input: unknown): Promise<Answer<unknown, string>>;
  /** The same court a second time, to try what would happen. */
  fork(): Court;
}

/** Every id and code of a test run is another. */
let drawn = 0;

export function openCourt(pack: Pack, now: Instant, from?: Court): Court {
  const docs = new Map(from?.docs);
  const events = [...(from?.events ?? [])];
  const guesses = openGuesses();

  const sit = (court: Court): Sitting => ({
    now: court.now,
    actor: court.actor,
    pack: court.pack,
    uuid: () => `00000000-0000-7000-8000-${String((drawn += 1)).padStart(12, '0')}`,
    // Scattered, and no number twice.
    digits: (count: number) =>
      court.dice.shift() ??
      String(((drawn += 1) * 738_471_903 + 12_345) % 10 ** count).padStart(count, '0'),
    alias: (value) => Promise.resolve(aliasOf(value)),
    counting: { guesses, from: 'device/kiosk-1' },
  });

  const court: Court = {
    now,
    actor: from?.actor ?? { kind: 'device', id: 'kiosk-1' },
    pack,
    dice: [],
    docs,
    events,
    send: (name, input) => court.sendAnything(name, input) as never,
    read: (name, input) => court.readAnything(name, input) as never,
    async sendAnything(name, input) {
      const loaded = new Set<Key>();
      const decision = await decide(law, name, freeze(input), sit(court), (keys) => {
        for (const key of keys) loaded.add(key);
        return Promise.resolve(new Map([...docs].filter(([key]) => keys.includes(key))));
      });
      if (!decision.ok) return decision;
      for (const { key, doc } of decision.changes) {
        if (!loaded.has(key) && docs.has(key)) throw new Error(`${name} overwrites ${key} unseen`);
        const kind = law.documents.find(({ at }) => key.startsWith(`${at}/`));
        if (!kind || (doc && !Check(kind.schema, doc))) {
          throw new Error(`${name} writes what is no document of ${key}: ${JSON.stringify(doc)}`);
        }
        if (doc) docs.set(key, freeze(doc));
        else docs.delete(key);
      }
      events.push(...decision.events);
      return decision;
    },
    readAnything: (name, input) =>
      answer(law, name, freeze(input), sit(court), (wanted) =>
        Promise.resolve(
          new Map([...docs].filter(([key]) => wanted.some((one) => covers(one, key)))),
        ),
      ),
    fork: () => openCourt(court.pack, court.now, court),
  };
  return court;
}

/** As long and as plain as a real one, and as easy to tell apart; no secret, so that a test can say whose it is. */
export function aliasOf(value: string): Alias {
  let mixed = 7;
  for (const letter of value) mixed = (mixed * 31 + letter.charCodeAt(0)) % 2_147_483_647;
  return mixed.toString(36).padStart(43, '-');
}

const covers = (wanted: Key | KeyRange, key: Key): boolean =>
  typeof wanted === 'string' ? wanted === key : wanted.from <= key && key < wanted.to;

function freeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(freeze);
  }
  return value;
}
