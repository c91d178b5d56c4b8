import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { clockOf } from '../../i18n/index.ts';
import type { Hold } from '../../model/booking/commands.ts';
import { timeAt } from '../../model/shared/dates.ts';
import { element, MulinElement } from '../../ui/base.ts';
import '../../ui/button.ts';
import { Clock } from '../../ui/clock.ts';
import '../../ui/notice.ts';
import { lateWords, type LateWords } from './late.strings.ts';

/** With less than this left a kept time is about to run out, in milliseconds. */
const SOON = 2 * 60_000;

/**
 * Says how long a time is kept, and offers more before it runs out: nobody loses a place because of slow fingers.
 *
 * @summary The countdown of a held slot.
 * @fires {Event} renew - Please keep it longer.
 * @fires {Event} over - The time is up.
 */
@element('mulin-held')
export class MulinHeld extends MulinElement {
  static override styles = css`
    p {
      margin: 0 0 var(--mulin-space-3);
      padding: var(--mulin-space-3) var(--mulin-space-4);
      border-radius: var(--mulin-radius-control);
      background: var(--mulin-river-wash);
      font-variant-numeric: tabular-nums;
    }
  `;

  /** What is kept. */
  @property({ attribute: false }) hold: Hold | undefined;
  /** The zone in which the hour is told. */
  @property() zone = '';

  readonly #clock = new Clock(this, () => this.#left > 0);

  get #left(): number {
    return (this.hold?.heldUntil ?? 0) - this.#clock.now;
  }

  override render(): TemplateResult | typeof nothing {
    const words = this.say(lateWords);
    const { hold } = this;
    if (!hold) return nothing;
    // A timer is not read out at every tick; the warning is, once.
    return html`<p role="timer">
        ${words.heldUntil(timeAt(hold.heldUntil, this.zone), clockOf(this.#left))}
      </p>
      ${this.#left < SOON ? this.#warning(hold, words) : nothing}`;
  }

  #warning({ renewalsLeft }: Hold, words: LateWords): TemplateResult {
    return html`<mulin-notice kind="warning" heading=${words.nearlyOver}>
      ${
        renewalsLeft > 0
          ? html`<mulin-button slot="actions" @click=${this.#onRenew}
              >${words.keepLonger}</mulin-button
            >`
          : words.hurry
      }
    </mulin-notice>`;
  }

  protected override updated(): void {
    if (this.hold && this.#left <= 0) this.dispatchEvent(new Event('over'));
  }

  #onRenew(): void {
    this.dispatchEvent(new Event('renew'));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mulin-held': MulinHeld;
  }
}
