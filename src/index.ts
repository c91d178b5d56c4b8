/** The door: every element of the house, and its types. Gateways and packs have doors of their own. */
export * from './ui/index.ts';
export * from './parts/application/index.ts';
export * from './parts/booking/index.ts';
export * from './parts/booking/mine/index.ts';
export * from './parts/catalog/index.ts';
export * from './parts/catalog/desk/index.ts';
export * from './parts/catalog/giving/index.ts';
export * from './parts/catalog/orders/index.ts';
export * from './parts/form/index.ts';
export * from './parts/guide/index.ts';
export * from './parts/queue/index.ts';
export * from './parts/records/index.ts';
export * from './journeys/index.ts';
export type { Gateway } from './gateway/contract.ts';
export { locales, localeOf, type Locale } from './i18n/index.ts';
