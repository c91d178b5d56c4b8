import { html, type nothing, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import type { Offer } from '../../model/booking/queries.ts';
import type { Receipt } from '../../model/booking/receipt.ts';
import { element, MulinElement } from '../../ui/base.ts';
import '../../ui/button.ts';
import '../../ui/icon.ts';
import '../../ui/notice.ts';
import { Sending } from '../../ui/sending.ts';
import { troubleWords } from '../../ui/sentences.ts';
import '../../ui/steps.ts';
import { Watch } from '../../ui/watch.ts';
import { bookingStyles } from './booking.styles.ts';
import { BookingFlow, stepsOf, type PickedSlot, type Step } from './flow.ts';
import { forward } from './forward.ts';
import { Late } from './late.ts';
import type { Persons } from './persons-form.ts';
import './place-picker.ts';
import './questions.ts';
import { said } from './said.ts';
import './slot-picker.ts';
import { bookingWords, type BookingWords } from './strings.ts';
import { sentenceFor } from './trouble.ts';
import type { VisitChoice } from './visit-form.ts';
import type { WaitDays } from './wait-days.ts';

/**
 * Books an appointment: conditions, place, day and time, persons, review, receipt. A chosen time is kept while the
 * person fills in; nothing typed is lost on the way back and forth, and nothing is left when the element goes.
 *
 * @summary Appointment booking for one service, from the first question to the receipt.
 * @slot receipt - Below the receipt: what to bring, what to do next.
 * @fires {CustomEvent<{ code: string }>} mulin-booked - The appointment stands. Carries no personal data.
 * @fires {CustomEvent<{}>} mulin-leave - The person went back from the first step, or is done.
 * @csspart header - Title and steps.
 * @csspart step - The step on screen.
 * @csspart forward - The bar with the way forward.
 * @example
 * <mulin-booking service="marriage"></mulin-booking>
 */
@element('mulin-booking')
export class MulinBooking extends MulinElement {
  static override styles = bookingStyles;

  /** The service to be booked, by its id in the pack. */
  @property() service = '';

  @query('h2') private heading!: HTMLElement | null;
  readonly #sending = new Sending(this);
  readonly #late = new Late(this);
  readonly #flow = new BookingFlow(this, this.#sending);
  readonly #offer = new Watch(this, 'booking.offer', () =>
    this.service ? this.#flow.visitOf(this.service) : undefined,
  );

  override render(): TemplateResult {
    const words = this.say(bookingWords);
    const { snapshot, value } = this.#offer;
    switch (snapshot.status) {
      case 'waiting': // for another visit of the same service, the person stays where they are
        return value ? this.#body(value, words) : html`<p role="status">${words.waiting}</p>`;
      case 'refused':
      case 'fault': {
        const { title, next } = sentenceFor(this.locale, snapshot);
        return html`<mulin-notice kind="refusal" heading=${title}>${next}</mulin-notice>`;
      }
      case 'answer':
        return this.#body(snapshot.value, words);
    }
  }

  #body(offer: Offer, words: BookingWords): TemplateResult {
    return html`
      ${this.#header(offer, words)} ${this.#trouble(offer)}
      <mulin-held
        .hold=${this.#flow.hold}
        zone=${offer.zone}
        @renew=${() => this.#flow.keepLonger()}
        @over=${() => this.#flow.lose()}
      ></mulin-held>
      <div part="step">${this.#step(offer, words)}</div>
    `;
  }

  #header(offer: Offer, words: BookingWords): TemplateResult {
    const { service, bookable, places } = offer;
    const { place } = this.#flow;
    const step = this.#flow.stepOf(offer);
    const where = places.find(({ id }) => id === place)?.name[this.locale];
    const how = bookable.persons.length > 1 ? words.bothInPerson : words.inPerson;
    const title = words.title(service.name[this.locale]);
    if (step === 'receipt')
      return html`<header part="header"><h2 tabindex="-1">${title}</h2></header>`;
    const steps = stepsOf(offer);
    const before = steps[steps.indexOf(step) - 1];
    return html`<header part="header">
      <mulin-button
        label=${before ? words.back : words.leave}
        @click=${() => (before ? this.#go(before) : this.#onLeave())}
      >
        <mulin-icon name="chevron-left"></mulin-icon>
      </mulin-button>
      <h2 tabindex="-1">${title}</h2>
      <p>${where ? `${where} · ${how}` : how}</p>
      <mulin-steps
        .steps=${steps.map((one) => words.steps[one])}
        .current=${steps.indexOf(step) + 1}
      ></mulin-steps>
    </header>`;
  }

  #trouble({ service }: Offer): TemplateResult | typeof nothing {
    const { trouble, place, slot } = this.#flow;
    const wanted = {
      visit: this.#flow.visitOf(service.id),
      place: place ?? '',
      slot,
      onSlot: (event: CustomEvent<PickedSlot>) => this.#onNearest(event),
    };
    return said(this.locale, trouble, wanted, this.#late.steps?.lateRefusals[this.locale]);
  }

  #step(offer: Offer, words: BookingWords): TemplateResult {
    const flow = this.#flow;
    const step = flow.stepOf(offer);
    if (!this.#late.has(step)) return this.#awaitLate(words);
    switch (step) {
      case 'check':
        return html`<mulin-booking-questions
          .questions=${offer.bookable.questions}
          .answers=${flow.answers}
          next=${this.#nextWords(offer, 'check', words)}
          @done=${() => this.#goOn(offer, 'check')}
        ></mulin-booking-questions>`;
      case 'visit':
        return html`<mulin-visit-form
          .offer=${offer}
          .choice=${flow.choice}
          next=${this.#nextWords(offer, 'visit', words)}
          @visit=${(event: CustomEvent<VisitChoice>) => flow.choose(event.detail)}
          @done=${() => this.#goOn(offer, 'visit')}
        ></mulin-visit-form>`;
      case 'place':
        return html`<mulin-place-picker
          service=${offer.service.id}
          .places=${offer.places}
          place=${flow.place ?? ''}
          next=${words.next(words.steps.time)}
          @done=${this.#onPlace}
        ></mulin-place-picker>`;
      case 'time':
        return this.#time(offer, words);
      case 'persons':
        return html`<mulin-persons-form
          .persons=${offer.bookable.persons}
          date=${flow.slot?.date ?? flow.days?.to ?? ''}
          .idNumbers=${flow.idNumbers}
          phone=${flow.phone}
          next=${words.next(words.steps.review)}
          @persons=${this.#onPersons}
          @done=${() => this.#go('review')}
        ></mulin-persons-form>`;
      case 'review':
        return html`<mulin-booking-review
          .offer=${offer}
          .flow=${flow}
          ?busy=${this.#sending.busy}
          @revise=${(event: CustomEvent<Step>) => this.#go(event.detail)}
          @done=${() => this.#onConfirm(offer)}
        ></mulin-booking-review>`;
      case 'receipt':
        return html`<mulin-booking-outcome
          .offer=${offer}
          .receipt=${flow.receipt}
          .wish=${flow.wish && { code: flow.wish.code, phoneTail: flow.phone.slice(-4) }}
          @taken=${(event: CustomEvent<Receipt>) => this.#onTaken(event.detail)}
          @leave=${this.#onLeave}
        >
          <slot name="receipt"></slot>
        </mulin-booking-outcome>`;
    }
  }

  #awaitLate(words: BookingWords): TemplateResult {
    if (!this.#late.failed) return html`<p role="status">${words.waiting}</p>`;
    const { title, next } = sentenceFor(this.locale, {
      status: 'fault',
      fault: { code: 'offline' },
    });
    return html`<mulin-notice kind="refusal" heading=${title}>
      ${next}
      <mulin-button slot="actions" @click=${() => this.#late.bring()}>
        ${troubleWords[this.locale].retry}
      </mulin-button>
    </mulin-notice>`;
  }

  #time(offer: Offer, words: BookingWords): TemplateResult {
    const { place, slot, hold } = this.#flow;
    return html`<mulin-slot-picker
        .visit=${this.#flow.visitOf(offer.service.id)}
        wait-days=${offer.bookable.waiting?.maxDays ?? 0}
        @wait=${this.#onWait}
        place=${place ?? ''}
        start=${offer.places.find(({ id }) => id === place)?.nextFree ?? ''}
        ?pair=${offer.bookable.persons.length === 2}
        .picked=${slot}
        .kept=${hold}
        @mulin-slot=${this.#onSlot}
      ></mulin-slot-picker>
      ${forward(this.locale, {
        slot,
        note: words.persons(offer.bookable.persons.length),
        label: words.next(words.steps.persons),
        busy: this.#sending.busy,
        onPress: () => this.#onKeep(offer),
      })}`;
  }

  #nextWords(offer: Offer, step: Step, words: BookingWords): string {
    const next = this.#after(offer, step);
    return next ? words.next(words.steps[next]) : '';
  }

  #after(offer: Offer, step: Step): Step | undefined {
    const steps = stepsOf(offer);
    return steps[steps.indexOf(step) + 1];
  }

  #goOn(offer: Offer, step: Step): void {
    const next = this.#after(offer, step);
    if (next) this.#go(next);
  }

  /** Every step begins at its heading, for the eye and for the ear. */
  #go(step: Step): void {
    this.#flow.go(step);
    void this.#toHeading();
  }

  async #toHeading(): Promise<void> {
    await this.updateComplete;
    this.scrollIntoView({ block: 'start' });
    this.heading?.focus({ preventScroll: true });
  }

  #onLeave(): void {
    this.emit('mulin-leave', {});
  }

  #onPlace(event: CustomEvent<string>): void {
    if (event.detail !== this.#flow.place) this.#flow.pick(undefined);
    this.#flow.place = event.detail;
    this.#go('time');
  }

  #onSlot(event: CustomEvent<PickedSlot>): void {
    this.#flow.pick(event.detail);
  }

  #onWait(event: CustomEvent<WaitDays>): void {
    this.#flow.pick(undefined, event.detail);
    this.#go('persons');
  }

  async #onNearest(event: CustomEvent<PickedSlot>): Promise<void> {
    this.#onSlot(event);
    if (this.#offer.value) await this.#onKeep(this.#offer.value);
  }

  async #onKeep(offer: Offer): Promise<void> {
    if (await this.#flow.keep(offer)) this.#go('persons');
  }

  #onTaken(receipt: Receipt): void {
    this.#flow.take(receipt);
    void this.#toHeading();
    this.emit('mulin-booked', { code: receipt.code });
  }

  #onPersons(event: CustomEvent<Persons>): void {
    this.#flow.idNumbers = event.detail.idNumbers;
    this.#flow.phone = event.detail.phone;
  }

  async #onConfirm(offer: Offer): Promise<void> {
    await this.#flow.confirm(offer);
    await this.#toHeading();
    const { receipt } = this.#flow;
    if (receipt) this.emit('mulin-booked', { code: receipt.code });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mulin-booking': MulinBooking;
  }
}
