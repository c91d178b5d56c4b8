import { html, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';

import { element, MulinElement } from './base.ts';
import { buttonWords } from './button.strings.ts';
import { styles } from './button.styles.ts';
import { ground } from './ground.styles.ts';

/** Within this time a second press is the tremor of the first, in milliseconds. */
const TREMOR = 500;

/** The last press of any main button: the second half of a double tap may fall on the next screen's button. */
let lastMainPress = -Infinity;

/**
 * Something to press. In a form it may submit or reset; with `href` it is a link.
 *
 * A page that wants to stop a submission listens to the form's `submit`: the button has submitted before the page's own
 * listener on the button is asked.
 *
 * @summary A button, or a link that looks like one.
 * @slot - Its words.
 * @slot start - A drawing before the words.
 * @slot end - A drawing after the words.
 * @csspart button - The native button or link.
 * @fires {MouseEvent} click - Pressed. Not while it is busy, and a main or submitting button takes two quick presses for one.
 * @example
 * <mulin-button kind="primary" size="main" type="submit">下一步</mulin-button>
 */
@element('mulin-button')
export class MulinButton extends MulinElement {
  static readonly formAssociated = true;
  static override shadowRootOptions = { ...MulinElement.shadowRootOptions, delegatesFocus: true };
  static override styles = [ground, styles];

  /** What it weighs: the one way forward, a choice among others, something that can't be undone. */
  @property({ reflect: true }) kind: 'primary' | 'quiet' | 'danger' = 'quiet';

  /** `main` fills the line: the one action of a screen. */
  @property({ reflect: true }) size: 'usual' | 'main' = 'usual';

  /** What it does to its form. */
  @property({ reflect: true }) type: 'button' | 'submit' | 'reset' = 'button';

  /** What it says to those who can't see it, where it shows a drawing only. */
  @property({ reflect: true }) label = '';

  /** Where it leads; it is a link then. */
  @property() href = '';

  /** Sent with the form, when this button has submitted it. */
  @property({ reflect: true }) name = '';

  /** Sent under `name`. */
  @property() value = '';

  /** Its work is under way: it keeps its words, turns, and takes no press. */
  @property({ type: Boolean, reflect: true }) busy = false;

  /** Can't be pressed at present. */
  @property({ type: Boolean, reflect: true }) disabled = false;

  @state() private disabledByForm = false;
  @query('.button') private readonly inner!: HTMLElement | null;
  readonly #internals = this.attachInternals();
  #pressedAt = -Infinity;

  constructor() {
    super();
    this.addEventListener('click', (event) => this.#onPress(event));
  }

  formDisabledCallback(disabled: boolean): void {
    this.disabledByForm = disabled;
  }

  /** The form it belongs to. */
  get form(): HTMLFormElement | null {
    return this.#internals.form;
  }

  override click(): void {
    this.inner?.click();
  }

  override render(): TemplateResult {
    return this.href && !this.#off ? this.#renderLink() : this.#renderButton();
  }

  #renderButton(): TemplateResult {
    return html`<button
      part="button"
      class="button ${this.kind}"
      type="button"
      ?disabled=${this.#off}
      aria-label=${this.label || nothing}
      aria-disabled=${this.busy ? 'true' : nothing}
      aria-busy=${this.busy ? 'true' : nothing}
      @click=${this.#filter}
    >
      ${this.#renderWords()}
    </button>`;
  }

  #renderLink(): TemplateResult {
    return html`<a
      part="button"
      class="button ${this.kind}"
      href=${this.href}
      aria-label=${this.label || nothing}
      aria-disabled=${this.busy ? 'true' : nothing}
      aria-busy=${this.busy ? 'true' : nothing}
      @click=${this.#filter}
    >
      ${this.#renderWords()}
    </a>`;
  }

  #renderWords(): TemplateResult {
    return html`${
        this.busy
          ? html`<span class="turning" aria-hidden="true"></span
              ><span class="unseen">${this.say(buttonWords).busy}</span>`
          : html`<slot name="start"></slot>`
      }<span><slot></slot></span><slot name="end"></slot>`;
  }

  get #off(): boolean {
    return this.disabled || this.disabledByForm;
  }

  /** Presses that nobody shall hear of end here. */
  readonly #filter = (event: MouseEvent): void => {
    const once = this.size === 'main' || this.type === 'submit';
    const byHand = event.detail > 0;
    const before = byHand ? Math.max(this.#pressedAt, lastMainPress) : this.#pressedAt;
    const tremor = once && event.timeStamp - before < TREMOR;
    if (!this.busy && !tremor) {
      this.#pressedAt = event.timeStamp;
      if (once && byHand) lastMainPress = event.timeStamp;
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
  };

  #onPress(event: Event): void {
    if (event.defaultPrevented) return;
    if (this.type === 'reset') this.form?.reset();
    if (this.type !== 'submit' || !this.form) return;
    if (this.name) this.#internals.setFormValue(this.value);
    this.form.requestSubmit();
    this.#internals.setFormValue(null);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mulin-button': MulinButton;
  }
}
