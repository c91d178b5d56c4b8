import { html, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { isReceiptCode } from '../../model/shared/receipt-code.ts';
import { element, MulinElement } from '../../ui/base.ts';
import '../../ui/button.ts';
import '../../ui/field.ts';
import '../../ui/read-card.ts';
import type { IdCard } from '../../device/card/contract.ts';
import { stepStyles } from './step.styles.ts';
import { mineWords } from './mine.strings.ts';
import { sentenceFor } from './late.trouble.ts';

/** What opens an appointment. */
export interface Proof {
  readonly code: string;
  /** Left out by whoever has shown a card. */
  readonly phoneTail?: string;
}

/**
 * Asks for the code on the receipt and the last four digits of the phone. A slip in the code is found by its check digit,
 * before anything is asked of the hall.
 *
 * @summary The key to an appointment.
 * @fires {CustomEvent<Proof>} find - Both are complete.
 * @fires {CustomEvent<IdCard>} card - A card was read instead.
 */
@element('mulin-find-form')
export class MulinFindForm extends MulinElement {
  static override styles = stepStyles;

  /** The search is under way. */
  @property({ type: Boolean }) busy = false;

  @state() private code = '';
  @state() private phoneTail = '';
  @state() private judged = false;

  override render(): TemplateResult {
    const words = this.say(mineWords);
    return html`<form novalidate @submit=${this.#onSubmit}>
      <mulin-read-card label=${words.findByCard} @read=${this.#onCard}></mulin-read-card>
      <mulin-field
        name="code"
        kind="receipt-code"
        label=${words.code}
        hint=${words.codeHint}
        error=${this.judged ? this.#codeMistake : ''}
        required
        .value=${this.code}
        @input=${(event: Event) => (this.code = valueOf(event))}
      ></mulin-field>
      <mulin-field
        name="phoneTail"
        kind="digits"
        maxlength="4"
        label=${words.phoneTail}
        hint=${words.phoneTailHint}
        error=${this.judged && this.phoneTail.length < 4 ? words.fillIn : ''}
        required
        .value=${this.phoneTail}
        @input=${(event: Event) => (this.phoneTail = valueOf(event))}
      ></mulin-field>
      <mulin-button kind="primary" size="main" type="submit" ?busy=${this.busy}>
        ${words.find}
      </mulin-button>
    </form>`;
  }

  get #codeMistake(): string {
    if (this.code === '') return this.say(mineWords).fillIn;
    if (isReceiptCode(this.code)) return '';
    const refusal = { code: 'booking.code-typo' };
    const { title, next } = sentenceFor(this.locale, { status: 'refused', refusal });
    return `${title}。${next}`;
  }

  #onCard({ detail }: CustomEvent<IdCard>): void {
    this.dispatchEvent(new CustomEvent<IdCard>('card', { detail }));
  }

  #onSubmit(event: SubmitEvent): void {
    event.preventDefault();
    this.judged = true;
    const { code, phoneTail } = this;
    const wrong = this.#codeMistake ? 'code' : phoneTail.length < 4 ? 'phoneTail' : undefined;
    if (!wrong) this.dispatchEvent(new CustomEvent<Proof>('find', { detail: { code, phoneTail } }));
    else this.renderRoot.querySelector<HTMLElement>(`[name="${wrong}"]`)?.focus();
  }
}

function valueOf(event: Event): string {
  return (event.target as HTMLElement & { value: string }).value;
}

declare global {
  interface HTMLElementTagNameMap {
    'mulin-find-form': MulinFindForm;
  }
}
