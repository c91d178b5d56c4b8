import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Slip } from '../../device/printer/contract.ts';
import { dayName, fullDayName } from '../../i18n/index.ts';
import type { OrderReceipt } from '../../model/catalog/receipt.ts';
import { element, MulinElement } from '../../ui/base.ts';
import '../../ui/facts.ts';
import { ground } from '../../ui/ground.styles.ts';
import '../../ui/notice.ts';
import '../../ui/print.ts';
import '../../ui/qr.ts';
import { Watch } from '../../ui/watch.ts';
import { orderWords, type OrderWords } from './order.strings.ts';
import { grouped, slipCard } from './slip-card.ts';
import { shopWords } from './strings.ts';

/**
 * What is reserved, on one card: the code, as digits and as a QR code with the same in plain text, what it is and what it
 * costs, and by when it must be fetched. How it is paid stands in it only for its own person: paper and QR code say it not.
 *
 * @summary The receipt of a reservation.
 * @csspart card - The card.
 * @csspart code - The ten digits.
 * @example
 * <mulin-order-receipt></mulin-order-receipt>
 */
@element('mulin-order-receipt')
export class MulinOrderReceipt extends MulinElement {
  static override styles = [ground, slipCard];

  /** The reservation. */
  @property({ attribute: false }) receipt: OrderReceipt | undefined;

  readonly #shops = new Watch(this, 'catalog.shops', () => ({}));

  override render(): TemplateResult | typeof nothing {
    const words = this.say(orderWords);
    const { receipt } = this;
    if (!receipt) return nothing;
    const isOpen = receipt.status === 'reserved';
    return html`<article part="card" aria-label=${words.receipt}>
      <div class="code">
        ${isOpen ? html`<mulin-qr label=${words.qr} .value=${this.#text(receipt, words)}></mulin-qr>` : nothing}
        <p>
          <span>${words.code}</span>
          <b part="code">${grouped(receipt.code)}</b>
          <small>${isOpen ? words.qrHint : words.status[receipt.status]}</small>
        </p>
      </div>
      <mulin-facts .facts=${this.#facts(receipt, words)}></mulin-facts>
      ${isOpen ? html`<mulin-print .slip=${this.#slip(receipt, words)}></mulin-print>` : nothing}
    </article>`;
  }

  #facts(receipt: OrderReceipt, words: OrderWords): readonly { label: string; value: string }[] {
    const { slot, phone } = receipt;
    return [
      { label: words.things, value: this.#things(receipt, words).join('、') },
      { label: words.total, value: this.#total(receipt) },
      { label: words.where, value: this.#where(receipt) },
      ...(slot
        ? [{ label: words.when, value: `${dayName(this.locale, slot.date)} ${slot.time}` }]
        : []),
      { label: words.until, value: fullDayName(this.locale, receipt.until) },
      ...(phone ? [{ label: words.phoneFact, value: phone }] : []),
    ];
  }

  #things({ lines }: OrderReceipt, words: OrderWords): readonly string[] {
    return lines.map(({ name, count }) => words.line(name[this.locale], count));
  }

  #total({ payment: { by, total } }: OrderReceipt): string {
    const words = this.say(shopWords);
    return by === 'points' ? words.points(total) : words.price(total);
  }

  #where({ place }: OrderReceipt): string {
    return this.#shops.value?.shops.find(({ id }) => id === place)?.name[this.locale] ?? '';
  }

  /** What a phone's camera reads: lines a person understands, the code last. Nothing of it is personal. */
  #text(receipt: OrderReceipt, words: OrderWords): string {
    return [
      words.receipt,
      this.#where(receipt),
      `${words.until} ${receipt.until}`,
      `${words.code} ${receipt.code}`,
    ].join('\n');
  }

  /** Says nothing of how it is paid: a slip is easily left behind. */
  #slip(receipt: OrderReceipt, words: OrderWords): Slip {
    return {
      lang: this.locale,
      title: words.receipt,
      lines: [
        { kind: 'heading', text: words.receipt },
        { kind: 'text', text: words.code },
        { kind: 'large', text: grouped(receipt.code) },
        { kind: 'fact', label: words.where, value: this.#where(receipt) },
        { kind: 'fact', label: words.until, value: fullDayName(this.locale, receipt.until) },
        { kind: 'rule' },
        ...this.#things(receipt, words).map((text) => ({ kind: 'text', text }) as const),
        { kind: 'rule' },
        { kind: 'qr', value: this.#text(receipt, words) },
      ],
    };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mulin-order-receipt': MulinOrderReceipt;
  }
}
