import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';

import { addDays, addMonths, monthBounds, weekdayOf } from '../model/shared/days.ts';

import { element, MulinElement } from './base.ts';
import { styles } from './calendar.styles.ts';
import { calendarWords, type CalendarWords } from './calendar.strings.ts';
import { chevronLeft, chevronRight } from './chevrons.ts';
import { ground } from './ground.styles.ts';

/** What is known about one day. */
export interface CalendarDay {
  /** `open` and `few` can be pressed; `full` and `closed` can be reached and heard, not pressed. */
  readonly state: 'open' | 'few' | 'full' | 'closed';
  /** What stands in the cell: 可约, 余3, 约满, 休. */
  readonly note: string;
  /** The same for ears, whole; for a day that can't be pressed, why. Without it the note is read. */
  readonly label?: string;
  /** A line between number and note, e.g. the lunar day (`almanacOf` of i18n has it). */
  readonly sub?: string;
  /** The same for ears. Without it the line itself is read. */
  readonly subLabel?: string;
  /** That line names a solar term or a holiday. */
  readonly festive?: boolean;
  /** It may still change. */
  readonly provisional?: boolean;
}

/** What stands in a cell before its day is known. */
const UNKNOWN: CalendarDay = { state: 'closed', note: '' };

/** Where a key leads, from one date to another (the date grid of the ARIA Authoring Practices). */
const KEYS: Readonly<Record<string, (date: string, shift: boolean) => string>> = {
  ArrowLeft: (date) => addDays(date, -1),
  ArrowRight: (date) => addDays(date, 1),
  ArrowUp: (date) => addDays(date, -7),
  ArrowDown: (date) => addDays(date, 7),
  Home: (date) => addDays(date, 1 - weekdayOf(date)),
  End: (date) => addDays(date, 7 - weekdayOf(date)),
  PageUp: (date, shift) => addMonths(date, shift ? -12 : -1),
  PageDown: (date, shift) => addMonths(date, shift ? 12 : 1),
};

interface Cell {
  readonly date: string;
  readonly number: number;
  /** Date and weekday, for ears. */
  readonly name: string;
}

/**
 * One month, Monday first, each day with its number, a line of its own (the lunar day, say) and a word about its state.
 * It knows no subject and no clock: what a day is worth, and which day is today, the page says.
 *
 * One tab stop; arrows, Home, End, Page Up and Page Down go from day to day and across months. It is as wide as its place
 * and needs 320 px.
 *
 * @summary A month to choose a day from.
 * @fires {CustomEvent<{ month: string }>} mulin-month-request - Another month is asked for, e.g. `2027-01`. It is shown at
 *   once, with what `days` knows of it; a page that wants to read first prevents the event and sets `month` later.
 * @fires {CustomEvent<{ date: string }>} mulin-day - A day was pressed that is `open` or has `few` left. It becomes
 *   `selected` when the page says so.
 * @csspart head - The line with the month's name and the buttons around it.
 * @csspart day - One day.
 * @example
 * <mulin-calendar month="2026-12" min="2026-11" max="2027-02" selected="2026-12-11" today="2026-11-24"></mulin-calendar>
 */
@element('mulin-calendar')
export class MulinCalendar extends MulinElement {
  static override styles = [ground, styles];

  /** The month it shows, `2026-12`; without one, that of `selected`, then of `today`. */
  @property() month = '';

  /** The earliest month it goes to, `2026-11`; empty is any. */
  @property() min = '';

  /** The latest month it goes to; empty is any. */
  @property() max = '';

  /** The chosen day, `2026-12-11`, in whatever month; empty is none. */
  @property() selected = '';

  /** The day it is in the place it is about; empty marks none. */
  @property() today = '';

  /** What is known, by date. Replace the map to change it. A day without an entry can't be pressed. */
  @property({ attribute: false }) days: ReadonlyMap<string, CalendarDay> = new Map();

  /** The day that keys have come to. */
  @state() private cursor = '';
  #takesFocus = false;
  #weeks: readonly (readonly (Cell | undefined)[])[] = [];
  /** Month and language of these weeks. */
  #page = '';

