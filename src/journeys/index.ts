/** Parts in a row. */
export { MulinService } from './service.ts';
