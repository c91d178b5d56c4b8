import { css, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { element, MulinElement } from '../ui/base.ts';
import '../ui/button.ts';
import '../ui/dialog.ts';
import { ground } from '../ui/ground.styles.ts';
import '../ui/icon.ts';
import { Watch } from '../ui/watch.ts';
import { shopJourneyWords } from './strings.ts';

/**
 * At which shop one is, and the way to another one, where there is one.
 *
 * @summary The choice between shops.
 * @fires {CustomEvent<string>} place - Another shop, by its id in the pack. Does not bubble.
 */
@element('mulin-shop-place')
export class MulinShopPlace extends MulinElement {
  static override styles = [
    ground,
    css`
      .where {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: var(--mulin-space-2) var(--mulin-space-4);
        margin-block-end: var(--mulin-space-3);
        color: var(--mulin-ink-2);
      }
      .shops {
        display: grid;
        gap: var(--mulin-space-3);
      }
    `,
  ];

  /** The shop, by its id in the pack. */
  @property() place = '';
  /** There is something in the basket that another shop may not have. */
  @property({ type: Boolean }) filled = false;

  @state() private choosing = false;
  readonly #shops = new Watch(this, 'catalog.shops', () => ({}));

  override render(): TemplateResult | typeof nothing {
    const words = this.say(shopJourneyWords);
    const shops = this.#shops.value?.shops ?? [];
    if (shops.length < 2) return nothing;
    const here = shops.find(({ id }) => id === this.place);
    return html`<div class="where">
        <span><mulin-icon name="pin"></mulin-icon> ${here?.name[this.locale]}</span>
        <mulin-button @click=${() => (this.choosing = true)}>${words.otherShop}</mulin-button>
      </div>
      <mulin-dialog
        heading=${words.chooseShop}
        ?open=${this.choosing}
        @mulin-closed=${() => (this.choosing = false)}
      >
        ${this.filled ? html`<p>${words.basketGoes}</p>` : nothing}
        <div class="shops">
          ${shops
            .filter(({ id }) => id !== this.place)
            .map(
              ({ id, name }) =>
                html`<mulin-button size="main" @click=${() => this.#choose(id)}
                  >${name[this.locale]}</mulin-button
                >`,
            )}
        </div>
        <mulin-button slot="actions" @click=${() => (this.choosing = false)}
          >${words.stay}</mulin-button
        >
      </mulin-dialog>`;
  }

  #choose(place: string): void {
    this.choosing = false;
    this.dispatchEvent(new CustomEvent<string>('place', { detail: place }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mulin-shop-place': MulinShopPlace;
  }
}
