import * as Type from 'typebox';
import type { Static } from 'typebox';
import { documentKind } from '../shared/law.ts';
import { Id, PlainDate, PlainTime } from '../shared/text.ts';

const Instant = Type.Number();
const Codes = Type.Array(Type.String());

/** One time of an activity that somebody has signed up for. Times themselves are never stored, the pack makes them. */
export const Session = Type.Object({
  /** Codes of those who have a place, and of those who wait for one, first come first. */
  seats: Codes,
  waiting: Codes,
  /** Of those who gave their place back, so that retention finds them. */
  gone: Codes,
});
export type Session = Static<typeof Session>;
/** By activity, day and time `0930`. */
export const session = documentKind({ at: 'activity/session', schema: Session, personal: [] });
/** The same once it is over, until retention removes it. */
export const pastSession = documentKind({
  at: 'activity/past',
  schema: Type.Object({ codes: Codes }),
  personal: [],
});

/** `in` is here; `done` was; `missed` did not come; `left` gave the place back. */
export const SignUpStatus = Type.Enum(['signed-up', 'waiting', 'in', 'done', 'missed', 'left']);
export type SignUpStatus = Static<typeof SignUpStatus>;

const When = { activity: Id, date: PlainDate, from: PlainTime, to: PlainTime };

export const SignUp = Type.Object({
  /** What partners call it; opens nothing. */
  id: Type.String(),
  code: Type.String(),
  ...When,
  status: SignUpStatus,
  at: Instant,
  inAt: Type.Optional(Instant),
  outAt: Type.Optional(Instant),
  /** What went on the record. */
  minutes: Type.Optional(Type.Integer({ minimum: 0 })),
  holder: Type.Object({ alias: Type.String(), phone: Type.String() }),
});
export type SignUp = Static<typeof SignUp>;
export const signUp = documentKind({
  at: 'activity/sign-up',
  schema: SignUp,
  personal: ['holder'],
});

const Line = Type.Object({ code: Type.String(), ...When, status: SignUpStatus });
export type Line = Static<typeof Line>;
/** By alias. */
export const participant = documentKind({
  at: 'activity/person',
  schema: Type.Object({ lines: Type.Array(Line) }),
  personal: ['lines'],
});

/** By place and month, by day of the month: how many came, and minutes of volunteers. */
export const attendance = documentKind({
  at: 'activity/attendance',
  schema: Type.Object({
    days: Type.Record(
      Type.String({ pattern: '^\\d\\d$' }),
      Type.Object({
        came: Type.Integer({ minimum: 0 }),
        minutes: Type.Integer({ minimum: 0 }),
      }),
    ),
  }),
  personal: [],
});
export type Attendance = Static<(typeof attendance)['schema']>;
