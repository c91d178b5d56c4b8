/**
 * Aid in points (困难救助). Who gets them is decided by those who decide applications; each month an entry is made in their
 * ledger. Only the person whose card was read sees it, and those who decide. Nothing on the shelf, in an event or on a list
 * of the counter tells that somebody pays with points.
 */
import * as Type from 'typebox';
import type { Static } from 'typebox';
import { addMonths, monthBounds } from '../shared/dates.ts';
import { normalId, readResidentId, type IdMistake } from '../shared/identity.ts';
import {
  accept,
  answer,
  command,
  documentKind,
  query,
  refuse,
  type Answer,
  type Decision,
  type Docs,
} from '../shared/law.ts';
import {
  balanceOf,
  endedOf,
  endingOf,
  entered,
  entriesOf,
  ledger,
  type Entry,
} from '../shared/ledger.ts';
import { PlainDate } from '../shared/text.ts';
import { AnyNumber, IdNumber, todayOf, type CatalogCtx } from './common.ts';
import { MOST } from './rules.ts';

/** Somebody who gets points. By alias. */
export const Beneficiary = Type.Object({
  monthly: Type.Integer({ minimum: 1 }),
  from: PlainDate,
  /** The last day, where it was decided for a time. */
  to: Type.Optional(PlainDate),
});
export type Beneficiary = Static<typeof Beneficiary>;
export const beneficiary = documentKind({
  at: 'aid/beneficiary',
  schema: Beneficiary,
  personal: ['monthly', 'from', 'to'],
});

export type AidRefusal =
  | `person.id-${IdMistake}`
  /** The pack knows no points. */
  | 'points.none'
  /** Facts: `most`. */
  | 'points.bad-amount'
  | 'points.ends-in-the-past'
  | 'points.not-enrolled';

const WhoIsIt = { idNumber: IdNumber };

/** Somebody gets points from now on, this month's at once; said again, it is decided anew from next month on. */
export const enrol = command({
  name: 'points.enrol',
  input: Type.Object(
    { ...WhoIsIt, monthly: Type.Optional(AnyNumber), to: Type.Optional(PlainDate) },
    { additionalProperties: false },
  ),
  who: ['staff:case'],
  offline: 'refuse',
  aliases: ({ idNumber }) => [normalId(idNumber)],
  touches: ({ idNumber }, _docs, ctx: CatalogCtx) => keysOf(ctx.alias(normalId(idNumber))),
  decide(docs, input, ctx: CatalogCtx): Decision<PointsAccount, AidRefusal> {
    const rules = ctx.pack.catalog?.points;
    if (!rules) return refuse('points.none');
    const { idNumber, monthly = rules.monthly, to } = input;
    const today = todayOf(ctx);
    const number = readResidentId(normalId(idNumber));
    if (typeof number === 'string') return refuse(`person.id-${number}`, { at: '/idNumber' });
    if (!Number.isInteger(monthly) || monthly < 1 || monthly > MOST.points)
      return refuse('points.bad-amount', { at: '/monthly', facts: { most: MOST.points } });
    if (to !== undefined && to < today) return refuse('points.ends-in-the-past', { at: '/to' });
    const holder = ctx.alias(normalId(idNumber));
    const before = beneficiary.find(docs, beneficiary.key(holder));
    const doc: Beneficiary = { monthly, from: before?.from ?? today, ...(to && { to }) };
    const change = { key: beneficiary.key(holder), doc };
    const month = today.slice(0, 7);
    const isPaid = hasAllowance(docs, holder, month);
    const entry = allowanceFor(doc, month, today, rules.monthsMore);
    const entries = [...entriesOf(docs, 'points', holder), ...(isPaid ? [] : [entry])];
    return accept(
      accountOf(entries, ctx),
      [change, ...(isPaid ? [] : [entered(docs, 'points', holder, entry)])],
      [{ type: 'points.enrolled', data: { monthly } }],
    );
  },
});

/** No more points from next month on. What there is may be spent until it ends. */
export const end = command({
  name: 'points.end',
  input: Type.Object(WhoIsIt, { additionalProperties: false }),
  who: ['staff:case'],
  offline: 'refuse',
  aliases: ({ idNumber }) => [normalId(idNumber)],
  touches: ({ idNumber }, _docs, ctx: CatalogCtx) => keysOf(ctx.alias(normalId(idNumber))),
  decide(docs, { idNumber }, ctx: CatalogCtx): Decision<PointsAccount, AidRefusal> {
    const holder = ctx.alias(normalId(idNumber));
    const key = beneficiary.key(holder);
    if (!docs.has(key)) return refuse('points.not-enrolled', { at: '/idNumber' });
    return accept(
      accountOf(entriesOf(docs, 'points', holder), ctx),
      [{ key, doc: null }],
      [{ type: 'points.ended', data: {} }],
    );
  },
});

