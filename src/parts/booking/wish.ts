import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { dayName } from '../../i18n/index.ts';
import type { Offer } from '../../model/booking/queries.ts';
import type { Receipt } from '../../model/booking/receipt.ts';
import type { WishReceipt } from '../../model/booking/wait.ts';
import { timeAt } from '../../model/shared/dates.ts';
import { element, MulinElement } from '../../ui/base.ts';
import '../../ui/button.ts';
import { Clock } from '../../ui/clock.ts';
import '../../ui/dialog.ts';
import '../../ui/facts.ts';
import '../../ui/notice.ts';
import { Sending } from '../../ui/sending.ts';
import { Watch } from '../../ui/watch.ts';
import type { Proof } from './find-form.ts';
import { receiptStyles } from './receipt.styles.ts';
import { lateWords, type LateWords } from './late.strings.ts';
import { grouped } from './told.ts';
import { sentenceFor, type Trouble } from './late.trouble.ts';

/**
 * A place on the waiting list: how many are before, what is offered and until when. It follows the list; what is offered
 * can be taken or left with one press, and leaving is asked once more.
 *
 * @summary My place on the waiting list.
 * @fires {CustomEvent<Receipt>} taken - The offered place was taken: it is an appointment now.
 * @fires {Event} left - The person waits no more.
 * @csspart card - The card.
 * @csspart code - The ten digits.
 */
@element('mulin-wish')
export class MulinWish extends MulinElement {
  static override styles = receiptStyles;

  /** What opens it. */
  @property({ attribute: false }) proof: Proof | undefined;

  @state() private asking = false;
  @state() private gone = false;
  @state() private trouble: Trouble | undefined;
  readonly #sending = new Sending(this);
  readonly #clock: Clock = new Clock(this, () => this.#wish.value?.status === 'offered');
  readonly #wish = new Watch(this, 'booking.wish', () => (this.gone ? undefined : this.proof));
  readonly #offer = new Watch(this, 'booking.offer', () => {
    const service = this.#wish.value?.service;
    return service ? { service } : undefined;
  });

  override render(): TemplateResult | typeof nothing {
    const words = this.say(lateWords);
    if (this.gone) {
      return html`<mulin-notice heading=${words.waitLeft}>${words.waitLeftNext}</mulin-notice>`;
    }
    const wish = this.#wish.value;
    const offer = this.#offer.value;
    if (!wish || !offer) return nothing;
    return html`${this.#said()} ${this.#headline(wish, offer, words)}
      <article part="card" aria-label=${words.waitTitle}>
        <div class="code">
          <p>
            <span>${words.code}</span>
            <b part="code">${grouped(wish.code)}</b>
            <small>${words.waitKeepCode}</small>
          </p>
        </div>
        <mulin-facts .facts=${this.#facts(wish, offer, words)}></mulin-facts>
        <div class="keep">
          <mulin-button @click=${() => (this.asking = true)}>${words.waitLeave}</mulin-button>
        </div>
      </article>
      ${this.#ask(words)}`;
  }

  #headline(wish: WishReceipt, offer: Offer, words: LateWords): TemplateResult {
    const offered = wish.offer;
    if (wish.status === 'ended')
      return html`<mulin-notice kind="warning" heading=${words.waitEnded}>
        ${words.waitEndedNext}
      </mulin-notice>`;
    if (!offered || this.#clock.now >= offered.until)
      return html`<mulin-notice heading=${words.waitBefore(wish.before)}>
        ${words.waitTold}
      </mulin-notice>`;
    const when = `${dayName(this.locale, offered.date)} ${offered.time}`;
    return html`<mulin-notice kind="success" heading=${words.waitOffered(when)}>
      ${words.waitOfferedUntil(timeAt(offered.until, offer.zone))}
      <mulin-button
        slot="actions"
        kind="primary"
        ?busy=${this.#sending.busy}
        @click=${this.#onTake}
      >
        ${words.waitTake}
      </mulin-button>
    </mulin-notice>`;
  }

  #facts({ from, to, place }: WishReceipt, { service, places }: Offer, words: LateWords) {
    const days = dayName(this.locale, from);
    return [
      { label: words.service, value: service.name[this.locale] },
      { label: words.place, value: places.find(({ id }) => id === place)?.name[this.locale] ?? '' },
      {
        label: words.waitDays,
        value: from === to ? days : words.fromTo(days, dayName(this.locale, to)),
      },
    ];
  }

  #said(): TemplateResult | typeof nothing {
    if (!this.trouble) return nothing;
    const { title, next } = sentenceFor(this.locale, this.trouble);
    return html`<mulin-notice kind="refusal" heading=${title}>${next}</mulin-notice>`;
  }

  #ask(words: LateWords): TemplateResult {
    const close = (): void => {
      this.asking = false;
    };
    return html`<mulin-dialog
      heading=${words.waitLeaveAsk}
      ?open=${this.asking}
      @mulin-closed=${close}
    >
      ${words.waitLeaveMeans}
      <mulin-button slot="actions" @click=${close}>${words.waitStay}</mulin-button>
      <mulin-button
        slot="actions"
        kind="danger"
        ?busy=${this.#sending.busy}
        @click=${this.#onLeave}
      >
        ${words.waitLeaveNow}
      </mulin-button>
    </mulin-dialog>`;
  }

  async #onTake(): Promise<void> {
    if (!this.proof) return;
    const outcome = await this.#sending.send('booking.take-offer', this.proof);
    this.#hear(outcome);
    if (outcome?.status !== 'sent') return;
    this.dispatchEvent(new CustomEvent<Receipt>('taken', { detail: outcome.result }));
  }

  async #onLeave(): Promise<void> {
    if (!this.proof) return;
    const outcome = await this.#sending.send('booking.stop-waiting', this.proof);
    this.asking = false;
    this.#hear(outcome);
    if (outcome?.status !== 'sent') return;
    this.gone = true;
    this.dispatchEvent(new Event('left'));
  }

  #hear(outcome: { readonly status: string } | undefined): void {
    const failed = outcome?.status === 'refused' || outcome?.status === 'fault';
    this.trouble = failed ? (outcome as Trouble) : undefined;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mulin-wish': MulinWish;
  }
}
