/** What becomes of a donation: received, sorted, on the shelf, fetched by somebody, thanked for. Each step is a clerk's. */
import * as Type from 'typebox';
import { isDate } from '../shared/dates.ts';
import { accept, command, refuse, type Change, type Decision, type Docs } from '../shared/law.ts';
import { Id, PlainDate } from '../shared/text.ts';
import {
  AnyNumber,
  everybody,
  guessOfProof,
  opens,
  ProofInput,
  ReceiptCode,
  todayOf,
  type CatalogCtx,
} from './common.ts';
import {
  donationEvent,
  donationKeys,
  donationWith,
  receiptOf,
  statusOf,
  type DonationReceipt,
} from './donate.ts';
import { donation, thanks, type Donation, type DonationStatus } from './donation-documents.ts';
import { stock } from './documents.ts';
import { goodOf } from './pack.ts';
import { MOST } from './rules.ts';
import { putBack, stockOf } from './stock.ts';
import { tallied, tallyKey } from './tally.ts';

export type StepRefusal =
  | 'donation.not-found'
  /** It stands elsewhere than this step needs. Facts: `status`. */
  | 'donation.wrong-step'
  /** A line more or fewer than it has, or no whole number. Facts: `most`. */
  | 'donation.bad-count'
  /** Facts: `fen`. */
  | 'payment.wrong-amount'
  | 'catalog.unknown-item'
  /** There are fewer of this left to shelve. Facts: `left`. */
  | 'donation.not-so-many'
  | 'catalog.expired'
  | 'donation.wrong-day';

const Counts = Type.Array(AnyNumber, { maxItems: 20 });
const staff = ['staff:counter'] as const;
type Told = Decision<DonationReceipt, StepRefusal>;

/**
 * It is here: how many came of each line, in their order, or the money. It gets its number; what came of nothing is declined.
 */
export const receive = command({
  name: 'donation.receive',
  input: Type.Object(
    {
      code: ReceiptCode,
      counts: Type.Optional(Counts),
      paid: Type.Optional(
        Type.Object({ method: Id, fen: AnyNumber }, { additionalProperties: false }),
      ),
    },
    { additionalProperties: false },
  ),
  who: staff,
  offline: 'refuse',
  touches: keysOf,
  decide(docs, { code, counts, paid }, ctx: CatalogCtx): Told {
    const found = at(docs, code, 'announced');
    if ('refusal' in found) return found;
    const { before } = found;
    if (before.fen !== undefined && paid?.fen !== before.fen)
      return refuse('payment.wrong-amount', { at: '/paid/fen', facts: { fen: before.fen } });
    const came = counts ?? before.goods.map(({ count }) => count);
    const no = wrongCounts(came, before.goods.length, () => MOST.count);
    if (no) return no;
    const goods = before.goods.map((line, i) => ({ ...line, received: came[i] ?? 0 }));
    const items = came.reduce((sum, count) => sum + count, 0);
    if (before.fen === undefined && items === 0)
      return moved(before, { ...before, goods }, 'declined', ctx);
    const today = todayOf(ctx);
    const doc = { ...before, goods, number: numberOf(before, today) };
    const { name, named } = doc.donor;
    const line = {
      on: today,
      items,
      ...(doc.fen !== undefined && { fen: doc.fen }),
      ...(named && { name }),
    };
    return moved(before, doc, 'received', ctx, [
      { key: thanks.key(doc.place, today.slice(0, 7), doc.id), doc: line },
      tallied(docs, doc.place, today, { received: items, pledged: doc.fen ?? 0 }),
    ]);
  },
});

/** Looked through: how many of each line are good enough. The others go another way. */
export const sort = command({
  name: 'donation.sort',
  input: Type.Object({ code: ReceiptCode, counts: Counts }, { additionalProperties: false }),
  who: staff,
  offline: 'refuse',
  touches: keysOf,
  decide(docs, { code, counts }, ctx: CatalogCtx): Told {
    const found = at(docs, code, 'received');
    if ('refusal' in found) return found;
    const { before } = found;
    const no = wrongCounts(counts, before.goods.length, (i) => before.goods[i]?.received ?? 0);
    if (no) return no;
    const goods = before.goods.map((line, i) => ({ ...line, kept: counts[i] ?? 0, shelved: 0 }));
    return moved(before, { ...before, goods }, 'sorted', ctx);
  },
});

/** Some of a line are put on the shelf, as one of the shop's items. */
export const shelve = command({
  name: 'donation.shelve',
  input: Type.Object(
    {
      code: ReceiptCode,
      line: Type.Integer({ minimum: 0, maximum: 19 }),
      item: Id,
      count: AnyNumber,
      bestBefore: Type.Optional(PlainDate),
    },
    { additionalProperties: false },
  ),
  who: staff,
  offline: 'refuse',
  touches(input, docs, ctx: CatalogCtx) {
    const place = donation.find(docs, donation.key(input.code))?.place;
    return [...keysOf(input, docs, ctx), ...(place ? [stock.key(place, input.item)] : [])];
  },
  decide(docs, input, ctx: CatalogCtx): Told {
    const found = at(docs, input.code, 'sorted', 'shelved');
    if ('refusal' in found) return found;
    const { before } = found;
    const line = before.goods[input.line];
    const left = (line?.kept ?? 0) - (line?.shelved ?? 0);
    const { count, item, bestBefore = line?.bestBefore } = input;
    if (!Number.isInteger(count) || count < 1)
      return refuse('donation.bad-count', { at: '/count', facts: { most: left } });
    if (count > left) return refuse('donation.not-so-many', { at: '/count', facts: { left } });
    const good = goodOf(ctx.pack, item);
    if (!good) return refuse('catalog.unknown-item', { at: '/item' });
    if (bestBefore !== undefined && !isDate(bestBefore))
      return refuse('donation.wrong-day', { at: '/bestBefore' });
    if (bestBefore !== undefined && bestBefore < todayOf(ctx))
      return refuse('catalog.expired', { at: '/bestBefore' });
    const there = stockOf(docs, before.place, good);
    const lot = {
      id: `${before.id}-${input.line}${bestBefore ? `-${bestBefore}` : ''}`,
      count,
      ...(bestBefore && { bestBefore }),
      from: before.code,
    };
    const goods = before.goods.map((one, i) =>
      i === input.line ? { ...one, shelved: (one.shelved ?? 0) + count } : one,
    );
    const doc = { ...before, goods };
    const change = {
      key: stock.key(before.place, item),
      doc: { ...there, lots: putBack(there.lots, [lot]) },
    };
    return statusOf(before) === 'shelved'
      ? told(before, doc, 'donation.shelved', ctx, [change])
      : moved(before, doc, 'shelved', ctx, [change]);
  },
});

