/** Everything that can happen in a charity supermarket. */
export { givingBack } from './pick-up.ts';
export { reserveWith } from './reserve.ts';
export { cancel, handOut, lapse } from './close.ts';
export { forget } from './house.ts';
export { offer, pledge } from './donate.ts';
export {
  receive,
  shelve,
  sort,
  thank,
  withdraw,
  lapse as lapseDonation,
} from './donation-steps.ts';
export { forget as forgetDonation } from './donation-queries.ts';
