import { consume } from '@lit/context';
import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { CardReader, IdCard } from '../../device/card/contract.ts';
import type { Slip } from '../../device/printer/contract.ts';
import { dayName } from '../../i18n/index.ts';
import type { MyActivities } from '../../model/activity/queries.ts';
import { element, MulinElement } from '../../ui/base.ts';
import '../../ui/button.ts';
import { cardReaderContext } from '../../ui/contexts.ts';
import '../../ui/facts.ts';
import { card, ground } from '../../ui/ground.styles.ts';
import '../../ui/icon.ts';
import '../../ui/notice.ts';
import { Presence } from '../../ui/presence.ts';
import '../../ui/print.ts';
import '../../ui/read-card.ts';
import { Watch } from '../../ui/watch.ts';
import './activities.ts';
import './attendance.ts';
import { giveStyles } from './give.styles.ts';
import { giveWords, type GiveWords } from './give.strings.ts';
import { orderStyles } from './order.styles.ts';
import { sentenceFor, type Trouble } from './give.trouble.ts';

type Room = 'shifts' | 'attend' | 'hours';

/**
 * Everything of a volunteer: shifts to sign up for, coming and going by the code, and the hours on their record (the time
 * bank), by their own card, with a certificate on paper.
 *
 * @summary Volunteering at a charity supermarket.
 * @slot back - Before the title: a way back.
 * @fires {CustomEvent<{ code: string }>} mulin-signed-up - A place, or one on the waiting list. Carries no personal data.
 * @fires {CustomEvent<{}>} mulin-leave - The person is done.
 * @example
 * <mulin-volunteer></mulin-volunteer>
 */
@element('mulin-volunteer')
export class MulinVolunteer extends MulinElement {
  static override styles = [ground, card, orderStyles, giveStyles];

  @consume({ context: cardReaderContext, subscribe: true })
  @state()
  private reader: CardReader | undefined;
  @state() private room: Room | undefined;
  @state() private trouble: Trouble | undefined;
  readonly #presence = new Presence(this);
  readonly #mine = new Watch(this, 'activity.mine', () => (this.#presence.known ? {} : undefined));

  override render(): TemplateResult {
    const words = this.say(giveWords);
    const back = html`<mulin-button
      slot="back"
      label=${words.back}
      @click=${() => this.#go(undefined)}
    >
      <mulin-icon name="chevron-left"></mulin-icon>
    </mulin-button>`;
    if (this.room === 'shifts')
      return html`<mulin-activities kind="shift">${back}</mulin-activities>`;
    return html`<header>
        ${this.room ? back : html`<slot name="back"></slot>`}
        <h2 tabindex="-1">
          ${this.room === 'attend' ? words.attend : this.room === 'hours' ? words.hours : words.volunteer}
        </h2>
      </header>
      ${this.#renderRoom(words)}`;
  }

  #renderRoom(words: GiveWords): TemplateResult {
    switch (this.room) {
      case 'attend':
        return html`<mulin-attendance></mulin-attendance>`;
      case 'hours':
        return this.#renderHours(words);
      default:
        return html`<div class="ways">
          ${(
            [
              ['shifts', words.signUp],
              ['attend', words.attend],
              ['hours', words.hours],
            ] as const
          ).map(
            ([room, label]) =>
              html`<button type="button" class="way" @click=${() => this.#go(room)}>
                <b>${label}</b>
              </button>`,
          )}
        </div>`;
    }
  }

  #renderHours(words: GiveWords): TemplateResult {
    const trouble = this.trouble ? sentenceFor(this.locale, this.trouble) : undefined;
    const mine = this.#mine.value;
    return html`${trouble ? html`<mulin-notice kind="refusal" heading=${trouble.title}>${trouble.next}</mulin-notice>` : nothing}
    ${
      this.#presence.known
        ? mine
          ? this.#renderMine(mine, words)
          : html`<p role="status">${words.waiting}</p>`
        : this.reader
          ? html`<p>${words.hoursWhy}</p>
              <mulin-read-card @read=${this.#onCard}></mulin-read-card>`
          : html`<mulin-notice heading=${words.noReader}>${words.noReaderNext}</mulin-notice>`
    }`;
  }

  #renderMine({ minutes, record }: MyActivities, words: GiveWords): TemplateResult {
    if (record.length === 0) return html`<mulin-notice heading=${words.hoursNone}></mulin-notice>`;
    const rows = record.map(({ on, amount }) => ({
      label: dayName(this.locale, on),
      value: words.minutes(amount),
    }));
    return html`<section class="card balance">
        <p><span class="unit">${words.hoursTotal}</span><br /><b>${words.minutes(minutes)}</b></p>
        <mulin-print .slip=${this.#certificate(minutes, words)}></mulin-print>
      </section>
      <section class="card"><mulin-facts .facts=${rows}></mulin-facts></section>`;
  }

  /** Names nobody: it is handed over together with the person's own card. */
  #certificate(minutes: number, words: GiveWords): Slip {
    return {
      lang: this.locale,
      title: words.hoursCertificate,
      lines: [
        { kind: 'heading', text: words.hoursCertificate },
        { kind: 'fact', label: words.hoursTotal, value: words.minutes(minutes) },
      ],
    };
  }

  #go(room: Room | undefined): void {
    this.#presence.leave();
    this.room = room;
    this.trouble = undefined;
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true }),
    );
  }

  async #onCard({ detail: { idNumber, name } }: CustomEvent<IdCard>): Promise<void> {
    const presented = await this.#presence.present({ kind: 'card', idNumber, name });
    this.trouble = presented.status === 'known' ? undefined : presented;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mulin-volunteer': MulinVolunteer;
  }
}