/** The donor has been thanked, which ends it. */
export const thank = command({
  name: 'donation.thank',
  input: Type.Object({ code: ReceiptCode }, { additionalProperties: false }),
  who: staff,
  offline: 'refuse',
  touches: keysOf,
  decide(docs, { code }, ctx: CatalogCtx): Told {
    const found = at(docs, code, 'received', 'sorted', 'shelved', 'given');
    if ('refusal' in found) return found;
    return moved(found.before, found.before, 'thanked', ctx);
  },
});

/** The donor does not bring it after all. */
export const withdraw = command({
  name: 'donation.withdraw',
  input: Type.Object(ProofInput, { additionalProperties: false }),
  who: everybody,
  guess: { ...guessOfProof, wrong: ['donation.not-found'] },
  offline: 'refuse',
  touches: keysOf,
  decide(docs, proof, ctx: CatalogCtx): Told {
    const found = at(docs, proof.code, 'announced');
    const doc = donation.find(docs, donation.key(proof.code));
    if (!doc || !opens(proof, doc.donor, ctx.actor)) return refuse('donation.not-found');
    if ('refusal' in found) return found;
    return moved(doc, doc, 'withdrawn', ctx);
  },
});

/** It was announced and never came. */
export const lapse = command({
  name: 'donation.lapse',
  input: Type.Object({ code: ReceiptCode }, { additionalProperties: false }),
  who: ['house'],
  offline: 'refuse',
  touches: keysOf,
  decide(docs, { code }, ctx: CatalogCtx): Told {
    const found = at(docs, code, 'announced');
    return 'refusal' in found ? found : moved(found.before, found.before, 'lapsed', ctx);
  },
});

/** What somebody has fetched of it, from whoever hands it out. */
export function fetchedOf(
  docs: Docs,
  fetched: ReadonlyMap<string, number>,
  ctx: CatalogCtx,
): Change[] {
  return [...fetched].flatMap(([code, count]) => {
    const before = donation.find(docs, donation.key(code));
    if (!before) return [];
    const doc = { ...before, fetched: before.fetched + count };
    const all = doc.goods.reduce((sum, { kept = 0 }) => sum + kept, 0);
    const isGiven = statusOf(before) === 'shelved' && doc.fetched >= all;
    const steps = [...doc.steps, { status: 'given' as const, at: ctx.now }];
    return donationWith(isGiven ? { ...doc, steps } : doc, ctx, before);
  });
}

function keysOf({ code }: { readonly code: string }, docs: Docs, ctx: CatalogCtx): string[] {
  const place = donation.find(docs, donation.key(code))?.place;
  return [...donationKeys(docs, code, ctx), ...(place ? [tallyKey(place, todayOf(ctx))] : [])];
}

/** The donation, where it stands at one of these steps. */
function at(
  docs: Docs,
  code: string,
  ...steps: readonly DonationStatus[]
): { readonly before: Donation } | ReturnType<typeof refuse<StepRefusal>> {
  const before = donation.find(docs, donation.key(code));
  if (!before) return refuse('donation.not-found', { at: '/code' });
  const status = statusOf(before);
  return steps.includes(status)
    ? { before }
    : refuse('donation.wrong-step', { at: '/code', facts: { status } });
}

function wrongCounts(
  counts: readonly number[],
  lines: number,
  most: (line: number) => number,
): ReturnType<typeof refuse<StepRefusal>> | undefined {
  if (counts.length !== lines)
    return refuse('donation.bad-count', { at: '/counts', facts: { most: lines } });
  const wrong = counts.findIndex(
    (count, i) => !Number.isInteger(count) || count < 0 || count > most(i),
  );
  return wrong < 0
    ? undefined
    : refuse('donation.bad-count', { at: `/counts/${wrong}`, facts: { most: most(wrong) } });
}

/** Goes one step on. */
function moved(
  before: Donation,
  doc: Donation,
  status: DonationStatus,
  ctx: CatalogCtx,
  more: readonly Change[] = [],
): Decision<DonationReceipt, never> {
  const steps = [...doc.steps, { status, at: ctx.now }];
  return told(before, { ...doc, steps }, `donation.${status}`, ctx, more);
}

function told(
  before: Donation,
  doc: Donation,
  type: string,
  ctx: CatalogCtx,
  more: readonly Change[],
): Decision<DonationReceipt, never> {
  return accept(
    receiptOf(doc),
    [...donationWith(doc, ctx, before), ...more],
    [donationEvent(type, doc)],
  );
}

/** Of the receipt and the certificate: the day, and six digits of its code, which open nothing. */
const numberOf = ({ code }: Donation, today: string): string =>
  `JZ${today.replaceAll('-', '')}-${code.slice(0, 6)}`;
