import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { fullDayName, lunarDateName } from '../../i18n/index.ts';
import type { Offer } from '../../model/booking/queries.ts';
import { maskIdNumber, maskPhone } from '../../model/shared/masking.ts';
import { element, MulinElement } from '../../ui/base.ts';
import '../../ui/button.ts';
import '../../ui/check.ts';
import '../../ui/facts.ts';
import type { Fact } from '../../ui/facts.ts';
import type { BookingFlow, Step } from './flow.ts';
import { stepStyles } from './step.styles.ts';
import { lateWords, type LateWords } from './late.strings.ts';
import { namesOf } from './told.ts';

/**
 * Everything once more, each with a way to change it, and the statements to accept.
 *
 * @summary Last step of a booking: is it right?
 * @fires {CustomEvent<Step>} revise - The person wants to change something; the step it belongs to.
 * @fires {Event} done - All statements are accepted; book it.
 */
@element('mulin-booking-review')
export class MulinBookingReview extends MulinElement {
  static override styles = stepStyles;

  /** What is booked, where and on which terms. */
  @property({ attribute: false }) offer: Offer | undefined;
  /** What the person has said. */
  @property({ attribute: false }) flow: BookingFlow | undefined;
  /** The booking is under way. */
  @property({ type: Boolean }) busy = false;

  @state() private asked = false;

  override render(): TemplateResult | typeof nothing {
    const words = this.say(lateWords);
    const { offer, flow } = this;
    if (!offer || !flow) return nothing;
    return html`<form novalidate @submit=${this.#onSubmit}>
      <p>${words.reviewIntro}</p>
      <mulin-facts
        .facts=${this.#facts(offer, flow, words)}
        @mulin-change=${this.#onChange}
      ></mulin-facts>
      ${this.#declarations(offer, flow, words)}
      <mulin-button kind="primary" size="main" type="submit" ?busy=${this.busy}>
        ${flow.days ? words.waitConfirm : words.confirm}
      </mulin-button>
    </form>`;
  }

  #facts({ service, joins, places, bookable }: Offer, flow: BookingFlow, words: LateWords): Fact[] {
    const { slot, days, place } = flow;
    const dayOf = (date: string): string => fullDayName(this.locale, date);
    const where = places.find(({ id }) => id === place)?.name[this.locale] ?? '';
    return [
      {
        label: words.service,
        value: namesOf(flow.choice.also, { service, joins }, this.locale),
        ...(flow.choice.also.length > 0 && { name: 'visit', change: true }),
      },
      { label: words.place, value: where, name: 'place', change: true },
      {
        label: words.time,
        value: slot
          ? `${dayOf(slot.date)} ${slot.time}`
          : days
            ? words.waitFor(dayOf(days.from), dayOf(days.to))
            : '',
        name: 'time',
        change: true,
      },
      ...(slot ? [{ label: words.lunarDay, value: lunarDateName(this.locale, slot.date) }] : []),
      ...bookable.persons.map((person, i) => ({
        label: words.idNumber(person.name[this.locale]),
        value: maskIdNumber(flow.idNumbers[i] ?? ''),
        name: 'persons',
        change: true,
      })),
      { label: words.phone, value: maskPhone(flow.phone), name: 'persons', change: true },
    ];
  }

  #declarations({ bookable }: Offer, flow: BookingFlow, words: LateWords): TemplateResult {
    const pair = bookable.persons.length > 1;
    return html`<fieldset>
      <legend>${pair ? words.declarations : words.declarationsOne}</legend>
      ${bookable.declarations.map(
        ({ id, text }) =>
          html`<mulin-check
            name=${id}
            label=${text[this.locale]}
            required
            error=${this.asked && !flow.accepted.has(id) ? words.tickThis : ''}
            .checked=${flow.accepted.has(id)}
            @change=${(event: Event) => this.#onCheck(id, event)}
          ></mulin-check>`,
      )}
    </fieldset>`;
  }

  #onCheck(id: string, event: Event): void {
    const { checked } = event.target as HTMLElement & { checked: boolean };
    if (checked) this.flow?.accepted.add(id);
    else this.flow?.accepted.delete(id);
    this.requestUpdate();
  }

  #onChange(event: CustomEvent<{ name: string }>): void {
    this.dispatchEvent(new CustomEvent('revise', { detail: event.detail.name as Step }));
  }

  #onSubmit(event: SubmitEvent): void {
    event.preventDefault();
    this.asked = true;
    const open = this.offer?.bookable.declarations.find(({ id }) => !this.flow?.accepted.has(id));
    if (!open) this.dispatchEvent(new Event('done'));
    else this.renderRoot.querySelector<HTMLElement>(`[name="${open.id}"]`)?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mulin-booking-review': MulinBookingReview;
  }
}
