import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { qrDrawing, type QrDrawing } from '../device/qr-drawing.ts';

import { element, MulinElement } from './base.ts';
import { ground } from './ground.styles.ts';
import { qrWords } from './qr.strings.ts';

/**
 * A QR code, drawn as one path, sharp at any size. It fills the width of its place; black on white in every theme, as
 * scanners want it. What it says should also stand beside it in words, for those who can't scan: put that into the slot.
 *
 * @summary A text as a QR code.
 * @slot - The same in words, to read or to copy.
 * @csspart code - The drawing.
 * @example
 * <mulin-qr value="https://example.org/r/7K2M" label="预约回执的二维码">7K2M</mulin-qr>
 */
@element('mulin-qr')
export class MulinQr extends MulinElement {
  static override styles = [
    ground,
    css`
      svg {
        display: block;
        inline-size: 100%;
        block-size: auto;
        background: #fff; /* not a token: a scanner needs black on white, whatever the theme */
        forced-color-adjust: none;
      }
      path {
        fill: #000;
      }
      .words {
        user-select: text;
        overflow-wrap: anywhere;
      }
    `,
  ];

  /** What a scanner shall read. Chinese and all of Unicode come through as UTF-8. */
  @property() value = '';

  /** What it is, for those who can't see it, e.g. 预约回执的二维码. */
  @property() label = '';

  #drawing: QrDrawing | undefined;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('value')) this.#drawing = qrDrawing(this.value);
  }

  override render(): TemplateResult {
    return html`${this.#renderCode()}
      <div class="words"><slot></slot></div>`;
  }

  #renderCode(): TemplateResult | typeof nothing {
    const text = this.say(qrWords);
    if (!this.value) return nothing;
    if (!this.#drawing) return html`<p role="note">${text.tooLong}</p>`;
    const { size, path } = this.#drawing;
    return html`<svg
      part="code"
      role="img"
      aria-label=${this.label || text.label}
      viewBox="0 0 ${size} ${size}"
      shape-rendering="crispEdges"
    >
      <path d=${path}></path>
    </svg>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mulin-qr': MulinQr;
  }
}
