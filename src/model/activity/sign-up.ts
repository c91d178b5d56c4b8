/** Signing up for a time, waiting for a place, giving it back. */
import * as Type from 'typebox';
import { addDays } from '../shared/dates.ts';
import { isMobile } from '../shared/identity.ts';
import {
  accept,
  command,
  refuse,
  type Change,
  type Decision,
  type Docs,
  type DomainEvent,
} from '../shared/law.ts';
import { receiptCodeOf } from '../shared/receipt-code.ts';
import {
  codeKey,
  eventOf,
  everybody,
  guessOfProof,
  linesOf,
  ProofInput,
  provenSignUp,
  receiptOf,
  SessionInput,
  sessionOf,
  sessionWith,
  signUpWith,
  todayOf,
  type ActivityRefusal,
  type SignUpReceipt,
} from './common.ts';
import { participant, signUp, type Session, type SignUp, type SignUpStatus } from './documents.ts';
import { activityOf, sessionsOn, startOf, type ActivityCtx } from './sessions.ts';

const living: readonly SignUpStatus[] = ['signed-up', 'waiting', 'in'];

/** Takes a place, or one on the waiting list where all are taken. */
export const take = command({
  name: 'activity.sign-up',
  input: Type.Object(
    {
      ...SessionInput,
      /** May be left out by whoever has laid down a card. */
      phone: Type.Optional(Type.String({ maxLength: 20 })),
    },
    { additionalProperties: false },
  ),
  who: everybody,
  offline: 'refuse',
  aliases: ({ phone }) => (phone === undefined ? [] : [phone]),
  touches(input, _docs, ctx: ActivityCtx) {
    const holder = holderOf(input, ctx);
    return holder ? [codeKey(input), participant.key(holder.alias)] : [];
  },
  decide(docs, input, ctx: ActivityCtx): Decision<SignUpReceipt, ActivityRefusal> {
    const { pack, now } = ctx;
    const activity = activityOf(pack, input.activity);
    if (!activity) return refuse('activity.unknown', { at: '/activity' });
    const time = sessionsOn(pack, activity, input.date).find(({ from }) => from === input.from);
    if (!time) return refuse('activity.no-such-time', { at: '/from' });
    if (now >= startOf(time, pack)) return refuse('activity.too-late', { at: '/from' });
    if (time.date > addDays(todayOf(ctx), activity.horizonDays))
      return refuse('activity.too-early', { at: '/date', facts: { days: activity.horizonDays } });
    const holder = holderOf(input, ctx);
    if (!holder) return refuse('phone.invalid', { at: '/phone' });
    const that = linesOf(docs, holder.alias).filter(
      ({ date, status }) => date === time.date && living.includes(status),
    );
    if (that.some((line) => line.activity === activity.id && line.from === time.from))
      return refuse('activity.signed-up-already', { at: '/from' });
    const other = that.find((line) => line.from < time.to && time.from < line.to);
    if (other) return refuse('activity.same-time', { at: '/from', facts: { from: other.from } });

    const there = sessionOf(docs, input);
    const isFree = there.seats.length < time.places;
    if (!isFree && there.waiting.length >= activity.waiting)
      return refuse('activity.full', { at: '/from' });
    const doc: SignUp = {
      id: ctx.uuid(),
      code: receiptCodeOf(ctx.digits(9)),
      activity: activity.id,
      date: time.date,
      from: time.from,
      to: time.to,
      status: isFree ? 'signed-up' : 'waiting',
      at: now,
      holder,
    };
    const after: Session = isFree
      ? { ...there, seats: [...there.seats, doc.code] }
      : { ...there, waiting: [...there.waiting, doc.code] };
    const change = sessionWith(doc, after);
    return accept(
      receiptOf(doc, new Map([[change.key, change.doc]]), ctx),
      [change, ...signUpWith(docs, doc)],
      [eventOf(isFree ? 'activity.signed-up' : 'activity.waits', doc)],
    );
  },
});

/** Gives a place back, until it begins; who waits longest gets it. */
export const leave = command({
  name: 'activity.leave',
  input: Type.Object(ProofInput, { additionalProperties: false }),
  who: everybody,
  guess: guessOfProof,
  offline: 'refuse',
  touches({ code }, docs) {
    const doc = signUp.find(docs, signUp.key(code));
    if (!doc) return [signUp.key(code)];
    const next = sessionOf(docs, doc).waiting.find((one) => one !== code);
    const other = next === undefined ? undefined : signUp.find(docs, signUp.key(next));
    return [
      signUp.key(code),
      codeKey(doc),
      participant.key(doc.holder.alias),
      ...(next === undefined ? [] : [signUp.key(next)]),
      ...(other ? [participant.key(other.holder.alias)] : []),
    ];
  },
  decide(docs, proof, ctx: ActivityCtx): Decision<SignUpReceipt, ActivityRefusal> {
    const before = provenSignUp(docs, proof, ctx.actor);
    if (!before) return refuse('activity.not-found', { at: '/code' });
    if (!living.includes(before.status)) return refuse('activity.over-already', { at: '/code' });
    if (before.status === 'in' || ctx.now >= startOf(before, ctx.pack))
      return refuse('activity.too-late', { at: '/code' });
    const doc: SignUp = { ...before, status: 'left' };
    const { seats, waiting, gone } = sessionOf(docs, doc);
    const own = signUpWith(docs, doc);
    const left: Session = {
      seats: seats.filter((code) => code !== doc.code),
      waiting: waiting.filter((code) => code !== doc.code),
      gone: [...gone, doc.code],
    };
    const up = before.status === 'signed-up' ? movedUp(docs, left, own) : undefined;
    const change = sessionWith(doc, up?.session ?? left);
    return accept(
      receiptOf(doc, docs, ctx),
      [change, ...(up?.changes ?? own)],
      [eventOf('activity.left', doc), ...(up?.events ?? [])],
    );
  },
});

/** Whoever waits longest gets the place that is free. */
function movedUp(
  docs: Docs,
  { seats, waiting, gone }: Session,
  own: readonly Change[],
): { session: Session; changes: readonly Change[]; events: readonly DomainEvent[] } | undefined {
  const [next, ...rest] = waiting;
  const before = next === undefined ? undefined : signUp.find(docs, signUp.key(next));
  if (next === undefined || !before) return undefined;
  const doc: SignUp = { ...before, status: 'signed-up' };
  // The same person may have given back one place and waited for another.
  const seen = new Map([...docs, ...own.map(({ key, doc: one }) => [key, one] as const)]);
  const changes = new Map([...own, ...signUpWith(seen, doc)].map((one) => [one.key, one]));
  return {
    session: { seats: [...seats, next], waiting: rest, gone },
    changes: [...changes.values()],
    events: [eventOf('activity.moved-up', doc)],
  };
}

function holderOf(
  { phone = '' }: { readonly phone?: string },
  { actor, alias }: ActivityCtx,
): SignUp['holder'] | undefined {
  if (phone !== '' && !isMobile(phone)) return undefined;
  if (actor.kind === 'citizen') return { alias: actor.id, phone };
  return phone === '' ? undefined : { alias: alias(phone), phone };
}
