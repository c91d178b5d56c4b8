import { ContextConsumer } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

import type { Gateway, InputOf, QueryName, ReplyOf } from '../gateway/contract.ts';

import { gatewayContext } from './contexts.ts';

/** Asks once, because of a gesture, where nothing needs to be followed. What is under way is dropped when its element goes. */
export class Asking implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #gateway: Gateway | undefined;
  #under = 0;
  #gone = new AbortController();

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
    this.#gone.abort();
    this.#gone = new AbortController();
  }

  /** Something is under way. */
  get busy(): boolean {
    return this.#under > 0;
  }

  /** The answer; undefined where the element has gone meanwhile. */
  async ask<Name extends QueryName>(
    name: Name,
    input: InputOf<Name>,
  ): Promise<ReplyOf<Name> | undefined> {
    const { signal } = this.#gone;
    this.#turn(1);
    try {
      const reply = await this.#gateway?.read(name, input, { signal });
      return (reply as ReplyOf<Name> | undefined) ?? fault<Name>('store-unavailable');
    } catch (error) {
      if (signal.aborted) return undefined;
      console.error(error);
      return fault<Name>('unknown');
    } finally {
      this.#turn(-1);
    }
  }

  #turn(by: 1 | -1): void {
    this.#under += by;
    this.#host.requestUpdate();
  }
}

const fault = <Name extends QueryName>(code: 'store-unavailable' | 'unknown'): ReplyOf<Name> =>
  ({ status: 'fault', fault: { code } }) as ReplyOf<Name>;
