/** How a reservation ends: fetched, given up, or left lying. */
import * as Type from 'typebox';
import { accept, command, refuse, type Change, type Decision, type Docs } from '../shared/law.ts';
import { entered, ledger } from '../shared/ledger.ts';
import { Id } from '../shared/text.ts';
import {
  AnyNumber,
  closedKey,
  eventOf,
  everybody,
  guessOfProof,
  orderWith,
  ProofInput,
  provenOrder,
  ReceiptCode,
  todayOf,
  waitingKey,
  type CatalogCtx,
} from './common.ts';
import { order, shopper, stock, type Order } from './documents.ts';
import { donationKeys } from './donate.ts';
import { fetchedOf } from './donation-steps.ts';
import { goodOf } from './pack.ts';
import { receiptOf, type OrderReceipt } from './receipt.ts';
import type { CloseRefusal } from './refusals.ts';
import { putBack, stockOf } from './stock.ts';
import { tallied, tallyKey } from './tally.ts';

/** An order with all that changes when it ends. */
function around(docs: Docs, code: string, ctx: CatalogCtx): string[] {
  const doc = order.find(docs, order.key(code));
  return doc
    ? [
        order.key(code),
        waitingKey(doc),
        closedKey(doc),
        shopper.key(doc.holder.alias),
        ledger.key('points', doc.holder.alias),
        tallyKey(doc.place, todayOf(ctx)),
        ...doc.lines.map(({ item }) => stock.key(doc.place, item)),
        ...[...donatedIn(doc).keys()].flatMap((one) => donationKeys(docs, one, ctx)),
      ]
    : [order.key(code)];
}

/** How many of it came from which donation. */
function donatedIn({ lines }: Order): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const { from, count } of lines.flatMap(({ lots }) => lots))
    if (from !== undefined) sums.set(from, (sums.get(from) ?? 0) + count);
  return sums;
}

/** A clerk hands it out. What costs money has been paid by then, all of it. */
export const handOut = command({
  name: 'catalog.hand-out',
  input: Type.Object(
    {
      code: ReceiptCode,
      /** How it was paid: at the till, or by whatever stands behind the payment contract. */
      paid: Type.Optional(
        Type.Object(
          {
            method: Id,
            fen: AnyNumber,
            reference: Type.Optional(Type.String({ maxLength: 100 })),
          },
          { additionalProperties: false },
        ),
      ),
    },
    { additionalProperties: false },
  ),
  who: ['staff:counter'],
  offline: 'refuse',
  touches: ({ code }, docs, ctx: CatalogCtx) => around(docs, code, ctx),
  decide(docs, { code, paid }, ctx: CatalogCtx): Decision<OrderReceipt, CloseRefusal> {
    const before = order.find(docs, order.key(code));
    const over = before ? closedAlready(before) : 'catalog.not-found';
    if (!before || over) return refuse(over ?? 'catalog.not-found', { at: '/code' });
    const { by, total } = before.payment;
    const due = by === 'fen' ? total : 0;
    if ((paid?.fen ?? 0) !== due)
      return refuse('payment.wrong-amount', { at: '/paid/fen', facts: { fen: due } });
    const reference = paid && [paid.method, paid.reference].filter(Boolean).join(' ');
    const doc: Order = {
      ...before,
      status: 'handed-out',
      closedAt: ctx.now,
      payment: { ...before.payment, ...(reference && { reference }) },
    };
    const items = doc.lines.reduce((sum, { count }) => sum + count, 0);
    const isSold = by === 'fen' && total > 0;
    return accept(
      receiptOf(doc, ctx.pack),
      [
        ...orderWith(docs, doc, ctx.now),
        ...stockWithout(docs, doc, ctx),
        ...fetchedOf(docs, donatedIn(doc), ctx),
        tallied(docs, doc.place, todayOf(ctx), {
          ...(isSold ? { sold: items, fen: total } : { given: items }),
        }),
      ],
      [eventOf('catalog.handed-out', doc)],
    );
  },
});

/** A person does not want it any more: it goes back on the shelf, and points go back to where they came from. */
export const cancel = command({
  name: 'catalog.cancel',
  input: Type.Object(ProofInput, { additionalProperties: false }),
  who: everybody,
  guess: guessOfProof,
  offline: 'refuse',
  touches: ({ code }, docs, ctx: CatalogCtx) => around(docs, code, ctx),
  decide(docs, proof, ctx: CatalogCtx): Decision<OrderReceipt, CloseRefusal> {
    const before = provenOrder(docs, proof, ctx.actor);
    const over = before ? closedAlready(before) : 'catalog.not-found';
    if (!before || over) return refuse(over ?? 'catalog.not-found', { at: '/code' });
    return given(docs, { ...before, status: 'cancelled', closedAt: ctx.now }, ctx);
  },
});

/** Nobody came for it. */
export const lapse = command({
  name: 'catalog.lapse',
  input: Type.Object({ code: ReceiptCode }, { additionalProperties: false }),
  who: ['house'],
  offline: 'refuse',
  touches: ({ code }, docs, ctx: CatalogCtx) => around(docs, code, ctx),
  decide(docs, { code }, ctx: CatalogCtx): Decision<OrderReceipt, 'catalog.nothing-due'> {
    const before = order.find(docs, order.key(code));
    if (!before || before.status !== 'reserved' || before.until >= todayOf(ctx))
      return refuse('catalog.nothing-due');
    return given(docs, { ...before, status: 'lapsed', closedAt: ctx.now }, ctx);
  },
});

function closedAlready({ status }: Order): CloseRefusal | undefined {
  if (status === 'reserved') return undefined;
  return status === 'lapsed' ? 'catalog.lapsed' : `catalog.${status}-already`;
}

/** Gives everything back. */
function given(docs: Docs, doc: Order, ctx: CatalogCtx): Decision<OrderReceipt, never> {
  const { payment, holder, id } = doc;
  const entry = {
    id: `${id}-back`,
    on: todayOf(ctx),
    amount: payment.total,
    why: doc.status,
    of: id,
    undoes: id,
  };
  const isSpent = payment.by === 'points' && payment.total > 0;
  return accept(
    receiptOf(doc, ctx.pack),
    [
      ...orderWith(docs, doc, ctx.now),
      ...stockWithout(docs, doc, ctx, true),
      ...(isSpent ? [entered(docs, 'points', holder.alias, entry)] : []),
    ],
    [eventOf(`catalog.${doc.status}`, doc)],
  );
}

/** The shelf when nothing is set aside for this order any more. */
function stockWithout(docs: Docs, doc: Order, { pack }: CatalogCtx, isBack = false): Change[] {
  return doc.lines.map(({ item, count, lots }) => {
    const good = goodOf(pack, item);
    const key = stock.key(doc.place, item);
    // A thing that the pack has lost keeps its document.
    const there = stock.find(docs, key) ?? (good && stockOf(docs, doc.place, good));
    const { lots: free = [], aside = 0, ...rest } = there ?? {};
    return {
      key,
      doc: {
        ...rest,
        lots: isBack ? putBack(free, lots) : free,
        aside: Math.max(0, aside - count),
      },
    };
  });
}
