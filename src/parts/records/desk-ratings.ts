import { css, html, nothing, type TemplateResult } from 'lit';
import type { RatedMonth } from '../../model/case/look-up.ts';
import { element, MulinElement } from '../../ui/base.ts';
import '../../ui/chart.ts';
import { card, ground } from '../../ui/ground.styles.ts';
import '../../ui/notice.ts';
import { Watch } from '../../ui/watch.ts';
import { deskStyles } from './desk.styles.ts';
import { recordsWords, sentenceFor } from './strings.ts';

/** As many months side by side as a chart can tell apart. */
const MONTHS = 4;

/**
 * What people thought (好差评), by service: how many said each of the five levels in the last months, and their words. Nobody
 * is named, and of a month in which few have spoken only their number is told.
 *
 * @summary Ratings by service and month.
 * @csspart card - Each service.
 * @example
 * <mulin-desk-ratings></mulin-desk-ratings>
 */
@element('mulin-desk-ratings')
export class MulinDeskRatings extends MulinElement {
  static override styles = [
    ground,
    card,
    deskStyles,
    css`
      :host,
      .card {
        display: grid;
        gap: var(--mulin-space-4);
      }
      ul {
        margin: 0;
        padding-inline-start: 1.2em;
        overflow-wrap: anywhere;
      }
    `,
  ];

  readonly #ratings = new Watch(this, 'case.ratings', () => ({}));
  readonly #directory = new Watch(this, 'guide.services', () => ({}));

  override render(): TemplateResult {
    const { desk: words, waiting } = this.say(recordsWords);
    const { snapshot } = this.#ratings;
    switch (snapshot.status) {
      case 'waiting':
        return html`<p role="status">${waiting}</p>`;
      case 'refused':
      case 'fault': {
        const { title, next } = sentenceFor(this.locale, snapshot);
        return html`<mulin-notice kind="refusal" heading=${title}>${next}</mulin-notice>`;
      }
      case 'answer': {
        const rated = snapshot.value;
        if (rated.length === 0)
          return html`<mulin-notice heading=${words.noRatings}></mulin-notice>`;
        const services = [...new Set(rated.map(({ service }) => service))];
        return html`<p class="hint">${words.ratingsHint}</p>
          ${services.map((service) =>
            this.#renderService(
              service,
              rated.filter((one) => one.service === service),
            ),
          )}`;
      }
    }
  }

  #renderService(service: string, all: readonly RatedMonth[]): TemplateResult {
    const { desk: words, rating } = this.say(recordsWords);
    const found = this.#directory.value?.services.find(({ id }) => id === service);
    const name = found?.name[this.locale] ?? service;
    const months = all.toSorted((a, b) => (a.month < b.month ? 1 : -1)).slice(0, MONTHS);
    const told = months.filter(({ levels }) => levels !== undefined);
    const said = told.flatMap((one) => one.words ?? []);
    return html`<section class="card" part="card" aria-label=${words.ratingsOf(name)}>
      <h3>${name}</h3>
      <p>
        ${months.map(({ month, count }) => `${words.monthOf(month)} ${words.rated(count)}`).join(' · ')}
      </p>
      ${
        told.length > 0
          ? html`<mulin-chart
              label=${words.ratingsOf(name)}
              axis=${words.levelAxis}
              .names=${rating.levels}
              .series=${told.map(({ month, levels = [] }) => ({ name: words.monthOf(month), values: levels }))}
              figures
            ></mulin-chart>`
          : nothing
      }
      ${
        said.length > 0
          ? html`<h4>${words.ratingWords}</h4>
              <ul>
                ${said.map((one) => html`<li>${one}</li>`)}
              </ul>`
          : nothing
      }
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mulin-desk-ratings': MulinDeskRatings;
  }
}
