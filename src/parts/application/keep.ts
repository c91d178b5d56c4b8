import { css, html, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { fullDayName } from '../../i18n/index.ts';
import type { Slip } from '../../device/printer/contract.ts';
import { element, MulinElement } from '../../ui/base.ts';
import '../../ui/button.ts';
import '../../ui/field.ts';
import { ground } from '../../ui/ground.styles.ts';
import '../../ui/notice.ts';
import '../../ui/print.ts';
import '../../ui/qr.ts';
import { grouped } from './grouped.ts';
import { keepWords } from './keep.strings.ts';
import { receiptStyles } from './receipt.styles.ts';

/** What the hall answers when it has put a draft away. */
export interface Kept {
  readonly code: string;
  /** The last day on which it can be opened. */
  readonly until: string;
}

/**
 * Puts a half-filled form away and hands out the code to go on with, at any other device. Four digits belong to it: the end
 * of the telephone where one was filled in, or four that the person chooses.
 *
 * @summary A half-filled form to take along.
 * @slot trouble - Why it was not put away.
 * @fires {CustomEvent<string>} keep - Put it away under these four digits. It does not bubble.
 * @fires {CustomEvent<{}>} stay - The person would rather go on.
 * @fires {CustomEvent<{}>} leave - It is put away, and the person is done.
 * @csspart card - The slip.
 * @csspart code - The ten digits.
 * @example
 * <mulin-keep-draft></mulin-keep-draft>
 */
@element('mulin-keep-draft')
export class MulinKeepDraft extends MulinElement {
  static override styles = [
    ground,
    receiptStyles,
    css`
      form {
        display: grid;
        gap: var(--mulin-space-4);
      }
    `,
  ];

  /** The last four digits of the telephone that was filled in. */
  @property() tail = '';

  /** What is put away: the title of the form. */
  @property() name = '';

  /** It is being put away. */
  @property({ type: Boolean }) busy = false;

  /** Where it is now, once it is put away. */
  @property({ attribute: false }) kept: Kept | undefined;

  @state() private own = '';
  @state() private judged = false;

  override render(): TemplateResult {
    return this.kept ? this.#renderKept(this.kept) : this.#renderAsking();
  }

  #renderAsking(): TemplateResult {
    const words = this.say(keepWords);
    return html`<form novalidate @submit=${this.#onSubmit}>
      <h2 tabindex="-1">${words.title}</h2>
      <p>${words.what}</p>
      ${
        this.tail
          ? html`<p>${words.byPhone}</p>`
          : html`<mulin-field
              name="tail"
              kind="digits"
              maxlength="4"
              label=${words.tail}
              hint=${words.tailHint}
              error=${this.judged && this.own.length < 4 ? words.tailMissing : ''}
              required
              .value=${this.own}
              @input=${(event: Event) => (this.own = (event.target as HTMLElement & { value: string }).value)}
            ></mulin-field>`
      }
      <slot name="trouble"></slot>
      <mulin-button kind="primary" size="main" type="submit" ?busy=${this.busy}>
        ${words.keep}
      </mulin-button>
      <mulin-button @click=${() => this.#tell('stay')}>${words.stay}</mulin-button>
    </form>`;
  }

  #renderKept(kept: Kept): TemplateResult {
    const words = this.say(keepWords);
    const code = grouped(kept.code);
    const until = fullDayName(this.locale, kept.until);
    return html`<mulin-notice kind="success" heading=${words.kept}
        >${words.keptNext(until)}</mulin-notice
      >
      <article part="card" aria-label=${words.code}>
        <div class="code">
          <mulin-qr label=${words.qr} .value=${this.#text(code, until)}></mulin-qr>
          <p>
            <span>${words.code}</span>
            <b part="code">${code}</b>
            <small>${words.qrHint}</small>
          </p>
        </div>
        <p class="until">${words.find(this.tail !== '')}</p>
        <div class="keep"><mulin-print .slip=${this.#slip(code, until)}></mulin-print></div>
      </article>
      <mulin-button kind="primary" size="main" @click=${() => this.#tell('leave')}>
        ${words.done}
      </mulin-button>`;
  }

  #text(code: string, until: string): string {
    const words = this.say(keepWords);
    return [`${words.slip} · ${this.name}`, `${words.code} ${code}`, words.until(until)].join('\n');
  }

  /** Nobody's number is on it, nor what was filled in. */
  #slip(code: string, until: string): Slip {
    const words = this.say(keepWords);
    return {
      lang: this.locale,
      title: words.slip,
      lines: [
        { kind: 'heading', text: this.name },
        { kind: 'text', text: words.code },
        { kind: 'large', text: code },
        { kind: 'text', text: words.until(until) },
        { kind: 'rule' },
        { kind: 'text', text: words.find(this.tail !== '') },
        { kind: 'qr', value: this.#text(code, until) },
      ],
    };
  }

  #tell(what: 'stay' | 'leave'): void {
    this.dispatchEvent(new CustomEvent(what, { detail: {} }));
  }

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault();
    const tail = this.tail || this.own;
    this.judged = true;
    if (tail.length === 4) this.dispatchEvent(new CustomEvent('keep', { detail: tail }));
    else this.renderRoot.querySelector('mulin-field')?.focus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'mulin-keep-draft': MulinKeepDraft;
  }
}
