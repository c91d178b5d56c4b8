/** What is kept of what people apply for. */
import * as Type from 'typebox';
import type { Static } from 'typebox';
import type { HolidayYear } from '../shared/calendar.ts';
import { documentKind } from '../shared/law.ts';
import type { Service } from '../shared/service.ts';
import { Id, PlainDate, Text } from '../shared/text.ts';
import type { CaseRule } from './rules.ts';

/** The slice of a pack that cases go by. */
export interface CasePack {
  readonly zone: string;
  readonly services: readonly Service[];
  readonly calendar: readonly HolidayYear[];
  readonly cases: readonly CaseRule[];
  /** Of the forms only what says how long a half-filled one may wait; the rest is their own part's. */
  readonly forms: readonly {
    readonly id: string;
    readonly envelope?: {
      readonly draft?: { readonly allow: string; readonly keepDays?: number };
    };
  }[];
}

export const ruleOf = ({ cases }: Pick<CasePack, 'cases'>, service: string): CaseRule | undefined =>
  cases.find((rule) => rule.service === service);

/** Answers by the names the form gives them. */
export const Answers = Type.Record(Type.String(), Type.Unknown());
export type Answers = Static<typeof Answers>;

/** A form as it was filled in. */
export const FilledIn = Type.Object(
  { formId: Id, formVersion: Type.Integer({ minimum: 1 }), answers: Answers },
  { additionalProperties: false },
);
export type FilledIn = Static<typeof FilledIn>;

/** `asked`: the person is to bring more; `answered`: has brought it. Nothing follows on `decided` and `withdrawn`. */
export const Status = Type.Union([
  Type.Literal('received'),
  Type.Literal('checked'),
  Type.Literal('asked'),
  Type.Literal('answered'),
  Type.Literal('decided'),
  Type.Literal('withdrawn'),
]);
export type Status = Static<typeof Status>;
export const Outcome = Type.Union([Type.Literal('granted'), Type.Literal('refused')]);
export type Outcome = Static<typeof Outcome>;

export const isClosed = (status: Status): boolean => status === 'decided' || status === 'withdrawn';

/** What has happened, when, and with which words. Rows are added, never changed. */
const Row = Type.Object({
  what: Type.Union([Status, Type.Literal('claimed')]),
  at: Type.Number(),
  /** The clerk who did it; left out where the person did. */
  by: Type.Optional(Type.String()),
  /** What somebody wrote. */
  words: Type.Optional(Type.String()),
  /** What is asked for. */
  items: Type.Optional(Type.Array(Text)),
  /** Why, as the pack said it at that time. */
  reason: Type.Optional(Text),
});
export type Row = Static<typeof Row>;

/** One file that belongs to a receipt; its bytes are a document of their own. */
const Evidence = {
  id: Type.String(),
  /** What it is for: a place in the form, or what was asked for. */
  item: Type.String(),
  name: Type.String(),
  type: Type.String(),
  /** Bytes. */
  size: Type.Integer(),
};
export const EvidenceRef = Type.Object({ bundle: Type.String(), ...Evidence });
export type EvidenceRef = Static<typeof EvidenceRef>;

/** What was handed in together, under one code: who, and what belongs to all of it. */
export const Receipt = Type.Object({
  code: Type.String(),
  at: Type.Number(),
  services: Type.Array(Id),
  /** Aliases of those whose card opens it. */
  owners: Type.Array(Type.String()),
  persons: Type.Array(Type.Object({ role: Id, idNumber: Type.String() })),
  phone: Type.Optional(Type.String()),
  /** The last four digits of the phone, or four that the person has chosen. */
  tail: Type.String(),
  signature: Type.Optional(Type.String()),
  evidence: Type.Array(EvidenceRef),
});
export type Receipt = Static<typeof Receipt>;
export const receiptKind = documentKind({
  at: 'case/receipt',
  schema: Receipt,
  personal: ['owners', 'persons', 'phone', 'tail', 'signature', 'evidence'],
});

