/**
 * Calls wait in line to be announced. Two at one moment are announced one after the other, and a board that was away
 * announces what it has missed, as far as that is still worth a walk.
 */
import type { Call } from '../../model/queue/documents.ts';

/** A board that has just begun does not call out what was called long ago; milliseconds. */
const FRESH = 60_000;
/** Whoever hears a call for somebody of a quarter of an hour ago gets up for nothing. */
const STALE = 15 * 60_000;

interface Stage {
  now(): number;
  /** How long a call is shown at least, in milliseconds. */
  hold(): number;
  say(call: Call): Promise<void>;
  show(call: Call): void;
}

export class Announcements {
  readonly #stage: Stage;
  #day = '';
  /** The count of the last call that was heard of. */
  #heard = 0;
  #waiting: Call[] = [];
  #running = false;
  #stopped = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(stage: Stage) {
    this.#stage = stage;
  }

  /** All calls of a day that are known, oldest first, as often as one likes. */
  hear(day: string, calls: readonly Call[]): void {
    const now = this.#stage.now();
    const isNewDay = day !== this.#day;
    const since = isNewDay ? now - FRESH : now - STALE;
    const news = calls.filter(({ count, at }) => (isNewDay || count > this.#heard) && at >= since);
    this.#day = day;
    this.#heard = calls.at(-1)?.count ?? 0;
    this.#stopped = false;
    for (const call of news) {
      // Called again before its first call was announced: once is enough, and its place in the line is kept.
      const same = this.#waiting.findIndex(
        ({ number, counter }) => number === call.number && counter === call.counter,
      );
      if (same >= 0) this.#waiting[same] = call;
      else this.#waiting.push(call);
    }
    // A hall with more calls than time: the oldest stand among the last calls all the same.
    this.#waiting = this.#waiting.slice(-24);
    if (!this.#running) void this.#run();
  }

  stop(): void {
    this.#stopped = true;
    this.#waiting = [];
    this.#day = '';
    clearTimeout(this.#timer);
    this.#running = false;
  }

  async #run(): Promise<void> {
    this.#running = true;
    for (let call = this.#waiting.shift(); call && !this.#stopped; call = this.#waiting.shift()) {
      this.#stage.show(call);
      const held = new Promise<void>((resolve) => {
        this.#timer = setTimeout(resolve, this.#stage.hold());
      });
      await Promise.all([held, this.#stage.say(call)]);
    }
    this.#running = false;
  }
}
