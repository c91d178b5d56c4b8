/** What a pack says about activities: shifts of volunteers, convenience services (haircuts, repairs), events. */
import * as Type from 'typebox';
import type { Static } from 'typebox';
import { Id, PlainDate, PlainTime, Text } from '../shared/text.ts';

/** Every week at these times; or once, on `dates`. */
export const Times = Type.Object(
  {
    /** 1 Monday … 7 Sunday. */
    weekdays: Type.Array(Type.Integer({ minimum: 1, maximum: 7 }), { uniqueItems: true }),
    dates: Type.Optional(Type.Array(PlainDate, { maxItems: 100 })),
    from: PlainTime,
    to: PlainTime,
    places: Type.Integer({ minimum: 1, maximum: 500 }),
    validFrom: Type.Optional(PlainDate),
    validTo: Type.Optional(PlainDate),
    onHolidays: Type.Boolean(),
  },
  { additionalProperties: false },
);
export type Times = Static<typeof Times>;

export const Activity = Type.Object(
  {
    id: Id,
    /** Of a `shift` the hours go on the volunteer's record. */
    kind: Type.Union([Type.Literal('shift'), Type.Literal('service'), Type.Literal('event')]),
    name: Text,
    about: Text,
    place: Id,
    /** What helpers should be able to do, or what to bring. */
    skills: Type.Array(Text),
    times: Type.Array(Times, { minItems: 1 }),
    /** How many days ahead one may sign up. */
    horizonDays: Type.Integer({ minimum: 1, maximum: 90 }),
    /** How many may wait when all places are taken. */
    waiting: Type.Integer({ minimum: 0, maximum: 200 }),
    /** Days after it at which all that is personal in it is removed. The record of hours stays. */
    keepDays: Type.Integer({ minimum: 1, maximum: 3650 }),
    sample: Type.Boolean(),
  },
  { additionalProperties: false },
);
export type Activity = Static<typeof Activity>;
