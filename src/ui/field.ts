import { consume } from '@lit/context';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';

import { element } from './base.ts';
import { keysContext } from './contexts.ts';
import {
  caretAfter,
  countBefore,
  grouped,
  keysOf,
  masked,
  replaced,
  typed,
  type FieldKind,
  type Written,
} from './field-kinds.ts';
import { styles } from './field.styles.ts';
import { FormControl, submitLikeEnter } from './form-control.ts';
import { formControl } from './form-control.styles.ts';
import { ground } from './ground.styles.ts';
import './keypad.ts';
import { KeypadVisit } from './keypad-visit.ts';
import { strings } from './strings.ts';
import type { TextTarget } from './text-target.ts';

/**
 * One line of text with its question. Numbers are shown in groups and kept without them; where the scope is a terminal,
 * number keys open below it.
 *
 * @summary A text field of a form.
 * @fires {InputEvent} input - A stroke; `value` holds it already.
 * @fires {Event} change - The citizen has left the field, pressed Enter or 填好了, and the value differs from before.
 * @csspart control - The native input.
 * @csspart hint - The line of help.
 * @csspart error - The line that says what is wrong.
 * @example
 * <mulin-field kind="id-number" name="id" label="身份证号码" required masked></mulin-field>
 */
@element('mulin-field')
export class MulinField extends FormControl implements TextTarget {
  static override shadowRootOptions = { ...FormControl.shadowRootOptions, delegatesFocus: true };
  static override styles = [ground, formControl, styles];

  /** What is written: decides keys, groups, length and mask. */
  @property({ reflect: true }) kind: FieldKind = 'text';

  /** Most characters it takes; kinds of a fixed length know theirs. */
  @property({ type: Number }) maxlength = Infinity;

  /** What the browser may fill in, as for native fields; always `off` where keys are on screen. */
  @property() autocomplete:
    | 'on'
    | 'off'
    | 'name'
    | 'tel'
    | 'street-address'
    | 'username'
    | 'current-password'
    | 'one-time-code' = 'on';

  /** What it is counted in, after the line: 元, 人. */
  @property() unit = '';

  /** Filled in already and not to be changed here; it stays readable and is sent. */
  @property({ type: Boolean, reflect: true }) readonly = false;

  /** Hidden from the room while nobody writes in it, with a button to show it. */
  @property({ type: Boolean, reflect: true }) masked = false;

  @consume({ context: keysContext, subscribe: true })
  @state()
  private keys: 'screen' | 'system' | undefined;
  @state() private writing = false;
  @state() private shown = false;
  @query('input') private readonly input!: HTMLInputElement | null;
  readonly #visit = new KeypadVisit(this);
  #caret: number | undefined;
  #valueOnEntry = '';

  protected override get anchor(): HTMLElement | undefined {
    return this.input ?? undefined;
  }

  protected override missing(): string {
    return this.say(strings).field.missing(this.label);
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (this.#caret === undefined) return;
    this.input?.setSelectionRange(this.#caret, this.#caret);
    this.#caret = undefined;
  }

  override formResetCallback(): void {
    super.formResetCallback();
    this.shown = false;
  }

  /** Writes at the caret, over what is selected, as a key would. */
  insert(text: string): void {
    this.#put(replaced(this.kind, this.value, this.#selection, text, this.maxlength));
  }

  /** Takes away what is selected, or the character before the caret. */
  delete(): void {
    const [start, end] = this.#selection;
    const from = start === end ? Math.max(0, start - 1) : start;
    this.#put(replaced(this.kind, this.value, [from, end], '', this.maxlength));
  }

  /** Takes away everything. */
  clear(): void {
    this.#put({ value: '', count: 0 });
  }

  /** Ends the writing: keys go away, and `change` is told. */
  done(): void {
    this.#visit.end();
    this.#settle();
  }

  override render(): TemplateResult {
    return html`${this.#renderLabel()} ${this.renderHint()}
      <div class="line">
        ${this.#renderInput()}${
          this.unit ? html`<span class="unit" aria-hidden="true">${this.unit}</span>` : nothing
        }
        ${this.#renderEye()}
      </div>
      ${this.renderComplaint()} ${this.#visit.open ? this.#renderKeypad() : nothing}`;
  }

  #renderLabel(): TemplateResult {
    return html`<label class="label" for="input">${this.label}${this.renderMark()}</label>`;
  }

  #renderInput(): TemplateResult {
    return html`<input
      id="input"
      part="control"
      class=${this.kind}
      type=${this.kind === 'password' && !this.shown ? 'password' : 'text'}
      autocapitalize="off"
      autocorrect="off"
      spellcheck="false"
      autocomplete=${this.#fillIn}
      inputmode=${this.#inputMode}
      maxlength=${!keysOf(this.kind) && this.maxlength < Infinity ? this.maxlength : nothing}
      ?disabled=${this.off}
      ?readonly=${this.readonly}
      aria-required=${this.required ? 'true' : nothing}
      aria-invalid=${this.complaint ? 'true' : nothing}
      aria-describedby=${this.describedBy}
      .value=${live(this.#onDisplay)}
      @input=${this.#onInput}
      @compositionend=${this.#onInput}
      @keydown=${this.#onKeyDown}
      @focus=${this.#onFocus}
      @blur=${this.#onBlur}
      @click=${this.#openKeypad}
      @change=${this.#swallow}
    />`;
  }

