/** What was handed in: for whom it is, and for those who decide. */
import * as Type from 'typebox';
import { addDays } from '../shared/days.ts';
import { instantAt, isDate } from '../shared/dates.ts';
import { answer, query, refuse, type Answer } from '../shared/law.ts';
import { isReceiptCode } from '../shared/receipt-code.ts';
import { Id, PlainDate, type Text } from '../shared/text.ts';
import { CaseInput, fileAt, todayIn, type CaseCtx } from './common.ts';
import {
  caseFile,
  casePerson,
  deskLine,
  evidenceKind,
  ratingsKind,
  receiptKind,
  ruleOf,
  type Answers,
  type CaseFile,
  type CasePack,
  type DeskLine,
  type EvidenceRef,
  type Outcome,
  type PersonLine,
  type Receipt,
  type Row,
} from './documents.ts';
import { deciders, everybody, guessOfProof, ProofInput, provenReceipt } from './proof.ts';
import { checksOf, viewOf, type CaseView, type Check, type ReceiptView } from './view.ts';

/** The receipt that a code opens, together with the last four digits of the phone, or with the person's card. */
export const find = query({
  name: 'case.find',
  input: Type.Object(ProofInput, { additionalProperties: false }),
  who: everybody,
  guess: guessOfProof,
  reads: ({ code }, _ctx: CaseCtx) => [receiptKind.key(code), caseFile.range(code)],
  answer(
    docs,
    proof,
    { actor, pack }: CaseCtx,
  ): Answer<ReceiptView, 'case.not-found' | 'case.code-typo'> {
    if (!isReceiptCode(proof.code)) return refuse('case.code-typo', { at: '/code' });
    const receipt = provenReceipt(docs, proof, actor);
    return receipt
      ? answer(viewOf(receipt, filesOf(docs, receipt), pack))
      : refuse('case.not-found');
  },
});

/** All that the person has handed in whose card was read, the latest first. */
export const mine = query({
  name: 'case.mine',
  input: Type.Object({}, { additionalProperties: false }),
  who: ['citizen'],
  reads: (_input, { actor }: CaseCtx) =>
    actor.kind === 'citizen' ? [casePerson.key(actor.id)] : [],
  answer(
    docs,
    _input,
    { actor, pack }: CaseCtx,
  ): Answer<{ readonly zone: string; readonly lines: readonly PersonLine[] }, never> {
    const id = actor.kind === 'citizen' ? actor.id : '';
    const lines = casePerson.find(docs, casePerson.key(id))?.lines ?? [];
    return answer({
      zone: pack.zone,
      lines: lines.toSorted((a, b) => b.submittedAt - a.submittedAt),
    });
  },
});

/** A form as it was handed in, with the list of its files. */
export interface Filed {
  readonly service: string;
  readonly formId: string;
  readonly formVersion: number;
  /** The form as the pack has it now, so that answers can be told with their questions. */
  readonly form?: CasePack['forms'][number];
  readonly zone: string;
  readonly submittedAt: number;
  readonly answers: Answers;
  readonly signature?: string;
  readonly evidence: readonly EvidenceRef[];
}

/** What somebody has filled in. A code and four digits are too little for that: it takes the card, or a clerk who decides. */
export const filed = query({
  name: 'case.filed',
  input: Type.Object(CaseInput, { additionalProperties: false }),
  who: ['citizen', ...deciders],
  reads: ({ code, service }, _ctx: CaseCtx) => [receiptKind.key(code), caseFile.key(code, service)],
  answer(docs, input, { actor, pack }: CaseCtx): Answer<Filed, 'case.not-found'> {
    const receipt = provenReceipt(docs, { code: input.code }, actor);
    const file = fileAt(docs, input);
    return receipt && file ? answer(filedOf(receipt, file, pack)) : refuse('case.not-found');
  },
});

/** One of the files, as base64. */
export const evidence = query({
  name: 'case.evidence',
  input: Type.Object(
    { code: CaseInput.code, bundle: Type.String(), id: Type.String() },
    { additionalProperties: false },
  ),
  who: ['citizen', ...deciders],
  reads: ({ code, bundle, id }, _ctx: CaseCtx) => [
    receiptKind.key(code),
    evidenceKind.key(bundle, id),
  ],
  answer(
    docs,
    { code, bundle, id },
    { actor }: CaseCtx,
  ): Answer<{ readonly type: string; readonly data: string }, 'case.not-found'> {
    const receipt = provenReceipt(docs, { code }, actor);
    const isIts = receipt?.evidence.some((file) => file.bundle === bundle && file.id === id);
    const found = evidenceKind.find(docs, evidenceKind.key(bundle, id));
    return isIts && found ? answer(found) : refuse('case.not-found');
  },
});

/** A line of the desk's list, and whether its last day is past. */
export interface ListedCase extends DeskLine {
  readonly overdue: boolean;
}

/** Lines, and what it takes to tell their days. */
export interface DeskList<Line> {
  readonly zone: string;
  readonly today: string;
  /** Who asks. */
  readonly clerk: string;
  readonly lines: readonly Line[];
}

const Range = { from: PlainDate, to: PlainDate };

