/** What a person does with their own case: bring what was asked for, withdraw, say how it was, have it erased. */
import * as Type from 'typebox';
import { dateAt } from '../shared/dates.ts';
import { accept, command, refuse, type Change, type Decision, type Docs } from '../shared/law.ts';
import { lastDayOf } from '../shared/periods.ts';
import {
  around,
  CaseInput,
  closed,
  eventOf,
  fileAt,
  fileWith,
  fileWithout,
  todayIn,
  turned,
  Words,
  type CaseCtx,
  type CaseName,
} from './common.ts';
import {
  caseFile,
  evidenceKind,
  isClosed,
  ratingsKind,
  receiptKind,
  ruleOf,
  type CaseFile,
  type Receipt,
} from './documents.ts';
import { bundleKeys, BundleId, takeBundle } from './evidence.ts';
import { everybody, guessOfProof, ProofInput, provenReceipt, type Proof } from './proof.ts';
import type { CaseRefusal, Refused } from './refusals.ts';
import { viewOf, type ReceiptView } from './view.ts';

const OwnCase = { ...CaseInput, ...ProofInput };

/** Brings what was asked for, in files, in words, or both. The time for a decision goes on from here. */
export const give = command({
  name: 'case.answer',
  input: Type.Object(
    {
      ...OwnCase,
      words: Type.Optional(Words),
      bundle: Type.Optional(BundleId),
      /** Ids of the files of the bundle that belong to it. */
      evidence: Type.Optional(Type.Array(Type.String({ maxLength: 40 }), { maxItems: 24 })),
    },
    { additionalProperties: false },
  ),
  who: everybody,
  guess: guessOfProof,
  offline: 'refuse',
  touches: (input, docs) => [
    ...aroundAll(docs, input),
    ...(input.bundle ? bundleKeys(docs, input.bundle) : []),
  ],
  decide(docs, input, ctx: CaseCtx): Decision<ReceiptView, CaseRefusal> {
    const found = ownOpenCase(docs, input, ctx);
    if (!found.ok) return found;
    if (found.file.status !== 'asked') return refuse('case.nothing-asked');
    const words = input.words?.trim();
    const taken = takeBundle(docs, input.bundle, input.evidence ?? []);
    if (!taken) return refuse('evidence.not-found', { at: '/evidence' });
    if (!words && taken.evidence.length === 0) return refuse('case.nothing-given');
    const { left = 0 } = found.file;
    const unit = ruleOf(ctx.pack, input.service)?.decide.unit ?? 'workdays';
    const last = lastDayOf(ctx.pack.calendar, todayIn(ctx), { count: left, unit });
    const receipt: Receipt = {
      ...found.receipt,
      evidence: [...found.receipt.evidence, ...taken.evidence],
    };
    const file = turned(found.file, {
      now: ctx.now,
      row: { what: 'answered', ...(words && { words }) },
      changes: {
        status: 'answered',
        decideBy: last.date,
        provisional: last.announced ? undefined : true,
        left: undefined,
        answerBy: undefined,
      },
    });
    return told(docs, receipt, file, ctx, 'answered', [
      { key: receiptKind.key(receipt.code), doc: receipt },
      ...taken.changes,
    ]);
  },
});

/** Takes the application back. It stays to be seen, and says so. */
export const withdraw = command({
  name: 'case.withdraw',
  input: Type.Object({ ...OwnCase, words: Type.Optional(Words) }, { additionalProperties: false }),
  who: everybody,
  guess: guessOfProof,
  offline: 'refuse',
  touches: (input, docs) => aroundAll(docs, input),
  decide(docs, input, ctx: CaseCtx): Decision<ReceiptView, CaseRefusal> {
    const found = ownOpenCase(docs, input, ctx);
    if (!found.ok) return found;
    const words = input.words?.trim();
    const file = turned(found.file, {
      now: ctx.now,
      row: { what: 'withdrawn', ...(words && { words }) },
      changes: {
        status: 'withdrawn',
        left: undefined,
        answerBy: undefined,
        ...closed(input, ctx),
      },
    });
    return told(docs, found.receipt, file, ctx, 'withdrawn');
  },
});

