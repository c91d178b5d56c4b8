/** What a pack says about booking: when which counter is open for what, and what a service asks of the persons. */
import * as Type from 'typebox';
import type { Static } from 'typebox';
import { Id, PlainDate, PlainTime, Text } from '../shared/text.ts';

/** One row of opening hours. Several rows that cover a time add up; each keeps its own places. */
export const Opening = Type.Object(
  {
    id: Id,
    place: Id,
    services: Type.Array(Id, { minItems: 1 }),
    /** 1 Monday … 7 Sunday. */
    weekdays: Type.Array(Type.Integer({ minimum: 1, maximum: 7 }), {
      minItems: 1,
      uniqueItems: true,
    }),
    from: PlainTime,
    /** Closing time; the last slot never overruns it. */
    to: PlainTime,
    slotMinutes: Type.Integer({ minimum: 5, maximum: 480 }),
    /** Places in each slot, all quotas together. */
    capacity: Type.Integer({ minimum: 1, maximum: 500 }),
    /** Of these, kept for counters and phone: never offered to the public. */
    staffOnly: Type.Integer({ minimum: 0, maximum: 500 }),
    validFrom: Type.Optional(PlainDate),
    validTo: Type.Optional(PlainDate),
    /** Open on statutory holidays that fall on these weekdays. */
    onHolidays: Type.Boolean(),
    /** Open on make-up workdays (调休上班), whatever their weekday. */
    onMakeUpDays: Type.Boolean(),
  },
  { additionalProperties: false },
);
export type Opening = Static<typeof Opening>;

export const Closure = Type.Object(
  { place: Id, from: PlainDate, to: PlainDate, reason: Text },
  { additionalProperties: false },
);
export type Closure = Static<typeof Closure>;

/** One of the persons an appointment is for. */
export const PersonRule = Type.Object(
  {
    role: Id,
    name: Text,
    sex: Type.Optional(Type.Union([Type.Literal('male'), Type.Literal('female')])),
    /** Whole years reached on the day of the appointment. */
    minAge: Type.Optional(Type.Integer({ minimum: 0, maximum: 120 })),
  },
  { additionalProperties: false },
);
export type PersonRule = Static<typeof PersonRule>;

/** Asked before a day is offered. The answer that stops leads to a sentence with the next step, never to a dead end. */
export const Question = Type.Object(
  {
    id: Id,
    ask: Text,
    help: Type.Optional(Text),
    /** The answer with which booking goes on. */
    expects: Type.Union([Type.Literal('yes'), Type.Literal('no')]),
    otherwise: Text,
  },
  { additionalProperties: false },
);
export type Question = Static<typeof Question>;

export const Bookable = Type.Object(
  {
    service: Id,
    persons: Type.Array(PersonRule, { minItems: 1, maxItems: 4 }),
    questions: Type.Array(Question),
    /** Statements each person accepts before it counts. */
    declarations: Type.Array(Type.Object({ id: Id, text: Text }, { additionalProperties: false })),
    /** How long a slot is kept while the person fills in, and how often that may be renewed. */
    holdMinutes: Type.Integer({ minimum: 2, maximum: 60 }),
    holdRenewals: Type.Integer({ minimum: 0, maximum: 10 }),
    /** The latest and the earliest a person may book. */
    leadMinutes: Type.Integer({ minimum: 0, maximum: 60 * 24 * 30 }),
    horizonDays: Type.Integer({ minimum: 1, maximum: 366 }),
    /** Until when it may be changed or cancelled, before it starts. */
    changeUntilMinutes: Type.Integer({ minimum: 0, maximum: 60 * 24 * 30 }),
  },
  { additionalProperties: false },
);
export type Bookable = Static<typeof Bookable>;
