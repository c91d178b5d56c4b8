import { ContextConsumer } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

import type { Gateway, InputOf, QueryName, ReplyOf } from '../gateway/contract.ts';

import { gatewayContext } from './contexts.ts';

/** The present answer, or that none has come yet. */
export type Snapshot<Name extends QueryName> = { readonly status: 'waiting' } | ReplyOf<Name>;

/** What an answer to this question holds. */
export type ValueOf<Name extends QueryName> = Extract<
  ReplyOf<Name>,
  { readonly status: 'answer' }
>['value'];

/**
 * Keeps an element's eye on a question, as long as the element is on the page. The question is asked anew when its input
 * differs or the scope has another gateway; an answer to an older question is never shown.
 */
export class Watch<Name extends QueryName> implements ReactiveController {
  /** What the element draws from. */
  snapshot: Snapshot<Name> = { status: 'waiting' };

  /**
   * The answer; while one to a new input is awaited, still the one before it, so that a calendar need not go blank from
   * month to month. What must be right is drawn from `snapshot` instead.
   */
  value: ValueOf<Name> | undefined;

  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #name: Name;
  readonly #input: () => InputOf<Name> | undefined;
  #gateway: Gateway | undefined;
  #asked: { readonly gateway: Gateway; readonly input: string; stop: () => void } | undefined;

  /** `input` is asked before each drawing; while it gives undefined there is nothing to ask. */
  constructor(
    host: ReactiveControllerHost & HTMLElement,
    name: Name,
    input: () => InputOf<Name> | undefined,
  ) {
    this.#host = host;
    this.#name = name;
    this.#input = input;
    new ContextConsumer(host, {
      context: gatewayContext,
      subscribe: true,
      callback: (gateway) => {
        this.#gateway = gateway;
        host.requestUpdate();
      },
    });
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostUpdate(): void {
    if (this.#host.isConnected) this.#ask();
  }

  hostDisconnected(): void {
    this.#forget();
  }

  #ask(): void {
    const gateway = this.#gateway;
    const input = this.#input();
    if (!gateway || input === undefined) return this.#forget();
    const text = JSON.stringify(input);
    if (this.#asked?.gateway === gateway && this.#asked.input === text) return;
    if (this.#asked?.gateway !== gateway) this.#forget();
    this.#stop();
    const asked = { gateway, input: text, stop: () => {} };
    this.#asked = asked;
    asked.stop = gateway.watch(this.#name, input, (reply) => {
      if (this.#asked !== asked) return; // an answer to an older question
      this.snapshot = reply;
      this.value = reply.status === 'answer' ? (reply.value as ValueOf<Name>) : undefined;
      this.#host.requestUpdate();
    });
  }

  #stop(): void {
    this.#asked?.stop();
    this.#asked = undefined;
    this.snapshot = { status: 'waiting' };
  }

  #forget(): void {
    this.#stop();
    this.value = undefined;
  }
}