/** Says how it was, once and only if one likes (好差评, State Council office, 国办发〔2019〕51号: five levels). */
export const rate = command({
  name: 'case.rate',
  input: Type.Object(
    {
      ...OwnCase,
      /** From 1, very dissatisfied, to 5, very satisfied. */
      level: Type.Integer({ minimum: 1, maximum: 5 }),
      words: Type.Optional(Type.String({ maxLength: 300 })),
    },
    { additionalProperties: false },
  ),
  who: everybody,
  guess: guessOfProof,
  offline: 'refuse',
  touches: (input, docs, ctx: CaseCtx) => [...aroundAll(docs, input), ratingsKey(input, ctx)],
  decide(docs, input, ctx: CaseCtx): Decision<null, CaseRefusal> {
    const found = ownCase(docs, input, ctx);
    if (!found.ok) return found;
    if (found.file.rated) return refuse('case.rated-already');
    const file = turned(found.file, { now: ctx.now, changes: { rated: true } });
    const key = ratingsKey(input, ctx);
    const before = ratingsKind.find(docs, key) ?? { counts: [0, 0, 0, 0, 0], words: [] };
    const words = input.words?.trim();
    return accept(null, [
      ...fileWith(docs, found.receipt, file),
      {
        key,
        doc: {
          counts: before.counts.map((count, i) => (i === input.level - 1 ? count + 1 : count)),
          words: words ? [...before.words, words].toSorted() : before.words,
        },
      },
    ]);
    // No event: beside the keys of this very change it would say who thought what.
  },
});

/** Has a withdrawn case erased at once. What was decided is a record, and is kept for as long as it says. */
export const erase = command({
  name: 'case.erase',
  input: Type.Object(OwnCase, { additionalProperties: false }),
  who: everybody,
  guess: guessOfProof,
  offline: 'refuse',
  touches: (input, docs) => aroundAll(docs, input),
  decide(docs, input, ctx: CaseCtx): Decision<null, CaseRefusal> {
    const found = ownCase(docs, input, ctx);
    if (!found.ok) return found;
    const { file, receipt } = found;
    if (!isClosed(file.status)) return refuse('case.still-open');
    if (file.status === 'decided')
      return refuse('case.must-be-kept', { facts: { keepUntil: file.keepUntil ?? '' } });
    return accept(null, erased(docs, receipt, file), [eventOf('erased', file)]);
  },
});

/** The keys of a case, of its receipt's other cases, and of the files that go with the last of them. */
export function aroundAll(docs: Docs, { code, service }: CaseName): string[] {
  const { services = [], evidence = [] } = receiptKind.find(docs, receiptKind.key(code)) ?? {};
  return [
    ...around(docs, { code, service }),
    ...services.map((one) => caseFile.key(code, one)),
    ...evidence.map(({ bundle, id }) => evidenceKind.key(bundle, id)),
  ];
}

/** What it takes to make a closed case as if it had never been; for `aroundAll`. */
export function erased(docs: Docs, receipt: Receipt, file: CaseFile): Change[] {
  const { code, services, evidence } = receipt;
  const others = services.filter(
    (service) => service !== file.service && docs.has(caseFile.key(code, service)),
  );
  return [
    ...fileWithout(docs, receipt, file),
    ...(others.length > 0
      ? [{ key: receiptKind.key(code), doc: { ...receipt, services: others } }]
      : [
          { key: receiptKind.key(code), doc: null },
          ...evidence.map(({ bundle, id }) => ({ key: evidenceKind.key(bundle, id), doc: null })),
        ]),
  ];
}

interface Found {
  readonly ok: true;
  readonly receipt: Receipt;
  readonly file: CaseFile;
}

function ownCase(docs: Docs, input: Proof & CaseName, { actor }: CaseCtx): Found | Refused {
  const receipt = provenReceipt(docs, input, actor);
  const file = fileAt(docs, input);
  return receipt && file ? { ok: true, receipt, file } : refuse('case.not-found');
}

function ownOpenCase(docs: Docs, input: Proof & CaseName, ctx: CaseCtx): Found | Refused {
  const found = ownCase(docs, input, ctx);
  if (!found.ok) return found;
  const { status } = found.file;
  if (status === 'decided') return refuse('case.decided-already');
  if (status === 'withdrawn') return refuse('case.withdrawn-already');
  return found;
}

function told(
  docs: Docs,
  receipt: Receipt,
  file: CaseFile,
  { pack }: CaseCtx,
  what: string,
  more: readonly Change[] = [],
): Decision<ReceiptView, never> {
  const files = receipt.services.flatMap((service) => {
    const one = service === file.service ? file : fileAt(docs, { code: file.code, service });
    return one ? [one] : [];
  });
  return accept(
    viewOf(receipt, files, pack),
    [...more, ...fileWith(docs, receipt, file)],
    [eventOf(what, file)],
  );
}

const ratingsKey = ({ service }: CaseName, { now, pack }: CaseCtx): string =>
  ratingsKind.key(service, dateAt(now, pack.zone).slice(0, 7));
