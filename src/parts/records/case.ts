import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { dayName } from '../../i18n/index.ts';
import type { CaseView, StoryRow } from '../../model/case/view.ts';
import { element, MulinElement } from '../../ui/base.ts';
import { card, ground } from '../../ui/ground.styles.ts';
import { recordsStyles, stateStyles } from './records.styles.ts';
import { recordsWords } from './strings.ts';
import { detailsOf, momentOf, nextOf, stateOf } from './told.ts';

/**
 * How one application stands: its state, what comes next, and all that has happened, the latest first.
 *
 * @summary An application and its story.
 * @slot - What the person can do with it.
 * @csspart card - The sheet.
 * @csspart row - Every row of the story.
 */
@element('mulin-case')
export class MulinCase extends MulinElement {
  static override styles = [
    ground,
    card,
    recordsStyles,
    stateStyles,
    css`
      .card {
        display: grid;
        gap: var(--mulin-space-4);
      }
      .top {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: var(--mulin-space-2) var(--mulin-space-4);
      }
      .state {
        font-size: var(--mulin-text-lead);
      }
      li {
        position: relative;
        padding-inline-start: 1.8em;
        padding-block-end: var(--mulin-space-4);
      }
      li::before {
        content: '';
        position: absolute;
        inset-inline-start: 0.3em;
        inset-block-start: 0.45em;
        inline-size: 0.7em;
        block-size: 0.7em;
        border: 2px solid var(--mulin-river);
        border-radius: 50%;
        background: var(--mulin-surface);
      }
      li:first-child::before {
        background: var(--mulin-river);
      }
      li:not(:last-child)::after {
        content: '';
        position: absolute;
        inset-inline-start: calc(0.65em - 1px);
        inset-block: 1.3em -0.35em;
        border-inline-start: 2px solid var(--mulin-line);
      }
      .what {
        font-weight: var(--mulin-weight-strong);
      }
      .detail {
        overflow-wrap: anywhere;
        white-space: pre-line;
      }
    `,
  ];

  /** The application. */
  @property({ attribute: false }) case: CaseView | undefined;

  /** The name of its service. */
  @property() name = '';

  /** In which its instants are told. */
  @property() zone = '';

  override render(): TemplateResult | typeof nothing {
    const { case: one, name } = this;
    const words = this.say(recordsWords);
    if (!one || !this.zone) return nothing;
    return html`<article class="card" part="card" aria-label=${name}>
      <div class="top">
        <h3>${name}</h3>
        <p class="state ${one.outcome ?? one.status}">${stateOf(one, this.locale)}</p>
      </div>
      <p>${nextOf(one, this.locale)}</p>
      ${one.provisional ? html`<p class="hint">${words.provisional}</p>` : nothing}
      <slot></slot>
      <ol aria-label=${words.storyOf(name)}>
        ${[...one.story].reverse().map((row) => this.#renderRow(row))}
      </ol>
      ${
        one.keepUntil
          ? html`<p class="hint">${words.keptUntil(dayName(this.locale, one.keepUntil))}</p>`
          : nothing
      }
    </article>`;
  }

  #renderRow(row: StoryRow): TemplateResult {
    return html`<li part="row">
      <p class="what">${this.say(recordsWords).story[row.what]}</p>
      <p class="hint">${momentOf(this.locale, row.at, this.zone)}</p>
      ${detailsOf(row, this.locale).map((line) => html`<p class="detail">${line}</p>`)}
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mulin-case': MulinCase;
  }
}
