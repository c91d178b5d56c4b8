import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Outcome } from '../../gateway/contract.ts';
import type { Hold } from '../../model/booking/commands.ts';
import type { Offer } from '../../model/booking/queries.ts';
import type { Receipt } from '../../model/booking/receipt.ts';
import type { WishReceipt } from '../../model/booking/wait.ts';
import type { Sending } from '../../ui/sending.ts';
import type { Trouble } from './trouble.ts';
import type { VisitChoice } from './visit-form.ts';
import type { WaitDays } from './wait-days.ts';

const steps = ['check', 'visit', 'place', 'time', 'persons', 'review'] as const;
export type Step = (typeof steps)[number];

/** The way through a booking: a step at which nothing is to be said is left out. */
export const stepsOf = ({ bookable, joins, party }: Offer): readonly Step[] =>
  steps.filter((step) => {
    if (step === 'check') return bookable.questions.length > 0;
    return step !== 'visit' || joins.length > 0 || party.most > party.least;
  });

/** A visit as commands and queries take it. */
export interface Visit {
  readonly service: string;
  readonly also?: string[];
  readonly party?: number;
}

interface FilledIn {
  readonly persons: { role: string; idNumber: string }[];
  readonly phone: string;
  readonly declarations: string[];
}

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
  /** What else is done in the same visit, and how many come. */
  choice: VisitChoice = { also: [] };
  place: string | undefined;
  slot: PickedSlot | undefined;
  /** Instead of a slot: days to wait for. */
  days: WaitDays | undefined;
  hold: Hold | undefined;
  /** By position of the person in the service's rules. */
  idNumbers: readonly string[] = [];
  phone = '';
  readonly accepted = new Set<string>();
  receipt: Receipt | undefined;
  wish: WishReceipt | undefined;
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

  /** What the hall is asked for. */
  visitOf(service: string): Visit {
    const { also, party } = this.choice;
    return {
      service,
      ...(also.length > 0 && { also: [...also] }),
      ...(party !== undefined && { party }),
    };
  }

  /** Another visit needs other times: what was picked for the one before is given back. */
  choose(choice: VisitChoice): void {
    this.choice = choice;
    this.pick(undefined);
    void this.#release(this.hold);
    this.hold = undefined;
  }

  /** A slot, or days to wait for; never both. */
  pick(slot: PickedSlot | undefined, days?: WaitDays): void {
    this.slot = slot;
    this.days = days;
    this.trouble = undefined;
    this.#host.requestUpdate();
  }

  /** What was waited for is an appointment now. */
  take(receipt: Receipt): void {
    this.wish = undefined;
    this.receipt = receipt;
    this.#host.requestUpdate();
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
      ...this.visitOf(service.id),
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

  async confirm(offer: Offer): Promise<void> {
    if (this.days) return this.#wait(offer, this.days);
    const hold = this.hold;
    if (!hold) return;
    const { code, place, date } = hold;
    const outcome = await this.#sending.send('booking.confirm', {
      code,
      place,
      date,
      ...this.#filledIn(offer),
    });
    const receipt = this.#hear(outcome);
    if (receipt) {
      this.receipt = receipt;
      this.hold = undefined; // it is an appointment now, nothing to give back
      this.go('receipt');
    } else if (outcome?.status === 'refused' && outcome.refusal.code === 'booking.hold-ended') {
      this.lose();
    }
  }

  async #wait(offer: Offer, days: WaitDays): Promise<void> {
    const outcome = await this.#sending.send('booking.wait', {
      ...this.visitOf(offer.service.id),
      place: this.place ?? '',
      ...days,
      ...this.#filledIn(offer),
    });
    this.wish = this.#hear(outcome);
    if (this.wish) this.go('receipt');
  }

  #filledIn({ bookable }: Offer): FilledIn {
    return {
      persons: bookable.persons.map(({ role }, i) => ({ role, idNumber: this.idNumbers[i] ?? '' })),
      phone: this.phone,
      declarations: [...this.accepted],
    };
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
