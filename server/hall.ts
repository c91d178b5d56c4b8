/**
 * The hall: one truth for many terminals. It knows no part. It loads the documents a command touches, lets the law decide,
 * and puts changes, events and the answer in place, all or nothing; a query it answers in the same way. A new part needs
 * no line here.
 */
import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';
import type { CommonRefusal, Outcome, Reply } from '../src/gateway/contract.ts';
import { answer, decide, readsOf, type Sitting } from '../src/model/court.ts';
import { openGuesses } from '../src/model/guesses.ts';
import type { Pack } from '../src/model/pack.ts';
import { keepHouse } from '../src/model/keeper.ts';
import { law as house, type AnyLaw } from '../src/model/registry.ts';
import {
  refuse,
  type Actor,
  type Alias,
  type Docs,
  type Due,
  type Look,
  type Instant,
  type Key,
  type KeyRange,
  type Refusal,
} from '../src/model/shared/law.ts';
import { openAliases } from './alias.ts';
import { isStorable, openDocuments } from './documents.ts';
import { gestureOf, nameOf, type Sending } from './gesture.ts';
import { openLanes, type Lane } from './lanes.ts';
import { logTrouble } from './log.ts';
import type { Sealer } from './seal.ts';
import { StoreFault, type Store } from './store/store.ts';

export interface HallOptions {
  readonly pack: Pack;
  readonly store: Store;
  readonly sealer: Sealer;
  /** Leads every key in the store, so that many halls can share one. */
  readonly id?: string;
  readonly now?: () => Instant;
  /** The house's law with a district's own parts added. */
  readonly law?: AnyLaw;
}

