import { css, html, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { isReceiptCode } from '../../model/shared/receipt-code.ts';
import { element, MulinElement } from '../../ui/base.ts';
import '../../ui/button.ts';
import '../../ui/field.ts';
import { ground } from '../../ui/ground.styles.ts';
import '../../ui/icon.ts';
import { head } from './head.styles.ts';
import { keepWords } from './keep.strings.ts';

/** What opens a draft. */
export interface DraftProof {
  readonly code: string;
  readonly phoneTail: string;
}

/**
 * Asks for the code of a draft and its four digits. A slip in the code is found by its check digit, before anything is asked
 * of the hall.
 *
 * @summary The key to a form that was put away.
 * @slot trouble - Why it does not open.
 * @fires {CustomEvent<DraftProof>} open - Both are complete. It does not bubble.
 * @fires {CustomEvent<{}>} leave - The person went back.
 * @example
 * <mulin-resume-draft></mulin-resume-draft>
 */
@element('mulin-resume-draft')
export class MulinResumeDraft extends MulinElement {
  static override styles = [
    ground,
    head,
    css`
      form {
        display: grid;
        gap: var(--mulin-space-5);
      }
    `,
  ];

  /** It is being opened. */
  @property({ type: Boolean }) busy = false;

  @state() private code = '';
  @state() private tail = '';
  @state() private judged = false;

  override render(): TemplateResult {
    const words = this.say(keepWords);
    const field = (event: Event): string => (event.target as HTMLElement & { value: string }).value;
    return html`<form novalidate @submit=${this.#onSubmit}>
      <header>
        <mulin-button
          label=${words.back}
          @click=${() => this.dispatchEvent(new CustomEvent('leave'))}
        >
          <mulin-icon name="chevron-left"></mulin-icon>
        </mulin-button>
        <h2 tabindex="-1">${words.resume}</h2>
        <p>${words.resumeIntro}</p>
      </header>
      <mulin-field
        name="code"
        kind="receipt-code"
        label=${words.resumeCode}
        hint=${words.resumeCodeHint}
        error=${this.judged ? this.#codeMistake : ''}
        required
        .value=${this.code}
        @input=${(event: Event) => (this.code = field(event))}
      ></mulin-field>
      <mulin-field
        name="tail"
        kind="digits"
        maxlength="4"
        label=${words.resumeTail}
        hint=${words.resumeTailHint}
        error=${this.judged && this.tail.length < 4 ? words.fillIn : ''}
        required
        .value=${this.tail}
        @input=${(event: Event) => (this.tail = field(event))}
      ></mulin-field>
      <slot name="trouble"></slot>
      <mulin-button kind="primary" size="main" type="submit" ?busy=${this.busy}>
        ${words.open}
      </mulin-button>
    </form>`;
  }

  get #codeMistake(): string {
    const words = this.say(keepWords);
    if (this.code === '') return words.fillIn;
    return isReceiptCode(this.code) ? '' : words.typo;
  }

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault();
    this.judged = true;
    const { code, tail: phoneTail } = this;
    const wrong = this.#codeMistake ? 'code' : phoneTail.length < 4 ? 'tail' : undefined;
    if (wrong) this.renderRoot.querySelector<HTMLElement>(`[name="${wrong}"]`)?.focus();
    else this.dispatchEvent(new CustomEvent('open', { detail: { code, phoneTail } }));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'mulin-resume-draft': MulinResumeDraft;
  }
}