/** What is open: the most urgent first. Nobody's data is in it. */
export const list = query({
  name: 'case.list',
  input: Type.Object({}, { additionalProperties: false }),
  who: deciders,
  reads: (_input, _ctx: CaseCtx) => [deskLine.range('open')],
  answer(docs, _input, ctx: CaseCtx): Answer<DeskList<ListedCase>, never> {
    const today = todayIn(ctx);
    return answer({
      ...whenAndWhere(ctx),
      lines: linesIn(docs)
        .map((line) => ({ ...line, overdue: line.status !== 'asked' && line.decideBy < today }))
        .sort(
          (a, b) =>
            Number(a.status === 'asked') - Number(b.status === 'asked') ||
            (a.decideBy < b.decideBy ? -1 : a.decideBy > b.decideBy ? 1 : a.at - b.at),
        ),
    });
  },
});

/** What was decided or withdrawn in these days, the latest first; for the list and for an export. */
export const closedList = query({
  name: 'case.closed',
  input: Type.Object(Range, { additionalProperties: false }),
  who: deciders,
  reads: ({ from, to }, { pack }: CaseCtx) =>
    isDate(from) && isDate(to)
      ? [
          {
            from: deskLine.key('closed', instantKey(from, pack)),
            to: deskLine.key('closed', instantKey(addDays(to, 1), pack)),
          },
        ]
      : [],
  answer: (docs, _input, ctx: CaseCtx): Answer<DeskList<DeskLine>, never> =>
    answer({ ...whenAndWhere(ctx), lines: linesIn(docs).reverse() }),
});

/** All that a clerk needs to decide. */
export interface DeskCase extends Filed {
  readonly case: CaseView;
  readonly code: string;
  readonly persons: Receipt['persons'];
  readonly phone?: string;
  readonly clerk?: string;
  readonly checks: readonly Check[];
  readonly reasons: readonly {
    readonly id: string;
    readonly decision: Outcome;
    readonly text: Text;
  }[];
  /** As the person sees it, and who did it. */
  readonly story: readonly Row[];
  /** Other receipts of the same person for the same service, open when this was received. */
  readonly alike: readonly string[];
}

export const file = query({
  name: 'case.file',
  input: Type.Object(CaseInput, { additionalProperties: false }),
  who: deciders,
  reads: ({ code, service }, _ctx: CaseCtx) => [receiptKind.key(code), caseFile.key(code, service)],
  answer(docs, input, { pack }: CaseCtx): Answer<DeskCase, 'case.not-found'> {
    const receipt = receiptKind.find(docs, receiptKind.key(input.code));
    const found = fileAt(docs, input);
    const [view] = receipt && found ? viewOf(receipt, [found], pack).cases : [];
    if (!receipt || !found || !view) return refuse('case.not-found');
    const { code, persons, phone } = receipt;
    return answer({
      ...filedOf(receipt, found, pack),
      case: view,
      code,
      persons,
      ...(phone && { phone }),
      ...(found.clerk && { clerk: found.clerk }),
      checks: checksOf(found, pack),
      reasons: ruleOf(pack, found.service)?.reasons ?? [],
      story: found.story,
      alike: found.alike,
    });
  },
});

/** What is never told of a month in which so few have said anything: they could be guessed. */
const FEW = 5;

/** Ratings of a service in a month. */
export interface RatedMonth {
  readonly service: string;
  /** `2026-12` */
  readonly month: string;
  readonly count: number;
  /** Left out where too few have said anything. From 1 to 5. */
  readonly levels?: readonly number[];
  readonly words?: readonly string[];
}

/** What people think, by service and month. Nobody is in it. */
export const ratings = query({
  name: 'case.ratings',
  input: Type.Object({ service: Type.Optional(Id) }, { additionalProperties: false }),
  who: ['staff'],
  reads: ({ service }, _ctx: CaseCtx) => [
    service ? ratingsKind.range(service) : ratingsKind.range(),
  ],
  answer: (docs): Answer<readonly RatedMonth[], never> =>
    answer(
      [...docs.keys()].flatMap((key) => {
        const found = ratingsKind.find(docs, key);
        if (!found) return [];
        const [service = '', month = ''] = key.slice(ratingsKind.key('').length).split('/');
        const count = found.counts.reduce((sum, one) => sum + one, 0);
        return [
          {
            service,
            month,
            count,
            ...(count >= FEW && { levels: found.counts, words: found.words }),
          },
        ];
      }),
    ),
});

const filesOf = (docs: ReadonlyMap<string, unknown>, { code, services }: Receipt): CaseFile[] =>
  services.flatMap((service) => fileAt(docs, { code, service }) ?? []);

function filedOf(
  { signature, evidence: all }: Receipt,
  found: CaseFile,
  { forms, zone }: CasePack,
): Filed {
  const { service, formId, formVersion, submittedAt, answers } = found;
  const form = forms.find(({ id }) => id === formId);
  return {
    service,
    formId,
    formVersion,
    ...(form && { form }),
    zone,
    submittedAt,
    answers,
    ...(signature && { signature }),
    evidence: all,
  };
}

const linesIn = (docs: ReadonlyMap<string, unknown>): DeskLine[] =>
  [...docs.keys()].toSorted().flatMap((key) => deskLine.find(docs, key) ?? []);

const whenAndWhere = (ctx: CaseCtx) => ({
  zone: ctx.pack.zone,
  today: todayIn(ctx),
  clerk: ctx.actor.kind === 'staff' ? ctx.actor.id : '',
});

const instantKey = (date: string, { zone }: CasePack): string =>
  String(instantAt(date, '00:00', zone)).padStart(15, '0');