/** Commands and queries never reject: whatever happens is an outcome or a reply. */
export interface Hall {
  readonly id: string;
  readonly pack: Pack;
  readonly law: AnyLaw;
  now(): Instant;
  command(name: string, input: unknown, sending: Sending): Promise<Outcome<unknown>>;
  /** What this very gesture was told when it was sent; undefined where the hall knows of none, and nothing has come of it. */
  earlier(name: string, input: unknown, sending: Sending): Promise<Outcome<unknown> | undefined>;
  /** `from`: whom wrong guesses are counted against; without it, the actor. */
  query(name: string, input: unknown, actor: Actor, from?: string): Promise<Reply<unknown>>;
  /** What a query looks at now. */
  reads(name: string, input: unknown, actor: Actor): Promise<readonly (Key | KeyRange)[]>;
  /** The pseudonym of a personal value in this hall. Of a normalised identity number: the id of that citizen. */
  alias(value: string): Alias;
  /** Calls back with keys that were changed, here or by another process, until the returned function is called. */
  listen(onChange: (keys: readonly Key[]) => void): () => void;
  /** Whether the store answers. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** Milliseconds of lost races before a gesture is given back as `busy`; each lost one means that another process went ahead. */
const PATIENCE = 8000;
/** Milliseconds; longer than a look into the store takes, shorter than anybody minds. */
const BEAT = 100;
/** How long a gesture is remembered: a kiosk that was cut off retries within days at most. */
const REMEMBERED = 7 * 24 * 60 * 60_000;
/** Nobody who comes over the network is ever this. */
const keeper: Actor = { kind: 'house', id: 'hall' };
/** Said before the rules of a command are asked, so they are the same however often it is sent. */
const COMMON: readonly string[] = [
  'input.invalid',
  'actor.not-allowed',
  'law.unknown',
  'guess.wait',
] satisfies CommonRefusal[];

/** Throws with a sentence where this hall's documents were sealed with a key that is not here. */
export async function openHall({
  pack,
  store,
  sealer,
  id = pack.id,
  now = () => store.now(),
  law = house,
}: HallOptions): Promise<Hall> {
  const alias = await openAliases(id, store, sealer, now());
  const documents = openDocuments(id, law.documents, sealer);
  const lanes = openLanes();
  let ids = 0;
  const uuid = (): string => uuidv7({ msecs: store.now(), seq: (ids += 1) });
  const guesses = openGuesses();
  const sit = (actor: Actor, from: string): Sitting => ({
    counting: { guesses, from },
    get now() {
      return now();
    },
    actor,
    pack,
    uuid,
    digits,
    alias: (value) => Promise.resolve(alias(value)),
  });

  async function load(wanted: readonly (Key | KeyRange)[], seen?: Map<Key, number>): Promise<Docs> {
    if (!wanted.every(isStorable)) throw new Unstorable();
    const rows = await store.load(id, wanted);
    if (seen)
      for (const key of wanted as readonly Key[]) seen.set(key, rows.get(key)?.version ?? 0);
    return documents.read(rows);
  }

  async function isStill(seen: ReadonlyMap<Key, number>): Promise<boolean> {
    const rows = await store.load(id, [...seen.keys()]);
    return [...seen].every(([key, version]) => (rows.get(key)?.version ?? 0) === version);
  }

  async function sendOnce(
    name: string,
    input: unknown,
    sending: Sending,
    lane: Lane,
  ): Promise<Outcome<unknown> | 'raced'> {
    const { actor, idempotencyKey } = sending;
    const gesture = gestureOf({ hall: id, store, sealer, name, input, sending });
    const seen = new Map<Key, number>();
    const here = sit(actor, sending.from ?? nameOf(actor));
    let rounds = 0;
    const decision = await decide(law, name, input, here, async (keys) => {
      // Only what it looks at first: documents they lead to are not known before, and waiting while others wait for us is
      // how circles begin. Should that cost a race, the next attempt waits for all of them.
      if (seen.size === 0) await lane.enter(keys);
      rounds += 1;
      return load(keys, seen);
    });
    // What was loaded in several rounds is no picture of one moment. A write would notice; a refusal has to look once more.
    if (!decision.ok && rounds > 1 && !(await isStill(seen))) {
      await lane.enter(seen.keys());
      return 'raced';
    }
    if (!decision.ok) {
      const { refusal } = decision;
      const earlier = COMMON.includes(refusal.code) ? undefined : await gesture.earlier();
      return earlier ?? { status: 'refused', refusal: refusal as Refusal };
    }
    const { result, changes, events } = decision;
    const isWritten = await store.write(id, {
      seen,
      changes: changes.map((change) => documents.write(change)),
      entry: {
        id: here.uuid(),
        at: here.now,
        actor: nameOf(actor),
        command: name,
        keys: changes.map(({ key }) => key),
        events,
      },
      sent: { key: idempotencyKey, outcome: gesture.seal(result) },
    });
    if (isWritten) return { status: 'sent', result };
    const earlier = await gesture.earlier();
    if (!earlier) await lane.enter(seen.keys());
    return earlier ?? 'raced';
  }

  /** Decides until nobody else is quicker, or patience ends. */
  async function settle(name: string, input: unknown, sending: Sending): Promise<Outcome<unknown>> {
    const lane = lanes();
    const until = performance.now() + PATIENCE;
    try {
      do {
        const outcome = await sendOnce(name, input, sending, lane);
        if (outcome !== 'raced') return outcome;
        await pause(Math.random() * 4);
      } while (performance.now() < until);
      return { status: 'fault', fault: { code: 'busy' } };
    } catch (error) {
      return failed(error);
    } finally {
      lane.leave();
    }
  }

  const guessable = new Set(
    [...Object.values(law.commands), ...Object.values(law.queries)].flatMap(
      ({ guess }) => guess?.wrong ?? [],
    ),
  );

  async function command(
    name: string,
    input: unknown,
    sending: Sending,
  ): Promise<Outcome<unknown>> {
    const beat = startBeat();
    const outcome = await settle(name, input, sending);
    if (outcome.status === 'refused' && guessable.has(outcome.refusal.code)) await beat();
    return outcome;
  }

  async function earlier(
    name: string,
    input: unknown,
    sending: Sending,
  ): Promise<Outcome<unknown> | undefined> {
    try {
      return await gestureOf({ hall: id, store, sealer, name, input, sending }).earlier();
    } catch (error) {
      return failed(error);
    }
  }

  async function query(
    name: string,
    input: unknown,
    actor: Actor,
    from = nameOf(actor),
  ): Promise<Reply<unknown>> {
    const beat = startBeat();
    try {
      const reply = await answer(law, name, input, sit(actor, from), (wanted) => load(wanted));
      if (!reply.ok && guessable.has(reply.refusal.code)) await beat();
      return reply.ok
        ? { status: 'answer', value: reply.value }
        : { status: 'refused', refusal: reply.refusal };
    } catch (error) {
      return failed(error);
    }
  }

  let minutes = 0;
  /** What time alone calls for. Of several processes the first does it, the others find nothing to do. */
  async function keep(): Promise<void> {
    await keepHouse(
      law,
      {
        async ask(what, input) {
          const reply = await query(what, input, keeper);
          return reply.status === 'answer' ? (reply.value as readonly (Due | Look)[]) : undefined;
        },
        send: (due) => command(due.command, due.input, { actor: keeper, idempotencyKey: uuidv7() }),
      },
      minutes,
    );
    if (minutes % 60 === 0) await store.forgetOutcomes(id, now() - REMEMBERED);
    minutes += 1;
  }
  const housekeeping = setInterval(() => void keep().catch(() => undefined), 60_000).unref();

  return {
    id,
    pack,
    law,
    now,
    command,
    earlier,
    query,
    reads: (name, input, actor) => readsOf(law, name, input, sit(actor, '')),
    alias,
    listen: (onChange) => store.listen(id, onChange),
    ping: () => store.ping(),
    close() {
      clearInterval(housekeeping);
      return store.close();
    },
  };
}

/**
 * A wrong code finds no document and a wrong telephone opens one, and the time that takes would tell them apart. So both wait
 * for the next beat, counted from when they were asked.
 */
function startBeat(): () => Promise<void> {
  const start = performance.now();
  return async () => {
    const taken = performance.now() - start;
    await pause(BEAT - (taken % BEAT));
  };
}

/** Thrown for keys that no database takes; they can only come from input. */
class Unstorable extends Error {}

function failed(error: unknown): Extract<Reply<never>, { readonly status: 'refused' | 'fault' }> {
  if (error instanceof Unstorable) {
    const reason = 'holds a character that nothing can be stored under';
    const { refusal } = refuse('input.invalid', { at: '', facts: { reason } });
    return { status: 'refused', refusal };
  }
  if (error instanceof StoreFault) return { status: 'fault', fault: { code: error.code } };
  logTrouble('mistake', error);
  return { status: 'fault', fault: { code: 'unknown' } };
}

function digits(count: number): string {
  return Array.from({ length: count }, () => randomInt(10)).join('');
}
