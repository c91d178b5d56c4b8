import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { OrderReceipt } from '../../model/catalog/receipt.ts';
import { element, MulinElement } from '../../ui/base.ts';
import '../../ui/button.ts';
import '../../ui/dialog.ts';
import { card, ground } from '../../ui/ground.styles.ts';
import '../../ui/notice.ts';
import { Sending } from '../../ui/sending.ts';
import { Watch } from '../../ui/watch.ts';
import './order-receipt.ts';
import { orderStyles } from './order.styles.ts';
import { orderWords, type OrderWords } from './order.strings.ts';
import './proof-form.ts';
import type { CodeProof } from './proof-form.ts';
import { sentenceFor, type Trouble } from './trouble.ts';

/**
 * Finds a reservation by its code and the end of the phone number, shows it, and gives it back to the shelf where its person
 * does not want it any more. Right after reserving it shows that one.
 *
 * @summary My reservation at the shop.
 * @slot back - Before the title: a way back.
 * @example
 * <mulin-order></mulin-order>
 */
@element('mulin-order')
export class MulinOrder extends MulinElement {
  static override styles = [ground, card, orderStyles];

  /** What has just been reserved. */
  @property({ attribute: false }) receipt: OrderReceipt | undefined;

  @state() private proof: CodeProof | undefined;
  @state() private asking = false;
  @state() private trouble: Trouble | undefined;
  readonly #sending = new Sending(this);
  readonly #found = new Watch(this, 'catalog.find', () => this.proof);

  override render(): TemplateResult {
    const words = this.say(orderWords);
    const found = this.#found.value;
    return html`<header>
        <slot name="back"></slot>
        <h2 tabindex="-1">${this.receipt ? words.receipt : words.find}</h2>
      </header>
      ${
        this.receipt
          ? html`<mulin-notice kind="success" heading=${words.reserved}
                >${words.reservedNext(this.receipt.until)}</mulin-notice
              >
              <mulin-order-receipt .receipt=${this.receipt}></mulin-order-receipt>`
          : found
            ? this.#renderFound(found, words)
            : this.#renderForm(words)
      }`;
  }

  #renderForm(words: OrderWords): TemplateResult {
    const { snapshot } = this.#found;
    const trouble =
      snapshot.status === 'refused' || snapshot.status === 'fault' ? snapshot : undefined;
    return html`${trouble ? this.#renderTrouble(trouble) : nothing}
      <mulin-proof-form
        label=${words.code}
        ?busy=${this.proof !== undefined && snapshot.status === 'waiting'}
        @find=${(event: CustomEvent<CodeProof>) => (this.proof = event.detail)}
      ></mulin-proof-form>`;
  }

  #renderFound(found: OrderReceipt, words: OrderWords): TemplateResult {
    return html`<p role="status"><b>${words.status[found.status]}</b></p>
      ${this.trouble ? this.#renderTrouble(this.trouble) : nothing}
      <mulin-order-receipt .receipt=${found}></mulin-order-receipt>
      ${
        found.status === 'reserved'
          ? html`<mulin-button @click=${() => (this.asking = true)}>${words.cancel}</mulin-button>`
          : nothing
      }
      <mulin-button @click=${this.#onAnother}>${words.another}</mulin-button>
      <mulin-dialog
        ?open=${this.asking}
        heading=${words.cancelAsk}
        @mulin-closed=${() => (this.asking = false)}
      >
        <p>${words.cancelHint}</p>
        <mulin-button slot="actions" @click=${() => (this.asking = false)}
          >${words.keep}</mulin-button
        >
        <mulin-button
          slot="actions"
          kind="danger"
          ?busy=${this.#sending.busy}
          @click=${this.#onCancel}
          >${words.cancelYes}</mulin-button
        >
      </mulin-dialog>`;
  }

  #renderTrouble(trouble: Trouble): TemplateResult {
    const { title, next } = sentenceFor(this.locale, trouble);
    return html`<mulin-notice kind="refusal" heading=${title}>${next}</mulin-notice>`;
  }

  async #onCancel(): Promise<void> {
    if (!this.proof) return;
    const outcome = await this.#sending.send('catalog.cancel', this.proof);
    this.asking = false;
    this.trouble =
      outcome?.status === 'refused' || outcome?.status === 'fault' ? outcome : undefined;
  }

  readonly #onAnother = (): void => {
    this.proof = undefined;
    this.trouble = undefined;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'mulin-order': MulinOrder;
  }
}
