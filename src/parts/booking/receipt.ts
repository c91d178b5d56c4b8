import { consume } from '@lit/context';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Slip } from '../../device/printer/contract.ts';
import { lunarDateName } from '../../i18n/index.ts';
import type { Offer } from '../../model/booking/queries.ts';
import type { Receipt } from '../../model/booking/receipt.ts';
import type { Service } from '../../model/shared/service.ts';
import { element, MulinElement } from '../../ui/base.ts';
import '../../ui/button.ts';
import { Clock } from '../../ui/clock.ts';
import { keysContext } from '../../ui/contexts.ts';
import '../../ui/facts.ts';
import '../../ui/icon.ts';
import '../../ui/notice.ts';
import '../../ui/print.ts';
import '../../ui/qr.ts';
import { Watch } from '../../ui/watch.ts';
import { receiptStyles } from './receipt.styles.ts';
import { lateWords, type LateWords } from './late.strings.ts';
import { calendarFileOf, isOver, slipOf, told, type Told } from './told.ts';

/**
 * An appointment on one card: when, where, the code to find it again, and a QR code that carries the same as plain text,
 * so that a phone keeps it without any network. Nothing personal is in the QR code.
 *
 * Where there is a printer it prints, with a list of what to bring. On a page it gives a calendar file; a terminal has
 * nowhere to put one, and its visitors scan.
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

  @consume({ context: keysContext, subscribe: true })
  @state()
  private keys: 'screen' | 'system' = 'system';
  readonly #clock = new Clock(this, () => false);
  readonly #guide = new Watch(this, 'guide.service', () =>
    this.receipt ? { service: this.receipt.service } : undefined,
  );

  override render(): TemplateResult | typeof nothing {
    const words = this.say(lateWords);
    const { receipt, offer } = this;
    if (!receipt || !offer) return nothing;
    const about = told(receipt, offer, this.locale, this.#clock.now);
    const over = isOver(receipt);
    return html`
      ${
        this.heading
          ? html`<mulin-notice kind=${over ? 'info' : 'success'} heading=${this.heading}>
              ${this.next}
            </mulin-notice>`
          : nothing
      }
      <article part="card" aria-label=${words.code}>
        ${this.#code(about, over, words)} ${this.#facts(receipt, offer, about, words)}
        ${over ? nothing : html`<p class="until">${about.until}</p>`}
        ${this.#keep(about, over, words)}
      </article>
    `;
  }

  #code({ code, text }: Told, over: boolean, words: LateWords): TemplateResult {
    return html`<div class="code">
      ${over ? nothing : html`<mulin-qr label=${words.qr} .value=${text}></mulin-qr>`}
      <p>
        <span>${words.code}</span>
        <b part="code">${code}</b>
        ${over ? nothing : html`<small>${words.qrHint}</small>`}
      </p>
    </div>`;
  }

  #facts(receipt: Receipt, offer: Offer, about: Told, words: LateWords): TemplateResult {
    const facts = [
      { label: words.service, value: about.service },
      { label: words.time, value: about.when },
      { label: words.lunarDay, value: lunarDateName(this.locale, receipt.date) },
      { label: words.place, value: `${about.place} · ${about.address}` },
      ...receipt.persons.map(({ role, idNumber }) => ({
        label: words.idNumber(this.#person(role, offer)),
        value: idNumber,
      })),
      { label: words.phone, value: receipt.phone },
    ];
    return html`<mulin-facts .facts=${facts}></mulin-facts>`;
  }

  /** Ways to take it along. A phone that has it in its calendar hears there, too, that it was given up. */
  #keep(about: Told, over: boolean, words: LateWords): TemplateResult {
    return html`<div class="keep">
      ${over ? nothing : html`<mulin-print .slip=${this.#slip(about)}></mulin-print>`}
      ${
        this.keys === 'screen'
          ? nothing
          : html`<mulin-button @click=${this.#onCalendar}>
              <mulin-icon slot="start" name="calendar"></mulin-icon>
              ${over ? words.calendarRemove : words.calendarAdd}
            </mulin-button>`
      }
    </div>`;
  }

  #person(role: string, { bookable }: Offer): string {
    return bookable.persons.find((one) => one.role === role)?.name[this.locale] ?? role;
  }

  /** While the list of what to bring is on its way there is no slip: one without it would be waste. */
  #slip(about: Told): Slip | undefined {
    if (this.#guide.snapshot.status === 'waiting') return undefined;
    return slipOf(about, this.#bring, this.locale);
  }

  get #bring(): Service['bring'] {
    return this.#guide.value?.bring ?? [];
  }

  #onCalendar(): void {
    const { receipt, offer } = this;
    if (!receipt || !offer) return;
    const file = calendarFileOf(receipt, offer, this.#bring, this.locale, this.#clock.now);
    const href = URL.createObjectURL(new Blob([file], { type: 'text/calendar;charset=utf-8' }));
    const name = `${receipt.date}-${receipt.code}.ics`;
    Object.assign(document.createElement('a'), { href, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(href)); // the download has begun by then
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mulin-receipt': MulinReceipt;
  }
}
