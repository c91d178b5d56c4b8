import { css, html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';

import { element, MulinElement, type IconName } from '../src/ui/index.ts';

import { ground } from './ground.styles.ts';
import { styles } from './home.styles.ts';
import type { Route, ShopRoom } from './router.ts';
import { kioskWords } from './strings.ts';

/** What one can do at the charity supermarket, each with its drawing. Only what works is here. */
const rooms = [
  ['goods', 'basket'],
  ['points', 'heart'],
  ['order', 'clipboard-check'],
] as const satisfies readonly (readonly [ShopRoom, IconName])[];

/**
 * The way into the charity supermarket.
 *
 * @summary What one can do at the charity supermarket.
 * @fires {CustomEvent<Route>} kiosk-go - Show that screen.
 */
@element('kiosk-shop')
export class KioskShop extends MulinElement {
  static override styles = [
    ground,
    styles,
    css`
      :host {
        display: block;
        min-block-size: auto;
      }
      .goods {
        --tone: var(--mulin-river);
        --wash: var(--mulin-river-wash);
      }
      .points {
        --tone: var(--mulin-cinnabar);
        --wash: var(--mulin-cinnabar-wash);
      }
      .order {
        --tone: var(--mulin-ink);
        --wash: var(--mulin-sunken);
      }
    `,
  ];

  /** Without aid points there is no way to them. */
  @property({ type: Boolean }) points = false;

  override render(): TemplateResult {
    const { rooms: words, label } = this.say(kioskWords).shop;
    return html`<nav class="tiles" aria-label=${label}>
      ${rooms
        .filter(([room]) => room !== 'points' || this.points)
        .map(
          ([room, icon]) =>
            html`<button type="button" class="tile ${room}" @click=${() => this.#go(room)}>
              <span class="drawing"><mulin-icon name=${icon}></mulin-icon></span>
              <span class="words"
                ><span class="name">${words[room].name}</span
                ><span class="hint">${words[room].hint}</span></span
              >
              <mulin-icon class="onward" name="chevron-right"></mulin-icon>
            </button>`,
        )}
    </nav>`;
  }

  #go(room: ShopRoom): void {
    this.emit<Route>('kiosk-go', { screen: 'shop', room });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-shop': KioskShop;
  }
}