  #renderEye(): TemplateResult | typeof nothing {
    const { field } = this.say(strings);
    if ((!this.masked && this.kind !== 'password') || !this.value) return nothing;
    return html`<button
      type="button"
      class="eye"
      aria-label=${this.shown ? field.hideOf(this.label) : field.showOf(this.label)}
      ?disabled=${this.off}
      @click=${this.#onEye}
    >
      ${this.shown ? field.hide : field.show}
    </button>`;
  }

  #renderKeypad(): TemplateResult {
    return html`<mulin-keypad
      layout=${keysOf(this.kind) ?? 'digits'}
      .target=${this as TextTarget}
    ></mulin-keypad>`;
  }

  get #screenKeys(): boolean {
    return this.keys === 'screen' && keysOf(this.kind) !== undefined;
  }

  /** As `autocomplete`; the template checker's list is older than one-time-code, so it is told less than is true. */
  get #fillIn(): 'on' | 'off' {
    return (this.#screenKeys ? 'off' : this.autocomplete) as 'on' | 'off';
  }

  /** A phone's number pad has no X. */
  get #inputMode(): 'none' | 'numeric' | 'tel' | 'decimal' | typeof nothing {
    if (this.#screenKeys) return 'none';
    if (this.kind === 'phone') return 'tel';
    const keys = keysOf(this.kind);
    if (keys === 'digits') return 'numeric';
    return keys === 'decimal' ? 'decimal' : nothing;
  }

  get #onDisplay(): string {
    if (this.masked && !this.writing && !this.shown) return masked(this.kind, this.value);
    return grouped(this.kind, this.value);
  }

  /** In characters of the value; its end, while nobody writes. */
  get #selection(): readonly [number, number] {
    const { input, value } = this;
    if (!input || !this.writing) return [value.length, value.length];
    const count = (caret: number | null): number => countBefore(this.kind, input.value, caret);
    return [count(input.selectionStart), count(input.selectionEnd)];
  }

  #put({ value, count }: Written): void {
    if (this.off || this.readonly || value === this.value) return;
    this.value = value;
    this.#caret = caretAfter(this.kind, count);
    this.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  }

  /** The value as a visitor leaves it. */
  #settle(): void {
    if (this.value === this.#valueOnEntry) return;
    this.#valueOnEntry = this.value;
    this.tellChange();
  }

  readonly #onInput = (event: Event): void => {
    const { input } = this;
    const stroke = event instanceof InputEvent ? event : undefined;
    if (!input || (stroke?.isComposing && keysOf(this.kind))) return;
    const { value: shown, selectionStart: caret } = input;
    const backwards = stroke?.inputType === 'deleteContentBackward';
    const after = typed(this.kind, this.value, { shown, caret, backwards }, this.maxlength);
    this.value = after.value;
    if (keysOf(this.kind)) this.#caret = caretAfter(this.kind, after.count);
    this.requestUpdate(); // also where the value is as before: a letter among digits must go
  };

  readonly #onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.isComposing) return;
    this.#settle();
    submitLikeEnter(this.form);
  };

  readonly #onFocus = (): void => {
    this.writing = true;
    this.#valueOnEntry = this.value;
    this.#openKeypad();
  };

  readonly #onBlur = (): void => {
    this.writing = false;
    this.#visit.leave();
    this.#settle();
  };

  readonly #openKeypad = (): void => {
    if (this.#screenKeys && !this.off && !this.readonly) this.#visit.begin();
  };

  readonly #onEye = (): boolean => (this.shown = !this.shown);

  /** Ours is told by `tellChange`, with the value without gaps. */
  readonly #swallow = (event: Event): void => event.stopPropagation();
}

declare global {
  interface HTMLElementTagNameMap {
    'mulin-field': MulinField;
  }
}
