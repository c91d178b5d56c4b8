import { html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { dayName } from '../../i18n/index.ts';
import type { Offer } from '../../model/booking/queries.ts';
import { element, MulinElement } from '../../ui/base.ts';
import '../../ui/button.ts';
import '../../ui/choice.ts';
import { stepStyles } from './step.styles.ts';
import { bookingWords } from './strings.ts';

/**
 * The places that take bookings for a service, each with its next free day.
 *
 * @summary Second step of a booking: where?
 * @fires {CustomEvent<string>} done - A place is chosen; its id.
 */
@element('mulin-place-picker')
export class MulinPlacePicker extends MulinElement {
  static override styles = stepStyles;

  /** Where the service can be booked. */
  @property({ attribute: false }) places: Offer['places'] = [];
  /** The place chosen so far, by its id; the only one there is chooses itself. */
  @property() place = '';
  /** Words of the way forward. */
  @property() next = '';

  protected override willUpdate(): void {
    if (this.places.length === 1) this.place = this.places[0]?.id ?? '';
  }

  override render(): TemplateResult {
    const words = this.say(bookingWords);
    const options = this.places.map(({ id, name, address, nextFree, sample }) => ({
      value: id,
      label: name[this.locale],
      hint: sample ? words.sampleAddress(address[this.locale]) : address[this.locale],
      note: nextFree ? words.nextFree(dayName(this.locale, nextFree)) : words.noneFree,
    }));
    return html`<form @submit=${this.#onSubmit}>
      <mulin-choice
        name="place"
        label=${words.placeLegend}
        required
        .options=${options}
        .value=${this.place}
        @change=${this.#onChoice}
      ></mulin-choice>
      <mulin-button kind="primary" size="main" type="submit">${this.next}</mulin-button>
    </form>`;
  }

  #onChoice(event: Event): void {
    this.place = (event.target as HTMLElement & { value: string }).value;
  }

  #onSubmit(event: SubmitEvent): void {
    event.preventDefault();
    this.dispatchEvent(new CustomEvent('done', { detail: this.place }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mulin-place-picker': MulinPlacePicker;
  }
}
