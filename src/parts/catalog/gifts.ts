import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { CommandName, InputOf } from '../../gateway/contract.ts';
import type { DonationReceipt } from '../../model/catalog/donate.ts';
import { element, MulinElement } from '../../ui/base.ts';
import '../../ui/button.ts';
import '../../ui/field.ts';
import { card, ground } from '../../ui/ground.styles.ts';
import '../../ui/notice.ts';
import '../../ui/pick.ts';
import '../../ui/quantity.ts';
import { Sending } from '../../ui/sending.ts';
import { Watch } from '../../ui/watch.ts';
import { giveWords } from './give.strings.ts';
import { stockStyles } from './stock.styles.ts';
import { stockWords, type StockWords } from './stock.strings.ts';
import { sentenceFor, type Trouble } from './give.trouble.ts';

/**
 * Donations at the counter, step by step: how many have come, how many are good enough, onto which shelf they go, and thanks
 * at the end. Each step is the only one offered when its turn has come.
 *
 * @summary Donations, for those who receive them.
 * @csspart gift - One donation on the list.
 * @example
 * <mulin-gifts place="wujiaochang-charity-supermarket"></mulin-gifts>
 */
@element('mulin-gifts')
export class MulinGifts extends MulinElement {
  static override styles = [ground, card, stockStyles];

  /** The shop, by its id in the pack. */
  @property() place = '';

