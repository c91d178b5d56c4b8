import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { fullDayName } from '../../i18n/index.ts';
import type { Goods, Item, Shelf } from '../../model/catalog/queries.ts';
import { element, MulinElement } from '../../ui/base.ts';
import '../../ui/button.ts';
import '../../ui/facts.ts';
import type { Fact } from '../../ui/facts.ts';
import { ground } from '../../ui/ground.styles.ts';
import '../../ui/notice.ts';
import '../../ui/quantity.ts';
import type { MulinQuantity } from '../../ui/quantity.ts';
import '../../ui/sample.ts';
import { Watch } from '../../ui/watch.ts';
import { itemStyles } from './item.styles.ts';
import { pictureOf, pictureStyles } from './picture.ts';
import { shopWords, type ShopWords } from './strings.ts';
import { sentenceFor } from './trouble.ts';

/**
 * One kind of goods on a page of its own: what it is, what state it is in, how long it keeps, who gave it where they agreed
 * to be named, how many there are and how many one person may have.
 *
 * @summary The page of one kind of goods.
 * @slot back - Before the title: a way back.
 * @fires {CustomEvent<{ item: string; count: number }>} mulin-basket-change - So many of it shall be in the basket; 0 for none.
 * @csspart sheet - The sheet.
 * @csspart forward - The bar with the way forward.
 * @example
 * <mulin-item place="wujiaochang-centre" item="rice-5kg"></mulin-item>
 */
@element('mulin-item')
export class MulinItem extends MulinElement {
  static override styles = [ground, pictureStyles, itemStyles];

  /** The shop, by its id in the pack. */
  @property() place = '';
  /** The goods, by their id in the pack. */
  @property() item = '';
  /** How many of it are in the basket. */
  @property({ type: Number }) chosen = 0;

  @state() private count = 1;
  readonly #goods = new Watch(this, 'catalog.goods', () =>
    this.place ? { place: this.place } : undefined,
  );
  readonly #shelf = new Watch(this, 'catalog.shelf', () =>
    this.place ? { place: this.place } : undefined,
  );

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('item') || changed.has('chosen')) this.count = this.chosen || 1;
  }

  override render(): TemplateResult {
    const words = this.say(shopWords);
    const { snapshot } = this.#goods;
    switch (snapshot.status) {
      case 'waiting':
        return html`<slot name="back"></slot>
          <p role="status">${words.waiting}</p>`;
      case 'refused':
      case 'fault':
        return this.#renderTrouble(sentenceFor(this.locale, snapshot));
      case 'answer': {
        const item = snapshot.value.items.find(({ id }) => id === this.item);
        if (!item)
          return this.#renderTrouble(
            sentenceFor(this.locale, {
              status: 'refused',
              refusal: { code: 'catalog.unknown-item' },
            }),
          );
        return this.#renderItem(item, snapshot.value, words);
      }
    }
  }

  #renderTrouble({
    title,
    next,
  }: {
    readonly title: string;
    readonly next: string;
  }): TemplateResult {
    return html`<slot name="back"></slot>
      <mulin-notice kind="refusal" heading=${title}>${next}</mulin-notice>`;
  }

  #renderItem(item: Item, goods: Goods, words: ShopWords): TemplateResult {
    const shelf = this.#shelf.value?.items[item.id];
    return html`<header>
        <slot name="back"></slot>
        <h2 tabindex="-1">${item.name[this.locale]}</h2>
        ${item.sample ? html`<mulin-sample explanation=${words.sample}></mulin-sample>` : nothing}
      </header>
      <article class="sheet" part="sheet">
        ${pictureOf(item)}
        <div class="words">
          <p class="price">
            <b>${words.price(item.fen)}</b>${
              item.points === undefined || item.fen === 0
                ? nothing
                : html` <span>${words.or(item.points)}</span>`
            }
          </p>
          ${item.about ? html`<p>${item.about[this.locale]}</p>` : nothing}
          <mulin-facts .facts=${this.#factsOf(item, goods, shelf, words)}></mulin-facts>
        </div>
      </article>
      ${this.#renderForward(item, goods, shelf, words)}`;
  }

  #factsOf(
    item: Item,
    { classes }: Goods,
    shelf: Shelf | undefined,
    words: ShopWords,
  ): readonly Fact[] {
    const { facts } = words;
    const paidInPoints =
      item.points !== undefined &&
      classes.some(({ id, forPoints }) => id === item.class && forPoints);
    const row = (label: string, value: string | undefined): readonly Fact[] =>
      value ? [{ label, value }] : [];
    return [
      ...row(facts.spec, item.spec?.[this.locale]),
      ...row(facts.state, words.states[item.state]),
      ...row(
        facts.stock,
        this.#shelf.value && (shelf?.withdrawn ? words.withdrawn : words.left(shelf?.free ?? 0)),
      ),
      ...row(facts.keeps, shelf?.bestBefore && fullDayName(this.locale, shelf.bestBefore)),
      ...row(facts.points, paidInPoints ? words.points(item.points ?? 0) : undefined),
      ...row(
        facts.limit,
        item.perPerson ? words.limit(item.perPerson, item.withinDays) : undefined,
      ),
      ...row(facts.from, item.from?.name[this.locale]),
    ];
  }

  #renderForward(
    item: Item,
    { orders }: Goods,
    shelf: Shelf | undefined,
    words: ShopWords,
  ): TemplateResult {
    const free = shelf?.withdrawn ? 0 : (shelf?.free ?? 0);
    const most = Math.min(free, item.perPerson ?? Infinity);
    const count = Math.min(this.count, Math.max(1, most));
    if (most === 0 && this.chosen === 0)
      return html`<mulin-notice
        heading=${shelf?.withdrawn ? words.withdrawn : words.left(0)}
      ></mulin-notice>`;
    return html`<div class="forward" part="forward">
      <p class="kept">${words.keptFor(orders.pickUpDays)}</p>
      <mulin-quantity
        label=${words.count}
        min="1"
        max=${Math.max(1, most)}
        .value=${String(count)}
        @change=${(event: Event) => (this.count = (event.target as MulinQuantity).count)}
      ></mulin-quantity>
      <mulin-button
        kind="primary"
        size="main"
        ?disabled=${most === 0}
        @click=${() => this.#tell(count)}
        >${(this.chosen ? words.change : words.add)(count)}</mulin-button
      >
      ${this.chosen ? html`<mulin-button @click=${() => this.#tell(0)}>${words.remove}</mulin-button>` : nothing}
    </div>`;
  }

  #tell(count: number): void {
    this.emit('mulin-basket-change', { item: this.item, count });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mulin-item': MulinItem;
  }
}
