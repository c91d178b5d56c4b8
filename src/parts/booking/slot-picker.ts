import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { almanacOf, dayName, lunarDateName } from '../../i18n/index.ts';
import type { MonthDay, Time } from '../../model/booking/queries.ts';
import { dateAt } from '../../model/shared/dates.ts';
import { element, MulinElement } from '../../ui/base.ts';
import type { CalendarDay, MulinCalendar } from '../../ui/calendar.ts';
import { Clock } from '../../ui/clock.ts';
import { Watch } from '../../ui/watch.ts';
import '../../ui/calendar.ts';
import '../../ui/notice.ts';
import type { PickedSlot, Visit } from './flow.ts';
import { slotPickerStyles } from './slot-picker.styles.ts';
import { bookingWords, type BookingWords } from './strings.ts';
import { sentenceFor } from './trouble.ts';
import './wait-days.ts';
import type { WaitDays } from './wait-days.ts';

/** From this many free places down, a day or a time says how many. */
const FEW = 3;

/**
 * A month with its free places, lunar dates and holidays; below it the times of the chosen day. It shows the present
 * state of the hall and follows it. A pressed day leads the keyboard to its times, Escape back to the day.
 *
 * @summary Lets a person pick a day and a time.
 * @fires {CustomEvent<{ date: string; time: string }>} mulin-slot - A free time was pressed.
 * @fires {CustomEvent<WaitDays>} wait - All is taken, and the person would wait for these days.
 * @csspart times - The times of the day.
 * @example
 * <mulin-slot-picker service="marriage" place="yangpu-registry"></mulin-slot-picker>
 */
@element('mulin-slot-picker')
export class MulinSlotPicker extends MulinElement {
  static override styles = slotPickerStyles;

  /** The service to be booked, by its id in the pack. */
  @property() service = '';
  /** Instead of it, a visit for several services or persons. */
  @property({ attribute: false }) visit: Visit | undefined;
  /** For how many days one may wait where all is taken; 0 where there is no waiting list. */
  @property({ type: Number, attribute: 'wait-days' }) waitDays = 0;
  /** Where, by its id in the pack. */
  @property() place = '';
  /** The day and time picked so far. */
  @property({ attribute: false }) picked: PickedSlot | undefined;
  /** A slot that is kept for this person; it counts as free for them. */
  @property({ attribute: false }) kept: PickedSlot | undefined;
  /** Whether a place is for two persons together, for the wording. */
  @property({ type: Boolean }) pair = false;
  /** The day that is open at first while nothing is picked, e.g. the next free one. */
  @property() start = '';

