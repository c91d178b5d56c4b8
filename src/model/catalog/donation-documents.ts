/** What somebody gives, and what became of it. */
import * as Type from 'typebox';
import type { Static } from 'typebox';
import { documentKind } from '../shared/law.ts';
import { Id, PlainDate, PlainTime } from '../shared/text.ts';

const Instant = Type.Number();
const Count = Type.Integer({ minimum: 0 });

/**
 * `announced` is on its way; `received` lies at the shop, or the money does; `sorted` was looked through; `shelved` can be
 * had; `given` has all been fetched by somebody; `thanked` ends it. `declined` could not be taken, `withdrawn` was not brought
 * after all, `lapsed` never came.
 */
export const DonationStatus = Type.Enum([
  'announced',
  'received',
  'sorted',
  'shelved',
  'given',
  'thanked',
  'declined',
  'withdrawn',
  'lapsed',
]);
export type DonationStatus = Static<typeof DonationStatus>;

export const DonatedLine = Type.Object({
  /** One of the pack's sorts of things. */
  wanted: Id,
  what: Type.String(),
  count: Type.Integer({ minimum: 1 }),
  state: Type.Union([Type.Literal('new'), Type.Literal('as-new'), Type.Literal('used')]),
  bestBefore: Type.Optional(PlainDate),
  /** Where a picture of it lies; the picture itself is kept elsewhere. */
  photo: Type.Optional(Type.String()),
  /** How many came, how many were good enough, and how many of these are on the shelf. */
  received: Type.Optional(Count),
  kept: Type.Optional(Count),
  shelved: Type.Optional(Count),
});
export type DonatedLine = Static<typeof DonatedLine>;

export const Donation = Type.Object({
  /** What partners call it; opens nothing. */
  id: Type.String(),
  code: Type.String(),
  place: Id,
  /** When it became what it is, the first first. */
  steps: Type.Array(Type.Object({ status: DonationStatus, at: Instant }), { minItems: 1 }),
  /** In fen, of a pledge of money. */
  fen: Type.Optional(Type.Integer({ minimum: 1 })),
  /** Pieces that somebody has fetched from the shelf. */
  fetched: Count,
  /** The day on which it is brought or collected. */
  slot: Type.Optional(Type.Object({ date: PlainDate, time: PlainTime })),
  /** Of the certificate and the receipt, from the moment it was received. */
  number: Type.Optional(Type.String()),
  goods: Type.Array(DonatedLine),
  donor: Type.Object({
    alias: Type.String(),
    phone: Type.String(),
    /** As it shall stand on the certificate. */
    name: Type.String(),
    /** Agreed to be named on the public list. */
    named: Type.Boolean(),
  }),
  /** Where it is collected, where the donor can't bring it. */
  pickUp: Type.Optional(Type.String()),
});
export type Donation = Static<typeof Donation>;
export const donation = documentKind({
  at: 'catalog/donation',
  schema: Donation,
  personal: ['goods', 'donor', 'pickUp'],
});

/** By shop, last day and code: what is not over yet. Names nobody. */
export const openDonation = documentKind({
  at: 'catalog/donation-open',
  schema: Type.Object({
    status: DonationStatus,
    items: Count,
    fen: Type.Optional(Count),
    slot: Type.Optional(Type.String()),
    pickUp: Type.Boolean(),
  }),
  personal: [],
});
/** By shop, day and code: what is over, until retention removes it. */
export const closedDonation = documentKind({
  at: 'catalog/donation-closed',
  schema: Type.Object({ at: Instant }),
  personal: [],
});

/** Codes of what one person has given. By alias. */
export const donor = documentKind({
  at: 'catalog/donor',
  schema: Type.Object({ codes: Type.Array(Type.String()) }),
  personal: ['codes'],
});

/** A line of the public list, by shop, month and the id of the donation: the name only of whoever agreed to it. */
export const thanks = documentKind({
  at: 'catalog/thanks',
  schema: Type.Object({
    on: PlainDate,
    items: Count,
    fen: Type.Optional(Count),
    name: Type.Optional(Type.String()),
  }),
  personal: ['name'],
});
