import { ContextConsumer } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

import type { Gateway, Presented, Proof } from '../gateway/contract.ts';

import { gatewayContext } from './contexts.ts';

/** Says who stands before an element, for as long as the element is on the page and they have not gone. */
export class Presence implements ReactiveController {
  /** Somebody is known. */
  known = false;

  readonly #host: ReactiveControllerHost & HTMLElement;
  #gateway: Gateway | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    new ContextConsumer(host, {
      context: gatewayContext,
      subscribe: true,
      callback: (gateway) => (this.#gateway = gateway),
    });
    host.addController(this);
  }

  hostDisconnected(): void {
    this.leave();
  }

  async present(proof: Proof): Promise<Presented> {
    if (!this.#gateway) return { status: 'fault', fault: { code: 'store-unavailable' } };
    const presented = await this.#gateway.present(proof);
    if (presented.status === 'known' && !this.#host.isConnected) void this.#gateway.dismiss();
    else this.known = presented.status === 'known';
    this.#host.requestUpdate();
    return presented;
  }

  leave(): void {
    if (!this.known) return;
    this.known = false;
    void this.#gateway?.dismiss();
    this.#host.requestUpdate();
  }
}
