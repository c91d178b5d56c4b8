import { html, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { monthName } from '../../i18n/index.ts';
import type { Report } from '../../model/catalog/desk.ts';
import { addMonths } from '../../model/shared/dates.ts';
import { element, MulinElement } from '../../ui/base.ts';
import '../../ui/button.ts';
import '../../ui/chart.ts';
import '../../ui/facts.ts';
import { card, ground } from '../../ui/ground.styles.ts';
import '../../ui/notice.ts';
import { Watch } from '../../ui/watch.ts';
import { giveWords } from './give.strings.ts';
import { reportCsv } from './report-csv.ts';
import { stockStyles } from './stock.styles.ts';
import { stockWords, type StockWords } from './stock.strings.ts';
import { sentenceFor } from './give.trouble.ts';

/**
 * A month of a shop: what was received, given and sold, day by day, and the hours of volunteers; drawn, as a table, and as a
 * file for other programs. Numbers only: nothing in it is about a person.
 *
 * @summary The month's report of a shop.
 * @example
 * <mulin-month-report place="wujiaochang-charity-supermarket"></mulin-month-report>
 */
@element('mulin-month-report')
export class MulinMonthReport extends MulinElement {
  static override styles = [ground, card, stockStyles];

  /** The shop, by its id in the pack. */
  @property() place = '';

  @state() private chosen = '';
  readonly #shelf = new Watch(this, 'catalog.shelf', () =>
    this.place ? { place: this.place } : undefined,
  );
  readonly #report = new Watch(this, 'stock.report', () => this.#asked);
  readonly #hours = new Watch(this, 'activity.report', () => this.#asked);

  override render(): TemplateResult {
    const words = this.say(stockWords);
    const { snapshot } = this.#report;
    switch (snapshot.status) {
      case 'waiting':
        return html`<p role="status">${words.waiting}</p>`;
      case 'refused':
      case 'fault': {
        const { title, next } = sentenceFor(this.locale, snapshot);
        return html`<mulin-notice kind="refusal" heading=${title}>${next}</mulin-notice>`;
      }
      case 'answer':
        return this.#renderReport(snapshot.value, words);
    }
  }

  #renderReport(report: Report, words: StockWords): TemplateResult {
    const to = (months: number) => () =>
      (this.chosen = addMonths(`${this.#month}-01`, months).slice(0, 7));
    return html`<div class="acts">
        <mulin-button @click=${to(-1)}>${words.monthBefore}</mulin-button>
        <h3 aria-live="polite">${monthName(this.locale, this.#month)}</h3>
        <mulin-button @click=${to(1)}>${words.monthAfter}</mulin-button>
        <mulin-button ?disabled=${report.days.length === 0} @click=${() => this.#save(report)}
          >${words.csv}</mulin-button
        >
      </div>
      <section class="card">
        <mulin-facts .facts=${this.#sums(report, words)}></mulin-facts>
      </section>
      ${
        report.days.length === 0
          ? html`<p>${words.nothingThen}</p>`
          : html`<mulin-chart
              label=${words.perDay}
              axis=${words.day}
              figures
              .names=${report.days.map(({ date }) => String(Number(date.slice(8))))}
              .series=${[
                { name: words.received, values: report.days.map(({ received }) => received) },
                { name: words.given_, values: report.days.map(({ given }) => given) },
                { name: words.sold, values: report.days.map(({ sold }) => sold) },
              ]}
            ></mulin-chart>`
      }`;
  }

  #sums({ sum }: Report, words: StockWords): readonly { label: string; value: string }[] {
    const give = this.say(giveWords);
    return [
      { label: words.received, value: words.items(sum.received) },
      { label: words.given_, value: words.items(sum.given) },
      { label: words.sold, value: `${words.items(sum.sold)} · ${give.yuan(sum.fen)}` },
      { label: words.pledged, value: give.yuan(sum.pledged) },
      {
        label: words.hours,
        value: give.minutes(this.#hours.value?.sum.minutes ?? 0),
      },
      { label: words.thrownAway, value: words.items(sum.expired) },
      { label: words.differences, value: `−${sum.missing} / +${sum.surplus}` },
    ];
  }

  get #month(): string {
    return this.chosen || (this.#shelf.value?.today.slice(0, 7) ?? '');
  }

  get #asked(): { place: string; month: string } | undefined {
    return this.place && this.#month ? { place: this.place, month: this.#month } : undefined;
  }

  #save(report: Report): void {
    const text = reportCsv(report, this.#hours.value?.days ?? [], this.say(stockWords));
    const href = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
    const download = `${this.place}-${this.#month}.csv`;
    Object.assign(document.createElement('a'), { href, download }).click();
    setTimeout(() => URL.revokeObjectURL(href)); // the download has begun by then
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mulin-month-report': MulinMonthReport;
  }
}
