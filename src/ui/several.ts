import { css, html, nothing, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';

import { element } from './base.ts';
import { styles } from './check.styles.ts';
import type { Option } from './choice.ts';
import { FormControl } from './form-control.ts';
import { formControl } from './form-control.styles.ts';
import { ground } from './ground.styles.ts';
import './icon.ts';
import { strings } from './strings.ts';

/**
 * Any number of a few, as cards to tick. Its value is a list in JSON, `["stairs","bath"]`; a form is sent one entry for each,
 * as by native checkboxes of one name.
 *
 * @summary Several answers to one question of a form.
 * @fires {InputEvent} input - A card was ticked or let go; `values` holds it already.
 * @fires {Event} change - The same moment, for those who listen for it.
 * @csspart card - Every card.
 * @csspart hint - The line of help.
 * @csspart error - The line that says what is wrong.
 * @example
 * <mulin-several name="rooms" label="哪些地方要改造" value='["bath"]'></mulin-several>
 */
@element('mulin-several')
export class MulinSeveral extends FormControl {
  static override shadowRootOptions = { ...FormControl.shadowRootOptions, delegatesFocus: true };
  static override styles = [
    ground,
    formControl,
    styles,
    css`
      .cards {
        display: grid;
        gap: var(--mulin-space-3);
      }
      .more {
        display: block;
        color: var(--mulin-ink-2);
        font-size: var(--mulin-text-small);
      }
      .card .hint,
      .hint {
        margin-block: 0 var(--mulin-space-2);
      }
      [aria-invalid='true'] .card {
        border-color: var(--mulin-cinnabar);
      }
    `,
  ];

  /** The cards, in their order. */
  @property({ attribute: false }) options: readonly Option[] = [];

  @query('input:not(:disabled)') private readonly firstBox!: HTMLElement | null;

  /** What is ticked, in the order of the cards. */
  get values(): readonly string[] {
    return this.value ? (JSON.parse(this.value) as string[]) : [];
  }
  set values(values: readonly string[]) {
    this.value = values.length > 0 ? JSON.stringify(values) : '';
  }

  protected override get anchor(): HTMLElement | undefined {
    return this.firstBox ?? undefined;
  }

  protected override missing(): string {
    return this.say(strings).several.missing(this.label);
  }

  protected override formValue(): FormData | null {
    const { values } = this;
    if (values.length === 0) return null;
    const entries = new FormData();
    if (this.name) for (const value of values) entries.append(this.name, value);
    return entries;
  }

  override render(): TemplateResult {
    const { values } = this;
    return html`<div
      role="group"
      aria-labelledby="label"
      aria-describedby=${this.describedBy}
      aria-invalid=${this.complaint ? 'true' : nothing}
    >
      <p id="label" class="label">${this.label}${this.#renderAny()}</p>
      ${this.renderHint()}
      <div class="cards">
        ${repeat(
          this.options,
          (option) => option.value,
          (option, index) => this.#renderCard(option, index, values.includes(option.value)),
        )}
      </div>
      ${this.renderComplaint()}
    </div>`;
  }

  #renderAny(): TemplateResult {
    return html`<span class="mark">${this.say(strings).several.any}</span>${this.renderMark()}`;
  }

  #renderCard(option: Option, index: number, ticked: boolean): TemplateResult {
    return html`<label class="card" part="card">
      <input
        type="checkbox"
        value=${option.value}
        .checked=${live(ticked)}
        ?disabled=${this.off || option.disabled}
        aria-labelledby=${`words-${index}`}
        aria-describedby=${option.hint ? `more-${index}` : nothing}
        @input=${this.#onInput}
        @change=${this.#onChange}
      />
      <span class="box" aria-hidden="true"><mulin-icon name="check"></mulin-icon></span>
      <span class="words"
        ><span id=${`words-${index}`}>${option.label}</span>${
          option.hint
            ? html`<span id=${`more-${index}`} class="more">${option.hint}</span>`
            : nothing
        }</span
      >
    </label>`;
  }

  readonly #onInput = (event: Event): void => {
    const { value, checked } = event.target as HTMLInputElement;
    const ticked = new Set(this.values);
    if (checked) ticked.add(value);
    else ticked.delete(value);
    this.values = this.options.map((option) => option.value).filter((one) => ticked.has(one));
  };

  readonly #onChange = (event: Event): void => {
    event.stopPropagation();
    this.tellChange();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'mulin-several': MulinSeveral;
  }
}
