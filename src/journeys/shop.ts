import { css, html, nothing, type LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { OrderReceipt } from '../model/catalog/receipt.ts';
import { piecesIn, withCount, type Basket } from '../parts/catalog/basket-lines.ts';
import '../parts/booking/held.ts';
import '../parts/booking/slot-picker.ts';
import type { PickedSlot } from '../parts/booking/flow.ts';
import { sentenceFor } from '../parts/booking/trouble.ts';
import '../parts/catalog/basket.ts';
import type { MulinBasket, PayBy } from '../parts/catalog/basket.ts';
import '../parts/catalog/catalog.ts';
import type { MulinCatalog } from '../parts/catalog/catalog.ts';
import '../parts/catalog/checkout.ts';
import '../parts/catalog/item.ts';
import '../parts/catalog/order.ts';
import { element, MulinElement } from '../ui/base.ts';
import '../ui/button.ts';
import { ground } from '../ui/ground.styles.ts';
import '../ui/icon.ts';
import '../ui/notice.ts';
import { Watch } from '../ui/watch.ts';
import { beginReading } from './begin-reading.ts';
import { KeptTime } from './kept-time.ts';
import './shop-place.ts';
import { shopJourneyWords } from './strings.ts';

type Stage = 'shelves' | 'item' | 'basket' | 'time' | 'checkout' | 'receipt';

/**
 * Walks a shopper from the shelves to a receipt: goods into a basket, a time to come where the shop offers times, by what
 * the shop will know them, and the code to fetch it with. The basket lives in memory only and dies with the element.
 *
 * @summary Shopping at a charity supermarket, from the shelves to the receipt.
 * @fires {CustomEvent<{ code: string }>} mulin-reserved - It is reserved. Carries no personal data.
 * @fires {CustomEvent<{}>} mulin-leave - The person went back from the shelves, or is done.
 * @example
 * <mulin-shop place="wujiaochang-charity-supermarket" pick-up="charity-pick-up"></mulin-shop>
 */
@element('mulin-shop')
export class MulinShop extends MulinElement {
  static override styles = [
    ground,
    css`
      [hidden] {
        display: none;
      }
      .forward {
        position: sticky;
        inset-block-end: 0;
        display: grid;
        gap: var(--mulin-space-3);
        padding-block: var(--mulin-space-3) var(--mulin-space-4);
        background: linear-gradient(
          to bottom,
          transparent,
          var(--mulin-paper) var(--mulin-space-3)
        );
      }
      header {
        display: flex;
        align-items: center;
        gap: var(--mulin-space-4);
        margin-block-end: var(--mulin-space-4);
      }
      h2 {
        font-size: var(--mulin-text-title);
      }
    `,
  ];

  /** The shop, by its id in the pack. */
  @property() place = '';
  /** The service under which times to fetch goods are offered, by its id in the pack; without one nobody is asked for a time. */
  @property({ attribute: 'pick-up' }) pickUpService = '';

  @state() private stage: Stage = 'shelves';
  @state() private basket: Basket = new Map();
  @state() private payBy: PayBy = 'fen';
  @state() private item = '';
  @state() private picked: PickedSlot | undefined;
  @state() private receipt: OrderReceipt | undefined;
  @query('.stage:not([hidden])') private readonly onScreen!: LitElement | null;
  @query('mulin-catalog') private readonly shelves!: MulinCatalog | null;
  readonly #kept = new KeptTime(this);
  readonly #times = new Watch(this, 'booking.offer', () =>
    this.pickUpService ? { service: this.pickUpService } : undefined,
  );

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('place') || changed.get('place') === undefined) return;
    this.basket = new Map();
    this.picked = undefined;
    this.#kept.giveBack();
    this.stage = 'shelves';
  }

  override render(): TemplateResult {
    const words = this.say(shopJourneyWords);
    return html`<div
      @mulin-item-chosen=${this.#onItem}
      @mulin-basket-change=${this.#onBasket}
      @mulin-pay-by=${(event: CustomEvent<{ payBy: PayBy }>) => (this.payBy = event.detail.payBy)}
      @mulin-look-on=${() => this.#go('shelves')}
    >
      ${
        this.stage === 'shelves'
          ? html`<mulin-shop-place
              place=${this.place}
              ?filled=${this.basket.size > 0}
              @place=${(event: CustomEvent<string>) => (this.place = event.detail)}
            ></mulin-shop-place>`
          : nothing
      }
      <mulin-catalog
        class="stage"
        place=${this.place}
        .basket=${this.basket}
        ?hidden=${this.stage !== 'shelves'}
        >${this.#renderBack(() => this.emit('mulin-leave', {}))}</mulin-catalog
      >
      ${this.#renderStage()} ${this.stage === 'shelves' ? this.#renderToBasket(words) : nothing}
    </div>`;
  }

  #renderStage(): TemplateResult | typeof nothing {
    switch (this.stage) {
      case 'shelves':
        return nothing;
      case 'item':
        return html`<mulin-item
          class="stage"
          place=${this.place}
          item=${this.item}
          chosen=${this.basket.get(this.item) ?? 0}
          >${this.#renderBack(() => this.#toShelves())}</mulin-item
        >`;
      case 'basket':
        return this.#renderBasket();
      case 'time':
        return this.#renderTime();
      case 'checkout':
        return html`<mulin-held
            .hold=${this.#kept.hold}
            zone=${this.#times.value?.zone ?? ''}
            @renew=${() => this.#kept.keepLonger()}
            @over=${this.#onOver}
          ></mulin-held>
          <mulin-checkout
            class="stage"
            place=${this.place}
            pay-by=${this.payBy}
            .basket=${this.basket}
            .pickUp=${this.#kept.hold}
            @reserved=${this.#onReserved}
            >${this.#renderBack(() => this.#go(this.#hasTimes ? 'time' : 'basket'))}</mulin-checkout
          >`;
      case 'receipt':
        return html`<mulin-order class="stage" .receipt=${this.receipt}></mulin-order>
          <div class="forward">
            <mulin-button kind="primary" size="main" @click=${() => this.emit('mulin-leave', {})}
              >${this.say(shopJourneyWords).done}</mulin-button
            >
          </div>`;
    }
  }

  #renderToBasket(words: (typeof shopJourneyWords)['zh-CN']): TemplateResult | typeof nothing {
    const pieces = piecesIn(this.basket);
    if (pieces === 0) return nothing;
    return html`<div class="forward">
      <mulin-button kind="primary" size="main" @click=${() => this.#go('basket')}>
        <mulin-icon slot="start" name="basket"></mulin-icon>${words.toBasket(pieces)}
      </mulin-button>
    </div>`;
  }

  #renderBasket(): TemplateResult {
    const words = this.say(shopJourneyWords);
    return html`<mulin-basket
        class="stage"
        place=${this.place}
        pay-by=${this.payBy}
        .basket=${this.basket}
        >${this.#renderBack(() => this.#toShelves())}</mulin-basket
      >
      ${
        this.basket.size === 0
          ? nothing
          : html`<div class="forward">
              <mulin-button kind="primary" size="main" @click=${this.#onForward}
                >${this.#hasTimes ? words.toTime : words.toCheckout}</mulin-button
              >
            </div>`
      }`;
  }

  /** The month of the shop, as for any appointment. */
  #renderTime(): TemplateResult {
    const words = this.say(shopJourneyWords);
    return html`<header>
        ${this.#renderBack(() => this.#go('basket'))}
        <h2 tabindex="-1">${words.time}</h2>
      </header>
      ${this.#renderTrouble()}
      <mulin-slot-picker
        service=${this.pickUpService}
        place=${this.place}
        .picked=${this.picked}
        .kept=${this.#kept.hold}
        start=${this.#shopTimes?.nextFree ?? ''}
        @mulin-slot=${(event: CustomEvent<PickedSlot>) => (this.picked = event.detail)}
      ></mulin-slot-picker>
      <div class="forward">
        <mulin-button
          kind="primary"
          size="main"
          ?disabled=${!this.picked}
          ?busy=${this.#kept.busy}
          @click=${this.#onTime}
          >${words.toCheckout}</mulin-button
        >
      </div>`;
  }

  #renderTrouble(): TemplateResult | typeof nothing {
    const { trouble } = this.#kept;
    if (!trouble) return nothing;
    const { title, next } = sentenceFor(this.locale, trouble);
    return html`<mulin-notice kind="refusal" heading=${title}>${next}</mulin-notice>`;
  }

  #renderBack(onPress: () => void): TemplateResult {
    return html`<mulin-button
      slot="back"
      label=${this.say(shopJourneyWords).back}
      @click=${onPress}
    >
      <mulin-icon name="chevron-left"></mulin-icon>
    </mulin-button>`;
  }

  get #shopTimes() {
    return this.#times.value?.places.find(({ id }) => id === this.place);
  }

  get #hasTimes(): boolean {
    return this.#shopTimes !== undefined;
  }

  /** Every turn begins at a heading, for the eye and for the ear. */
  #go(stage: Stage): void {
    this.stage = stage;
    void this.updateComplete.then(() => {
      this.scrollIntoView({ block: 'start' });
      return this.onScreen && beginReading(this.onScreen);
    });
  }

  /** Back to where one was looking: the card that was pressed. */
  #toShelves(): void {
    this.stage = 'shelves';
    void this.updateComplete.then(() => this.shelves?.focusItem(this.item));
  }

  readonly #onItem = (event: CustomEvent<{ item: string }>): void => {
    event.stopPropagation();
    this.item = event.detail.item;
    this.#go('item');
  };

  readonly #onBasket = (event: CustomEvent<{ item: string; count: number }>): void => {
    event.stopPropagation();
    this.basket = withCount(this.basket, event.detail.item, event.detail.count);
    if (this.stage === 'item') this.#toShelves();
  };

  /** What can't be had so is said in the basket itself; nobody is led into a refusal. */
  readonly #onForward = (): void => {
    const basket = this.onScreen as MulinBasket | null;
    if (basket?.isFine) this.#go(this.#hasTimes ? 'time' : 'checkout');
  };

  readonly #onTime = async (): Promise<void> => {
    const { picked, place, pickUpService: service } = this;
    if (picked && (await this.#kept.keep({ service, place, ...picked }))) this.#go('checkout');
  };

  /** Everything else is still there. */
  readonly #onOver = (): void => {
    this.#kept.lose();
    this.picked = undefined;
    this.#go('time');
  };

  readonly #onReserved = (event: CustomEvent<OrderReceipt>): void => {
    this.#kept.spend();
    this.receipt = event.detail;
    this.basket = new Map();
    this.#go('receipt');
    this.emit('mulin-reserved', { code: event.detail.code });
  };
}

declare global {
  interface HTMLElementEventMap {
    'mulin-item-chosen': CustomEvent<{ readonly item: string }>;
    'mulin-basket-change': CustomEvent<{ readonly item: string; readonly count: number }>;
  }
  interface HTMLElementTagNameMap {
    'mulin-shop': MulinShop;
  }
}
