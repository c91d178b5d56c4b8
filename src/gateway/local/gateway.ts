import { v7 as uuidv7 } from 'uuid';
import { answer, decide, readsOf, type Sitting } from '../../model/court.ts';
import { openGuesses } from '../../model/guesses.ts';
import { keepHouse } from '../../model/keeper.ts';
import type { Pack } from '../../model/pack.ts';
import { normalId, readResidentId } from '../../model/shared/identity.ts';
import { law as house, type AnyLaw } from '../../model/registry.ts';
import type { Actor, Due, Instant, Key, KeyRange, Look } from '../../model/shared/law.ts';
import type { Fault, Gateway, Outcome, Presented, Proof, Reply } from '../contract.ts';
import { openArchive, type Gesture, type Seen, type StoredEvent } from './archive.ts';
import { isAmong, openChanges } from '../store/changes.ts';
import { StoreFault } from '../store/store.ts';

export interface LocalOptions {
  readonly pack: Pack;
  /** Names the database, so that two halls can live in one browser. */
  readonly hall?: string;
  /** Who sits before this page, while nobody has presented themselves. */
  readonly actor?: Actor;
  readonly now?: () => Instant;
  /** The house's law with a district's own parts added. */
  readonly law?: AnyLaw;
}

export interface LocalGateway extends Gateway {
  /** What has happened since event number `after`, oldest first. */
  events(after?: number): Promise<readonly StoredEvent[]>;
  /** Ends every `watch`. What is being sent is still done. */
  close(): void;
}

/** Lost races before a gesture is given back as `busy`; each lost one means that somebody else went ahead. */
const RACES = 50;
/** Time alone changes answers (a hold runs out), and a hint can get lost. */
const POLL = 10_000;
const HOUR = 60 * 60_000;
/** What time alone calls for is done once a minute, by each tab that is open: the second finds nothing to do. */
const KEEP = 60_000;
/** Nobody before this page is ever this. */
const keeper: Actor = { kind: 'house', id: 'local' };

