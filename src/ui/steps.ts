import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';

import { element, MulinElement } from './base.ts';
import { ground } from './ground.styles.ts';
import { stepsWords } from './steps.strings.ts';

/**
 * Where one is in a row of screens. On a narrow place the names give way to one line, `第 3 步，共 5 步 · 选时间`.
 *
 * @summary The steps of a journey, and the present one.
 * @csspart step - Every step.
 * @example
 * <mulin-steps current="3"></mulin-steps>
 */
@element('mulin-steps')
export class MulinSteps extends MulinElement {
  static override styles = [
    ground,
    css`
      :host {
        container-type: inline-size;
      }
      ol {
        display: flex;
        gap: var(--mulin-space-3);
      }
      li {
        flex: 1;
        color: var(--mulin-ink-2);
        font-size: var(--mulin-text-small);
        line-height: var(--mulin-leading-tight);
      }
      li::before {
        content: '';
        display: block;
        block-size: max(6px, 0.35em);
        margin-block-end: var(--mulin-space-2);
        border: 1px solid var(--mulin-edge);
        border-radius: var(--mulin-radius-round);
        background: var(--mulin-line);
      }
      .past::before,
      [aria-current]::before {
        border-color: var(--mulin-river);
        background: var(--mulin-river);
      }
      [aria-current] {
        color: var(--mulin-ink);
        font-weight: var(--mulin-weight-strong);
      }
      .position {
        display: none;
        font-weight: var(--mulin-weight-strong);
        font-size: var(--mulin-text-small);
      }
      @container (max-width: 26em) {
        .position {
          display: block;
        }
        ol {
          gap: var(--mulin-space-2);
        }
        .name {
          position: absolute;
          clip-path: inset(50%);
          inline-size: 1px;
          block-size: 1px;
          overflow: hidden;
          white-space: nowrap;
        }
      }
      @media (forced-colors: active) {
        li::before {
          forced-color-adjust: none;
        }
        li:not(.past, [aria-current])::before {
          background: Canvas;
        }
      }
    `,
  ];

  /** The names of the steps. */
  @property({ attribute: false }) steps: readonly string[] = [];

  /** The present one; the first is 1. */
  @property({ type: Number }) current = 1;

  override render(): TemplateResult {
    const steps = this.say(stepsWords);
    return html`<ol aria-label=${steps.label}>
        ${this.steps.map((name, index) => this.#renderStep(name, index + 1))}
      </ol>
      <p class="position" aria-hidden="true">
        ${steps.position(this.current, this.steps.length)} · ${this.steps[this.current - 1]}
      </p>`;
  }

  #renderStep(name: string, number: number): TemplateResult {
    const past = number < this.current;
    return html`<li
      part="step"
      class=${past ? 'past' : ''}
      aria-current=${number === this.current ? 'step' : nothing}
    >
      <span class="name"
        >${name}${past ? html`<span class="unseen">${this.say(stepsWords).done}</span>` : nothing}</span
      >
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mulin-steps': MulinSteps;
  }
}
