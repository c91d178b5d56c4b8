import { ContextConsumer } from '@lit/context';
import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';

import type { Printed, Printer, PrinterStatus, Slip } from '../device/printer/contract.ts';

import { element, MulinElement } from './base.ts';
import './button.ts';
import { printerContext } from './contexts.ts';
import { ground } from './ground.styles.ts';
import './icon.ts';
import './notice.ts';
import { printWords } from './print.strings.ts';

/**
 * Offers to print, where the scope has a printer; elsewhere it is not there. It asks the printer beforehand, so that nobody
 * waits for paper that is not in it, and says afterwards what came of it. What is printed also stands on the screen.
 *
 * @summary A way to paper.
 * @fires {CustomEvent<{}>} mulin-printed - The slip lies in the tray, or the system has taken it.
 * @example
 * <mulin-print></mulin-print>
 */
@element('mulin-print')
export class MulinPrint extends MulinElement {
  static override styles = [
    ground,
    css`
      :host {
        display: grid;
        gap: var(--mulin-space-3);
      }
      mulin-button {
        justify-self: start;
      }
    `,
  ];

  /** What is printed. */
  @property({ attribute: false }) slip: Slip | undefined;

  @state() private seen: PrinterStatus | undefined;
  @state() private outcome: Printed | undefined;
  @state() private busy = false;
  #printer: Printer | undefined;
  #asking: AbortController | undefined;

  constructor() {
    super();
    new ContextConsumer(this, {
      context: printerContext,
      subscribe: true,
      callback: (printer) => {
        if (printer === this.#printer) return;
        this.#printer = printer;
        this.#look();
      },
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#look();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#asking?.abort();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // The same words in another object, as each drawing of a page makes them, are the same slip.
    const before = changed.get('slip');
    if (before && JSON.stringify(before) !== JSON.stringify(this.slip)) this.outcome = undefined;
  }

  override render(): TemplateResult | typeof nothing {
    if (!this.#printer || !this.slip) return nothing;
    return html`${this.outcome ? this.#renderOutcome(this.outcome) : this.#renderBefore()}`;
  }

  #renderBefore(): TemplateResult {
    const words = this.say(printWords);
    const { seen } = this;
    if (seen?.state !== 'trouble') return this.#renderButton(words.print);
    const { title, next } = words.troubles[seen.trouble];
    return html`<mulin-notice heading=${title}>${next}</mulin-notice>
      ${this.#renderButton(words.retry)}`;
  }

  #renderOutcome(outcome: Printed): TemplateResult {
    const words = this.say(printWords);
    switch (outcome.status) {
      case 'printed':
      case 'handed-over': {
        const { title, next } = outcome.status === 'printed' ? words.printed : words.handedOver;
        return html`<mulin-notice kind="success" heading=${title}>${next}</mulin-notice>
          ${this.#renderButton(words.again)}`;
      }
      case 'failed': {
        const { title, next } = words.troubles[outcome.trouble];
        return html`<mulin-notice kind="warning" heading=${title}>
            ${next} ${outcome.begun ? words.begun : nothing}
          </mulin-notice>
          ${this.#renderButton(words.retry)}`;
      }
    }
  }

  #renderButton(label: string): TemplateResult {
    return html`<mulin-button ?busy=${this.busy} @click=${this.#onPress}>
      <mulin-icon slot="start" name="printer"></mulin-icon>${label}
    </mulin-button>`;
  }

  /** Asks the printer how it is, so that the button does not promise too much. */
  #look(): void {
    this.#asking?.abort();
    const printer = this.#printer;
    if (!printer || !this.isConnected) return this.requestUpdate();
    const { signal } = (this.#asking = new AbortController());
    printer.status({ signal }).then(
      (status) => (this.seen = status),
      () => undefined, // aborted: somebody else asks now, or nobody is here
    );
  }

  async #onPress(): Promise<void> {
    if (!this.#printer || !this.slip || this.busy) return;
    this.busy = true;
    try {
      this.outcome = await this.#printer.print(this.slip);
    } catch (error) {
      console.error(error);
      this.outcome = { status: 'failed', trouble: 'fault', begun: true };
    }
    this.busy = false;
    if (this.outcome.status !== 'failed') this.emit('mulin-printed', {});
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mulin-print': MulinPrint;
  }
}
