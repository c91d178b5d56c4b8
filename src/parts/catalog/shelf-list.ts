import { css, html, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Goods } from '../../model/catalog/queries.ts';
import { element, MulinElement } from '../../ui/base.ts';
import { ground } from '../../ui/ground.styles.ts';
import '../../ui/notice.ts';
import '../../ui/search.ts';
import type { MulinSearch } from '../../ui/search.ts';
import { Watch } from '../../ui/watch.ts';
import { Offer, type Shelves } from './offer.ts';
import { stockWords } from './stock.strings.ts';
import { shopWords } from './strings.ts';
import { sentenceFor } from './trouble.ts';

/**
 * What is on the shelf, as a table: what expires first stands first, so that it leaves the shop in time.
 *
 * @summary The stock of a shop with its dates.
 * @example
 * <mulin-shelf-list place="wujiaochang-charity-supermarket"></mulin-shelf-list>
 */
@element('mulin-shelf-list')
export class MulinShelfList extends MulinElement {
  static override styles = [
    ground,
    css`
      :host {
        display: grid;
        gap: var(--mulin-space-4);
      }
      table {
        inline-size: 100%;
        border-collapse: collapse;
      }
      th,
      td {
        padding: var(--mulin-space-2) var(--mulin-space-2);
        border-block-end: 1px solid var(--mulin-line);
        text-align: start;
      }
      thead th {
        color: var(--mulin-ink-2);
        font-size: var(--mulin-text-small);
      }
      tbody th {
        font-weight: var(--mulin-weight-regular);
      }
      .count {
        font-weight: var(--mulin-weight-strong);
        font-variant-numeric: tabular-nums;
        text-align: end;
      }
      .soon {
        color: var(--mulin-amber);
        font-weight: var(--mulin-weight-strong);
      }
      .out {
        color: var(--mulin-cinnabar);
      }
    `,
  ];

  /** The shop, by its id in the pack. */
  @property() place = '';

  @state() private wanted = '';
  readonly #offer = new Offer();
  readonly #goods = new Watch(this, 'catalog.goods', () =>
    this.place ? { place: this.place } : undefined,
  );
  readonly #shelf = new Watch(this, 'catalog.shelf', () =>
    this.place ? { place: this.place } : undefined,
  );

  override render(): TemplateResult {
    const words = this.say(stockWords);
    const { snapshot } = this.#shelf;
    switch (snapshot.status) {
      case 'waiting':
        return html`<p role="status">${words.waiting}</p>`;
      case 'refused':
      case 'fault': {
        const { title, next } = sentenceFor(this.locale, snapshot);
        return html`<mulin-notice kind="refusal" heading=${title}>${next}</mulin-notice>`;
      }
      case 'answer':
        return html`<mulin-search
            label=${words.find}
            .value=${this.wanted}
            @input=${this.#onWanted}
          ></mulin-search>
          ${this.#goods.value ? this.#renderTable(this.#goods.value, snapshot.value) : ''}`;
    }
  }

  #renderTable(goods: Goods, shelves: Shelves): TemplateResult {
    const words = this.say(stockWords);
    const shop = this.say(shopWords);
    const wish = { query: this.wanted, category: '', filters: [], sort: 'soon' } as const;
    const { items } = this.#offer.find(goods, shelves, this.locale, wish);
    return html`<table>
      <caption class="unseen">
        ${words.shelfLabel}
      </caption>
      <thead>
        <tr>
          <th scope="col">${words.thing}</th>
          <th scope="col" class="count">${words.free_}</th>
          <th scope="col">${words.keeps}</th>
        </tr>
      </thead>
      <tbody>
        ${items.map(({ id, name, spec }) => {
          const { free = 0, bestBefore, withdrawn } = shelves.items[id] ?? {};
          const isSoon = bestBefore !== undefined && this.#offer.isSoon(bestBefore);
          return html`<tr>
            <th scope="row">${name[this.locale]} ${spec?.[this.locale]}</th>
            <td class="count ${free === 0 ? 'out' : ''}">${withdrawn ? words.withdrawn : free}</td>
            <td class=${isSoon ? 'soon' : ''}>
              ${bestBefore ? shop.keepsUntil(bestBefore) : ''}${isSoon ? ` · ${shop.soon}` : ''}
            </td>
          </tr>`;
        })}
      </tbody>
    </table>`;
  }

  readonly #onWanted = (event: Event): void => {
    this.wanted = (event.target as MulinSearch).value;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'mulin-shelf-list': MulinShelfList;
  }
}
