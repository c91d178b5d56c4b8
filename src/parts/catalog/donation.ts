import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Slip } from '../../device/printer/contract.ts';
import { dayName } from '../../i18n/index.ts';
import type { DonationReceipt } from '../../model/catalog/donate.ts';
import { element, MulinElement } from '../../ui/base.ts';
import '../../ui/button.ts';
import '../../ui/facts.ts';
import { card, ground } from '../../ui/ground.styles.ts';
import '../../ui/notice.ts';
import '../../ui/print.ts';
import '../../ui/qr.ts';
import '../../ui/steps.ts';
import { Watch } from '../../ui/watch.ts';
import { giveStyles } from './give.styles.ts';
import { giveWords, type GiveWords } from './give.strings.ts';
import { orderStyles } from './order.styles.ts';
import './proof-form.ts';
import type { CodeProof } from './proof-form.ts';
import { slipCard, grouped } from './slip-card.ts';
import { sentenceFor } from './give.trouble.ts';

/** The way of a gift, as its giver follows it. */
const way = ['announced', 'received', 'sorted', 'shelved', 'given', 'thanked'] as const;

/**
 * One donation and what has become of it: registered, received, sorted, on the shelf, given, thanked. From the moment it has
 * been received it has a number, and a certificate can be printed.
 *
 * @summary My donation.
 * @example
 * <mulin-donation></mulin-donation>
 */
@element('mulin-donation')
export class MulinDonation extends MulinElement {
  static override styles = [ground, card, orderStyles, giveStyles, slipCard];

  /** What has just been registered. */
  @property({ attribute: false }) receipt: DonationReceipt | undefined;

  @state() private proof: CodeProof | undefined;
  readonly #shops = new Watch(this, 'catalog.shops', () => ({}));
  readonly #found = new Watch(this, 'donation.find', () => this.proof);

  override render(): TemplateResult {
    const words = this.say(giveWords);
    const shown = this.receipt ?? this.#found.value;
    return shown ? this.#renderDonation(shown, words) : this.#renderForm();
  }

  #renderForm(): TemplateResult {
    const { snapshot } = this.#found;
    const isTrouble = snapshot.status === 'refused' || snapshot.status === 'fault';
    const sentence = isTrouble ? sentenceFor(this.locale, snapshot) : undefined;
    return html`${
        sentence
          ? html`<mulin-notice kind="refusal" heading=${sentence.title}
              >${sentence.next}</mulin-notice
            >`
          : nothing
      }
      <mulin-proof-form
        label=${this.say(giveWords).code}
        ?busy=${this.proof !== undefined && snapshot.status === 'waiting'}
        @find=${(event: CustomEvent<CodeProof>) => (this.proof = event.detail)}
      ></mulin-proof-form>`;
  }

  #renderDonation(shown: DonationReceipt, words: GiveWords): TemplateResult {
    const at = way.findIndex((status) => status === shown.status);
    return html`${this.receipt ? this.#renderThanks(shown, words) : nothing}
      <article part="card" aria-label=${words.receipt}>
        <div class="code">
          <mulin-qr label=${words.qr} .value=${this.#text(shown, words)}></mulin-qr>
          <p>
            <span>${words.code}</span>
            <b part="code">${grouped(shown.code)}</b>
            <small>${words.qrHint}</small>
          </p>
        </div>
        ${
          at < 0
            ? html`<p><b>${words.statuses[shown.status]}</b></p>`
            : html`<section aria-label=${words.progress}>
                <mulin-steps
                  .steps=${way.map((status) => words.statuses[status])}
                  .current=${at + 1}
                ></mulin-steps>
              </section>`
        }
        <mulin-facts .facts=${this.#facts(shown, words)}></mulin-facts>
        <mulin-print .slip=${this.#slip(shown, words)}></mulin-print>
      </article>
      ${
        this.receipt
          ? nothing
          : html`<mulin-button @click=${() => (this.proof = undefined)}
              >${words.another}</mulin-button
            >`
      }`;
  }

  #renderThanks(shown: DonationReceipt, words: GiveWords): TemplateResult {
    const when = this.#when(shown, words);
    return html`<mulin-notice kind="success" heading=${words.announced}
      >${when ? words.announcedGoods(when) : words.announcedMoney}</mulin-notice
    >`;
  }

  #facts(shown: DonationReceipt, words: GiveWords): readonly { label: string; value: string }[] {
    const row = (label: string, value: string | undefined) => (value ? [{ label, value }] : []);
    return [
      ...row(words.number, shown.number),
      ...row(words.things, this.#things(shown, words).join('、')),
      ...row(words.money, shown.fen === undefined ? undefined : words.yuan(shown.fen)),
      ...row(words.when, this.#when(shown, words)),
      ...row(words.where, this.#where(shown)),
      ...row(words.phone, shown.phone),
    ];
  }

  #things({ goods }: DonationReceipt, words: GiveWords): readonly string[] {
    return goods.map(({ what, count, received = count }) => words.line(what, received));
  }

  #when({ slot }: DonationReceipt, words: GiveWords): string {
    return slot ? `${dayName(this.locale, slot.date)} ${words.times[slot.time] ?? slot.time}` : '';
  }

  #where({ place }: DonationReceipt): string {
    return this.#shops.value?.shops.find(({ id }) => id === place)?.name[this.locale] ?? '';
  }

  #text(shown: DonationReceipt, words: GiveWords): string {
    return [words.receipt, this.#where(shown), `${words.code} ${shown.code}`].join('\n');
  }

  /** A certificate once there is a number, before that the slip one takes along. */
  #slip(shown: DonationReceipt, words: GiveWords): Slip {
    const title = shown.number ? words.certificate : words.receipt;
    return {
      lang: this.locale,
      title,
      lines: [
        { kind: 'heading', text: title },
        ...(shown.number
          ? ([
              { kind: 'large', text: shown.number },
              { kind: 'text', text: words.certificateText(shown.named ? shown.name : '') },
            ] as const)
          : ([{ kind: 'large', text: grouped(shown.code) }] as const)),
        { kind: 'rule' },
        ...this.#things(shown, words).map((text) => ({ kind: 'text', text }) as const),
        ...(shown.fen === undefined
          ? []
          : [{ kind: 'fact', label: words.money, value: words.yuan(shown.fen) } as const]),
        { kind: 'fact', label: words.where, value: this.#where(shown) },
        { kind: 'qr', value: this.#text(shown, words) },
      ],
    };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mulin-donation': MulinDonation;
  }
}
