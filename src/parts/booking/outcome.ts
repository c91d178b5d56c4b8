import { css, html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Offer } from '../../model/booking/queries.ts';
import type { Receipt } from '../../model/booking/receipt.ts';
import { element, MulinElement } from '../../ui/base.ts';
import '../../ui/button.ts';
import type { Proof } from './find-form.ts';
import { lateWords, type LateWords } from './late.strings.ts';
import './receipt.ts';
import './wish.ts';

/**
 * What came of a booking: a receipt, or a place on the waiting list.
 *
 * @summary The end of a booking.
 * @slot - Below a receipt: what to bring, what to do next.
 * @fires {CustomEvent<Receipt>} taken - What was waited for is an appointment now.
 * @fires {Event} leave - The person is done.
 */
@element('mulin-booking-outcome')
export class MulinBookingOutcome extends MulinElement {
  static override styles = css`
    :host {
      display: grid;
      gap: var(--mulin-space-4);
    }
  `;

  /** What was booked, where and on which terms. */
  @property({ attribute: false }) offer: Offer | undefined;
  /** The appointment, where there is one. */
  @property({ attribute: false }) receipt: Receipt | undefined;
  /** Without one: what opens the place on the waiting list. */
  @property({ attribute: false }) wish: Proof | undefined;

  override render(): TemplateResult {
    const words = this.say(lateWords);
    return html`${
        this.wish
          ? html`<mulin-wish .proof=${this.wish} @taken=${this.#onTaken}></mulin-wish>`
          : this.#receipt(words)
      }
      <mulin-button kind="primary" size="main" @click=${this.#onLeave}
        >${words.done}</mulin-button
      >`;
  }

  #receipt(words: LateWords): TemplateResult {
    const counts = this.receipt?.status !== 'unaffirmed';
    return html`<mulin-receipt
        heading=${counts ? words.booked : words.unaffirmed}
        next=${counts ? words.bookedNext : words.unaffirmedNext}
        .receipt=${this.receipt}
        .offer=${this.offer}
      ></mulin-receipt>
      <slot></slot>`;
  }

  #onTaken({ detail }: CustomEvent<Receipt>): void {
    this.dispatchEvent(new CustomEvent<Receipt>('taken', { detail }));
  }

  #onLeave(): void {
    this.dispatchEvent(new Event('leave'));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mulin-booking-outcome': MulinBookingOutcome;
  }
}
