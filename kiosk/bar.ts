import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';

import { dayName } from '../src/i18n/index.ts';
import { dateAt, timeAt, type Pack } from '../src/model/index.ts';
import { Clock, element, MulinElement } from '../src/ui/index.ts';

import './dock.ts';
import { usualLooks } from './dock.ts';
import { ground } from './ground.styles.ts';
import { kioskWords } from './strings.ts';

/**
 * Whose terminal this is, and what time it is there. Away from home it gives its room to the screen below and keeps what
 * must stay at hand: how it looks, and the way out.
 *
 * @summary The head of every screen.
 * @fires {CustomEvent<{}>} kiosk-end - The person has finished: clear everything.
 * @fires {CustomEvent<Looks>} kiosk-looks - How it shall look.
 */
@element('kiosk-bar')
export class KioskBar extends MulinElement {
  static override styles = [
    ground,
    css`
      header {
        display: flex;
        align-items: center;
        gap: var(--mulin-space-4);
      }
      .mark {
        display: grid;
        flex: none;
        place-items: center;
        inline-size: 1.6em;
        block-size: 1.6em;
        border-radius: 0.4em;
        background: var(--mulin-river);
        color: var(--mulin-on-river);
        font-weight: var(--mulin-weight-strong);
        font-size: var(--mulin-text-title);
        line-height: 1;
      }
      .names {
        flex: 1;
        min-inline-size: 0;
      }
      h1 {
        font-size: var(--mulin-text-body);
      }
      h1:lang(zh) {
        font-size: 1.15em;
        word-break: keep-all; /* the names have spaces where they may be parted */
      }
      .place,
      .day {
        color: var(--mulin-ink-2);
        font-size: var(--mulin-text-small);
      }
      .place {
        margin-block-start: var(--mulin-space-1);
      }
      .clock {
        text-align: end;
        white-space: nowrap;
      }
      .time {
        font-weight: var(--mulin-weight-strong);
        font-size: var(--mulin-text-title);
        font-variant-numeric: tabular-nums;
        line-height: 1.1;
      }
      @media (max-width: 799px) {
        .busy .clock {
          display: none; /* a phone has its own */
        }
      }
      .end {
        flex: none;
        padding: var(--mulin-space-2) var(--mulin-space-4);
        border: var(--mulin-stroke) solid var(--mulin-cinnabar);
        border-radius: var(--mulin-radius-control);
        background: var(--mulin-surface);
        color: var(--mulin-cinnabar);
        font-weight: var(--mulin-weight-strong);
        font-size: var(--mulin-text-small);
        text-align: center;
      }
      .end:active {
        background: var(--mulin-cinnabar-wash);
      }
      :host([compact]) .names {
        margin-inline-end: auto;
      }
      :host([compact]) h1 {
        font-size: var(--mulin-text-small);
      }
      :host([compact]) .names {
        overflow: hidden;
      }
      :host([compact]) header {
        gap: var(--mulin-space-2);
      }
      :host([compact]) .mark {
        font-size: var(--mulin-text-body);
      }
      @media (max-width: 799px) {
        header {
          gap: var(--mulin-space-2);
        }
        h1:lang(zh) {
          font-size: 1em;
        }
        :host([compact]) h1 {
          position: absolute;
          clip-path: inset(50%);
        }
        .end {
          padding-inline: var(--mulin-space-3);
        }
      }
    `,
  ];

  /** Where it stands. */
  @property({ attribute: false }) pack: Pack | undefined;

  /** Small, above a screen that needs the room. */
  @property({ type: Boolean, reflect: true }) compact = false;

  /** Somebody is here and may want to end. */
  @property({ type: Boolean }) busy = false;

  /** How the screen looks now. */
  @property({ attribute: false }) looks = usualLooks;

  readonly #clock = new Clock(this, () => !this.compact);

  override render(): TemplateResult {
    const { pack, locale } = this;
    const words = this.say(kioskWords);
    const place = pack?.places.find(({ id }) => id === pack.home);
    return html`<header class=${this.busy ? 'busy' : ''}>
      <span class="mark" role="img" aria-label=${words.markLabel}>${words.mark}</span>
      <div class="names">
        <h1 lang=${locale}>${(this.compact ? pack?.name : pack?.title)?.[locale]}</h1>
        ${this.compact || this.looks.elder || !place ? nothing : html`<p class="place">${place.name[locale]}</p>`}
      </div>
      ${
        this.compact
          ? html`<kiosk-dock compact .looks=${this.looks}></kiosk-dock>`
          : this.#renderClock(pack)
      }
      ${
        this.busy
          ? html`<button type="button" class="end" @click=${this.#onEnd}>${words.end}</button>`
          : nothing
      }
    </header>`;
  }

  #renderClock(pack: Pack | undefined): TemplateResult | typeof nothing {
    if (!pack) return nothing;
    const { now } = this.#clock;
    return html`<div class="clock">
      <p class="time">${timeAt(now, pack.zone)}</p>
      ${
        this.busy
          ? nothing // its room is needed for the way out
          : html`<p class="day">${dayName(this.locale, dateAt(now, pack.zone))}</p>`
      }
    </div>`;
  }

  readonly #onEnd = (): void => {
    this.emit('kiosk-end', {});
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-bar': KioskBar;
  }
}
