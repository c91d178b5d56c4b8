import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';

import { element, MulinElement } from './base.ts';
import { chartStyles } from './chart.styles.ts';
import { ground } from './ground.styles.ts';

/** One kind of column, with a figure for each name on the axis; where nothing is known, none. */
export interface Series {
  /** With its unit: 平均等候（分钟）. */
  readonly name: string;
  readonly values: readonly (number | undefined)[];
}

/** How columns of one series look: nobody has to tell them by colour. */
const looks = ['solid', 'striped', 'dotted', 'hollow'] as const;

/**
 * Columns side by side, drawn small, and the same figures as a table: for eyes where `figures` says so, for ears always.
 *
 * @summary Columns, and the same figures as a table.
 * @csspart plot - The drawing.
 * @csspart figures - The table.
 * @cssprop [--mulin-chart-height=14em] - The height of the drawing.
 * @example
 * <mulin-chart label="今天各时段" axis="时段"></mulin-chart>
 */
@element('mulin-chart')
export class MulinChart extends MulinElement {
  static override styles = [ground, chartStyles];

  /** What it is about: heading and table name. */
  @property() label = '';

  /** What the names below the columns are: 时段. */
  @property() axis = '';

  /** What stands below the columns, from left to right. */
  @property({ attribute: false }) names: readonly string[] = [];

  /** Up to four, each of figures from 0 on. */
  @property({ attribute: false }) series: readonly Series[] = [];

  /** The table stands below for everybody. */
  @property({ type: Boolean }) figures = false;

  override render(): TemplateResult {
    return html`<figure>
      <figcaption>${this.label} ${this.series.map(({ name }, i) => renderKey(name, i))}</figcaption>
      ${this.#renderPlot()} ${this.#renderTable()} ${patterns}
    </figure>`;
  }

  #renderPlot(): TemplateResult {
    const top = topOf(this.series);
    return html`<div class="plot" part="plot" aria-hidden="true">
      <div class="scale">
        ${[top, top / 2, 0].map((mark) => html`<span>${this.#figure(mark)}</span>`)}
      </div>
      <div class="columns">
        ${this.names.map(
          (_, at) =>
            html`<div class="column">
              <svg>${this.series.map((_one, i) => this.#renderColumn(at, i, top))}</svg>
            </div>`,
        )}
      </div>
      <div class="names">${this.names.map((name) => html`<span>${name}</span>`)}</div>
    </div>`;
  }

  /** Lengths are shares of the place, so that nothing has to be measured. */
  #renderColumn(at: number, nth: number, top: number): SVGTemplateResult | typeof nothing {
    const value = this.series[nth]?.values[at];
    if (value === undefined) return nothing;
    const width = 84 / this.series.length;
    const x = 8 + nth * width;
    const height = (value / top) * 100;
    return svg`<rect class=${looks[nth] ?? 'hollow'} x="${x}%" y="${100 - height}%"
        width="${width - 4}%" height="${height}%"></rect>
      <text x="${x + width / 2 - 2}%" y="${100 - height}%" dy="-0.4em">${this.#figure(value)}</text>`;
  }

  #renderTable(): TemplateResult {
    return html`<div class=${this.figures ? nothing : 'unseen'}>
      <table part="figures">
        <caption class="unseen">
          ${this.label}
        </caption>
        <thead>
          <tr>
            <th scope="col">${this.axis}</th>
            ${this.series.map(({ name }) => html`<th scope="col">${name}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${this.names.map(
            (name, at) =>
              html`<tr>
                <th scope="row">${name}</th>
                ${this.series.map(({ values }) => html`<td>${this.#figure(values[at])}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  #figure(value: number | undefined): string {
    return value === undefined
      ? '–'
      : value.toLocaleString(this.locale, { maximumFractionDigits: 1 });
  }
}

const renderKey = (name: string, nth: number): TemplateResult =>
  html`<span class="key">
    <svg aria-hidden="true">
      <rect class=${looks[nth] ?? 'hollow'} x="1" y="1" width="90%" height="90%"></rect>
    </svg>
    ${name}
  </span>`;

const patterns = html`<svg class="patterns" aria-hidden="true">
  <pattern id="stripes" width="8" height="8" patternUnits="userSpaceOnUse">
    <path class="stripe" d="M-2 2 2-2M0 8 8 0M6 10l4-4"></path>
  </pattern>
  <pattern id="dots" width="8" height="8" patternUnits="userSpaceOnUse">
    <circle class="dot" cx="4" cy="4" r="2.4"></circle>
  </pattern>
</svg>`;

/** The least round number that nothing is above, and whose half is one too. */
function topOf(series: readonly Series[]): number {
  const most = Math.max(2, ...series.flatMap(({ values }) => values.map((value = 0) => value)));
  const ten = 10 ** Math.floor(Math.log10(most));
  return [1, 2, 3, 4, 6, 8, 10].map((round) => round * ten).find((top) => top >= most) ?? most;
}

declare global {
  interface HTMLElementTagNameMap {
    'mulin-chart': MulinChart;
  }
}
