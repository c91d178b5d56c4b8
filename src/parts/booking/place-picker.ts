import { html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { dayName } from '../../i18n/index.ts';
import type { Offer } from '../../model/booking/queries.ts';
import type { Place } from '../../model/shared/place.ts';
import { metresBetween } from '../../model/shared/position.ts';
import { element, MulinElement } from '../../ui/base.ts';
import '../../ui/button.ts';
import '../../ui/choice.ts';
import { Watch } from '../../ui/watch.ts';
import { stepStyles } from './step.styles.ts';
import { bookingWords, type BookingWords } from './strings.ts';

type OfferedPlace = Offer['places'][number];

/**
 * The places that take bookings for a service, the nearest to this terminal first, each with its next free day.
 *
 * @summary Second step of a booking: where?
 * @fires {CustomEvent<string>} done - A place is chosen; its id.
 */
@element('mulin-place-picker')
export class MulinPlacePicker extends MulinElement {
  static override styles = stepStyles;

  /** What is booked, by its id in the pack. */
  @property() service = '';
  /** Where it can be booked. */
  @property({ attribute: false }) places: Offer['places'] = [];
  /** The place chosen so far, by its id; the only one there is chooses itself. */
  @property() place = '';
  /** Words of the way forward. */
  @property() next = '';

  readonly #guide = new Watch(this, 'guide.service', () =>
    this.service ? { service: this.service } : undefined,
  );
  readonly #directory = new Watch(this, 'guide.services', () => ({}));

  protected override willUpdate(): void {
    if (this.places.length === 1) this.place = this.places[0]?.id ?? '';
  }

  override render(): TemplateResult {
    const words = this.say(bookingWords);
    const options = this.#nearestFirst.map(({ place, metres }) => ({
      value: place.id,
      label: place.name[this.locale],
      hint: this.#hint(place, metres, words),
      note: place.nextFree ? words.nextFree(dayName(this.locale, place.nextFree)) : words.noneFree,
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

  #hint(
    { id, address, sample }: OfferedPlace,
    metres: number | undefined,
    words: BookingWords,
  ): string {
    const where = sample ? words.sampleAddress(address[this.locale]) : address[this.locale];
    if (id === this.#home?.id) return `${words.here} · ${where}`;
    return metres === undefined ? where : `${words.away(metres)} · ${where}`;
  }

  /** Where this terminal stands. */
  get #home(): Place | undefined {
    return this.#directory.value?.home;
  }

  /** A place whose distance is not known comes after those whose is, in the order of the pack. */
  get #nearestFirst(): { place: OfferedPlace; metres: number | undefined }[] {
    const from = this.#home?.position;
    const known = this.#guide.value?.places ?? [];
    return this.places
      .map((place) => {
        const to = known.find(({ id }) => id === place.id)?.position;
        return { place, metres: from && to && metresBetween(from, to) };
      })
      .toSorted((a, b) => (a.metres ?? Infinity) - (b.metres ?? Infinity) || 0);
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
