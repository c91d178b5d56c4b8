import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { ServiceSummary } from '../../model/guide/queries.ts';
import { element, MulinElement } from '../../ui/base.ts';
import { ground } from '../../ui/ground.styles.ts';
import '../../ui/icon.ts';
import '../../ui/notice.ts';
import { Watch } from '../../ui/watch.ts';
import { fieldOf, fields, type FieldName } from './fields.ts';
import { servicesStyles } from './services.styles.ts';
import { guideWords, sentenceFor, type GuideWords } from './strings.ts';

/**
 * Everything on offer, sorted by field, each a large card to press.
 *
 * @summary The list of all services.
 * @fires {CustomEvent<{ service: string }>} mulin-service-chosen - A card was pressed; the id of its service.
 * @csspart field - A field: its heading and its cards.
 * @csspart card - One service.
 * @example
 * <mulin-services only="bookable"></mulin-services>
 */
@element('mulin-services')
export class MulinServices extends MulinElement {
  static override styles = [ground, servicesStyles];

  /** Whether everything is listed, or only what can be booked or applied for here. */
  @property({ reflect: true }) only: 'all' | 'bookable' | 'applicable' = 'all';

  readonly #directory = new Watch(this, 'guide.services', () => ({}));

  override render(): TemplateResult {
    const words = this.say(guideWords);
    const { snapshot } = this.#directory;
    switch (snapshot.status) {
      case 'waiting':
        return html`<p role="status">${words.waiting}</p>`;
      case 'refused':
      case 'fault': {
        const { title, next } = sentenceFor(this.locale, snapshot);
        return html`<mulin-notice kind="refusal" heading=${title}>${next}</mulin-notice>`;
      }
      case 'answer':
        return this.#fields(snapshot.value.services, words);
    }
  }

  #fields(all: readonly ServiceSummary[], words: GuideWords): TemplateResult {
    const { only } = this;
    const listed = all.filter((service) => only === 'all' || service[only]);
    if (listed.length === 0) return html`<p>${words.noServices}</p>`;
    const names = Object.keys(fields) as FieldName[];
    return html`${names.map((name) => {
      const services = listed.filter(({ system }) => fieldOf(system) === name);
      return services.length > 0 ? this.#field(name, services, words) : nothing;
    })}`;
  }

  #field(name: FieldName, services: readonly ServiceSummary[], words: GuideWords): TemplateResult {
    // What people come for most is at hand; the rest stays in the order of the pack.
    const sorted = [...services].sort((a, b) => Number(b.frequent) - Number(a.frequent));
    return html`<section part="field" class=${name} aria-labelledby=${name}>
      ${this.#heading(name, words)}
      <ul>
        ${sorted.map((service) => html`<li>${this.#card(service, words)}</li>`)}
      </ul>
    </section>`;
  }

  #heading(name: FieldName, words: GuideWords): TemplateResult {
    return html`<h2 id=${name}>
      <span class="tile"><mulin-icon name=${fields[name]}></mulin-icon></span>
      ${words.fields[name]}
    </h2>`;
  }

  #card({ id, name, summary, bookable }: ServiceSummary, words: GuideWords): TemplateResult {
    return html`<button
      type="button"
      part="card"
      @click=${() => this.emit('mulin-service-chosen', { service: id })}
    >
      <span class="words">
        <b>${name[this.locale]}</b>
        <span class="summary">${summary[this.locale]}</span>
        ${
          bookable && this.only === 'all'
            ? html`<span class="bookable"
                ><mulin-icon name="calendar"></mulin-icon>${words.bookable}</span
              >`
            : nothing
        }
      </span>
      <mulin-icon name="chevron-right"></mulin-icon>
    </button>`;
  }
}

declare global {
  interface HTMLElementEventMap {
    'mulin-service-chosen': CustomEvent<{ readonly service: string }>;
  }
  interface HTMLElementTagNameMap {
    'mulin-services': MulinServices;
  }
}
