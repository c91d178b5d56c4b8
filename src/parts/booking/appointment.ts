import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import type { IdCard } from '../../device/card/contract.ts';
import type { Offer } from '../../model/booking/queries.ts';
import type { Receipt } from '../../model/booking/receipt.ts';
import { dateAt } from '../../model/shared/dates.ts';
import { element, MulinElement } from '../../ui/base.ts';
import '../../ui/button.ts';
import { Clock } from '../../ui/clock.ts';
import '../../ui/icon.ts';
import '../../ui/notice.ts';
import { Presence } from '../../ui/presence.ts';
import { Sending } from '../../ui/sending.ts';
import { Watch } from '../../ui/watch.ts';
import './appointment-actions.ts';
import { bookingStyles } from './booking.styles.ts';
import './find-form.ts';
import type { Proof } from './find-form.ts';
import type { PickedSlot, Visit } from './flow.ts';
import { forward } from './forward.ts';
import { lateRefusals } from './late.refusals.ts';
import { sentenceFor, type Trouble } from './late.trouble.ts';
import { mineWords, type MineWords } from './mine.strings.ts';
import './my-bookings.ts';
import './receipt.ts';
import { said } from './said.ts';
import './slot-picker.ts';
import { isOver } from './told.ts';
import './wish.ts';

/** What the person has just done, for the headline above the receipt. */
type Done = 'rescheduled' | 'cancelled' | 'affirmed' | 'arrived';

