/** A half-filled form that somebody takes along, to go on at another device. */
import * as Type from 'typebox';
import { dateAt } from '../shared/dates.ts';
import { addDays } from '../shared/days.ts';
import {
  accept,
  command,
  query,
  refuse,
  answer,
  type Answer,
  type Change,
  type Decision,
  type Docs,
} from '../shared/law.ts';
import { isReceiptCode, receiptCodeOf } from '../shared/receipt-code.ts';
import { Id } from '../shared/text.ts';
import { todayIn, type CaseCtx } from './common.ts';
import { Answers, draftKind, ending, ruleOf, type Draft } from './documents.ts';
import { bundleKeys, BundleId, keepBundle } from './evidence.ts';
import { everybody, ReceiptCode, Tail } from './proof.ts';

/** How many days a draft waits where its form says nothing, counted anew each time it is put away. */
const DRAFT_DAYS = 14;

const guessOfDraft = {
  at: ({ code }: { readonly code?: string }) => (code ? `draft/${code}` : undefined),
  wrong: ['draft.not-found'],
} as const;

export interface KeptDraft {
  readonly code: string;
  /** The last day on which it can be opened. */
  readonly until: string;
}

/** Puts a draft away, or puts it away again under its code. */
export const keepDraft = command({
  name: 'draft.keep',
  input: Type.Object(
    {
      /** Of a draft that was opened here; without it, a new one. */
      code: Type.Optional(ReceiptCode),
      /** The last four digits of the person's phone, or four of their own choice. */
      phoneTail: Tail,
      service: Id,
      formId: Id,
      formVersion: Type.Integer({ minimum: 1 }),
      answers: Answers,
      bundle: Type.Optional(BundleId),
    },
    { additionalProperties: false },
  ),
  who: everybody,
  guess: guessOfDraft,
  offline: 'refuse',
  maxBytes: 256 * 1024,
  touches: ({ code, bundle, formId }, docs, ctx: CaseCtx) => [
    ...(code ? [draftKind.key(code), ...draftWithout(docs, code).map(({ key }) => key)] : []),
    ...(code ? [ending.key(lastDay(formId, ctx), 'draft', code)] : []),
    ...(bundle
      ? [...bundleKeys(docs, bundle), ending.key(lastDay(formId, ctx), 'bundle', bundle)]
      : []),
  ],
  decide(
    docs,
    input,
    ctx: CaseCtx,
  ): Decision<KeptDraft, 'draft.not-found' | 'draft.stays-here' | 'case.no-such-form'> {
    const { phoneTail: tail, service, formId, formVersion, answers, bundle } = input;
    if (ruleOf(ctx.pack, service)?.form !== formId)
      return refuse('case.no-such-form', { at: '/formId' });
    if (policyOf(formId, ctx)?.allow !== 'take-along') return refuse('draft.stays-here');
    const before = input.code && draftKind.find(docs, draftKind.key(input.code));
    if (input.code && (!before || before.tail !== tail)) return refuse('draft.not-found');
    const code = input.code ?? receiptCodeOf(ctx.digits(9));
    const until = lastDay(formId, ctx);
    const doc: Draft = {
      service,
      formId,
      formVersion,
      keptAt: ctx.now,
      until,
      tail,
      answers,
      ...(bundle && { bundle }),
    };
    return accept(
      { code, until },
      [
        ...(input.code ? draftWithout(docs, input.code) : []),
        { key: draftKind.key(code), doc },
        { key: ending.key(until, 'draft', code), doc: {} },
        ...(bundle ? keepBundle(docs, bundle, until) : []),
      ].filter(isLast),
    );
  },
});

/** Opens a draft. It stays until it is handed in, thrown away, or over. */
export const resumeDraft = query({
  name: 'draft.resume',
  input: Type.Object({ code: ReceiptCode, phoneTail: Tail }, { additionalProperties: false }),
  who: everybody,
  guess: guessOfDraft,
  reads: ({ code }, _ctx: CaseCtx) => [draftKind.key(code)],
  answer(
    docs,
    { code, phoneTail },
    { now, pack }: CaseCtx,
  ): Answer<Omit<Draft, 'tail'>, 'draft.not-found' | 'case.code-typo'> {
    if (!isReceiptCode(code)) return refuse('case.code-typo', { at: '/code' });
    const found = draftKind.find(docs, draftKind.key(code));
    if (!found || found.tail !== phoneTail || found.until < dateAt(now, pack.zone))
      return refuse('draft.not-found');
    const { tail: _, ...draft } = found;
    return answer(draft);
  },
});

/** Throws a draft away. */
export const dropDraft = command({
  name: 'draft.drop',
  input: Type.Object({ code: ReceiptCode, phoneTail: Tail }, { additionalProperties: false }),
  who: everybody,
  guess: guessOfDraft,
  offline: 'refuse',
  touches: ({ code }, docs) => [
    draftKind.key(code),
    ...draftWithout(docs, code).map(({ key }) => key),
  ],
  decide(docs, { code, phoneTail }): Decision<null, 'draft.not-found'> {
    const found = draftKind.find(docs, draftKind.key(code));
    if (found?.tail !== phoneTail) return refuse('draft.not-found');
    return accept(null, draftWithout(docs, code));
  },
});

/** Removes a draft whose days are over. */
export const forgetDraft = command({
  name: 'draft.forget',
  input: Type.Object({ code: ReceiptCode }, { additionalProperties: false }),
  who: ['house'],
  offline: 'refuse',
  touches: ({ code }, docs) => [
    draftKind.key(code),
    ...draftWithout(docs, code).map(({ key }) => key),
  ],
  decide(docs, { code }, ctx: CaseCtx): Decision<null, 'case.nothing-due'> {
    const found = draftKind.find(docs, draftKind.key(code));
    if (!found || found.until >= todayIn(ctx)) return refuse('case.nothing-due');
    return accept(null, draftWithout(docs, code));
  },
});

/** What it takes to have no draft under a code; nothing where there is none. */
export function draftWithout(docs: Docs, code: string): Change[] {
  const draft = draftKind.find(docs, draftKind.key(code));
  if (!draft) return [];
  return [
    { key: draftKind.key(code), doc: null },
    { key: ending.key(draft.until, 'draft', code), doc: null },
  ];
}

const lastDay = (formId: string, ctx: CaseCtx): string =>
  addDays(todayIn(ctx), policyOf(formId, ctx)?.keepDays ?? DRAFT_DAYS);

const policyOf = (formId: string, { pack }: CaseCtx) =>
  pack.forms.find(({ id }) => id === formId)?.envelope?.draft;

/** The last change of a key counts. */
const isLast = ({ key }: Change, i: number, all: readonly Change[]): boolean =>
  all.findLastIndex((one) => one.key === key) === i;
