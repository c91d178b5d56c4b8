import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { StockEntry } from '../../model/catalog/desk.ts';
import type { Goods, Item } from '../../model/catalog/queries.ts';
import { element, MulinElement } from '../../ui/base.ts';
import '../../ui/button.ts';
import '../../ui/date.ts';
import '../../ui/field.ts';
import { card, ground } from '../../ui/ground.styles.ts';
import '../../ui/notice.ts';
import '../../ui/search.ts';
import type { MulinSearch } from '../../ui/search.ts';
import { Sending } from '../../ui/sending.ts';
import { Watch } from '../../ui/watch.ts';
import { Offer } from './offer.ts';
import { stockStyles } from './stock.styles.ts';
import { stockWords, type StockWords } from './stock.strings.ts';
import { shopWords } from './strings.ts';
import { sentenceFor, type Trouble } from './give.trouble.ts';

type Act = 'intake' | 'count';

/**
 * What is on the shelf: what expires first stands first, so that it leaves the shop in time. A row opens to what a clerk does
 * with it: takes in more, counts it and hears the difference, clears what has expired, takes it off the shelf.
 *
 * @summary The stock of a shop, for those who keep it.
 * @csspart row - One kind of goods.
 * @example
 * <mulin-shelf-list place="wujiaochang-charity-supermarket"></mulin-shelf-list>
 */
@element('mulin-shelf-list')
export class MulinShelfList extends MulinElement {
  static override styles = [ground, card, stockStyles];

  /** The shop, by its id in the pack. */
  @property() place = '';

