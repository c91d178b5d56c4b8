import { css, html, nothing, type TemplateResult } from 'lit';
import { dayName } from '../../i18n/index.ts';
import type { PersonLine } from '../../model/case/documents.ts';
import { dateAt } from '../../model/shared/dates.ts';
import { element, MulinElement } from '../../ui/base.ts';
import { ground } from '../../ui/ground.styles.ts';
import '../../ui/icon.ts';
import '../../ui/notice.ts';
import { Watch, type ValueOf } from '../../ui/watch.ts';
import { recordsStyles, stateStyles } from './records.styles.ts';
import { recordsWords, sentenceFor } from './strings.ts';

/**
 * All that the person has whose card was read: applications, the latest first, and appointments to come.
 *
 * @summary My applications and appointments, by card.
 * @fires {CustomEvent<string>} open - An application was pressed; the code of its receipt.
 * @csspart line - Every line.
 */
@element('mulin-my-records')
export class MulinMyRecords extends MulinElement {
  static override styles = [
    ground,
    recordsStyles,
    stateStyles,
    css`
      .line {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto auto;
        align-items: center;
        gap: var(--mulin-space-1) var(--mulin-space-3);
        inline-size: 100%;
        min-block-size: var(--mulin-target-main);
        padding: var(--mulin-space-3) var(--mulin-space-4);
        border: var(--mulin-stroke) solid var(--mulin-edge);
        border-radius: var(--mulin-radius-control);
        background: var(--mulin-surface);
        text-align: start;
      }
      button.line {
        cursor: pointer;
      }
      .name {
        font-weight: var(--mulin-weight-strong);
        font-size: var(--mulin-text-lead);
      }
      .when {
        grid-column: 1;
        grid-row: 2;
        color: var(--mulin-ink-2);
      }
      .state,
      mulin-icon {
        grid-row: 1 / 3;
      }
      ol {
        display: grid;
        gap: var(--mulin-space-3);
      }
      @container (max-width: 24em) {
        .line {
          grid-template-columns: minmax(0, 1fr) auto;
        }
        .state {
          grid-row: 3;
          grid-column: 1;
        }
        mulin-icon {
          grid-row: 1 / 4;
        }
      }
    `,
  ];

  readonly #cases = new Watch(this, 'case.mine', () => ({}));
  readonly #bookings = new Watch(this, 'booking.mine', () => ({}));
  readonly #directory = new Watch(this, 'guide.services', () => ({}));

  override render(): TemplateResult {
    const words = this.say(recordsWords);
    const { snapshot } = this.#cases;
    switch (snapshot.status) {
      case 'waiting':
        return html`<p role="status">${words.waiting}</p>`;
      case 'refused':
      case 'fault': {
        const { title, next } = sentenceFor(this.locale, snapshot);
        return html`<mulin-notice kind="refusal" heading=${title}>${next}</mulin-notice>`;
      }
      case 'answer': {
        const { lines, zone } = snapshot.value;
        const toCome = this.#bookings.value?.toCome ?? [];
        if (lines.length + toCome.length === 0)
          return html`<mulin-notice heading=${words.none}>${words.noneNext}</mulin-notice>`;
        return html`<section>
          ${lines.length > 0 ? html`<h3>${words.cases}</h3>` : nothing}
          <ol>
            ${lines.map((line) => html`<li>${this.#renderCase(line, zone)}</li>`)}
          </ol>
          ${this.#renderBookings(toCome)}
        </section>`;
      }
    }
  }

  #renderCase(line: PersonLine, zone: string): TemplateResult {
    const words = this.say(recordsWords);
    const { code, service, status, outcome, submittedAt } = line;
    const name = this.#nameOf(service);
    return html`<button
      type="button"
      class="line"
      part="line"
      @click=${() => this.dispatchEvent(new CustomEvent('open', { detail: code }))}
    >
      <span class="name">${name}</span>
      <span class="when"
        >${words.submitted} ${dayName(this.locale, dateAt(submittedAt, zone))}</span
      >
      <span class="state ${outcome ?? status}"
        >${outcome ? words.outcome[outcome] : words.status[status]}</span
      >
      <mulin-icon name="chevron-right"></mulin-icon>
    </button>`;
  }

  #renderBookings(toCome: ValueOf<'booking.mine'>['toCome']): TemplateResult | typeof nothing {
    const words = this.say(recordsWords);
    if (toCome.length === 0) return nothing;
    return html`<h3>${words.bookings}</h3>
      <ol>
        ${toCome.map(
          ({ service, date, time, status }) =>
            html`<li class="line" part="line">
              <span class="name">${this.#nameOf(service)}</span>
              <span class="when">${dayName(this.locale, date)} ${time}</span>
              <span class="state">${words.booking[status]}</span>
            </li>`,
        )}
      </ol>
      <p class="hint">${words.bookingNext}</p>`;
  }

  #nameOf(service: string): string {
    const found = this.#directory.value?.services.find(({ id }) => id === service);
    return found?.name[this.locale] ?? service;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mulin-my-records': MulinMyRecords;
  }
}