  protected override willUpdate(changed: PropertyValues<this>): void {
    const focused = this.shadowRoot?.activeElement?.classList.contains('day') ?? false;
    if (changed.has('selected') && !focused && !this.#takesFocus) this.cursor = '';
    const page = this.#shown + this.locale;
    if (page !== this.#page) {
      this.#page = page;
      this.#weeks = this.#shown ? weeksOf(this.#shown, this.say(calendarWords)) : [];
      // The button that holds the focus will be another day, or none.
      if (focused) this.#takesFocus = true;
      if (focused && !this.#shows(this.cursor)) this.cursor = '';
    }
    if (this.#takesFocus) this.cursor ||= this.#tabStop;
  }

  protected override updated(_changed: PropertyValues<this>): void {
    if (!this.#takesFocus || !this.#shows(this.cursor)) return;
    this.#takesFocus = false;
    this.renderRoot.querySelector<HTMLElement>('.day[tabindex="0"]')?.focus();
  }

  /** Puts the focus on a day (its month is asked for, where it is another), or on the one that Tab leads to. */
  focusDay(date = this.#shows(this.cursor) ? this.cursor : ''): void {
    const month = date.slice(0, 7);
    if (date && this.#within(month) !== month) return;
    this.#takesFocus = true;
    this.cursor = date;
    if (date && !this.#shows(date)) this.#ask(month);
    this.requestUpdate();
  }

  override focus(): void {
    this.focusDay();
  }

  override render(): TemplateResult {
    return html`${this.#renderHead()}
      <div
        role="grid"
        class="month"
        lang=${this.locale}
        aria-labelledby="heading"
        @click=${this.#onPress}
        @keydown=${this.#onKey}
        @focusin=${this.#onFocus}
        @focusout=${this.#onLeave}
      >
        ${this.#renderWeekdays()}${this.#renderWeeks()}
      </div>`;
  }

  #renderHead(): TemplateResult {
    const text = this.say(calendarWords);
    const [year, month] = numbersOf(this.#shown);
    return html`<div part="head" class="head">
      ${this.#renderTurn(-1, text.previous, text.noPrevious)}
      <h2 id="heading" class="heading" aria-live="polite" aria-atomic="true">
        ${month ? text.month(year, month) : nothing}
      </h2>
      ${this.#renderTurn(1, text.next, text.noNext)}
    </div>`;
  }

  #renderTurn(step: -1 | 1, name: (month: string) => string, none: string): TemplateResult {
    const text = this.say(calendarWords);
    const there = this.#monthAway(step);
    const [year, month] = numbersOf(there);
    const sameYear = there.slice(0, 4) === this.#shown.slice(0, 4);
    return html`<button
      type="button"
      class="turn"
      aria-label=${there ? name(sameYear ? text.monthAlone(month) : text.month(year, month)) : none}
      aria-disabled=${there ? 'false' : 'true'}
      @click=${step < 0 ? this.#onPrevious : this.#onNext}
    >
      <svg viewBox="0 0 24 24" aria-hidden="true">${step < 0 ? chevronLeft : chevronRight}</svg>
    </button>`;
  }

  #renderWeekdays(): TemplateResult {
    return html`<div role="row" class="weekdays">
      ${this.say(calendarWords).weekdays.map(
        ({ short, long }) => html`<span role="columnheader" aria-label=${long}>${short}</span>`,
      )}
    </div>`;
  }

  #renderWeeks(): TemplateResult[] {
    const stop = this.#tabStop;
    return this.#weeks.map(
      (week) =>
        html`<div role="row" class="week">
          ${week.map((cell) => (cell ? this.#renderDay(cell, cell.date === stop) : blank))}
        </div>`,
    );
  }

  /** The button lies over the cell's text and says all of it at once: of what is seen, nothing is heard twice. */
  #renderDay(cell: Cell, isStop: boolean): TemplateResult {
    const day = this.days.get(cell.date) ?? UNKNOWN;
    const isSelected = cell.date === this.selected;
    const isToday = cell.date === this.today;
    const marks = `${day.festive ? ' festive' : ''}${day.provisional ? ' provisional' : ''}${
      isToday ? ' today' : ''
    }${isSelected ? ' selected' : ''}`;
    return html`<div
      role="gridcell"
      part="day"
      class=${`cell ${day.state}${marks}`}
      aria-selected=${isSelected ? 'true' : 'false'}
    >
      <div class="number" aria-hidden="true" .textContent=${String(cell.number)}></div>
      <div class="sub" aria-hidden="true" .textContent=${day.sub ?? ''}></div>
      <div class="note" aria-hidden="true" .textContent=${day.note}></div>
      <button
        type="button"
        class="day"
        data-date=${cell.date}
        tabindex=${isStop ? '0' : '-1'}
        aria-label=${this.#nameOf(cell, day, isToday, isSelected)}
        aria-disabled=${canPress(day) ? 'false' : 'true'}
        aria-current=${isToday ? 'date' : nothing}
      ></button>
    </div>`;
  }

  #nameOf(cell: Cell, day: CalendarDay, isToday: boolean, isSelected: boolean): string {
    const text = this.say(calendarWords);
    let name = cell.name;
    const add = (part: string | undefined): void => {
      if (part) name += text.pause + part;
    };
    if (isToday) add(text.today);
    add(day.subLabel ?? day.sub);
    add(day.label ?? day.note);
    if (day.provisional) add(text.provisional);
    if (isSelected) add(text.selected);
    return name;
  }

