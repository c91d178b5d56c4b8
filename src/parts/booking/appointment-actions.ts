import { css, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { dayName } from '../../i18n/index.ts';
import type { Receipt } from '../../model/booking/receipt.ts';
import { dateAt, timeAt } from '../../model/shared/dates.ts';
import { element, MulinElement } from '../../ui/base.ts';
import '../../ui/button.ts';
import { Clock } from '../../ui/clock.ts';
import '../../ui/dialog.ts';
import '../../ui/notice.ts';
import { mineWords, type MineWords } from './mine.strings.ts';

/**
 * What can be done with an appointment now: confirm it, check in, move it, give it up. What its rules no longer allow is
 * not offered; giving up is asked once more.
 *
 * @summary The ways on from a receipt.
 * @fires {Event} affirm - It is really wanted.
 * @fires {Event} check-in - The person is here.
 * @fires {Event} move - Another time is wanted.
 * @fires {Event} cancel - It is given up.
 */
@element('mulin-appointment-actions')
export class MulinAppointmentActions extends MulinElement {
  static override styles = css`
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: var(--mulin-space-3);
    }
    mulin-notice {
      flex: 1 0 100%;
    }
  `;

  /** The appointment. */
  @property({ attribute: false }) receipt: Receipt | undefined;
  /** The zone in which hours are told. */
  @property() zone = '';
  /** Something is under way. */
  @property({ type: Boolean }) busy = false;

  @state() private asking = false;
  readonly #clock = new Clock(this, () => false);

  override render(): TemplateResult | typeof nothing {
    const words = this.say(mineWords);
    const { receipt } = this;
    if (receipt?.status !== 'booked' && receipt?.status !== 'unaffirmed') return nothing;
    const { now } = this.#clock;
    const { from, until } = receipt.checkIn;
    return html`${this.#affirm(receipt, words)}
    ${from <= now && now <= until ? this.#button('check-in', words.checkIn, 'primary') : nothing}
    ${
      now <= receipt.changeUntil
        ? html`${this.#button('move', words.reschedule, 'quiet')}
            <mulin-button kind="danger" @click=${() => (this.asking = true)}
              >${words.cancel}</mulin-button
            >
            ${this.#ask(words)}`
        : nothing
    }`;
  }

  #affirm({ affirmBy }: Receipt, words: MineWords): TemplateResult | typeof nothing {
    if (affirmBy === undefined) return nothing;
    const day = dayName(this.locale, dateAt(affirmBy, this.zone));
    return html`<mulin-notice
        kind="warning"
        heading=${words.affirmBy(`${day} ${timeAt(affirmBy, this.zone)}`)}
      ></mulin-notice>
      ${this.#button('affirm', words.affirm, 'primary')}`;
  }

  #button(event: string, label: string, kind: 'primary' | 'quiet'): TemplateResult {
    return html`<mulin-button kind=${kind} ?busy=${this.busy} @click=${() => this.#tell(event)}>
      ${label}
    </mulin-button>`;
  }

  #ask(words: MineWords): TemplateResult {
    const close = (): void => {
      this.asking = false;
    };
    return html`<mulin-dialog
      heading=${words.cancelAsk}
      ?open=${this.asking}
      @mulin-closed=${close}
    >
      ${words.cancelMeans}
      <mulin-button slot="actions" @click=${close}>${words.keep}</mulin-button>
      <mulin-button
        slot="actions"
        kind="danger"
        @click=${() => {
          close();
          this.#tell('cancel');
        }}
      >
        ${words.cancelNow}
      </mulin-button>
    </mulin-dialog>`;
  }

  #tell(event: string): void {
    this.dispatchEvent(new Event(event));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mulin-appointment-actions': MulinAppointmentActions;
  }
}