  @state() private month = '';
  @state() private date = '';
  @query('mulin-calendar') private calendar!: MulinCalendar | null;
  readonly #clock = new Clock(this, () => false);
  readonly #month = new Watch(this, 'booking.month', () =>
    this.#ready && this.month ? { ...this.#where, month: this.month } : undefined,
  );
  readonly #times = new Watch(this, 'booking.times', () =>
    this.#ready && this.date ? { ...this.#where, date: this.date } : undefined,
  );

  /** A day was pressed, and its times are on their way. */
  #toTimes = false;

  get #ready(): boolean {
    return (this.visit ?? this).service !== '' && this.place !== '';
  }
  get #where(): Visit & { place: string } {
    return { ...(this.visit ?? { service: this.service }), place: this.place };
  }

  /** Brings the keyboard to the chosen day. */
  override focus(): void {
    this.calendar?.focusDay();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('picked') && this.picked) this.date = this.picked.date;
    if (this.month) return;
    this.date ||= this.start;
    // Without a hint it opens where the viewer's clock is; the hall says what may be booked there.
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    this.month = (this.date || dateAt(this.#clock.now, timeZone)).slice(0, 7);
  }

  protected override updated(): void {
    if (!this.#toTimes || this.#times.snapshot.status !== 'answer') return;
    this.#toTimes = false;
    // Who has gone elsewhere meanwhile is not called back.
    if (this.shadowRoot?.activeElement !== this.calendar) return;
    this.renderRoot.querySelector<HTMLElement>('[part=times] button:not([disabled])')?.focus();
  }

  override render(): TemplateResult {
    const words = this.say(bookingWords);
    return html`<div class="card">
      <div>${this.#calendar(words)}</div>
      <div>${this.#day(words)}</div>
    </div>`;
  }

  #calendar(words: BookingWords): TemplateResult {
    const { snapshot } = this.#month;
    if (snapshot.status === 'refused' || snapshot.status === 'fault') {
      const { title, next } = sentenceFor(this.locale, snapshot);
      return html`<mulin-notice kind="refusal" heading=${title}>${next}</mulin-notice>`;
    }
    const value = this.#month.value;
    const days = new Map(value?.days.map((day) => [day.date, this.#dayOf(day, words)]));
    return html`<mulin-calendar
        .month=${this.month}
        .min=${value?.first.slice(0, 7) ?? ''}
        .max=${value?.last.slice(0, 7) ?? ''}
        .selected=${this.date}
        .today=${value?.today ?? ''}
        .days=${days}
        aria-busy=${snapshot.status === 'waiting' ? 'true' : 'false'}
        @mulin-month-request=${this.#onMonth}
        @mulin-day=${this.#onDay}
      ></mulin-calendar>
      ${
        value?.days.some(({ provisional }) => provisional)
          ? html`<p class="provisional">${words.provisional}</p>`
          : nothing
      }
      <mulin-wait-days
        .days=${value?.days ?? []}
        max-days=${this.waitDays}
        @wait=${(event: CustomEvent<WaitDays>) => this.#onWait(event)}
      ></mulin-wait-days>`;
  }

  #day(words: BookingWords): TemplateResult {
    if (!this.date) return html`<p class="prompt">${words.chooseDay}</p>`;
    const { snapshot } = this.#times; // not `value`: yesterday's times must never stand under today
    const times = snapshot.status === 'answer' ? snapshot.value.times : undefined;
    return html`<h3 id="day">
        ${dayName(this.locale, this.date)} · ${words.lunar(lunarDateName(this.locale, this.date))}
      </h3>
      ${times?.length === 0 ? html`<p class="prompt" role="status">${words.noTimes}</p>` : nothing}
      <div
        part="times"
        role="group"
        aria-labelledby="day"
        aria-describedby="back"
        @keydown=${this.#onTimesKey}
      >
        ${times?.map((time) => this.#time(time, words))}
      </div>
      <p id="back" hidden>${words.backToDays}</p>`;
  }

  #time({ time, free }: Time, words: BookingWords): TemplateResult {
    const mine = this.kept?.date === this.date && this.kept.time === time;
    const picked = this.picked?.date === this.date && this.picked.time === time;
    const note = mine ? words.keptForYou : free > 0 ? words.left(free, this.pair) : words.full;
    return html`<button
      type="button"
      class=${free > FEW ? 'many' : 'few'}
      aria-pressed=${picked ? 'true' : 'false'}
      ?disabled=${free === 0 && !mine}
      data-time=${time}
      @click=${this.#onTime}
    >
      <b>${time}</b> <span>${note}</span>
    </button>`;
  }

  #dayOf(
    { date, state, free, name, makeUp, provisional }: MonthDay,
    words: BookingWords,
  ): CalendarDay {
    const almanac = almanacOf(this.locale, date);
    const more = [makeUp && words.makeUp, provisional && words.provisionalDay].filter(Boolean);
    const day = (kind: CalendarDay['state'], note: string, label: string): CalendarDay => ({
      ...almanac,
      state: kind,
      note,
      label: [label, ...more].join(' '),
      provisional,
    });
    if (state === 'full') return day('full', words.full, words.full);
    if (state !== 'open') {
      return day('closed', words.dayStates[state], name?.[this.locale] ?? words.dayReasons[state]);
    }
    const left = words.left(free, this.pair);
    return free > FEW ? day('open', words.open, left) : day('few', words.leftShort(free), left);
  }

  #onMonth(event: CustomEvent<{ month: string }>): void {
    this.month = event.detail.month;
  }

  #onDay(event: CustomEvent<{ date: string }>): void {
    this.date = event.detail.date;
    this.#toTimes = true;
    this.requestUpdate();
  }

  #onWait({ detail }: CustomEvent<WaitDays>): void {
    this.dispatchEvent(new CustomEvent<WaitDays>('wait', { detail }));
  }

  #onTimesKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    this.calendar?.focusDay(this.date);
  }

  #onTime(event: Event): void {
    const { time = '' } = (event.currentTarget as HTMLElement).dataset;
    this.emit('mulin-slot', { date: this.date, time });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mulin-slot-picker': MulinSlotPicker;
  }
}
