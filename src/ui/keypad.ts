import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';

import { element, MulinElement } from './base.ts';
import type { KeypadLayout } from './field-kinds.ts';
import { ground } from './ground.styles.ts';
import './icon.ts';
import { styles } from './keypad.styles.ts';
import { strings } from './strings.ts';
import type { TextTarget } from './text-target.ts';

/** A held backspace begins to repeat after this long, then at this pace, in milliseconds. */
const HOLD = 500;
const PACE = 110;

type Key = 'backspace' | 'clear' | 'done' | (string & {});

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

/** Keys that write, by layout: three in a row, or as on a keyboard, ten in a row. */
const layouts: Readonly<Record<KeypadLayout, readonly Key[]>> = {
  digits: [...digits, 'clear', '0', 'backspace'],
  decimal: [...digits, '.', '0', 'backspace', 'clear'],
  'id-number': [...digits, 'X', '0', 'backspace', 'clear'],
  letters: ['1234567890QWERTYUIOPASDFGHJKLZXCVBNM'.split(''), 'clear', 'backspace'].flat(),
  // A credit code has no I, O, S, V and Z (GB 32100-2015): a key that does nothing would be a riddle.
  'credit-code': ['1234567890QWERTYUPADFGHJKLXCBNM'.split(''), 'clear', 'backspace'].flat(),
};

/**
 * Keys on screen for numbers and for codes of letters and digits. The focus stays where it is: keys act on touch and take no focus.
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

  /** Which keys: ten digits, with a point, with the X that may end an identity number, or letters too. */
  @property({ reflect: true }) layout: KeypadLayout = 'digits';

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
      ${layouts[this.layout].map((key) => this.#renderKey(key))} ${this.#renderKey('done')}
    </div>`;
  }

  #renderKey(key: Key): TemplateResult {
    const { keypad } = this.say(strings);
    const words = key.length > 1 ? keypad[key as 'backspace' | 'clear' | 'done'] : key;
    const icon = key === 'backspace' ? ('backspace' as const) : undefined;
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
