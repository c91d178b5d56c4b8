import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';

import { element } from './base.ts';
import { card, ground } from './ground.styles.ts';

/**
 * A sheet on the paper, for pages that draw one around elements of the house.
 *
 * @summary A sheet with an optional heading.
 * @slot - What stands on it.
 * @csspart card - The sheet.
 * @csspart heading - Its heading.
 * @example
 * <mulin-card heading="选时间"><p>…</p></mulin-card>
 */
@element('mulin-card')
export class MulinCard extends LitElement {
  static override styles = [ground, card];

  /** Its first line. */
  @property() heading = '';

  override render(): TemplateResult {
    return html`<div class="card" part="card">
      ${this.heading ? html`<h2 part="heading">${this.heading}</h2>` : nothing}
      <slot></slot>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mulin-card': MulinCard;
  }
}
