import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { CommandName, InputOf } from '../../gateway/contract.ts';
import { clockOf } from '../../i18n/index.ts';
import type { Desk } from '../../model/queue/queries.ts';
import { element, MulinElement } from '../../ui/base.ts';
import '../../ui/button.ts';
import { Clock } from '../../ui/clock.ts';
import { card, ground } from '../../ui/ground.styles.ts';
import '../../ui/dialog.ts';
import '../../ui/notice.ts';
import '../../ui/sample.ts';
import { Sending } from '../../ui/sending.ts';
import { Watch } from '../../ui/watch.ts';
import { counterStyles } from './counter.styles.ts';
import { queueWords, sentenceFor, type Trouble } from './strings.ts';
import './waiting.ts';
import type { Wanted } from './waiting.ts';

/** How long somebody is asked to wait, where the clerk says nothing else. */
const PARK_MINUTES = 10;
/** How long somebody in the line steps out, as on a phone. */
const AWAY_MINUTES = 20;

/** What each key does, while the console has the focus. */
const keys = {
  n: 'next',
  r: 'recall',
  m: 'miss',
  p: 'park',
  t: 'transfer',
  f: 'finish',
  u: 'undo',
} as const;
type Act = (typeof keys)[keyof typeof keys];

/**
 * A clerk's console. The keyboard comes first: one letter for each act, while the focus is inside. Nothing changes on it
 * before the hall has said so.
 *
 * @summary A clerk's console.
 * @fires {CustomEvent<{}>} mulin-not-allowed - Whoever sits here may not call, or not any more.
 * @csspart here - Who is at the counter.
 * @csspart queue - Who waits.
 * @example
 * <mulin-counter place="wujiaochang-centre" counter="counter-1"></mulin-counter>
 */
@element('mulin-counter')
export class MulinCounter extends MulinElement {
  static override styles = [ground, card, counterStyles];

  /** The place, by its id in the pack. */
  @property() place = '';
  /** The counter, by its id in the pack. */
  @property() counter = '';

