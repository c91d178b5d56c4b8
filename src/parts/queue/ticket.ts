import { ContextConsumer } from '@lit/context';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Printer } from '../../device/printer/contract.ts';
import type { Speaker } from '../../device/speech/contract.ts';
import { sayTicket } from '../../device/speech/reading.ts';
import { dayName } from '../../i18n/index.ts';
import type { Offer } from '../../model/queue/queries.ts';
import type { HeldTicket } from '../../model/queue/take.ts';
import { element, MulinElement } from '../../ui/base.ts';
import '../../ui/button.ts';
import { printerContext, speakerContext } from '../../ui/contexts.ts';
import '../../ui/facts.ts';
import { card, ground } from '../../ui/ground.styles.ts';
import '../../ui/icon.ts';
import '../../ui/notice.ts';
import '../../ui/print.ts';
import '../../ui/qr.ts';
import '../../ui/sample.ts';
import { Sending } from '../../ui/sending.ts';
import { Watch } from '../../ui/watch.ts';
import './find-ticket.ts';
import { codeOf, factsOf, slipOf, type Told } from './slip.ts';
import './standing.ts';
import { queueWords, sentenceFor, type QueueWords, type Trouble } from './strings.ts';
import { ticketStyles } from './ticket.styles.ts';

type OfferedLine = Offer['lines'][number];

/**
 * Takes a ticket: one press for the line, one for what gives priority, and the number is there, on paper where there is a
 * printer, always on the screen, and said aloud where there is a voice. A ticket counts when it has reached the person; where printing fails the screen offers
 * it again. Whoever has checked in for an appointment is asked nothing: with `check-in` the ticket is taken at once.
 *
 * @summary Takes a ticket.
 * @fires {CustomEvent<HeldTicket>} mulin-ticket-taken - The ticket, once it has reached the person.
 * @fires {CustomEvent<{}>} mulin-leave - The person is done here.
 * @csspart number - The number.
 * @example
 * <mulin-ticket place="wujiaochang-centre"></mulin-ticket>
 */
@element('mulin-ticket')
export class MulinTicket extends MulinElement {
  static override styles = [ground, card, ticketStyles];

  /** The place, by its id in the pack. */
  @property() place = '';

  /** The page on which a phone follows the ticket. Without one the QR code holds the number in words. */
  @property({ attribute: 'phone-page' }) phonePage = '';

  /** The id of an appointment whose holder has checked in; its ticket is taken without a question. */
  @property({ attribute: 'check-in' }) checkIn = '';

  /** What that appointment is for, by its id in the pack. */
  @property() service = '';

