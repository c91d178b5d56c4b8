import { css, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { element, MulinElement } from '../../ui/base.ts';
import '../../ui/button.ts';
import '../../ui/choice.ts';
import { card, ground } from '../../ui/ground.styles.ts';
import '../../ui/long-text.ts';
import '../../ui/notice.ts';
import { Sending } from '../../ui/sending.ts';
import type { RecordsProof } from './find.ts';
import { recordsStyles } from './records.styles.ts';
import { recordsWords, sentenceFor, type Trouble } from './strings.ts';

/**
 * How it was, in five levels (好差评), once and only if one likes. It can be passed over without a press, and what is said is
 * kept without a name.
 *
 * @summary A rating in five levels.
 * @fires {CustomEvent<{}>} mulin-rated - It was counted.
 * @csspart card - The sheet.
 * @example
 * <mulin-rating service="meal-assistance"></mulin-rating>
 */
@element('mulin-rating')
export class MulinRating extends MulinElement {
  static override styles = [
    ground,
    card,
    recordsStyles,
    css`
      .card {
        display: grid;
        gap: var(--mulin-space-4);
      }
    `,
  ];

  /** What opens the receipt. */
  @property({ attribute: false }) proof: RecordsProof | undefined;

  /** Which of its applications. */
  @property() service = '';

  @state() private level = '';
  @state() private words = '';
  @state() private missing = false;
  @state() private rated = false;
  @state() private trouble: Trouble | undefined;
  readonly #sending = new Sending(this);

  override render(): TemplateResult {
    const { rating: words } = this.say(recordsWords);
    if (this.rated)
      return html`<mulin-notice kind="success" heading=${words.thanks}
        >${words.thanksNext}</mulin-notice
      >`;
    return html`<form class="card" part="card" novalidate @submit=${this.#onSubmit}>
      <h3>${words.title}</h3>
      <p class="hint">${words.hint}</p>
      <mulin-choice
        label=${words.legend}
        layout="row"
        required
        error=${this.missing ? words.choose : ''}
        .options=${[...words.levels.entries()]
          .reverse()
          .map(([i, label]) => ({ value: String(i + 1), label }))}
        .value=${this.level}
        @input=${this.#onLevel}
      ></mulin-choice>
      ${this.level ? this.#renderWords() : nothing}
      <div role="status">${this.trouble ? this.#renderTrouble(this.trouble) : nothing}</div>
      <div class="actions">
        <mulin-button kind="primary" type="submit" ?busy=${this.#sending.busy}
          >${words.send}</mulin-button
        >
      </div>
    </form>`;
  }

  #renderWords(): TemplateResult {
    const { rating: words } = this.say(recordsWords);
    return html`<mulin-long-text
      label=${words.words}
      hint=${words.wordsHint}
      maxlength="300"
      .value=${this.words}
      @input=${(event: Event) => (this.words = valueOf(event))}
    ></mulin-long-text>`;
  }

  #renderTrouble(trouble: Trouble): TemplateResult {
    const { title, next } = sentenceFor(this.locale, trouble);
    return html`<mulin-notice kind="refusal" heading=${title}>${next}</mulin-notice>`;
  }

  readonly #onLevel = (event: Event): void => {
    this.level = valueOf(event);
    this.missing = false;
  };

  readonly #onSubmit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { proof, service, level, words } = this;
    this.missing = level === '';
    if (!proof || this.missing) return;
    const outcome = await this.#sending.send('case.rate', {
      ...proof,
      service,
      level: Number(level),
      ...(words.trim() && { words }),
    });
    this.trouble =
      outcome?.status === 'refused' || outcome?.status === 'fault' ? outcome : undefined;
    if (outcome?.status !== 'sent') return;
    this.rated = true;
    this.emit('mulin-rated', {});
  };
}

function valueOf(event: Event): string {
  return (event.target as HTMLElement & { value: string }).value;
}

declare global {
  interface HTMLElementTagNameMap {
    'mulin-rating': MulinRating;
  }
}