/** The month's points of one beneficiary, once. */
export const allow = command({
  name: 'points.allow',
  input: Type.Object({ holder: Type.String({ maxLength: 64 }) }, { additionalProperties: false }),
  who: ['house'],
  offline: 'refuse',
  touches: ({ holder }) => keysOf(holder),
  decide(docs, { holder }, ctx: CatalogCtx): Decision<null, 'points.nothing-due'> {
    const today = todayOf(ctx);
    const month = today.slice(0, 7);
    const doc = beneficiary.find(docs, beneficiary.key(holder));
    const rules = ctx.pack.catalog?.points;
    if (!doc || !rules || !isDueNow(docs, holder, doc, today)) return refuse('points.nothing-due');
    const entry = allowanceFor(doc, month, today, rules.monthsMore);
    return accept(
      null,
      [entered(docs, 'points', holder, entry)],
      [{ type: 'points.allowed', data: { points: entry.amount } }],
    );
  },
});

/** Beneficiaries who have not had this month's points. */
export const due = query({
  name: 'points.due',
  input: Type.Object({}, { additionalProperties: false }),
  who: ['house'],
  reads: (_input, { pack }: CatalogCtx) =>
    pack.catalog?.points ? [beneficiary.range(), ledger.range('points')] : [],
  answer(
    docs,
    _input,
    ctx: CatalogCtx,
  ): Answer<readonly { command: string; input: object }[], never> {
    const today = todayOf(ctx);
    const start = beneficiary.key('');
    return answer(
      [...docs.keys()].flatMap((key) => {
        const doc = key.startsWith(start) ? beneficiary.find(docs, key) : undefined;
        const holder = key.slice(start.length);
        return doc && isDueNow(docs, holder, doc, today)
          ? [{ command: 'points.allow', input: { holder } }]
          : [];
      }),
    );
  },
});

/** What one person has, and when it ends. */
export interface PointsAccount {
  readonly balance: number;
  /** What ends soon, the first to end first; shown early, so that nothing ends in silence. */
  readonly ending: readonly { readonly amount: number; readonly until: string }[];
  readonly ended: readonly { readonly amount: number; readonly until: string }[];
  /** The latest first. */
  readonly entries: readonly Omit<Entry, 'id' | 'undoes'>[];
}

/** The account of the person whose card was read. Somebody who has none gets an empty one: nobody is told apart by a refusal. */
export const mine = query({
  name: 'points.mine',
  input: Type.Object({}, { additionalProperties: false }),
  who: ['citizen'],
  reads: (_input, { actor }: CatalogCtx) =>
    actor.kind === 'citizen' ? [ledger.key('points', actor.id)] : [],
  answer: (docs, _input, ctx: CatalogCtx): Answer<PointsAccount, never> =>
    answer(
      accountOf(entriesOf(docs, 'points', ctx.actor.kind === 'citizen' ? ctx.actor.id : ''), ctx),
    ),
});

/** The account of somebody, for those who decide. */
export const account = query({
  name: 'points.account',
  input: Type.Object(WhoIsIt, { additionalProperties: false }),
  who: ['staff:case'],
  aliases: ({ idNumber }) => [normalId(idNumber)],
  reads: ({ idNumber }, ctx: CatalogCtx) => keysOf(ctx.alias(normalId(idNumber))),
  answer(
    docs,
    { idNumber },
    ctx: CatalogCtx,
  ): Answer<PointsAccount & { readonly beneficiary?: Beneficiary }, never> {
    const holder = ctx.alias(normalId(idNumber));
    const found = beneficiary.find(docs, beneficiary.key(holder));
    return answer({
      ...accountOf(entriesOf(docs, 'points', holder), ctx),
      ...(found && { beneficiary: found }),
    });
  },
});

const keysOf = (holder: string): string[] => [
  beneficiary.key(holder),
  ledger.key('points', holder),
];

const idOf = (month: string): string => `allowance-${month}`;
const hasAllowance = (docs: Docs, holder: string, month: string): boolean =>
  entriesOf(docs, 'points', holder).some(({ id }) => id === idOf(month));

const isDueNow = (docs: Docs, holder: string, { from, to }: Beneficiary, today: string): boolean =>
  from <= today && today <= (to ?? today) && !hasAllowance(docs, holder, today.slice(0, 7));

function allowanceFor(
  { monthly }: Beneficiary,
  month: string,
  today: string,
  monthsMore: number,
): Entry {
  const last = addMonths(`${month}-01`, monthsMore).slice(0, 7);
  return {
    id: idOf(month),
    on: today,
    amount: monthly,
    why: 'allowance',
    of: month,
    until: monthBounds(last).last,
  };
}

function accountOf(entries: readonly Entry[], ctx: CatalogCtx): PointsAccount {
  const today = todayOf(ctx);
  return {
    balance: balanceOf(entries, today),
    ending: endingOf(entries, today, ctx.pack.catalog?.points?.warnDays ?? 0),
    ended: endedOf(entries, today),
    entries: entries.map(({ id: _, undoes: __, ...entry }) => entry).toReversed(),
  };
}
