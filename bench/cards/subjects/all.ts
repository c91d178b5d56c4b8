/** All ten thousand at once, which the browser leaves undrawn until they are near (content-visibility). */
import { css, html, LitElement, type TemplateResult } from 'lit';
import { card, goods, looks, present, SIZE } from './subject.ts';

class Page extends LitElement {
  static override styles = [
    looks,
    css`
      .grid {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(${SIZE.width}px, 1fr));
        grid-auto-rows: ${SIZE.height}px;
        gap: ${SIZE.gap}px;
      }
      .item {
        content-visibility: auto;
      }
    `,
  ];

  override render(): TemplateResult {
    return html`<div class="grid">${goods.map(card)}</div>`;
  }
}
customElements.define('bench-page', Page);
const page = document.createElement('bench-page');
document.body.append(page);
present(page.shadowRoot as ShadowRoot);
