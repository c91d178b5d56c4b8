import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { Goods, Item, Shelf } from '../../model/catalog/queries.ts';
import { element, MulinElement } from '../../ui/base.ts';
import '../../ui/button.ts';
import { ground } from '../../ui/ground.styles.ts';
import '../../ui/icon.ts';
import '../../ui/notice.ts';
import '../../ui/sample.ts';
import '../../ui/search.ts';
import type { MulinSearch } from '../../ui/search.ts';
import { virtualGrid, type MulinVirtualGrid } from '../../ui/virtual-grid.ts';
import { Watch } from '../../ui/watch.ts';
import type { Basket } from './basket-lines.ts';
import { catalogStyles } from './catalog.styles.ts';
import { draw, toneOf } from './drawings.ts';
import { Offer, type Filter, type Sort, type Wish } from './offer.ts';
import { pictureOf, pictureStyles } from './picture.ts';
import { shopWords, type ShopWords } from './strings.ts';
import { sentenceFor } from './trouble.ts';

/** What is asked for at first: everything. */
const everything: Wish = { query: '', category: '', filters: [], sort: 'usual' };
const filters: readonly Filter[] = ['inStock', 'free', 'forPoints'];
const sorts: readonly Sort[] = ['usual', 'cheap', 'soon'];

/**
 * The goods of a charity supermarket: categories to touch, a search that understands characters, pinyin and initials and
 * shows what has matched, filters, an order, and on every card what it costs, how many there are and how long it keeps.
 * Only what is on the screen is drawn, so ten thousand goods are as quick as thirty.
 *
 * @summary The shelves of a charity supermarket.
 * @slot back - Before the title: a way back.
 * @fires {CustomEvent<{ item: string }>} mulin-item-chosen - A card was pressed; the id of its goods.
 * @csspart header - Title and search.
 * @csspart category - One category.
 * @csspart card - One kind of goods.
 * @example
 * <mulin-catalog place="wujiaochang-centre"></mulin-catalog>
 */
@element('mulin-catalog')
export class MulinCatalog extends MulinElement {
  static override styles = [ground, virtualGrid, pictureStyles, catalogStyles];

  /** The shop, by its id in the pack. */
  @property() place = '';
  /** What has been chosen already, so that its cards say so. */
  @property({ attribute: false }) basket: Basket = new Map();

