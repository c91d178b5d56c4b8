import { consume } from '@lit/context';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { IdCard } from '../../device/card/contract.ts';
import { dayName } from '../../i18n/index.ts';
import type { InputOf } from '../../gateway/contract.ts';
import type { DonationReceipt } from '../../model/catalog/donate.ts';
import { addDays } from '../../model/shared/days.ts';
import { element, MulinElement } from '../../ui/base.ts';
import '../../ui/button.ts';
import '../../ui/check.ts';
import '../../ui/choice.ts';
import { keysContext } from '../../ui/contexts.ts';
import '../../ui/date.ts';
import '../../ui/field.ts';
import { card, ground } from '../../ui/ground.styles.ts';
import '../../ui/money.ts';
import '../../ui/notice.ts';
import '../../ui/quantity.ts';
import { Presence } from '../../ui/presence.ts';
import '../../ui/read-card.ts';
import { Sending } from '../../ui/sending.ts';
import '../../ui/steps.ts';
import { Watch } from '../../ui/watch.ts';
import './donation.ts';
import './donors.ts';
import { giveStyles } from './give.styles.ts';
import { giveWords, type GiveWords } from './give.strings.ts';
import { orderStyles } from './order.styles.ts';
import { sentenceFor, type Trouble } from './give.trouble.ts';

type Way = 'goods' | 'money' | 'find' | 'thanks';
const ways: readonly Way[] = ['goods', 'money', 'find', 'thanks'];
type Line = InputOf<'donation.offer'>['goods'][number];

/** What most people give, in fen. */
const AMOUNTS = [1000, 5000, 10_000, 20_000];
/** So many days ahead one is asked to choose from. */
const DAYS = 7;

/** What is being said about one thing, before it is added. */
const nothingYet = { wanted: '', what: '', count: 1, state: 'as-new', bestBefore: '' } as const;
type Draft = {
  -readonly [Name in keyof typeof nothingYet]: Name extends 'count' ? number : string;
};

/**
 * Somebody gives: goods, one kind after the other, with the day on which they bring them; or money. Afterwards they can see
 * what became of it. Everything can be chosen by touch; nobody has to write a word.
 *
 * @summary Giving goods or money to a charity supermarket.
 * @slot back - Before the title: a way back.
 * @fires {CustomEvent<{ code: string }>} mulin-donated - It is registered. Carries no personal data.
 * @fires {CustomEvent<{}>} mulin-leave - The person is done.
 * @example
 * <mulin-donate place="wujiaochang-charity-supermarket"></mulin-donate>
 */
@element('mulin-donate')
export class MulinDonate extends MulinElement {
  static override styles = [ground, card, orderStyles, giveStyles];

  /** The shop, by its id in the pack. */
  @property() place = '';

