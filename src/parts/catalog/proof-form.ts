import { css, html, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { isReceiptCode } from '../../model/shared/receipt-code.ts';
import { element, MulinElement } from '../../ui/base.ts';
import '../../ui/button.ts';
import '../../ui/field.ts';
import { ground } from '../../ui/ground.styles.ts';
import { proofWords } from './proof.strings.ts';

/** What opens something: the code on its slip and the end of the phone number. */
export interface CodeProof {
  readonly code: string;
  readonly phoneTail: string;
}

/**
 * Asks for the ten digits of a slip and the last four of the phone. A slip of the finger is found by the check digit, before
 * anything is asked of the hall.
 *
 * @summary The key to something that was registered.
 * @fires {CustomEvent<CodeProof>} find - Both are complete. Does not bubble.
 */
@element('mulin-proof-form')
export class MulinProofForm extends MulinElement {
  static override styles = [
    ground,
    css`
      form {
        display: grid;
        gap: var(--mulin-space-5);
      }
    `,
  ];

  /** What the code is called. */
  @property() label = '';
  /** The search is under way. */
  @property({ type: Boolean }) busy = false;

  @state() private code = '';
  @state() private phoneTail = '';
  @state() private judged = false;

  override render(): TemplateResult {
    const words = this.say(proofWords);
    return html`<form novalidate @submit=${this.#onSubmit}>
      <mulin-field
        kind="receipt-code"
        label=${this.label}
        hint=${words.codeHint}
        error=${this.judged ? this.#codeMistake : ''}
        required
        .value=${this.code}
        @input=${(event: Event) => (this.code = valueOf(event))}
      ></mulin-field>
      <mulin-field
        kind="digits"
        maxlength="4"
        label=${words.phoneTail}
        hint=${words.phoneTailHint}
        error=${this.judged && this.phoneTail.length < 4 ? words.fillIn : ''}
        required
        .value=${this.phoneTail}
        @input=${(event: Event) => (this.phoneTail = valueOf(event))}
      ></mulin-field>
      <mulin-button kind="primary" size="main" type="submit" ?busy=${this.busy}
        >${words.find}</mulin-button
      >
    </form>`;
  }

  get #codeMistake(): string {
    const words = this.say(proofWords);
    if (this.code === '') return words.fillIn;
    return isReceiptCode(this.code) ? '' : words.typo(this.label);
  }

  #onSubmit(event: SubmitEvent): void {
    event.preventDefault();
    this.judged = true;
    const { code, phoneTail } = this;
    if (isReceiptCode(code) && phoneTail.length === 4)
      this.dispatchEvent(new CustomEvent<CodeProof>('find', { detail: { code, phoneTail } }));
  }
}

function valueOf(event: Event): string {
  return (event.target as HTMLElement & { value: string }).value;
}

declare global {
  interface HTMLElementTagNameMap {
    'mulin-proof-form': MulinProofForm;
  }
}
