/** What takes place, who is in it, and what one has done. */
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
import { entriesOf, ledger, type Entry } from '../shared/ledger.ts';
import { isReceiptCode } from '../shared/receipt-code.ts';
import { Id } from '../shared/text.ts';
import { LINGER, pastKey } from './attend.ts';
import {
  codeKey,
  everybody,
  guessOfProof,
  linesOf,
  linesWith,
  ProofInput,
  provenSignUp,
  receiptOf,
  SessionInput,
  sessionOf,
  todayOf,
  type SignUpReceipt,
} from './common.ts';
import {
  attendance,
  participant,
  pastSession,
  session,
  signUp,
  type Line,
  type SignUp,
} from './documents.ts';
import type { Activity } from './rules.ts';
import {
  activityOf,
  endOf,
  sessionsOn,
  startOf,
  windowOf,
  type ActivityCtx,
  type SessionTime,
} from './sessions.ts';

/** An activity with its next times. */
export interface ActivityOffer extends Omit<Activity, 'times' | 'keepDays' | 'waiting'> {
  readonly sessions: readonly (SessionTime & {
    readonly free: number;
    /** How many wait, and how many more may. */
    readonly waiting: number;
    readonly mayWait: number;
  })[];
}

const Kind = Type.Union([Type.Literal('shift'), Type.Literal('service'), Type.Literal('event')]);

/** All that one may sign up for, of one kind or of all. */
export const list = query({
  name: 'activity.list',
  input: Type.Object({ kind: Type.Optional(Kind) }, { additionalProperties: false }),
  who: everybody,
  reads: ({ kind }, ctx: ActivityCtx) =>
    ofKind(kind, ctx).map((activity) => {
      const days = windowOf(activity, ctx);
      return {
        from: session.key(activity.id, days[0] ?? ''),
        to: `${session.key(activity.id, days.at(-1) ?? '')}~`,
      };
    }),
  answer(
    docs,
    { kind },
    ctx: ActivityCtx,
  ): Answer<{ readonly activities: readonly ActivityOffer[] }, never> {
    const activities = ofKind(kind, ctx).map((activity) => {
      const { times: _, keepDays: __, waiting: most, ...shown } = activity;
      const sessions = windowOf(activity, ctx)
        .flatMap((date) => sessionsOn(ctx.pack, activity, date))
        .filter((time) => ctx.now < startOf(time, ctx.pack))
        .map((time) => {
          const { seats, waiting } = sessionOf(docs, { activity: activity.id, ...time });
          return {
            ...time,
            free: Math.max(0, time.places - seats.length),
            waiting: waiting.length,
            mayWait: Math.max(0, most - waiting.length),
          };
        });
      return { ...shown, sessions };
    });
    return answer({ activities });
  },
});

const ofKind = (kind: string | undefined, { pack }: ActivityCtx): readonly Activity[] =>
  (pack.activities ?? []).filter((one) => kind === undefined || one.kind === kind);

/** The receipt that a code opens, together with the last four digits of the phone, the person's card, or at a counter. */
export const find = query({
  name: 'activity.find',
  input: Type.Object(ProofInput, { additionalProperties: false }),
  who: everybody,
  guess: guessOfProof,
  reads: ({ code }, _ctx: ActivityCtx) => [signUp.key(code)],
  answer(
    docs,
    proof,
    ctx: ActivityCtx,
  ): Answer<SignUpReceipt, 'activity.not-found' | 'activity.code-typo'> {
    if (!isReceiptCode(proof.code)) return refuse('activity.code-typo', { at: '/code' });
    const doc = provenSignUp(docs, proof, ctx.actor);
    return doc ? answer(receiptOf(doc, docs, ctx)) : refuse('activity.not-found');
  },
});

/** What the person whose card was read has signed up for, and the hours they have given. */
export interface MyActivities {
  readonly toCome: readonly Line[];
  readonly past: readonly Line[];
  /** Of all shifts together. */
  readonly minutes: number;
  /** Shift by shift, the latest first: what a certificate is made of. */
  readonly record: readonly Pick<Entry, 'on' | 'amount' | 'of'>[];
}

export const mine = query({
  name: 'activity.mine',
  input: Type.Object({}, { additionalProperties: false }),
  who: ['citizen'],
  reads: (_input, { actor }: ActivityCtx) =>
    actor.kind === 'citizen' ? [participant.key(actor.id), ledger.key('hours', actor.id)] : [],
  answer(docs, _input, { actor }: ActivityCtx): Answer<MyActivities, never> {
    const id = actor.kind === 'citizen' ? actor.id : '';
    const lines = linesOf(docs, id).toSorted((a, b) =>
      `${a.date} ${a.from}` < `${b.date} ${b.from}` ? -1 : 1,
    );
    const isToCome = ({ status }: Line): boolean => ['signed-up', 'waiting', 'in'].includes(status);
    const entries = entriesOf(docs, 'hours', id);
    return answer({
      toCome: lines.filter(isToCome),
      past: lines.filter((line) => !isToCome(line)).toReversed(),
      minutes: entries.reduce((sum, { amount }) => sum + amount, 0),
      record: entries.map(({ on, amount, of }) => ({ on, amount, ...(of && { of }) })).toReversed(),
    });
  },
});

