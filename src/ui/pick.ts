import { consume } from '@lit/context';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';

import { initialsOf } from '../i18n/initials.ts';

import { element } from './base.ts';
import type { Option } from './choice.ts';
import { keysContext } from './contexts.ts';
import { FormControl } from './form-control.ts';
import { formControl } from './form-control.styles.ts';
import { ground } from './ground.styles.ts';
import { controlWords } from './control.strings.ts';
import './icon.ts';
import './keypad.ts';
import { KeypadVisit } from './keypad-visit.ts';
import { styles } from './pick.styles.ts';
import { strings } from './strings.ts';
import type { TextTarget } from './text-target.ts';

/** Nobody reads further than this; another letter is quicker. */
const MOST = 80;
/** A list this short is seen at a glance, and needs no keys on a terminal. */
const SHORT = 10;

/**
 * One of many, in a list that is searched by any part of its words or by the first letters of their pinyin: `wjc` finds
 * 五角场. The list opens in the flow of the page and covers nothing. On a terminal a touch is enough, and letters are there.
 *
 * @summary A searchable list of a form.
 * @fires {InputEvent} input - Something was chosen; `value` holds it already.
 * @fires {Event} change - The same moment, for those who listen for it.
 * @csspart control - The line.
 * @csspart list - The open list.
 * @csspart hint - The line of help.
 * @csspart error - The line that says what is wrong.
 * @example
 * <mulin-pick name="committee" label="居委会" required></mulin-pick>
 */
@element('mulin-pick')
export class MulinPick extends FormControl implements TextTarget {
  static override shadowRootOptions = { ...FormControl.shadowRootOptions, delegatesFocus: true };
  static override styles = [ground, formControl, styles];

  /** What there is, in its order. */
  @property({ attribute: false }) options: readonly Option[] = [];

  @consume({ context: keysContext, subscribe: true })
  @state()
  private keys: 'screen' | 'system' | undefined;
  /** What is searched for; undefined while the list is closed. */
  @state() private wanted: string | undefined;
  @state() private cursor = 0;
  @query('input') private readonly input!: HTMLInputElement | null;
  readonly #visit = new KeypadVisit(this);
  #initials: readonly string[] | undefined;

  protected override get anchor(): HTMLElement | undefined {
    return this.input ?? undefined;
  }

