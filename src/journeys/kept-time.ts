import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { InputOf } from '../gateway/contract.ts';
import type { Hold } from '../model/booking/commands.ts';
import type { Trouble } from '../parts/booking/trouble.ts';
import { Sending } from '../ui/sending.ts';

/** A time that is kept while a person makes up their mind. It is given back when they take another one, or leave. */
export class KeptTime implements ReactiveController {
  hold: Hold | undefined;
  /** Why it could not be kept, or no longer is. */
  trouble: Trouble | undefined;

  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #sending: Sending;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    this.#sending = new Sending(host);
    host.addController(this);
  }

  get busy(): boolean {
    return this.#sending.busy;
  }

  hostDisconnected(): void {
    this.giveBack();
  }

  /** The one before is given back only once the new one is safe. */
  async keep(wanted: InputOf<'booking.hold'>): Promise<boolean> {
    const before = this.hold;
    const isSame =
      before?.place === wanted.place && before.date === wanted.date && before.time === wanted.time;
    if (isSame) return true;
    const outcome = await this.#sending.send('booking.hold', wanted);
    if (!outcome) return false;
    this.trouble = outcome.status === 'sent' ? undefined : (outcome as Trouble);
    this.#host.requestUpdate();
    if (outcome.status !== 'sent') return false;
    this.giveBack();
    this.hold = outcome.result;
    // Whoever left meanwhile needs it no more.
    if (!this.#host.isConnected) this.giveBack();
    return true;
  }

  async keepLonger(): Promise<void> {
    const { hold } = this;
    if (!hold) return;
    const { code, place, date } = hold;
    const outcome = await this.#sending.send('booking.renew-hold', { code, place, date });
    if (outcome?.status === 'sent') this.hold = { ...hold, ...outcome.result };
    else if (outcome) this.trouble = outcome as Trouble;
    this.#host.requestUpdate();
  }

  /** The time is up. */
  lose(): void {
    this.hold = undefined;
    this.trouble = { status: 'refused', refusal: { code: 'booking.hold-ended' } };
    this.#host.requestUpdate();
  }

  /** It goes with what was reserved now. */
  spend(): void {
    this.hold = undefined;
    this.trouble = undefined;
  }

  giveBack(): void {
    const { hold } = this;
    if (!hold) return;
    this.hold = undefined;
    const { code, place, date } = hold;
    // Nothing hangs on the answer: a time that is not given back runs out by itself.
    void this.#sending.sendAside('booking.release-hold', { code, place, date });
  }
}
