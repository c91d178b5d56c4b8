import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';

import { element, MulinElement } from './base.ts';
import './button.ts';
import { ground } from './ground.styles.ts';
import { strings } from './strings.ts';

/** One row. */
export interface Fact {
  readonly label: string;
  readonly value: string;
  /** Names the row in `mulin-change`. */
  readonly name?: string;
  /** Has a button 修改. */
  readonly change?: boolean;
}

/**
 * What has been said or granted, row by row: a review before sending, a receipt after it.
 *
 * @summary Rows of label and value.
 * @fires {CustomEvent<{ name: string }>} mulin-change - 修改 was pressed, on the row of that name.
 * @csspart row - Every row.
 * @example
 * <mulin-facts></mulin-facts>
 */
@element('mulin-facts')
export class MulinFacts extends MulinElement {
  static override styles = [
    ground,
    css`
      :host {
        container-type: inline-size;
      }
      .row {
        display: grid;
        grid-template-columns: 8em 1fr auto;
        align-items: center;
        gap: var(--mulin-space-1) var(--mulin-space-3);
        padding-block: var(--mulin-space-3);
        border-block-end: 1px solid var(--mulin-line);
      }
      .row:last-child {
        border-block-end: 0;
      }
      dt {
        color: var(--mulin-ink-2);
      }
      .value {
        min-inline-size: 0;
        font-weight: var(--mulin-weight-strong);
        overflow-wrap: anywhere;
      }
      @container (max-width: 24em) {
        .row {
          grid-template-columns: 1fr auto;
        }
        dt {
          grid-column: 1 / -1;
          font-size: var(--mulin-text-small);
        }
      }
    `,
  ];

  /** The rows, in their order. */
  @property({ attribute: false }) facts: readonly Fact[] = [];

  override render(): TemplateResult {
    return html`<dl>${this.facts.map((fact) => this.#renderRow(fact))}</dl>`;
  }

  #renderRow({ label, value, name, change }: Fact): TemplateResult {
    return html`<div class="row" part="row">
      <dt>${label}</dt>
      <dd class="value">${value}</dd>
      ${change ? this.#renderChange(label, name ?? '') : nothing}
    </div>`;
  }

  #renderChange(label: string, name: string): TemplateResult {
    const { facts } = this.say(strings);
    return html`<dd class="act">
      <mulin-button
        label=${facts.changeOf(label)}
        @click=${() => this.emit('mulin-change', { name })}
        >${facts.change}</mulin-button
      >
    </dd>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mulin-facts': MulinFacts;
  }
}
