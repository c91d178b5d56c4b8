/** What may be given, what was, and who agreed to be named for it. */
import * as Type from 'typebox';
import { addDays } from '../shared/dates.ts';
import {
  accept,
  answer,
  command,
  query,
  refuse,
  type Answer,
  type Decision,
  type Due,
} from '../shared/law.ts';
import { isReceiptCode } from '../shared/receipt-code.ts';
import { Id, PlainDate } from '../shared/text.ts';
import {
  AtShop,
  everybody,
  guessOfProof,
  opens,
  ProofInput,
  ReceiptCode,
  todayOf,
  type CatalogCtx,
} from './common.ts';
import { isOver, receiptOf, type DonationReceipt } from './donate.ts';
import {
  closedDonation,
  donation,
  donor,
  openDonation,
  thanks,
  type DonationStatus,
} from './donation-documents.ts';
import type { CatalogRules } from './rules.ts';

/** What the shops take and what they never take. */
export const wanted = query({
  name: 'donation.wanted',
  input: Type.Object({}, { additionalProperties: false }),
  who: everybody,
  reads: (_input, _ctx: CatalogCtx) => [],
  answer: (
    _docs,
    _input,
    { pack }: CatalogCtx,
  ): Answer<{ readonly wanted: CatalogRules['wanted'] }, never> =>
    answer({ wanted: pack.catalog?.wanted ?? [] }),
});

/** The receipt of a donation, with all that has become of it. */
export const find = query({
  name: 'donation.find',
  input: Type.Object(ProofInput, { additionalProperties: false }),
  who: everybody,
  guess: { ...guessOfProof, wrong: ['donation.not-found'] },
  reads: ({ code }, _ctx: CatalogCtx) => [donation.key(code)],
  answer(
    docs,
    proof,
    { actor }: CatalogCtx,
  ): Answer<DonationReceipt, 'donation.not-found' | 'catalog.code-typo'> {
    if (!isReceiptCode(proof.code)) return refuse('catalog.code-typo', { at: '/code' });
    const doc = donation.find(docs, donation.key(proof.code));
    return doc && opens(proof, doc.donor, actor)
      ? answer(receiptOf(doc))
      : refuse('donation.not-found');
  },
});

/** The codes of all that the person has given whose card was read, the latest first; `donation.find` opens each. */
export const mine = query({
  name: 'donation.mine',
  input: Type.Object({}, { additionalProperties: false }),
  who: ['citizen'],
  reads: (_input, { actor }: CatalogCtx) => (actor.kind === 'citizen' ? [donor.key(actor.id)] : []),
  answer(
    docs,
    _input,
    { actor }: CatalogCtx,
  ): Answer<{ readonly codes: readonly string[] }, never> {
    const id = actor.kind === 'citizen' ? actor.id : '';
    return answer({ codes: donor.find(docs, donor.key(id))?.codes.toReversed() ?? [] });
  },
});

/** One line of the public list. */
export interface Thanked {
  readonly on: string;
  readonly items: number;
  readonly fen?: number;
  /** Left out for whoever has not agreed to be named. */
  readonly name?: string;
}

/** What a shop was given in a month, the latest first. */
export const donors = query({
  name: 'donation.donors',
  input: Type.Object(
    { place: Id, month: Type.String({ pattern: '^20\\d\\d-(0[1-9]|1[0-2])$' }) },
    { additionalProperties: false },
  ),
  who: everybody,
  reads: ({ place, month }, _ctx: CatalogCtx) => [thanks.range(place, month)],
  answer: (
    docs,
    _input,
    _ctx: CatalogCtx,
  ): Answer<{ readonly donors: readonly Thanked[] }, never> =>
    answer({
      donors: [...docs.keys()]
        .flatMap((key) => thanks.find(docs, key) ?? [])
        .toSorted((a, b) => (a.on < b.on ? 1 : -1)),
    }),
});