  @consume({ context: keysContext, subscribe: true })
  @state()
  private keys: 'screen' | 'system' | undefined;
  @state() private way: Way | undefined;
  @state() private step = 0;
  @state() private draft: Draft = { ...nothingYet };
  @state() private lines: readonly Line[] = [];
  @state() private date = '';
  @state() private time = '';
  @state() private pickUp = '';
  @state() private fen = '';
  @state() private phone = '';
  @state() private donorName = '';
  @state() private named = false;
  @state() private isJudged = false;
  @state() private trouble: Trouble | undefined;
  @state() private receipt: DonationReceipt | undefined;
  readonly #presence = new Presence(this);
  readonly #sending = new Sending(this);
  readonly #wanted = new Watch(this, 'donation.wanted', () => ({}));
  readonly #shelf = new Watch(this, 'catalog.shelf', () =>
    this.place ? { place: this.place } : undefined,
  );

  override render(): TemplateResult {
    const words = this.say(giveWords);
    return html`<header>
        ${this.way ? this.#renderBack(words) : html`<slot name="back"></slot>`}
        <h2 tabindex="-1">${this.way ? words.ways[this.way].name : words.donate}</h2>
      </header>
      ${this.trouble ? this.#renderTrouble(this.trouble) : nothing} ${this.#renderWay(words)}`;
  }

  #renderBack(words: GiveWords): TemplateResult {
    return html`<mulin-button label=${words.back} @click=${this.#onBack}>
      <mulin-icon name="chevron-left"></mulin-icon>
    </mulin-button>`;
  }

  #renderTrouble(trouble: Trouble): TemplateResult {
    const { title, next } = sentenceFor(this.locale, trouble);
    return html`<mulin-notice kind="refusal" heading=${title}>${next}</mulin-notice>`;
  }

  #renderWay(words: GiveWords): TemplateResult {
    if (this.receipt) return this.#renderReceipt(words);
    switch (this.way) {
      case undefined:
        return html`<div class="ways">
          ${ways.map(
            (way) =>
              html`<button type="button" class="way" @click=${() => this.#choose(way)}>
                <b>${words.ways[way].name}</b><span>${words.ways[way].hint}</span>
              </button>`,
          )}
        </div>`;
      case 'goods':
        return this.#renderGoods(words);
      case 'money':
        return html`${this.#renderAmount(words)}
        ${this.#renderWho(words, words.pledge, this.#pledge)}`;
      case 'find':
        return html`<mulin-donation></mulin-donation>`;
      case 'thanks':
        return html`<mulin-donors place=${this.place}></mulin-donors>`;
    }
  }

  #renderGoods(words: GiveWords): TemplateResult {
    return html`<mulin-steps .steps=${words.steps} .current=${this.step + 1}></mulin-steps> ${
        this.step === 0
          ? this.#renderWhat(words)
          : this.step === 1
            ? this.#renderWhen(words)
            : this.#renderWho(words, words.announce, this.#announce)
      }`;
  }

  #renderWhat(words: GiveWords): TemplateResult {
    const wanted = this.#wanted.value?.wanted ?? [];
    const kind = wanted.find(({ id }) => id === this.draft.wanted);
    return html`${this.lines.length > 0 ? this.#renderLines(words) : nothing}
      <mulin-choice
        label=${words.kind}
        required
        layout="row"
        .options=${wanted
          .filter(({ taken }) => taken)
          .map(({ id, name }) => ({ value: id, label: name[this.locale] }))}
        .value=${this.draft.wanted}
        @change=${(event: Event) => this.#say({ wanted: valueOf(event) })}
      ></mulin-choice>
      ${
        kind
          ? html`<section class="card stack">
              <p class="quiet">${words.condition}：${kind.condition[this.locale]}</p>
              ${
                this.keys === 'screen'
                  ? nothing
                  : html`<mulin-field
                      label=${words.what}
                      hint=${words.whatHint}
                      maxlength="60"
                      .value=${this.draft.what}
                      @input=${(event: Event) => this.#say({ what: valueOf(event) })}
                    ></mulin-field>`
              }
              <mulin-quantity
                label=${words.count}
                min="1"
                max="99"
                .value=${String(this.draft.count)}
                @change=${(event: Event) => this.#say({ count: Number(valueOf(event)) })}
              ></mulin-quantity>
              <mulin-choice
                label=${words.state}
                required
                layout="row"
                .options=${Object.entries(words.states).map(([value, label]) => ({ value, label }))}
                .value=${this.draft.state}
                @change=${(event: Event) => this.#say({ state: valueOf(event) })}
              ></mulin-choice>
              ${
                kind.goodForDays === undefined
                  ? nothing
                  : html`<mulin-date
                      label=${words.bestBefore}
                      hint=${words.bestBeforeHint(kind.goodForDays)}
                      required
                      .value=${this.draft.bestBefore}
                      @input=${(event: Event) => this.#say({ bestBefore: valueOf(event) })}
                    ></mulin-date>`
              }
              <mulin-button @click=${() => this.#add(kind.name['zh-CN'])}
                >${words.add}</mulin-button
              >
            </section>`
          : nothing
      }
      ${this.isJudged && this.lines.length === 0 ? html`<mulin-notice kind="warning" heading=${words.addFirst}></mulin-notice>` : nothing}
      <mulin-button kind="primary" size="main" @click=${this.#onWhatDone}
        >${words.next}</mulin-button
      >
      <section>
        <h3>${words.notTaken}</h3>
        ${wanted
          .filter(({ taken }) => !taken)
          .map(
            ({ name, condition }) =>
              html`<p class="quiet"><b>${name[this.locale]}</b> ${condition[this.locale]}</p>`,
          )}
      </section>`;
  }

  #renderLines(words: GiveWords): TemplateResult {
    const kinds = new Map(this.#wanted.value?.wanted.map(({ id, name }) => [id, name]));
    return html`<section class="card">
      <h3>${words.list}</h3>
      <ul class="lines">
        ${this.lines.map((line, at) => {
          const kind = kinds.get(line.wanted);
          const what = line.what === kind?.['zh-CN'] ? kind[this.locale] : line.what;
          return html`<li>
            <span>${words.line(what, line.count)}</span>
            <mulin-button
              label=${words.remove(what)}
              @click=${() => (this.lines = this.lines.filter((_, i) => i !== at))}
              >${words.removeShort}</mulin-button
            >
          </li>`;
        })}
      </ul>
    </section>`;
  }

  #renderWhen(words: GiveWords): TemplateResult {
    const today = this.#shelf.value?.today ?? '';
    const days = today ? Array.from({ length: DAYS }, (_, i) => addDays(today, i + 1)) : [];
    return html`<mulin-choice
        label=${words.day}
        required
        layout="row"
        .options=${days.map((date) => ({ value: date, label: dayName(this.locale, date) }))}
        .value=${this.date}
        @change=${(event: Event) => (this.date = valueOf(event))}
      ></mulin-choice>
      <mulin-choice
        label=${words.time}
        required
        layout="row"
        .options=${Object.entries(words.times).map(([value, label]) => ({ value, label }))}
        .value=${this.time}
        @change=${(event: Event) => (this.time = valueOf(event))}
      ></mulin-choice>
      ${
        this.keys === 'screen'
          ? nothing
          : html`<mulin-field
              label=${words.pickUp}
              hint=${words.pickUpHint}
              maxlength="100"
              .value=${this.pickUp}
              @input=${(event: Event) => (this.pickUp = valueOf(event))}
            ></mulin-field>`
      }
      <mulin-button
        kind="primary"
        size="main"
        ?disabled=${!this.date || !this.time}
        @click=${() => this.#go(2)}
        >${words.next}</mulin-button
      >`;
  }

  #renderAmount(words: GiveWords): TemplateResult {
    const isOther = this.fen !== '' && !AMOUNTS.includes(Number(this.fen));
    return html`<mulin-choice
        label=${words.amount}
        required
        layout="row"
        .options=${AMOUNTS.map((fen) => ({ value: String(fen), label: words.yuan(fen) }))}
        .value=${isOther ? '' : this.fen}
        @change=${(event: Event) => (this.fen = valueOf(event))}
      ></mulin-choice>
      <mulin-money
        label=${words.other}
        .value=${isOther ? this.fen : ''}
        @input=${(event: Event) => (this.fen = valueOf(event))}
      ></mulin-money>`;
  }

  #renderWho(words: GiveWords, label: string, onSubmit: () => Promise<void>): TemplateResult {
    return html`<form
      novalidate
      @submit=${(event: SubmitEvent) => {
        event.preventDefault();
        void onSubmit();
      }}
    >
      <mulin-field
        kind="phone"
        label=${words.phone}
        hint=${words.phoneHint}
        autocomplete="tel"
        required
        .value=${this.phone}
        @input=${(event: Event) => (this.phone = valueOf(event))}
      ></mulin-field>
      <mulin-read-card label=${words.byCard} @read=${this.#onCard}></mulin-read-card>
      ${this.keys === 'screen' && !this.donorName ? nothing : this.#renderName(words)}
      <mulin-button kind="primary" size="main" type="submit" ?busy=${this.#sending.busy}
        >${label}</mulin-button
      >
    </form>`;
  }

  #renderName(words: GiveWords): TemplateResult {
    return html`<mulin-field
        label=${words.name}
        maxlength="40"
        .value=${this.donorName}
        @input=${(event: Event) => (this.donorName = valueOf(event))}
      ></mulin-field>
      <mulin-check
        label=${words.named}
        .checked=${this.named}
        @change=${(event: Event) => (this.named = (event.target as HTMLElement & { checked: boolean }).checked)}
      ></mulin-check>`;
  }

  #renderReceipt(words: GiveWords): TemplateResult {
    return html`<mulin-donation .receipt=${this.receipt}></mulin-donation>
      <mulin-button kind="primary" size="main" @click=${() => this.emit('mulin-leave', {})}
        >${words.done}</mulin-button
      >`;
  }

  #choose(way: Way): void {
    this.way = way;
    this.#go(0);
  }

  #go(step: number): void {
    this.step = step;
    this.trouble = undefined;
    void this.updateComplete.then(() => {
      this.scrollIntoView({ block: 'start' });
      this.renderRoot.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
    });
  }

  #say(more: Partial<Draft>): void {
    this.draft = { ...this.draft, ...more };
  }

  #add(name: string): void {
    const { bestBefore, what, wanted, count, state: condition } = this.draft;
    const line = { wanted, what: what.trim() || name, count, state: condition as Line['state'] };
    this.lines = [...this.lines, { ...line, ...(bestBefore && { bestBefore }) }];
    this.draft = { ...nothingYet };
    this.isJudged = false;
  }

  readonly #announce = async (): Promise<void> => {
    const outcome = await this.#sending.send('donation.offer', {
      place: this.place,
      goods: [...this.lines],
      slot: { date: this.date, time: this.time },
      ...(this.pickUp.trim() && { pickUp: this.pickUp.trim() }),
      ...this.#donor(),
    });
    this.#hear(outcome);
  };

  readonly #pledge = async (): Promise<void> => {
    const outcome = await this.#sending.send('donation.pledge', {
      place: this.place,
      fen: Number(this.fen),
      ...this.#donor(),
    });
    this.#hear(outcome);
  };

  #donor(): { phone: string; name?: string; named: boolean } {
    const { phone, donorName: name, named } = this;
    return { phone, named, ...(name.trim() && { name: name.trim() }) };
  }

  #hear(
    outcome:
      | Trouble
      | { readonly status: 'sent'; readonly result: DonationReceipt }
      | { readonly status: 'pending' }
      | undefined,
  ): void {
    this.trouble =
      outcome?.status === 'refused' || outcome?.status === 'fault' ? outcome : undefined;
    // What is wrong with a thing is mended where it was said.
    if (outcome?.status === 'refused' && outcome.refusal.at?.startsWith('/goods')) this.step = 0;
    if (outcome?.status !== 'sent') return;
    this.receipt = outcome.result;
    this.emit('mulin-donated', { code: outcome.result.code });
  }

  async #onCard({ detail: { idNumber, name } }: CustomEvent<IdCard>): Promise<void> {
    const presented = await this.#presence.present({ kind: 'card', idNumber, name });
    if (presented.status === 'known') this.donorName = name;
    else this.trouble = presented;
  }

  readonly #onWhatDone = (): void => {
    // What has been said counts, also without the press that adds it.
    const kind = this.#wanted.value?.wanted.find(({ id }) => id === this.draft.wanted);
    if (kind) this.#add(kind.name['zh-CN']);
    this.isJudged = true;
    if (this.lines.length > 0) this.#go(1);
  };

  readonly #onBack = (): void => {
    if (this.way === 'goods' && this.step > 0 && !this.receipt) return this.#go(this.step - 1);
    this.way = undefined;
    this.receipt = undefined;
    this.lines = [];
    this.#go(0);
  };
}

function valueOf(event: Event): string {
  return (event.target as HTMLElement & { value: string }).value;
}

declare global {
  interface HTMLElementTagNameMap {
    'mulin-donate': MulinDonate;
  }
}
