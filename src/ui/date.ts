import { css, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';

import { fullDayName, monthName } from '../i18n/format.ts';
import { daysFrom, isDate, monthBounds } from '../model/shared/days.ts';

import { element } from './base.ts';
import './button.ts';
import type { CalendarDay } from './calendar.ts';
import { clean, grouped, type FieldKind } from './field-kinds.ts';
import { ground } from './ground.styles.ts';
import './icon.ts';
import { strings } from './strings.ts';
import { TypedControl } from './typed-control.ts';

/** How much of a date is asked: `partial` takes whatever somebody remembers. */
export type DatePrecision = 'day' | 'month' | 'year' | 'partial';

const DIGITS = { day: 8, month: 6, year: 4, partial: 8 } as const;

/**
 * A date as eight digits in one line, which is quicker than three lists, and said back in words. Near days can be chosen
 * from a calendar instead.
 *
 * @summary A date of a form.
 * @fires {InputEvent} input - A stroke or a day; `value` holds it already, `1955-03-08`, also while it is half typed.
 * @fires {Event} change - The citizen has left the field or chosen a day.
 * @csspart words - The date in words.
 * @example
 * <mulin-date name="birth" label="出生日期" value="1955-03-08"></mulin-date>
 */
@element('mulin-date')
export class MulinDate extends TypedControl {
  static override styles = [
    ground,
    css`
      mulin-field {
        max-inline-size: 30em;
      }
      .words {
        color: var(--mulin-ink-2);
        font-size: var(--mulin-text-small);
      }
      .words:not(:empty) {
        margin-block-start: var(--mulin-space-2);
      }
      mulin-button {
        margin-block-start: var(--mulin-space-3);
      }
      mulin-calendar {
        max-inline-size: 40em;
        margin-block-start: var(--mulin-space-3);
      }
    `,
  ];

  /** How much is asked. */
  @property() precision: DatePrecision = 'day';

  /** The first day that may be given. */
  @property() min = '';

  /** The last day that may be given. */
  @property() max = '';

  /** The day it is; with it, a calendar can be opened. For days long ago, which nobody turns to, leave it out. */
  @property() today = '';

  @state() private month: string | undefined;
  protected override readonly kind: FieldKind = 'date';

  override render(): TemplateResult {
    return html`${this.renderLine('', DIGITS[this.precision])}
      <p class="words" part="words" role="status">${this.#words}</p>
      ${this.today && this.precision === 'day' && !this.readonly ? this.#renderPicker() : nothing}`;
  }

  #renderPicker(): TemplateResult {
    const { date } = this.say(strings);
    const open = this.month !== undefined;
    return html`<mulin-button ?disabled=${this.off} @click=${() => this.#turn(open)}>
        <mulin-icon slot="start" name="calendar"></mulin-icon>
        ${open ? date.closeCalendar : date.openCalendar}
      </mulin-button>
      ${open ? this.#renderCalendar(this.month ?? '') : nothing}`;
  }

  #renderCalendar(month: string): TemplateResult {
    return html`<mulin-calendar
      month=${month}
      min=${this.min.slice(0, 7)}
      max=${this.max.slice(0, 7)}
      selected=${isDate(this.value) ? this.value : ''}
      today=${this.today}
      .days=${this.#daysOf(month)}
      @mulin-month-request=${(event: CustomEvent<{ month: string }>) => {
        event.stopPropagation();
        this.month = event.detail.month;
      }}
      @mulin-day=${this.#onDay}
    ></mulin-calendar>`;
  }

  protected override read(typed: string): string {
    return grouped('date', typed);
  }

  protected override write(value: string): string {
    return clean('date', value);
  }

  protected override flaw(): string {
    const { date } = this.say(strings);
    if (this.value === '') return '';
    if (!isWhole(this.value, this.precision)) return date.notWhole[this.precision];
    if (!isDate(this.value.padEnd(10, '-01'))) return date.noSuchDay;
    if (this.min && this.value < this.min.slice(0, this.value.length)) return date.tooEarly;
    return this.max && this.value > this.max.slice(0, this.value.length) ? date.tooLate : '';
  }

  /** The calendar comes when somebody wants to see it. */
  async #turn(open: boolean): Promise<void> {
    if (!open) await import('./calendar.ts');
    this.month = open ? undefined : this.#near.slice(0, 7);
  }

  /** Where a calendar opens. */
  get #near(): string {
    return isDate(this.value) ? this.value : this.today;
  }

  get #words(): string {
    const { value } = this;
    if (this.flaw() || value.length < 7) return '';
    return value.length === 7 ? monthName(this.locale, value) : fullDayName(this.locale, value);
  }

  #daysOf(month: string): ReadonlyMap<string, CalendarDay> {
    const { first, last } = monthBounds(month);
    const day = (date: string): CalendarDay => ({
      state: (this.min && date < this.min) || (this.max && date > this.max) ? 'closed' : 'open',
      note: '',
    });
    return new Map(daysFrom(first, last).map((date) => [date, day(date)]));
  }

  #onDay(event: CustomEvent<{ date: string }>): void {
    event.stopPropagation();
    this.value = event.detail.date;
    this.month = undefined;
    this.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    this.tellChange();
  }
}

function isWhole(value: string, precision: DatePrecision): boolean {
  const lengths = { day: [10], month: [7], year: [4], partial: [4, 7, 10] }[precision];
  return lengths.includes(value.length);
}

declare global {
  interface HTMLElementTagNameMap {
    'mulin-date': MulinDate;
  }
}
