import type { Payment, PaymentDesk } from './contract.ts';

/** Cash at the counter: a terminal takes nothing, and says so. */
export const payAtCounter: PaymentDesk = {
  take: (): Promise<Payment> => Promise.resolve({ status: 'at-counter' }),
};
