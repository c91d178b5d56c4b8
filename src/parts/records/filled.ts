import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Filed } from '../../model/case/look-up.ts';
import { element, MulinElement } from '../../ui/base.ts';
import '../../ui/facts.ts';
import { ground } from '../../ui/ground.styles.ts';
import '../../ui/notice.ts';
import { Watch } from '../../ui/watch.ts';
import { groupsOf } from './answers.ts';
import { recordsStyles } from './records.styles.ts';
import { recordsWords, sentenceFor } from './strings.ts';

/**
 * A form as it was handed in, for the person whose card was read. What is sensitive is masked.
 *
 * @summary What somebody has filled in.
 * @csspart group - Questions that stand together.
 */
@element('mulin-filled')
export class MulinFilled extends MulinElement {
  static override styles = [
    ground,
    recordsStyles,
    css`
      section {
        gap: var(--mulin-space-2);
      }
      .groups {
        display: grid;
        gap: var(--mulin-space-5);
      }
    `,
  ];

  /** The code of the receipt. */
  @property() code = '';

  /** Which of its applications. */
  @property() service = '';

  readonly #filed = new Watch(this, 'case.filed', () =>
    this.code && this.service ? { code: this.code, service: this.service } : undefined,
  );

  override render(): TemplateResult {
    const words = this.say(recordsWords);
    const { snapshot } = this.#filed;
    switch (snapshot.status) {
      case 'waiting':
        return html`<p role="status">${words.waiting}</p>`;
      case 'refused':
      case 'fault': {
        const { title, next } = sentenceFor(this.locale, snapshot);
        return html`<mulin-notice kind="refusal" heading=${title}>${next}</mulin-notice>`;
      }
      case 'answer':
        return this.#renderFiled(snapshot.value);
    }
  }

  #renderFiled(filed: Filed): TemplateResult {
    const words = this.say(recordsWords);
    return html`<div class="groups">
      ${groupsOf(filed, this.locale, true).map(
        ({ title, answers }) =>
          html`<section part="group" aria-label=${title || words.filledTitle}>
            ${title ? html`<h3>${title}</h3>` : nothing}
            <mulin-facts .facts=${answers}></mulin-facts>
          </section>`,
      )}
      ${filed.evidence.length > 0 ? html`<p>${words.files(filed.evidence.length)}</p>` : nothing}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mulin-filled': MulinFilled;
  }
}
