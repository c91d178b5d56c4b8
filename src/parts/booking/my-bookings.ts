import { html, type nothing, type TemplateResult } from 'lit';
import { dayName } from '../../i18n/index.ts';
import { element, MulinElement } from '../../ui/base.ts';
import '../../ui/button.ts';
import '../../ui/notice.ts';
import { Watch } from '../../ui/watch.ts';
import { stepStyles } from './step.styles.ts';
import { mineWords } from './mine.strings.ts';
import { sentenceFor } from './late.trouble.ts';

/**
 * What is still to come for the person whose card was read: appointments, and places on waiting lists.
 *
 * @summary My appointments, by card.
 * @fires {CustomEvent<string>} open - One of them was pressed; its code.
 */
@element('mulin-my-bookings')
export class MulinMyBookings extends MulinElement {
  static override styles = stepStyles;

  readonly #mine = new Watch(this, 'booking.mine', () => ({}));
  readonly #directory = new Watch(this, 'guide.services', () => ({}));

  override render(): TemplateResult | typeof nothing {
    const words = this.say(mineWords);
    const { snapshot } = this.#mine;
    switch (snapshot.status) {
      case 'waiting':
        return html`<p role="status">${words.waiting}</p>`;
      case 'refused':
      case 'fault': {
        const { title, next } = sentenceFor(this.locale, snapshot);
        return html`<mulin-notice kind="refusal" heading=${title}>${next}</mulin-notice>`;
      }
      case 'answer': {
        const { toCome, wishes } = snapshot.value;
        if (toCome.length + wishes.length === 0)
          return html`<mulin-notice heading=${words.noneMine}>${words.noneMineNext}</mulin-notice>`;
        return html`<form>
          ${toCome.map(({ code, service, date, time }) =>
            this.#line(code, `${dayName(this.locale, date)} ${time}`, service),
          )}
          ${wishes.map(({ code, service, status }) =>
            this.#line(
              code,
              status === 'offered' ? words.waitOfferedShort : words.waitTitle,
              service,
            ),
          )}
        </form>`;
      }
    }
  }

  #line(code: string, when: string, service: string): TemplateResult {
    const name = this.#directory.value?.services.find(({ id }) => id === service)?.name;
    return html`<mulin-button
      @click=${() => this.dispatchEvent(new CustomEvent('open', { detail: code }))}
    >
      ${when} · ${name?.[this.locale] ?? ''}
    </mulin-button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mulin-my-bookings': MulinMyBookings;
  }
}
