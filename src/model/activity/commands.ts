/** Everything that can happen with an activity. */
export { checkIn, checkOut, settle } from './attend.ts';
export { forget } from './queries.ts';
export { leave, take } from './sign-up.ts';
