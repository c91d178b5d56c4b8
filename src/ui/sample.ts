import { css, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';

import { element, MulinElement } from './base.ts';
import { ground } from './ground.styles.ts';
import './icon.ts';
import { strings } from './strings.ts';

/**
 * Says that something on the screen is sample data, and when pressed, what that means.
 *
 * @summary The badge 示例.
 * @csspart badge - The badge.
 * @example
 * <mulin-sample></mulin-sample>
 */
@element('mulin-sample')
export class MulinSample extends MulinElement {
  static override styles = [
    ground,
    css`
      :host {
        display: inline-block;
      }
      button {
        display: inline-flex;
        align-items: center;
        min-block-size: var(--mulin-target);
        padding: 0;
        border: 0;
        background: none;
        cursor: pointer;
      }
      .badge {
        padding: 0 var(--mulin-space-2);
        border: var(--mulin-stroke) dashed currentColor;
        border-radius: var(--mulin-radius-s);
        background: var(--mulin-amber-wash);
        color: var(--mulin-amber);
        font-weight: var(--mulin-weight-strong);
        font-size: var(--mulin-text-small);
      }
      p {
        color: var(--mulin-amber);
        font-size: var(--mulin-text-small);
      }
    `,
  ];

  /** What it means here; without it, a general sentence. */
  @property() explanation = '';

  @state() private explained = false;

  override render(): TemplateResult {
    const { sample } = this.say(strings);
    return html`<button
        type="button"
        aria-expanded=${this.explained}
        @click=${() => (this.explained = !this.explained)}
      >
        <span class="badge" part="badge">${sample.badge}</span>
      </button>
      <div role="status">
        ${this.explained ? html`<p>${this.explanation || sample.explanation}</p>` : nothing}
      </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mulin-sample': MulinSample;
  }
}
