import { ContextConsumer } from '@lit/context';
import { css, html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';

import type { Slip } from '../device/printer/contract.ts';
import type { Gateway, Kept, Reach } from '../gateway/contract.ts';

import { element, MulinElement } from './base.ts';
import './button.ts';
import { gatewayContext } from './contexts.ts';
import { ground } from './ground.styles.ts';
import './notice.ts';
import './print.ts';
import { reachWords } from './reach.strings.ts';

/**
 * Says quietly that the hall is out of reach, what this terminal keeps for the person before it, and what the hall refused
 * in the end; that can be printed. While all is well it is not there, and of other people it says nothing.
 *
 * @summary What is going on between this page and the hall.
 * @example
 * <mulin-reach></mulin-reach>
 */
@element('mulin-reach')
export class MulinReach extends MulinElement {
  static override styles = [
    ground,
    css`
      :host {
        display: grid;
        gap: var(--mulin-space-3);
      }
      :host(:not([busy])) {
        display: none;
      }
    `,
  ];

  @state() private reach: Reach = 'near';
  @state() private kept: readonly Kept[] = [];
  #gateway: Gateway | undefined;
  #stop: readonly (() => void)[] = [];

  constructor() {
    super();
    new ContextConsumer(this, {
      context: gatewayContext,
      subscribe: true,
      callback: (gateway) => {
        this.#gateway = gateway;
        if (this.isConnected) this.#listen();
      },
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#listen();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#forget();
  }

  protected override willUpdate(): void {
    this.toggleAttribute('busy', this.reach === 'away' || this.kept.length > 0);
  }

  override render(): TemplateResult {
    const of = (which: Kept['state']): readonly Kept[] =>
      this.kept.filter((one) => one.state === which);
    const words = this.say(reachWords);
    return html`${this.#renderAway(of('pending').length)}
    ${
      of('sent').length > 0 && this.reach === 'near'
        ? html`<mulin-notice kind="success">${words.arrived(of('sent').length)}</mulin-notice>`
        : nothing
    }
    ${[...of('refused'), ...of('fault')].map((one) => this.#renderRefused(one))}`;
  }

  #renderAway(waiting: number): TemplateResult | typeof nothing {
    const words = this.say(reachWords);
    if (this.reach === 'near' && waiting === 0) return nothing;
    return html`<mulin-notice heading=${this.reach === 'away' ? words.away : ''}>
      ${waiting > 0 ? words.waiting(waiting) : words.awayHint}
    </mulin-notice>`;
  }

  #renderRefused(one: Kept): TemplateResult {
    const words = this.say(reachWords);
    return html`<mulin-notice kind="refusal" heading=${words.refused}>
      ${words.refusedHint}
      <mulin-print slot="actions" .slip=${this.#slipFor(one)}></mulin-print>
      <mulin-button slot="actions" @click=${() => this.#onSeen(one)}>${words.seen}</mulin-button>
    </mulin-notice>`;
  }

  /** Names nobody: whoever finds it learns only that something was not done. */
  #slipFor({ at, name, refusal }: Kept): Slip {
    const { slip } = this.say(reachWords);
    return {
      lang: this.locale,
      title: slip.title,
      lines: [
        { kind: 'heading', text: slip.heading },
        {
          kind: 'fact',
          label: slip.at,
          value: new Intl.DateTimeFormat(this.locale, moment).format(at),
        },
        { kind: 'text', text: slip.next },
        {
          kind: 'fact',
          label: slip.reference,
          value: [name, refusal?.code].filter(Boolean).join(' '),
        },
      ],
    };
  }

  #listen(): void {
    this.#forget();
    const { reach, outbox } = this.#gateway ?? {};
    this.#stop = [
      reach?.((now) => (this.reach = now)),
      outbox?.watch((kept) => (this.kept = kept.filter(({ mine }) => mine))),
    ].filter((stop) => stop !== undefined);
  }

  #forget(): void {
    for (const stop of this.#stop) stop();
    this.#stop = [];
    this.reach = 'near';
    this.kept = [];
  }

  readonly #onSeen = (one: Kept): void => void this.#gateway?.outbox?.acknowledge(one.id);
}

/** A terminal stands where its hall is. */
const moment = { dateStyle: 'long', timeStyle: 'short' } as const;

declare global {
  interface HTMLElementTagNameMap {
    'mulin-reach': MulinReach;
  }
}
