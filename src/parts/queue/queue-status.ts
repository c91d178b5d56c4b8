import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { CommandName, InputOf } from '../../gateway/contract.ts';
import type { Status } from '../../model/queue/queries.ts';
import { timeAt } from '../../model/shared/dates.ts';
import { element, MulinElement } from '../../ui/base.ts';
import '../../ui/button.ts';
import { card, ground } from '../../ui/ground.styles.ts';
import '../../ui/notice.ts';
import '../../ui/sample.ts';
import { Sending } from '../../ui/sending.ts';
import { Watch } from '../../ui/watch.ts';
import { queueWords, sentenceFor, type QueueWords, type Trouble } from './strings.ts';

/** From this place on somebody should be in the hall: three are before them. */
const SOON = 4;
const AWAY_MINUTES = 20;

/**
 * How a ticket stands, for the phone of whoever holds it: the place and why, how long it may take, and what one can do
 * meanwhile. When three remain, it says so and shakes.
 *
 * @summary My place in the line.
 * @fires {CustomEvent<{ position: number }>} mulin-soon - Three or fewer are before the ticket.
 * @fires {CustomEvent<{ counter: string }>} mulin-called - The ticket is called.
 * @csspart card - The sheet.
 * @example
 * <mulin-queue-status place="wujiaochang-centre" date="2026-12-11" number="A012" pass="482913"></mulin-queue-status>
 */
@element('mulin-queue-status')
export class MulinQueueStatus extends MulinElement {
  static override styles = [
    ground,
    card,
    css`
      .card,
      .card [role='status'],
      .acts {
        display: grid;
        gap: var(--mulin-space-3);
      }
      .number {
        font-size: calc(var(--mulin-text-display) * 1.8);
        font-weight: var(--mulin-weight-strong);
        line-height: 1.1;
        font-variant-numeric: tabular-nums;
      }
      h2 {
        font-size: var(--mulin-text-title);
        line-height: var(--mulin-leading-tight);
      }
      .wait {
        font-size: var(--mulin-text-lead);
      }
      .hint {
        color: var(--mulin-ink-2);
      }
    `,
  ];

  /** What stands on the ticket, or in its QR code. */
  @property() place = '';
  @property() date = '';
  @property() number = '';
  @property() pass = '';

