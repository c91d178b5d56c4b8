import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Outcome } from '../../gateway/contract.ts';
import type { Hold } from '../../model/booking/commands.ts';
import type { Offer } from '../../model/booking/queries.ts';
import type { Receipt } from '../../model/booking/receipt.ts';
import type { Sending } from '../../ui/sending.ts';
import type { Trouble } from './trouble.ts';

const steps = ['check', 'place', 'time', 'persons', 'review'] as const;
export type Step = (typeof steps)[number];

/** The way through a booking. A service without conditions begins with the place. */
export const stepsOf = ({ bookable }: Offer): readonly Step[] =>
  bookable.questions.length > 0 ? steps : steps.filter((step) => step !== 'check');

export interface PickedSlot {
  readonly date: string;
  readonly time: string;
}

/**
 * A booking under way: where the person is, and all they have said so far. It lives in memory only and dies with its
 * element; a slot kept meanwhile is given back.
 */
export class BookingFlow implements ReactiveController {
  readonly answers = new Map<string, string>();
  place: string | undefined;
  slot: PickedSlot | undefined;
  hold: Hold | undefined;
  /** By position of the person in the service's rules. */
  idNumbers: readonly string[] = [];
  phone = '';
  readonly accepted = new Set<string>();
  receipt: Receipt | undefined;
  /** What the last press met, told above the step until the next press. */
  trouble: Trouble | undefined;

  /** Unknown until the person has gone on from the first one. */
  #step: Step | 'receipt' | undefined;
  readonly #host: ReactiveControllerHost;
  readonly #sending: Sending;

  constructor(host: ReactiveControllerHost, sending: Sending) {
    this.#host = host;
    this.#sending = sending;
    host.addController(this);
  }

  hostDisconnected(): void {
    void this.#release(this.hold);
    this.hold = undefined;
  }

  /** Where the person is. */
  stepOf(offer: Offer): Step | 'receipt' {
    return this.#step ?? stepsOf(offer)[0] ?? 'place';
  }

  go(step: Step | 'receipt'): void {
    this.#step = step;
    this.trouble = undefined;
    this.#host.requestUpdate();
  }

  /** Whether every question has the answer with which booking goes on. */
  passes({ bookable }: Offer): boolean {
    return bookable.questions.every(({ id, expects }) => this.answers.get(id) === expects);
  }

  /** Keeps the picked slot for the person. A slot kept before is given back only once the new one is safe. */
  async keep({ service }: Offer): Promise<boolean> {
    const { place, slot, hold } = this;
    if (!place || !slot) return false;
    if (hold?.place === place && hold.date === slot.date && hold.time === slot.time) return true;
    const outcome = await this.#sending.send('booking.hold', {
      service: service.id,
      place,
      ...slot,
    });
    const kept = this.#hear(outcome);
    if (!kept) return false;
    this.hold = kept;
    void this.#release(hold);
    return true;
  }

  async keepLonger(): Promise<void> {
    const hold = this.hold;
    if (!hold) return;
    const { code, place, date } = hold;
    const outcome = await this.#sending.send('booking.renew-hold', { code, place, date });
    const longer = this.#hear(outcome);
    if (longer) this.hold = { ...hold, ...longer };
  }

  /** The time kept for the person is over: say so, keep all they typed, and lead back to the times. */
  lose(): void {
    this.hold = undefined;
    this.#step = 'time';
    this.trouble = { status: 'refused', refusal: { code: 'booking.hold-ended' } };
    this.#host.requestUpdate();
  }

  async confirm({ bookable }: Offer): Promise<boolean> {
    const hold = this.hold;
    if (!hold) return false;
    const { code, place, date } = hold;
    const outcome = await this.#sending.send('booking.confirm', {
      code,
      place,
      date,
      persons: bookable.persons.map(({ role }, i) => ({ role, idNumber: this.idNumbers[i] ?? '' })),
      phone: this.phone,
      declarations: [...this.accepted],
    });
    const receipt = this.#hear(outcome);
    if (receipt) {
      this.receipt = receipt;
      this.hold = undefined; // it is an appointment now, nothing to give back
      this.go('receipt');
    } else if (outcome?.status === 'refused' && outcome.refusal.code === 'booking.hold-ended') {
      this.lose();
    }
    return receipt !== undefined;
  }

  /** The result, or the trouble for the screen. */
  #hear<Result>(outcome: Outcome<Result> | undefined): Result | undefined {
    this.trouble =
      outcome?.status === 'refused' || outcome?.status === 'fault' ? outcome : undefined;
    this.#host.requestUpdate();
    return outcome?.status === 'sent' ? outcome.result : undefined;
  }

  async #release(hold: Hold | undefined): Promise<void> {
    if (!hold) return;
    const { code, place, date } = hold;
    // Nothing hangs on the answer: a hold that is not given back runs out by itself.
    await this.#sending.sendAside('booking.release-hold', { code, place, date });
  }
}
