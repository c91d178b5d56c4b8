import { css, html, type PropertyValues, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';

import { element, MulinElement, type MulinButton } from '../src/ui/index.ts';

import { kioskWords } from './strings.ts';

/** A finger that was drawn over the screen is followed by no click; then this long after it, in milliseconds. */
const AFTER_TOUCH = 300;

/**
 * Asks whether anybody is still there, and counts down. Any touch and any key is an answer; only its last button ends the
 * session. The touch that answers is used up: it presses nothing below.
 *
 * @summary The question before everything is cleared.
 * @fires {CustomEvent<{}>} kiosk-stay - Somebody is there.
 * @fires {CustomEvent<{}>} kiosk-wait - Somebody is about to answer.
 * @fires {CustomEvent<{}>} kiosk-end - Clear everything now.
 */
@element('kiosk-still-there')
export class KioskStillThere extends MulinElement {
  static override styles = css`
    .count {
      display: grid;
      place-items: center;
      margin-block: var(--mulin-space-4);
    }
    .count > * {
      grid-area: 1 / 1;
    }
    svg {
      inline-size: 7em;
      block-size: 7em;
      rotate: -90deg;
    }
    circle {
      fill: none;
      stroke: var(--mulin-line);
      stroke-width: 8;
    }
    .rest {
      stroke: var(--mulin-river);
      stroke-linecap: round;
    }
    .seconds {
      font-weight: var(--mulin-weight-strong);
      font-size: var(--mulin-text-display);
      font-variant-numeric: tabular-nums;
    }
    p {
      margin: 0;
    }
    .hint {
      color: var(--mulin-ink-2);
    }
    .spoken {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
  `;

  /** Seconds left. */
  @property({ type: Number }) left = 0;

  /** Seconds the countdown began with. */
  @property({ type: Number }) of = 0;

  @query('[kind=danger]') private readonly ending!: MulinButton | null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Told at a few marks only: a voice needs time to finish. */
  #spoken = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('keydown', this.#onKey, true);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('keydown', this.#onKey, true);
    clearTimeout(this.#timer);
  }

  protected override willUpdate(_changed: PropertyValues<this>): void {
    this.#spoken = [5, 15, 30].find((mark) => this.left <= mark && mark < this.of) ?? this.of;
  }

  override render(): TemplateResult {
    const { stillThere } = this.say(kioskWords);
    return html`<mulin-dialog
      open
      insistent
      heading=${stillThere.heading}
      @pointerdown=${this.#onDown}
      @pointerup=${this.#onUp}
      @pointercancel=${this.#onUp}
      @click=${this.#onClick}
    >
      <div class="count" aria-hidden="true">
        <svg viewBox="0 0 100 100">
          <circle cx="50" cy="50" r="45" />
          <circle
            class="rest"
            cx="50"
            cy="50"
            r="45"
            pathLength=${this.of}
            stroke-dasharray="${this.left} ${this.of}"
          />
        </svg>
        <span class="seconds">${this.left}</span>
      </div>
      <p>${stillThere.left(this.left)}</p>
      <p class="hint">${stillThere.hint}</p>
      <p class="spoken" role="alert">${stillThere.left(this.#spoken)}</p>
      <mulin-button slot="actions" kind="primary" size="main">${stillThere.stay}</mulin-button>
      <mulin-button slot="actions" kind="danger" size="main">${stillThere.end}</mulin-button>
    </mulin-dialog>`;
  }

  readonly #onDown = (): void => {
    this.emit('kiosk-wait', {});
  };

  readonly #onUp = (): void => {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.emit('kiosk-stay', {}), AFTER_TOUCH);
  };

  readonly #onClick = (event: Event): void => {
    clearTimeout(this.#timer);
    const ends = this.ending !== null && event.composedPath().includes(this.ending);
    this.emit(ends ? 'kiosk-end' : 'kiosk-stay', {});
  };

  /** Keys that only lead to a button are no answer yet; Enter and the space bar press whatever they stand on. */
  readonly #onKey = (event: KeyboardEvent): void => {
    const onEnding = this.ending?.matches(':focus-within, :focus') ?? false;
    const leads = ['Tab', 'Shift', 'Control', 'Alt', 'Meta'].includes(event.key);
    if (leads || (onEnding && ['Enter', ' '].includes(event.key))) this.emit('kiosk-wait', {});
    else {
      event.preventDefault();
      event.stopPropagation();
      this.emit('kiosk-stay', {});
    }
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-still-there': KioskStillThere;
  }
}
