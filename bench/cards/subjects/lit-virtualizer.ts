/** @lit-labs/virtualizer with its grid layout, scrolling with the window. */
import { grid } from '@lit-labs/virtualizer/layouts/grid.js';
import { virtualize } from '@lit-labs/virtualizer/virtualize.js';
import { html, LitElement, type TemplateResult } from 'lit';
import { card, goods, looks, present, SIZE } from './subject.ts';

class Page extends LitElement {
  static override styles = looks;

  override render(): TemplateResult {
    return html`<div>
      ${virtualize({
        items: [...goods],
        keyFunction: ({ id }) => id,
        renderItem: (good) => card(good),
        layout: grid({
          itemSize: { width: `320px`, height: `${SIZE.height}px` },
          gap: `${SIZE.gap}px`,
          padding: '0px',
          flex: { preserve: 'height' },
        }),
      })}
    </div>`;
  }
}
customElements.define('bench-page', Page);
const page = document.createElement('bench-page');
document.body.append(page);
present(page.shadowRoot as ShadowRoot);
