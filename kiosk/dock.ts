import { css, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';

import { element, MulinElement, type IconName } from '../src/ui/index.ts';

import { ground } from './ground.styles.ts';
import { kioskWords } from './strings.ts';

/** How a person wants the screen to be. */
export interface Looks {
  readonly elder: boolean;
  readonly contrast: boolean;
  readonly english: boolean;
}

export const usualLooks: Looks = { elder: false, contrast: false, english: false };

/**
 * Larger text, high contrast, the other language. Wide at the foot of the home screen, small in the bar elsewhere.
 *
 * @summary How the screen looks and speaks, at any time.
 * @fires {CustomEvent<Looks>} kiosk-looks - How it shall look.
 */
@element('kiosk-dock')
export class KioskDock extends MulinElement {
  static override styles = [
    ground,
    css`
      section {
        display: flex;
        gap: var(--mulin-space-3);
      }
      button {
        display: flex;
        flex: 1 1 0;
        align-items: center;
        justify-content: center;
        gap: var(--mulin-space-2);
        min-block-size: var(--mulin-target-main);
        padding: var(--mulin-space-2) var(--mulin-space-3);
        border: var(--mulin-stroke) solid var(--mulin-edge);
        border-radius: var(--mulin-radius-main);
        background: var(--mulin-surface);
        font-weight: var(--mulin-weight-strong);
        line-height: var(--mulin-leading-tight);
        white-space: nowrap;
      }
      button:active {
        background: var(--mulin-sunken);
      }
      button[aria-pressed='true'] {
        border-color: var(--mulin-river);
        background: var(--mulin-river);
        color: var(--mulin-on-river);
      }
      :host([compact]) section {
        gap: var(--mulin-space-2);
      }
      :host([compact]) button {
        flex: none;
        min-block-size: var(--mulin-target);
        border-radius: var(--mulin-radius-control);
        font-size: var(--mulin-text-small);
      }
      :host([compact]) mulin-icon {
        display: none;
      }
      @media (max-width: 799px) {
        button {
          flex-direction: column;
          gap: 0;
          padding-inline: var(--mulin-space-1);
          font-size: var(--mulin-text-small);
        }
        :host([compact]) button {
          inline-size: var(--mulin-target);
          padding: 0;
        }
        :host([compact]) mulin-icon {
          display: inline-block;
        }
        :host([compact]) .words {
          position: absolute;
          inline-size: 1px;
          block-size: 1px;
          overflow: hidden;
          clip-path: inset(50%);
        }
      }
      @media (forced-colors: active) {
        button[aria-pressed='true'] {
          forced-color-adjust: none;
        }
      }
    `,
  ];

  /** Small, for the bar above a screen. */
  @property({ type: Boolean, reflect: true }) compact = false;

  /** How it looks now. */
  @property({ attribute: false }) looks = usualLooks;

  @state() private told = '';

  override render(): TemplateResult {
    const { dock } = this.say(kioskWords);
    const { elder, contrast } = this.looks;
    return html`<section aria-label=${dock.label}>
        ${this.#toggle('text-size', dock.elder, elder, this.#onElder)}
        ${this.#toggle('contrast', dock.contrast, contrast, this.#onContrast)}
        <button
          type="button"
          lang=${this.locale === 'en' ? 'zh-CN' : 'en'}
          @click=${this.#onLanguage}
        >
          <mulin-icon name="language"></mulin-icon><span class="words">${dock.language}</span>
        </button>
      </section>
      <p class="unseen" role="status">${this.told || nothing}</p>`;
  }

  #toggle(icon: IconName, words: string, pressed: boolean, onPress: () => void): TemplateResult {
    return html`<button type="button" aria-pressed=${pressed} @click=${onPress}>
      <mulin-icon name=${icon}></mulin-icon><span class="words">${words}</span>
    </button>`;
  }

  #change(looks: Looks, told: string): void {
    this.told = told;
    this.emit('kiosk-looks', looks);
  }

  readonly #onElder = (): void => {
    const { elderOn, elderOff } = this.say(kioskWords).dock;
    const elder = !this.looks.elder;
    this.#change({ ...this.looks, elder }, elder ? elderOn : elderOff);
  };

  readonly #onContrast = (): void => {
    const { contrastOn, contrastOff } = this.say(kioskWords).dock;
    const contrast = !this.looks.contrast;
    this.#change({ ...this.looks, contrast }, contrast ? contrastOn : contrastOff);
  };

  readonly #onLanguage = (): void => {
    const english = !this.looks.english;
    this.#change({ ...this.looks, english }, kioskWords[english ? 'en' : 'zh-CN'].dock.languageIs);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-dock': KioskDock;
  }
}
