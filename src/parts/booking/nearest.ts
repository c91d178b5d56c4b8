import { css, html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { dayName } from '../../i18n/index.ts';
import { element, MulinElement } from '../../ui/base.ts';
import '../../ui/button.ts';
import { Watch } from '../../ui/watch.ts';
import type { PickedSlot, Visit } from './flow.ts';

/**
 * The free times nearest to one that somebody else was quicker for.
 *
 * @summary Three ways on after "taken meanwhile".
 * @fires {CustomEvent<PickedSlot>} mulin-slot - One of them was pressed.
 */
@element('mulin-nearest')
export class MulinNearest extends MulinElement {
  static override styles = css`
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: var(--mulin-space-3);
      margin-block-start: var(--mulin-space-3);
    }
  `;

  /** What is booked. */
  @property({ attribute: false }) visit: Visit = { service: '' };
  /** The place, by its id in the pack. */
  @property() place = '';
  /** The slot that was wanted. */
  @property({ attribute: false }) wanted: PickedSlot | undefined;

  readonly #nearest = new Watch(this, 'booking.nearest', () =>
    this.wanted
      ? { ...this.visit, place: this.place, date: this.wanted.date, time: this.wanted.time }
      : undefined,
  );

  override render(): TemplateResult {
    const slots = this.#nearest.value?.slots ?? [];
    return html`${slots.map(
      ({ date, time }) =>
        html`<mulin-button @click=${() => this.emit<PickedSlot>('mulin-slot', { date, time })}>
          ${dayName(this.locale, date)} ${time}
        </mulin-button>`,
    )}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mulin-nearest': MulinNearest;
  }
}
