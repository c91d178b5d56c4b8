import { ContextConsumer } from '@lit/context';
import type { LitElement, ReactiveController } from 'lit';
import { gatewayContext } from './contexts.ts';

/** The hall's time in an element: redraws it every second while `ticking` says so. */
export class Clock implements ReactiveController {
  readonly #host: LitElement;
  readonly #ticking: () => boolean;
  readonly #gateway: ContextConsumer<typeof gatewayContext, LitElement>;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(host: LitElement, ticking: () => boolean) {
    this.#host = host;
    this.#ticking = ticking;
    this.#gateway = new ContextConsumer(host, { context: gatewayContext, subscribe: true });
    host.addController(this);
  }

  /** Milliseconds since 1970, as the hall counts them. */
  get now(): number {
    return this.#gateway.value?.now() ?? Date.now();
  }

  hostUpdated(): void {
    if (!this.#ticking()) this.#stop();
    else this.#timer ??= setInterval(() => this.#host.requestUpdate(), 1000);
  }

  hostDisconnected(): void {
    this.#stop();
  }

  #stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }
}
