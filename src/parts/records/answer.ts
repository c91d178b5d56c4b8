import { css, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { v4 as uuidv4 } from 'uuid';
import type { StoryRow } from '../../model/case/view.ts';
import { element, MulinElement } from '../../ui/base.ts';
import '../../ui/button.ts';
import { ground } from '../../ui/ground.styles.ts';
import '../../ui/long-text.ts';
import '../../ui/notice.ts';
import '../../ui/photo.ts';
import type { Shot } from '../../ui/photo.ts';
import { Sending } from '../../ui/sending.ts';
import type { RecordsProof } from './find.ts';
import { handOver } from './hand-over.ts';
import { recordsStyles } from './records.styles.ts';
import { recordsWords, sentenceFor, type Trouble } from './strings.ts';

/** How many files one may add at once. */
const MOST = 6;

/**
 * Brings what a clerk has asked for: pictures, words, or both. What was taken stays until the hall has all of it.
 *
 * @summary The answer to a request for more.
 * @fires {CustomEvent<{}>} mulin-answered - The hall has it.
 */
@element('mulin-case-answer')
export class MulinCaseAnswer extends MulinElement {
  static override styles = [
    ground,
    recordsStyles,
    css`
      .asked {
        padding: var(--mulin-space-3) var(--mulin-space-4);
        border-inline-start: 6px solid var(--mulin-amber);
        background: var(--mulin-amber-wash);
        overflow-wrap: anywhere;
        white-space: pre-line;
      }
    `,
  ];

  /** What opens the receipt. */
  @property({ attribute: false }) proof: RecordsProof | undefined;

  /** Which of its applications. */
  @property() service = '';

  /** What was asked for. */
  @property({ attribute: false }) request: StoryRow | undefined;

  @state() private shots: readonly Shot[] = [];
  @state() private words = '';
  @state() private progress = '';
  @state() private trouble: Trouble | undefined;
  readonly #sending = new Sending(this);
  readonly #bundle = uuidv4();

  override render(): TemplateResult {
    const { answer: words } = this.say(recordsWords);
    const asked = this.request?.items?.map((item) => item[this.locale]) ?? [];
    return html`<form aria-label=${words.title} novalidate @submit=${this.#onSubmit}>
      ${this.request?.words ? html`<p class="asked">${this.request.words}</p>` : nothing}
      <mulin-photo
        label=${asked.join(this.locale === 'en' ? ', ' : '、') || words.photos}
        max=${MOST}
        documents
        .shots=${this.shots}
        @input=${this.#onShots}
      ></mulin-photo>
      <mulin-long-text
        label=${words.words}
        maxlength="500"
        .value=${this.words}
        @input=${this.#onWords}
      ></mulin-long-text>
      <div role="status">${this.#renderSaid()}</div>
      <mulin-button kind="primary" type="submit" ?busy=${this.#busy}>${words.send}</mulin-button>
    </form>`;
  }

  #renderSaid(): TemplateResult | typeof nothing {
    if (this.progress) return html`<p>${this.progress}</p>`;
    if (!this.trouble) return nothing;
    const { title, next } = sentenceFor(this.locale, this.trouble);
    return html`<mulin-notice kind="refusal" heading=${title}>${next}</mulin-notice>`;
  }

  get #busy(): boolean {
    return this.progress !== '' || this.#sending.busy;
  }

  readonly #onShots = (event: Event): void => {
    this.shots = (event.target as HTMLElement & { shots: readonly Shot[] }).shots;
  };

  readonly #onWords = (event: Event): void => {
    this.words = (event.target as HTMLElement & { value: string }).value;
  };

  readonly #onSubmit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { proof, service, shots } = this;
    const { answer: words } = this.say(recordsWords);
    if (!proof || this.#busy) return;
    const files = shots.map((shot) => ({ ...shot, item: '' }));
    const stopped = await handOver(
      this.#bundle,
      files,
      (input) => this.#sending.sendAside('evidence.add', input),
      (done) => (this.progress = words.sending(done, files.length)),
    );
    this.progress = '';
    const outcome =
      stopped ??
      (await this.#sending.send('case.answer', {
        ...proof,
        service,
        ...(this.words.trim() && { words: this.words }),
        ...(files.length > 0 && { bundle: this.#bundle, evidence: files.map(({ id }) => id) }),
      }));
    this.trouble =
      outcome?.status === 'refused' || outcome?.status === 'fault' ? outcome : undefined;
    if (outcome?.status === 'sent') this.emit('mulin-answered', {});
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'mulin-case-answer': MulinCaseAnswer;
  }
}
