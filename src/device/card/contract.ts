/** What a terminal's reader of identity cards can do, whoever made it. Types only, but for the list of troubles. */

/** What a card says, as far as the house needs it: no picture, no address, no people (docs/privacy.md). */
export interface IdCard {
  readonly kind: 'resident' | 'residence-permit' | 'foreign-permanent';
  /** 18 characters (GB 11643-1999). */
  readonly idNumber: string;
  readonly name: string;
  /** The last day on which it holds; none on a card that holds for life. */
  readonly validUntil?: string;
}

export const cardTroubles = [
  /** Nobody laid a card on it in time. */
  'no-card',
  /** Taken away before it was read. */
  'removed',
  /** Another kind of card, or a broken one. */
  'unreadable',
  /** Switched off, unplugged, or nobody answers. */
  'offline',
  'fault',
] as const;
export type CardTrouble = (typeof cardTroubles)[number];

export type CardReaderStatus =
  | {
      readonly state: 'ready';
      /** A card lies there: whoever leaves is reminded of it. */
      readonly occupied: boolean;
    }
  | { readonly state: 'trouble'; readonly trouble: CardTrouble };

export type CardReading =
  | { readonly status: 'read'; readonly card: IdCard }
  | { readonly status: 'failed'; readonly trouble: CardTrouble };

/** Neither rejects but with the reason of its own aborted signal; all else is an answer. Nothing read is kept. */
export interface CardReader {
  status(options?: { readonly signal?: AbortSignal }): Promise<CardReaderStatus>;
  /** Waits for a card, at most so long, and reads it once. An aborted signal ends the waiting: then no card is read. */
  read(options: { readonly seconds: number; readonly signal?: AbortSignal }): Promise<CardReading>;
}
