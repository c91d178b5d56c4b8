import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { dayName } from '../../i18n/index.ts';
import { serviceMinutes, sumOf, waitMinutes, type HourRow } from '../../model/queue/figures.ts';
import type { Stats } from '../../model/queue/stats.ts';
import { addDays } from '../../model/shared/dates.ts';
import { element, MulinElement } from '../../ui/base.ts';
import '../../ui/button.ts';
import '../../ui/chart.ts';
import type { Series } from '../../ui/chart.ts';
import '../../ui/choice.ts';
import type { MulinChoice, Option } from '../../ui/choice.ts';
import { card, ground } from '../../ui/ground.styles.ts';
import '../../ui/notice.ts';
import '../../ui/sample.ts';
import { Watch } from '../../ui/watch.ts';
import { hallStatsStyles } from './hall-stats.styles.ts';
import { csvOf } from './stats-csv.ts';
import { queueWords, sentenceFor, type Trouble } from './strings.ts';

/**
 * What a day in the hall came to, hour by hour: how long people waited and how long they took, how many came and were
 * finished with, for one service or all of them; drawn, as a table, and as a file for other programs. It follows the day
 * while it goes on.
 *
 * @summary Waiting and service times of a day.
 * @example
 * <mulin-hall-stats place="wujiaochang-centre"></mulin-hall-stats>
 */
@element('mulin-hall-stats')
export class MulinHallStats extends MulinElement {
  static override styles = [ground, card, hallStatsStyles];

  /** The place, by its id in the pack. */
  @property() place = '';

  /** The day, `2026-12-07`; empty is today. */
  @property() date = '';

  /** The line that is shown; empty is all of them. */
  @state() private line = '';
  readonly #stats = new Watch(this, 'queue.stats', () =>
    this.place ? { place: this.place, ...(this.date && { date: this.date }) } : undefined,
  );

  override render(): TemplateResult {
    const { snapshot, value } = this.#stats;
    switch (snapshot.status) {
      case 'refused':
      case 'fault':
        return this.#renderNotice(snapshot);
      case 'waiting':
        return value
          ? this.#renderStats(value)
          : html`<p role="status">${this.say(queueWords).waiting}</p>`;
      case 'answer':
        return this.#renderStats(snapshot.value);
    }
  }

  #renderStats(stats: Stats): TemplateResult {
    const { stats: words } = this.say(queueWords);
    const rows = stats.rows.filter(({ line }) => !this.line || line === this.line);
    return html`<section aria-labelledby="heading">
      <h2 id="heading">
        ${stats.name[this.locale]} · ${words.label}
        ${stats.sample ? html`<mulin-sample></mulin-sample>` : nothing}
      </h2>
      ${this.#renderDays(stats)} ${this.#renderLines(stats)}
      ${rows.length === 0 ? html`<p role="status">${words.empty}</p>` : this.#renderCharts(rows)}
      <mulin-button
        class="save"
        ?disabled=${stats.rows.length === 0}
        @click=${() => this.#save(stats)}
        >${words.csv}</mulin-button
      >
    </section>`;
  }

  #renderDays({ date, today }: Stats): TemplateResult {
    const { stats: words } = this.say(queueWords);
    const to = (days: number) => () => (this.date = addDays(date, days));
    return html`<div class="days">
      <mulin-button @click=${to(-1)}>${words.before}</mulin-button>
      <span class="day" role="status">${dayName(this.locale, date)}</span>
      <mulin-button ?disabled=${date >= today} @click=${to(1)}>${words.after}</mulin-button>
      ${
        date === today
          ? nothing
          : html`<mulin-button @click=${() => (this.date = '')}>${words.today}</mulin-button>`
      }
    </div>`;
  }

  #renderLines({ lines }: Stats): TemplateResult | typeof nothing {
    const { stats: words } = this.say(queueWords);
    if (lines.length < 2) return nothing;
    const options: Option[] = [
      { value: '', label: words.all },
      ...lines.map(({ id, letter, name }) => ({
        value: id,
        label: `${letter} ${name[this.locale]}`,
      })),
    ];
    return html`<mulin-choice
      layout="row"
      required
      label=${words.line}
      .options=${options}
      .value=${this.line}
      @change=${this.#onLine}
    ></mulin-choice>`;
  }

  #renderCharts(rows: readonly HourRow[]): TemplateResult {
    const { stats: words } = this.say(queueWords);
    const hours = hoursOf(rows);
    const names = hours.map(({ hour }) => words.hourOf(hour));
    const chart = (label: string, series: readonly Series[]): TemplateResult =>
      html`<mulin-chart
        class="card"
        figures
        label=${label}
        axis=${words.hour}
        .names=${names}
        .series=${series}
      ></mulin-chart>`;
    return html`${chart(words.times, [
      { name: words.wait, values: hours.map(waitMinutes) },
      { name: words.service, values: hours.map(serviceMinutes) },
    ])}
    ${chart(words.people, [
      { name: words.taken, values: hours.map(({ taken }) => taken) },
      { name: words.called, values: hours.map(({ called }) => called) },
      { name: words.finished, values: hours.map(({ finished }) => finished) },
    ])}`;
  }

  #renderNotice(trouble: Trouble): TemplateResult {
    const { title, next } = sentenceFor(this.locale, trouble);
    return html`<mulin-notice kind="refusal" heading=${title}>${next}</mulin-notice>`;
  }

  #save(stats: Stats): void {
    const file = new Blob([csvOf(stats, this.locale)], { type: 'text/csv;charset=utf-8' });
    const href = URL.createObjectURL(file);
    const download = `${stats.place}-${stats.date}.csv`;
    Object.assign(document.createElement('a'), { href, download }).click();
    setTimeout(() => URL.revokeObjectURL(href)); // the download has begun by then
  }

  readonly #onLine = (event: Event): void => {
    this.line = (event.target as MulinChoice).value;
  };
}

/** Every hour from the first to the last, also those in which nobody came. */
function hoursOf(rows: readonly HourRow[]): Omit<HourRow, 'line'>[] {
  const [first = 0, last = 0] = [rows.at(0)?.hour, rows.at(-1)?.hour];
  return Array.from({ length: last - first + 1 }, (_, i) => {
    const hour = first + i;
    return { hour, ...sumOf(rows.filter((row) => row.hour === hour)) };
  });
}

declare global {
  interface HTMLElementTagNameMap {
    'mulin-hall-stats': MulinHallStats;
  }
}
