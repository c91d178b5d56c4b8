/**
 * How a shop is kept. Each item has one small document a shop, so that two who want different things never wait for each
 * other; a basket touches as many as it has lines. What is set aside for somebody has left the lots it was taken from and
 * stands in `aside`, so that no rule has to subtract before it says what is free.
 */
import * as Type from 'typebox';
import type { Static } from 'typebox';
import { documentKind, type DocumentOf } from '../shared/law.ts';
import { Id, PlainDate, PlainTime } from '../shared/text.ts';

const Instant = Type.Number();
/** Zero or more: no document with less is ever written. */
const Count = Type.Integer({ minimum: 0 });
const Money = Type.Integer({ minimum: 0 });

/** Pieces that came together and keep as long. */
export const Lot = Type.Object({
  id: Type.String(),
  count: Count,
  bestBefore: Type.Optional(PlainDate),
  /** The donation it came from. */
  from: Type.Optional(Type.String()),
});
export type Lot = Static<typeof Lot>;

/** One item at one shop. While there is none, the pack's opening stock is there. */
export const Stock = Type.Object({
  /** What is free, by lot. */
  lots: Type.Array(Lot),
  /** Set aside for those who have reserved it. */
  aside: Count,
  /** Taken off the shelf by a clerk: nobody can have it, whatever is there. */
  withdrawnAt: Type.Optional(Instant),
  countedAt: Type.Optional(Instant),
});
export type Stock = Static<typeof Stock>;
export const stock = documentKind({ at: 'catalog/stock', schema: Stock, personal: [] });

export const OrderStatus = Type.Enum(['reserved', 'handed-out', 'lapsed', 'cancelled']);
export type OrderStatus = Static<typeof OrderStatus>;

export const OrderLine = Type.Object({
  item: Id,
  count: Type.Integer({ minimum: 1 }),
  /** What one costs, as it was when it was reserved. */
  fen: Money,
  points: Count,
  /** The lots it was taken from, so that it can go back there. */
  lots: Type.Array(Lot),
});
export type OrderLine = Static<typeof OrderLine>;

export const Order = Type.Object({
  /** What partners and the queue call it; opens nothing. */
  id: Type.String(),
  code: Type.String(),
  status: OrderStatus,
  place: Id,
  lines: Type.Array(OrderLine, { minItems: 1 }),
  at: Instant,
  /** The last day on which it can be fetched. */
  until: PlainDate,
  /** When the person means to come. With a code it is a time that is theirs; without, a hint. */
  slot: Type.Optional(
    Type.Object({ date: PlainDate, time: PlainTime, code: Type.Optional(Type.String()) }),
  ),
  closedAt: Type.Optional(Instant),
  /** Personal: `payment` tells who lives on aid. */
  payment: Type.Object({
    by: Type.Union([Type.Literal('fen'), Type.Literal('points')]),
    total: Count,
    /** Such as the number of a till's receipt. */
    reference: Type.Optional(Type.String()),
  }),
  holder: Type.Object({
    /** Of the identity number where a card was read, of the telephone otherwise. */
    alias: Type.String(),
    phone: Type.String(),
  }),
});
export type Order = Static<typeof Order>;
export const order = documentKind({
  at: 'catalog/order',
  schema: Order,
  personal: ['payment', 'holder'],
});

/** By shop, last day and code: what waits to be fetched. Names nobody. */
export const waitingOrder = documentKind({
  at: 'catalog/waiting',
  schema: Type.Object({ items: Count, slot: Type.Optional(Type.String()) }),
  personal: [],
});
/** By shop, day and code: what is over, until retention removes it. */
export const closedOrder = documentKind({
  at: 'catalog/closed',
  schema: Type.Object({ at: Instant }),
  personal: [],
});

/** One thing one person has, had and gave up; retention takes the lines out again. */
const ShopperLine = Type.Object({
  code: Type.String(),
  status: OrderStatus,
  at: Instant,
  items: Type.Array(Type.Object({ item: Id, count: Count })),
});
export type ShopperLine = Static<typeof ShopperLine>;
/** By alias. */
export const shopper = documentKind({
  at: 'catalog/shopper',
  schema: Type.Object({ lines: Type.Array(ShopperLine) }),
  personal: ['lines'],
});
export type Shopper = DocumentOf<typeof shopper>;
