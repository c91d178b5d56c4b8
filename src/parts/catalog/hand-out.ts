import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { WaitingEntry } from '../../model/catalog/look-up.ts';
import type { OrderReceipt } from '../../model/catalog/receipt.ts';
import { element, MulinElement } from '../../ui/base.ts';
import '../../ui/button.ts';
import '../../ui/field.ts';
import { card, ground } from '../../ui/ground.styles.ts';
import '../../ui/notice.ts';
import { Sending } from '../../ui/sending.ts';
import { Watch } from '../../ui/watch.ts';
import './order-receipt.ts';
import { stockStyles } from './stock.styles.ts';
import { stockWords, type StockWords } from './stock.strings.ts';
import { shopWords } from './strings.ts';
import { Till, type Paid } from './till.ts';
import { sentenceFor, type Trouble } from './trouble.ts';

/**
 * What waits at the counter to be fetched. A scanned or typed code opens it; it is handed out once what it costs has been
 * received. Who pays with points is told nowhere on the list.
 *
 * @summary Hands out what was reserved.
 * @csspart order - One reservation on the list.
 * @example
 * <mulin-hand-out place="wujiaochang-charity-supermarket"></mulin-hand-out>
 */
@element('mulin-hand-out')
export class MulinHandOut extends MulinElement {
  static override styles = [ground, card, stockStyles];

  /** The shop, by its id in the pack. */
  @property() place = '';

  @state() private code = '';
  @state() private opened = '';
  @state() private trouble: Trouble | undefined;
  @state() private given = '';
  readonly #sending = new Sending(this);
  readonly #till = new Till(this);
  readonly #waiting = new Watch(this, 'catalog.waiting', () =>
    this.place ? { place: this.place } : undefined,
  );
  readonly #order = new Watch(this, 'catalog.find', () =>
    this.opened ? { code: this.opened } : undefined,
  );

  override render(): TemplateResult {
    const words = this.say(stockWords);
    return html`<div role="status">
        ${this.given ? html`<mulin-notice kind="success" heading=${words.given(this.given)}></mulin-notice>` : nothing}
      </div>
      ${this.trouble ? this.#renderTrouble(this.trouble) : nothing}
      ${this.opened ? this.#renderOpened(words) : this.#renderList(words)}`;
  }

  #renderTrouble(trouble: Trouble): TemplateResult {
    const { title, next } = sentenceFor(this.locale, trouble);
    return html`<mulin-notice kind="refusal" heading=${title}>${next}</mulin-notice>`;
  }

  #renderList(words: StockWords): TemplateResult {
    const { snapshot } = this.#waiting;
    switch (snapshot.status) {
      case 'waiting':
        return html`<p role="status">${words.waiting}</p>`;
      case 'refused':
      case 'fault':
        return this.#renderTrouble(snapshot);
      case 'answer':
        return html`<form novalidate @submit=${this.#onSubmit}>
            <mulin-field
              kind="receipt-code"
              label=${words.scan}
              hint=${words.scanHint}
              required
              .value=${this.code}
              @input=${this.#onCode}
            ></mulin-field>
            <mulin-button type="submit" kind="primary">${words.open}</mulin-button>
          </form>
          ${this.#renderOrders(snapshot.value.orders, words)}`;
    }
  }

  #renderOrders(orders: readonly WaitingEntry[], words: StockWords): TemplateResult {
    if (orders.length === 0) return html`<p>${words.nobody}</p>`;
    return html`<h3>${words.toFetch(orders.length)}</h3>
      <ul>
        ${repeat(
          orders,
          ({ code }) => code,
          ({ code, until, items, slot, late }) =>
            html`<li part="order" class=${late ? 'late' : ''}>
              <b>${code}</b>
              <span
                >${[
                  words.items(items),
                  late ? words.late : words.until(until),
                  slot && words.come(slot),
                ]
                  .filter(Boolean)
                  .join(' · ')}</span
              >
              <mulin-button label=${words.openOf(code)} @click=${() => this.#open(code)}
                >${words.open}</mulin-button
              >
            </li>`,
        )}
      </ul>`;
  }

  #renderOpened(words: StockWords): TemplateResult {
    const { snapshot } = this.#order;
    const back = html`<mulin-button @click=${() => this.#open('')}>${words.back}</mulin-button>`;
    switch (snapshot.status) {
      case 'waiting':
        return html`<p role="status">${words.waiting}</p>`;
      case 'refused':
      case 'fault':
        return html`${this.#renderTrouble(snapshot)} ${back}`;
      case 'answer':
        return html`<mulin-order-receipt .receipt=${snapshot.value}></mulin-order-receipt>
          ${snapshot.value.status === 'reserved' ? this.#renderHandOut(snapshot.value, words) : nothing}
          ${back}`;
    }
  }

  #renderHandOut(order: OrderReceipt, words: StockWords): TemplateResult {
    const { by, total } = order.payment;
    const price = this.say(shopWords).price(total);
    const { takesItself, trouble, busy } = this.#till;
    const button = (label: string, onPress: () => void): TemplateResult =>
      html`<mulin-button
        kind="primary"
        size="main"
        ?busy=${this.#sending.busy || busy}
        @click=${onPress}
        >${label}</mulin-button
      >`;
    const byHand = (label: string, method: string): TemplateResult =>
      button(label, () => void this.#handOut(order, { method, fen: total }));
    if (by === 'points' || total === 0)
      return html`<p>${words.check}</p>
        <p>${by === 'points' ? words.paidByPoints : words.free}</p>
        ${button(words.give, () => void this.#handOut(order))}`;
    return html`<p>${words.check}</p>
      ${
        trouble
          ? html`<mulin-notice kind="warning" heading=${words.till[trouble].title}
              >${words.till[trouble].next}</mulin-notice
            >`
          : nothing
      }
      ${takesItself ? button(words.takeMoney(price), () => void this.#takeAndHandOut(order)) : nothing}
      ${
        takesItself && !trouble
          ? nothing
          : html`${byHand(words.cash(price), 'cash')} ${byHand(words.mobile(price), 'mobile')}`
      }`;
  }

  #open(code: string): void {
    this.opened = code;
    this.code = '';
    this.trouble = undefined;
    this.given = '';
    this.#till.clear();
  }

  /** By the id of the order, so that a second press takes no money a second time. */
  async #takeAndHandOut(order: OrderReceipt): Promise<void> {
    const paid = await this.#till.take({ fen: order.payment.total, of: order.id });
    if (paid) await this.#handOut(order, paid);
  }

  async #handOut({ code }: OrderReceipt, paid?: Paid): Promise<void> {
    const outcome = await this.#sending.send('catalog.hand-out', { code, ...(paid && { paid }) });
    if (outcome?.status === 'refused' || outcome?.status === 'fault') this.trouble = outcome;
    if (outcome?.status !== 'sent') return;
    this.#open('');
    this.given = code;
  }

  /** A scanner types all ten at once: nobody has to press anything after it. */
  readonly #onCode = (event: Event): void => {
    this.code = (event.target as HTMLElement & { readonly value: string }).value;
    if (this.code.length === 10) this.#open(this.code);
  };

  readonly #onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (this.code.length === 10) this.#open(this.code);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'mulin-hand-out': MulinHandOut;
  }
}
