import { consume } from '@lit/context';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Place } from '../../model/shared/place.ts';
import { element, MulinElement } from '../../ui/base.ts';
import '../../ui/button.ts';
import { keysContext } from '../../ui/contexts.ts';
import { ground } from '../../ui/ground.styles.ts';
import '../../ui/icon.ts';
import type { IconName } from '../../ui/icons.ts';
import '../../ui/sample.ts';
import { placeListStyles } from './place-list.styles.ts';
import { guideWords, type GuideWords } from './strings.ts';

/** With more places than this, the rest waits behind a button: a list of twelve hides what comes below it. */
const FEW = 3;

/**
 * Where a service is given: address, opening hours, phone. The places of the page's own subdistrict come first.
 *
 * @summary Places with address, opening hours and phone.
 * @csspart place - One place.
 * @example
 * <mulin-place-list></mulin-place-list>
 */
@element('mulin-place-list')
export class MulinPlaceList extends MulinElement {
  static override styles = [ground, placeListStyles];

  /** The places, in the order of the pack. */
  @property({ attribute: false }) places: readonly Place[] = [];
  /** The division this page stands in, e.g. `310110009`; its places come first. */
  @property() division = '';
  /** The page has said already that all of them are samples. */
  @property({ type: Boolean }) unmarked = false;

  @state() private unfolded = false;
  @consume({ context: keysContext, subscribe: true })
  @state()
  private keys: 'screen' | 'system' | undefined;

  override render(): TemplateResult {
    const words = this.say(guideWords);
    const near = this.places.filter((place) => this.#isNear(place));
    const sorted = [...near, ...this.places.filter((place) => !near.includes(place))];
    const shown = this.unfolded || sorted.length <= FEW + 1 ? sorted : sorted.slice(0, FEW);
    return html`
      <ul>
        ${shown.map((place) => this.#place(place, words))}
      </ul>
      ${sorted.length > FEW + 1 ? this.#fold(sorted.length - FEW, words) : nothing}
    `;
  }

  #place(place: Place, words: GuideWords): TemplateResult {
    const { name, address, hours, phone, sample } = place;
    return html`<li part="place">
      <p class="name">
        <b>${name[this.locale]}</b>
        ${this.#isNear(place) ? html`<span class="near">${words.near}</span>` : nothing}
        ${
          sample && !this.unmarked
            ? html`<mulin-sample explanation=${words.samplePlaces}></mulin-sample>`
            : nothing
        }
      </p>
      <dl>
        ${this.#fact('pin', words.address, address[this.locale])}
        ${this.#fact('clock', words.hours, hours[this.locale])}
        ${phone ? this.#fact('phone', words.phone, this.#phone(phone)) : nothing}
      </dl>
    </li>`;
  }

  #fact(icon: IconName, label: string, value: string | TemplateResult): TemplateResult {
    return html`<div>
      <dt><mulin-icon name=${icon} label=${label}></mulin-icon></dt>
      <dd>${value}</dd>
    </div>`;
  }

  /** A terminal on a wall cannot call; a phone can. */
  #phone(phone: string): string | TemplateResult {
    if (this.keys === 'screen') return phone;
    return html`<a href="tel:${phone.replace(/[^\d]/g, '')}">${phone}</a>`;
  }

  #fold(more: number, words: GuideWords): TemplateResult {
    return html`<mulin-button @click=${this.#onFold}>
      ${this.unfolded ? words.fewerPlaces : words.morePlaces(more)}
    </mulin-button>`;
  }

  #isNear({ division }: Place): boolean {
    // Six digits are a whole district: that is near for nobody.
    return this.division.length === 9 && division === this.division;
  }

  #onFold(): void {
    this.unfolded = !this.unfolded;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mulin-place-list': MulinPlaceList;
  }
}
