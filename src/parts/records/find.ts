import { html, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { IdCard } from '../../device/card/contract.ts';
import { isReceiptCode } from '../../model/shared/receipt-code.ts';
import { element, MulinElement } from '../../ui/base.ts';
import '../../ui/button.ts';
import '../../ui/field.ts';
import { ground } from '../../ui/ground.styles.ts';
import '../../ui/read-card.ts';
import { recordsStyles } from './records.styles.ts';
import { recordsWords, sentenceFor } from './strings.ts';

/** What opens a receipt. */
export interface RecordsProof {
  readonly code: string;
  /** Left out by whoever has shown a card. */
  readonly phoneTail?: string;
}

/**
 * Asks for a receipt code and four digits, or for a card. A slip in the code is found by its check digit, before anything is
 * asked of the hall.
 *
 * @summary The key to one's records.
 * @fires {CustomEvent<RecordsProof>} find - Both are complete.
 * @fires {CustomEvent<IdCard>} card - A card was read instead.
 */
@element('mulin-find-records')
export class MulinFindRecords extends MulinElement {
  static override styles = [ground, recordsStyles];

  /** The search is under way. */
  @property({ type: Boolean }) busy = false;

  @state() private code = '';
  @state() private phoneTail = '';
  @state() private judged = false;

  override render(): TemplateResult {
    const { find: words } = this.say(recordsWords);
    return html`<form novalidate @submit=${this.#onSubmit}>
      <mulin-read-card label=${words.byCard} @read=${this.#onCard}></mulin-read-card>
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
        label=${words.tail}
        hint=${words.tailHint}
        error=${this.judged && this.phoneTail.length < 4 ? words.fillIn : ''}
        required
        .value=${this.phoneTail}
        @input=${(event: Event) => (this.phoneTail = valueOf(event))}
      ></mulin-field>
      <mulin-button kind="primary" size="main" type="submit" ?busy=${this.busy}>
        ${words.submit}
      </mulin-button>
    </form>`;
  }

  get #codeMistake(): string {
    if (this.code === '') return this.say(recordsWords).find.fillIn;
    if (isReceiptCode(this.code)) return '';
    const refusal = { code: 'case.code-typo' };
    const { title, next } = sentenceFor(this.locale, { status: 'refused', refusal });
    return this.locale === 'en' ? `${title}. ${next}` : `${title}。${next}`;
  }

  #onCard({ detail }: CustomEvent<IdCard>): void {
    this.dispatchEvent(new CustomEvent<IdCard>('card', { detail }));
  }

  #onSubmit(event: SubmitEvent): void {
    event.preventDefault();
    this.judged = true;
    const { code, phoneTail } = this;
    const wrong = this.#codeMistake ? 'code' : phoneTail.length < 4 ? 'phoneTail' : undefined;
    if (wrong) this.renderRoot.querySelector<HTMLElement>(`[name="${wrong}"]`)?.focus();
    else this.dispatchEvent(new CustomEvent<RecordsProof>('find', { detail: { code, phoneTail } }));
  }
}

function valueOf(event: Event): string {
  return (event.target as HTMLElement & { value: string }).value;
}

declare global {
  interface HTMLElementTagNameMap {
    'mulin-find-records': MulinFindRecords;
  }
}
