import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';

import { element } from './base.ts';
import { icons, type IconName } from './icons.ts';

/**
 * A line drawing of the house. It takes the colour of the text around it, and the size of `--mulin-icon`.
 *
 * @summary One drawing of the one icon family.
 * @cssprop --mulin-icon - Its width and height.
 * @example
 * <mulin-icon name="calendar"></mulin-icon>
 */
@element('mulin-icon')
export class MulinIcon extends LitElement {
  static override styles = css`
    :host {
      display: inline-block;
      flex: none;
      inline-size: var(--mulin-icon, 1.5em);
      block-size: var(--mulin-icon, 1.5em);
      vertical-align: middle;
    }
    :host([hidden]) {
      display: none;
    }
    svg {
      display: block;
      inline-size: 100%;
      block-size: 100%;
      fill: none;
      stroke: currentColor;
      stroke-width: 1.9;
      stroke-linecap: round;
      stroke-linejoin: round;
    }
  `;

  /** Which drawing. */
  @property() name: IconName = 'info';

  /** What it says to those who can't see it; empty where the text beside it says so already. */
  @property() label = '';

  override render(): TemplateResult {
    return html`<svg
      viewBox="0 0 24 24"
      role=${this.label ? 'img' : nothing}
      aria-label=${this.label || nothing}
      aria-hidden=${this.label ? nothing : 'true'}
    >
      ${icons[this.name]}
    </svg>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mulin-icon': MulinIcon;
  }
}
