/** How the commands of cases look at what is kept, and put it back: the file, its line at the desk, the lists of its persons. */
import * as Type from 'typebox';
import { dateAt } from '../shared/dates.ts';
import { addDays } from '../shared/days.ts';
import type { Change, Ctx, Docs, DomainEvent, Instant } from '../shared/law.ts';
import { Id } from '../shared/text.ts';
import {
  caseFile,
  casePerson,
  deskLine,
  ending,
  isClosed,
  receiptKind,
  ruleOf,
  type CaseFile,
  type CasePack,
  type DeskLine,
  type PersonLine,
  type Receipt,
  type Row,
} from './documents.ts';
import { ReceiptCode } from './proof.ts';

export type CaseCtx = Ctx<CasePack>;

/** One case: the code of its receipt, and the service; a receipt has one case for a service at most. */
export const CaseInput = { code: ReceiptCode, service: Id };
export interface CaseName {
  readonly code: string;
  readonly service: string;
}

/** What a person or a clerk writes in their own words. */
export const Words = Type.String({ maxLength: 1000 });

/** Kept where the pack no longer knows the service; days. */
const KEEP_DAYS = 365;

export const todayIn = ({ now, pack }: CaseCtx): string => dateAt(now, pack.zone);

export const fileAt = (docs: Docs, { code, service }: CaseName): CaseFile | undefined =>
  caseFile.find(docs, caseFile.key(code, service));

export const linesOf = (docs: Docs, alias: string): readonly PersonLine[] =>
  casePerson.find(docs, casePerson.key(alias))?.lines ?? [];

/** The keys of a case and of all that speaks of it. */
export function around(docs: Docs, { code, service }: CaseName): string[] {
  const receipt = receiptKind.find(docs, receiptKind.key(code));
  const file = fileAt(docs, { code, service });
  return [
    receiptKind.key(code),
    caseFile.key(code, service),
    deskLine.key('open', code, service),
    ...(file && isClosed(file.status) ? [closedKey(file), endKey(file)] : []),
    ...(receipt?.owners ?? []).map((alias) => casePerson.key(alias)),
  ];
}

/** A change of a case: what is new in it, and the row it adds to its story. */
export interface Turn {
  readonly now: Instant;
  readonly row?: Omit<Row, 'at'>;
  readonly changes?: Partial<CaseFile>;
}

/** The case after it. What stands in `changes` as undefined is gone. */
export function turned(before: CaseFile, { now, row, changes = {} }: Turn): CaseFile {
  // Time is the court's; two rows of one moment stay in their order.
  const at = Math.max(now, before.story.at(-1)?.at ?? 0);
  const all = {
    ...before,
    ...changes,
    sequence: before.sequence + 1,
    story: row ? [...before.story, { ...row, at }] : before.story,
  };
  return Object.fromEntries(
    Object.entries(all).filter(([, value]) => value !== undefined),
  ) as unknown as CaseFile;
}

/** Writes a case down, with its line at the desk and in the list of each of its persons. */
export function fileWith(docs: Docs, receipt: Receipt, file: CaseFile): Change[] {
  const open = deskLine.key('open', file.code, file.service);
  const line = lineOf(file);
  return [
    { key: caseFile.key(file.code, file.service), doc: file },
    ...(isClosed(file.status)
      ? [
          { key: open, doc: null },
          { key: closedKey(file), doc: line },
          { key: endKey(file), doc: {} },
        ]
      : [{ key: open, doc: line }]),
    ...listsWith(docs, receipt, file, [personLineOf(file)]),
  ];
}

/** A case and all that speaks of it, gone. The receipt goes with its last case, and with it the files it brought. */
export function fileWithout(docs: Docs, receipt: Receipt, file: CaseFile): Change[] {
  return [
    { key: caseFile.key(file.code, file.service), doc: null },
    { key: closedKey(file), doc: null },
    { key: endKey(file), doc: null },
    ...listsWith(docs, receipt, file, []),
  ];
}

/** The file as closed: kept for as long as the district says today, and it is said at once until when. */
export function closed({ service }: CaseName, ctx: CaseCtx): Pick<CaseFile, 'keepUntil'> {
  const { keepDays = KEEP_DAYS } = ruleOf(ctx.pack, service) ?? {};
  return { keepUntil: addDays(todayIn(ctx), keepDays) };
}

/** Partners learn that something has happened to a case, never whose it is, and never the code that opens it. */
export const eventOf = (
  what: string,
  { id, service, sequence, outcome }: CaseFile,
): DomainEvent => ({
  type: `case.${what}`,
  data: { case: id, service, sequence, ...(outcome && { outcome }) },
});

function listsWith(
  docs: Docs,
  { owners }: Receipt,
  { code, service }: CaseName,
  lines: readonly PersonLine[],
): Change[] {
  return owners.map((alias) => {
    const others = linesOf(docs, alias).filter(
      (line) => line.code !== code || line.service !== service,
    );
    const all = [...others, ...lines];
    return { key: casePerson.key(alias), doc: all.length > 0 ? { lines: all } : null };
  });
}

/** When it was closed it did not change any more, so its key stays. */
const closedKey = ({ code, service, story }: CaseFile): string =>
  deskLine.key('closed', String(story.at(-1)?.at ?? 0).padStart(15, '0'), code, service);

const endKey = ({ code, service, keepUntil = '' }: CaseFile): string =>
  ending.key(keepUntil, 'file', code, service);

function lineOf(file: CaseFile): DeskLine {
  const { id, code, service, status, submittedAt, decideBy, provisional, answerBy } = file;
  const { outcome, clerk, story } = file;
  return {
    id,
    code,
    service,
    status,
    submittedAt,
    at: story.at(-1)?.at ?? submittedAt,
    decideBy,
    ...(provisional && { provisional }),
    ...(answerBy && { answerBy }),
    ...(outcome && { outcome }),
    ...(clerk && { clerk }),
  };
}

function personLineOf(file: CaseFile): PersonLine {
  const { id: _, provisional: __, clerk: ___, ...line } = lineOf(file);
  return line;
}
