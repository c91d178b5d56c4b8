import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Slip } from '../../device/printer/contract.ts';
import { dayName } from '../../i18n/index.ts';
import type { SignUpReceipt } from '../../model/activity/common.ts';
import { element, MulinElement } from '../../ui/base.ts';
import '../../ui/button.ts';
import '../../ui/facts.ts';
import { ground } from '../../ui/ground.styles.ts';
import '../../ui/notice.ts';
import '../../ui/print.ts';
import '../../ui/qr.ts';
import { Sending } from '../../ui/sending.ts';
import { Watch } from '../../ui/watch.ts';
import { giveWords, type GiveWords } from './give.strings.ts';
import { orderStyles } from './order.styles.ts';
import './proof-form.ts';
import type { CodeProof } from './proof-form.ts';
import { grouped, slipCard } from './slip-card.ts';
import { sentenceFor, type Trouble } from './give.trouble.ts';

/**
 * One sign-up: its code, and what its person does with it on the day: come, go, or give the place back. Right after signing
 * up it is the slip to take along.
 *
 * @summary My place at an activity.
 * @example
 * <mulin-attendance></mulin-attendance>
 */
@element('mulin-attendance')
export class MulinAttendance extends MulinElement {
  static override styles = [ground, orderStyles, slipCard];

  /** What has just been signed up for. */
  @property({ attribute: false }) receipt: SignUpReceipt | undefined;

  @state() private proof: CodeProof | undefined;
  @state() private trouble: Trouble | undefined;
  readonly #sending = new Sending(this);
  readonly #found = new Watch(this, 'activity.find', () => this.proof);

  override render(): TemplateResult {
    const words = this.say(giveWords);
    const shown = this.receipt ?? this.#found.value;
    const { snapshot } = this.#found;
    const trouble =
      this.trouble ??
      (snapshot.status === 'refused' || snapshot.status === 'fault' ? snapshot : undefined);
    return html`${trouble ? this.#renderTrouble(trouble) : nothing}
    ${
      shown
        ? this.#renderShown(shown, words)
        : html`<mulin-proof-form
            label=${this.say(giveWords).code}
            ?busy=${this.proof !== undefined && snapshot.status === 'waiting'}
            @find=${(event: CustomEvent<CodeProof>) => (this.proof = event.detail)}
          ></mulin-proof-form>`
    }`;
  }

  #renderTrouble(trouble: Trouble): TemplateResult {
    const { title, next } = sentenceFor(this.locale, trouble);
    return html`<mulin-notice kind="refusal" heading=${title}>${next}</mulin-notice>`;
  }

  #renderShown(shown: SignUpReceipt, words: GiveWords): TemplateResult {
    return html`<article part="card">
        <div class="code">
          <mulin-qr label=${words.qr} .value=${this.#text(shown, words)}></mulin-qr>
          <p>
            <span>${words.code}</span>
            <b part="code">${grouped(shown.code)}</b>
            <small>${words.inStatus[shown.status]}</small>
          </p>
        </div>
        <mulin-facts .facts=${this.#facts(shown, words)}></mulin-facts>
        <mulin-print .slip=${this.#slip(shown, words)}></mulin-print>
      </article>
      ${this.receipt ? nothing : this.#renderActs(shown, words)}`;
  }

  #renderActs(shown: SignUpReceipt, words: GiveWords): TemplateResult {
    const act = (
      name: 'activity.check-in' | 'activity.check-out' | 'activity.leave',
      label: string,
      isMain: boolean,
    ): TemplateResult =>
      html`<mulin-button
        kind=${isMain ? 'primary' : 'quiet'}
        size=${isMain ? 'main' : 'usual'}
        ?busy=${this.#sending.busy}
        @click=${() => this.#send(name)}
        >${label}</mulin-button
      >`;
    switch (shown.status) {
      case 'signed-up':
        return html`${act('activity.check-in', words.checkIn, true)}
        ${act('activity.leave', words.leave, false)}`;
      case 'waiting':
        return act('activity.leave', words.leave, false);
      case 'in':
        return act('activity.check-out', words.checkOut, true);
      default:
        return html`<mulin-button @click=${() => (this.proof = undefined)}
          >${words.another}</mulin-button
        >`;
    }
  }

  #facts(shown: SignUpReceipt, words: GiveWords): readonly { label: string; value: string }[] {
    return [
      { label: words.things, value: shown.name[this.locale] },
      { label: words.when, value: this.#when(shown) },
      ...(shown.minutes === undefined
        ? []
        : [{ label: words.hours, value: words.minutes(shown.minutes) }]),
      ...(shown.phone ? [{ label: words.phone, value: shown.phone }] : []),
    ];
  }

  #when({ date, from, to }: SignUpReceipt): string {
    return `${dayName(this.locale, date)} ${from}–${to}`;
  }

  #text(shown: SignUpReceipt, words: GiveWords): string {
    return [
      shown.name[this.locale],
      `${shown.date} ${shown.from}`,
      `${words.code} ${shown.code}`,
    ].join('\n');
  }

  #slip(shown: SignUpReceipt, words: GiveWords): Slip {
    return {
      lang: this.locale,
      title: shown.name[this.locale],
      lines: [
        { kind: 'heading', text: shown.name[this.locale] },
        { kind: 'fact', label: words.when, value: this.#when(shown) },
        { kind: 'text', text: words.code },
        { kind: 'large', text: grouped(shown.code) },
        { kind: 'qr', value: this.#text(shown, words) },
      ],
    };
  }

  async #send(name: 'activity.check-in' | 'activity.check-out' | 'activity.leave'): Promise<void> {
    if (!this.proof) return;
    const outcome = await this.#sending.send(name, this.proof);
    this.trouble =
      outcome?.status === 'refused' || outcome?.status === 'fault' ? outcome : undefined;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mulin-attendance': MulinAttendance;
  }
}
