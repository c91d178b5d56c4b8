import { consume } from '@lit/context';
import { css, html, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';

import { element, MulinElement } from './base.ts';
import { keysContext } from './contexts.ts';
import { ground } from './ground.styles.ts';
import './icon.ts';
import './keypad.ts';
import { KeypadVisit } from './keypad-visit.ts';
import { searchWords } from './search.strings.ts';
import type { TextTarget } from './text-target.ts';

/** Nobody means anything by more. */
const LONGEST = 40;

/**
 * A line to search with. On a terminal, where nobody can write Chinese, letters open below it: the first ones of each
 * syllable are enough.
 *
 * @summary A search line with its keys.
 * @fires {InputEvent} input - A stroke; `value` holds it already.
 * @csspart control - The line.
 * @example
 * <mulin-search label="找物品"></mulin-search>
 */
@element('mulin-search')
export class MulinSearch extends MulinElement implements TextTarget {
  static override shadowRootOptions = { ...MulinElement.shadowRootOptions, delegatesFocus: true };
  static override styles = [
    ground,
    css`
      .line {
        display: flex;
        align-items: center;
        gap: var(--mulin-space-3);
        min-block-size: max(60px, var(--mulin-target));
        padding-inline: var(--mulin-space-4);
        border: var(--mulin-stroke) solid var(--mulin-edge);
        border-radius: var(--mulin-radius-main);
        background: var(--mulin-surface);
      }
      .line:has(:focus-visible) {
        outline: var(--mulin-focus-width) solid var(--mulin-focus);
      }
      .line > mulin-icon {
        color: var(--mulin-ink-2);
      }
      input {
        flex: 1;
        min-inline-size: 0;
        padding-block: var(--mulin-space-3);
        border: 0;
        outline: 0;
        background: none;
        font-size: var(--mulin-text-body);
      }
      input:focus-visible {
        outline: 0; /* the line around it shows it */
      }
      input::placeholder {
        color: var(--mulin-ink-2);
        opacity: 1;
      }
      input::-webkit-search-cancel-button {
        display: none;
      }
      button {
        display: grid;
        place-items: center;
        flex: none;
        inline-size: max(48px, calc(var(--mulin-target) * 0.8));
        block-size: max(48px, calc(var(--mulin-target) * 0.8));
        margin-inline-end: calc(-1 * var(--mulin-space-3));
        border: 0;
        border-radius: var(--mulin-radius-control);
        background: none;
        cursor: pointer;
      }
      button:active {
        background: var(--mulin-sunken);
      }
      .hint {
        margin-block: var(--mulin-space-3);
        color: var(--mulin-ink-2);
        font-size: var(--mulin-text-small);
      }
    `,
  ];

  /** What is searched, as a name for ears and in the empty line. */
  @property() label = '';

  /** What is searched for. */
  @property({ attribute: false }) value = '';

  @consume({ context: keysContext, subscribe: true })
  @state()
  private keys: 'screen' | 'system' | undefined;
  @query('input') private readonly input!: HTMLInputElement | null;
  readonly #visit = new KeypadVisit(this);

  insert(text: string): void {
    this.#put(this.value + text.toLowerCase());
  }

  delete(): void {
    this.#put(this.value.slice(0, -1));
  }

  clear(): void {
    this.#put('');
  }

  done(): void {
    this.#visit.end();
  }

  override render(): TemplateResult {
    return html`<div class="line">
        <mulin-icon name="search"></mulin-icon>
        <input
          part="control"
          type="search"
          enterkeyhint="search"
          autocomplete="off"
          autocapitalize="off"
          spellcheck="false"
          maxlength=${LONGEST}
          aria-label=${this.label}
          placeholder=${this.label}
          inputmode=${this.keys === 'screen' ? 'none' : nothing}
          .value=${live(this.value)}
          @input=${this.#onInput}
          @keydown=${this.#onKeyDown}
          @change=${(event: Event) => event.stopPropagation()}
          @focus=${this.#onEnter}
          @click=${this.#onEnter}
          @blur=${() => this.#visit.leave()}
        />
        ${this.value ? this.#renderClear() : nothing}
      </div>
      ${this.#visit.open ? this.#renderKeys() : nothing}`;
  }

  #renderClear(): TemplateResult {
    return html`<button
      type="button"
      aria-label=${this.say(searchWords).clear}
      @click=${this.#onClear}
    >
      <mulin-icon name="close"></mulin-icon>
    </button>`;
  }

  #renderKeys(): TemplateResult {
    return html`<p class="hint">${this.say(searchWords).lettersHint}</p>
      <mulin-keypad layout="letters" .target=${this as TextTarget}></mulin-keypad>`;
  }

  #put(value: string): void {
    const short = value.slice(0, LONGEST);
    if (short === this.value) return;
    this.value = short;
    this.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  }

  readonly #onInput = (): void => {
    this.value = this.input?.value ?? '';
  };

  readonly #onEnter = (): void => {
    if (this.keys === 'screen') this.#visit.begin();
  };

  readonly #onClear = (): void => {
    this.clear();
    this.input?.focus();
  };

  readonly #onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    if (event.key === 'Enter') this.done();
    if (event.key !== 'Escape' || !this.value) return;
    event.preventDefault();
    event.stopPropagation(); // only the line is emptied
    this.clear();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'mulin-search': MulinSearch;
  }
}