/** A hall in one browser: every tab of it shares the truth, no server is needed, nothing leaves the machine. */
export function localGateway({
  pack,
  hall = pack.id,
  actor: usual = { kind: 'anonymous' },
  now = Date.now,
  law = house,
}: LocalOptions): LocalGateway {
  const archive = openArchive(hall, law.documents);
  const changes = openChanges(hall);
  const watching = new Map<() => void, () => void>();
  let actor = usual;
  const guesses = openGuesses();
  const sit = (as = actor): Sitting => ({
    now: now(),
    actor: as,
    pack,
    uuid: uuidv7,
    digits,
    alias: archive.alias,
    counting: { guesses, from: 'this-browser' },
  });
  // Housekeeping, also on a terminal that is never switched off. Whoever sends next meets the fault.
  const tidy = (): void => void archive.forgetOld(now()).catch(() => undefined);
  const tidying = setInterval(tidy, HOUR);
  tidy();

  async function read(
    name: string,
    input: unknown,
    { signal }: { signal?: AbortSignal } = {},
  ): Promise<Reply<unknown>> {
    try {
      const reply = await answer(law, name, input, sit(), (wanted) => archive.load(wanted));
      signal?.throwIfAborted();
      return reply.ok
        ? { status: 'answer', value: reply.value }
        : { status: 'refused', refusal: reply.refusal };
    } catch (error) {
      signal?.throwIfAborted();
      return { status: 'fault', fault: faultOf(error) };
    }
  }

  async function sendOnce(
    name: string,
    input: unknown,
    idempotencyKey: string,
    as = actor,
  ): Promise<Outcome<unknown> | 'raced'> {
    const here = sit(as);
    const gesture: Gesture = { idempotencyKey, actor: here.actor, name, input };
    const before = await archive.remembered(gesture);
    if (before === 'another') {
      const facts = { reason: 'This idempotency key was used for something else.' };
      return { status: 'refused', refusal: { code: 'input.invalid', at: '', facts } };
    }
    if (before) return { status: 'sent', result: before.result };
    const seen: Seen = new Map();
    let rounds = 0;
    const decision = await decide(law, name, input, here, (keys) => {
      rounds += 1;
      return archive.load(keys, seen);
    });
    if (!decision.ok) {
      // What was loaded in several rounds is no picture of one moment. A write would notice; a refusal looks once more.
      if (rounds > 1 && !(await archive.isStill(seen))) return 'raced';
      return { status: 'refused', refusal: decision.refusal };
    }
    const { result, changes: wanted } = decision;
    const events = decision.events.map((event) => ({
      ...event,
      id: here.uuid(),
      at: here.now,
    }));
    const write = {
      seen,
      changes: wanted,
      events,
      gesture,
      result,
      at: here.now,
    };
    if (!(await archive.write(write))) return 'raced';
    changes.announce(wanted.map(({ key }) => key));
    return { status: 'sent', result };
  }

  async function send(
    name: string,
    input: unknown,
    { idempotencyKey, signal }: { idempotencyKey: string; signal?: AbortSignal },
  ): Promise<Outcome<unknown>> {
    try {
      const attempt = () => sendOnce(name, input, idempotencyKey);
      for (let race = 0; race < RACES; race += 1) {
        signal?.throwIfAborted();
        // Whoever has lost a race waits for the others who have: where many windows press at once, each has its turn.
        const outcome = await (race === 0
          ? attempt()
          : navigator.locks.request(`mulin-${hall}`, { ...(signal && { signal }) }, attempt));
        if (outcome !== 'raced') return outcome;
        await new Promise((done) => setTimeout(done, Math.random() * 4 * race));
      }
      return { status: 'fault', fault: { code: 'busy' } };
    } catch (error) {
      signal?.throwIfAborted();
      return { status: 'fault', fault: faultOf(error) };
    }
  }

  function watch(
    name: string,
    input: unknown,
    onReply: (reply: Reply<unknown>) => void,
  ): () => void {
    let stopped = false;
    let looking = false;
    let again = false;
    let last: string | undefined;
    let wanted: readonly (Key | KeyRange)[] = [];
    const look = async (): Promise<void> => {
      again = looking;
      if (looking) return;
      looking = true;
      // First where it looks, then what it sees: a change in between is heard, and it looks again.
      wanted = await readsOf(law, name, input, sit()).catch(() => wanted); // `read` tells what is wrong
      const asker = actor;
      const reply = await read(name, input);
      looking = false;
      if (asker === actor) {
        const text = JSON.stringify(reply);
        if (!stopped && text !== last) onReply(reply);
        last = text;
      } // else it is an answer to whoever has gone
      if (again && !stopped) await look();
    };
    const stopListening = changes.listen((keys) => {
      if (keys.some((key) => isAmong(key, wanted))) void look();
    });
    const poll = setInterval(() => void look(), POLL);
    void look();
    const stop = (): void => {
      stopped = true;
      clearInterval(poll);
      stopListening();
      watching.delete(stop);
    };
    watching.set(stop, () => void look());
    return stop;
  }

  async function present(proof: Proof): Promise<Presented> {
    // The number itself proves nothing: that it came from a card is the word of a terminal.
    if (proof.kind !== 'card' || usual.kind !== 'device')
      return { status: 'refused', refusal: { code: 'actor.not-allowed' } };
    const number = normalId(proof.idNumber);
    if (typeof readResidentId(number) === 'string')
      return { status: 'refused', refusal: { code: 'input.invalid', at: '/idNumber' } };
    try {
      const id = await archive.alias(number);
      become({ kind: 'citizen', id, at: { id: usual.id, as: usual.as ?? 'kiosk' } });
      return { status: 'known', actor };
    } catch (error) {
      return { status: 'fault', fault: faultOf(error) };
    }
  }

  /** What is watched may look different to somebody else. */
  function become(other: Actor): void {
    actor = other;
    for (const look of watching.values()) look();
  }
  let minutes = 0;
  const keep = (): Promise<void> =>
    keepHouse(
      law,
      {
        async ask(query, input) {
          const reply = await answer(law, query, input, sit(keeper), (all) => archive.load(all));
          return reply.ok ? (reply.value as readonly (Due | Look)[]) : undefined;
        },
        // A lost race means that another tab does it.
        send: ({ command, input }) => sendOnce(command, input, uuidv7(), keeper),
      },
      minutes,
    ).catch(() => undefined); // whoever sends next meets the fault
  const keeping = setInterval(() => {
    void keep();
    minutes += 1;
  }, KEEP);

  // The law's types live in the contract; at run time a name is a name, and the court checks its input.
  return {
    now,
    read,
    send,
    watch,
    present,
    dismiss() {
      become(usual);
      return Promise.resolve();
    },
    events: (after = 0) => archive.events(after),
    close() {
      clearInterval(tidying);
      clearInterval(keeping);
      for (const stop of watching.keys()) stop();
      changes.close();
    },
  } as unknown as LocalGateway;
}

function faultOf(error: unknown): Fault {
  if (error instanceof StoreFault) return { code: error.code };
  console.error(error); // a mistake of ours: whoever mends it needs the stack
  return { code: 'unknown' };
}

/** Fair digits: bytes from 250 up would favour the low ones. */
function digits(count: number): string {
  let text = '';
  while (text.length < count) {
    const [byte = 255] = crypto.getRandomValues(new Uint8Array(1));
    if (byte < 250) text += String(byte % 10);
  }
  return text;
}
