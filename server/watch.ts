/**
 * Watched queries. The same question is answered once for all who ask it, and its answer is put into bytes once: five
 * thousand boards cost one look at the store and five thousand writes of one buffer.
 */
import type { Reply } from '../src/gateway/contract.ts';
import type { Actor, Key, KeyRange } from '../src/model/shared/law.ts';
import type { Hall } from './hall.ts';

/** One question, as whoever asks it puts it. */
export interface Asked {
  readonly name: string;
  readonly input: unknown;
}

/** Who asks, and whom wrong guesses are counted against. */
export interface By {
  readonly actor: Actor;
  readonly from: string;
}

export interface Listener {
  /** One answer, as a frame of server-sent events. */
  onFrame(frame: Frame): void;
  /** The question has to be asked anew: its answer turned out to be for one person, and this is another. */
  onMoved(): void;
}

export interface Frame {
  readonly bytes: Buffer;
  /** Names this very answer; a listener who has it needs no other. */
  readonly tag: string;
}

export interface Watches {
  /** Calls back with the present answer, then whenever it differs. `id` names the question in the frames. */
  listen(asked: Asked, by: By, listener: Listener): { readonly id: string; stop(): void };
  /** Questions that are kept answered at the moment. */
  readonly size: number;
  close(): void;
}

/** Time alone changes answers (a hold runs out), and a hint can get lost. */
const POLL = 10_000;
/** At most one look at the same question in this time, however much happens. */
const PAUSE = 40;
/** A page that changes its questions asks the old ones again at once; until then they stay answered. */
const LINGER = 5000;

export function openWatches(hall: Hall): Watches {
  const watched = new Map<string, Watched>();
  /** Queries that were seen to look at who asks: these are never shared between persons. */
  const personal = new Set<string>();
  let ids = 0;

  const stopHearing = hall.listen((keys) => {
    for (const one of watched.values()) one.hear(keys);
  });

  return {
    listen(asked, by, listener) {
      const { actor } = by;
      const who = personal.has(asked.name) ? actor : sortOf(actor);
      // Two who guess at the same thing do not share the wait of one of them.
      const from = hall.law.queries[asked.name]?.guess && by.from;
      const question = JSON.stringify([asked.name, asked.input, who, from]);
      let one = watched.get(question);
      if (!one) {
        one = watch(hall, String((ids += 1)), asked, by, {
          onPersonal: () => personal.add(asked.name),
          onIdle: () => watched.delete(question),
        });
        watched.set(question, one);
      }
      return { id: one.id, stop: one.add(listener, actor) };
    },
    get size() {
      return watched.size;
    },
    close() {
      stopHearing();
      for (const one of watched.values()) one.close();
    },
  };
}

interface Watched {
  readonly id: string;
  add(listener: Listener, actor: Actor): () => void;
  hear(keys: readonly Key[]): void;
  close(): void;
}

function watch(
  hall: Hall,
  id: string,
  { name, input }: Asked,
  { actor, from }: By,
  { onPersonal, onIdle }: { onPersonal(): void; onIdle(): void },
): Watched {
  const listeners = new Map<Listener, Actor>();
  /** Who came after the last look began. They wait for the next: what they have just sent must be in what they see. */
  let newcomers = new Set<Listener>();
  let reads: readonly (Key | KeyRange)[] = [];
  let text: string | undefined;
  let frame: Frame | undefined;
  let tags = 0;
  let isBusy = false;
  let isStale = false;
  let isClosed = false;
  let linger: NodeJS.Timeout | undefined;

  /** Looks, and notices whether the law wants to know who asks. */
  async function ask(): Promise<{ reply: Reply<unknown>; isPersonal: boolean }> {
    let isPersonal = false;
    const observed = observe(actor, () => (isPersonal = true));
    // First where it looks, then what it sees: a change in between is heard, and it looks again.
    reads = await hall.reads(name, input, observed);
    const reply = await hall.query(name, input, observed, from);
    return { reply, isPersonal };
  }

  async function look(): Promise<void> {
    isStale = isBusy;
    if (isBusy || isClosed) return;
    isBusy = true;
    const served = newcomers;
    newcomers = new Set();
    const { reply, isPersonal } = await ask();
    if (isPersonal) sendAway();
    const json = JSON.stringify(reply);
    const isNews = json !== text;
    if (isNews || !frame) {
      text = json;
      const tag = `${id}-${(tags += 1)}-${START}`;
      frame = { tag, bytes: Buffer.from(`id: ${tag}\nevent: ${id}\ndata: ${json}\n\n`) };
    }
    for (const listener of listeners.keys())
      if (served.has(listener) || (isNews && !newcomers.has(listener))) listener.onFrame(frame);
    setTimeout(() => {
      isBusy = false;
      if (isStale) void look();
    }, PAUSE).unref();
  }

  /** The answer is for one person only: everybody else has to ask for themselves. */
  function sendAway(): void {
    onPersonal();
    for (const [listener, who] of listeners)
      if (JSON.stringify(who) !== JSON.stringify(actor)) {
        listeners.delete(listener);
        listener.onMoved();
      }
  }

  const poll = setInterval(() => void look(), POLL);
  poll.unref();

  function close(): void {
    isClosed = true;
    clearInterval(poll);
    clearTimeout(linger);
  }

  return {
    id,
    add(listener, who) {
      clearTimeout(linger);
      listeners.set(listener, who);
      newcomers.add(listener);
      void look();
      return () => {
        listeners.delete(listener);
        newcomers.delete(listener);
        if (listeners.size > 0) return;
        clearTimeout(linger);
        linger = setTimeout(() => {
          close();
          onIdle();
        }, LINGER).unref();
      };
    },
    hear(keys) {
      if (keys.some((key) => reads.some((one) => covers(one, key)))) void look();
    },
    close,
  };
}

/** All that admits an actor to a question, without which one it is. */
function sortOf(actor: Actor): object {
  return JSON.parse(
    JSON.stringify(actor, (name, value: unknown) => (name === 'id' ? '' : value)),
  ) as object;
}

/** The same actor, who tells when somebody looks at which one it is. */
function observe(actor: Actor, onLook: () => void): Actor {
  const curious = <Named extends { readonly id: string }>(named: Named): Named =>
    Object.defineProperty({ ...named }, 'id', {
      get() {
        onLook();
        return named.id;
      },
    });
  if (actor.kind === 'anonymous') return actor;
  return curious('at' in actor && actor.at ? { ...actor, at: curious(actor.at) } : actor);
}

/** Tells the tags of this process from those of another, or of its own earlier life. */
const START = Date.now().toString(36);

const covers = (wanted: Key | KeyRange, key: Key): boolean =>
  typeof wanted === 'string' ? wanted === key : wanted.from <= key && key < wanted.to;
