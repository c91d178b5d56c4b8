/** What a pack says about a place with a queue: its lines and their letters, its counters, its hours, who goes first. */
import * as Type from 'typebox';
import type { Static } from 'typebox';
import { Id, PlainTime, Text } from '../shared/text.ts';

/** How somebody stands in a line. `appointment` counts from a few minutes before the appointed time. */
export const Tier = Type.Union([
  Type.Literal('standard'),
  Type.Literal('priority'),
  Type.Literal('appointment'),
]);
export type Tier = Static<typeof Tier>;

const Minutes = Type.Integer({ minimum: 0, maximum: 240 });
const Share = Type.Integer({ minimum: 1, maximum: 20 });

/**
 * Who is called next. Every kind can be said in one sentence, and stands on the board:
 * - `arrival`: who came first;
 * - `appointments`: appointments when their time has come, then who came first;
 * - `strict`: appointments, then priority, then the others;
 * - `ratio`: within a line the tiers take turns, as many of each as its share says;
 * - `ageing`: who stands higher is taken to have come that many minutes earlier, so nobody waits for ever.
 */
export const Policy = Type.Union([
  Type.Object({ kind: Type.Literal('arrival') }, { additionalProperties: false }),
  Type.Object({ kind: Type.Literal('appointments') }, { additionalProperties: false }),
  Type.Object({ kind: Type.Literal('strict') }, { additionalProperties: false }),
  Type.Object(
    { kind: Type.Literal('ratio'), appointment: Share, priority: Share, standard: Share },
    { additionalProperties: false },
  ),
  Type.Object(
    { kind: Type.Literal('ageing'), appointmentMinutes: Minutes, priorityMinutes: Minutes },
    { additionalProperties: false },
  ),
]);
export type Policy = Static<typeof Policy>;

/** What one takes a ticket for. Its numbers are its letter and three digits, from 001 every morning. */
export const Line = Type.Object(
  {
    id: Id,
    letter: Type.String({ pattern: '^[A-Z]$' }),
    name: Text,
    services: Type.Array(Id, { minItems: 1 }),
    /** What to have at hand; the board says it below the number. */
    bring: Type.Optional(Text),
    /** Tickets a day, those of the night before included. */
    dailyQuota: Type.Integer({ minimum: 1, maximum: 20_000 }),
    /** Of these, how many may be taken while the place is closed, for its next day. */
    nightQuota: Type.Integer({ minimum: 0, maximum: 20_000 }),
    /** How long one person usually takes; counts until the day has shown it. */
    usualMinutes: Type.Integer({ minimum: 1, maximum: 240 }),
  },
  { additionalProperties: false },
);
export type Line = Static<typeof Line>;

export const Counter = Type.Object(
  {
    id: Id,
    /** The number on the sign; it is what is called out. */
    number: Type.Integer({ minimum: 1, maximum: 99 }),
    /** What the sign says where it says more than a number. */
    name: Type.Optional(Text),
    /** The lines its clerks can serve. */
    lines: Type.Array(Id, { minItems: 1 }),
    /** Lines served only while nobody waits in the others. */
    helps: Type.Array(Id),
  },
  { additionalProperties: false },
);
export type Counter = Static<typeof Counter>;

export const Queue = Type.Object(
  {
    place: Id,
    /** When tickets are given out; rows add up. */
    hours: Type.Array(
      Type.Object(
        {
          weekdays: Type.Array(Type.Integer({ minimum: 1, maximum: 7 }), {
            minItems: 1,
            uniqueItems: true,
          }),
          from: PlainTime,
          to: PlainTime,
          onHolidays: Type.Boolean(),
          onMakeUpDays: Type.Boolean(),
        },
        { additionalProperties: false },
      ),
      { minItems: 1 },
    ),
    policy: Policy,
    /** Asked before a ticket is taken; one yes gives priority. What was answered is not kept. */
    priority: Type.Array(
      Type.Object(
        { id: Id, ask: Text, help: Type.Optional(Text) },
        { additionalProperties: false },
      ),
    ),
    lines: Type.Array(Line, { minItems: 1 }),
    counters: Type.Array(Counter, { minItems: 1 }),
    /** How often a number is called again before it counts as missed. */
    maxRecalls: Type.Integer({ minimum: 0, maximum: 10 }),
    /** How many are called first when somebody who missed the call comes back. */
    returnAfter: Type.Integer({ minimum: 0, maximum: 20 }),
    maxReturns: Type.Integer({ minimum: 0, maximum: 10 }),
    /** How long somebody may step out and keep the place. */
    maxAwayMinutes: Type.Integer({ minimum: 5, maximum: 120 }),
    /** An appointment counts as such from so many minutes before its time. */
    dueMinutes: Type.Integer({ minimum: 0, maximum: 60 }),
    /** `true` while lines, counters or hours are invented; the screen then says 示例. */
    sample: Type.Boolean(),
  },
  { additionalProperties: false },
);
export type Queue = Static<typeof Queue>;