/** Who is expected at one time, for those who receive them. */
export const roster = query({
  name: 'activity.roster',
  input: Type.Object(SessionInput, { additionalProperties: false }),
  who: ['staff:counter'],
  reads: (which, _ctx: ActivityCtx) => [codeKey(which), signUp.range()],
  answer(
    docs,
    which,
    _ctx: ActivityCtx,
  ): Answer<
    {
      readonly seats: readonly Pick<SignUp, 'code' | 'status' | 'inAt'>[];
      readonly waiting: number;
    },
    never
  > {
    const { seats, waiting } = sessionOf(docs, which);
    return answer({
      seats: seats.flatMap((code) => {
        const doc = signUp.find(docs, signUp.key(code));
        if (!doc) return [];
        const { status, inAt } = doc;
        return [{ code, status, ...(inAt !== undefined && { inAt }) }];
      }),
      waiting: waiting.length,
    });
  },
});

/** How many came to a place in a month, and how long volunteers helped. */
export const report = query({
  name: 'activity.report',
  input: Type.Object(
    { place: Id, month: Type.String({ pattern: '^20\\d\\d-(0[1-9]|1[0-2])$' }) },
    { additionalProperties: false },
  ),
  who: ['staff:counter', 'staff:admin'],
  reads: ({ place, month }, _ctx: ActivityCtx) => [attendance.key(place, month)],
  answer(
    docs,
    { place, month },
    _ctx: ActivityCtx,
  ): Answer<
    {
      readonly days: readonly {
        readonly date: string;
        readonly came: number;
        readonly minutes: number;
      }[];
      readonly sum: { readonly came: number; readonly minutes: number };
    },
    never
  > {
    const days = Object.entries(attendance.find(docs, attendance.key(place, month))?.days ?? {})
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([day, sums]) => ({ date: `${month}-${day}`, ...sums }));
    const sum = days.reduce(
      (all, { came, minutes }) => ({ came: all.came + came, minutes: all.minutes + minutes }),
      { came: 0, minutes: 0 },
    );
    return answer({ days, sum });
  },
});

/** The activity, day and time in a key. */
function whichIn(key: string, kind: { key(...parts: string[]): string }) {
  const [activity = '', date = '', time = ''] = key.slice(kind.key('').length).split('/');
  return { activity, date, from: `${time.slice(0, 2)}:${time.slice(2)}` };
}

/** Times that are over. */
export const due = query({
  name: 'activity.due',
  input: Type.Object({}, { additionalProperties: false }),
  who: ['house'],
  reads: (_input, ctx: ActivityCtx) => (ctx.pack.activities ? [session.range()] : []),
  answer: (docs, _input, ctx: ActivityCtx): Answer<readonly Due[], never> =>
    answer(
      [...docs.keys()].flatMap((key) => {
        const which = whichIn(key, session);
        const activity = activityOf(ctx.pack, which.activity);
        const to =
          (activity &&
            sessionsOn(ctx.pack, activity, which.date).find(({ from }) => from === which.from)
              ?.to) ??
          '23:59';
        return ctx.now >= endOf({ date: which.date, to }, ctx.pack) + LINGER
          ? [{ command: 'activity.settle', input: which }]
          : [];
      }),
    ),
});

/** Times that nobody need remember any more. */
export const dueToForget = query({
  name: 'activity.due-to-forget',
  input: Type.Object({}, { additionalProperties: false }),
  who: ['house'],
  reads: (_input, ctx: ActivityCtx) => (ctx.pack.activities ? [pastSession.range()] : []),
  answer: (docs, _input, ctx: ActivityCtx): Answer<readonly Due[], never> =>
    answer(
      [...docs.keys()].flatMap((key) => {
        const which = whichIn(key, pastSession);
        return isForgotten(which, ctx) ? [{ command: 'activity.forget', input: which }] : [];
      }),
    ),
});

/** Removes a time with all who were in it. Hours on a record stay: they are the volunteer's own. */
export const forget = command({
  name: 'activity.forget',
  input: Type.Object(SessionInput, { additionalProperties: false }),
  who: ['house'],
  offline: 'refuse',
  touches: (which, docs) => [
    pastKey(which),
    ...(pastSession.find(docs, pastKey(which))?.codes ?? []).flatMap((code) => {
      const doc = signUp.find(docs, signUp.key(code));
      return [signUp.key(code), ...(doc ? [participant.key(doc.holder.alias)] : [])];
    }),
  ],
  decide(docs, which, ctx: ActivityCtx): Decision<null, 'activity.nothing-due'> {
    const past = pastSession.find(docs, pastKey(which));
    if (!past || !isForgotten(which, ctx)) return refuse('activity.nothing-due');
    // A code is used again; then it is somebody else's.
    const all = past.codes
      .flatMap((code) => signUp.find(docs, signUp.key(code)) ?? [])
      .filter(
        ({ activity, date, from }) =>
          activity === which.activity && date === which.date && from === which.from,
      );
    const gone = new Set(all.map(({ code }) => code));
    const aliases = new Set(all.map(({ holder }) => holder.alias));
    return accept(null, [
      { key: pastKey(which), doc: null },
      ...all.map(({ code }) => ({ key: signUp.key(code), doc: null })),
      ...[...aliases]
        .filter((alias) => docs.has(participant.key(alias)))
        .map((alias) =>
          linesWith(
            alias,
            linesOf(docs, alias).filter(({ code }) => !gone.has(code)),
          ),
        ),
    ]);
  },
});

function isForgotten(
  { activity, date }: { readonly activity: string; readonly date: string },
  ctx: ActivityCtx,
): boolean {
  const { keepDays = 30 } = activityOf(ctx.pack, activity) ?? {};
  return addDays(date, keepDays) < todayOf(ctx);
}
