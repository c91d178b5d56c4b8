import { html, svg, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';

import { placeOfQueue, type Pack } from '../src/model/index.ts';
import { element, MulinElement, type IconName } from '../src/ui/index.ts';

import { ground } from './ground.styles.ts';
import { styles } from './home.styles.ts';
import type { Route } from './router.ts';
import { kioskWords } from './strings.ts';

/** The ways in, each with its drawing. Only what works is here. */
const tiles = [
  ['book', 'calendar'],
  ['apply', 'document'],
  ['guides', 'book'],
  ['ticket', 'ticket'],
  ['shop', 'heart'],
  ['appointment', 'clipboard-check'],
  ['records', 'document'],
] as const satisfies readonly (readonly [Route['screen'], IconName])[];

/** Rings on still water. */
const rings = svg`
  <ellipse cx="720" cy="400" rx="440" ry="330"/>
  <ellipse cx="720" cy="400" rx="370" ry="270"/>
  <ellipse class="still" cx="720" cy="400" rx="305" ry="212"/>
`;

/**
 * The first screen: a greeting, the ways in, and what people often come for.
 *
 * @summary Home.
 * @fires {CustomEvent<Route>} kiosk-go - Show that screen.
 */
@element('kiosk-home')
export class KioskHome extends MulinElement {
  static override styles = [ground, styles];

  /** What is offered here. */
  @property({ attribute: false }) pack: Pack | undefined;

  override render(): TemplateResult {
    const words = this.say(kioskWords);
    return html`<section class="hero">
        <svg
          class="rings"
          viewBox="0 0 960 400"
          preserveAspectRatio="xMaxYMax slice"
          aria-hidden="true"
        >
          ${rings}
        </svg>
        <h2>${words.greeting}</h2>
        <p>${words.greetingHint}</p>
      </section>
      <nav class="tiles" aria-label=${words.tiles.label}>
        ${this.#tiles.map(([screen, icon]) => this.#renderTile(screen, icon))}
      </nav>
      <section class="frequent" aria-labelledby="frequent">
        <h2 id="frequent">${words.frequent}</h2>
        <div class="chips">
          ${this.#frequent.map(({ id, name }) =>
            this.#renderChip(name[this.locale], { screen: 'service', service: id, begin: 'guide' }),
          )}
          ${this.#renderChip(words.more, { screen: 'guides' })}
        </div>
      </section>
      <p class="privacy"><mulin-icon name="info"></mulin-icon>${words.privacy}</p>`;
  }

  #renderTile(screen: (typeof tiles)[number][0], icon: IconName): TemplateResult {
    const { name, hint } = this.say(kioskWords).tiles[screen];
    return html`<button type="button" class="tile ${screen}" @click=${() => this.#go({ screen })}>
      <span class="drawing"><mulin-icon name=${icon}></mulin-icon></span>
      <span class="words"><span class="name">${name}</span><span class="hint">${hint}</span></span>
      <mulin-icon class="onward" name="chevron-right"></mulin-icon>
    </button>`;
  }

  #renderChip(words: string, route: Route): TemplateResult {
    return html`<button type="button" class="chip" @click=${() => this.#go(route)}>
      ${words}
    </button>`;
  }

  /** Tickets only where they are given out, forms and what became of them where there are any, goods where there is a shop. */
  get #tiles(): readonly (typeof tiles)[number][] {
    const { pack } = this;
    const absent = new Set<string>();
    if (!pack || placeOfQueue(pack) === undefined) absent.add('ticket');
    if (!pack?.cases.length) absent.add('apply').add('records');
    if (!pack?.catalog) absent.add('shop');
    return tiles.filter(([screen]) => !absent.has(screen));
  }

  /** In the order of the pack. */
  get #frequent(): Pack['services'] {
    const { frequent = [], services = [] } = this.pack ?? {};
    return frequent.flatMap((id) => services.filter((service) => service.id === id));
  }

  #go(route: Route): void {
    this.emit('kiosk-go', route);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-home': KioskHome;
  }
}