  @state() private opened = '';
  @state() private code = '';
  /** By line: how many, and onto which shelf. */
  @state() private counts: readonly number[] = [];
  @state() private items: readonly string[] = [];
  @state() private trouble: Trouble | undefined;
  readonly #sending = new Sending(this);
  readonly #open = new Watch(this, 'donation.open', () =>
    this.place ? { place: this.place } : undefined,
  );
  readonly #goods = new Watch(this, 'catalog.goods', () =>
    this.place ? { place: this.place } : undefined,
  );
  readonly #gift = new Watch(this, 'donation.find', () =>
    this.opened ? { code: this.opened } : undefined,
  );

  override render(): TemplateResult {
    const words = this.say(stockWords);
    return html`${this.trouble ? this.#renderTrouble(this.trouble) : nothing}
    ${this.opened ? this.#renderOpened(words) : this.#renderList(words)}`;
  }

  #renderTrouble(trouble: Trouble): TemplateResult {
    const { title, next } = sentenceFor(this.locale, trouble);
    return html`<mulin-notice kind="refusal" heading=${title}>${next}</mulin-notice>`;
  }

  #renderList(words: StockWords): TemplateResult {
    const give = this.say(giveWords);
    const { snapshot } = this.#open;
    switch (snapshot.status) {
      case 'waiting':
        return html`<p role="status">${words.waiting}</p>`;
      case 'refused':
      case 'fault':
        return this.#renderTrouble(snapshot);
      case 'answer': {
        const { donations } = snapshot.value;
        return html`<form novalidate @submit=${(event: Event) => event.preventDefault()}>
            <mulin-field
              kind="receipt-code"
              label=${give.code}
              hint=${words.scanHint}
              required
              .value=${this.code}
              @input=${this.#onCode}
            ></mulin-field>
          </form>
          ${donations.length === 0 ? html`<p>${words.noGifts}</p>` : nothing}
          <ul>
            ${repeat(
              donations,
              ({ code }) => code,
              ({ code, status, items, fen, slot, pickUp }) =>
                html`<li part="gift">
                  <b>${code}</b>
                  <span
                    >${[
                      give.statuses[status],
                      items > 0 && words.items(items),
                      fen !== undefined && give.yuan(fen),
                      slot,
                      pickUp && words.toCollect,
                    ]
                      .filter(Boolean)
                      .join(' · ')}</span
                  >
                  <mulin-button label=${words.openOf(code)} @click=${() => this.#show(code)}
                    >${words.open}</mulin-button
                  >
                </li>`,
            )}
          </ul>`;
      }
    }
  }

  #renderOpened(words: StockWords): TemplateResult {
    const { snapshot } = this.#gift;
    const back = html`<mulin-button @click=${() => this.#show('')}>${words.back}</mulin-button>`;
    switch (snapshot.status) {
      case 'waiting':
        return html`<p role="status">${words.waiting}</p>`;
      case 'refused':
      case 'fault':
        return html`${this.#renderTrouble(snapshot)} ${back}`;
      case 'answer':
        return html`${this.#renderGift(snapshot.value, words)} ${back}`;
    }
  }

  #renderGift(gift: DonationReceipt, words: StockWords): TemplateResult {
    const give = this.say(giveWords);
    return html`<section class="card">
      <h3>${gift.code} · ${give.statuses[gift.status]}</h3>
      ${gift.pickUp ? html`<p>${words.toCollect}：${gift.pickUp}</p>` : nothing}
      <ul>
        ${gift.goods.map((line, at) => this.#renderLine(gift, line, at, words))}
      </ul>
      ${this.#renderStep(gift, words)}
    </section>`;
  }

  #renderLine(
    { status }: DonationReceipt,
    line: DonationReceipt['goods'][number],
    at: number,
    words: StockWords,
  ): TemplateResult {
    const { what, count, received = count, kept = received, shelved = 0 } = line;
    const most = status === 'announced' ? 9999 : status === 'received' ? received : kept - shelved;
    const isCounted = status === 'announced' || status === 'received';
    const canShelve = (status === 'sorted' || status === 'shelved') && most > 0;
    return html`<li>
      <span>${this.say(giveWords).line(what, isCounted ? received : kept)}</span>
      ${
        isCounted
          ? html`<mulin-quantity
              compact
              label=${what}
              min="0"
              max=${most}
              .value=${String(this.counts[at] ?? received)}
              @change=${(event: Event) => this.#count(at, Number(valueOf(event)))}
            ></mulin-quantity>`
          : nothing
      }
      ${
        canShelve
          ? html`<mulin-pick
                label=${words.ontoShelf(what)}
                required
                .options=${(this.#goods.value?.items ?? []).map(({ id, name, spec }) => ({
                  value: id,
                  label: name[this.locale],
                  ...(spec && { note: spec[this.locale] }),
                }))}
                .value=${this.items[at] ?? ''}
                @change=${(event: Event) => this.#item(at, valueOf(event))}
              ></mulin-pick>
              <mulin-button
                ?disabled=${!this.items[at]}
                ?busy=${this.#sending.busy}
                @click=${() => this.#shelve(at, most)}
                >${words.shelve(most)}</mulin-button
              >`
          : nothing
      }
    </li>`;
  }

  #renderStep(gift: DonationReceipt, words: StockWords): TemplateResult | typeof nothing {
    const main = (label: string, onPress: () => void): TemplateResult =>
      html`<mulin-button kind="primary" size="main" ?busy=${this.#sending.busy} @click=${onPress}
        >${label}</mulin-button
      >`;
    const { code, fen } = gift;
    const counts = gift.goods.map(({ count, received = count }, at) => this.counts[at] ?? received);
    switch (gift.status) {
      case 'announced':
        return fen === undefined
          ? main(
              words.receive,
              () => void this.#step('donation.receive', { code, counts: [...counts] }),
            )
          : main(
              words.receiveMoney(this.say(giveWords).yuan(fen)),
              () => void this.#step('donation.receive', { code, paid: { method: 'cash', fen } }),
            );
      case 'received':
        return fen === undefined
          ? main(words.sort, () => void this.#step('donation.sort', { code, counts: [...counts] }))
          : main(words.thank, () => void this.#step('donation.thank', { code }));
      case 'sorted':
      case 'shelved':
      case 'given':
        return main(words.thank, () => void this.#step('donation.thank', { code }));
      default:
        return nothing;
    }
  }

  #show(code: string): void {
    this.opened = code;
    this.code = '';
    this.counts = [];
    this.items = [];
    this.trouble = undefined;
  }

  #count(at: number, count: number): void {
    const gift = this.#gift.value;
    if (!gift) return;
    this.counts = gift.goods.map(({ count: said, received = said }, i) =>
      i === at ? count : (this.counts[i] ?? received),
    );
  }

  #item(at: number, item: string): void {
    const items = [...this.items];
    items[at] = item;
    this.items = items;
  }

  #shelve(line: number, count: number): void {
    const item = this.items[line];
    if (item) void this.#step('donation.shelve', { code: this.opened, line, item, count });
  }

  async #step<Name extends CommandName & `donation.${string}`>(
    name: Name,
    input: InputOf<Name>,
  ): Promise<void> {
    const outcome = await this.#sending.send(name, input);
    this.counts = [];
    const isTrouble = outcome?.status === 'refused' || outcome?.status === 'fault';
    this.trouble = isTrouble ? (outcome as Trouble) : undefined;
  }

  /** A scanner types all ten at once. */
  readonly #onCode = (event: Event): void => {
    this.code = valueOf(event);
    if (this.code.length === 10) this.#show(this.code);
  };
}

function valueOf(event: Event): string {
  return (event.target as HTMLElement & { value: string }).value;
}

declare global {
  interface HTMLElementTagNameMap {
    'mulin-gifts': MulinGifts;
  }
}
