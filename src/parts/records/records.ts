import { html, nothing, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { IdCard } from '../../device/card/contract.ts';
import type { CaseView, ReceiptView } from '../../model/case/view.ts';
import { element, MulinElement } from '../../ui/base.ts';
import '../../ui/button.ts';
import '../../ui/dialog.ts';
import { ground } from '../../ui/ground.styles.ts';
import '../../ui/icon.ts';
import '../../ui/notice.ts';
import { Presence } from '../../ui/presence.ts';
import '../../ui/print.ts';
import { Sending } from '../../ui/sending.ts';
import { Watch } from '../../ui/watch.ts';
import './answer.ts';
import './case.ts';
import './filled.ts';
import './find.ts';
import type { RecordsProof } from './find.ts';
import './mine.ts';
import './rating.ts';
import { recordsStyles } from './records.styles.ts';
import { recordsWords, sentenceFor, type Trouble } from './strings.ts';
import { grouped, isOver, slipOf } from './told.ts';

/** What a person is asked once more before it is done. */
interface Asking {
  readonly about: 'withdraw' | 'erase';
  readonly service: string;
}

/**
 * What a person has applied for and how far it is, by the code on the receipt and four digits, or by card; by card also their
 * appointments. They add what was asked for, withdraw, print, and say how it was. It follows the hall: what a clerk does shows
 * here at once. When it goes, the hall forgets whose card was read.
 *
 * @summary My applications: follow, add, withdraw, rate.
 * @fires {CustomEvent<{}>} mulin-leave - The person wants to leave.
 * @csspart header - Title and way back.
 * @csspart step - What is on screen.
 * @example
 * <mulin-records></mulin-records>
 */
@element('mulin-records')
export class MulinRecords extends MulinElement {
  static override styles = [ground, recordsStyles];

  @state() private proof: RecordsProof | undefined;
  @state() private asking: Asking | undefined;
  /** What the person has just done, in a sentence. */
  @state() private done = '';
  @state() private trouble: Trouble | undefined;
  /** The application whose answers are on the screen. */
  @state() private filled = '';
  @query('h2') private readonly heading!: HTMLElement | null;
  readonly #sending = new Sending(this);
  readonly #presence = new Presence(this);
  readonly #found = new Watch(this, 'case.find', () => this.proof);
  readonly #directory = new Watch(this, 'guide.services', () => ({}));

  override render(): TemplateResult {
    const words = this.say(recordsWords);
    const receipt = this.#found.value;
    return html`
      <header part="header">
        <mulin-button label=${words.back} @click=${this.#onBack}>
          <mulin-icon name="chevron-left"></mulin-icon>
        </mulin-button>
        <h2 tabindex="-1">${words.title}</h2>
        <p>${receipt ? `${words.code} ${grouped(receipt.code)}` : words.intro}</p>
      </header>
      <div part="step" class="step">
        <div role="status">${this.#renderSaid()}</div>
        ${receipt ? this.#renderReceipt(receipt) : this.#renderLookUp()}
      </div>
      ${this.#renderAsking()}
    `;
  }

  #renderLookUp(): TemplateResult {
    const words = this.say(recordsWords);
    const found = this.#found.snapshot;
    const isStuck = found.status === 'refused' || found.status === 'fault';
    if (this.#presence.known)
      return html`${isStuck ? this.#renderTrouble(found) : nothing}
        <mulin-my-records
          aria-label=${words.mine}
          @open=${(event: CustomEvent<string>) => this.#open({ code: event.detail })}
        ></mulin-my-records>
        ${this.#renderWays()}`;
    return html`${isStuck ? this.#renderTrouble(found) : nothing}
      <mulin-find-records
        ?busy=${this.proof !== undefined && !isStuck}
        @find=${(event: CustomEvent<RecordsProof>) => this.#open(event.detail)}
        @card=${this.#onCard}
      ></mulin-find-records>`;
  }

  #renderReceipt(receipt: ReceiptView): TemplateResult {
    return html`${repeat(
        receipt.cases,
        ({ id }) => id,
        (one) => this.#renderCase(one, receipt),
      )}
      <mulin-print .slip=${slipOf(receipt, (service) => this.#nameOf(service), this.locale)}>
      </mulin-print>
      ${this.#renderWays()}`;
  }

  #renderCase(one: CaseView, { zone }: ReceiptView): TemplateResult {
    const { service } = one;
    return html`<mulin-case .case=${one} .zone=${zone} name=${this.#nameOf(service)}>
        ${one.status === 'asked' ? this.#renderAnswer(one) : nothing} ${this.#renderActs(one)}
        ${this.filled === service ? this.#renderFilled(service) : nothing}
      </mulin-case>
      ${
        isOver(one) && (!one.rated || this.#hasRated.has(service))
          ? html`<mulin-rating
              .proof=${this.proof}
              service=${service}
              @mulin-rated=${() => this.#hasRated.add(service)}
            ></mulin-rating>`
          : nothing
      }`;
  }
  /** Thanked, and not taken off the screen in the same moment. */
  readonly #hasRated = new Set<string>();

  #renderAnswer({ service, story }: CaseView): TemplateResult {
    const words = this.say(recordsWords);
    const request = story.findLast(({ what }) => what === 'asked');
    return html`<mulin-case-answer
      .proof=${this.proof}
      .request=${request}
      service=${service}
      @mulin-answered=${() => this.#say(words.answer.sent)}
    ></mulin-case-answer>`;
  }

  #renderActs(one: CaseView): TemplateResult {
    const words = this.say(recordsWords);
    const { service, status } = one;
    const ask = (about: Asking['about']) => () => (this.asking = { about, service });
    return html`<div class="actions">
      ${
        this.#presence.known && this.filled !== service
          ? html`<mulin-button @click=${() => (this.filled = service)}
              >${words.filled}</mulin-button
            >`
          : nothing
      }
      ${
        isOver(one)
          ? nothing
          : html`<mulin-button @click=${ask('withdraw')}>${words.withdraw}</mulin-button>`
      }
      ${
        status === 'withdrawn'
          ? html`<mulin-button @click=${ask('erase')}>${words.erase}</mulin-button>`
          : nothing
      }
    </div>`;
  }

  #renderFilled(service: string): TemplateResult {
    return html`<mulin-filled code=${this.proof?.code ?? ''} service=${service}></mulin-filled>`;
  }

  #renderAsking(): TemplateResult | typeof nothing {
    const words = this.say(recordsWords);
    const { asking } = this;
    if (!asking) return nothing;
    const { about } = asking;
    return html`<mulin-dialog
      open
      heading=${words[`${about}Ask`]}
      @mulin-closed=${() => (this.asking = undefined)}
    >
      <p>${words[`${about}Next`]}</p>
      <mulin-button slot="actions" @click=${() => (this.asking = undefined)}
        >${words[`${about}No`]}</mulin-button
      >
      <mulin-button
        slot="actions"
        kind="danger"
        ?busy=${this.#sending.busy}
        @click=${() => this.#onSure(asking)}
        >${words[`${about}Yes`]}</mulin-button
      >
    </mulin-dialog>`;
  }

  #renderSaid(): TemplateResult | typeof nothing {
    if (this.trouble) return this.#renderTrouble(this.trouble);
    if (!this.done) return nothing;
    return html`<mulin-notice kind="success" heading=${this.done}></mulin-notice>`;
  }

  #renderTrouble(trouble: Trouble): TemplateResult {
    const { title, next } = sentenceFor(this.locale, trouble);
    return html`<mulin-notice kind="refusal" heading=${title}>${next}</mulin-notice>`;
  }

  #renderWays(): TemplateResult {
    const words = this.say(recordsWords);
    const isInList = this.#presence.known && this.proof !== undefined;
    return html`<div class="actions">
      <mulin-button @click=${this.#onAnother}
        >${isInList ? words.toList : words.another}</mulin-button
      >
      <mulin-button @click=${this.#onLeave}>${words.done}</mulin-button>
    </div>`;
  }

  #nameOf(service: string): string {
    const found = this.#directory.value?.services.find(({ id }) => id === service);
    return found?.name[this.locale] ?? service;
  }

  #open(proof: RecordsProof): void {
    this.proof = proof;
    this.done = '';
    this.trouble = undefined;
    this.filled = '';
    this.#toHeading();
  }

  #say(done: string): void {
    this.done = done;
    this.trouble = undefined;
    this.#toHeading();
  }

  #toHeading(): void {
    void this.updateComplete.then(() => {
      this.scrollIntoView({ block: 'start' });
      this.heading?.focus({ preventScroll: true });
    });
  }

  async #onSure({ about, service }: Asking): Promise<void> {
    const { proof } = this;
    if (!proof) return;
    const words = this.say(recordsWords);
    const outcome = await this.#sending.send(`case.${about}`, { ...proof, service });
    this.asking = undefined;
    if (outcome?.status === 'sent') this.#say(about === 'erase' ? words.erased : words.withdrawn);
    else if (outcome?.status === 'refused' || outcome?.status === 'fault') {
      this.trouble = outcome;
      this.#toHeading();
    }
    // The last of a receipt takes the receipt along.
    const isLast = this.#found.value?.cases.length === 1;
    if (about === 'erase' && outcome?.status === 'sent' && isLast) this.proof = undefined;
  }

  readonly #onBack = (): void => {
    if (this.proof) this.#onAnother();
    else this.#onLeave();
  };

  readonly #onAnother = (): void => {
    // Whoever came by card is led back to their list; pressed there, the card is forgotten, too.
    if (!this.proof) this.#presence.leave();
    this.proof = undefined;
    this.#say('');
  };

  readonly #onLeave = (): void => {
    this.emit('mulin-leave', {});
  };

  async #onCard({ detail }: CustomEvent<IdCard>): Promise<void> {
    const { idNumber, name } = detail;
    const presented = await this.#presence.present({
      kind: 'card',
      idNumber,
      ...(name && { name }),
    });
    this.trouble = presented.status === 'known' ? undefined : presented;
    this.proof = undefined;
    this.#toHeading();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mulin-records': MulinRecords;
  }
}
