import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Guide } from '../../model/guide/queries.ts';
import { element, MulinElement } from '../../ui/base.ts';
import '../../ui/facts.ts';
import { card, ground } from '../../ui/ground.styles.ts';
import '../../ui/icon.ts';
import type { IconName } from '../../ui/icons.ts';
import '../../ui/notice.ts';
import '../../ui/sample.ts';
import { Watch } from '../../ui/watch.ts';
import './checklist.ts';
import { guideStyles } from './guide.styles.ts';
import './place-list.ts';
import { guideWords, sentenceFor, type GuideWords } from './strings.ts';

/**
 * Everything about a service on one page: what it is, who may have it, what to bring, how it goes, how long, what it
 * costs, where, and by which law. Wide places show it in two columns; ways forward stay in reach at the lower edge.
 *
 * @summary The guide (办事指南) of one service.
 * @slot back - Before the title: a way back.
 * @slot note - Below the title: a word about this service on this page.
 * @slot actions - Ways forward, at the lower edge of the screen while one reads.
 * @csspart header - Title and summary.
 * @csspart section - Each of the sheets.
 * @csspart actions - The bar with the ways forward.
 * @example
 * <mulin-guide service="marriage"></mulin-guide>
 */
@element('mulin-guide')
export class MulinGuide extends MulinElement {
  static override styles = [ground, card, guideStyles];

  /** The service, by its id in the pack. */
  @property() service = '';

  @state() private hasActions = false;
  readonly #guide = new Watch(this, 'guide.service', () =>
    this.service ? { service: this.service } : undefined,
  );
  readonly #directory = new Watch(this, 'guide.services', () => ({}));

  override render(): TemplateResult {
    const words = this.say(guideWords);
    const { snapshot } = this.#guide;
    switch (snapshot.status) {
      case 'waiting':
        return html`<slot name="back"></slot>
          <p role="status">${words.waiting}</p>`;
      case 'refused':
      case 'fault': {
        const { title, next } = sentenceFor(this.locale, snapshot);
        return html`<slot name="back"></slot>
          <mulin-notice kind="refusal" heading=${title}>${next}</mulin-notice>`;
      }
      case 'answer':
        return html`${this.#header(snapshot.value, words)}
          <slot name="note"></slot>
          <div class="columns">
            <div>${this.#before(snapshot.value, words)}</div>
            <div>${this.#onTheDay(snapshot.value, words)}</div>
          </div>
          <div part="actions" ?hidden=${!this.hasActions}>
            <slot name="actions" @slotchange=${this.#onActions}></slot>
          </div>`;
    }
  }

  #header({ name, summary, sample }: Guide, words: GuideWords): TemplateResult {
    return html`<header part="header">
      <slot name="back"></slot>
      <h2 tabindex="-1">${name[this.locale]}</h2>
      <p>${summary[this.locale]}</p>
      ${sample ? html`<mulin-sample explanation=${words.sampleService}></mulin-sample>` : nothing}
    </header>`;
  }

  /** What to know and do before coming. */
  #before({ who, bring, steps }: Guide, words: GuideWords): TemplateResult {
    const conditions = html`<ul>
      ${who.map((one) => html`<li>${one[this.locale]}</li>`)}
    </ul>`;
    const list = html`<ol>
      ${steps.map((one) => html`<li>${one[this.locale]}</li>`)}
    </ol>`;
    return html`${this.#section('person', words.who, conditions)}
    ${this.#section(
      'clipboard-check',
      words.bring,
      html`<mulin-checklist bare .items=${bring}></mulin-checklist>`,
    )}
    ${this.#section('ticket', words.steps, list)}`;
  }

  #onTheDay({ duration, fee, places, basis }: Guide, words: GuideWords): TemplateResult {
    const terms = [
      { label: words.duration, value: duration[this.locale] },
      { label: words.fee, value: fee[this.locale] },
    ];
    const allSamples = places.every(({ sample }) => sample);
    const where = html`<mulin-place-list
      .places=${places}
      division=${this.#directory.value?.home?.division ?? ''}
      ?unmarked=${allSamples}
    ></mulin-place-list>`;
    return html`${this.#section(
      'clock',
      words.terms,
      html`<mulin-facts .facts=${terms}></mulin-facts>`,
    )}
    ${this.#section('pin', words.where, where, allSamples ? words.samplePlaces : '')}
    ${this.#section('book', words.basis, this.#basis(basis, words))}`;
  }

  #basis(basis: Guide['basis'], words: GuideWords): TemplateResult {
    return html`<ul class="basis">
      ${basis.map(
        ({ title, article, inForceSince }) =>
          html`<li>
            ${title[this.locale]} ${article?.[this.locale]}
            ${inForceSince ? html`<small>${words.inForceSince(inForceSince)}</small>` : nothing}
          </li>`,
      )}
    </ul>`;
  }

  #section(icon: IconName, heading: string, content: TemplateResult, sample = ''): TemplateResult {
    return html`<section class="card" part="section">
      <div class="head">
        <h3>
          <span class="tile"><mulin-icon name=${icon}></mulin-icon></span>${heading}
        </h3>
        ${sample ? html`<mulin-sample explanation=${sample}></mulin-sample>` : nothing}
      </div>
      ${content}
    </section>`;
  }

  #onActions(event: Event): void {
    this.hasActions = (event.target as HTMLSlotElement).assignedElements().length > 0;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mulin-guide': MulinGuide;
  }
}