  @state() private wish = everything;
  @query('mulin-virtual-grid') private readonly grid!: MulinVirtualGrid | null;
  readonly #goods = new Watch(this, 'catalog.goods', () =>
    this.place ? { place: this.place } : undefined,
  );
  readonly #shelf = new Watch(this, 'catalog.shelf', () =>
    this.place ? { place: this.place } : undefined,
  );
  readonly #offer = new Offer();

  protected override updated(changed: PropertyValues): void {
    if (changed.has('wish') && changed.get('wish')) this.grid?.rewind();
  }

  /** Brings the keyboard to the card of some goods, as on the way back from their page. */
  focusItem(item: string): void {
    const index = this.#offer.shown.findIndex(({ id }) => id === item);
    if (index >= 0) void this.grid?.walkTo(index);
  }

  override render(): TemplateResult {
    const words = this.say(shopWords);
    const { snapshot } = this.#goods;
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
        return this.#renderShop(snapshot.value, words);
    }
  }

  #renderShop({ categories, items }: Goods, words: ShopWords): TemplateResult {
    const found = this.#offer.find(
      { categories, items },
      this.#shelf.value,
      this.locale,
      this.wish,
    );
    return html`<header part="header">
        <slot name="back"></slot>
        <h2 tabindex="-1">${words.title}</h2>
        ${items.some(({ sample }) => sample) ? html`<mulin-sample explanation=${words.sample}></mulin-sample>` : nothing}
        <mulin-search
          label=${words.search}
          .value=${this.wish.query}
          @input=${this.#onQuery}
        ></mulin-search>
      </header>
      ${this.wish.query ? nothing : this.#renderCategories(categories, words)}
      <div class="tools">
        <div class="chips" role="group" aria-label=${words.filters}>
          ${filters.map((one) => this.#renderChip(words[one], this.wish.filters.includes(one), () => this.#toggle(one)))}
        </div>
        <div class="chips" role="group" aria-label=${words.sort}>
          ${sorts.map((one) => this.#renderChip(words.sorts[one], this.wish.sort === one, () => this.#want({ sort: one })))}
        </div>
      </div>
      <p class="count" role="status">
        ${found.slip ? words.near : words.found(found.items.length)}
      </p>
      ${found.items.length === 0 ? this.#renderNothing(words) : this.#renderGrid(found.items, words)}`;
  }

  /** Out of the way of whoever searches: letters and what they find belong together. */
  #renderCategories(categories: Goods['categories'], words: ShopWords): TemplateResult {
    return html`<div class="categories" role="group" aria-label=${words.categories}>
      ${this.#renderCategory('', words.all)}
      ${categories.map(({ id, name }) => this.#renderCategory(id, name[this.locale]))}
    </div>`;
  }

  #renderCategory(id: string, name: string): TemplateResult {
    return html`<button
      type="button"
      part="category"
      class="category ${id ? toneOf(id) : 'ink'}"
      aria-pressed=${this.wish.category === id}
      @click=${() => this.#want({ category: id })}
    >
      <span class="disc">${id ? draw(id) : html`<mulin-icon name="basket"></mulin-icon>`}</span>
      <span>${name}</span>
    </button>`;
  }

  #renderChip(label: string, pressed: boolean, onPress: () => void): TemplateResult {
    return html`<button type="button" class="chip" aria-pressed=${pressed} @click=${onPress}>
      ${label}
    </button>`;
  }

  #renderGrid(items: readonly Item[], words: ShopWords): TemplateResult {
    return html`<mulin-virtual-grid
      label=${words.goods}
      .items=${items}
      .keyOf=${({ id }: Item) => id}
      .cell=${(item: Item, _: number, tabindex: 0 | -1) => this.#renderCard(item, tabindex)}
    ></mulin-virtual-grid>`;
  }

  #renderCard(item: Item, tabindex: 0 | -1): TemplateResult {
    const words = this.say(shopWords);
    const shelf = this.#shelf.value?.items[item.id];
    const chosen = this.basket.get(item.id) ?? 0;
    return html`<button
      type="button"
      part="card"
      class="item"
      tabindex=${tabindex}
      .ariaDescription=${words.walk}
      @click=${() => this.emit('mulin-item-chosen', { item: item.id })}
    >
      ${pictureOf(item)}
      ${chosen ? html`<span class="chosen">${words.inBasket(chosen)}</span>` : nothing}
      <span class="name">${this.#renderName(item)}</span>
      ${item.spec ? html`<span class="spec">${item.spec[this.locale]}</span>` : nothing}
      <span class="price"
        ><b>${words.price(item.fen)}</b>${
          item.points === undefined || item.fen === 0
            ? nothing
            : html` <span>${words.or(item.points)}</span>`
        }</span
      >
      ${this.#shelf.value ? this.#renderShelf(shelf, words) : nothing}
    </button>`;
  }

  /** What of the name has matched is marked. */
  #renderName(item: Item): TemplateResult {
    const name = item.name[this.locale];
    let from = 0;
    const pieces: (string | TemplateResult)[] = [];
    for (const mark of this.#offer.marksIn(item)) {
      pieces.push(
        name.slice(from, mark.from),
        html`<mark>${name.slice(mark.from, mark.to)}</mark>`,
      );
      from = mark.to;
    }
    return html`${pieces}${name.slice(from)}`;
  }

  #renderShelf(shelf: Shelf | undefined, words: ShopWords): TemplateResult {
    const free = shelf?.withdrawn ? 0 : (shelf?.free ?? 0);
    const isSoon = shelf?.bestBefore !== undefined && this.#offer.isSoon(shelf.bestBefore);
    return html`<span class="shelf ${free === 0 ? 'out' : ''}">
      <span>${shelf?.withdrawn ? words.withdrawn : words.left(free)}</span>
      ${isSoon && free > 0 ? html`<span class="soon">${words.keepsUntil(shelf?.bestBefore ?? '')}</span>` : nothing}
    </span>`;
  }

  #renderNothing(words: ShopWords): TemplateResult {
    return html`<mulin-notice heading=${words.none}>
      ${words.noneNext}
      <mulin-button slot="actions" @click=${() => this.#want(everything)}
        >${words.showAll}</mulin-button
      >
    </mulin-notice>`;
  }

  #want(change: Partial<Wish>): void {
    this.wish = { ...this.wish, ...change };
  }

  #toggle(one: Filter): void {
    const { filters: on } = this.wish;
    this.#want({ filters: on.includes(one) ? on.filter((it) => it !== one) : [...on, one] });
  }

  /** A search is in all categories: who types a name does not want to guess the drawer it lies in. */
  readonly #onQuery = (event: Event): void => {
    this.#want({ query: (event.target as MulinSearch).value, category: '' });
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'mulin-catalog': MulinCatalog;
  }
}
