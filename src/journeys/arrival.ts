import { css, html, nothing, type LitElement, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import '../parts/booking/appointment.ts';
import '../parts/queue/ticket.ts';
import { element, MulinElement } from '../ui/base.ts';
import { ground } from '../ui/ground.styles.ts';
import { Watch } from '../ui/watch.ts';
import { beginReading } from './begin-reading.ts';

interface Arrived {
  readonly id: string;
  readonly place: string;
  readonly service: string;
}

/**
 * My appointment, and on its day the ticket for it: whoever checks in where tickets are given out gets theirs at once, and is
 * called by the appointed time. Whoever has lost it finds its number by looking the appointment up again.
 *
 * @summary An appointment from looking it up to the ticket in hand.
 * @slot receipt - Below a receipt that still stands: what to bring.
 * @fires {CustomEvent<HeldTicket>} mulin-ticket-taken - The ticket, once it has reached the person.
 * @fires {CustomEvent<{}>} mulin-leave - The person is done here.
 * @example
 * <mulin-arrival></mulin-arrival>
 */
@element('mulin-arrival')
export class MulinArrival extends MulinElement {
  static override styles = [
    ground,
    css`
      [hidden] {
        display: none;
      }
    `,
  ];

  /** The page on which a phone follows the ticket. */
  @property({ attribute: 'phone-page' }) phonePage = '';

  @state() private arrived: Arrived | undefined;
  @query('mulin-ticket') private readonly ticket!: LitElement | null;
  /** Not every place gives out tickets: then the receipt says to take a seat. */
  readonly #queue = new Watch(this, 'queue.offer', () =>
    this.arrived ? { place: this.arrived.place } : undefined,
  );

  override render(): TemplateResult {
    const { arrived } = this;
    const lines = this.#queue.value?.lines ?? [];
    const gives = arrived && lines.some(({ serviceIds }) => serviceIds.includes(arrived.service));
    return html`<mulin-appointment ?hidden=${gives} @mulin-arrived=${this.#onArrived}>
        <slot name="receipt" slot="receipt"></slot>
      </mulin-appointment>
      ${gives ? this.#renderTicket(arrived) : nothing}`;
  }

  #renderTicket({ id, place, service }: Arrived): TemplateResult {
    return html`<mulin-ticket
      place=${place}
      service=${service}
      check-in=${id}
      phone-page=${this.phonePage}
      @mulin-ticket-taken=${this.#onTicket}
    ></mulin-ticket>`;
  }

  readonly #onArrived = (event: CustomEvent<Arrived>): void => {
    this.arrived = event.detail;
  };

  readonly #onTicket = (): void => {
    if (this.ticket) void beginReading(this.ticket);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'mulin-arrival': MulinArrival;
  }
}
