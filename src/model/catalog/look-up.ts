/** What is reserved: for whom it is, and for those who hand it out. */
import * as Type from 'typebox';
import { answer, query, refuse, type Answer } from '../shared/law.ts';
import { isReceiptCode } from '../shared/receipt-code.ts';
import {
  AtShop,
  everybody,
  guessOfProof,
  ProofInput,
  provenOrder,
  shopperOf,
  todayOf,
  type CatalogCtx,
} from './common.ts';
import { order, shopper, waitingOrder, type ShopperLine } from './documents.ts';
import { receiptOf, type OrderReceipt } from './receipt.ts';

/** The reservation that a code opens, together with the last four digits of the phone, the person's card, or at a counter. */
export const find = query({
  name: 'catalog.find',
  input: Type.Object(ProofInput, { additionalProperties: false }),
  who: everybody,
  guess: guessOfProof,
  reads: ({ code }, _ctx: CatalogCtx) => [order.key(code)],
  answer(
    docs,
    proof,
    { actor, pack }: CatalogCtx,
  ): Answer<OrderReceipt, 'catalog.not-found' | 'catalog.code-typo'> {
    if (!isReceiptCode(proof.code)) return refuse('catalog.code-typo', { at: '/code' });
    const doc = provenOrder(docs, proof, actor);
    return doc ? answer(receiptOf(doc, pack)) : refuse('catalog.not-found');
  },
});

/** All that the person has reserved whose card was read, the latest first. */
export const mine = query({
  name: 'catalog.mine',
  input: Type.Object({}, { additionalProperties: false }),
  who: ['citizen'],
  reads: (_input, { actor }: CatalogCtx) =>
    actor.kind === 'citizen' ? [shopper.key(actor.id)] : [],
  answer(
    docs,
    _input,
    { actor }: CatalogCtx,
  ): Answer<{ readonly orders: readonly ShopperLine[] }, never> {
    const { lines } = shopperOf(docs, actor.kind === 'citizen' ? actor.id : '');
    return answer({ orders: lines.toSorted((a, b) => b.at - a.at) });
  },
});

/** One reservation on a clerk's list. */
export interface WaitingEntry {
  readonly code: string;
  /** The last day on which it can be fetched. */
  readonly until: string;
  readonly items: number;
  /** When the person means to come, `2026-12-11 09:30`. */
  readonly slot?: string;
  /** Nobody came for it, and it goes back on the shelf. */
  readonly late: boolean;
}

/** What waits at a shop to be fetched, the first to run out first. */
export const waiting = query({
  name: 'catalog.waiting',
  input: AtShop,
  who: ['staff:counter'],
  reads: ({ place }, _ctx: CatalogCtx) => [waitingOrder.range(place)],
  answer(
    docs,
    { place },
    ctx: CatalogCtx,
  ): Answer<{ readonly orders: readonly WaitingEntry[] }, never> {
    const today = todayOf(ctx);
    const from = waitingOrder.key(place, '').length;
    const orders = [...docs.keys()]
      .filter((key) => key.startsWith(waitingOrder.key(place, '')))
      .toSorted()
      .flatMap((key) => {
        const doc = waitingOrder.find(docs, key);
        const [until = '', code = ''] = key.slice(from).split('/');
        return doc ? [{ ...doc, code, until, late: until < today }] : [];
      });
    return answer({ orders });
  },
});
