import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';

import { element, MulinElement } from './base.ts';
import { ground } from './ground.styles.ts';
import './icon.ts';
import type { IconName } from './icons.ts';

const drawings = {
  info: 'info',
  refusal: 'warning',
  success: 'check',
  warning: 'clock',
} as const satisfies Record<string, IconName>;

/**
 * What has happened, that nothing is lost, and what to do next. Refusals and warnings interrupt a screen reader, the
 * others wait for a pause.
 *
 * @summary A message in its place on the screen.
 * @slot - What it says.
 * @slot actions - Buttons for what to do next.
 * @csspart notice - The box.
 * @example
 * <mulin-notice kind="refusal" heading="这个时段刚刚约满了">您填的内容都还在，请换一个时段。</mulin-notice>
 */
@element('mulin-notice')
export class MulinNotice extends MulinElement {
  static override styles = [
    ground,
    css`
      .notice {
        display: flex;
        gap: var(--mulin-space-3);
        padding: var(--mulin-space-4);
        border: var(--mulin-stroke) solid var(--tone);
        border-radius: var(--mulin-radius-control);
        background: var(--wash);
        --tone: var(--mulin-river);
        --wash: var(--mulin-river-wash);
      }
      .refusal {
        --tone: var(--mulin-cinnabar);
        --wash: var(--mulin-cinnabar-wash);
      }
      .success {
        --tone: var(--mulin-leaf);
        --wash: var(--mulin-leaf-wash);
      }
      .warning {
        --tone: var(--mulin-amber);
        --wash: var(--mulin-amber-wash);
      }
      mulin-icon {
        color: var(--tone);
      }
      .words {
        flex: 1;
        min-inline-size: 0;
      }
      .heading {
        color: var(--tone);
        font-weight: var(--mulin-weight-strong);
        line-height: var(--mulin-leading);
      }
      slot[name='actions'] {
        display: flex;
        flex-wrap: wrap;
        gap: var(--mulin-space-2);
      }
      slot[name='actions']::slotted(*) {
        margin-block-start: var(--mulin-space-3);
      }
    `,
  ];

  /** What it is about. */
  @property({ reflect: true }) kind: keyof typeof drawings = 'info';

  /** The first line. */
  @property() heading = '';

  override render(): TemplateResult {
    const urgent = this.kind === 'refusal' || this.kind === 'warning';
    return html`<div part="notice" class="notice ${this.kind}" role=${urgent ? 'alert' : 'status'}>
      <mulin-icon name=${drawings[this.kind]}></mulin-icon>
      <div class="words">
        ${this.heading ? html`<p class="heading">${this.heading}</p>` : nothing}
        <slot></slot>
        <slot name="actions"></slot>
      </div>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mulin-notice': MulinNotice;
  }
}