  protected override missing(): string {
    return this.say(controlWords).choose(this.label);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('options')) this.#initials = undefined;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this.renderRoot.querySelector('.active')?.scrollIntoView({ block: 'nearest' });
  }

  /** Adds to what is searched for. */
  insert(text: string): void {
    this.#search((this.wanted ?? '') + text.toLowerCase());
  }

  delete(): void {
    this.#search((this.wanted ?? '').slice(0, -1));
  }

  clear(): void {
    this.#search('');
  }

  done(): void {
    this.#close();
  }

  override render(): TemplateResult {
    const found = this.#found;
    return html`<label class="label" for="input">${this.label}${this.renderMark()}</label>
      ${this.renderHint()}
      <div class="line">
        ${this.#renderInput(found)}
        <mulin-icon name="chevron-right" class=${this.#isOpen ? 'open' : ''}></mulin-icon>
      </div>
      ${this.renderComplaint()} ${this.#isOpen ? this.#renderList(found) : nothing}
      ${this.#visit.open ? this.#renderKeypad() : nothing}`;
  }

  #renderInput(found: readonly Option[]): TemplateResult {
    const active = found[this.cursor];
    return html`<input
      id="input"
      part="control"
      role="combobox"
      type="text"
      autocomplete="off"
      autocapitalize="off"
      spellcheck="false"
      aria-autocomplete="list"
      aria-expanded=${this.#isOpen}
      aria-controls="list"
      aria-activedescendant=${this.#isOpen && active ? `option-${this.cursor}` : nothing}
      aria-required=${this.required ? 'true' : nothing}
      aria-invalid=${this.complaint ? 'true' : nothing}
      aria-describedby=${this.describedBy}
      inputmode=${this.keys === 'screen' ? 'none' : nothing}
      placeholder=${this.say(strings).pick.placeholder}
      ?disabled=${this.off}
      .value=${live(this.wanted ?? this.#chosen?.label ?? '')}
      @input=${() => this.#search(this.input?.value ?? '')}
      @change=${(event: Event) => event.stopPropagation()}
      @focus=${() => this.input?.select()}
      @click=${this.#onClick}
      @keydown=${this.#onKeyDown}
      @blur=${this.#onBlur}
    />`;
  }

  #renderList(found: readonly Option[]): TemplateResult {
    const words = this.say(strings).pick;
    return html`<div
        id="list"
        part="list"
        class="list"
        role="listbox"
        aria-label=${this.label}
        @pointerdown=${(event: Event) => event.preventDefault()}
      >
        ${repeat(
          found.slice(0, MOST),
          ({ value }) => value,
          (option, index) => this.#renderOption(option, index),
        )}
      </div>
      <p class="count" role="status">
        ${
          found.length === 0
            ? words.none
            : found.length > MOST
              ? words.more(found.length)
              : words.count(found.length)
        }
      </p>`;
  }

  #renderOption(option: Option, index: number): TemplateResult {
    return html`<div
      id="option-${index}"
      role="option"
      class="option ${index === this.cursor ? 'active' : ''}"
      aria-selected=${option.value === this.value}
      aria-disabled=${option.disabled ? 'true' : nothing}
      @click=${() => this.#choose(option)}
    >
      <span class="name">${option.label}</span>
      ${option.note ? html`<span class="note">${option.note}</span>` : nothing}
      ${option.hint ? html`<span class="more">${option.hint}</span>` : nothing}
    </div>`;
  }

  #renderKeypad(): TemplateResult {
    return html`<mulin-keypad layout="letters" .target=${this as TextTarget}></mulin-keypad>`;
  }

  get #isOpen(): boolean {
    return this.wanted !== undefined;
  }

  get #chosen(): Option | undefined {
    return this.options.find(({ value }) => value === this.value);
  }

  /** Those whose words hold what is searched for, then those whose letters do. */
  get #found(): readonly Option[] {
    const wanted = this.wanted?.trim().toLowerCase();
    if (!wanted) return this.options;
    const initials = (this.#initials ??= this.options.map(({ label }) => initialsOf(label)));
    const inWords = ({ label, hint = '' }: Option): boolean =>
      `${label} ${hint}`.toLowerCase().includes(wanted);
    return [
      ...this.options.filter(inWords),
      ...this.options.filter((one, i) => !inWords(one) && initials[i]?.includes(wanted)),
    ];
  }

  #search(wanted: string): void {
    if (this.off) return;
    this.wanted = wanted;
    this.cursor = wanted ? 0 : this.#chosenAt;
  }

  get #chosenAt(): number {
    return Math.max(
      0,
      this.options.findIndex(({ value }) => value === this.value),
    );
  }

  #open(): void {
    if (this.off) return;
    if (!this.#isOpen) this.#search('');
    if (this.keys === 'screen' && this.options.length > SHORT) this.#visit.begin();
  }

  #close(): void {
    this.wanted = undefined;
    this.#visit.end();
  }

  #choose(option: Option): void {
    if (option.disabled) return;
    this.#close();
    if (option.value === this.value) return;
    this.value = option.value;
    this.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    this.tellChange();
  }

  readonly #onClick = (): void => this.#open();

  readonly #onBlur = (): void => {
    this.wanted = undefined;
    this.#visit.leave();
  };

  readonly #onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    const found = this.#found;
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp':
        event.preventDefault();
        if (!this.#isOpen) return this.#open();
        this.#move(event.key === 'ArrowDown' ? 1 : -1, found.length);
        break;
      case 'Enter': {
        const option = found[this.cursor];
        event.preventDefault();
        if (!this.#isOpen) this.#open();
        else if (option) this.#choose(option);
        break;
      }
      case 'Escape':
        if (this.#isOpen) event.stopPropagation();
        this.#close();
        break;
    }
  };

  #move(by: number, count: number): void {
    const last = Math.min(count, MOST) - 1;
    this.cursor = Math.max(0, Math.min(last, this.cursor + by));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mulin-pick': MulinPick;
  }
}
