/** Being there: coming, going, and what goes on the record of a volunteer. */
import * as Type from 'typebox';
import { accept, command, refuse, type Change, type Decision, type Docs } from '../shared/law.ts';
import { entered, ledger, type Entry } from '../shared/ledger.ts';
import {
  attendanceKey,
  attended,
  codeKey,
  eventOf,
  everybody,
  guessOfProof,
  MINUTE,
  ProofInput,
  provenSignUp,
  receiptOf,
  SessionInput,
  sessionOf,
  signUpWith,
  todayOf,
  type ActivityRefusal,
  type SignUpReceipt,
} from './common.ts';
import { participant, pastSession, session, signUp, type SignUp } from './documents.ts';
import { activityOf, endOf, startOf, type ActivityCtx } from './sessions.ts';

/** One may come so long before it begins. */
const EARLY = 30 * MINUTE;
/** And is still taken to be there so long after it has ended. */
export const LINGER = 120 * MINUTE;

function around({ code }: { readonly code: string }, docs: Docs, ctx: ActivityCtx): string[] {
  const doc = signUp.find(docs, signUp.key(code));
  return doc
    ? [
        signUp.key(code),
        codeKey(doc),
        participant.key(doc.holder.alias),
        ledger.key('hours', doc.holder.alias),
        attendanceKey(doc, ctx),
      ]
    : [signUp.key(code)];
}

/** Somebody has come. */
export const checkIn = command({
  name: 'activity.check-in',
  input: Type.Object(ProofInput, { additionalProperties: false }),
  who: everybody,
  guess: guessOfProof,
  offline: 'refuse',
  touches: around,
  decide(docs, proof, ctx: ActivityCtx): Decision<SignUpReceipt, ActivityRefusal> {
    const before = provenSignUp(docs, proof, ctx.actor);
    if (!before) return refuse('activity.not-found', { at: '/code' });
    if (before.status === 'waiting') return refuse('activity.still-waiting', { at: '/code' });
    if (before.status === 'in') return accept(receiptOf(before, docs, ctx));
    if (before.status !== 'signed-up') return refuse('activity.over-already', { at: '/code' });
    const opens = startOf(before, ctx.pack) - EARLY;
    if (ctx.now < opens)
      return refuse('activity.too-early-to-check-in', { at: '/code', facts: { from: opens } });
    if (ctx.now >= endOf(before, ctx.pack)) return refuse('activity.too-late', { at: '/code' });
    const doc: SignUp = { ...before, status: 'in', inAt: ctx.now };
    return accept(receiptOf(doc, docs, ctx), signUpWith(docs, doc), [
      eventOf('activity.checked-in', doc),
    ]);
  },
});

/** Somebody goes: of a shift, the minutes go on their record. */
export const checkOut = command({
  name: 'activity.check-out',
  input: Type.Object(ProofInput, { additionalProperties: false }),
  who: everybody,
  guess: guessOfProof,
  offline: 'refuse',
  touches: around,
  decide(docs, proof, ctx: ActivityCtx): Decision<SignUpReceipt, ActivityRefusal> {
    const before = provenSignUp(docs, proof, ctx.actor);
    if (!before) return refuse('activity.not-found', { at: '/code' });
    if (before.status === 'done') return accept(receiptOf(before, docs, ctx));
    if (before.status !== 'in') return refuse('activity.not-checked-in', { at: '/code' });
    const { doc, changes } = finished(docs, before, ctx.now, ctx);
    return accept(
      receiptOf(doc, docs, ctx),
      [...changes, attended(docs, doc, { came: 1, minutes: doc.minutes ?? 0 }, ctx)],
      [eventOf('activity.checked-out', doc)],
    );
  },
});

/** A time is over: whoever forgot to check out was there until its end, whoever never came has missed it. */
export const settle = command({
  name: 'activity.settle',
  input: Type.Object(SessionInput, { additionalProperties: false }),
  who: ['house'],
  offline: 'refuse',
  touches(which, docs, ctx: ActivityCtx) {
    const { seats, waiting, gone } = sessionOf(docs, which);
    return [
      codeKey(which),
      pastKey(which),
      attendanceKey(which, ctx),
      ...[...seats, ...waiting, ...gone].flatMap((code) => around({ code }, docs, ctx)),
    ];
  },
  decide(docs, which, ctx: ActivityCtx): Decision<null, 'activity.nothing-due'> {
    const there = session.find(docs, codeKey(which));
    if (!there) return refuse('activity.nothing-due');
    const codes = [...there.seats, ...there.waiting, ...there.gone];
    const all = codes.flatMap((code) => signUp.find(docs, signUp.key(code)) ?? []);
    if (all.some((doc) => ctx.now < endOf(doc, ctx.pack) + LINGER))
      return refuse('activity.nothing-due');
    let [came, minutes] = [0, 0];
    const changes = new Map<string, Change>();
    let seen = docs;
    for (const before of all) {
      let more: readonly Change[] = [];
      if (before.status === 'in') {
        const one = finished(seen, before, endOf(before, ctx.pack), ctx);
        more = one.changes;
        came += 1;
        minutes += one.doc.minutes ?? 0;
      } else if (before.status === 'signed-up' || before.status === 'waiting') {
        const status = before.status === 'waiting' ? 'left' : 'missed';
        more = signUpWith(seen, { ...before, status });
      }
      for (const change of more) changes.set(change.key, change);
      // One person may have two things to be put right.
      seen = new Map([...seen, ...more.map(({ key, doc }) => [key, doc] as const)]);
    }
    return accept(
      null,
      [
        ...changes.values(),
        { key: codeKey(which), doc: null },
        { key: pastKey(which), doc: { codes } },
        ...(came > 0 ? [attended(docs, which, { came, minutes }, ctx)] : []),
      ],
      [{ type: 'activity.over', data: { ...which } }],
    );
  },
});

export const pastKey = ({
  activity,
  date,
  from,
}: {
  activity: string;
  date: string;
  from: string;
}) => pastSession.key(activity, date, from.replace(':', ''));

/** Somebody was there until then. Time before it begins and after it ends is given freely, and not counted. */
function finished(
  docs: Docs,
  before: SignUp,
  until: number,
  ctx: ActivityCtx,
): { readonly doc: SignUp; readonly changes: readonly Change[] } {
  const from = Math.max(before.inAt ?? until, startOf(before, ctx.pack));
  const to = Math.min(until, endOf(before, ctx.pack));
  const isShift = activityOf(ctx.pack, before.activity)?.kind === 'shift';
  const minutes = isShift ? Math.max(0, Math.floor((to - from) / MINUTE)) : 0;
  const doc: SignUp = { ...before, status: 'done', outAt: until, ...(isShift && { minutes }) };
  const entry: Entry = {
    id: doc.id,
    on: todayOf({ ...ctx, now: until }),
    amount: minutes,
    why: 'shift',
    of: doc.activity,
  };
  return {
    doc,
    changes: [
      ...signUpWith(docs, doc),
      ...(minutes > 0 ? [entered(docs, 'hours', doc.holder.alias, entry)] : []),
    ],
  };
}
