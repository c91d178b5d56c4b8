/**
 * Commands that must not get lost. Each is on the disk before it leaves; it is sent, its answer is read, and only then is it
 * taken off. They leave in the order they came, from one tab at a time, and nothing expires.
 */
import type { Instant } from '../../model/shared/law.ts';
import type { FaultCode, Kept, Outbox, Outcome } from '../contract.ts';
import { faultOf, TURNED_AWAY, type Told } from '../http/call.ts';
import { openChanges } from '../store/changes.ts';
import { openLedger, type Entry } from './ledger.ts';

/** Milliseconds to the next attempt while something waits, longer each time. */
const AGAIN = [1000, 2000, 5000, 10_000];
/** So often the hall may say that something is wrong with itself before a command is set aside for those behind it. */
const PATIENCE = 5;

export interface OutboxOptions {
  readonly hall: string;
  readonly now: () => Instant;
  /** One attempt to send, in the name of whoever the hall takes to be here. */
  readonly post: (name: string, input: unknown, idempotencyKey: string) => Promise<Told>;
  /** Whether the hall takes the right one to be here. */
  readonly settle: () => Promise<boolean>;
}

export interface OpenOutbox extends Outbox {
  /** Keeps a command and sends it, in its turn. `pending` where the hall can't be reached for it now. */
  send(name: string, input: unknown, idempotencyKey: string): Promise<Outcome<unknown>>;
  /** Keeps a command that nobody waits for. */
  keep(name: string, input: unknown, idempotencyKey: string): Promise<void>;
  /** Sends what waits. */
  deliver(): Promise<void>;
  /** Sends what those have left behind who are here no longer. */
  deliverLeft(): Promise<unknown>;
  /** What comes from now on is somebody else's. */
  newVisit(): Promise<void>;
  close(): void;
}

