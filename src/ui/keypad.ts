import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';

import { element, MulinElement } from './base.ts';
import { ground } from './ground.styles.ts';
import './icon.ts';
import { styles } from './keypad.styles.ts';
import { strings } from './strings.ts';
import type { TextTarget } from './text-target.ts';

/** A held backspace begins to repeat after this long, then at this pace, in milliseconds. */
const HOLD = 500;
const PACE = 110;

type Key = 'backspace' | 'clear' | 'done' | (string & {});

/**
 * Keys on screen for numbers. The focus stays where it is: keys act on touch and take no focus.
 * It lies in the page's flow, so it never covers what is being written.
 *
 * @summary Number keys that write into a `TextTarget`.
 * @csspart key - Every key.
 * @cssprop --mulin-key - Height of a key.
 * @fires {CustomEvent<{ key: string }>} mulin-key - A key was pressed: `digit`, `backspace`, `clear` or `done`; never which digit.
 * @example
 * <mulin-keypad layout="id-number"></mulin-keypad>
 */
@element('mulin-keypad')
export class MulinKeypad extends MulinElement {
  static override styles = [ground, styles];

  /** Which keys: ten digits, or with the X that may end an identity number. */
  @property() layout: 'digits' | 'id-number' = 'digits';

  /** What it writes into. */
  @property({ attribute: false }) target: TextTarget | undefined;

  #timer: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#onRelease();
  }

  override render(): TemplateResult {
    const { keypad } = this.say(strings);
    return html`<div
      class="keys"
      role="group"
      aria-label=${keypad.label}
      @pointerdown=${this.#onDown}
      @pointerup=${this.#onRelease}
      @pointercancel=${this.#onRelease}
      @pointerleave=${this.#onRelease}
      @click=${this.#onClick}
      @contextmenu=${this.#onContextMenu}
    >
      ${['1', '2', '3', '4', '5', '6', '7', '8', '9'].map((digit) => this.#renderKey(digit))}
      ${this.layout === 'id-number' ? this.#renderKey('X') : this.#renderKey('clear', keypad.clear)}
      ${this.#renderKey('0')} ${this.#renderKey('backspace', keypad.backspace, 'backspace')}
      ${this.layout === 'id-number' ? this.#renderKey('clear', keypad.clear) : nothing}
      ${this.#renderKey('done', keypad.done)}
    </div>`;
  }

  #renderKey(key: Key, words: string = key, icon?: 'backspace'): TemplateResult {
    return html`<button
      type="button"
      part="key"
      class=${key.length > 1 ? `word ${key}` : 'digit'}
      tabindex="-1"
      data-key=${key}
      aria-label=${icon ? words : nothing}
    >
      ${icon ? html`<mulin-icon name=${icon}></mulin-icon>` : words}
    </button>`;
  }

  #press(key: Key): void {
    switch (key) {
      case 'backspace':
        this.target?.delete();
        break;
      case 'clear':
        this.target?.clear();
        break;
      case 'done':
        this.target?.done();
        break;
      default:
        this.target?.insert(key);
    }
    this.emit('mulin-key', { key: key.length > 1 ? key : 'digit' });
  }

  readonly #onDown = (event: PointerEvent): void => {
    event.preventDefault(); // the focus stays in the field
    const button = keyAt(event);
    if (!button || event.button !== 0) return;
    const key = button.dataset['key'] ?? '';
    button.toggleAttribute('data-pressed', true);
    this.#press(key);
    if (key === 'backspace') this.#timer = setTimeout(() => this.#repeat(), HOLD);
  };

  #repeat(): void {
    this.#press('backspace');
    this.#timer = setTimeout(() => this.#repeat(), PACE);
  }

  readonly #onRelease = (): void => {
    clearTimeout(this.#timer);
    for (const key of this.renderRoot.querySelectorAll('[data-pressed]'))
      key.removeAttribute('data-pressed');
  };

  /** A press by voice, switch or screen reader comes as a click without a pointer before it. */
  readonly #onClick = (event: PointerEvent): void => {
    if (event.detail === 0) this.#press(keyAt(event)?.dataset['key'] ?? '');
  };

  readonly #onContextMenu = (event: Event): void => event.preventDefault();
}

function keyAt(event: Event): HTMLElement | null {
  return event.target instanceof Element ? event.target.closest<HTMLElement>('[data-key]') : null;
}

declare global {
  interface HTMLElementTagNameMap {
    'mulin-keypad': MulinKeypad;
  }
}
