import { html, nothing, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import { dayName } from '../../i18n/index.ts';
import type { Offer } from '../../model/booking/queries.ts';
import type { Receipt } from '../../model/booking/receipt.ts';
import { element, MulinElement } from '../../ui/base.ts';
import '../../ui/button.ts';
import { Clock } from '../../ui/clock.ts';
import '../../ui/dialog.ts';
import '../../ui/icon.ts';
import '../../ui/notice.ts';
import { Sending } from '../../ui/sending.ts';
import { Watch } from '../../ui/watch.ts';
import { bookingStyles } from './booking.styles.ts';
import './find-form.ts';
import type { Proof } from './find-form.ts';
import type { PickedSlot } from './flow.ts';
import './nearest.ts';
import './receipt.ts';
import './slot-picker.ts';
import { bookingWords, type BookingWords } from './strings.ts';
import { sentenceFor, type Trouble } from './trouble.ts';

/** What the person has just done, for the headline above the receipt. */
type Done = 'rescheduled' | 'cancelled';

/**
 * Finds an appointment by the code on its receipt and the last four digits of the phone; changes its time or cancels it.
 * It follows the hall: what is changed elsewhere changes here.
 *
 * @summary My appointment: look up, reschedule, cancel.
 * @slot receipt - Below a receipt that still stands: what to bring.
 * @fires {CustomEvent<{}>} mulin-leave - The person wants to leave.
 * @csspart header - Title and way back.
 * @csspart step - What is on screen.
 * @example
 * <mulin-appointment></mulin-appointment>
 */
@element('mulin-appointment')
export class MulinAppointment extends MulinElement {
  static override styles = bookingStyles;

  @state() private proof: Proof | undefined;
  @state() private moving = false;
  @state() private asking = false;
  @state() private wanted: PickedSlot | undefined;
  @state() private done: Done | undefined;
  @state() private trouble: Trouble | undefined;
  @query('h2') private heading!: HTMLElement | null;
  readonly #clock = new Clock(this, () => false);
  readonly #sending = new Sending(this);
  readonly #found = new Watch(this, 'booking.find', () => this.proof);
  readonly #offer = new Watch(this, 'booking.offer', () => {
    const service = this.#found.value?.service;
    return service ? { service } : undefined;
  });

  override render(): TemplateResult {
    const words = this.say(bookingWords);
    const receipt = this.#found.value;
    const offer = this.#offer.value;
    return html`
      <header part="header">
        <mulin-button label=${this.moving ? words.back : words.leave} @click=${this.#onBack}>
          <mulin-icon name="chevron-left"></mulin-icon>
        </mulin-button>
        <h2 tabindex="-1">${this.moving ? words.rescheduleTitle : words.findTitle}</h2>
        <p>${this.moving ? words.rescheduleKeep : words.findIntro}</p>
      </header>
      <div part="step">
        ${receipt && offer ? this.#present(receipt, offer, words) : this.#find(words)}
      </div>
    `;
  }

  #find(words: BookingWords): TemplateResult {
    const { snapshot } = this.#found;
    const stuck = snapshot.status === 'refused' || snapshot.status === 'fault';
    const sentence = stuck && this.proof ? sentenceFor(this.locale, snapshot) : undefined;
    return html`${
        sentence
          ? html`<mulin-notice kind="refusal" heading=${sentence.title}
              >${sentence.next}</mulin-notice
            >`
          : nothing
      }
      <mulin-find-form
        ?busy=${this.proof !== undefined && !stuck}
        @find=${(event: CustomEvent<Proof>) => (this.proof = event.detail)}
        aria-label=${words.findTitle}
      ></mulin-find-form>`;
  }

  #present(receipt: Receipt, offer: Offer, words: BookingWords): TemplateResult {
    if (this.moving) return html`${this.#said(offer)} ${this.#move(receipt, offer, words)}`;
    return html`
      ${this.#said(offer)}
      <mulin-receipt
        heading=${this.#headline(receipt, words)}
        next=${this.#nextAfter(receipt, words)}
        .receipt=${receipt}
        .offer=${offer}
      ></mulin-receipt>
      ${receipt.status === 'booked' ? html`<slot name="receipt"></slot>` : nothing}
      ${this.#actions(receipt, words)} ${this.#ask(words)}
    `;
  }

  #headline({ status }: Receipt, words: BookingWords): string {
    if (status === 'cancelled') return words.cancelled;
    return this.done === 'rescheduled' ? words.rescheduled : '';
  }

  #nextAfter({ status }: Receipt, words: BookingWords): string {
    return status === 'cancelled' ? words.cancelledNext : words.rescheduledNext;
  }

  #said({ service }: Offer): TemplateResult | typeof nothing {
    if (!this.trouble) return nothing;
    const { title, next } = sentenceFor(this.locale, this.trouble);
    const { trouble } = this;
    const taken = trouble.status === 'refused' && trouble.refusal.code === 'booking.slot-taken';
    return html`<mulin-notice kind="refusal" heading=${title}>
      ${next}
      ${
        taken
          ? html`<mulin-nearest
              service=${service.id}
              place=${this.#found.value?.place ?? ''}
              .wanted=${this.wanted}
              @mulin-slot=${this.#onSlot}
            ></mulin-nearest>`
          : nothing
      }
    </mulin-notice>`;
  }

  #actions({ status, changeUntil }: Receipt, words: BookingWords): TemplateResult {
    const open = status === 'booked' && this.#clock.now <= changeUntil;
    return html`<div class="actions">
      ${
        open
          ? html`<mulin-button kind="primary" @click=${this.#onMove}
                >${words.reschedule}</mulin-button
              >
              <mulin-button kind="danger" @click=${this.#onAsk}>${words.cancel}</mulin-button>`
          : nothing
      }
      <mulin-button @click=${this.#onAnother}>${words.findAnother}</mulin-button>
      <mulin-button @click=${this.#onLeave}>${words.done}</mulin-button>
    </div>`;
  }

  #ask(words: BookingWords): TemplateResult {
    return html`<mulin-dialog
      heading=${words.cancelAsk}
      ?open=${this.asking}
      @mulin-closed=${this.#onKeep}
    >
      ${words.cancelMeans}
      <mulin-button slot="actions" @click=${this.#onKeep}>${words.keep}</mulin-button>
      <mulin-button
        slot="actions"
        kind="danger"
        ?busy=${this.#sending.busy}
        @click=${this.#onCancel}
      >
        ${words.cancelNow}
      </mulin-button>
    </mulin-dialog>`;
  }

  #move(receipt: Receipt, { bookable }: Offer, words: BookingWords): TemplateResult {
    const { wanted: slot } = this;
    return html`<mulin-slot-picker
        service=${receipt.service}
        place=${receipt.place}
        start=${receipt.date}
        ?pair=${bookable.persons.length === 2}
        .picked=${slot}
        @mulin-slot=${this.#onSlot}
      ></mulin-slot-picker>
      <div part="forward">
        <p role="status">
          <span
            >${slot ? `${dayName(this.locale, slot.date)} ${slot.time}` : words.chooseTime}</span
          >
        </p>
        <mulin-button
          kind="primary"
          size="main"
          ?disabled=${!slot}
          ?busy=${this.#sending.busy}
          @click=${() => this.#onReschedule(receipt)}
        >
          ${words.rescheduleNow}
        </mulin-button>
      </div>`;
  }

  async #toHeading(): Promise<void> {
    await this.updateComplete;
    this.scrollIntoView({ block: 'start' });
    this.heading?.focus({ preventScroll: true });
  }

  #onBack(): void {
    if (!this.moving) return this.#onLeave();
    this.moving = false;
    this.trouble = undefined;
    void this.#toHeading();
  }

  #onLeave(): void {
    this.emit('mulin-leave', {});
  }

  #onAnother(): void {
    this.proof = undefined;
    this.done = undefined;
    this.trouble = undefined;
    void this.#toHeading();
  }

  #onMove(): void {
    this.wanted = undefined;
    this.moving = true;
    void this.#toHeading();
  }

  #onSlot(event: CustomEvent<PickedSlot>): void {
    this.wanted = event.detail;
    this.trouble = undefined;
  }

  #onAsk(): void {
    this.asking = true;
  }

  #onKeep(): void {
    this.asking = false;
  }

  async #onReschedule({ place }: Receipt): Promise<void> {
    const { proof, wanted: slot } = this;
    if (!proof || !slot) return;
    const outcome = await this.#sending.send('booking.reschedule', { ...proof, place, ...slot });
    if (outcome?.status === 'sent') {
      this.moving = false;
      this.done = 'rescheduled';
    }
    this.#hear(outcome);
  }

  async #onCancel(): Promise<void> {
    if (!this.proof) return;
    const outcome = await this.#sending.send('booking.cancel', this.proof);
    this.asking = false;
    if (outcome?.status === 'sent') this.done = 'cancelled';
    this.#hear(outcome);
  }

  #hear(outcome: { readonly status: string } | undefined): void {
    const failed = outcome?.status === 'refused' || outcome?.status === 'fault';
    this.trouble = failed ? (outcome as Trouble) : undefined;
    void this.#toHeading();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mulin-appointment': MulinAppointment;
  }
}
