/** Parts in a row. */
export { MulinArrival } from './arrival.ts';
export { MulinService } from './service.ts';
