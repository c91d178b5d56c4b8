import { ContextProvider } from '@lit/context';
import { css, html, LitElement, unsafeCSS, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';

import type { CardReader } from '../device/card/contract.ts';
import type { PaymentDesk } from '../device/payment/contract.ts';
import type { Printer } from '../device/printer/contract.ts';
import type { Speaker } from '../device/speech/contract.ts';
import type { Gateway, Notebook } from '../gateway/contract.ts';
import { localeOf, type Locale } from '../i18n/words.ts';
import { tokens } from '../theme/tokens.ts';

import { element } from './base.ts';
import {
  cardReaderContext,
  gatewayContext,
  keysContext,
  localeContext,
  notebookContext,
  paymentContext,
  printerContext,
  speakerContext,
} from './contexts.ts';

/** From this width on a terminal is large; below it, it looks like a phone (the same line as in tokens). */
const TERMINAL_WIDTH = '(min-width: 800px)';

/**
 * The ground under every element of the house: its data, its language, its looks. Put one around all of them.
 *
 * @summary Gives the elements inside it a gateway, a language and a theme.
 * @slot - The page.
 * @cssprop --mulin-* - Every design token is set here, and may be set anew by the page on this element.
 * @example
 * <mulin-scope theme="elder contrast" lang="zh-CN" terminal>
 *   <mulin-button kind="primary">下一步</mulin-button>
 * </mulin-scope>
 */
@element('mulin-scope')
export class MulinScope extends LitElement {
  static override styles = [
    unsafeCSS(tokens),
    css`
      :host {
        display: block;
        background: var(--mulin-paper);
        color: var(--mulin-ink);
        font-family: var(--mulin-font);
        font-size: var(--mulin-text-body);
        line-height: var(--mulin-leading);
        overflow-wrap: break-word;
        text-wrap: pretty; /* no line with a single character */
      }
      :host([hidden]) {
        display: none;
      }
    `,
  ];

  /** Where the elements inside read and send. */
  @property({ attribute: false }) gateway: Gateway | undefined;

  /** What prints; without one, nothing offers to. */
  @property({ attribute: false }) printer: Printer | undefined;

  /** What says calls aloud. */
  @property({ attribute: false }) speaker: Speaker | undefined;

  /** What reads identity cards; without one, numbers are typed. */
  @property({ attribute: false }) cardReader: CardReader | undefined;

  /** Keeps what is being filled in over a reload; without one, it is gone with the page. */
  @property({ attribute: false }) notebook: Notebook | undefined;

  /** What takes money at a counter; without one, a clerk takes it by hand. */
  @property({ attribute: false }) payment: PaymentDesk | undefined;

  /** The language inside, as a language tag; without one, the page's. */
  @property({ reflect: true, converter: { toAttribute: (tag: string) => tag || null } })
  override lang = '';

  /** How it looks: `elder` (larger), `contrast` (white on black), or both, with a space between. */
  @property({ reflect: true }) theme = 'standard';

  /** An unattended terminal: sizes for a screen 1080 px wide, and keys on screen. */
  @property({ type: Boolean, reflect: true }) terminal = false;

  readonly #gateways = new ContextProvider(this, { context: gatewayContext });
  readonly #locales = new ContextProvider(this, { context: localeContext });
  readonly #printers = new ContextProvider(this, { context: printerContext });
  readonly #speakers = new ContextProvider(this, { context: speakerContext });
  readonly #cardReaders = new ContextProvider(this, { context: cardReaderContext });
  readonly #notebooks = new ContextProvider(this, { context: notebookContext });
  readonly #payments = new ContextProvider(this, { context: paymentContext });
  readonly #keys = new ContextProvider(this, { context: keysContext });
  #wide: MediaQueryList | undefined;

  /** The language that `lang` leads to. */
  get locale(): Locale {
    return localeOf(this.lang || document.documentElement.lang);
  }
  set locale(locale: Locale) {
    this.lang = locale;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#wide = matchMedia(TERMINAL_WIDTH);
    this.#wide.addEventListener('change', this.#onWidth);
    this.#provide();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#wide?.removeEventListener('change', this.#onWidth);
  }

  protected override willUpdate(_changed: PropertyValues<this>): void {
    this.#provide();
  }

  override render(): TemplateResult {
    return html`<slot></slot>`;
  }

  #provide(): void {
    if (this.gateway || this.#gateways.value) this.#gateways.setValue(this.gateway as Gateway);
    this.#printers.setValue(this.printer);
    this.#speakers.setValue(this.speaker);
    this.#cardReaders.setValue(this.cardReader);
    this.#notebooks.setValue(this.notebook);
    this.#payments.setValue(this.payment);
    this.#locales.setValue(this.locale);
    this.#keys.setValue(this.terminal && this.#wide?.matches ? 'screen' : 'system');
  }

  readonly #onWidth = (): void => this.#provide();
}

declare global {
  interface HTMLElementTagNameMap {
    'mulin-scope': MulinScope;
  }
}
