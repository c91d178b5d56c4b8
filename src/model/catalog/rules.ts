/** What a pack says about a charity supermarket (慈善超市): its goods, its rules, and what may be given to it. */
import * as Type from 'typebox';
import type { Static } from 'typebox';
import { READING } from '../shared/reading.ts';
import { Id, PlainDate, Text } from '../shared/text.ts';

/** The highest count, price and number of points that anybody can mean. */
export const MOST = { count: 9999, fen: 10_000_000, points: 100_000 } as const;

export const Category = Type.Object({ id: Id, name: Text }, { additionalProperties: false });
export type Category = Static<typeof Category>;

/** A sort of goods that points may or may not be spent on: food, daily needs, clothes. */
export const GoodsClass = Type.Object(
  { id: Id, name: Text, forPoints: Type.Boolean() },
  { additionalProperties: false },
);
export type GoodsClass = Static<typeof GoodsClass>;

/** What was on the shelf when the shop opened. From then on only what happens changes it. */
export const OpeningStock = Type.Object(
  {
    place: Id,
    count: Type.Integer({ minimum: 0, maximum: MOST.count }),
    bestBefore: Type.Optional(PlainDate),
  },
  { additionalProperties: false },
);
export type OpeningStock = Static<typeof OpeningStock>;

export const Good = Type.Object(
  {
    id: Id,
    name: Text,
    /** How the Chinese name is read, `yu rong fu`. Made when the kiosk is built; written by hand where that is wrong. */
    reading: Type.Optional(Type.String({ pattern: READING })),
    category: Id,
    class: Id,
    /** Size, weight, what belongs to it. */
    spec: Type.Optional(Text),
    about: Type.Optional(Text),
    state: Type.Union([Type.Literal('new'), Type.Literal('as-new'), Type.Literal('used')]),
    /** Price in fen; 0 is free of charge. */
    fen: Type.Integer({ minimum: 0, maximum: MOST.fen }),
    /** Price in points; it can't be had for points where this is left out. */
    points: Type.Optional(Type.Integer({ minimum: 0, maximum: MOST.points })),
    /** How many one person may have … */
    perPerson: Type.Optional(Type.Integer({ minimum: 1, maximum: 99 })),
    /** … within so many days; at one time, where this is left out. */
    withinDays: Type.Optional(Type.Integer({ minimum: 1, maximum: 366 })),
    /** A photo on the own server, from its root; without one, or while it has not come, its category is drawn. */
    picture: Type.Optional(
      Type.String({ maxLength: 200, pattern: '^(/[\\w-][\\w.-]*)+\\.(avif|webp|jpe?g|png|svg)$' }),
    ),
    /** Who gave it, where they agreed to be named. Nobody else is. */
    from: Type.Optional(
      Type.Object({ name: Text, agreed: Type.Literal(true) }, { additionalProperties: false }),
    ),
    stock: Type.Array(OpeningStock),
    /** True while it is invented; shown as 示例. */
    sample: Type.Boolean(),
  },
  { additionalProperties: false },
);
export type Good = Static<typeof Good>;

/** What may be given (款物募集). */
export const Wanted = Type.Object(
  {
    id: Id,
    name: Text,
    /** What condition it must be in, in words. */
    condition: Text,
    /** False for what is never taken, such as medicine, so that a donor is told before coming. */
    taken: Type.Boolean(),
    /** What is food must be good for so many days more. */
    goodForDays: Type.Optional(Type.Integer({ minimum: 1, maximum: 3650 })),
  },
  { additionalProperties: false },
);
export type Wanted = Static<typeof Wanted>;

/** A story of giving and helping (慈善文化), to be read and read aloud. */
export const Story = Type.Object(
  {
    id: Id,
    title: Text,
    /** Paragraph by paragraph. */
    text: Type.Array(Text, { minItems: 1 }),
    on: PlainDate,
    sample: Type.Boolean(),
  },
  { additionalProperties: false },
);
export type Story = Static<typeof Story>;

/** `catalog.json` */
export const CatalogRules = Type.Object(
  {
    /** The supermarkets; each is a place. */
    shops: Type.Array(Id, { minItems: 1 }),
    categories: Type.Array(Category, { minItems: 1 }),
    classes: Type.Array(GoodsClass, { minItems: 1 }),
    orders: Type.Object(
      {
        /** Different goods in one basket. */
        lines: Type.Integer({ minimum: 1, maximum: 50 }),
        /** Reservations of one person that wait to be fetched. */
        open: Type.Integer({ minimum: 1, maximum: 50 }),
        /** Until the end of so many days after it was reserved; then it goes back on the shelf. */
        pickUpDays: Type.Integer({ minimum: 0, maximum: 60 }),
        /** The service whose times are offered for fetching; nobody is asked for a time where this is left out. */
        pickUp: Type.Optional(Id),
        /** Days after it is over at which all that is personal in it is removed. */
        keepDays: Type.Integer({ minimum: 1, maximum: 3650 }),
      },
      { additionalProperties: false },
    ),
    /** Aid in points (困难救助). */
    points: Type.Optional(
      Type.Object(
        {
          /** What a beneficiary gets each month where nothing else was decided for them. */
          monthly: Type.Integer({ minimum: 1, maximum: MOST.points }),
          /** They are good until the end of the month they are for, and so many months more. */
          monthsMore: Type.Integer({ minimum: 0, maximum: 120 }),
          /** How many days before they end that is shown. */
          warnDays: Type.Integer({ minimum: 1, maximum: 90 }),
        },
        { additionalProperties: false },
      ),
    ),
    wanted: Type.Array(Wanted),
  },
  { additionalProperties: false },
);
export type CatalogRules = Static<typeof CatalogRules>;
