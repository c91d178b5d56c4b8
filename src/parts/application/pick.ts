import { css, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { ServiceSummary } from '../../model/guide/queries.ts';
import { element, MulinElement } from '../../ui/base.ts';
import '../../ui/button.ts';
import '../../ui/check.ts';
import { ground } from '../../ui/ground.styles.ts';
import '../../ui/icon.ts';
import { Watch } from '../../ui/watch.ts';
import { head } from './head.styles.ts';
import { pickWords } from './pick.strings.ts';

/** As many as the hall takes under one receipt. */
const MOST = 8;

/**
 * Chooses several things to apply for at once (一口受理): what they all ask is then asked once.
 *
 * @summary What to apply for, several at once.
 * @fires {CustomEvent<readonly string[]>} onward - These services. It does not bubble.
 * @fires {CustomEvent<{}>} leave - The person went back.
 * @example
 * <mulin-pick-services></mulin-pick-services>
 */
@element('mulin-pick-services')
export class MulinPickServices extends MulinElement {
  static override styles = [
    ground,
    head,
    css`
      :host,
      fieldset {
        display: grid;
        gap: var(--mulin-space-4);
      }
      small {
        display: block;
        color: var(--mulin-ink-2);
        font-size: var(--mulin-text-small);
        font-weight: var(--mulin-weight-normal, 400);
      }
      .missing {
        color: var(--mulin-cinnabar);
      }
      .forward {
        position: sticky;
        inset-block-end: 0;
        padding-block: var(--mulin-space-3);
        background: var(--mulin-paper);
      }
    `,
  ];

  /** Chosen before. */
  @property({ attribute: false }) chosen: readonly string[] = [];

  @state() private judged = false;
  readonly #directory = new Watch(this, 'guide.services', () => ({}));

  override render(): TemplateResult {
    const words = this.say(pickWords);
    const services = (this.#directory.value?.services ?? []).filter(({ applicable }) => applicable);
    const count = this.chosen.length;
    return html`<header>
        <mulin-button
          label=${words.back}
          @click=${() => this.dispatchEvent(new CustomEvent('leave'))}
        >
          <mulin-icon name="chevron-left"></mulin-icon>
        </mulin-button>
        <h2 tabindex="-1">${words.title}</h2>
        <p>${words.intro}</p>
      </header>
      <fieldset>
        <legend class="unseen">${words.title}</legend>
        ${services.map((service) => this.#renderService(service))}
      </fieldset>
      ${this.#mistake ? html`<p class="missing" role="alert">${this.#mistake}</p>` : nothing}
      <div class="forward">
        <mulin-button kind="primary" size="main" @click=${this.#onward}
          >${words.onward(count)}</mulin-button
        >
      </div>`;
  }

  #renderService({ id, name, summary }: ServiceSummary): TemplateResult {
    return html`<mulin-check
      .checked=${this.chosen.includes(id)}
      @change=${(event: Event) => this.#choose(id, event)}
      >${name[this.locale]}<small>${summary[this.locale]}</small></mulin-check
    >`;
  }

  get #mistake(): string {
    const words = this.say(pickWords);
    if (!this.judged) return '';
    if (this.chosen.length < 2) return words.few;
    return this.chosen.length > MOST ? words.many(MOST) : '';
  }

  #choose(id: string, event: Event): void {
    const { checked } = event.target as HTMLElement & { checked: boolean };
    const others = this.chosen.filter((one) => one !== id);
    this.chosen = checked ? [...others, id] : others;
  }

  readonly #onward = (): void => {
    this.judged = true;
    if (!this.#mistake) this.dispatchEvent(new CustomEvent('onward', { detail: this.chosen }));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'mulin-pick-services': MulinPickServices;
  }
}
