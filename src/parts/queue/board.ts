import { ContextConsumer } from '@lit/context';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { sayCall } from '../../device/speech/reading.ts';
import type { Speaker } from '../../device/speech/contract.ts';
import type { Call } from '../../model/queue/documents.ts';
import type { Board } from '../../model/queue/queries.ts';
import { timeAt } from '../../model/shared/dates.ts';
import { element, MulinElement } from '../../ui/base.ts';
import { Clock } from '../../ui/clock.ts';
import { speakerContext } from '../../ui/contexts.ts';
import { ground } from '../../ui/ground.styles.ts';
import '../../ui/notice.ts';
import '../../ui/sample.ts';
import { Watch } from '../../ui/watch.ts';
import { Announcements } from './announcements.ts';
import { boardStyles } from './board.styles.ts';
import { queueWords, sentenceFor } from './strings.ts';

/** So long a board waits for its first answer before it says that it has none; milliseconds. */
const PATIENCE = 5000;

/**
 * The board in a hall: the called number large, the calls before it, who waits for what, and in a sentence who goes first.
 * Calls are announced one after the other, also those that came while the board was away. It shows numbers and nothing
 * else of a person.
 *
 * @summary The board in a hall.
 * @csspart call - The called number.
 * @csspart line - One line and who waits in it.
 * @example
 * <mulin-board place="wujiaochang-centre" metres="6"></mulin-board>
 */
@element('mulin-board')
export class MulinBoard extends MulinElement {
  static override styles = [ground, boardStyles];

  /** The place, by its id in the pack. */
  @property() place = '';

  /** From how far it is read. At 10 m it shows less, and that larger. */
  @property({ type: Number, reflect: true }) metres: 3 | 6 | 10 = 6;

  /** How long a call stays large at least, in seconds. */
  @property({ type: Number, attribute: 'hold-seconds' }) holdSeconds = 6;

