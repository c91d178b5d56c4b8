import type { Bill, Payment, PaymentDesk } from './contract.ts';

/** A desk of thin air: for stories and tests. What it has taken lies in `till`. */
export interface SimulatedPayment extends PaymentDesk {
  readonly till: readonly Bill[];
  /** What it answers from now on, if not that it is paid. */
  next: Exclude<Payment, { readonly status: 'paid' }> | undefined;
}

export function simulatedPayment(): SimulatedPayment {
  const till: Bill[] = [];
  return {
    till,
    next: undefined,
    take(bill, { signal } = {}): Promise<Payment> {
      if (signal?.aborted) return Promise.reject(signal.reason as Error);
      const before = till.findIndex(({ of }) => of === bill.of);
      if (before < 0 && this.next) return Promise.resolve(this.next);
      const number = before < 0 ? till.push(bill) : before + 1;
      const { fen } = till[number - 1] ?? bill;
      return Promise.resolve({
        status: 'paid',
        method: 'simulated',
        fen,
        reference: `sim-${number}`,
      });
    },
  };
}
