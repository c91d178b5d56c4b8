import { html, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Check } from '../../model/case/view.ts';
import { element, MulinElement } from '../../ui/base.ts';
import '../../ui/button.ts';
import '../../ui/check.ts';
import { ground } from '../../ui/ground.styles.ts';
import '../../ui/long-text.ts';
import { deskStyles } from './desk.styles.ts';
import { recordsWords } from './strings.ts';

/** What a person is asked for. */
export interface Asked {
  readonly checks: readonly string[];
  readonly words: string;
}

/**
 * Asks the person for more; what was found wrong is ticked already.
 *
 * @summary The form to ask for more.
 * @fires {CustomEvent<Asked>} ask - To be sent.
 * @fires {CustomEvent<undefined>} cancel - Not yet.
 */
@element('mulin-desk-ask')
export class MulinDeskAsk extends MulinElement {
  static override shadowRootOptions = { ...MulinElement.shadowRootOptions, delegatesFocus: true };
  static override styles = [ground, deskStyles];

  /** What can be asked for. */
  @property({ attribute: false }) checks: readonly Check[] = [];

  /** It is under way. */
  @property({ type: Boolean }) busy = false;

  @state() private ticked: ReadonlySet<string> | undefined;
  @state() private words = '';

  override render(): TemplateResult {
    const { desk: words } = this.say(recordsWords);
    return html`<form aria-label=${words.ask} novalidate @submit=${this.#onSubmit}>
      <h4>${words.askWhat}</h4>
      ${this.checks.map(
        ({ id, what }) =>
          html`<mulin-check
            label=${what[this.locale]}
            .checked=${this.#ticked.has(id)}
            @change=${() => this.#onTick(id)}
          ></mulin-check>`,
      )}
      <mulin-long-text
        label=${words.askWords}
        maxlength="1000"
        .value=${this.words}
        @input=${(event: Event) => (this.words = (event.target as HTMLInputElement).value)}
      ></mulin-long-text>
      <div class="acts">
        <mulin-button kind="primary" type="submit" ?busy=${this.busy}
          >${words.askSend}</mulin-button
        >
        <mulin-button @click=${() => this.dispatchEvent(new CustomEvent('cancel'))}
          >${words.cancel}</mulin-button
        >
      </div>
    </form>`;
  }

  get #ticked(): ReadonlySet<string> {
    const wrong = this.checks.filter(({ found }) => found === 'wrong');
    return this.ticked ?? new Set(wrong.map(({ id }) => id));
  }

  #onTick(id: string): void {
    const ticked = new Set(this.#ticked);
    if (!ticked.delete(id)) ticked.add(id);
    this.ticked = ticked;
  }

  readonly #onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    const detail: Asked = { checks: [...this.#ticked], words: this.words.trim() };
    this.dispatchEvent(new CustomEvent<Asked>('ask', { detail }));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'mulin-desk-ask': MulinDeskAsk;
  }
}
