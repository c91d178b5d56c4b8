/** mulin-virtual-grid, as the catalog uses it: with roles, positions and keys. */
import { html, LitElement, css, type TemplateResult } from 'lit';
import { virtualGrid } from '../../../src/ui/virtual-grid.ts';
import { card, goods, looks, present, SIZE, type Good } from './subject.ts';

class Page extends LitElement {
  static override styles = [
    looks,
    virtualGrid,
    css`
      mulin-virtual-grid {
        --mulin-cell: ${SIZE.height}px;
        --mulin-cell-min: ${SIZE.width}px;
        --mulin-cell-gap: ${SIZE.gap}px;
      }
    `,
  ];

  override render(): TemplateResult {
    return html`<mulin-virtual-grid
      label="物品"
      .items=${goods}
      .keyOf=${({ id }: Good) => id}
      .cell=${card}
    ></mulin-virtual-grid>`;
  }
}
customElements.define('bench-page', Page);
const page = document.createElement('bench-page');
document.body.append(page);
present(page.shadowRoot as ShadowRoot);
