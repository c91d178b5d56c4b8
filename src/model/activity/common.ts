/** What the commands of activities have in common. */
import * as Type from 'typebox';
import { dateAt } from '../shared/dates.ts';
import type { Actor, ActorKind, Change, Docs } from '../shared/law.ts';
import { Id, PlainDate, PlainTime, type Text } from '../shared/text.ts';
import { maskPhone } from '../shared/masking.ts';
import {
  attendance,
  participant,
  session,
  signUp,
  type Line,
  type Session,
  type SignUp,
} from './documents.ts';
import { activityOf, type ActivityCtx } from './sessions.ts';

export const everybody: readonly ActorKind[] = ['anonymous', 'device', 'citizen', 'staff'];
export const MINUTE = 60_000;
export const ReceiptCode = Type.String({ pattern: '^\\d{10}$' });
export const ProofInput = {
  code: ReceiptCode,
  phoneTail: Type.Optional(Type.String({ pattern: '^\\d{4}$' })),
};
export const SessionInput = { activity: Id, date: PlainDate, from: PlainTime };
export interface Proof {
  readonly code: string;
  readonly phoneTail?: string;
}
export interface Which {
  readonly activity: string;
  readonly date: string;
  readonly from: string;
}
export const guessOfProof = {
  at: ({ code }: Proof) => `activity/${code}`,
  wrong: ['activity.not-found'],
} as const;

/** Whatever a command on activities may say no with. */
export type ActivityRefusal =
  | 'activity.unknown'
  | 'activity.no-such-time'
  /** It has begun, or is over. */
  | 'activity.too-late'
  /** Facts: `days` ahead at most. */
  | 'activity.too-early'
  /** All places are taken, and all places to wait. */
  | 'activity.full'
  | 'activity.signed-up-already'
  /** Something else at the same time. Facts: `from`, a plain time. */
  | 'activity.same-time'
  | 'activity.not-found'
  /** Still on the waiting list. */
  | 'activity.still-waiting'
  /** Facts: `from`, an instant. */
  | 'activity.too-early-to-check-in'
  | 'activity.not-checked-in'
  | 'activity.over-already'
  | 'phone.invalid';

export const codeKey = ({ activity, date, from }: Which): string =>
  session.key(activity, date, from.replace(':', ''));

export const sessionOf = (docs: Docs, which: Which): Session =>
  session.find(docs, codeKey(which)) ?? { seats: [], waiting: [], gone: [] };

export const sessionWith = (which: Which, doc: Session): Change => ({
  key: codeKey(which),
  doc,
});

export const linesOf = (docs: Docs, alias: string): readonly Line[] =>
  participant.find(docs, participant.key(alias))?.lines ?? [];

export const linesWith = (alias: string, lines: readonly Line[]): Change => ({
  key: participant.key(alias),
  doc: lines.length > 0 ? { lines } : null,
});

/** Writes a sign-up down, and in its person's own list. */
export function signUpWith(docs: Docs, doc: SignUp): Change[] {
  const { code, activity, date, from, to, status, holder } = doc;
  const others = linesOf(docs, holder.alias).filter((line) => line.code !== code);
  return [
    { key: signUp.key(code), doc },
    linesWith(holder.alias, [...others, { code, activity, date, from, to, status }]),
  ];
}

export function provenSignUp(docs: Docs, proof: Proof, actor: Actor): SignUp | undefined {
  const doc = signUp.find(docs, signUp.key(proof.code));
  if (!doc) return undefined;
  const { alias, phone } = doc.holder;
  const isTheirs =
    actor.kind === 'staff' ||
    actor.kind === 'house' ||
    (actor.kind === 'citizen' && alias === actor.id) ||
    (proof.phoneTail !== undefined && phone.endsWith(proof.phoneTail));
  return isTheirs ? doc : undefined;
}

export const eventOf = (type: string, { id, activity, date, from }: SignUp) => ({
  type,
  data: { signUp: id, activity, date, from },
});

/** A sign-up as its own person may see it. */
export interface SignUpReceipt extends Omit<SignUp, 'holder'> {
  readonly name: Text;
  readonly place: string;
  /** How many wait before them, while they wait. */
  readonly ahead?: number;
  readonly phone: string;
}

export function receiptOf(doc: SignUp, docs: Docs, { pack }: ActivityCtx): SignUpReceipt {
  const { holder, ...rest } = doc;
  const activity = activityOf(pack, doc.activity);
  const ahead = sessionOf(docs, doc).waiting.indexOf(doc.code);
  return {
    ...rest,
    name: activity?.name ?? { 'zh-CN': doc.activity, en: doc.activity },
    place: activity?.place ?? '',
    ...(doc.status === 'waiting' && ahead >= 0 && { ahead }),
    phone: holder.phone ? maskPhone(holder.phone) : '',
  };
}

export const attendanceKey = (doc: Which, { pack }: ActivityCtx): string =>
  attendance.key(activityOf(pack, doc.activity)?.place ?? 'nowhere', doc.date.slice(0, 7));

/** Adds to the month's attendance. */
export function attended(
  docs: Docs,
  which: Which,
  more: { readonly came: number; readonly minutes: number },
  ctx: ActivityCtx,
): Change {
  const key = attendanceKey(which, ctx);
  const days = attendance.find(docs, key)?.days ?? {};
  const day = which.date.slice(8);
  const { came = 0, minutes = 0 } = days[day] ?? {};
  return {
    key,
    doc: {
      days: { ...days, [day]: { came: came + more.came, minutes: minutes + more.minutes } },
    },
  };
}

export const todayOf = ({ now, pack }: ActivityCtx): string => dateAt(now, pack.zone);
