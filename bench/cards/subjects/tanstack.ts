/** @tanstack/virtual-core, which counts rows and leaves the drawing to Lit, as its documentation shows it. */
import { html, LitElement, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { styleMap } from 'lit/directives/style-map.js';
import {
  observeWindowOffset,
  observeWindowRect,
  Virtualizer,
  windowScroll,
} from '@tanstack/virtual-core';
import { card, goods, looks, present, SIZE } from './subject.ts';

class Page extends LitElement {
  static override styles = looks;
  readonly #columns = Math.floor((document.body.clientWidth + SIZE.gap) / (SIZE.width + SIZE.gap));
  readonly #virtualizer = new Virtualizer<Window, HTMLElement>({
    count: Math.ceil(goods.length / this.#columns),
    getScrollElement: () => window,
    estimateSize: () => SIZE.height,
    gap: SIZE.gap,
    overscan: 2,
    observeElementRect: observeWindowRect,
    observeElementOffset: observeWindowOffset,
    scrollToFn: windowScroll,
    initialOffset: () => window.scrollY,
    initialRect: { width: innerWidth, height: innerHeight },
    onChange: () => this.requestUpdate(),
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.#virtualizer._didMount();
    this.#virtualizer._willUpdate();
  }

  override render(): TemplateResult {
    const rows = this.#virtualizer.getVirtualItems();
    return html`<div
      style=${styleMap({ position: 'relative', height: `${this.#virtualizer.getTotalSize()}px` })}
    >
      ${repeat(
        rows,
        ({ key }) => key,
        ({ index, start }) =>
          html`<div
            style=${styleMap({
              position: 'absolute',
              width: '100%',
              height: `${SIZE.height}px`,
              transform: `translateY(${start}px)`,
              display: 'grid',
              gap: `${SIZE.gap}px`,
              gridTemplateColumns: `repeat(${this.#columns}, minmax(0, 1fr))`,
            })}
          >
            ${goods.slice(index * this.#columns, (index + 1) * this.#columns).map(card)}
          </div>`,
      )}
    </div>`;
  }
}
customElements.define('bench-page', Page);
const page = document.createElement('bench-page');
document.body.append(page);
present(page.shadowRoot as ShadowRoot);
