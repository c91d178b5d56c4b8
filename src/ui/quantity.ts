import { html, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';

import { element } from './base.ts';
import { FormControl } from './form-control.ts';
import { formControl } from './form-control.styles.ts';
import { ground } from './ground.styles.ts';
import './icon.ts';
import { quantityWords } from './quantity.strings.ts';
import { styles } from './quantity.styles.ts';

/**
 * How many of something, with a large minus and a large plus. It never leaves its bounds, so it has nothing to complain of.
 *
 * @summary A small whole number of a form.
 * @fires {InputEvent} input - One more or one less; `value` holds it already.
 * @fires {Event} change - The same moment, for those who listen for it.
 * @csspart control - The number between its keys.
 * @example
 * <mulin-quantity name="count" label="件数" min="1" max="5" value="1"></mulin-quantity>
 */
@element('mulin-quantity')
export class MulinQuantity extends FormControl {
  static override shadowRootOptions = { ...FormControl.shadowRootOptions, delegatesFocus: true };
  static override styles = [ground, formControl, styles];

  /** The least it takes. */
  @property({ type: Number }) min = 0;

  /** The most it takes. */
  @property({ type: Number }) max = Infinity;

  /** Without its label, for a row that says it already; ears still hear it. */
  @property({ type: Boolean, reflect: true }) compact = false;

  @query('button:not(:disabled)') private readonly key!: HTMLElement | null;

  /** The number. */
  get count(): number {
    return Number(this.value) || this.min;
  }

  protected override get anchor(): HTMLElement | undefined {
    return this.key ?? undefined;
  }

  protected override missing(): string {
    return this.say(quantityWords).missing(this.label);
  }

  override render(): TemplateResult {
    return html`<p id="label" class="label">${this.label}</p>
      ${this.renderHint()}
      <div class="line" part="control" role="group" aria-labelledby="label">
        ${this.#renderKey(-1)}
        <output role="status" aria-live="polite">${this.count}</output>
        ${this.#renderKey(1)}
      </div>
      ${this.renderComplaint()}`;
  }

  #renderKey(step: 1 | -1): TemplateResult {
    const words = this.say(quantityWords);
    const isOver = this.count + step > this.max || this.count + step < this.min;
    return html`<button
      type="button"
      aria-label=${(step > 0 ? words.more : words.less)(this.label)}
      ?disabled=${this.off || isOver}
      @click=${() => this.#step(step)}
    >
      <mulin-icon name=${step > 0 ? 'plus' : 'minus'}></mulin-icon>
    </button>`;
  }

  #step(step: 1 | -1): void {
    this.value = String(this.count + step);
    this.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    this.tellChange();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mulin-quantity': MulinQuantity;
  }
}
