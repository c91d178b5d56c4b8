import { html, nothing, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';

import { element } from './base.ts';
import { styles } from './choice.styles.ts';
import { controlWords } from './control.strings.ts';
import { FormControl } from './form-control.ts';
import { formControl } from './form-control.styles.ts';
import { ground } from './ground.styles.ts';

/** One card to choose. */
export interface Option {
  readonly value: string;
  readonly label: string;
  /** A line below the label: an address, opening hours. */
  readonly hint?: string;
  /** A word at the end of the card: a distance, how many are left. */
  readonly note?: string;
  /** Can't be chosen; say why in `hint` or `note`. */
  readonly disabled?: boolean;
}

/**
 * One of a few, as cards: yes or no, one of five places. Arrow keys move, as in every radio group.
 *
 * @summary Radio cards of a form.
 * @fires {InputEvent} input - A card was chosen; `value` holds it already.
 * @fires {Event} change - The same moment, for those who listen for it.
 * @csspart card - Every card.
 * @csspart hint - The line of help.
 * @csspart error - The line that says what is wrong.
 * @example
 * <mulin-choice name="place" label="去哪里办" required></mulin-choice>
 */
@element('mulin-choice')
export class MulinChoice extends FormControl {
  static override shadowRootOptions = { ...FormControl.shadowRootOptions, delegatesFocus: true };
  static override styles = [ground, formControl, styles];

  /** The cards, in their order. */
  @property({ attribute: false }) options: readonly Option[] = [];

  /** Short ones stand side by side. */
  @property({ reflect: true }) layout: 'stacked' | 'row' = 'stacked';

  @query('input:checked, input:not(:disabled)') private readonly firstRadio!: HTMLElement | null;

  protected override get anchor(): HTMLElement | undefined {
    return this.firstRadio ?? undefined;
  }

  protected override missing(): string {
    return this.say(controlWords).choose(this.label);
  }

  /** Nothing chosen, nothing sent: as native radios do. */
  protected override formValue(): string | null {
    return this.value || null;
  }

  override render(): TemplateResult {
    return html`<div
      role="radiogroup"
      aria-labelledby="label"
      aria-describedby=${this.describedBy}
      aria-required=${this.required ? 'true' : nothing}
      aria-invalid=${this.complaint ? 'true' : nothing}
      aria-disabled=${this.off ? 'true' : nothing}
    >
      ${this.#renderLabel()} ${this.renderHint()}
      <div class="cards">
        ${repeat(
          this.options,
          (option) => option.value,
          (option, index) => this.#renderCard(option, index),
        )}
      </div>
      ${this.renderComplaint()}
    </div>`;
  }

  #renderLabel(): TemplateResult {
    return html`<p id="label" class="label">${this.label}${this.renderMark()}</p>`;
  }

  #renderCard(option: Option, index: number): TemplateResult {
    return html`<label class="choice" part="card">
      <input
        type="radio"
        name="choice"
        value=${option.value}
        .checked=${live(option.value === this.value)}
        ?disabled=${this.off || option.disabled}
        aria-describedby=${option.hint ? `hint-${index}` : nothing}
        aria-labelledby=${`words-${index}`}
        @input=${this.#onInput}
        @change=${this.#onChange}
      />
      <span class="dot" aria-hidden="true"></span>
      <span class="words">
        <span id=${`words-${index}`} class="name"
          >${option.label}${
            option.note ? html`<span class="note">${option.note}</span>` : nothing
          }</span
        >
        ${
          option.hint
            ? html`<span id=${`hint-${index}`} class="more">${option.hint}</span>`
            : nothing
        }
      </span>
    </label>`;
  }

  readonly #onInput = (event: Event): void => {
    this.value = (event.target as HTMLInputElement).value;
  };

  readonly #onChange = (event: Event): void => {
    event.stopPropagation();
    this.tellChange();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'mulin-choice': MulinChoice;
  }
}
