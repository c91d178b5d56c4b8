import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { QrDrawing } from '../device/qr-drawing.ts';

import { element, MulinElement } from './base.ts';
import { ground } from './ground.styles.ts';
import { qrWords } from './qr.strings.ts';

interface Drawn {
  readonly value: string;
  readonly as: QrDrawing | 'too-long' | 'missing';
}

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

  /** The drawing of codes comes with the first one that is to be shown. */
  @state() private drawn: Drawn | undefined;
  #drawing: Promise<void> | undefined;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('value') && this.value) this.#drawing = this.#draw(this.value);
  }

  /** With the code, not before it. */
  protected override async getUpdateComplete(): Promise<boolean> {
    await super.getUpdateComplete();
    await this.#drawing;
    return super.getUpdateComplete();
  }

  async #draw(value: string): Promise<void> {
    const as = await import('../device/qr-drawing.ts').then(
      ({ qrDrawing }) => qrDrawing(value) ?? 'too-long',
      (error: unknown) => {
        console.error(error);
        return 'missing' as const; // the words beside it say the same
      },
    );
    if (value === this.value) this.drawn = { value, as };
  }

  override render(): TemplateResult {
    return html`${this.#renderCode()}
      <div class="words"><slot></slot></div>`;
  }

  #renderCode(): TemplateResult | typeof nothing {
    const text = this.say(qrWords);
    const as = this.drawn?.value === this.value ? this.drawn.as : undefined;
    if (!this.value || as === 'missing') return nothing;
    if (!as) return html`<svg viewBox="0 0 1 1" aria-hidden="true"></svg>`;
    if (as === 'too-long') return html`<p role="note">${text.tooLong}</p>`;
    const { size, path } = as;
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