  @state() private trouble: Trouble | undefined;
  @state() private isTransferring = false;
  @state() private isEnding = false;
  readonly #clock = new Clock(this, () => this.#desk.value?.here !== undefined);
  readonly #sending = new Sending(this);
  readonly #desk = new Watch(this, 'queue.desk', () =>
    this.place && this.counter ? { place: this.place, counter: this.counter } : undefined,
  );

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('keydown', this.#onKey);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener('keydown', this.#onKey);
  }

  protected override updated(_changed: PropertyValues<this>): void {
    const { snapshot } = this.#desk;
    const isRefused =
      snapshot.status === 'refused' && snapshot.refusal.code === 'actor.not-allowed';
    if (isRefused && !this.#wasRefused) this.emit('mulin-not-allowed', {});
    this.#wasRefused = isRefused;
  }
  #wasRefused = false;

  override render(): TemplateResult {
    const { snapshot } = this.#desk;
    switch (snapshot.status) {
      case 'waiting':
        return html`<p role="status">${this.say(queueWords).waiting}</p>`;
      case 'refused':
      case 'fault':
        return this.#renderNotice(snapshot);
      case 'answer':
        return this.#renderDesk(snapshot.value);
    }
  }

  #renderDesk(desk: Desk): TemplateResult {
    const words = this.say(queueWords);
    return html`<div
      class="desk"
      role="group"
      aria-label=${words.desk.label(this.#sign(desk))}
      tabindex="-1"
    >
      ${this.#renderHead(desk)}
      <div role="status">${this.trouble ? this.#renderNotice(this.trouble) : nothing}</div>
      <div class="work">
        ${this.#renderHere(desk)} ${this.#renderActs(desk)} ${this.#renderEnd(desk)}
        <p class="hint">${words.desk.keys}</p>
      </div>
      <mulin-waiting exportparts="queue" .desk=${desk} @want=${this.#onWant}></mulin-waiting>
    </div>`;
  }

  #renderHead(desk: Desk): TemplateResult {
    const { desk: words } = this.say(queueWords);
    const to = (name: 'counter.open' | 'counter.pause' | 'counter.close') => () =>
      this.#send(name, { place: this.place, counter: this.counter });
    return html`<div class="head">
      <h2>${this.#sign(desk)}${desk.sample ? html`<mulin-sample></mulin-sample>` : nothing}</h2>
      <p class="state ${desk.state}">${words.state[desk.state]}</p>
      ${
        desk.state === 'open'
          ? html`<mulin-button @click=${to('counter.pause')}>${words.pause}</mulin-button>`
          : html`<mulin-button kind="primary" ?disabled=${desk.ended} @click=${to('counter.open')}
              >${words.open}</mulin-button
            >`
      }
      ${
        desk.state === 'closed'
          ? nothing
          : html`<mulin-button @click=${to('counter.close')}>${words.close}</mulin-button>`
      }
    </div>`;
  }

  #renderHere({ here, lines }: Desk): TemplateResult {
    const words = this.say(queueWords);
    if (!here)
      return html`<section class="card here" part="here"><p>${words.desk.nobodyHere}</p></section>`;
    const line = lines.find(({ id }) => id === here.line);
    const waited = Math.round((here.calledAt - here.at) / 60_000);
    return html`<section class="card here" part="here">
      <p class="number">${here.number}</p>
      <p>
        ${[line?.name[this.locale], words.tier[here.tier], words.desk.waited(waited)].join(words.board.dot)}
      </p>
      <p class="timer">${words.desk.since(clockOf(this.#clock.now - here.calledAt))}</p>
      <p class="hint">${words.desk.recallsLeft(here.recallsLeft)}</p>
    </section>`;
  }

  #renderActs(desk: Desk): TemplateResult {
    const { desk: words } = this.say(queueWords);
    if (this.isTransferring && desk.here) return this.#renderTransfer(desk);
    const act = (name: Act, label: string, isMain = false): TemplateResult =>
      html`<mulin-button
        kind=${isMain ? 'primary' : 'quiet'}
        size=${isMain ? 'main' : 'usual'}
        ?disabled=${!this.#can(desk, name)}
        ?busy=${isMain && this.#sending.busy}
        @click=${() => this.#act(name, desk)}
        >${label}
        <kbd slot="end" aria-hidden="true">${name.charAt(0).toUpperCase()}</kbd></mulin-button
      >`;
    const { undo } = desk;
    return html`<div class="acts">
      ${act('next', words.next, true)} ${act('recall', words.recall)} ${act('finish', words.finish)}
      ${act('miss', words.miss)} ${act('park', words.park)} ${act('transfer', words.transfer)}
      ${undo ? act('undo', words.undo(words.did[undo.did], undo.number)) : nothing}
    </div>`;
  }

  #renderTransfer({ here, lines }: Desk): TemplateResult {
    const { desk: words } = this.say(queueWords);
    return html`<div class="acts">
      ${lines
        .filter(({ id }) => id !== here?.line)
        .map(
          ({ id, name }) =>
            html`<mulin-button @click=${() => this.#transfer(id)}
              >${words.transferTo(name[this.locale])}</mulin-button
            >`,
        )}
      <mulin-button @click=${() => (this.isTransferring = false)}>${words.cancel}</mulin-button>
    </div>`;
  }

  /** Only a counter that is closed ends the day for all of them, and only after being asked. */
  #renderEnd({ state: counterState, ended }: Desk): TemplateResult | typeof nothing {
    const { desk: words } = this.say(queueWords);
    const send = (name: 'queue.end' | 'queue.reopen') => () => {
      this.isEnding = false;
      void this.#send(name, { place: this.place });
    };
    if (ended)
      return html`<mulin-notice heading=${words.ended}>${words.endedHint}</mulin-notice>
        <div class="acts">
          <mulin-button @click=${send('queue.reopen')}>${words.reopen}</mulin-button>
        </div>`;
    if (counterState !== 'closed') return nothing;
    const ask = (open: boolean) => () => (this.isEnding = open);
    return html`<div class="acts">
        <mulin-button @click=${ask(true)}>${words.end}</mulin-button>
      </div>
      <mulin-dialog heading=${words.endAsk} ?open=${this.isEnding} @mulin-closed=${ask(false)}>
        ${words.endMeans}
        <mulin-button slot="actions" @click=${ask(false)}>${words.endNot}</mulin-button>
        <mulin-button slot="actions" kind="danger" @click=${send('queue.end')}
          >${words.endNow}</mulin-button
        >
      </mulin-dialog>`;
  }

  #renderNotice(trouble: Trouble): TemplateResult {
    const { title, next } = sentenceFor(this.locale, trouble);
    return html`<mulin-notice kind="refusal" heading=${title}>${next}</mulin-notice>`;
  }

  #sign({ counter }: Desk): string {
    return counter.name?.[this.locale] ?? this.say(queueWords).counter(counter.number);
  }

  #can({ state: counterState, here, undo }: Desk, act: Act): boolean {
    if (act === 'next') return counterState === 'open';
    if (act === 'undo') return undo !== undefined;
    return here !== undefined && (act !== 'recall' || here.recallsLeft > 0);
  }

  #act(act: Act, desk: Desk): void {
    if (!this.#can(desk, act)) return;
    const at = { place: this.place, counter: this.counter };
    switch (act) {
      case 'next':
        return void this.#send('ticket.call', at);
      case 'park':
        return void this.#send('ticket.park', { ...at, minutes: PARK_MINUTES });
      case 'transfer':
        this.isTransferring = true;
        return undefined;
      default:
        return void this.#send(`ticket.${act}`, at);
    }
  }

  #transfer(line: string): void {
    this.isTransferring = false;
    void this.#send('ticket.transfer', { place: this.place, counter: this.counter, line });
  }

  async #send<Name extends CommandName & `${'ticket' | 'counter' | 'queue'}.${string}`>(
    name: Name,
    input: InputOf<Name>,
  ): Promise<void> {
    const outcome = await this.#sending.send(name, input);
    if (!outcome) return;
    const isTrouble = outcome.status === 'refused' || outcome.status === 'fault';
    this.trouble = isTrouble ? (outcome as Trouble) : undefined;
  }

  readonly #onWant = ({ detail: { act, number } }: CustomEvent<Wanted>): void => {
    const { place, counter } = this;
    const held = { place, date: this.#desk.value?.date ?? '', number, counter };
    if (act === 'call') void this.#send('ticket.call', { place, counter, number });
    else if (act === 'away') void this.#send('ticket.away', { ...held, minutes: AWAY_MINUTES });
    else void this.#send(`ticket.${act}`, held);
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    const desk = this.#desk.value;
    if (!desk || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    const act = keys[event.key.toLowerCase() as keyof typeof keys] as Act | undefined;
    if (event.key === 'Escape') this.isTransferring = false;
    if (!act) return;
    event.preventDefault();
    this.#act(act, desk);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'mulin-counter': MulinCounter;
  }
}
