/** The desk of a charity supermarket, for its clerks. */
export { MulinGifts } from '../gifts.ts';
export { MulinHandOut } from '../hand-out.ts';
export { MulinMonthReport } from '../month-report.ts';
export { MulinShelfList } from '../shelf-list.ts';
export { MulinStock } from '../stock.ts';