/** What somebody has applied for, by receipt code and service. */
export const CaseFile = Type.Object({
  /** What partners call it; opens nothing. */
  id: Type.String(),
  code: Type.String(),
  service: Id,
  status: Status,
  /** Goes up with every change, so that nobody decides on what they have not seen. */
  sequence: Type.Integer(),
  submittedAt: Type.Number(),
  formId: Id,
  formVersion: Type.Integer(),
  decideBy: PlainDate,
  /** Some year's holidays were not announced when `decideBy` was reckoned. */
  provisional: Type.Optional(Type.Literal(true)),
  /** While it stands still: how much is left of the time for a decision. */
  left: Type.Optional(Type.Integer()),
  answerBy: Type.Optional(PlainDate),
  outcome: Type.Optional(Outcome),
  /** The last day on which it is kept, once it is closed. */
  keepUntil: Type.Optional(PlainDate),
  rated: Type.Optional(Type.Literal(true)),
  clerk: Type.Optional(Type.String()),
  /** Whose number it counts with: other receipts of the same person for the same, when it was received. */
  alike: Type.Array(Type.String()),
  answers: Answers,
  checks: Type.Array(
    Type.Object({
      id: Id,
      found: Type.Union([Type.Literal('right'), Type.Literal('wrong')]),
      note: Type.Optional(Type.String()),
      by: Type.String(),
      at: Type.Number(),
    }),
  ),
  story: Type.Array(Row),
});
export type CaseFile = Static<typeof CaseFile>;
export const caseFile = documentKind({
  at: 'case/file',
  schema: CaseFile,
  personal: ['alike', 'answers', 'checks', 'story'],
});

/**
 * The same as the desk's list shows it, without anybody's data: by `open/<code>/<service>`, and once it is closed by
 * `closed/<date>/<code>/<service>`.
 */
export const DeskLine = Type.Object({
  id: Type.String(),
  code: Type.String(),
  service: Id,
  status: Status,
  submittedAt: Type.Number(),
  /** When the status last changed. */
  at: Type.Number(),
  decideBy: PlainDate,
  provisional: Type.Optional(Type.Literal(true)),
  answerBy: Type.Optional(PlainDate),
  outcome: Type.Optional(Outcome),
  clerk: Type.Optional(Type.String()),
});
export type DeskLine = Static<typeof DeskLine>;
export const deskLine = documentKind({ at: 'case/line', schema: DeskLine, personal: [] });

/** What one person has handed in, by the alias of their number. */
const PersonLine = Type.Object({
  code: Type.String(),
  service: Id,
  status: Status,
  outcome: Type.Optional(Outcome),
  submittedAt: Type.Number(),
  at: Type.Number(),
  decideBy: PlainDate,
  answerBy: Type.Optional(PlainDate),
});
export type PersonLine = Static<typeof PersonLine>;
export const casePerson = documentKind({
  at: 'case/person',
  schema: Type.Object({ lines: Type.Array(PersonLine) }),
  personal: ['lines'],
});

/** Files that were handed over and belong to nothing yet. */
export const Bundle = Type.Object({
  until: PlainDate,
  files: Type.Array(Type.Object(Evidence)),
});
export type Bundle = Static<typeof Bundle>;
export const bundleKind = documentKind({ at: 'case/bundle', schema: Bundle, personal: ['files'] });

/** What somebody takes along to fill in elsewhere. */
export const Draft = Type.Object({
  services: Type.Array(Id),
  /** One that serves several of them is here once. */
  forms: Type.Array(FilledIn),
  keptAt: Type.Number(),
  /** The last day on which it can be opened. */
  until: PlainDate,
  tail: Type.String(),
  /** Whose files they are; these wait in it. */
  bundle: Type.Optional(Type.String()),
  files: Type.Array(Type.Object(Evidence)),
});
export type Draft = Static<typeof Draft>;
export const draftKind = documentKind({
  at: 'case/draft',
  schema: Draft,
  personal: ['forms', 'tail', 'bundle', 'files'],
});

/** The bytes of one file, by bundle and id. */
export const evidenceKind = documentKind({
  at: 'case/evidence',
  schema: Type.Object({ type: Type.String(), data: Type.String() }),
  personal: ['type', 'data'],
});

/** What people thought of a service in a month, and nothing of who they are. */
export const Ratings = Type.Object({
  /** How many have said each level, from 1 (very dissatisfied) to 5 (very satisfied). */
  counts: Type.Array(Type.Integer(), { minItems: 5, maxItems: 5 }),
  /** In the order of their letters, so that nobody sees which came last. */
  words: Type.Array(Type.String()),
});
export type Ratings = Static<typeof Ratings>;
/** By service and month. */
export const ratingsKind = documentKind({
  at: 'case/ratings',
  schema: Ratings,
  personal: ['words'],
});

/** What is over on which day: `<last day>/file/<code>/<service>`, `<last day>/draft/<code>`, `<last day>/bundle/<bundle>`. */
export const ending = documentKind({ at: 'case/end', schema: Type.Object({}), personal: [] });
