import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Goods, Item, Shelf } from '../../model/catalog/queries.ts';
import { element, MulinElement } from '../../ui/base.ts';
import '../../ui/button.ts';
import '../../ui/choice.ts';
import { ground } from '../../ui/ground.styles.ts';
import '../../ui/notice.ts';
import '../../ui/quantity.ts';
import type { MulinQuantity } from '../../ui/quantity.ts';
import { Watch } from '../../ui/watch.ts';
import { piecesIn, type Basket } from './basket-lines.ts';
import { basketStyles } from './basket.styles.ts';
import { pictureOf, pictureStyles } from './picture.ts';
import { shopWords, type ShopWords } from './strings.ts';
import { sentenceFor } from './trouble.ts';

export type PayBy = 'fen' | 'points';

/** A line as it stands now: of what, how many are wished, and what the shop still has. */
interface Line {
  readonly item: Item;
  readonly count: number;
  readonly shelf: Shelf | undefined;
}

/**
 * What somebody has chosen, with what it comes to. It follows the shelf: what has gone meanwhile is said before anybody
 * stands at a counter in vain.
 *
 * @summary A basket before it is reserved.
 * @slot back - Before the title: a way back.
 * @fires {CustomEvent<{ item: string; count: number }>} mulin-basket-change - So many of it shall be in the basket; 0 for none.
 * @fires {CustomEvent<{ payBy: 'fen' | 'points' }>} mulin-pay-by - How it shall be paid.
 * @fires {CustomEvent<{}>} mulin-look-on - More shall be chosen.
 * @csspart line - One kind of goods.
 * @csspart sum - What it comes to.
 * @example
 * <mulin-basket place="wujiaochang-centre"></mulin-basket>
 */
@element('mulin-basket')
export class MulinBasket extends MulinElement {
  static override styles = [ground, pictureStyles, basketStyles];

  /** The shop, by its id in the pack. */
  @property() place = '';
  /** What has been chosen. */
  @property({ attribute: false }) basket: Basket = new Map();
  /** How it shall be paid. */
  @property({ attribute: 'pay-by' }) payBy: PayBy = 'fen';

  readonly #goods = new Watch(this, 'catalog.goods', () =>
    this.place ? { place: this.place } : undefined,
  );
  readonly #shelf = new Watch(this, 'catalog.shelf', () =>
    this.place ? { place: this.place } : undefined,
  );

  /** Whether all of it is there and can be paid so. */
  get isFine(): boolean {
    const lines = this.#linesOf(this.#goods.value);
    return (
      lines.length > 0 &&
      lines.every(({ count, shelf }) => count <= freeOf(shelf)) &&
      (this.payBy === 'fen' || this.#notForPoints(lines).length === 0)
    );
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
        return html`<header>
            <slot name="back"></slot>
            <h2 tabindex="-1">${words.basket}</h2>
          </header>
          ${this.#renderBasket(this.#linesOf(snapshot.value), snapshot.value, words)}`;
    }
  }

  #renderBasket(lines: readonly Line[], goods: Goods, words: ShopWords): TemplateResult {
    if (lines.length === 0)
      return html`<mulin-notice heading=${words.basketEmpty}>
        ${words.basketEmptyNext}
        <mulin-button slot="actions" @click=${this.#onLook}>${words.look}</mulin-button>
      </mulin-notice>`;
    return html`<ul>
        ${repeat(
          lines,
          ({ item }) => item.id,
          (line) => this.#renderLine(line, words),
        )}
      </ul>
      <mulin-button @click=${this.#onLook}>${words.lookOn}</mulin-button>
      ${this.#renderPayBy(lines, words)} ${this.#renderSum(lines, words)}
      <p class="kept">${words.keptFor(goods.orders.pickUpDays)}</p>`;
  }

  #renderLine({ item, count, shelf }: Line, words: ShopWords): TemplateResult {
    const free = freeOf(shelf);
    const name = item.name[this.locale];
    const change = (now: number) => (): void =>
      void this.emit('mulin-basket-change', { item: item.id, count: now });
    return html`<li part="line">
      ${pictureOf(item)}
      <div class="words">
        <b>${name}</b>
        <span class="price"
          >${this.payBy === 'points' && item.points !== undefined ? words.points(item.points) : words.price(item.fen)}</span
        >
        ${
          this.#shelf.value && count > free
            ? html`<span class="gone">${free === 0 ? words.nowGone : words.onlyLeft(free)}</span>`
            : nothing
        }
      </div>
      <mulin-quantity
        compact
        label=${name}
        min="1"
        max=${Math.max(1, Math.min(free, item.perPerson ?? Infinity))}
        .value=${String(count)}
        @change=${(event: Event) => change((event.target as MulinQuantity).count)()}
      ></mulin-quantity>
      <mulin-button label="${words.remove} ${name}" @click=${change(0)}
        >${words.remove}</mulin-button
      >
    </li>`;
  }

  #renderPayBy(lines: readonly Line[], words: ShopWords): TemplateResult {
    const not = this.#notForPoints(lines);
    return html`<mulin-choice
        label=${words.payBy}
        required
        .options=${[
          { value: 'fen', label: words.payByFen, hint: words.payByFenHint },
          { value: 'points', label: words.payByPoints, hint: words.payByPointsHint },
        ]}
        .value=${this.payBy}
        @change=${this.#onPayBy}
      ></mulin-choice>
      ${
        this.payBy === 'points' && not.length > 0
          ? html`<mulin-notice kind="warning" heading=${words.notForPoints}>
              ${not.map(({ item }) => html`<p>${item.name[this.locale]}</p>`)}
            </mulin-notice>`
          : nothing
      }`;
  }

  #renderSum(lines: readonly Line[], words: ShopWords): TemplateResult {
    const sum = (of: (item: Item) => number): number =>
      lines.reduce((all, { item, count }) => all + of(item) * count, 0);
    return html`<p class="sum" part="sum" role="status">
      <span>${words.sum} ${words.sumOf(piecesIn(this.basket))}</span>
      <b
        >${this.payBy === 'points' ? words.points(sum(({ points = 0 }) => points)) : words.price(sum(({ fen }) => fen))}</b
      >
    </p>`;
  }

  #linesOf(goods: Goods | undefined): readonly Line[] {
    const items = new Map(goods?.items.map((item) => [item.id, item]));
    return [...this.basket].flatMap(([id, count]) => {
      const item = items.get(id);
      return item ? [{ item, count, shelf: this.#shelf.value?.items[id] }] : [];
    });
  }

  #notForPoints(lines: readonly Line[]): readonly Line[] {
    const classes = new Map(this.#goods.value?.classes.map((one) => [one.id, one.forPoints]));
    return lines.filter(({ item }) => item.points === undefined || !classes.get(item.class));
  }

  readonly #onLook = (): void => {
    this.emit('mulin-look-on', {});
  };

  readonly #onPayBy = (event: Event): void => {
    const { value } = event.target as HTMLElement & { readonly value: PayBy };
    this.emit('mulin-pay-by', { payBy: value });
  };
}

const freeOf = (shelf: Shelf | undefined): number => (shelf?.withdrawn ? 0 : (shelf?.free ?? 0));

declare global {
  interface HTMLElementTagNameMap {
    'mulin-basket': MulinBasket;
  }
}
