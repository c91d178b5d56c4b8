import { css, html, nothing, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';

import { element } from './base.ts';
import './button.ts';
import './check.ts';
import { FormControl } from './form-control.ts';
import { formControl } from './form-control.styles.ts';
import { ground } from './ground.styles.ts';
import './icon.ts';
import { strings } from './strings.ts';

/** The field is so many units wide and high, whatever the screen. */
const WIDTH = 1000;
const HEIGHT = 360;
/** More than any name needs: a hand that rests on the screen must not fill the disk. */
const MOST_CHARACTERS = 20_000;
/** Shorter than this, in units, the finger has not moved. */
const STEP = 4;
/** Less ink than this, in units of way, is a slip and no name. */
const LEAST = 150;

/** The value where a person who can't write has signed by a statement. */
export const BY_STATEMENT = 'statement';

/**
 * A signature by finger, pen or mouse. Whoever can't write signs by a statement instead, with the keys alone. Its value is
 * the path of an SVG in a field of 1000 × 360, or `statement`.
 *
 * @summary A signature in a form.
 * @fires {InputEvent} input - A line was drawn or taken back; `value` holds it already.
 * @fires {Event} change - The same moment, for those who listen for it.
 * @csspart pad - Where it is written.
 * @csspart error - The line that says what is wrong.
 * @example
 * <mulin-signature name="signature" label="申请人签名" required></mulin-signature>
 */
@element('mulin-signature')
export class MulinSignature extends FormControl {
  static override shadowRootOptions = { ...FormControl.shadowRootOptions, delegatesFocus: true };
  static override styles = [
    ground,
    formControl,
    css`
      .pad {
        position: relative;
        max-inline-size: 46em;
        border: var(--mulin-stroke) solid var(--mulin-edge);
        border-radius: var(--mulin-radius-control);
        background: #fff;
        touch-action: none; /* a finger that signs does not scroll */
        cursor: crosshair;
      }
      [aria-invalid='true'] .pad {
        border-color: var(--mulin-cinnabar);
      }
      svg {
        display: block;
        inline-size: 100%;
        block-size: auto;
      }
      path {
        fill: none;
        stroke: #10222b;
        stroke-width: 7;
        stroke-linecap: round;
        stroke-linejoin: round;
      }
      .ground {
        stroke: #c9c1b1;
        stroke-width: 2;
        stroke-dasharray: 10 10;
      }
      .here {
        position: absolute;
        inset: 0;
        display: grid;
        place-items: center;
        color: #414c50;
        pointer-events: none;
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        gap: var(--mulin-space-2);
        margin-block-start: var(--mulin-space-3);
      }
      mulin-check {
        margin-block-start: var(--mulin-space-3);
      }
    `,
  ];

  @state() private drawing = '';
  @state() private byKeys = false;
  @query('.pad') private readonly pad!: HTMLElement | null;

  #last: readonly [number, number] = [0, 0];

  protected override get anchor(): HTMLElement | undefined {
    return this.shadowRoot?.querySelector<HTMLElement>('mulin-check, mulin-button') ?? undefined;
  }

  protected override missing(): string {
    return this.say(strings).signature.missing;
  }

  protected override flaw(): string {
    const { value } = this;
    if (value === '' || value === BY_STATEMENT || wayOf(value) >= LEAST) return '';
    return this.say(strings).signature.tooLittle;
  }

  override render(): TemplateResult {
    const words = this.say(strings).signature;
    const stated = this.value === BY_STATEMENT;
    return html`<div
      role="group"
      aria-labelledby="label"
      aria-describedby=${this.describedBy}
      aria-invalid=${this.complaint ? 'true' : nothing}
    >
      <p id="label" class="label">${this.label}${this.renderMark()}</p>
      ${this.renderHint()}
      ${
        this.byKeys || stated
          ? html`<mulin-check
                label=${words.statement}
                .checked=${stated}
                ?disabled=${this.off}
                @input=${this.#onStatement}
                @change=${(event: Event) => event.stopPropagation()}
              ></mulin-check>
              <div class="actions">
                <mulin-button ?disabled=${this.off} @click=${() => this.#turn(false)}>
                  ${words.byHand}
                </mulin-button>
              </div>`
          : this.#renderPad()
      }
      ${this.renderComplaint()}
    </div>`;
  }

  #renderPad(): TemplateResult {
    const words = this.say(strings).signature;
    const path = this.value + this.drawing;
    return html`<div
        class="pad"
        part="pad"
        role="img"
        aria-label=${path ? words.signed : words.empty}
        @pointerdown=${this.#onDown}
        @pointermove=${this.#onMove}
        @pointerup=${this.#onUp}
        @pointercancel=${this.#onUp}
      >
        <svg viewBox="0 0 ${WIDTH} ${HEIGHT}" aria-hidden="true">
          <path class="ground" d="M60 290H940" />
          <path d=${path || 'M0 0'} stroke-opacity=${path ? 1 : 0} />
        </svg>
        ${path ? nothing : html`<span class="here" aria-hidden="true">${words.here}</span>`}
      </div>
      <div class="actions">
        <mulin-button ?disabled=${this.off || !path} @click=${() => this.#undo()}>
          ${words.undo}
        </mulin-button>
        <mulin-button ?disabled=${this.off || !path} @click=${() => this.#keep('')}>
          ${words.clear}
        </mulin-button>
        <mulin-button ?disabled=${this.off} @click=${() => this.#turn(true)}>
          ${words.byKeys}
        </mulin-button>
      </div>`;
  }

  #turn(byKeys: boolean): void {
    this.byKeys = byKeys;
    this.#keep('');
    void this.updateComplete.then(() => this.focus());
  }

  #undo(): void {
    this.#keep(this.value.slice(0, Math.max(0, this.value.lastIndexOf('M'))));
  }

  #keep(value: string): void {
    if (this.value === value) return;
    this.value = value;
    this.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    this.tellChange();
  }

  #onStatement(event: Event): void {
    event.stopPropagation();
    const { checked } = event.target as HTMLElement & { checked: boolean };
    this.#keep(checked ? BY_STATEMENT : '');
  }

  #pointOf({ clientX, clientY }: PointerEvent): readonly [number, number] {
    const { left, top, width } = this.pad?.getBoundingClientRect() ?? new DOMRect();
    const unit = WIDTH / (width || 1);
    const within = (at: number, most: number): number =>
      Math.max(0, Math.min(most, Math.round(at)));
    return [within((clientX - left) * unit, WIDTH), within((clientY - top) * unit, HEIGHT)];
  }

  readonly #onDown = (event: PointerEvent): void => {
    if (this.off || event.button !== 0 || this.drawing || this.value.length > MOST_CHARACTERS)
      return;
    event.preventDefault();
    this.pad?.setPointerCapture(event.pointerId);
    this.#last = this.#pointOf(event);
    this.drawing = `M${this.#last.join(' ')}h0`; // a dot is a line to itself: round ends make it seen
  };

  readonly #onMove = (event: PointerEvent): void => {
    if (!this.drawing) return;
    const between = event.getCoalescedEvents?.() ?? [];
    for (const one of between.length > 0 ? between : [event]) {
      const point = this.#pointOf(one);
      const way = Math.hypot(point[0] - this.#last[0], point[1] - this.#last[1]);
      if (way < STEP || this.value.length + this.drawing.length > MOST_CHARACTERS) continue;
      this.#last = point;
      this.drawing += `L${point.join(' ')}`;
    }
  };

  readonly #onUp = (): void => {
    const line = this.drawing;
    this.drawing = '';
    if (line) this.#keep(this.value + line);
  };
}

/** How far the pen went on the paper, in units. */
function wayOf(path: string): number {
  let way = 0;
  for (const line of path.split('M').slice(1)) {
    const points = line.split('L').map((point) => point.split(/[ h]/).map(Number));
    points.forEach(([x = 0, y = 0], i) => {
      const [fromX = x, fromY = y] = points[i - 1] ?? [];
      way += Math.hypot(x - fromX, y - fromY);
    });
  }
  return way;
}

declare global {
  interface HTMLElementTagNameMap {
    'mulin-signature': MulinSignature;
  }
}
