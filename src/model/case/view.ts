/** What is told of a receipt: to its own person, and to those who decide. */
import type { Instant } from '../shared/law.ts';
import { maskIdNumber, maskPhone } from '../shared/masking.ts';
import type { Text } from '../shared/text.ts';
import {
  ruleOf,
  type CaseFile,
  type CasePack,
  type Outcome,
  type Receipt,
  type Row,
  type Status,
} from './documents.ts';

/** Something that has happened, as its person may read it: nobody is named. */
export type StoryRow = Omit<Row, 'by'>;

/** One case, for its own person. */
export interface CaseView {
  /** What partners call it; opens nothing. */
  readonly id: string;
  readonly service: string;
  readonly status: Status;
  readonly sequence: number;
  readonly submittedAt: Instant;
  /** The last day for a decision; while the person is asked for more it does not count. */
  readonly decideBy: string;
  readonly provisional: boolean;
  readonly answerBy?: string;
  readonly outcome?: Outcome;
  readonly keepUntil?: string;
  readonly rated: boolean;
  readonly story: readonly StoryRow[];
}

/** A receipt (回执) with all its cases. Numbers are masked, and what was answered is not in it. */
export interface ReceiptView {
  readonly code: string;
  readonly at: Instant;
  /** In which instants are told. */
  readonly zone: string;
  readonly persons: readonly { readonly role: string; readonly idNumber: string }[];
  readonly phone?: string;
  readonly files: number;
  readonly cases: readonly CaseView[];
}

export function viewOf(
  { code, at, persons, phone, evidence }: Receipt,
  files: readonly CaseFile[],
  { zone }: CasePack,
): ReceiptView {
  return {
    code,
    at,
    zone,
    persons: persons.map(({ role, idNumber }) => ({ role, idNumber: maskIdNumber(idNumber) })),
    ...(phone && { phone: maskPhone(phone) }),
    files: evidence.length,
    cases: files.map(caseViewOf),
  };
}

function caseViewOf(file: CaseFile): CaseView {
  const { id, service, status, sequence, submittedAt, decideBy, answerBy, outcome, keepUntil } =
    file;
  return {
    id,
    service,
    status,
    sequence,
    submittedAt,
    decideBy,
    provisional: file.provisional ?? false,
    ...(answerBy && { answerBy }),
    ...(outcome && { outcome }),
    ...(keepUntil && { keepUntil }),
    rated: file.rated ?? false,
    story: file.story.map(({ by: _, ...row }) => row),
  };
}

/** One thing to look at, and what was found. */
export interface Check {
  readonly id: string;
  readonly what: Text;
  readonly found?: 'right' | 'wrong';
  readonly note?: string;
  readonly by?: string;
}

/** What the pack wants looked at, with what was found so far. */
export function checksOf({ service, checks }: CaseFile, pack: CasePack): readonly Check[] {
  return (ruleOf(pack, service)?.checks ?? []).map(({ id, what }) => {
    const done = checks.find((one) => one.id === id);
    return {
      id,
      what,
      ...(done && { found: done.found, by: done.by, ...(done.note && { note: done.note }) }),
    };
  });
}
