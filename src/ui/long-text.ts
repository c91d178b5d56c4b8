import { css, html, nothing, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';

import { element } from './base.ts';
import { chips } from './chips.styles.ts';
import { FormControl } from './form-control.ts';
import { formControl } from './form-control.styles.ts';
import { ground } from './ground.styles.ts';
import { strings } from './strings.ts';

/**
 * A few sentences. Whoever can't type puts together what others often say: each phrase is a button that adds it.
 *
 * @summary A text of several lines in a form.
 * @fires {InputEvent} input - A stroke or a phrase; `value` holds it already.
 * @fires {Event} change - The citizen has left it, and it differs from before; or has added a phrase.
 * @csspart control - The native textarea.
 * @csspart phrase - Every phrase.
 * @csspart hint - The line of help.
 * @csspart error - The line that says what is wrong.
 * @example
 * <mulin-long-text name="reason" label="遇到了什么困难" maxlength="200"></mulin-long-text>
 */
@element('mulin-long-text')
export class MulinLongText extends FormControl {
  static override shadowRootOptions = { ...FormControl.shadowRootOptions, delegatesFocus: true };
  static override styles = [
    ground,
    formControl,
    chips,
    css`
      textarea {
        inline-size: 100%;
        min-block-size: calc(var(--mulin-target) * 2.2);
        padding: var(--mulin-space-3);
        border: var(--mulin-stroke) solid var(--mulin-edge);
        border-radius: var(--mulin-radius-control);
        background: var(--mulin-surface);
        color: inherit;
        font: inherit;
        font-size: var(--mulin-text-lead);
        resize: vertical;
      }
      textarea:focus-visible {
        border-color: var(--mulin-river);
        outline-offset: 0;
      }
      textarea[aria-invalid='true'] {
        border-color: var(--mulin-cinnabar);
        border-width: calc(var(--mulin-stroke) * 2);
      }
      textarea:is(:disabled, :read-only) {
        background: var(--mulin-sunken);
        color: var(--mulin-ink-2);
      }
      .left {
        color: var(--mulin-ink-2);
        font-size: var(--mulin-text-small);
      }
    `,
  ];

  /** Most characters it takes. */
  @property({ type: Number }) maxlength = Infinity;

  /** Filled in already and not to be changed here. */
  @property({ type: Boolean, reflect: true }) readonly = false;

  /** What others often say here. */
  @property({ attribute: false }) phrases: readonly string[] = [];

  @query('textarea') private readonly area!: HTMLTextAreaElement | null;
  #told = '';

  protected override get anchor(): HTMLElement | undefined {
    return this.area ?? undefined;
  }

  protected override missing(): string {
    return this.say(strings).field.missing(this.label);
  }

  override render(): TemplateResult {
    return html`<label class="label" for="area">${this.label}${this.renderMark()}</label>
      ${this.renderHint()}
      <textarea
        id="area"
        part="control"
        rows="3"
        maxlength=${this.maxlength < Infinity ? this.maxlength : nothing}
        ?disabled=${this.off}
        ?readonly=${this.readonly}
        aria-required=${this.required ? 'true' : nothing}
        aria-invalid=${this.complaint ? 'true' : nothing}
        aria-describedby=${this.describedBy}
        .value=${live(this.value)}
        @focus=${() => (this.#told = this.value)}
        @input=${() => (this.value = this.area?.value ?? '')}
        @change=${this.#onChange}
      ></textarea>
      ${this.#renderLeft()} ${this.renderComplaint()} ${this.#renderPhrases()}`;
  }

  /** Only when it gets tight, so that nobody counts letters before. */
  #renderLeft(): TemplateResult | typeof nothing {
    const left = this.maxlength - this.value.length;
    if (left > this.maxlength / 5 || left > 50) return nothing;
    return html`<p class="left" role="status">${this.say(strings).longText.left(left)}</p>`;
  }

  #renderPhrases(): TemplateResult | typeof nothing {
    if (this.phrases.length === 0 || this.readonly) return nothing;
    const words = this.say(strings).longText;
    return html`<div class="chips" role="group" aria-label=${words.phrases}>
      ${this.phrases.map(
        (phrase) =>
          html`<button
            type="button"
            class="chip"
            part="phrase"
            ?disabled=${this.off || this.value.includes(phrase)}
            @click=${() => this.#add(phrase)}
          >
            ${phrase}
          </button>`,
      )}
    </div>`;
  }

  #add(phrase: string): void {
    const { between } = this.say(strings).longText;
    const added = (this.value ? this.value + between : '') + phrase;
    if (added.length > this.maxlength) return;
    this.value = added;
    this.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    this.tellChange();
  }

  readonly #onChange = (event: Event): void => {
    event.stopPropagation();
    if (this.value !== this.#told) this.tellChange();
    this.#told = this.value;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'mulin-long-text': MulinLongText;
  }
}
