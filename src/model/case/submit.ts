/** From answers to cases: one receipt, and a case for each service it is about. */
import * as Type from 'typebox';
import { isMobile, normalId } from '../shared/identity.ts';
import { accept, command, refuse, type Decision, type Docs } from '../shared/law.ts';
import { lastDayOf } from '../shared/periods.ts';
import { receiptCodeOf } from '../shared/receipt-code.ts';
import { Id } from '../shared/text.ts';
import { eventOf, fileWith, linesOf, todayIn, type CaseCtx } from './common.ts';
import {
  Answers,
  casePerson,
  draftKind,
  isClosed,
  receiptKind,
  ruleOf,
  type CaseFile,
  type CasePack,
  type FilledIn,
  type Receipt,
} from './documents.ts';
import { draftWithout } from './draft.ts';
import { bundleKeys, BundleId, takeBundle } from './evidence.ts';
import { everybody, ReceiptCode, Tail } from './proof.ts';
import type { CaseRefusal, FormRefusal, Refused } from './refusals.ts';
import { viewOf, type ReceiptView } from './view.ts';

/** What of a filled form is handed in on that day, or the first thing wrong with it, by the rules of the form itself. */
export type JudgeForm<Pack> = (
  pack: Pack,
  form: FilledIn,
  today: string,
) => { readonly ok: true; readonly answers: Answers } | Refused<FormRefusal>;

const Submit = Type.Object(
  {
    /** One for each service; answers that several share are in each. */
    cases: Type.Array(
      Type.Object(
        { service: Id, formId: Id, formVersion: Type.Integer({ minimum: 1 }), answers: Answers },
        { additionalProperties: false },
      ),
      { minItems: 1, maxItems: 8 },
    ),
    /** Whose case it is. They stand in the answers too; nobody else can be named. None where it is handed in without a name. */
    persons: Type.Array(
      Type.Object(
        { role: Id, idNumber: Type.String({ minLength: 5, maxLength: 30 }) },
        { additionalProperties: false },
      ),
      { maxItems: 8 },
    ),
    phone: Type.Optional(Type.String({ maxLength: 20 })),
    /** Four digits of the person's own choice, where there is no phone. */
    tail: Type.Optional(Tail),
    /** The files that belong to it. */
    bundle: Type.Optional(BundleId),
    /** Their ids, so that none is missing without anybody noticing. */
    evidence: Type.Array(Type.String({ maxLength: 40 }), { maxItems: 24 }),
    /** What `mulin-signature` holds: one for all of it. */
    signature: Type.Optional(Type.String({ maxLength: 65_536 })),
    /** The draft it comes from; it is over with this. */
    draft: Type.Optional(ReceiptCode),
  },
  { additionalProperties: false },
);

/** `case.submit`, judging forms as it is told. The forms are another part's subject; the registry brings the two together. */
export const submitWith = <Pack extends CasePack>(judge: JudgeForm<Pack>) =>
  command({
    name: 'case.submit',
    input: Submit,
    who: everybody,
    offline: 'refuse',
    maxBytes: 512 * 1024,
    aliases: ({ persons }) => persons.map(({ idNumber }) => normalId(idNumber)),
    touches: (input, docs, ctx: CaseCtx) => [
      ...ownersOf(input, ctx).map((alias) => casePerson.key(alias)),
      ...(input.bundle ? bundleKeys(docs, input.bundle) : []),
      ...(input.draft ? [draftKind.key(input.draft)] : []),
      ...(input.draft ? draftWithout(docs, input.draft).map(({ key }) => key) : []),
    ],
    decide(
      docs,
      input,
      ctx: CaseCtx & { readonly pack: Pack },
    ): Decision<ReceiptView, CaseRefusal> {
      const { persons, phone, tail, bundle, signature } = input;
      const taken = takeBundle(docs, bundle, input.evidence);
      const forms = judged(input.cases, ctx, judge);
      if (!forms.ok) return forms;
      const mistake = mistakeInPersons({ ...input, cases: forms.cases });
      if (mistake) return mistake;
      if (!taken) return refuse('evidence.not-found', { at: '/evidence' });

      const receipt: Receipt = {
        code: receiptCodeOf(ctx.digits(9)),
        at: ctx.now,
        services: input.cases.map(({ service }) => service),
        owners: ownersOf(input, ctx),
        persons: persons.map(({ role, idNumber }) => ({ role, idNumber: normalId(idNumber) })),
        ...(phone && { phone }),
        tail: phone ? phone.slice(-4) : (tail ?? ''),
        ...(signature && { signature }),
        evidence: [...taken.evidence],
      };
      const files = forms.cases.map((one) => newFile(docs, receipt, one, ctx));
      // Several cases of one receipt stand in the same lists.
      const changes = new Map<string, object | null>([[receiptKind.key(receipt.code), receipt]]);
      for (const file of files)
        for (const { key, doc } of fileWith(new Map([...docs, ...changes]), receipt, file))
          changes.set(key, doc);
      for (const { key, doc } of [
        ...taken.changes,
        ...(input.draft && ownsDraft(docs, input.draft, receipt.tail)
          ? draftWithout(docs, input.draft)
          : []),
      ])
        changes.set(key, doc);
      return accept(
        viewOf(receipt, files, ctx.pack),
        [...changes].map(([key, doc]) => ({ key, doc })),
        files.map((file) => eventOf('received', file)),
      );
    },
  });

