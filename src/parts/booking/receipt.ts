import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { dayName, fullDayName, lunarDateName } from '../../i18n/index.ts';
import type { Offer } from '../../model/booking/queries.ts';
import type { Receipt } from '../../model/booking/receipt.ts';
import { dateAt, timeAt } from '../../model/shared/dates.ts';
import { element, MulinElement } from '../../ui/base.ts';
import { Clock } from '../../ui/clock.ts';
import '../../ui/facts.ts';
import '../../ui/notice.ts';
import '../../ui/qr.ts';
import { receiptStyles } from './receipt.styles.ts';
import { bookingWords, type BookingWords } from './strings.ts';

/**
 * An appointment on one card: when, where, the code to find it again, and a QR code that carries the same as plain text,
 * so that a phone keeps it without any network. Nothing personal is in the QR code.
 *
 * @summary The receipt of an appointment.
 * @csspart card - The card.
 * @csspart code - The ten digits.
 * @example
 * <mulin-receipt></mulin-receipt>
 */
@element('mulin-receipt')
export class MulinReceipt extends MulinElement {
  static override styles = receiptStyles;

  /** What has just happened, as a headline: 约好了. */
  @property() heading = '';
  /** What to do now. */
  @property() next = '';
  /** The appointment. */
  @property({ attribute: false }) receipt: Receipt | undefined;
  /** Names of its service, place and persons. */
  @property({ attribute: false }) offer: Offer | undefined;

  readonly #clock = new Clock(this, () => false);

  override render(): TemplateResult | typeof nothing {
    const words = this.say(bookingWords);
    const { receipt, offer } = this;
    if (!receipt || !offer) return nothing;
    const cancelled = receipt.status === 'cancelled';
    return html`
      ${
        this.heading
          ? html`<mulin-notice kind=${cancelled ? 'info' : 'success'} heading=${this.heading}>
              ${this.next}
            </mulin-notice>`
          : nothing
      }
      <article part="card" aria-label=${words.code}>
        ${this.#code(receipt, offer, words)} ${this.#facts(receipt, offer, words)}
        ${cancelled ? nothing : html`<p class="until">${this.#until(receipt, offer, words)}</p>`}
      </article>
    `;
  }

  #code(receipt: Receipt, offer: Offer, words: BookingWords): TemplateResult {
    return html`<div class="code">
      ${
        receipt.status === 'cancelled'
          ? nothing
          : html`<mulin-qr
              label=${words.qr}
              .value=${this.#text(receipt, offer, words)}
            ></mulin-qr>`
      }
      <p>
        <span>${words.code}</span>
        <b part="code">${grouped(receipt.code)}</b>
        ${receipt.status === 'cancelled' ? nothing : html`<small>${words.qrHint}</small>`}
      </p>
    </div>`;
  }

  #facts(receipt: Receipt, offer: Offer, words: BookingWords): TemplateResult {
    const { date, time } = receipt;
    const { name, address } = this.#place(receipt, offer);
    const facts = [
      { label: words.service, value: offer.service.name[this.locale] },
      {
        label: words.time,
        value: `${fullDayName(this.locale, date)} ${time}`,
      },
      { label: words.lunarDay, value: lunarDateName(this.locale, date) },
      { label: words.place, value: `${name} · ${address}` },
      ...receipt.persons.map(({ role, idNumber }) => ({
        label: words.idNumber(this.#person(role, offer)),
        value: idNumber,
      })),
      { label: words.phone, value: receipt.phone },
    ];
    return html`<mulin-facts .facts=${facts}></mulin-facts>`;
  }

  #until({ changeUntil }: Receipt, { zone }: Offer, words: BookingWords): string {
    if (changeUntil < this.#clock.now) return words.tooLateNow;
    const day = dayName(this.locale, dateAt(changeUntil, zone));
    return words.changeUntil(`${day} ${timeAt(changeUntil, zone)}`);
  }

  #place({ place }: Receipt, { places }: Offer): { name: string; address: string } {
    const found = places.find(({ id }) => id === place);
    return { name: found?.name[this.locale] ?? place, address: found?.address[this.locale] ?? '' };
  }

  #person(role: string, { bookable }: Offer): string {
    return bookable.persons.find((one) => one.role === role)?.name[this.locale] ?? role;
  }

  /** What a phone's camera reads: lines a person understands, the code last. */
  #text(receipt: Receipt, offer: Offer, words: BookingWords): string {
    return [
      words.title(offer.service.name[this.locale]),
      `${receipt.date} ${receipt.time}`,
      this.#place(receipt, offer).name,
      `${words.code} ${receipt.code}`,
    ].join('\n');
  }
}

/** Ten digits as people read them out: 482 913 7705. */
function grouped(code: string): string {
  return `${code.slice(0, 3)} ${code.slice(3, 6)} ${code.slice(6)}`;
}

declare global {
  interface HTMLElementTagNameMap {
    'mulin-receipt': MulinReceipt;
  }
}
