import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';

import { MulinElement } from './base.ts';
import { controlWords } from './control.strings.ts';
import './icon.ts';

/** Presses the form's first submit button, as a native field does on Enter; without one, submits. */
export function submitLikeEnter(form: HTMLFormElement | null): void {
  if (!form) return;
  const button = [...form.elements].find(
    (control) =>
      control instanceof HTMLElement && (control as { type?: unknown }).type === 'submit',
  ) as (HTMLElement & { disabled: boolean }) | undefined;
  if (!button) form.requestSubmit();
  else if (!button.matches(':disabled')) button.click();
}

/**
 * What the controls of a form have in common. They behave in a `<form>` as native ones do: their value is sent before the
 * first stroke, reset restores it, a disabled fieldset reaches them.
 */
export abstract class FormControl extends MulinElement {
  static readonly formAssociated = true;

  /** The name it is sent by. */
  @property({ reflect: true }) name = '';

  /** What is asked, above the control. */
  @property() label = '';

  /** One line of help below the label. */
  @property() hint = '';

  /** What is wrong and what to do, said by the page; empty when nothing is. It stops the form until the value changes. */
  @property() error = '';

  /** Must be answered. */
  @property({ type: Boolean, reflect: true }) required = false;

  /** Can't be used at present. */
  @property({ type: Boolean, reflect: true }) disabled = false;

  /** What stands in it at first and after a reset (the attribute `value`). */
  @property({ attribute: 'value' })
  set defaultValue(value: string) {
    this.#default = value;
    this.judge();
  }
  get defaultValue(): string {
    return this.#default;
  }

  /** What stands in it now. */
  @property({ attribute: false })
  set value(value: string) {
    this.#value = value;
    if (this.isConnected) this.judge(); // before that nobody asks, and hundreds may be on their way
  }
  get value(): string {
    return this.#value ?? this.#default;
  }

  @state() protected disabledByForm = false;
  /** Our own sentence, shown once the form has asked. */
  @state() protected problem = '';
  protected readonly internals = this.attachInternals();
  #default = '';
  #value: string | undefined;
  #valueAtError: string | undefined;

  /** The form it belongs to. */
  get form(): HTMLFormElement | null {
    return this.internals.form;
  }

  protected get off(): boolean {
    return this.disabled || this.disabledByForm;
  }

  /** The sentence on screen: the page's first, then our own. */
  protected get complaint(): string {
    return this.error || this.problem;
  }

  constructor() {
    super();
    this.addEventListener('invalid', (event) => this.#onInvalid(event));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.judge();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('error')) this.#valueAtError = this.error ? this.value : undefined;
  }

  protected override updated(_changed: PropertyValues<this>): void {
    this.judge();
  }

  formResetCallback(): void {
    const before = this.value;
    this.#value = undefined;
    this.problem = '';
    this.requestUpdate('value', before);
    this.judge();
  }

  formDisabledCallback(disabled: boolean): void {
    this.disabledByForm = disabled;
  }

  formStateRestoreCallback(state: string): void {
    this.value = state;
  }

  /** True when nothing is wrong, as for native controls. */
  checkValidity(): boolean {
    this.judge();
    return this.internals.checkValidity();
  }

  /** As `checkValidity`, and says what is wrong. */
  reportValidity(): boolean {
    this.judge();
    return this.internals.reportValidity();
  }

  /** What the form sends; null for nothing. */
  protected formValue(): string | FormData | null {
    return this.value;
  }

  /** The sentence for a missing answer. */
  protected abstract missing(): string;

  /** What is wrong with what stands in it, as far as the control can tell; empty where nothing is. */
  protected flaw(): string {
    return '';
  }

  /** Where the browser may point. */
  protected abstract get anchor(): HTMLElement | undefined;

  /** Tells the form what we hold and whether it will do. */
  protected judge(): void {
    const value = this.formValue();
    this.internals.setFormValue(value);
    if (this.required && !value) {
      this.internals.setValidity({ valueMissing: true }, this.missing(), this.anchor);
    } else if (this.error && this.#valueAtError === this.value) {
      this.internals.setValidity({ customError: true }, this.error, this.anchor);
    } else {
      const flaw = this.flaw();
      this.internals.setValidity({ badInput: flaw !== '' }, flaw, this.anchor);
      if (!flaw) this.problem = '';
    }
  }

  /** A citizen has changed it: `input` has been heard already, where the native control is composed. */
  protected tellChange(): void {
    this.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
  }

  /** Says which questions may be left out: most may not. */
  protected renderMark(): TemplateResult | typeof nothing {
    if (this.required) return nothing;
    return html`<span class="mark">${this.say(controlWords).optional}</span>`;
  }

  /** Hint and complaint; the control names them in aria-describedby. */
  protected renderHint(): TemplateResult | typeof nothing {
    return this.hint ? html`<p id="hint" part="hint" class="hint">${this.hint}</p>` : nothing;
  }

  protected renderComplaint(): TemplateResult {
    // The line is always there, so that readers announce what comes into it.
    return html`<p id="complaint" part="error" class="complaint" role="alert">
      ${
        this.complaint
          ? html`<mulin-icon name="warning"></mulin-icon><span>${this.complaint}</span>`
          : nothing
      }
    </p>`;
  }

  protected get describedBy(): string | typeof nothing {
    return (
      [this.hint && 'hint', this.complaint && 'complaint'].filter(Boolean).join(' ') || nothing
    );
  }

  #onInvalid(event: Event): void {
    event.preventDefault(); // the browser's bubble is small, English and gone in five seconds
    this.problem = this.internals.validationMessage;
    const first = [...(this.form?.elements ?? [])].find(
      (control) => control.matches(':invalid') && control.localName !== 'fieldset',
    );
    if (first === this || !this.form) this.focus();
  }
}
