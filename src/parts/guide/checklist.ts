import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Guide } from '../../model/guide/queries.ts';
import { element, MulinElement } from '../../ui/base.ts';
import { card, ground } from '../../ui/ground.styles.ts';
import '../../ui/icon.ts';
import { Watch } from '../../ui/watch.ts';
import { guideWords } from './strings.ts';

/**
 * What to bring, each thing behind a big mark. After a receipt it is the last thing a person reads before leaving, so while
 * there is nothing to tell (still waiting, or no such service) it stays silent.
 *
 * @summary What to bring for a service.
 * @csspart item - One thing.
 * @example
 * <mulin-checklist service="marriage"></mulin-checklist>
 */
@element('mulin-checklist')
export class MulinChecklist extends MulinElement {
  static override styles = [
    ground,
    card,
    css`
      h3 {
        margin-block-end: var(--mulin-space-4);
        font-size: var(--mulin-text-lead);
        line-height: var(--mulin-leading-tight);
      }
      ul {
        display: grid;
        gap: var(--mulin-space-4);
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: flex;
        gap: var(--mulin-space-4);
      }
      .mark {
        display: grid;
        flex: none;
        place-items: center;
        inline-size: calc(var(--mulin-icon) * 1.6);
        block-size: calc(var(--mulin-icon) * 1.6);
        border-radius: var(--mulin-radius-s);
        background: var(--mulin-leaf-wash);
        color: var(--mulin-leaf);
      }
      .words {
        flex: 1;
        align-self: center;
        min-inline-size: 0;
      }
      b {
        display: block;
        font-weight: var(--mulin-weight-strong);
        line-height: var(--mulin-leading-tight);
      }
      .note {
        margin-block-start: var(--mulin-space-1);
        color: var(--mulin-ink-2);
        font-size: var(--mulin-text-small);
      }
      @media (forced-colors: active) {
        .mark {
          border: 1px solid CanvasText;
        }
      }
    `,
  ];

  /** The service, by its id in the pack. */
  @property() service = '';
  /** The things themselves, where the page knows them already; `service` is not asked then. */
  @property({ attribute: false }) items: Guide['bring'] | undefined;
  /** Only the list, for a page that has its own sheet and heading. */
  @property({ type: Boolean }) bare = false;

  readonly #guide = new Watch(this, 'guide.service', () =>
    this.service && !this.items ? { service: this.service } : undefined,
  );

  override render(): TemplateResult | typeof nothing {
    const items = this.items ?? this.#guide.value?.bring;
    if (!items) return nothing;
    if (this.bare) return this.#list(items);
    return html`<section class="card" aria-labelledby="heading">
      <h3 id="heading">${this.say(guideWords).bringThen}</h3>
      ${this.#list(items)}
    </section>`;
  }

  #list(items: Guide['bring']): TemplateResult {
    if (items.length === 0) return html`<p>${this.say(guideWords).nothingToBring}</p>`;
    return html`<ul>
      ${items.map((item) => this.#item(item))}
    </ul>`;
  }

  #item({ what, note }: Guide['bring'][number]): TemplateResult {
    return html`<li part="item">
      <span class="mark"><mulin-icon name="check"></mulin-icon></span>
      <div class="words">
        <b>${what[this.locale]}</b>
        ${note ? html`<p class="note">${note[this.locale]}</p>` : nothing}
      </div>
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mulin-checklist': MulinChecklist;
  }
}
