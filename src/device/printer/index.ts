/** Paper: one contract, a printer behind the terminal's bridge, the system's own, and one of thin air. */
export * from './contract.ts';
export type { Bridge } from '../bridge.ts';
export { bridgePrinter } from './real-bridge.ts';
export { systemPrinter } from './real-system.ts';
export { simulatedPrinter, type SimulatedPrinter } from './simulated.ts';
