/** A charity supermarket (慈善超市): its shelves, what is given to it, who helps, and what it keeps. */
export { MulinBasket, type PayBy } from './basket.ts';
export { piecesIn, withCount, type Basket } from './basket-lines.ts';
export { MulinCatalog } from './catalog.ts';
export { MulinCheckout, type PickUp } from './checkout.ts';
export { MulinHandOut } from './hand-out.ts';
export { MulinItem } from './item.ts';
export { MulinOrder } from './order.ts';
export { MulinOrderReceipt } from './order-receipt.ts';
export { MulinPoints } from './points.ts';
export { MulinShelfList } from './shelf-list.ts';
export { MulinStock } from './stock.ts';