/** A donation on a clerk's list. */
export interface OpenDonation {
  readonly code: string;
  readonly status: DonationStatus;
  readonly items: number;
  readonly fen?: number;
  readonly slot?: string;
  /** To be collected from the donor. */
  readonly pickUp: boolean;
}

/** What is on its way to a shop or being worked on. */
export const open = query({
  name: 'donation.open',
  input: AtShop,
  who: ['staff:counter'],
  reads: ({ place }, _ctx: CatalogCtx) => [openDonation.range(place)],
  answer: (
    docs,
    _input,
    _ctx: CatalogCtx,
  ): Answer<{ readonly donations: readonly OpenDonation[] }, never> =>
    answer({
      donations: [...docs.keys()].toSorted().flatMap((key) => {
        const doc = openDonation.find(docs, key);
        return doc ? [{ ...doc, code: key.split('/').at(-1) ?? '' }] : [];
      }),
    }),
});

/** Announced donations that nobody expects any more. */
export const due = query({
  name: 'donation.due',
  input: Type.Object({}, { additionalProperties: false }),
  who: ['house'],
  reads: (_input, ctx: CatalogCtx) =>
    (ctx.pack.catalog?.shops ?? []).map((shop) => ({
      from: openDonation.key(shop, ''),
      to: openDonation.key(shop, todayOf(ctx)),
    })),
  answer: (docs, _input, _ctx: CatalogCtx): Answer<readonly Due[], never> =>
    answer(
      [...docs.keys()].map((key) => ({
        command: 'donation.lapse',
        input: { code: key.split('/').at(-1) },
      })),
    ),
});

/** Donations that are over for long enough. */
export const dueToForget = query({
  name: 'donation.due-to-forget',
  input: Type.Object({}, { additionalProperties: false }),
  who: ['house'],
  reads: (_input, ctx: CatalogCtx) =>
    (ctx.pack.catalog?.shops ?? []).map((shop) => ({
      from: closedDonation.key(shop, ''),
      to: closedDonation.key(shop, lastKept(ctx)),
    })),
  answer: (docs, _input, _ctx: CatalogCtx): Answer<readonly Due[], never> =>
    answer(
      [...docs.keys()].map((key) => {
        const [place, on, code] = key.slice(closedDonation.key('').length).split('/');
        return { command: 'donation.forget', input: { place, on, code } };
      }),
    ),
});

/** Removes a donation that is over. The public list keeps its line: its donor agreed to that, or stands in it without a name. */
export const forget = command({
  name: 'donation.forget',
  input: Type.Object(
    { place: Id, on: PlainDate, code: ReceiptCode },
    { additionalProperties: false },
  ),
  who: ['house'],
  offline: 'refuse',
  touches({ place, on, code }, docs) {
    const doc = donation.find(docs, donation.key(code));
    return [
      closedDonation.key(place, on, code),
      donation.key(code),
      ...(doc ? [donor.key(doc.donor.alias)] : []),
    ];
  },
  decide(docs, { place, on, code }, ctx: CatalogCtx): Decision<null, 'donation.nothing-due'> {
    const key = closedDonation.key(place, on, code);
    if (!docs.has(key) || on >= lastKept(ctx)) return refuse('donation.nothing-due');
    const doc = donation.find(docs, donation.key(code));
    if (!doc || !isOver(doc) || doc.place !== place) return accept(null, [{ key, doc: null }]);
    const list = donor.key(doc.donor.alias);
    const codes = (donor.find(docs, list)?.codes ?? []).filter((one) => one !== code);
    return accept(null, [
      { key, doc: null },
      { key: donation.key(code), doc: null },
      ...(docs.has(list) ? [{ key: list, doc: codes.length > 0 ? { codes } : null }] : []),
    ]);
  },
});

const lastKept = (ctx: CatalogCtx): string =>
  addDays(todayOf(ctx), -(ctx.pack.catalog?.orders.keepDays ?? 0));
