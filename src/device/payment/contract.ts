/** How money is taken, whoever takes it. Types only: what stands behind it is chosen by the page. The house takes none itself. */

/** A whole number of fen, and what it is for: the id of an order or a pledge, never its code, never a name. */
export interface Bill {
  readonly fen: number;
  readonly of: string;
}

export type Payment =
  /** It is there. Whoever hands out passes `method`, `fen` and `reference` on to the hall. */
  | {
      readonly status: 'paid';
      /** An id, such as `cash`. */
      readonly method: string;
      readonly fen: number;
      /** What the other side calls it, so that it can be found again. */
      readonly reference?: string;
    }
  /** Nobody takes money here: a clerk does, when it is handed out. */
  | { readonly status: 'at-counter' }
  /** The person has thought better of it; nothing was taken. */
  | { readonly status: 'given-up' }
  /** `taken` where it is not known whether something was taken: then a clerk has to look. */
  | { readonly status: 'failed'; readonly taken: 'no' | 'unknown' };

/** Never rejects but with the reason of its own aborted signal; all else is an answer. */
export interface PaymentDesk {
  /** Asked twice for the same `of`, it takes money once. */
  take(bill: Bill, options?: { readonly signal?: AbortSignal }): Promise<Payment>;
}
