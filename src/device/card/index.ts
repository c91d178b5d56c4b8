/** Identity cards: one contract, a reader behind the terminal's bridge, and one of thin air. */
export * from './contract.ts';
export { bridgeCardReader } from './real-bridge.ts';
export { simulatedCardReader, type SimulatedCardReader } from './simulated.ts';