/** Those whose list it stands in: the persons named, and whoever has laid down their card to do it. */
function ownersOf(
  { persons }: { persons: readonly { idNumber: string }[] },
  ctx: CaseCtx,
): string[] {
  const named = persons.map(({ idNumber }) => ctx.alias(normalId(idNumber)));
  return [...new Set([...named, ...(ctx.actor.kind === 'citizen' ? [ctx.actor.id] : [])])];
}

type FilledCase = FilledIn & { readonly service: string };

/** The cases with what counts of their answers: the hall reckons again what follows from others, and drops what nobody asked. */
function judged<Pack extends CasePack>(
  cases: readonly FilledCase[],
  ctx: CaseCtx & { readonly pack: Pack },
  judge: JudgeForm<Pack>,
): { readonly ok: true; readonly cases: readonly FilledCase[] } | Refused {
  const counted: FilledCase[] = [];
  for (const [i, one] of cases.entries()) {
    const rule = ruleOf(ctx.pack, one.service);
    const isSecond = counted.some(({ service }) => service === one.service);
    if (!rule || isSecond) return refuse('case.no-such-service', { at: `/cases/${i}/service` });
    if (rule.form !== one.formId) return refuse('case.no-such-form', { at: `/cases/${i}/formId` });
    const { formId, formVersion, answers } = one;
    const told = judge(ctx.pack, { formId, formVersion, answers }, todayIn(ctx));
    if (!told.ok) {
      const { code, at = '', facts } = told.refusal;
      return refuse(code, { at: `/cases/${i}/answers${at}`, ...(facts && { facts }) });
    }
    counted.push({ ...one, answers: told.answers });
  }
  return { ok: true, cases: counted };
}

function mistakeInPersons({
  cases,
  persons,
  phone,
  tail,
}: {
  readonly cases: readonly FilledIn[];
  readonly persons: readonly { readonly idNumber: string }[];
  readonly phone?: string;
  readonly tail?: string;
}): Refused | undefined {
  if (phone === undefined ? tail === undefined : !isMobile(phone))
    return refuse('case.phone-missing', { at: phone === undefined ? '/tail' : '/phone' });
  const said = new Set(cases.flatMap(({ answers }) => textsIn(answers)));
  const isSaid = (text: string): boolean => said.has(normalId(text));
  if (phone !== undefined && !isSaid(phone))
    return refuse('case.person-not-in-form', { at: '/phone' });
  const stranger = persons.findIndex(({ idNumber }) => !isSaid(idNumber));
  return stranger < 0
    ? undefined
    : refuse('case.person-not-in-form', { at: `/persons/${stranger}/idNumber` });
}

/** Every text in the answers, as numbers count. Level by level: however deep somebody nests them, nothing overflows. */
function textsIn(answers: Answers): string[] {
  const texts: string[] = [];
  for (let level: readonly unknown[] = [answers]; level.length > 0;) {
    for (const one of level) if (typeof one === 'string') texts.push(normalId(one));
    level = level.flatMap((one): unknown[] =>
      typeof one === 'object' && one !== null ? Object.values(one) : [],
    );
  }
  return texts;
}

/** Whoever knows a code only can't take another's draft away by handing something in. */
const ownsDraft = (docs: Docs, code: string, tail: string): boolean =>
  draftKind.find(docs, draftKind.key(code))?.tail === tail;

function newFile(
  docs: Docs,
  { code, owners }: Receipt,
  { service, formId, formVersion, answers }: FilledCase,
  ctx: CaseCtx,
): CaseFile {
  const rule = ruleOf(ctx.pack, service);
  const { date, announced } = lastDayOf(
    ctx.pack.calendar,
    todayIn(ctx),
    rule?.decide ?? { count: 1, unit: 'workdays' },
  );
  const alike = owners.flatMap((alias) =>
    linesOf(docs, alias)
      .filter((line) => line.service === service && !isClosed(line.status))
      .map((line) => line.code),
  );
  return {
    id: ctx.uuid(),
    code,
    service,
    status: 'received',
    sequence: 0,
    submittedAt: ctx.now,
    formId,
    formVersion,
    decideBy: date,
    ...(!announced && { provisional: true as const }),
    alike: [...new Set(alike)],
    answers,
    checks: [],
    story: [{ what: 'received', at: ctx.now }],
  };
}
