import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Offer } from '../../model/booking/queries.ts';
import { element, MulinElement } from '../../ui/base.ts';
import '../../ui/button.ts';
import '../../ui/check.ts';
import '../../ui/choice.ts';
import { stepStyles } from './step.styles.ts';
import { bookingWords, type BookingWords } from './strings.ts';

/** What else is done in the same visit, and how many come. */
export interface VisitChoice {
  readonly also: readonly string[];
  /** All that must, when left out. */
  readonly party?: number | undefined;
}

/**
 * One way instead of two: services that can be done in the same visit, and how many persons come. What is chosen decides
 * which times are long enough.
 *
 * @summary A step of a booking: what else, and how many?
 * @fires {CustomEvent<VisitChoice>} visit - Something was chosen.
 * @fires {Event} done - Go on.
 */
@element('mulin-visit-form')
export class MulinVisitForm extends MulinElement {
  static override styles = stepStyles;

  /** What can be joined, and how many may come. */
  @property({ attribute: false }) offer: Offer | undefined;
  /** What is chosen so far. */
  @property({ attribute: false }) choice: VisitChoice = { also: [] };
  /** Words of the way forward. */
  @property() next = '';

  override render(): TemplateResult | typeof nothing {
    const words = this.say(bookingWords);
    if (!this.offer) return nothing;
    return html`<form novalidate @submit=${this.#onSubmit}>
      ${this.#services(this.offer, words)} ${this.#party(this.offer, words)}
      <mulin-button kind="primary" size="main" type="submit">${this.next}</mulin-button>
    </form>`;
  }

  #services({ joins }: Offer, words: BookingWords): TemplateResult | typeof nothing {
    if (joins.length === 0) return nothing;
    return html`<fieldset>
      <legend>${words.alsoLegend}</legend>
      ${joins.map(
        ({ id, name }) =>
          html`<mulin-check
            name=${id}
            label=${name[this.locale]}
            .checked=${this.choice.also.includes(id)}
            @change=${(event: Event) => this.#onService(id, event)}
          ></mulin-check>`,
      )}
    </fieldset>`;
  }

  #party({ party: { least, most } }: Offer, words: BookingWords): TemplateResult | typeof nothing {
    if (most <= least) return nothing;
    return html`<mulin-choice
      name="party"
      label=${words.partyLegend}
      required
      layout="row"
      .options=${Array.from({ length: most - least + 1 }, (_, more) => ({
        value: String(least + more),
        label: words.persons(least + more),
      }))}
      .value=${String(this.choice.party ?? least)}
      @change=${this.#onParty}
    ></mulin-choice>`;
  }

  #onService(id: string, event: Event): void {
    const { checked } = event.target as HTMLElement & { checked: boolean };
    const others = this.choice.also.filter((one) => one !== id);
    this.#choose({ ...this.choice, also: checked ? [...others, id] : others });
  }

  #onParty(event: Event): void {
    const party = Number((event.target as HTMLElement & { value: string }).value);
    this.#choose({ ...this.choice, party });
  }

  #choose(choice: VisitChoice): void {
    this.choice = choice;
    this.dispatchEvent(new CustomEvent<VisitChoice>('visit', { detail: choice }));
  }

  #onSubmit(event: SubmitEvent): void {
    event.preventDefault();
    this.dispatchEvent(new Event('done'));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mulin-visit-form': MulinVisitForm;
  }
}
