import { ContextConsumer } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

import type { CommandName, Gateway, InputOf, OutcomeOf } from '../gateway/contract.ts';

import { gatewayContext } from './contexts.ts';

/**
 * Sends what a citizen has decided, once. A second gesture while the first is under way is ignored; the same one again
 * after a fault carries the same key, so that whatever did arrive is not done twice.
 */
export class Sending<Name extends CommandName = CommandName> implements ReactiveController {
  /** Something is under way. */
  busy = false;

  readonly #host: ReactiveControllerHost & HTMLElement;
  #gateway: Gateway | undefined;
  #failed: { readonly gesture: string; readonly key: string } | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    new ContextConsumer(host, {
      context: gatewayContext,
      subscribe: true,
      callback: (gateway) => (this.#gateway = gateway),
    });
    host.addController(this);
  }

  hostConnected(): void {
    // nothing: a command that has left is not called back when its element goes
  }

  /** What came of it; undefined when something was under way already and this was ignored. */
  async send<Sent extends Name>(
    name: Sent,
    input: InputOf<Sent>,
  ): Promise<OutcomeOf<Sent> | undefined> {
    if (this.busy) return undefined;
    const gesture = JSON.stringify([name, input]);
    const key = this.#failed?.gesture === gesture ? this.#failed.key : freshKey();
    this.#setBusy(true);
    try {
      const outcome = await this.#try(name, input, key);
      this.#failed = outcome.status === 'fault' ? { gesture, key } : undefined;
      return outcome;
    } finally {
      this.#setBusy(false);
    }
  }

  /** Sends something nobody waits for, such as giving back what was kept: also while busy, and after the element has gone. */
  async sendAside<Sent extends Name>(name: Sent, input: InputOf<Sent>): Promise<OutcomeOf<Sent>> {
    return this.#try(name, input, freshKey());
  }

  async #try<Sent extends Name>(
    name: Sent,
    input: InputOf<Sent>,
    idempotencyKey: string,
  ): Promise<OutcomeOf<Sent>> {
    const fault = (code: 'store-unavailable' | 'unknown'): OutcomeOf<Sent> =>
      ({ status: 'fault', fault: { code } }) as OutcomeOf<Sent>;
    if (!this.#gateway) return fault('store-unavailable');
    try {
      return await this.#gateway.send(name, input, { idempotencyKey });
    } catch (error) {
      console.error(error);
      return fault('unknown');
    }
  }

  #setBusy(busy: boolean): void {
    this.busy = busy;
    this.#host.requestUpdate();
  }
}

/** Random enough for one gesture; `crypto.randomUUID` exists on secure pages only. */
function freshKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}
