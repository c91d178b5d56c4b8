import { ContextConsumer } from '@lit/context';
import { css, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';

import type { CardReader, CardTrouble, IdCard } from '../device/card/contract.ts';

import { element, MulinElement } from './base.ts';
import './button.ts';
import { cardReaderContext } from './contexts.ts';
import { ground } from './ground.styles.ts';
import './icon.ts';
import './notice.ts';
import { readCardWords } from './read-card.strings.ts';

/** How long it waits for a card before it asks again, in seconds. */
const WAIT = 60;

/**
 * Reads an identity card, where the scope has a reader; elsewhere it is not there. It reads only while somebody has asked
 * for it and can see so, keeps nothing, and stops when it goes.
 *
 * @summary A way to fill in by card.
 * @fires {CustomEvent<IdCard>} read - What the card says. Personal: it does not bubble, only who stands around it hears it.
 * @example
 * <mulin-read-card></mulin-read-card>
 */
@element('mulin-read-card')
export class MulinReadCard extends MulinElement {
  static override styles = [
    ground,
    css`
      :host {
        display: grid;
        gap: var(--mulin-space-3);
      }
      mulin-button {
        justify-self: start;
      }
    `,
  ];

  /** Whose card, where there are several: 刷男方身份证. Without it, the usual words. */
  @property() label = '';

  @state() private phase: 'idle' | 'waiting' | 'read' | CardTrouble = 'idle';
  #reader: CardReader | undefined;
  #waiting: AbortController | undefined;

  constructor() {
    super();
    new ContextConsumer(this, {
      context: cardReaderContext,
      subscribe: true,
      callback: (reader) => {
        if (reader !== this.#reader) this.#stop();
        this.#reader = reader;
        this.hidden = !reader; // nor does it take room there
        this.requestUpdate();
      },
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.hidden = !this.#reader;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop();
  }

  override render(): TemplateResult | typeof nothing {
    if (!this.#reader) return nothing;
    const words = this.say(readCardWords);
    switch (this.phase) {
      case 'idle':
        return this.#renderButton();
      case 'waiting':
        return html`<mulin-notice heading=${words.lay.title}>
          ${words.lay.next}
          <mulin-button slot="actions" @click=${this.#stop}>${words.stop}</mulin-button>
        </mulin-notice>`;
      case 'read':
        return html`<mulin-notice kind="success" heading=${words.take.title}>
          ${words.take.next}
        </mulin-notice>`;
      default: {
        const { title, next } = words.troubles[this.phase];
        return html`<mulin-notice kind="warning" heading=${title}>${next}</mulin-notice>
          ${this.#renderButton()}`;
      }
    }
  }

  #renderButton(): TemplateResult {
    return html`<mulin-button @click=${this.#onPress}>
      <mulin-icon slot="start" name="card"></mulin-icon>
      ${this.label || this.say(readCardWords).read}
    </mulin-button>`;
  }

  readonly #stop = (): void => {
    this.#waiting?.abort();
    this.#waiting = undefined;
    this.phase = 'idle';
  };

  async #onPress(): Promise<void> {
    if (!this.#reader) return;
    const waiting = (this.#waiting = new AbortController());
    this.phase = 'waiting';
    try {
      const reading = await this.#reader.read({ seconds: WAIT, signal: waiting.signal });
      if (waiting !== this.#waiting) return; // stopped meanwhile: what was read is nobody's business any more
      this.phase = reading.status === 'read' ? 'read' : reading.trouble;
      if (reading.status === 'read')
        this.dispatchEvent(new CustomEvent<IdCard>('read', { detail: reading.card }));
    } catch (error) {
      if (waiting.signal.aborted) return;
      console.error(error);
      this.phase = 'fault';
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mulin-read-card': MulinReadCard;
  }
}