export function openOutbox({ hall, now, post, settle }: OutboxOptions): OpenOutbox {
  const ledger = openLedger(hall);
  const changes = openChanges(`outbox-${hall}`);
  const watching = new Map<(kept: readonly Kept[]) => void, string | undefined>();
  const page = `mulin-outbox-page ${crypto.randomUUID()}`;
  let visit = crypto.randomUUID();
  let leave = (): void => undefined;
  let failedAt = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let isClosed = false;

  /** One tab at a time; where there are no locks this page was not opened over https, and nothing can be sealed anyway. */
  const alone = <Result>(work: () => Promise<Result>): Promise<Result> =>
    navigator.locks.request(`mulin-outbox ${hall}`, work);

  // While this page lives it holds a lock of its own name, so that others know who still waits for an outcome.
  void navigator.locks?.request(page, () => new Promise<void>((done) => (leave = done)));

  async function deliver(): Promise<void> {
    clearTimeout(timer);
    const isDone = (await settle()) && (await deliverAll(() => true));
    if (isDone) failures = 0;
    clearTimeout(timer);
    if (!isDone && !isClosed)
      timer = setTimeout(
        () => {
          failures += 1;
          deliverLater();
        },
        AGAIN[Math.min(failures, AGAIN.length - 1)],
      );
  }

  /** In their order, up to the first that has to wait. */
  function deliverAll(isWanted: (entry: Entry) => boolean): Promise<boolean> {
    const since = performance.now();
    return alone(async () => {
      if (failedAt > since) return false; // whoever was before us has just been there in vain
      for (const entry of await ledger.all())
        if (entry.state === 'pending' && isWanted(entry) && !(await attempt(entry))) {
          failedAt = performance.now();
          return false;
        }
      return true;
    });
  }
  const deliverLater = (): void => void deliver().catch(() => undefined); // the next to send is told

  /** False where it has to wait, and all behind it. */
  async function attempt({ id, name, idempotencyKey, input, isLeft }: Entry): Promise<boolean> {
    let told: Told;
    try {
      told = await post(name, await ledger.open(idempotencyKey, input), idempotencyKey);
    } catch (error) {
      console.error(error); // its seal is broken: it must not hold up the others
      told = faultOf('sealed');
    }
    if (told.status === 'fault') return pass(id, told.fault.code);
    // What nobody waits for is kept until this terminal is enrolled again: people hold the numbers it gave out.
    if (isLeft && told.status === 'refused' && told.refusal.facts?.['reason'] === TURNED_AWAY)
      return false;
    const result =
      told.status === 'sent' ? await ledger.seal(idempotencyKey, told.result) : undefined;
    const refusal = told.status === 'refused' ? told.refusal : undefined;
    const isNobodys = await orphans();
    await ledger.change(id, (entry) =>
      result && isNobodys(entry)
        ? null
        : {
            ...entry,
            state: refusal ? 'refused' : 'sent',
            ...(refusal && { refusal }),
            ...(result && { result }),
          },
    );
    changes.announce([id]);
    return true;
  }

  /** After a fault: whether those behind it may go on. What is the network's or the crowd's fault takes its time. */
  async function pass(id: string, code: FaultCode): Promise<boolean> {
    if (code !== 'unknown' && code !== 'sealed') return false;
    const entry = await ledger.change(id, (before) => {
      const count = before.failures + 1;
      return { ...before, failures: count, state: count < PATIENCE ? 'pending' : 'fault' };
    });
    changes.announce([id]);
    return entry?.state !== 'pending';
  }

  async function put(
    name: string,
    input: unknown,
    idempotencyKey: string,
    isLeft = false,
  ): Promise<Entry> {
    const entry = await ledger.add({ name, at: now(), idempotencyKey, page, visit, isLeft }, input);
    changes.announce([entry.id]);
    return entry;
  }

  /** What came of it. It is off the disk once there is an answer; else it stays there, and nobody waits any longer. */
  async function collect(id: string): Promise<Outcome<unknown>> {
    const entry = await ledger.change(id, (found) =>
      found.state === 'sent' || found.state === 'refused' ? null : { ...found, isLeft: true },
    );
    changes.announce([id]);
    if (!entry) return { status: 'pending' };
    if (entry.state === 'refused' && entry.refusal)
      return { status: 'refused', refusal: entry.refusal as { code: 'input.invalid' } };
    if (entry.state === 'sent' && entry.result)
      return { status: 'sent', result: await ledger.open(entry.idempotencyKey, entry.result) };
    return entry.state === 'fault' ? faultOf('unknown') : { status: 'pending' };
  }

  /** Whose visit is over, or whose page has gone. */
  async function orphans(): Promise<(entry: Entry) => boolean> {
    const { held = [] } = (await navigator.locks?.query()) ?? {};
    const pages = new Set(held.map(({ name }) => name));
    return (entry) => (entry.page === page ? entry.visit !== visit : !pages.has(entry.page));
  }

  /** Takes off the disk what has been done for those who have gone. */
  async function tidy(): Promise<void> {
    const isNobodys = await orphans();
    for (const { id } of (await ledger.all()).filter(isNobodys))
      await ledger.change(id, (entry) => (entry.state === 'sent' ? null : entry));
    changes.announce([]);
  }

  async function tell(): Promise<void> {
    const entries = await ledger.all().catch(() => []); // whoever sends next is told what is wrong
    const isNobodys = await orphans();
    const kept = entries
      .filter((entry) => entry.isLeft || entry.state === 'fault' || isNobodys(entry))
      .map(({ id, name, at, state, refusal, visit: whose }) => {
        return { id, name, at, state, ...(refusal && { refusal }), mine: whose === visit };
      });
    const text = JSON.stringify(kept);
    for (const [onKept, told] of watching) {
      if (told === text) continue;
      watching.set(onKept, text);
      onKept(kept);
    }
  }
  const stopListening = changes.listen(() => void tell());

  void tidy()
    .then(deliver)
    .catch(() => undefined); // the next to send is told

  return {
    deliver,
    deliverLeft: () => deliverAll((entry) => entry.visit !== visit),
    async send(name, input, idempotencyKey) {
      const { id } = await put(name, input, idempotencyKey);
      await deliver();
      return collect(id);
    },
    async keep(name, input, idempotencyKey) {
      await put(name, input, idempotencyKey, true);
      deliverLater();
    },
    async newVisit() {
      visit = crypto.randomUUID();
      await tidy();
    },
    watch(onKept) {
      watching.set(onKept, undefined);
      void tell();
      return () => watching.delete(onKept);
    },
    async acknowledge(id) {
      await ledger.change(id, (entry) => (entry.state === 'pending' ? entry : null));
      changes.announce([id]);
    },
    close() {
      isClosed = true;
      clearTimeout(timer);
      stopListening();
      changes.close();
      leave();
    },
  };
}
