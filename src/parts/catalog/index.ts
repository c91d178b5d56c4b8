/** A charity supermarket (慈善超市): its shelves, what is given to it, who helps, and what it keeps. */
export { MulinBasket, type PayBy } from './basket.ts';
export { piecesIn, withCount, type Basket } from './basket-lines.ts';
export { MulinCatalog } from './catalog.ts';
export { MulinItem } from './item.ts';
