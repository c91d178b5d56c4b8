import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Question } from '../../model/booking/rules.ts';
import { element, MulinElement } from '../../ui/base.ts';
import '../../ui/button.ts';
import '../../ui/choice.ts';
import '../../ui/notice.ts';
import { stepStyles } from './step.styles.ts';
import { bookingWords, type BookingWords } from './strings.ts';

/**
 * The conditions of a service, as questions. An answer that stops is followed by what to do instead.
 *
 * @summary First step of a booking: may I have this?
 * @fires {Event} done - Every answer lets the booking go on.
 */
@element('mulin-booking-questions')
export class MulinBookingQuestions extends MulinElement {
  static override styles = stepStyles;

  /** What is asked. */
  @property({ attribute: false }) questions: readonly Question[] = [];
  /** The answers so far, by id of the question; filled in here. */
  @property({ attribute: false }) answers = new Map<string, string>();
  /** Words of the way forward. */
  @property() next = '';

  @state() private asked = false;

  override render(): TemplateResult {
    const words = this.say(bookingWords);
    return html`<form novalidate @submit=${this.#onSubmit}>
      <p>${words.checkIntro}</p>
      ${this.questions.map((question) => this.#question(question, words))}
      <mulin-button kind="primary" size="main" type="submit">${this.next}</mulin-button>
    </form>`;
  }

  #question({ id, ask, help, expects, otherwise }: Question, words: BookingWords): TemplateResult {
    const answer = this.answers.get(id) ?? '';
    const stops = answer !== '' && answer !== expects;
    return html`<div class="question">
      <mulin-choice
        name=${id}
        label=${ask[this.locale]}
        hint=${help?.[this.locale] ?? ''}
        error=${this.asked && !answer ? words.answerFirst : ''}
        required
        layout="row"
        .options=${[
          { value: 'yes', label: words.yes },
          { value: 'no', label: words.no },
        ]}
        .value=${answer}
        @change=${(event: Event) => this.#onAnswer(id, event)}
      ></mulin-choice>
      ${
        stops
          ? html`<mulin-notice kind="warning" heading=${words.notHere}>
              ${otherwise[this.locale]}
            </mulin-notice>`
          : nothing
      }
    </div>`;
  }

  #onAnswer(id: string, event: Event): void {
    this.answers.set(id, (event.target as HTMLElement & { value: string }).value);
    this.requestUpdate();
  }

  #onSubmit(event: SubmitEvent): void {
    event.preventDefault();
    const stuck = this.questions.find(({ id, expects }) => this.answers.get(id) !== expects);
    this.asked = true;
    if (!stuck) this.dispatchEvent(new Event('done'));
    else this.renderRoot.querySelector<HTMLElement>(`[name="${stuck.id}"]`)?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mulin-booking-questions': MulinBookingQuestions;
  }
}
