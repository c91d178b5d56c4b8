import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** A tap on a touch screen blurs first and clicks then; the keys stay until the click has landed, in milliseconds. */
const AFTER_TAP = 160;

/**
 * When the keys of a field come and go. They go in flow, so everything below moves; were that to happen between the press
 * and the release of a button below, the press would miss it. So they wait until the finger is off the screen.
 */
export class KeypadVisit implements ReactiveController {
  open = false;
  readonly #host: ReactiveControllerHost & HTMLElement;
  #pressed = false;
  #leaving = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #listening: AbortController | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.end();
  }

  begin(): void {
    this.#stay();
    if (this.open) return;
    this.open = true;
    this.#listening = new AbortController();
    const options = { capture: true, signal: this.#listening.signal };
    document.addEventListener('pointerdown', () => (this.#pressed = true), options);
    document.addEventListener('pointerup', this.#onRelease, options);
    document.addEventListener('pointercancel', this.#onRelease, options);
    this.#host.requestUpdate();
    void this.#host.updateComplete.then(() => {
      if (this.open) this.#host.scrollIntoView({ block: 'nearest' });
    });
  }

  /** The focus has left: the keys go as soon as nothing can miss its target. */
  leave(): void {
    if (!this.open) return;
    this.#leaving = true;
    if (!this.#pressed) this.#endSoon();
  }

  end(): void {
    this.#stay();
    this.#listening?.abort();
    this.#listening = undefined;
    this.#pressed = false;
    if (!this.open) return;
    this.open = false;
    this.#host.requestUpdate();
  }

  readonly #onRelease = (): void => {
    this.#pressed = false;
    if (this.#leaving) this.#endSoon();
  };

  /** Not put off by further taps: who types on quickly elsewhere must not carry old keys along. */
  #endSoon(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      if (!this.#pressed) this.end();
    }, AFTER_TAP);
  }

  #stay(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#leaving = false;
  }
}
