import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** What shows that somebody is there. */
const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'input'] as const;
const PACE = 250;

export interface SessionTimes {
  /** Without a sign of life for this long, the terminal asks; milliseconds. */
  readonly idle: number;
  /** After the question, this long until everything is cleared; milliseconds. */
  readonly countdown: number;
}

/**
 * One person's time at the terminal. It begins with the first touch and ends when the person says so, or when nobody has
 * answered for a while; then the host clears everything. Time is counted by the monotonic clock: a corrected wall clock
 * must not throw anybody out.
 */
export class Session implements ReactiveController {
  /** Somebody is here, or has just been. */
  active = false;

  readonly #host: ReactiveControllerHost;
  readonly #times: () => SessionTimes;
  readonly #onEnd: () => void;
  #seenAt = 0;
  #askedAt: number | undefined;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(host: ReactiveControllerHost, times: () => SessionTimes, onEnd: () => void) {
    this.#host = host;
    this.#times = times;
    this.#onEnd = onEnd;
    host.addController(this);
  }

  /** Seconds until everything is cleared; undefined while nobody is asked. */
  get secondsLeft(): number | undefined {
    if (this.#askedAt === undefined) return undefined;
    return Math.max(0, Math.ceil((this.#askedAt + this.#times().countdown - now()) / 1000));
  }

  hostConnected(): void {
    for (const sign of signs) window.addEventListener(sign, this.#onSign, capture);
    document.addEventListener('visibilitychange', this.#tick);
  }

  hostDisconnected(): void {
    for (const sign of signs) window.removeEventListener(sign, this.#onSign, capture);
    document.removeEventListener('visibilitychange', this.#tick);
    this.#stop();
  }

  begin(): void {
    this.#seenAt = now();
    if (this.active) return;
    this.active = true;
    this.#timer = setInterval(this.#tick, PACE);
    this.#host.requestUpdate();
  }

  /** The person is still there: the question goes, and all stays as it was. */
  stay(): void {
    this.#seenAt = now();
    if (this.#askedAt === undefined) return;
    this.#askedAt = undefined;
    this.#host.requestUpdate();
  }

  /** Somebody moves before the question, but has not answered it yet: the countdown begins anew. */
  wait(): void {
    if (this.#askedAt !== undefined) this.#askedAt = now();
  }

  end(): void {
    this.#stop();
    this.#onEnd();
    this.#host.requestUpdate();
  }

  #stop(): void {
    clearInterval(this.#timer);
    this.active = false;
    this.#askedAt = undefined;
  }

  readonly #onSign = (event: Event): void => {
    if (event.type === 'pointermove' && !(event as PointerEvent).buttons) return;
    const { idle, countdown } = this.#times();
    // The machine has slept, and whoever wakes it need not be who left it.
    if (this.active && now() - this.#seenAt >= idle + countdown && this.#askedAt === undefined)
      return this.end();
    if (this.#askedAt === undefined) this.begin();
  };

  readonly #tick = (): void => {
    if (!this.active) return;
    const { idle, countdown } = this.#times();
    if (this.#askedAt === undefined) {
      if (now() - this.#seenAt < idle) return;
      this.#askedAt = now();
    }
    if (now() - this.#askedAt >= countdown) this.end();
    else this.#host.requestUpdate();
  };
}

const capture = { capture: true, passive: true } as const;
const now = (): number => performance.now();
