import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';

import { locales, type Locale } from '../src/i18n/index.ts';
import { element, MulinElement } from '../src/ui/index.ts';

import { ground } from './ground.styles.ts';
import { kioskWords } from './strings.ts';
import type { Trouble } from './wiring.ts';

/** So many mistakes fit on the screen. */
const SHOWN = 6;

/**
 * Says that the terminal can't be used, what a citizen does instead, and what is wrong, for whoever comes to mend it. In
 * both languages, for nobody can choose one here.
 *
 * @summary Out of service.
 * @fires {CustomEvent<{}>} kiosk-retry - Try once more.
 */
@element('kiosk-trouble')
export class KioskTrouble extends MulinElement {
  static override styles = [
    ground,
    css`
      mulin-scope {
        display: grid;
        align-content: center;
        gap: var(--mulin-space-6);
        min-block-size: 100dvh;
        padding: var(--mulin-space-6);
      }
      section {
        display: grid;
        gap: var(--mulin-space-3);
        max-inline-size: 34em;
        margin-inline: auto;
        inline-size: 100%;
      }
      h1,
      h2 {
        font-size: var(--mulin-text-title);
      }
      p {
        line-height: var(--mulin-leading);
      }
      .staff {
        padding: var(--mulin-space-5);
        border: var(--mulin-stroke) solid var(--mulin-line);
        border-radius: var(--mulin-radius-card);
        background: var(--mulin-surface);
        font-size: var(--mulin-text-small);
      }
      .staff h2 {
        font-size: var(--mulin-text-body);
      }
      ul {
        margin: 0;
        padding-inline-start: 1.2em;
      }
      code {
        overflow-wrap: anywhere;
      }
    `,
  ];

  /** What is wrong. */
  @property({ attribute: false }) trouble: Trouble | undefined;

  override render(): TemplateResult {
    return html`<mulin-scope terminal>
      ${locales.map((locale) => this.#renderCitizen(locale))}
      <section class="staff">
        ${locales.map((locale) => this.#renderStaff(locale))}
        <mulin-button kind="primary" @click=${() => this.emit('kiosk-retry', {})}>
          ${locales.map((locale) => kioskWords[locale].trouble.retry).join(' · ')}
        </mulin-button>
      </section>
    </mulin-scope>`;
  }

  #renderCitizen(locale: Locale): TemplateResult {
    const { heading, citizen } = kioskWords[locale].trouble;
    return html`<section lang=${locale} role="alert">
      ${locale === 'en' ? html`<h2>${heading}</h2>` : html`<h1>${heading}</h1>`}
      <p>${citizen}</p>
    </section>`;
  }

  #renderStaff(locale: Locale): TemplateResult {
    const words = kioskWords[locale].trouble;
    const broken = this.trouble?.kind === 'mistakes' || this.trouble?.kind === 'unreadable';
    return html`<div lang=${locale}>
      <h2>${words.staff}</h2>
      ${this.#renderCause(locale)}
      <p>${broken ? words.mend : words.reach}</p>
    </div>`;
  }

  #renderCause(locale: Locale): TemplateResult | typeof nothing {
    const words = kioskWords[locale].trouble;
    const { trouble } = this;
    switch (trouble?.kind) {
      case undefined:
        return nothing;
      case 'unreachable':
        return html`<p>${words.unreachable(trouble.url)}</p>`;
      case 'answered':
        return html`<p>${words.answered(trouble.url, trouble.status)}</p>`;
      case 'unreadable':
        return html`<p>${words.unreadable(trouble.url)}</p>`;
      case 'mistakes': {
        const { mistakes, url } = trouble;
        return html`<p>${words.mistakes(url, mistakes.length)}</p>
          <ul lang="en">
            ${mistakes
              .slice(0, SHOWN)
              .map(
                ({ file, path, sentence }) =>
                  html`<li><code>${file}${path}</code> ${sentence}</li>`,
              )}
          </ul>
          ${mistakes.length > SHOWN ? html`<p>${words.others(mistakes.length - SHOWN)}</p>` : nothing}`;
      }
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-trouble': KioskTrouble;
  }
}
