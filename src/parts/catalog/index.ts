/** The shelves of a charity supermarket (慈善超市). What follows a full basket, giving, and the desk have doors of their own. */
export { MulinBasket, type PayBy } from './basket.ts';
export { piecesIn, withCount, type Basket } from './basket-lines.ts';
export { MulinCatalog } from './catalog.ts';
export { MulinItem } from './item.ts';