  @state() private line: string | undefined;
  @state() private isFinding = false;
  @state() private held: HeldTicket | undefined;
  @state() private isPrinted = false;
  @state() private trouble: Trouble | undefined;
  #printer: Printer | undefined;
  #speaker: Speaker | undefined;
  readonly #sending = new Sending(this);
  readonly #offer = new Watch(this, 'queue.offer', () =>
    this.place ? { place: this.place } : undefined,
  );

  constructor() {
    super();
    new ContextConsumer(this, {
      context: printerContext,
      subscribe: true,
      callback: (printer) => (this.#printer = printer),
    });
    new ContextConsumer(this, {
      context: speakerContext,
      subscribe: true,
      callback: (speaker) => (this.#speaker = speaker),
    });
  }

  protected override updated(_changed: PropertyValues<this>): void {
    const offer = this.#offer.value;
    if (!this.checkIn || this.checkIn === this.#tookFor || !offer) return;
    this.#tookFor = this.checkIn;
    void this.updateComplete.then(() => this.#takeFor(this.checkIn, offer));
  }
  #tookFor = '';

  override render(): TemplateResult {
    const { snapshot } = this.#offer;
    switch (snapshot.status) {
      case 'waiting':
        return html`<p role="status">${this.say(queueWords).waiting}</p>`;
      case 'refused':
      case 'fault':
        return this.#renderNotice(snapshot);
      case 'answer': {
        const offer = snapshot.value;
        const line = offer.lines.find(({ id }) => id === (this.held?.line ?? this.line));
        if (this.held && line)
          return this.#renderHeld({ held: this.held, offer, line, phonePage: this.phonePage });
        if (this.checkIn) return this.#renderTaking();
        if (this.isFinding) return this.#renderFind(offer);
        return html`${this.trouble ? this.#renderNotice(this.trouble) : nothing}
        ${line ? this.#renderNeeds(offer, line) : this.#renderLines(offer)}`;
      }
    }
  }

  #renderLines(offer: Offer): TemplateResult {
    const words = this.say(queueWords);
    return html`<section aria-labelledby="heading">
      <h2 id="heading">
        ${words.ticket.heading}${offer.sample ? html`<mulin-sample></mulin-sample>` : nothing}
      </h2>
      <p class="hint">${words.ticket.hint}${words.board.dot}${offer.name[this.locale]}</p>
      ${this.#renderHours(offer, words)}
      <div class="lines">${offer.lines.map((line) => this.#renderLine(offer, line, words))}</div>
      <p class="policy">${words.policy(offer.policy)}</p>
      <mulin-button @click=${() => (this.isFinding = true)}>${words.ticket.find}</mulin-button>
    </section>`;
  }

  /** A number is looked for on the day for which tickets are given out now. */
  #renderFind(offer: Offer): TemplateResult {
    const { date, next } = offer.opening;
    return html`<mulin-find-ticket
      place=${this.place}
      date=${isCallingNow(offer) ? date : (next?.date ?? date)}
      @done=${() => (this.isFinding = false)}
    ></mulin-find-ticket>`;
  }

  #renderHours(
    { opening, ended }: Offer,
    { ticket: words }: QueueWords,
  ): TemplateResult | typeof nothing {
    if (opening.state === 'open' && !ended) return nothing;
    const next =
      opening.next && words.nextDay(dayName(this.locale, opening.next.date), opening.next.from);
    return html`<mulin-notice
      heading=${opening.state === 'closed' ? words.closedToday : words.closed}
    >
      ${next ?? nothing}
    </mulin-notice>`;
  }

  #renderLine(offer: Offer, line: OfferedLine, words: QueueWords): TemplateResult {
    const isNow = isCallingNow(offer);
    const left = isNow ? line.left : (line.nightLeft ?? 0);
    const wait =
      line.open === 0
        ? words.noCounter
        : line.waiting === 0
          ? words.free
          : line.wait && words.wait(line.wait);
    const facts = isNow ? [words.people(line.waiting), wait] : [words.ticket.left(left)];
    return html`<button
      type="button"
      class="line"
      ?disabled=${left === 0}
      @click=${() => this.#onLine(offer, line)}
    >
      <span class="letter" aria-hidden="true">${line.letter}</span>
      <span class="words">
        <b>${line.name[this.locale]}</b>
        <span>${line.services.map((name) => name[this.locale]).join('、')}</span>
      </span>
      <span class="state">
        ${left === 0 ? words.ticket.none : facts.filter(Boolean).join(words.board.dot)}
        ${line.quietFrom === undefined ? nothing : html`<small>${words.ticket.quiet(line.quietFrom)}</small>`}
      </span>
    </button>`;
  }

  #renderNeeds(offer: Offer, line: OfferedLine): TemplateResult {
    const { ticket: words } = this.say(queueWords);
    return html`<section aria-labelledby="heading">
      <h2 id="heading">${words.needHeading}</h2>
      <p class="hint">${words.needHint}</p>
      <div class="needs">
        ${offer.priority.map(
          ({ id, ask }) =>
            html`<mulin-button
              size="main"
              ?busy=${this.#sending.busy}
              @click=${() => this.#take(offer, line, { needs: [id] })}
              >${ask[this.locale]}</mulin-button
            >`,
        )}
        <mulin-button
          kind="primary"
          size="main"
          ?busy=${this.#sending.busy}
          @click=${() => this.#take(offer, line)}
          >${words.noNeed}</mulin-button
        >
        <mulin-button @click=${() => (this.line = undefined)}>
          <mulin-icon slot="start" name="chevron-left"></mulin-icon>${words.back}
        </mulin-button>
      </div>
    </section>`;
  }

  /** For an appointment there is nothing to choose. */
  #renderTaking(): TemplateResult {
    const { ticket: words } = this.say(queueWords);
    if (!this.trouble) return html`<p role="status">${words.taking}</p>`;
    return html`<section>
      <div role="status">${this.#renderNotice(this.trouble)}</div>
      <mulin-button kind="primary" size="main" @click=${this.#onDone}>${words.done}</mulin-button>
    </section>`;
  }

  #renderHeld(told: Told): TemplateResult {
    const { ticket: words } = this.say(queueWords);
    const { held, offer } = told;
    return html`<section aria-labelledby="heading">
      <mulin-notice kind="success" heading=${words.taken} id="heading">
        ${this.isPrinted ? words.printed : words.shown}
      </mulin-notice>
      <article class="card" aria-label=${words.yours}>
        <h2 class="yours" tabindex="-1">${words.yours}</h2>
        <p class="number" part="number">${held.number}</p>
        <mulin-standing
          place=${held.place}
          date=${held.date}
          number=${held.number}
          pass=${held.pass}
        ></mulin-standing>
        <mulin-facts .facts=${factsOf(told, this.locale)}></mulin-facts>
        <div class="qr">
          <mulin-qr label=${words.qr} value=${codeOf(told, this.locale)}></mulin-qr>
          ${this.phonePage ? html`<p>${words.qrHint}</p>` : nothing}
        </div>
        <p class="hint">${words.missedHint(offer.returnAfter)}</p>
        <p class="hint">${words.gapHint}</p>
      </article>
      ${this.isPrinted ? nothing : html`<mulin-print .slip=${slipOf(told, this.locale)}></mulin-print>`}
      <mulin-button kind="primary" size="main" @click=${this.#onDone}>${words.done}</mulin-button>
    </section>`;
  }

  #renderNotice(trouble: Trouble): TemplateResult {
    const { title, next } = sentenceFor(this.locale, trouble);
    return html`<mulin-notice kind="refusal" heading=${title}>${next}</mulin-notice>`;
  }

  #onLine(offer: Offer, line: OfferedLine): void {
    this.trouble = undefined;
    if (offer.priority.length > 0) this.line = line.id;
    else void this.#take(offer, line);
  }

  async #takeFor(checkIn: string, offer: Offer): Promise<void> {
    const line = offer.lines.find(({ serviceIds }) => serviceIds.includes(this.service));
    if (line) return this.#take(offer, line, { checkIn });
    this.trouble = { status: 'refused', refusal: { code: 'ticket.unknown-line' } };
  }

  async #take(
    offer: Offer,
    line: OfferedLine,
    more: { readonly needs?: string[]; readonly checkIn?: string } = {},
  ): Promise<void> {
    const { next } = offer.opening;
    const isAhead = !more.checkIn && !isCallingNow(offer);
    const outcome = await this.#sending.send('ticket.take', {
      place: this.place,
      line: line.id,
      ...more,
      ...(isAhead && next && { date: next.date }),
    });
    this.trouble =
      outcome?.status === 'refused' || outcome?.status === 'fault' ? outcome : undefined;
    if (outcome?.status === 'sent') await this.#handOver(outcome.result, offer, line);
  }

  /** On paper if that works, else on the screen; only then does the ticket count. */
  async #handOver(held: HeldTicket, offer: Offer, line: OfferedLine): Promise<void> {
    const slip = slipOf({ held, offer, line, phonePage: this.phonePage }, this.locale);
    const printed = await this.#printer?.print(slip).catch(() => undefined);
    this.isPrinted = printed?.status === 'printed';
    this.held = held;
    if (this.locale === 'zh-CN') void this.#speaker?.say(sayTicket(held.number, this.isPrinted));
    const { place, date, number, pass } = held;
    const by = this.isPrinted ? 'printed' : 'shown';
    await this.#sending.sendAside('ticket.deliver', { place, date, number, pass, by });
    this.emit('mulin-ticket-taken', held);
  }

  readonly #onDone = (): void => {
    this.held = undefined;
    this.line = undefined;
    this.emit('mulin-leave', {});
  };
}

const isCallingNow = ({ opening, ended }: Offer): boolean => opening.state === 'open' && !ended;

declare global {
  interface HTMLElementTagNameMap {
    'mulin-ticket': MulinTicket;
  }
}