/**
 * Finds an appointment, or a place on the waiting list, by the code on its receipt and the last four digits of the phone, or
 * by the person's card; confirms it, checks in, changes its time, gives it up. It follows the hall: what is changed elsewhere
 * changes here. When it goes, the hall forgets whose card was read.
 *
 * @summary My appointment: look up, confirm, check in, reschedule, cancel.
 * @slot receipt - Below a receipt that still stands: what to bring.
 * @fires {CustomEvent<{ id: string, place: string, service: string }>} mulin-arrived - Whoever is here today has checked in,
 *   now or before. The id opens nothing; a queue gives the ticket for it.
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
  /** The person has just left the waiting list. */
  @state() private stopped = false;
  @state() private wanted: PickedSlot | undefined;
  @state() private done: Done | undefined;
  @state() private trouble: Trouble | undefined;
  @query('h2') private heading!: HTMLElement | null;
  readonly #sending = new Sending(this);
  readonly #presence = new Presence(this);
  readonly #found = new Watch(this, 'booking.find', () => this.proof);
  /** No appointment has this code: perhaps somebody who waits. */
  readonly #wish = new Watch(this, 'booking.wish', () => {
    const { snapshot } = this.#found;
    const isUnknown =
      snapshot.status === 'refused' && snapshot.refusal.code === 'booking.not-found';
    return isUnknown ? this.proof : undefined;
  });
  readonly #offer = new Watch(this, 'booking.offer', () => {
    const service = this.#found.value?.service;
    return service ? { service } : undefined;
  });

  readonly #clock = new Clock(this, () => false);

  protected override updated(_changed: PropertyValues<this>): void {
    const receipt = this.#found.value;
    const zone = this.#offer.value?.zone;
    const isHere = receipt?.status === 'arrived' && zone !== undefined;
    const id = isHere && receipt.date === dateAt(this.#clock.now, zone) ? receipt.id : '';
    if (id && receipt && id !== this.#arrived) {
      const { place, service } = receipt;
      this.emit('mulin-arrived', { id, place, service });
    }
    this.#arrived = id;
  }
  #arrived = '';

  override render(): TemplateResult {
    const words = this.say(mineWords);
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
        ${receipt && offer ? this.#present(receipt, offer, words) : this.#lookUp(words)}
      </div>
    `;
  }

  #lookUp(words: MineWords): TemplateResult {
    if (this.stopped)
      return html`<mulin-notice heading=${words.waitLeft}>${words.waitLeftNext}</mulin-notice>
        ${this.#ways(words)}`;
    if (this.#wish.value)
      return html`<mulin-wish
          .proof=${this.proof}
          @left=${() => (this.stopped = true)}
        ></mulin-wish>
        ${this.#ways(words)}`;
    const found = this.#found.snapshot;
    const wish = this.#wish.snapshot;
    const stuck =
      found.status === 'fault' ||
      (found.status === 'refused' &&
        (found.refusal.code !== 'booking.not-found' || wish.status !== 'waiting'));
    return html`${stuck && this.proof ? this.#sentence(found) : nothing} ${this.#said()}
    ${
      this.#presence.known
        ? html`<h3>${words.mineTitle}</h3>
            <mulin-my-bookings
              @open=${(event: CustomEvent<string>) => (this.proof = { code: event.detail })}
            ></mulin-my-bookings>
            ${this.#ways(words)}`
        : html`<mulin-find-form
            ?busy=${this.proof !== undefined && !stuck}
            @find=${(event: CustomEvent<Proof>) => (this.proof = event.detail)}
            @card=${this.#onCard}
            aria-label=${words.findTitle}
          ></mulin-find-form>`
    }`;
  }

  #sentence(trouble: Trouble): TemplateResult {
    const { title, next } = sentenceFor(this.locale, trouble);
    return html`<mulin-notice kind="refusal" heading=${title}>${next}</mulin-notice>`;
  }

  #present(receipt: Receipt, offer: Offer, words: MineWords): TemplateResult {
    if (this.moving) return html`${this.#said()} ${this.#move(receipt, offer, words)}`;
    return html`
      ${this.#said()}
      <mulin-receipt
        heading=${this.#headline(receipt, words)}
        next=${this.#nextAfter(receipt, words)}
        .receipt=${receipt}
        .offer=${offer}
      ></mulin-receipt>
      ${isOver(receipt) ? nothing : html`<slot name="receipt"></slot>`}
      <mulin-appointment-actions
        .receipt=${receipt}
        zone=${offer.zone}
        ?busy=${this.#sending.busy}
        @affirm=${() => this.#onCommand('booking.affirm', 'affirmed')}
        @check-in=${() => this.#onCommand('booking.check-in', 'arrived')}
        @move=${this.#onMove}
        @cancel=${() => this.#onCommand('booking.cancel', 'cancelled')}
      ></mulin-appointment-actions>
      ${this.#ways(words)}
    `;
  }

  #headline({ status }: Receipt, words: MineWords): string {
    if (status === 'booked') return this.done ? words[this.done] : '';
    return words[status];
  }

  #nextAfter({ status }: Receipt, words: MineWords): string {
    if (status === 'booked') return this.done ? words[`${this.done}Next`] : '';
    return words[`${status}Next`];
  }

  #said(): TemplateResult | typeof nothing {
    const wanted = {
      visit: this.#visit,
      place: this.#found.value?.place ?? '',
      slot: this.wanted,
      onSlot: (event: CustomEvent<PickedSlot>) => this.#onSlot(event),
    };
    return said(this.locale, this.trouble, wanted, lateRefusals[this.locale]);
  }

  #ways(words: MineWords): TemplateResult {
    return html`<div class="actions">
      <mulin-button @click=${this.#onAnother}>${words.findAnother}</mulin-button>
      <mulin-button @click=${this.#onLeave}>${words.done}</mulin-button>
    </div>`;
  }

  #move(receipt: Receipt, { bookable }: Offer, words: MineWords): TemplateResult {
    const { wanted: slot } = this;
    return html`<mulin-slot-picker
        .visit=${this.#visit}
        place=${receipt.place}
        start=${receipt.date}
        ?pair=${bookable.persons.length === 2}
        .picked=${slot}
        @mulin-slot=${this.#onSlot}
      ></mulin-slot-picker>
      ${forward(this.locale, {
        slot,
        label: words.rescheduleNow,
        busy: this.#sending.busy,
        onPress: () => this.#onReschedule(receipt),
      })}`;
  }

  /** What it is for, as the hall is asked for other times. */
  get #visit(): Visit {
    const { service = '', also, persons } = this.#found.value ?? {};
    const { least = 0 } = this.#offer.value?.party ?? {};
    const extra = (persons?.length ?? 0) > least;
    return {
      service,
      ...(also && { also: [...also] }),
      ...(extra && persons && { party: persons.length }),
    };
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
    // Whoever came by card is led back to their list; pressed there, the card is forgotten, too.
    if (!this.proof) this.#presence.leave();
    this.proof = undefined;
    this.stopped = false;
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

  async #onCommand(
    name: 'booking.affirm' | 'booking.check-in' | 'booking.cancel',
    done: Done,
  ): Promise<void> {
    if (!this.proof) return;
    const outcome = await this.#sending.send(name, this.proof);
    if (outcome?.status === 'sent') this.done = done;
    this.#hear(outcome);
  }

  async #onCard({ detail }: CustomEvent<IdCard>): Promise<void> {
    const { idNumber, name } = detail;
    this.#hear(await this.#presence.present({ kind: 'card', idNumber, name }));
  }

  #hear(outcome: { readonly status: string } | undefined): void {
    const failed = outcome?.status === 'refused' || outcome?.status === 'fault';
    this.trouble = failed ? (outcome as Trouble) : undefined;
    void this.#toHeading();
  }
}

declare global {
  interface HTMLElementEventMap {
    'mulin-arrived': CustomEvent<{
      readonly id: string;
      readonly place: string;
      readonly service: string;
    }>;
  }
  interface HTMLElementTagNameMap {
    'mulin-appointment': MulinAppointment;
  }
}
