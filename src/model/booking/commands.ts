/** Every command of booking, for the registry. */
export { checkIn, noShow } from './arrival.ts';
export { cancel, reschedule } from './change.ts';
export { affirm, book, confirm } from './confirm.ts';
export { hold, releaseHold, renewHold, type Hold } from './hold.ts';
export { forget, forgetWishes, settle } from './house.ts';
export type { BookingRefusal } from './refusals.ts';
export { stopWaiting, takeOffer, wait } from './wait.ts';
