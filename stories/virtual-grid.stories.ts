import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { element, MulinElement, virtualGrid } from '../src/ui/index.ts';

/** What a grid stands in: its cells wear these looks. */
@element('story-many')
class Many extends MulinElement {
  static override styles = virtualGrid;

  override render(): TemplateResult {
    return html`<mulin-virtual-grid
      label="一万个号码"
      .items=${Array.from({ length: 10_000 }, (_, i) => i + 1)}
      .cell=${(number: number, _: number, tabindex: 0 | -1) =>
        html`<button type="button" tabindex=${tabindex}>${number}</button>`}
    ></mulin-virtual-grid>`;
  }
}

const meta: Meta = { title: 'ui/mulin-virtual-grid', component: 'mulin-virtual-grid' };
export default meta;

export const TenThousand: StoryObj = { render: () => new Many() };