  @state() private trouble: Trouble | undefined;
  @state() private isLeaving = false;
  #told = '';
  readonly #sending = new Sending(this);
  readonly #status = new Watch(this, 'queue.status', () => {
    const { place, date, number, pass } = this;
    return place && date && number && pass ? { place, date, number, pass } : undefined;
  });

  protected override updated(_changed: PropertyValues<this>): void {
    const { value } = this.#status;
    if (value) this.#tell(value);
  }

  override render(): TemplateResult {
    const { snapshot } = this.#status;
    switch (snapshot.status) {
      case 'waiting':
        return html`<p role="status">${this.say(queueWords).waiting}</p>`;
      case 'refused':
      case 'fault':
        return this.#renderNotice(snapshot);
      case 'answer':
        return html`${this.trouble ? this.#renderNotice(this.trouble) : nothing}
        ${this.#renderCard(snapshot.value)}`;
    }
  }

  #renderCard(status: Status): TemplateResult {
    const words = this.say(queueWords);
    const { name, line, sample } = status;
    return html`<article class="card" part="card" aria-label=${words.status.label}>
      <p>
        ${line.name[this.locale]}${words.board.dot}${name[this.locale]}
        ${sample ? html`<mulin-sample></mulin-sample>` : nothing}
      </p>
      <p class="number">${status.number}</p>
      <div role="status">${this.#renderState(status, words)}</div>
    </article>`;
  }

  #renderState(status: Status, words: QueueWords): TemplateResult {
    const { state: now } = status;
    if (status.ended && ['issued', 'waiting', 'parked', 'missed'].includes(now))
      return notice('info', words.status.ended, words.status.endedHint);
    switch (now) {
      case 'issued':
        return html`<p>${words.status.issued}</p>`;
      case 'waiting':
        return this.#renderWaiting(status, words);
      case 'parked':
        return this.#renderAway(status, words);
      case 'called':
        return notice('success', words.status.called(this.#sign(status)), words.status.calledHint);
      case 'missed':
        return this.#renderMissed(status, words);
      case 'finished':
        return html`<p>${words.status.finished}</p>`;
      case 'left':
        return html`<p>${words.status.left}</p>`;
    }
  }

  #renderWaiting(status: Status, words: QueueWords): TemplateResult {
    const { position = 1, why, wait, maxAwayMinutes, policy } = status;
    const away = Math.min(AWAY_MINUTES, maxAwayMinutes);
    return html`<h2>${position === 1 ? words.status.nextOne : words.status.position(position)}</h2>
      <p class="wait">${wait ? words.wait(wait) : words.noCounter}</p>
      ${position > 1 && position <= SOON ? notice('warning', words.status.soon(position)) : nothing}
      <p>${why ? words.why(why) : nothing}</p>
      <p class="hint">${words.policy(policy)}</p>
      <div class="acts">
        ${
          position > 1
            ? html`<mulin-button
                @click=${() => this.#send('ticket.away', { ...this.#held, minutes: away })}
                >${words.status.away(away)}</mulin-button
              >`
            : nothing
        }
        ${this.#renderLeave(words)}
      </div>`;
  }

  #renderAway({ awayUntil, zone }: Status, words: QueueWords): TemplateResult {
    const until =
      awayUntil === undefined ? nothing : words.status.awayUntil(timeAt(awayUntil, zone));
    return html`<h2>${until}</h2>
      <p>${words.status.awayHint}</p>
      <div class="acts">
        <mulin-button kind="primary" @click=${() => this.#send('ticket.back', this.#held)}
          >${words.status.imBack}</mulin-button
        >
        ${this.#renderLeave(words)}
      </div>`;
  }

  #renderMissed({ returnAfter, returnsLeft }: Status, words: QueueWords): TemplateResult {
    const hint = returnsLeft > 0 ? words.status.missedHint(returnAfter) : words.status.noReturn;
    return html`${notice('warning', words.status.missed, hint)}
    ${
      returnsLeft > 0
        ? html`<mulin-button
            kind="primary"
            size="main"
            @click=${() => this.#send('ticket.return', this.#held)}
            >${words.status.back}</mulin-button
          >`
        : nothing
    }`;
  }

  /** Asked twice: nobody gives up an hour of waiting by a slip. */
  #renderLeave({ status: words }: QueueWords): TemplateResult {
    if (!this.isLeaving)
      return html`<mulin-button @click=${() => (this.isLeaving = true)}
        >${words.leave}</mulin-button
      >`;
    return html`<mulin-button kind="danger" @click=${() => this.#send('ticket.leave', this.#held)}
        >${words.leaveSure}</mulin-button
      >
      <mulin-button @click=${() => (this.isLeaving = false)}>${words.keep}</mulin-button>`;
  }

  #renderNotice(trouble: Trouble): TemplateResult {
    const { title, next } = sentenceFor(this.locale, trouble);
    return html`<mulin-notice kind="refusal" heading=${title}>${next}</mulin-notice>`;
  }

  get #held(): { place: string; date: string; number: string; pass: string } {
    const { place, date, number, pass } = this;
    return { place, date, number, pass };
  }

  #sign({ counter }: Status): string {
    return counter?.name?.[this.locale] ?? this.say(queueWords).counter(counter?.number ?? 0);
  }

  /** Once for each thing worth telling. */
  #tell({ state: now, position, since, counter }: Status): void {
    const isSoon = now === 'waiting' && position !== undefined && position <= SOON;
    const news = now === 'called' ? `called ${since}` : isSoon ? 'soon' : '';
    if (!news || news === this.#told) return;
    this.#told = news;
    // Where the phone may: it takes a touch of the page before, and some phones never do.
    if (navigator.userActivation?.hasBeenActive) navigator.vibrate?.([200, 100, 200]);
    if (now === 'called') this.emit('mulin-called', { counter: counter?.id ?? '' });
    else this.emit('mulin-soon', { position: position ?? 0 });
  }

  async #send<Name extends CommandName & `ticket.${string}`>(
    name: Name,
    input: InputOf<Name>,
  ): Promise<void> {
    const outcome = await this.#sending.send(name, input);
    if (!outcome) return;
    const isTrouble = outcome.status === 'refused' || outcome.status === 'fault';
    this.trouble = isTrouble ? (outcome as Trouble) : undefined;
    this.isLeaving = false;
  }
}

const notice = (kind: 'info' | 'warning' | 'success', heading: string, text = ''): TemplateResult =>
  html`<mulin-notice kind=${kind} heading=${heading}>${text}</mulin-notice>`;

declare global {
  interface HTMLElementTagNameMap {
    'mulin-queue-status': MulinQueueStatus;
  }
}
