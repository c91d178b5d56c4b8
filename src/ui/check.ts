import { html, nothing, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';

import { element } from './base.ts';
import { styles } from './check.styles.ts';
import { controlWords } from './control.strings.ts';
import { FormControl } from './form-control.ts';
import { formControl } from './form-control.styles.ts';
import { ground } from './ground.styles.ts';
import './icon.ts';

/**
 * A statement to accept, all of it one touch target.
 *
 * @summary A checkbox of a form.
 * @slot - The statement; `label` where it is plain text.
 * @fires {InputEvent} input - Accepted or taken back; `checked` holds it already.
 * @fires {Event} change - The same moment, for those who listen for it.
 * @csspart card - The whole of it.
 * @csspart hint - The line of help.
 * @csspart error - The line that says what is wrong.
 * @example
 * <mulin-check name="statement" required label="以上内容由我本人填写，属实"></mulin-check>
 */
@element('mulin-check')
export class MulinCheck extends FormControl {
  static override shadowRootOptions = { ...FormControl.shadowRootOptions, delegatesFocus: true };
  static override styles = [ground, formControl, styles];

  /** Accepted at first and after a reset. */
  @property({ type: Boolean, attribute: 'checked' }) defaultChecked = false;

  /** Accepted now. */
  @property({ attribute: false })
  set checked(checked: boolean) {
    this.#checked = checked;
    this.judge();
  }
  get checked(): boolean {
    return this.#checked ?? this.defaultChecked;
  }

  @query('input') private readonly input!: HTMLInputElement | null;
  #checked: boolean | undefined;

  protected override get anchor(): HTMLElement | undefined {
    return this.input ?? undefined;
  }

  protected override missing(): string {
    return this.say(controlWords).tick;
  }

  /** `value`, or `on` without one, as native checkboxes do. */
  protected override formValue(): string | null {
    return this.checked ? this.value || 'on' : null;
  }

  override formResetCallback(): void {
    this.#checked = undefined;
    super.formResetCallback();
  }

  override formStateRestoreCallback(): void {
    this.checked = true; // only what was sent is restored
  }

  override render(): TemplateResult {
    return html`<label class="card" part="card">
        <input
          type="checkbox"
          .checked=${live(this.checked)}
          ?disabled=${this.off}
          aria-required=${this.required ? 'true' : nothing}
          aria-invalid=${this.complaint ? 'true' : nothing}
          aria-describedby=${this.describedBy}
          @input=${this.#onInput}
          @change=${this.#onChange}
        />
        <span class="box" aria-hidden="true"><mulin-icon name="check"></mulin-icon></span>
        <span class="words">${this.label}<slot></slot></span>
      </label>
      ${this.renderHint()} ${this.renderComplaint()}`;
  }

  readonly #onInput = (event: Event): void => {
    this.checked = (event.target as HTMLInputElement).checked;
  };

  readonly #onChange = (event: Event): void => {
    event.stopPropagation();
    this.tellChange();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'mulin-check': MulinCheck;
  }
}
