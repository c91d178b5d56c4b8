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
    weekdays: Type.Array(Type.Integer({ minimum: 1, maximum: 7 }), { uniqueItems: true }),
    /** Only every second, third … week, counted from the week (Monday to Sunday) that holds `startWeek`. */
    everyWeeks: Type.Optional(Type.Integer({ minimum: 2, maximum: 52 })),
    startWeek: Type.Optional(PlainDate),
    from: PlainTime,
    /** Closing time; the last slot never overruns it. */
    to: PlainTime,
    slotMinutes: Type.Integer({ minimum: 5, maximum: 480 }),
    /** Places in each slot, all quotas together: how many are served at the same time. */
    capacity: Type.Integer({ minimum: 1, maximum: 500 }),
    /** Of these, kept for counters and phone: never offered to the public. */
    staffOnly: Type.Integer({ minimum: 0, maximum: 500 }),
    validFrom: Type.Optional(PlainDate),
    validTo: Type.Optional(PlainDate),
    /** Open on these days whatever else is said here: weekday, week, season, holiday. */
    extraDays: Type.Optional(Type.Array(PlainDate, { maxItems: 400 })),
    /** Open on statutory holidays that fall on these weekdays. */
    onHolidays: Type.Boolean(),
    /** Open on make-up workdays (调休上班), whatever their weekday. */
    onMakeUpDays: Type.Boolean(),
  },
  { additionalProperties: false },
);
export type Opening = Static<typeof Opening>;

export const Closure = Type.Object(
  {
    place: Id,
    /** Only these services; all of them when left out. */
    services: Type.Optional(Type.Array(Id, { minItems: 1 })),
    from: PlainDate,
    to: PlainDate,
    /** Only from this time to that one, on each of the days; whole days when left out. */
    fromTime: Type.Optional(PlainTime),
    toTime: Type.Optional(PlainTime),
    reason: Text,
  },
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
    /** May come along, but need not. */
    optional: Type.Optional(Type.Literal(true)),
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

/** How long what is personal is kept where a service says nothing. */
export const KEEP_DAYS = 30;

export const Bookable = Type.Object(
  {
    service: Id,
    /** None where the time goes with something else, such as goods to be fetched: nobody has it by itself. */
    persons: Type.Array(PersonRule, { maxItems: 4 }),
    questions: Type.Array(Question),
    /** Statements each person accepts before it counts. */
    declarations: Type.Array(Type.Object({ id: Id, text: Text }, { additionalProperties: false })),
    /** How many slots in a row a visit takes; one when left out. */
    slots: Type.Optional(Type.Integer({ minimum: 1, maximum: 16 })),
    /** How many more each optional person takes; none when left out. */
    slotsPerExtraPerson: Type.Optional(Type.Integer({ minimum: 0, maximum: 8 })),
    /** Services that can be had in the same appointment, one after the other at the same counter. */
    joins: Type.Optional(Type.Array(Id)),
    /** How long a slot is kept while the person fills in, and how often that may be renewed. */
    holdMinutes: Type.Integer({ minimum: 2, maximum: 60 }),
    holdRenewals: Type.Integer({ minimum: 0, maximum: 10 }),
    /** The latest and the earliest a person may book. */
    leadMinutes: Type.Integer({ minimum: 0, maximum: 60 * 24 * 30 }),
    /** Days that must lie between: with 1, nothing can be booked for the same day. */
    leadDays: Type.Optional(Type.Integer({ minimum: 0, maximum: 60 })),
    /** How many days ahead. The last of them opens when the place opens in the morning, not at midnight. */
    horizonDays: Type.Integer({ minimum: 1, maximum: 366 }),
    /** Until when it may be changed or cancelled, before it starts. */
    changeUntilMinutes: Type.Integer({ minimum: 0, maximum: 60 * 24 * 30 }),
    /**
     * How long a place that was given back is offered to nobody: at least this, and by chance up to twice this, so that
     * who sells places can't cancel here and book for a customer there.
     */
    holdBackMinutes: Type.Optional(Type.Integer({ minimum: 0, maximum: 1440 })),
    /** An appointment only counts once it was confirmed within this time; otherwise its place is free again. */
    affirmMinutes: Type.Optional(Type.Integer({ minimum: 5, maximum: 10_080 })),
    /** When to report at the place (报到): from so long before the beginning until so long after it. */
    checkIn: Type.Optional(
      Type.Object(
        {
          earlyMinutes: Type.Integer({ minimum: 0, maximum: 1440 }),
          lateMinutes: Type.Integer({ minimum: 0, maximum: 1440 }),
        },
        { additionalProperties: false },
      ),
    ),
    /** Whoever has not reported so long after the beginning counts as not come; otherwise only staff say so. */
    missedAfterMinutes: Type.Optional(Type.Integer({ minimum: 1, maximum: 1440 })),
    /** Whether one can wait for a place when all are taken, and how long an offered one is kept. */
    waiting: Type.Optional(
      Type.Object(
        {
          offerMinutes: Type.Integer({ minimum: 5, maximum: 1440 }),
          maxDays: Type.Integer({ minimum: 1, maximum: 366 }),
        },
        { additionalProperties: false },
      ),
    ),
    /** Days after the appointment at which all that is personal in it is removed; 30 when left out. */
    keepDays: Type.Optional(Type.Integer({ minimum: 0, maximum: 3650 })),
  },
  { additionalProperties: false },
);
export type Bookable = Static<typeof Bookable>;

const TooOften = Type.Object(
  {
    /** So many … */
    count: Type.Integer({ minimum: 1, maximum: 100 }),
    /** … within so many days … */
    withinDays: Type.Integer({ minimum: 1, maximum: 366 }),
    /** … and for so many days after the last one this person can't book by themselves. Staff can for them. */
    coolOffDays: Type.Integer({ minimum: 1, maximum: 366 }),
  },
  { additionalProperties: false },
);
export type TooOften = Static<typeof TooOften>;

/** How much of it one person may have. What is left out has no limit. */
export const BookingLimits = Type.Object(
  {
    /** Slots kept at the same time by one terminal for those who fill in. */
    holdsPerDevice: Type.Optional(Type.Integer({ minimum: 1, maximum: 50 })),
    /** Appointments of one person on one day. */
    perDay: Type.Optional(Type.Integer({ minimum: 1, maximum: 50 })),
    /** Appointments of one person for one service that are still to come. */
    perService: Type.Optional(Type.Integer({ minimum: 1, maximum: 50 })),
    /** All appointments of one person that are still to come. */
    open: Type.Optional(Type.Integer({ minimum: 1, maximum: 50 })),
    noShows: Type.Optional(TooOften),
    cancellations: Type.Optional(TooOften),
  },
  { additionalProperties: false },
);
export type BookingLimits = Static<typeof BookingLimits>;
