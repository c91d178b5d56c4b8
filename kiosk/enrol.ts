import { css, html, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';

import { locales, type Locale } from '../src/i18n/index.ts';
import type { DeviceKind } from '../src/model/index.ts';
import { element, MulinElement, type MulinField } from '../src/ui/index.ts';

import type { Enrolled } from './enrolment.ts';
import { ground } from './ground.styles.ts';
import { kioskWords } from './strings.ts';

/**
 * Makes this terminal one of the hall's: a clerk types the code that the hall has made. In both languages, for nobody has
 * chosen one here yet.
 *
 * @summary The code that enrols a terminal.
 * @fires {CustomEvent<{}>} kiosk-enrolled - It belongs to the hall now.
 */
@element('kiosk-enrol')
export class KioskEnrol extends MulinElement {
  static override styles = [
    ground,
    css`
      mulin-scope {
        display: grid;
        align-content: center;
        min-block-size: 100dvh;
        padding: var(--mulin-space-6);
      }
      form {
        display: grid;
        gap: var(--mulin-space-5);
        inline-size: 100%;
        max-inline-size: 34em;
        margin-inline: auto;
      }
      h1 {
        font-size: var(--mulin-text-title);
      }
      [lang='en'] {
        color: var(--mulin-ink-2);
      }
      p {
        line-height: var(--mulin-leading);
      }
      h2 {
        font-size: var(--mulin-text-body);
      }
      section {
        display: grid;
        gap: var(--mulin-space-2);
      }
      code {
        padding: var(--mulin-space-2) var(--mulin-space-3);
        border-radius: var(--mulin-radius-control);
        background: var(--mulin-sunken);
        color: var(--mulin-ink);
        font-family: ui-monospace, monospace, 'Noto Sans SC Variable';
        font-size: var(--mulin-text-small);
        overflow-wrap: anywhere;
      }
    `,
  ];

  /** Trades the code; who it asks is no matter of this screen. */
  @property({ attribute: false }) enrol: ((code: string) => Promise<Enrolled>) | undefined;

  /** What the machine is to be. */
  @property() as: DeviceKind = 'kiosk';

  @state() private code = '';
  @state() private told: Enrolled | { readonly status: 'short' } | undefined;
  @state() private busy = false;
  @query('mulin-field') private readonly field!: MulinField | null;

  override render(): TemplateResult {
    const { label, submit } = kioskWords['zh-CN'].enrol;
    return html`<mulin-scope terminal>
      <form novalidate @submit=${this.#onSubmit}>
        ${locales.map((locale) => this.#renderWords(locale))} ${this.#renderTold()}
        <mulin-field
          kind="digits"
          maxlength="8"
          label="${label} · ${kioskWords.en.enrol.label}"
          required
          .value=${this.code}
          @input=${this.#onInput}
        ></mulin-field>
        <mulin-button kind="primary" size="main" type="submit" ?busy=${this.busy}
          >${submit} · ${kioskWords.en.enrol.submit}</mulin-button
        >
      </form>
    </mulin-scope>`;
  }

  #renderWords(locale: Locale): TemplateResult {
    const { heading, how, names } = kioskWords[locale].enrol;
    return html`<section lang=${locale}>
      ${locale === 'en' ? html`<h2>${heading}</h2>` : html`<h1>${heading}</h1>`}
      <p>${how}</p>
      <code>mulin-hall enrol --as ${this.as} --name ${names[this.as]}</code>
    </section>`;
  }

  #renderTold(): TemplateResult | typeof nothing {
    const { told } = this;
    if (!told || told.status === 'enrolled') return nothing;
    return html`<mulin-notice kind="refusal">
      ${locales.map((locale) => {
        const { short, wrong, wait, away } = kioskWords[locale].enrol;
        const minutes = told.status === 'wait' ? told.minutes : 0;
        const sentence = { short, wrong, away, wait: wait(minutes) }[told.status];
        return html`<p lang=${locale}>${sentence}</p>`;
      })}
    </mulin-notice>`;
  }

  async #trade(): Promise<void> {
    this.busy = true;
    this.told = (await this.enrol?.(this.code)) ?? { status: 'away' };
    this.busy = false;
    if (this.told.status === 'enrolled') this.emit('kiosk-enrolled', {});
    else if (this.told.status === 'wrong') this.code = '';
  }

  readonly #onInput = (event: Event): void => {
    this.code = (event.target as MulinField).value;
  };

  readonly #onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (this.busy) return;
    if (this.code.length === 8) return void this.#trade();
    this.told = { status: 'short' };
    this.field?.focus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-enrol': KioskEnrol;
  }
}