  @state() private wanted = '';
  @state() private opened = '';
  @state() private count = '';
  @state() private bestBefore = '';
  @state() private trouble: Trouble | undefined;
  @state() private told = '';
  readonly #offer = new Offer();
  readonly #sending = new Sending(this);
  readonly #goods = new Watch(this, 'catalog.goods', () =>
    this.place ? { place: this.place } : undefined,
  );
  readonly #list = new Watch(this, 'stock.list', () =>
    this.place ? { place: this.place } : undefined,
  );

  override render(): TemplateResult {
    const words = this.say(stockWords);
    const { snapshot } = this.#list;
    switch (snapshot.status) {
      case 'waiting':
        return html`<p role="status">${words.waiting}</p>`;
      case 'refused':
      case 'fault':
        return this.#renderTrouble(snapshot);
      case 'answer': {
        const entries = new Map(snapshot.value.items.map((entry) => [entry.item, entry]));
        return html`<mulin-search
            label=${words.find}
            .value=${this.wanted}
            @input=${this.#onWanted}
          ></mulin-search>
          <div role="status">
            ${this.told ? html`<mulin-notice kind="success" heading=${this.told}></mulin-notice>` : nothing}
          </div>
          ${this.trouble ? this.#renderTrouble(this.trouble) : nothing}
          ${this.#goods.value ? this.#renderTable(this.#goods.value, entries, snapshot.value.today, words) : nothing}`;
      }
    }
  }

  #renderTrouble(trouble: Trouble): TemplateResult {
    const { title, next } = sentenceFor(this.locale, trouble);
    return html`<mulin-notice kind="refusal" heading=${title}>${next}</mulin-notice>`;
  }

  #renderTable(
    goods: Goods,
    entries: ReadonlyMap<string, StockEntry>,
    today: string,
    words: StockWords,
  ): TemplateResult {
    // The first lot that has anything in it decides, also where it has expired: that is what must be seen.
    const items = Object.fromEntries(
      [...entries.values()].map(({ item, free, lots }) => {
        const bestBefore = lots.find(({ count }) => count > 0)?.bestBefore;
        return [item, { free: Math.max(free, 1), ...(bestBefore && { bestBefore }) }];
      }),
    );
    const wish = { query: this.wanted, category: '', filters: [], sort: 'soon' } as const;
    const { items: shown } = this.#offer.find(goods, { today, items }, this.locale, wish);
    return html`<table>
      <caption class="unseen">
        ${words.shelfLabel}
      </caption>
      <thead>
        <tr>
          <th scope="col">${words.thing}</th>
          <th scope="col" class="count">${words.free_}</th>
          <th scope="col">${words.keeps}</th>
          <td></td>
        </tr>
      </thead>
      <tbody>
        ${repeat(
          shown,
          ({ id }) => id,
          (item) => this.#renderRow(item, entries.get(item.id), words),
        )}
      </tbody>
    </table>`;
  }

  #renderRow(item: Item, entry: StockEntry | undefined, words: StockWords): TemplateResult {
    const shop = this.say(shopWords);
    const { free = 0, aside = 0, expired = 0, withdrawn = false, lots = [] } = entry ?? {};
    const bestBefore = lots.find(({ count }) => count > 0)?.bestBefore;
    const isSoon = bestBefore !== undefined && this.#offer.isSoon(bestBefore);
    const name = item.name[this.locale];
    const isOpen = this.opened === item.id;
    return html`<tr part="row">
        <th scope="row">${name} ${item.spec?.[this.locale]}</th>
        <td class="count ${free === 0 ? 'out' : ''}">
          ${withdrawn ? words.withdrawn : free}${aside > 0 ? html` <small>${words.aside(aside)}</small>` : nothing}
        </td>
        <td class=${expired > 0 ? 'out' : isSoon ? 'soon' : ''}>
          ${expired > 0 ? words.expired(expired) : bestBefore ? shop.keepsUntil(bestBefore) : ''}${
            isSoon && expired === 0 ? ` · ${shop.soon}` : ''
          }
        </td>
        <td>
          <mulin-button
            label=${(isOpen ? words.closeOf : words.workOn)(name)}
            @click=${() => this.#open(isOpen ? '' : item.id)}
            >${isOpen ? words.close : words.work}</mulin-button
          >
        </td>
      </tr>
      ${
        isOpen
          ? html`<tr>
              <td colspan="4">${this.#renderWork(item, expired, withdrawn, words)}</td>
            </tr>`
          : nothing
      }`;
  }

  #renderWork(item: Item, expired: number, withdrawn: boolean, words: StockWords): TemplateResult {
    return html`<div class="work">
      <mulin-field
        kind="digits"
        maxlength="4"
        label=${words.count}
        required
        .value=${this.count}
        @input=${(event: Event) => (this.count = valueOf(event))}
      ></mulin-field>
      <mulin-date
        label=${words.bestBefore}
        .value=${this.bestBefore}
        @input=${(event: Event) => (this.bestBefore = valueOf(event))}
      ></mulin-date>
      <div class="acts">
        <mulin-button
          kind="primary"
          ?busy=${this.#sending.busy}
          @click=${() => this.#number('intake', item)}
          >${words.intake}</mulin-button
        >
        <mulin-button @click=${() => this.#number('count', item)}>${words.counted}</mulin-button>
        ${
          expired > 0
            ? html`<mulin-button
                kind="danger"
                @click=${() => this.#plain('stock.clear-expired', item)}
                >${words.clear(expired)}</mulin-button
              >`
            : nothing
        }
        <mulin-button
          @click=${() => this.#plain(withdrawn ? 'stock.restore' : 'stock.withdraw', item)}
          >${withdrawn ? words.restore : words.withdraw}</mulin-button
        >
      </div>
    </div>`;
  }

  #open(item: string): void {
    this.opened = item;
    this.count = '';
    this.bestBefore = '';
    this.trouble = undefined;
    this.told = '';
  }

  /** New pieces, or how many a count has found. An empty line is no number, and the law says so. */
  async #number(act: Act, { id: item, name }: Item): Promise<void> {
    const words = this.say(stockWords);
    const count = this.count === '' ? Number.NaN : Number(this.count);
    const at = { place: this.place, item, count: Number.isNaN(count) ? -1 : count };
    if (act === 'intake') {
      const { bestBefore } = this;
      const outcome = await this.#sending.send('stock.intake', {
        ...at,
        ...(bestBefore && { bestBefore }),
      });
      this.#hear(outcome, words.came(name[this.locale], count));
    } else {
      const outcome = await this.#sending.send('stock.count', at);
      const difference = outcome?.status === 'sent' ? outcome.result.difference : 0;
      this.#hear(outcome, words.difference(name[this.locale], difference));
    }
  }

  async #plain(
    act: 'stock.clear-expired' | 'stock.withdraw' | 'stock.restore',
    { id: item, name }: Item,
  ): Promise<void> {
    const outcome = await this.#sending.send(act, { place: this.place, item });
    this.#hear(outcome, this.say(stockWords).done(name[this.locale]));
  }

  #hear(outcome: { readonly status: string } | undefined, told: string): void {
    if (outcome?.status === 'sent') {
      this.#open('');
      this.told = told;
    } else if (outcome?.status === 'refused' || outcome?.status === 'fault')
      this.trouble = outcome as Trouble;
  }

  readonly #onWanted = (event: Event): void => {
    this.wanted = (event.target as MulinSearch).value;
  };
}

function valueOf(event: Event): string {
  return (event.target as HTMLElement & { value: string }).value;
}

declare global {
  interface HTMLElementTagNameMap {
    'mulin-shelf-list': MulinShelfList;
  }
}
