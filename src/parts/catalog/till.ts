import { ContextConsumer } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Bill, Payment, PaymentDesk } from '../../device/payment/contract.ts';
import type { InputOf } from '../../gateway/contract.ts';
import { paymentContext } from '../../ui/contexts.ts';

/** As the hall writes it down. */
export type Paid = NonNullable<InputOf<'catalog.hand-out'>['paid']>;
/** Why nothing was paid, as far as a clerk has to know. */
export type TillTrouble = 'given-up' | 'failed' | 'unknown';

/** Takes money by whatever the page has put behind the payment contract. Without that a clerk takes it by hand. */
export class Till implements ReactiveController {
  /** Nobody has to take anything by hand. */
  takesItself = false;
  busy = false;
  trouble: TillTrouble | undefined;

  readonly #host: ReactiveControllerHost & HTMLElement;
  #desk: PaymentDesk | undefined;
  #leaving = new AbortController();

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    new ContextConsumer(host, {
      context: paymentContext,
      subscribe: true,
      callback: (desk) => {
        this.#desk = desk;
        this.takesItself = desk !== undefined;
      },
    });
    host.addController(this);
  }

  hostConnected(): void {
    this.#leaving = new AbortController();
  }
  hostDisconnected(): void {
    this.#leaving.abort();
  }

  /** Another bill. */
  clear(): void {
    this.trouble = undefined;
  }

  /** Undefined where nothing was paid; then `trouble` says why, or the money is taken by hand. */
  async take(bill: Bill): Promise<Paid | undefined> {
    if (!this.#desk || this.busy) return undefined;
    this.#set(true, undefined);
    try {
      const payment = await this.#desk.take(bill, { signal: this.#leaving.signal });
      this.#set(false, troubleIn(payment));
      if (payment.status === 'at-counter') this.takesItself = false;
      if (payment.status !== 'paid') return undefined;
      const { method, fen, reference } = payment;
      return { method, fen, ...(reference && { reference }) };
    } catch (error) {
      if (!this.#leaving.signal.aborted) console.error(error);
      this.#set(false, 'unknown');
      return undefined;
    }
  }

  #set(busy: boolean, trouble: TillTrouble | undefined): void {
    this.busy = busy;
    this.trouble = trouble;
    this.#host.requestUpdate();
  }
}

function troubleIn(payment: Payment): TillTrouble | undefined {
  if (payment.status === 'given-up') return 'given-up';
  if (payment.status === 'failed') return payment.taken === 'unknown' ? 'unknown' : 'failed';
  return undefined;
}
