/** Parts in a row. */
export { MulinArrival } from './arrival.ts';
export { MulinApplication } from './application.ts';
export { MulinApply } from './apply.ts';
export { MulinService } from './service.ts';
export { MulinShop } from './shop.ts';
