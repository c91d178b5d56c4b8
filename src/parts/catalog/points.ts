import { consume } from '@lit/context';
import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { CardReader, IdCard } from '../../device/card/contract.ts';
import { dayName } from '../../i18n/index.ts';
import type { PointsAccount } from '../../model/catalog/points.ts';
import { element, MulinElement } from '../../ui/base.ts';
import '../../ui/button.ts';
import { cardReaderContext } from '../../ui/contexts.ts';
import '../../ui/facts.ts';
import { card, ground } from '../../ui/ground.styles.ts';
import '../../ui/notice.ts';
import { Presence } from '../../ui/presence.ts';
import '../../ui/read-card.ts';
import { Watch } from '../../ui/watch.ts';
import { orderStyles } from './order.styles.ts';
import { orderWords, type OrderWords } from './order.strings.ts';
import { sentenceFor, type Trouble } from './trouble.ts';

/** So many entries are shown; whoever wants more asks at a counter. */
const RECENT = 6;

/**
 * The aid points of the person whose card was read. Private: nothing is there before the card, the amount stays covered
 * until its person uncovers it, and whoever has none hears the same question as whoever has.
 *
 * @summary My aid points.
 * @slot back - Before the title: a way back.
 * @fires {CustomEvent<{}>} mulin-leave - The person has seen enough.
 * @csspart balance - The amount.
 * @example
 * <mulin-points></mulin-points>
 */
@element('mulin-points')
export class MulinPoints extends MulinElement {
  static override styles = [ground, card, orderStyles];

  @consume({ context: cardReaderContext, subscribe: true })
  @state()
  private reader: CardReader | undefined;
  @state() private uncovered = false;
  @state() private trouble: Trouble | undefined;
  readonly #presence = new Presence(this);
  readonly #account = new Watch(this, 'points.mine', () => (this.#presence.known ? {} : undefined));

  override render(): TemplateResult {
    const words = this.say(orderWords);
    return html`<header>
        <slot name="back"></slot>
        <h2 tabindex="-1">${words.points}</h2>
      </header>
      ${this.trouble ? this.#renderTrouble(this.trouble) : nothing}
      ${this.#presence.known ? this.#renderKnown(words) : this.#renderDoor(words)}`;
  }

  #renderTrouble(trouble: Trouble): TemplateResult {
    const { title, next } = sentenceFor(this.locale, trouble);
    return html`<mulin-notice kind="refusal" heading=${title}>${next}</mulin-notice>`;
  }

  #renderDoor(words: OrderWords): TemplateResult {
    return html`<p>${words.pointsWhy}</p>
      ${
        this.reader
          ? html`<mulin-read-card label=${words.byCard} @read=${this.#onCard}></mulin-read-card>`
          : html`<mulin-notice heading=${words.noReader}>${words.noReaderNext}</mulin-notice>`
      }`;
  }

  #renderKnown(words: OrderWords): TemplateResult {
    const { snapshot } = this.#account;
    switch (snapshot.status) {
      case 'waiting':
        return html`<p role="status">…</p>`;
      case 'refused':
      case 'fault':
        return this.#renderTrouble(snapshot);
      case 'answer':
        return html`${this.#renderAccount(snapshot.value, words)}
          <mulin-button kind="primary" size="main" @click=${this.#onDone}
            >${words.done}</mulin-button
          >`;
    }
  }

  #renderAccount(account: PointsAccount, words: OrderWords): TemplateResult {
    if (account.entries.length === 0)
      return html`<mulin-notice heading=${words.none}>${words.noneNext}</mulin-notice>`;
    return html`<section class="card balance" part="balance">
        <p role="status">
          <span class="unit">${words.balance}</span><br />
          ${
            this.uncovered
              ? html`<b>${account.balance}</b> <span class="unit">${words.unit}</span>`
              : html`<b aria-hidden="true">•••</b><span class="unseen">${words.hidden}</span>`
          }
        </p>
        <mulin-button @click=${() => (this.uncovered = !this.uncovered)}
          >${this.uncovered ? words.hide : words.show}</mulin-button
        >
      </section>
      ${this.uncovered ? this.#renderMore(account, words) : nothing}`;
  }

  #renderMore({ ending, ended, entries }: PointsAccount, words: OrderWords): TemplateResult {
    const rows = entries.slice(0, RECENT).map(({ on, amount, why }) => ({
      label: dayName(this.locale, on),
      value: `${words.why[why] ?? words.other} ${amount > 0 ? '+' : '−'}${Math.abs(amount)}`,
    }));
    return html`${
        ending.length > 0
          ? html`<mulin-notice kind="warning" heading=${words.endsSoon}>
              ${ending.map(({ amount, until }) => html`<p>${words.ends(amount, until)}</p>`)}
              ${words.endsSoonNext}
            </mulin-notice>`
          : nothing
      }
      <section class="card">
        <h3>${words.entries}</h3>
        <mulin-facts .facts=${rows}></mulin-facts>
        ${ended.map(({ amount, until }) => html`<p class="quiet">${words.ended(amount, until)}</p>`)}
      </section>`;
  }

  async #onCard({ detail: { idNumber, name } }: CustomEvent<IdCard>): Promise<void> {
    const presented = await this.#presence.present({ kind: 'card', idNumber, name });
    this.trouble = presented.status === 'known' ? undefined : presented;
  }

  readonly #onDone = (): void => {
    this.#presence.leave();
    this.uncovered = false;
    this.emit('mulin-leave', {});
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'mulin-points': MulinPoints;
  }
}
