import { html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { dayName, monthName } from '../../i18n/index.ts';
import { element, MulinElement } from '../../ui/base.ts';
import { card, ground } from '../../ui/ground.styles.ts';
import '../../ui/notice.ts';
import { Watch } from '../../ui/watch.ts';
import { giveStyles } from './give.styles.ts';
import { giveWords } from './give.strings.ts';
import { sentenceFor } from './give.trouble.ts';

/**
 * Everybody who gave this month, with a name only where its bearer agreed to that.
 *
 * @summary The thank-you list of a shop.
 * @example
 * <mulin-donors place="wujiaochang-charity-supermarket"></mulin-donors>
 */
@element('mulin-donors')
export class MulinDonors extends MulinElement {
  static override styles = [ground, card, giveStyles];

  /** The shop, by its id in the pack. */
  @property() place = '';

  readonly #shelf = new Watch(this, 'catalog.shelf', () =>
    this.place ? { place: this.place } : undefined,
  );
  readonly #donors = new Watch(this, 'donation.donors', () =>
    this.#month ? { place: this.place, month: this.#month } : undefined,
  );

  override render(): TemplateResult {
    const words = this.say(giveWords);
    const { snapshot } = this.#donors;
    switch (snapshot.status) {
      case 'waiting':
        return html`<p role="status">${words.waiting}</p>`;
      case 'refused':
      case 'fault': {
        const { title, next } = sentenceFor(this.locale, snapshot);
        return html`<mulin-notice kind="refusal" heading=${title}>${next}</mulin-notice>`;
      }
      case 'answer':
        return html`<section class="card">
          <h3>${words.donors(monthName(this.locale, this.#month))}</h3>
          ${
            snapshot.value.donors.length === 0
              ? html`<p class="quiet">${words.nobodyYet}</p>`
              : html`<ul class="lines">
                  ${snapshot.value.donors.map(
                    ({ on, items, fen, name }) =>
                      html`<li>
                        <span><b>${name ?? words.anonymous}</b> ${dayName(this.locale, on)}</span>
                        <span
                          >${[items > 0 && words.gave(items), fen !== undefined && words.yuan(fen)]
                            .filter(Boolean)
                            .join(' · ')}</span
                        >
                      </li>`,
                  )}
                </ul>`
          }
        </section>`;
    }
  }

  get #month(): string {
    return this.#shelf.value?.today.slice(0, 7) ?? '';
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mulin-donors': MulinDonors;
  }
}
