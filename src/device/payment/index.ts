/** Money: one contract, the counter, which is usual, and a desk of thin air. */
export * from './contract.ts';
export { payAtCounter } from './real-counter.ts';
export { simulatedPayment, type SimulatedPayment } from './simulated.ts';
