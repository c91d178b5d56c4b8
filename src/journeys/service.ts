import { css, html, nothing, type LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import '../parts/booking/booking.ts';
import '../parts/guide/checklist.ts';
import '../parts/guide/guide.ts';
import { element, MulinElement } from '../ui/base.ts';
import '../ui/button.ts';
import { ground } from '../ui/ground.styles.ts';
import '../ui/icon.ts';
import '../ui/notice.ts';
import { Watch } from '../ui/watch.ts';
import './application.ts';
import { beginReading } from './begin-reading.ts';
import { serviceWords } from './strings.ts';

type Stage = 'guide' | 'booking' | 'form';

/**
 * Walks a person through one service: first its guide, then the booking where it can be booked or the
 * form where it can be applied for, last the receipt with what
 * to bring. Whoever looks into the guide again from the first question finds all they have filled in on their return.
 *
 * @summary One service from its guide to its receipt.
 * @fires {CustomEvent<{ code: string }>} mulin-booked - The appointment stands. Carries no personal data.
 * @fires {CustomEvent<{ code: string }>} mulin-applied - An application was handed in. Carries no personal data.
 * @fires {CustomEvent<{}>} mulin-kept - A half-filled form was put away. Carries no personal data.
 * @fires {CustomEvent<{}>} mulin-leave - The person went back from where they began, or is done.
 * @example
 * <mulin-service service="marriage"></mulin-service>
 */
@element('mulin-service')
export class MulinService extends MulinElement {
  static override styles = [
    ground,
    css`
      [hidden] {
        display: none;
      }
      /* A guide may stand in two columns; a booking is read from top to bottom. */
      mulin-booking,
      mulin-application {
        max-inline-size: 1040px;
        margin-inline: auto;
      }
    `,
  ];

  /** The service, by its id in the pack. */
  @property() service = '';
  /** Where it begins. Back from the first question leads to the guide, or out if it began with the booking. */
  @property() begin: Stage = 'guide';

  @state() private stage: Stage = 'guide';
  @state() private visited = false;
  @state() private applying = false;
  @state() private booked = false;
  @query('mulin-guide, mulin-booking:not([hidden]), mulin-application:not([hidden])')
  private readonly onScreen!: LitElement | null;
  readonly #guide = new Watch(this, 'guide.service', () =>
    this.service ? { service: this.service } : undefined,
  );

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('service') && !changed.has('begin')) return;
    this.stage = this.begin;
    this.visited = this.begin === 'booking';
    this.applying = this.begin === 'form';
    this.booked = false;
  }

  override render(): TemplateResult {
    return html`${this.stage === 'guide' ? this.#renderGuide() : nothing}
    ${keyed(this.service, this.visited ? this.#renderBooking() : nothing)}
    ${keyed(this.service, this.applying ? this.#renderApplication() : nothing)}`;
  }

  #renderGuide(): TemplateResult {
    const words = this.say(serviceWords);
    const guide = this.#guide.value;
    return html`<mulin-guide service=${this.service}>
      <mulin-button slot="back" label=${words.back} @click=${this.#leave}>
        <mulin-icon name="chevron-left"></mulin-icon>
      </mulin-button>
      ${guide?.applicable ? this.#renderApply(guide.bookable) : nothing}
      ${guide?.bookable ? this.#renderForward() : nothing}
      ${guide && !guide.bookable && !guide.applicable ? this.#renderNoBooking() : nothing}
    </mulin-guide>`;
  }

  #renderApply(bookable: boolean): TemplateResult {
    return html`<mulin-button
      slot="actions"
      kind=${bookable ? 'quiet' : 'primary'}
      size="main"
      @click=${() => this.#go('form')}
    >
      ${this.say(serviceWords).apply}
    </mulin-button>`;
  }

  #renderForward(): TemplateResult {
    return html`<mulin-button
      slot="actions"
      kind="primary"
      size="main"
      @click=${() => this.#go('booking')}
    >
      ${this.say(serviceWords).book}
    </mulin-button>`;
  }

  #renderNoBooking(): TemplateResult {
    return html`<mulin-notice
      slot="note"
      heading=${this.say(serviceWords).notBookable}
    ></mulin-notice>`;
  }

  #renderBooking(): TemplateResult {
    return html`<mulin-booking
      service=${this.service}
      ?hidden=${this.stage !== 'booking'}
      @mulin-booked=${this.#onBooked}
      @mulin-leave=${this.#onBookingLeave}
    >
      <mulin-checklist slot="receipt" service=${this.service}></mulin-checklist>
    </mulin-booking>`;
  }

  #renderApplication(): TemplateResult {
    return html`<mulin-application
      service=${this.service}
      ?hidden=${this.stage !== 'form'}
      @mulin-applied=${this.#onBooked}
      @mulin-kept=${this.#onBooked}
      @mulin-leave=${this.#onApplicationLeave}
    ></mulin-application>`;
  }

  /** Every turn begins at a heading, for the eye and for the ear. */
  #go(stage: Stage): void {
    this.stage = stage;
    this.visited ||= stage === 'booking';
    this.applying ||= stage === 'form';
    void this.updateComplete.then(() => {
      this.scrollIntoView({ block: 'start' });
      return this.onScreen && beginReading(this.onScreen);
    });
  }

  #leave(): void {
    this.emit('mulin-leave', {});
  }

  #onBooked(): void {
    this.booked = true;
  }

  #onBookingLeave(event: Event): void {
    if (this.booked || this.begin === 'booking') return; // passes on
    event.stopPropagation();
    this.#go('guide');
  }

  #onApplicationLeave(event: Event): void {
    if (this.booked || this.begin === 'form') return; // passes on
    event.stopPropagation();
    this.#go('guide');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mulin-service': MulinService;
  }
}
