/** Everything that can happen in a charity supermarket. */
export { reserve } from './reserve.ts';
export { cancel, handOut, lapse } from './close.ts';
export { forget } from './house.ts';