  /** The month on screen; empty when the page has named none. */
  get #shown(): string {
    return (
      [this.month, this.selected, this.today].find((text) => MONTH.test(text))?.slice(0, 7) ?? ''
    );
  }

  #shows(date: string): boolean {
    return date !== '' && date.startsWith(this.#shown);
  }

  /** Where Tab leads: where keys have been, else the chosen day, the first that can be chosen, today, the first. */
  get #tabStop(): string {
    if (this.#shows(this.cursor)) return this.cursor;
    if (this.#shows(this.selected)) return this.selected;
    const dates = this.#weeks.flat().flatMap((cell) => cell?.date ?? []);
    const open = dates.find((date) => canPress(this.days.get(date) ?? UNKNOWN));
    return open ?? (this.#shows(this.today) ? this.today : (dates[0] ?? ''));
  }

  /** The month before or behind this one; empty where it may not go. */
  #monthAway(step: -1 | 1): string {
    if (!this.#shown) return '';
    const month = addMonths(`${this.#shown}-01`, step).slice(0, 7);
    return this.#within(month) === month ? month : '';
  }

  /** The nearest month that may be shown. */
  #within(month: string): string {
    if (this.min && month < this.min) return this.min;
    return this.max && month > this.max ? this.max : month;
  }

  #ask(month: string): void {
    if (month === this.#shown || this.#within(month) !== month) return;
    if (this.emit('mulin-month-request', { month }, { cancelable: true })) this.month = month;
  }

  readonly #onPrevious = (): void => this.#turn(-1);
  readonly #onNext = (): void => this.#turn(1);

  #turn(step: -1 | 1): void {
    const month = this.#monthAway(step);
    if (!month) return;
    this.cursor = '';
    this.#ask(month);
  }

  #onPress(event: Event): void {
    const date = dateAt(event);
    if (date && canPress(this.days.get(date) ?? UNKNOWN)) this.emit('mulin-day', { date });
  }

  #onKey(event: KeyboardEvent): void {
    const from = dateAt(event);
    const step = KEYS[event.key];
    if (!from || !step || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const to = step(from, event.shiftKey);
    const month = this.#within(to.slice(0, 7));
    if (to.startsWith(month)) this.focusDay(to);
    else if (month !== this.#shown)
      this.focusDay(to < from ? monthBounds(month).first : monthBounds(month).last);
  }

  #onFocus(event: FocusEvent): void {
    this.cursor = dateAt(event) ?? this.cursor;
  }

  /** Who has gone elsewhere while a month was on its way is not called back. */
  #onLeave(event: FocusEvent): void {
    if (event.relatedTarget && !dateAt(event, event.relatedTarget)) this.#takesFocus = false;
  }
}

const MONTH = /^\d{4}-(0[1-9]|1[0-2])/;

const blank = html`<div role="gridcell"></div>`;

const canPress = ({ state }: CalendarDay): boolean => state === 'open' || state === 'few';

const numbersOf = (month: string): [year: number, month: number] => [
  Number(month.slice(0, 4)),
  Number(month.slice(5, 7)),
];

/** The day whose button an event concerns. */
function dateAt(event: Event, target = event.target): string | undefined {
  const button = target instanceof Element ? target.closest<HTMLElement>('.day') : null;
  return button?.dataset['date'];
}

/** Rows of seven; what belongs to the months around is left out. */
function weeksOf(month: string, text: CalendarWords): (Cell | undefined)[][] {
  const { first, last } = monthBounds(month);
  const before = weekdayOf(first) - 1;
  const count = Number(last.slice(8));
  return Array.from({ length: Math.ceil((before + count) / 7) }, (_, week) =>
    text.weekdays.map(({ long }, weekday) => {
      const number = week * 7 + weekday - before + 1;
      if (number < 1 || number > count) return undefined;
      const date = `${month}-${String(number).padStart(2, '0')}`;
      return { date, number, name: text.day(Number(month.slice(5)), number, long) };
    }),
  );
}

declare global {
  interface HTMLElementEventMap {
    'mulin-day': CustomEvent<{ readonly date: string }>;
    'mulin-month-request': CustomEvent<{ readonly month: string }>;
  }
  interface HTMLElementTagNameMap {
    'mulin-calendar': MulinCalendar;
  }
}
