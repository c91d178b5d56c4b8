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
import {
  bundleKind,
  draftKind,
  ending,
  evidenceKind,
  FilledIn,
  ruleOf,
  type Answers,
  type CasePack,
  type Draft,
} from './documents.ts';
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

/** What of a filled form may wait somewhere: never a signature, nor what its policy leaves out. */
export type KeepAnswers<Pack> = (pack: Pack, filled: FilledIn) => Answers;

/**
 * `draft.keep`: puts a draft away, or puts it away again under its code. The forms are another part's subject; the registry
 * brings the two together.
 */
export const keepDraftWith = <Pack extends CasePack>(keep: KeepAnswers<Pack>) =>
  command({
    name: 'draft.keep',
    input: Type.Object(
      {
        /** Of a draft that was opened here; without it, a new one. */
        code: Type.Optional(ReceiptCode),
        /** The last four digits of the person's phone, or four of their own choice. */
        phoneTail: Tail,
        services: Type.Array(Id, { minItems: 1, maxItems: 8 }),
        /** What was filled in for them; a form that serves several stands here once. */
        forms: Type.Array(FilledIn, { minItems: 1, maxItems: 8 }),
        bundle: Type.Optional(BundleId),
      },
      { additionalProperties: false },
    ),
    who: everybody,
    guess: guessOfDraft,
    offline: 'refuse',
    maxBytes: 256 * 1024,
    touches: ({ code, bundle, forms }, docs, ctx: CaseCtx) => [
      ...(code ? [draftKind.key(code), ...draftWithout(docs, code).map(({ key }) => key)] : []),
      ...(code ? [ending.key(lastDay(forms, ctx), 'draft', code)] : []),
      ...(bundle
        ? [...bundleKeys(docs, bundle), ending.key(lastDay(forms, ctx), 'bundle', bundle)]
        : []),
    ],
    decide(
      docs,
      input,
      ctx: CaseCtx & { readonly pack: Pack },
    ): Decision<KeptDraft, 'draft.not-found' | 'draft.stays-here' | 'case.no-such-form'> {
      const { phoneTail: tail, services, forms, bundle } = input;
      const asked = new Set(services.map((service) => ruleOf(ctx.pack, service)?.form));
      const given = new Set(forms.map(({ formId }) => formId));
      const isWhole = asked.size === given.size && forms.length === given.size;
      if (!isWhole || [...given].some((id) => !asked.has(id)))
        return refuse('case.no-such-form', { at: '/forms' });
      if (forms.some(({ formId }) => policyOf(formId, ctx)?.allow !== 'take-along'))
        return refuse('draft.stays-here');
      const before = input.code && draftKind.find(docs, draftKind.key(input.code));
      if (input.code && (!before || before.tail !== tail)) return refuse('draft.not-found');
      const code = input.code ?? receiptCodeOf(ctx.digits(9));
      const until = lastDay(forms, ctx);
      const doc: Draft = {
        services,
        forms: forms.map((one) => ({ ...one, answers: keep(ctx.pack, one) })),
        keptAt: ctx.now,
        until,
        tail,
        ...(bundle && { bundle }),
        files: filesIn(docs, bundle),
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

const DraftProof = { code: ReceiptCode, phoneTail: Tail };

/** A draft as it was left. */
export type OpenedDraft = Omit<Draft, 'tail'>;

/** Opens a draft. It stays until it is handed in, thrown away, or over. */
export const resumeDraft = query({
  name: 'draft.resume',
  input: Type.Object(DraftProof, { additionalProperties: false }),
  who: everybody,
  guess: guessOfDraft,
  reads: ({ code }, _ctx: CaseCtx) => [draftKind.key(code)],
  answer(docs, proof, ctx: CaseCtx): Answer<OpenedDraft, 'draft.not-found' | 'case.code-typo'> {
    if (!isReceiptCode(proof.code)) return refuse('case.code-typo', { at: '/code' });
    const found = openedBy(docs, proof, ctx);
    if (!found) return refuse('draft.not-found');
    const { tail: _, ...draft } = found;
    return answer(draft);
  },
});

/** One of its files, as base64. */
export const draftFile = query({
  name: 'draft.file',
  input: Type.Object(
    { ...DraftProof, bundle: BundleId, id: Type.String({ maxLength: 40 }) },
    { additionalProperties: false },
  ),
  who: everybody,
  guess: guessOfDraft,
  reads: ({ code, bundle, id }, _ctx: CaseCtx) => [
    draftKind.key(code),
    evidenceKind.key(bundle, id),
  ],
  answer(
    docs,
    { bundle, id, ...proof },
    ctx: CaseCtx,
  ): Answer<{ readonly type: string; readonly data: string }, 'draft.not-found'> {
    const draft = openedBy(docs, proof, ctx);
    const isIts = draft?.bundle === bundle && draft.files.some((file) => file.id === id);
    const found = isIts && evidenceKind.find(docs, evidenceKind.key(bundle, id));
    return found ? answer(found) : refuse('draft.not-found');
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

/** The draft that this proof opens today. */
function openedBy(
  docs: Docs,
  { code, phoneTail }: { readonly code: string; readonly phoneTail: string },
  { now, pack }: CaseCtx,
): Draft | undefined {
  const found = draftKind.find(docs, draftKind.key(code));
  return found && found.tail === phoneTail && found.until >= dateAt(now, pack.zone)
    ? found
    : undefined;
}

const filesIn = (docs: Docs, bundle: string | undefined): Draft['files'] =>
  (bundle && bundleKind.find(docs, bundleKind.key(bundle))?.files) || [];

/** Several forms wait as long as the first of them may. */
const lastDay = (forms: readonly FilledIn[], ctx: CaseCtx): string =>
  addDays(
    todayIn(ctx),
    Math.min(...forms.map(({ formId }) => policyOf(formId, ctx)?.keepDays ?? DRAFT_DAYS)),
  );

const policyOf = (formId: string, { pack }: CaseCtx) =>
  pack.forms.find(({ id }) => id === formId)?.envelope?.draft;

/** The last change of a key counts. */
const isLast = ({ key }: Change, i: number, all: readonly Change[]): boolean =>
  all.findLastIndex((one) => one.key === key) === i;
