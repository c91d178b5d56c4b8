import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Desk, Waiter } from '../../model/queue/queries.ts';
import { timeAt } from '../../model/shared/dates.ts';
import { element, MulinElement } from '../../ui/base.ts';
import '../../ui/button.ts';
import { Clock } from '../../ui/clock.ts';
import { ground } from '../../ui/ground.styles.ts';
import { queueWords } from './strings.ts';

/** What a clerk wants done with somebody in the line. */
export interface Wanted {
  readonly act: 'call' | 'away' | 'back' | 'return';
  readonly number: string;
}

/**
 * Who waits for a counter, in the order of their turn, and who has missed a call.
 *
 * @summary The line before a counter.
 * @fires {CustomEvent<Wanted>} want - Somebody is to be called, steps out, is back, or comes again after a missed call.
 * @csspart queue - Who waits.
 */
@element('mulin-waiting')
export class MulinWaiting extends MulinElement {
  static override styles = [
    ground,
    css`
      :host,
      section {
        display: grid;
        gap: var(--mulin-space-2);
      }
      h3,
      h4 {
        margin: 0;
        font-size: var(--mulin-text-lead);
      }
      h4 {
        font-size: var(--mulin-text-body);
      }
      .hint {
        color: var(--mulin-ink-2);
        font-size: var(--mulin-text-small);
      }
      li {
        display: grid;
        grid-template-columns: 5em minmax(0, 1fr) auto;
        align-items: center;
        gap: var(--mulin-space-3);
        padding-block: var(--mulin-space-1);
        border-block-end: 1px solid var(--mulin-line);
      }
      li b {
        font-size: var(--mulin-text-lead);
        font-variant-numeric: tabular-nums;
      }
      .acts {
        display: flex;
        flex-wrap: wrap;
        justify-content: end;
        gap: var(--mulin-space-2);
      }
      .missed {
        justify-content: start;
      }
    `,
  ];

  /** The counter and its lines. */
  @property({ attribute: false }) desk: Desk | undefined;

  readonly #clock = new Clock(this, () => this.desk?.here !== undefined);

  override render(): TemplateResult | typeof nothing {
    const { desk } = this;
    return desk ? html`${this.#renderLines(desk)} ${this.#renderMissed(desk)}` : nothing;
  }

  #renderLines(desk: Desk): TemplateResult {
    const words = this.say(queueWords);
    const waiting = desk.lines.filter(({ id }) => desk.waiting.some(({ line }) => line === id));
    return html`<section part="queue" aria-label=${words.desk.queue}>
      <h3>${words.desk.queue}</h3>
      <p class="hint">${words.policy(desk.policy)}</p>
      ${waiting.length === 0 ? html`<p>${words.desk.nobodyWaits}</p>` : nothing}
      ${waiting.map(
        (line) =>
          html`<h4>${line.name[this.locale]}${words.board.dot}${words.people(line.waiting)}</h4>
            <ol>
              ${repeat(
                desk.waiting.filter((one) => one.line === line.id),
                ({ number }) => number,
                (one) => this.#renderWaiter(one, desk),
              )}
            </ol>`,
      )}
    </section>`;
  }

  #renderWaiter(one: Waiter, { state, zone }: Desk): TemplateResult {
    const words = this.say(queueWords);
    const now = this.#clock.now;
    const isAway = one.awayUntil !== undefined && one.awayUntil > now;
    const facts = [
      words.desk.waited(Math.max(0, Math.round((now - one.at) / 60_000))),
      one.tier === 'priority' && words.tier.priority,
      one.due !== undefined && words.desk.due(timeAt(one.due, zone)),
      one.after !== undefined && words.desk.after(one.after),
      isAway && words.desk.away(timeAt(one.awayUntil ?? 0, zone)),
    ];
    return html`<li>
      <b>${one.number}</b><span>${facts.filter(Boolean).join(words.board.dot)}</span>
      <span class="acts">
        ${
          isAway
            ? this.#renderAct('back', one.number, words.desk.isBack)
            : this.#renderAct('away', one.number, words.desk.stepsOut)
        }
        ${this.#renderAct('call', one.number, words.desk.call(one.number), state !== 'open')}
      </span>
    </li>`;
  }

  #renderMissed({ missed }: Desk): TemplateResult | typeof nothing {
    const { desk: words } = this.say(queueWords);
    if (missed.length === 0) return nothing;
    return html`<section aria-label=${words.missed}>
      <h3>${words.missed}</h3>
      <div class="acts missed">
        ${missed.map((number) => this.#renderAct('return', number, words.bringBack(number)))}
      </div>
    </section>`;
  }

  #renderAct(act: Wanted['act'], number: string, text: string, isDisabled = false): TemplateResult {
    return html`<mulin-button
      label=${text.includes(number) ? text : `${number} ${text}`}
      ?disabled=${isDisabled}
      @click=${() => this.#want({ act, number })}
      >${text}</mulin-button
    >`;
  }

  #want(detail: Wanted): void {
    this.dispatchEvent(new CustomEvent('want', { detail }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mulin-waiting': MulinWaiting;
  }
}
