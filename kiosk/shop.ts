import { css, html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';

import type { Pack } from '../src/model/index.ts';
import { element, MulinElement, type IconName } from '../src/ui/index.ts';

import { ground } from './ground.styles.ts';
import { styles } from './home.styles.ts';
import type { Route, ShopRoom } from './router.ts';
import { kioskWords } from './strings.ts';

/** What one can do at the charity supermarket, each with its drawing. Only what works is here. */
const rooms = [
  ['goods', 'basket'],
  ['give', 'heart'],
  ['points', 'card'],
  ['volunteer', 'person'],
  ['services', 'clock'],
  ['events', 'calendar'],
  ['stories', 'book'],
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
      .goods,
      .services {
        --tone: var(--mulin-river);
        --wash: var(--mulin-river-wash);
      }
      .volunteer,
      .events {
        --tone: var(--mulin-leaf);
        --wash: var(--mulin-leaf-wash);
      }
      .points,
      .stories {
        --tone: var(--mulin-amber);
        --wash: var(--mulin-amber-wash);
      }
      .give {
        --tone: var(--mulin-cinnabar);
        --wash: var(--mulin-cinnabar-wash);
      }
      .order {
        --tone: var(--mulin-ink);
        --wash: var(--mulin-sunken);
      }
    `,
  ];

  /** What is offered here. */
  @property({ attribute: false }) pack: Pack | undefined;

  override render(): TemplateResult {
    const { rooms: words, label } = this.say(kioskWords).shop;
    return html`<nav class="tiles" aria-label=${label}>
      ${rooms
        .filter(([room]) => this.#has(room))
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

  /** No way leads to what this pack does not have. */
  #has(room: ShopRoom): boolean {
    const { catalog, activities = [], stories = [] } = this.pack ?? {};
    const kinds = { volunteer: 'shift', services: 'service', events: 'event' } as const;
    if (room === 'points') return catalog?.points !== undefined;
    if (room === 'stories') return stories.length > 0;
    if (room === 'volunteer' || room === 'services' || room === 'events')
      return activities.some(({ kind }) => kind === kinds[room]);
    return true;
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
