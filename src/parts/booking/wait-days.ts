import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { dayName } from '../../i18n/index.ts';
import type { MonthDay } from '../../model/booking/queries.ts';
import { addDays } from '../../model/shared/dates.ts';
import { element, MulinElement } from '../../ui/base.ts';
import '../../ui/button.ts';
import '../../ui/choice.ts';
import '../../ui/notice.ts';
import { stepStyles } from './step.styles.ts';
import { bookingWords } from './strings.ts';

/** Days for which somebody would wait, both included. */
export interface WaitDays {
  readonly from: string;
  readonly to: string;
}

/**
 * Days on which all is taken, to wait for what others give back. Nothing is offered where there is still a place.
 *
 * @summary The way onto the waiting list.
 * @fires {CustomEvent<WaitDays>} wait - For these days.
 */
@element('mulin-wait-days')
export class MulinWaitDays extends MulinElement {
  static override styles = stepStyles;

  /** The month on screen. */
  @property({ attribute: false }) days: readonly MonthDay[] = [];
  /** How many days one may wait for; 0 where there is no waiting list. */
  @property({ type: Number, attribute: 'max-days' }) maxDays = 0;

  @state() private open = false;
  @state() private chosen = '';

  override render(): TemplateResult | typeof nothing {
    const words = this.say(bookingWords);
    const stretches = this.maxDays > 0 ? fullStretches(this.days, this.maxDays) : [];
    if (stretches.length === 0) return nothing;
    if (!this.open)
      return html`<mulin-button @click=${() => (this.open = true)}>${words.wait}</mulin-button>`;
    return html`<form
      novalidate
      @submit=${(event: SubmitEvent) => this.#onSubmit(event, stretches)}
    >
      <mulin-notice heading=${words.waitTitle}>${words.waitMeans}</mulin-notice>
      <mulin-choice
        name="days"
        label=${words.waitLegend}
        required
        .options=${stretches.map(({ from, to }) => ({
          value: from,
          label:
            from === to
              ? dayName(this.locale, from)
              : words.fromTo(dayName(this.locale, from), dayName(this.locale, to)),
        }))}
        .value=${this.chosen}
        @change=${(event: Event) => {
          this.chosen = (event.target as HTMLElement & { value: string }).value;
        }}
      ></mulin-choice>
      <mulin-button type="submit" ?disabled=${!this.chosen}>${words.waitNow}</mulin-button>
    </form>`;
  }

  #onSubmit(event: SubmitEvent, stretches: readonly WaitDays[]): void {
    event.preventDefault();
    const detail = stretches.find(({ from }) => from === this.chosen);
    if (detail) this.dispatchEvent(new CustomEvent<WaitDays>('wait', { detail }));
  }
}

/** Runs of days without a free place, from the first full one to the last, no longer than one may wait for. */
export function fullStretches(days: readonly MonthDay[], maxDays: number): WaitDays[] {
  const found: WaitDays[] = [];
  let from = '';
  let to = '';
  const close = (): void => {
    if (from) found.push({ from, to });
    from = '';
  };
  for (const { date, state } of days) {
    if (from && date >= addDays(from, maxDays)) close();
    if (state === 'open' || state === 'not-yet') close();
    if (state !== 'full') continue;
    from ||= date;
    to = date;
  }
  close();
  return found;
}

declare global {
  interface HTMLElementTagNameMap {
    'mulin-wait-days': MulinWaitDays;
  }
}
