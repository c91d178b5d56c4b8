/** What an application leaves in the hand of whoever made it. */
export { MulinFormReceipt } from './receipt.ts';
