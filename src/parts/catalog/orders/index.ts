/** From a full basket to the counter of a charity supermarket, and points of aid. */
export { MulinCheckout, type PickUp } from '../checkout.ts';
export { MulinOrder } from '../order.ts';
export { MulinOrderReceipt } from '../order-receipt.ts';
export { MulinPoints } from '../points.ts';