  @state() private current: Call | undefined;
  #speaker: Speaker | undefined;
  readonly #clock = new Clock(this, () => true);
  readonly #board = new Watch(this, 'queue.board', () =>
    this.place ? { place: this.place } : undefined,
  );
  readonly #announcements = new Announcements({
    now: () => this.#clock.now,
    hold: () => this.holdSeconds * 1000,
    say: (call) => this.#say(call),
    show: (call) => (this.current = call),
  });

  constructor() {
    super();
    new ContextConsumer(this, {
      context: speakerContext,
      subscribe: true,
      callback: (speaker) => (this.#speaker = speaker),
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#announcements.stop();
  }

  protected override willUpdate(_changed: PropertyValues<this>): void {
    const { snapshot } = this.#board;
    if (snapshot.status === 'answer')
      this.#announcements.hear(
        `${snapshot.value.place}/${snapshot.value.date}`,
        snapshot.value.calls,
      );
  }

  override render(): TemplateResult {
    const { snapshot, value } = this.#board;
    switch (snapshot.status) {
      case 'refused':
        return this.#renderTrouble(sentenceFor(this.locale, snapshot));
      case 'fault':
      case 'waiting':
        // A board that goes blank makes a whole hall get up: what was true stays until something newer is.
        return value || this.#last
          ? this.#renderBoard(value ?? (this.#last as Board))
          : this.#renderOpening(snapshot.status === 'fault');
      case 'answer':
        this.#last = snapshot.value;
        return this.#renderBoard(snapshot.value);
    }
  }
  #last: Board | undefined;

  #renderBoard(board: Board): TemplateResult {
    const before = this.#before(board);
    return html`<div class=${before.length > 0 ? 'board' : 'board alone'}>
      ${this.#renderHead(board)} ${this.#renderCall(board)} ${this.#renderBefore(board, before)}
      ${this.#renderLines(board)} ${this.#renderFoot(board)}
    </div>`;
  }

  /** With the cable pulled out there is nothing to show yet: people are told where to listen. */
  #renderOpening(isFault: boolean): TemplateResult {
    const words = this.say(queueWords);
    const { now } = this.#clock;
    this.#openedAt ??= now;
    return isFault || now - this.#openedAt > PATIENCE
      ? html`<section class="opening" role="status">
          <h2>${words.board.away}</h2>
          <p>${words.board.awayHint}</p>
        </section>`
      : html`<p class="opening" role="status">${words.waiting}</p>`;
  }
  #openedAt: number | undefined;

  #renderHead({ name, sample, zone }: Board): TemplateResult {
    return html`<div class="head">
      <h2>${name[this.locale]}${sample ? html`<mulin-sample></mulin-sample>` : nothing}</h2>
      <time>${timeAt(this.#clock.now, zone)}</time>
    </div>`;
  }

  #renderCall(board: Board): TemplateResult {
    const words = this.say(queueWords);
    const call = this.current ?? board.calls.at(-1);
    if (!call)
      return html`<section class="call quiet" role="status">
        <p>${board.ended ? words.board.ended : words.board.nobody}</p>
      </section>`;
    const line = board.lines.find(({ id }) => id === call.line);
    const about = [line?.name[this.locale], line?.bring?.[this.locale]].filter(Boolean);
    return html`<section class="call" part="call" role="status" aria-label=${words.board.label}>
      <p class="come">${call.again > 0 ? words.board.again : words.board.come}</p>
      <p class="number">${call.number}</p>
      <p class="counter">${this.#counterName(board, call.counter)}</p>
      <p class="about">${about.join(words.board.dot)}</p>
    </section>`;
  }

  #before({ calls }: Board): Call[] {
    const shown = this.current ?? calls.at(-1);
    // A number once: a call again is not another person.
    const latest = new Map(calls.map((call) => [call.number, call]));
    return [...latest.values()]
      .filter(({ number, count }) => number !== shown?.number && count < (shown?.count ?? Infinity))
      .toSorted((a, b) => b.count - a.count)
      .slice(0, this.metres === 10 ? 3 : 5);
  }

  #renderBefore(board: Board, before: readonly Call[]): TemplateResult | typeof nothing {
    if (before.length === 0) return nothing;
    return html`<ol class="before" aria-label=${this.say(queueWords).board.last}>
      ${repeat(
        before,
        ({ number }) => number,
        (call) =>
          html`<li>
            <b>${call.number}</b><span>${this.#counterName(board, call.counter)}</span>
          </li>`,
      )}
    </ol>`;
  }

  #renderLines({ lines }: Board): TemplateResult {
    const words = this.say(queueWords);
    return html`<ul class="lines" aria-label=${words.board.lines}>
      ${lines.map(({ name, waiting, wait, open }) => {
        const much =
          open === 0 ? words.noCounter : waiting === 0 ? words.free : wait && words.wait(wait);
        return html`<li part="line">
          <span>${name[this.locale]}<i>${words.board.dot}${words.desk.queue}</i></span>
          <b>${words.people(waiting)}${much ? html`<i>${words.board.dot}${much}</i>` : nothing}</b>
        </li>`;
      })}
    </ul>`;
  }

  #renderFoot({ policy, back, missed }: Board): TemplateResult {
    const words = this.say(queueWords);
    const returning = back.map(({ number, after }) => words.board.back(number, after));
    const gone = missed.length > 0 ? [words.board.missed(missed.slice(-5).join(' '))] : [];
    return html`<div class="foot">
      <span>${words.policy(policy)}</span>
      <span>${[...returning.slice(0, 2), ...gone].join(words.board.dot)}</span>
    </div>`;
  }

  #renderTrouble({
    title,
    next,
  }: {
    readonly title: string;
    readonly next: string;
  }): TemplateResult {
    return html`<mulin-notice kind="refusal" heading=${title}>${next}</mulin-notice>`;
  }

  #counterName({ counters }: Board, id: string): string {
    const counter = counters.find((one) => one.id === id);
    if (!counter) return id;
    return counter.name?.[this.locale] ?? this.say(queueWords).counter(counter.number);
  }

  async #say({ number, counter, again }: Call): Promise<void> {
    const { value } = this.#board;
    const sign = (value ?? this.#last)?.counters.find(({ id }) => id === counter)?.number;
    if (this.#speaker && sign !== undefined)
      await this.#speaker.say(sayCall({ number, counter: sign, again: again > 0 }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mulin-board': MulinBoard;
  }
}
