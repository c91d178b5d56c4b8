import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Outcome } from '../../model/case/documents.ts';
import type { DeskCase } from '../../model/case/look-up.ts';
import { element, MulinElement } from '../../ui/base.ts';
import '../../ui/button.ts';
import '../../ui/choice.ts';
import { ground } from '../../ui/ground.styles.ts';
import '../../ui/long-text.ts';
import { deskStyles } from './desk.styles.ts';
import { recordsWords } from './strings.ts';

/** A decision with what the person will read. */
export interface Decided {
  readonly outcome: Outcome;
  readonly reason?: string;
  readonly words?: string;
}

const outcomes: readonly Outcome[] = ['granted', 'refused'];

/**
 * Granted or not, and why: a reason of the district, words of one's own, or both.
 *
 * @summary The form to decide.
 * @fires {CustomEvent<Decided>} decide - To be decided.
 * @fires {CustomEvent<undefined>} cancel - Not yet.
 */
@element('mulin-desk-decide')
export class MulinDeskDecide extends MulinElement {
  static override shadowRootOptions = { ...MulinElement.shadowRootOptions, delegatesFocus: true };
  static override styles = [ground, deskStyles];

  /** Reasons to choose from. */
  @property({ attribute: false }) reasons: DeskCase['reasons'] = [];

  /** It is under way. */
  @property({ type: Boolean }) busy = false;

  @state() private outcome: Outcome | '' = '';
  @state() private reason = '';
  @state() private words = '';

  override render(): TemplateResult {
    const { desk: words, outcome: named } = this.say(recordsWords);
    const reasons = this.reasons.filter(({ decision }) => decision === this.outcome);
    return html`<form aria-label=${words.decide} novalidate @submit=${this.#onSubmit}>
      <p class="hint">${words.decideHint}</p>
      <mulin-choice
        label=${words.decideWhat}
        layout="row"
        required
        .options=${outcomes.map((value) => ({ value, label: named[value] }))}
        .value=${this.outcome}
        @input=${this.#onOutcome}
      ></mulin-choice>
      ${
        reasons.length > 0
          ? html`<mulin-choice
              label=${words.decideReason}
              required
              .options=${[
                ...reasons.map(({ id, text }) => ({ value: id, label: text[this.locale] })),
                { value: 'other', label: words.decideOther },
              ]}
              .value=${this.reason}
              @input=${(event: Event) => (this.reason = valueOf(event))}
            ></mulin-choice>`
          : nothing
      }
      <mulin-long-text
        label=${words.decideWords}
        maxlength="1000"
        .value=${this.words}
        @input=${(event: Event) => (this.words = valueOf(event))}
      ></mulin-long-text>
      <div class="acts">
        <mulin-button
          kind="primary"
          type="submit"
          ?disabled=${this.outcome === ''}
          ?busy=${this.busy}
          >${words.decideSend}</mulin-button
        >
        <mulin-button @click=${() => this.dispatchEvent(new CustomEvent('cancel'))}
          >${words.cancel}</mulin-button
        >
      </div>
    </form>`;
  }

  readonly #onOutcome = (event: Event): void => {
    this.outcome = valueOf(event) as Outcome;
    this.reason = '';
  };

  readonly #onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    const { outcome, reason } = this;
    if (outcome === '') return;
    const words = this.words.trim();
    const detail: Decided = {
      outcome,
      ...(reason && reason !== 'other' && { reason }),
      ...(words && { words }),
    };
    this.dispatchEvent(new CustomEvent<Decided>('decide', { detail }));
  };
}

function valueOf(event: Event): string {
  return (event.target as HTMLElement & { value: string }).value;
}

declare global {
  interface HTMLElementTagNameMap {
    'mulin-desk-decide': MulinDeskDecide;
  }
}
