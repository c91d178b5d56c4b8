import { consume } from '@lit/context';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { CardReader, IdCard } from '../../device/card/contract.ts';
import { dayName } from '../../i18n/index.ts';
import type { OrderReceipt } from '../../model/catalog/receipt.ts';
import { element, MulinElement } from '../../ui/base.ts';
import '../../ui/button.ts';
import { cardReaderContext } from '../../ui/contexts.ts';
import '../../ui/facts.ts';
import '../../ui/field.ts';
import { card, ground } from '../../ui/ground.styles.ts';
import '../../ui/notice.ts';
import { Presence } from '../../ui/presence.ts';
import '../../ui/read-card.ts';
import { Sending } from '../../ui/sending.ts';
import { Watch } from '../../ui/watch.ts';
import type { Basket } from './basket-lines.ts';
import type { PayBy } from './basket.ts';
import { orderStyles } from './order.styles.ts';
import { orderWords, type OrderWords } from './order.strings.ts';
import { shopWords } from './strings.ts';
import { sentenceFor, type Trouble } from './trouble.ts';

/** When somebody means to come; `code` where that time is kept for them. */
export interface PickUp {
  readonly date: string;
  readonly time: string;
  readonly code?: string;
}

/**
 * From a full basket to a reservation: what it is, by what the shop will know the person, and the one press that reserves.
 * Points need the card of the person; money needs a telephone number, nothing more.
 *
 * @summary Reserves what is in a basket.
 * @slot back - Before the title: a way back.
 * @fires {CustomEvent<OrderReceipt>} reserved - It is reserved. Does not bubble: the receipt is for this person's screen.
 * @example
 * <mulin-checkout place="wujiaochang-charity-supermarket"></mulin-checkout>
 */
@element('mulin-checkout')
export class MulinCheckout extends MulinElement {
  static override styles = [ground, card, orderStyles];

  /** The shop, by its id in the pack. */
  @property() place = '';
  /** What is reserved. */
  @property({ attribute: false }) basket: Basket = new Map();
  /** How it shall be paid. */
  @property({ attribute: 'pay-by' }) payBy: PayBy = 'fen';
  /** When the person means to come, where they have said so. */
  @property({ attribute: false }) pickUp: PickUp | undefined;

  @consume({ context: cardReaderContext, subscribe: true })
  @state()
  private reader: CardReader | undefined;
  @state() private phone = '';
  @state() private trouble: Trouble | undefined;
  readonly #presence = new Presence(this);
  readonly #sending = new Sending(this);
  readonly #goods = new Watch(this, 'catalog.goods', () =>
    this.place ? { place: this.place } : undefined,
  );

  override render(): TemplateResult {
    const words = this.say(orderWords);
    return html`<header>
        <slot name="back"></slot>
        <h2 tabindex="-1">${words.checkout}</h2>
      </header>
      ${this.#renderTrouble()}
      <section class="card"><mulin-facts .facts=${this.#facts(words)}></mulin-facts></section>
      ${this.payBy === 'points' ? this.#renderCard(words) : this.#renderPhone(words)}`;
  }

  #renderTrouble(): TemplateResult | typeof nothing {
    if (!this.trouble) return nothing;
    const { title, next } = sentenceFor(this.locale, this.trouble);
    return html`<mulin-notice kind="refusal" heading=${title}>${next}</mulin-notice>`;
  }

  #renderPhone(words: OrderWords): TemplateResult {
    return html`<form novalidate @submit=${this.#onSubmit}>
      <mulin-field
        kind="phone"
        label=${words.phone}
        hint=${words.phoneHint}
        autocomplete="tel"
        required
        .value=${this.phone}
        @input=${(event: Event) => (this.phone = (event.target as HTMLElement & { value: string }).value)}
      ></mulin-field>
      ${this.#renderReserve(words)}
    </form>`;
  }

  #renderCard(words: OrderWords): TemplateResult {
    if (this.#presence.known)
      return html`<form novalidate @submit=${this.#onSubmit}>${this.#renderReserve(words)}</form>`;
    if (!this.reader)
      return html`<mulin-notice heading=${words.noReader}>${words.noReaderNext}</mulin-notice>`;
    return html`<p>${words.cardWhy}</p>
      <mulin-read-card label=${words.byCard} @read=${this.#onCard}></mulin-read-card>`;
  }

  #renderReserve({ reserve }: OrderWords): TemplateResult {
    return html`<mulin-button kind="primary" size="main" type="submit" ?busy=${this.#sending.busy}
      >${reserve}</mulin-button
    >`;
  }

  #facts(words: OrderWords): readonly { label: string; value: string }[] {
    const shop = this.say(shopWords);
    const items = new Map(this.#goods.value?.items.map((item) => [item.id, item]));
    const lines = [...this.basket].flatMap(([id, count]) => {
      const item = items.get(id);
      return item ? [{ item, count }] : [];
    });
    const total = lines.reduce(
      (sum, { item, count }) =>
        sum + count * (this.payBy === 'points' ? (item.points ?? 0) : item.fen),
      0,
    );
    return [
      {
        label: words.things,
        value: lines.map(({ item, count }) => words.line(item.name[this.locale], count)).join('、'),
      },
      {
        label: words.total,
        value: this.payBy === 'points' ? shop.points(total) : shop.price(total),
      },
      ...(this.pickUp
        ? [
            {
              label: words.when,
              value: `${dayName(this.locale, this.pickUp.date)} ${this.pickUp.time}`,
            },
          ]
        : []),
    ];
  }

  async #onCard({ detail: { idNumber, name } }: CustomEvent<IdCard>): Promise<void> {
    const presented = await this.#presence.present({ kind: 'card', idNumber, name });
    this.trouble = presented.status === 'known' ? undefined : presented;
  }

  async #onSubmit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const outcome = await this.#sending.send('catalog.reserve', {
      place: this.place,
      lines: [...this.basket].map(([item, count]) => ({ item, count })),
      by: this.payBy,
      ...(this.payBy === 'fen' && { phone: this.phone }),
      ...(this.pickUp && { slot: slotOf(this.pickUp) }),
    });
    this.trouble =
      outcome?.status === 'refused' || outcome?.status === 'fault' ? outcome : undefined;
    if (outcome?.status !== 'sent') return;
    this.dispatchEvent(new CustomEvent<OrderReceipt>('reserved', { detail: outcome.result }));
  }
}

const slotOf = ({ date, time, code }: PickUp): PickUp => ({ date, time, ...(code && { code }) });

declare global {
  interface HTMLElementTagNameMap {
    'mulin-checkout': MulinCheckout;
  }
}
