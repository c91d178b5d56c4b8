/**
 * How a day is kept. One small document says how the day stands; it is all that a board reads. Whoever waits at the end of
 * a line stands in a block of 64 in the order of coming, so that a command touches a few kilobytes however long the line
 * is. And each ticket has its own document, with all that happened to it.
 */
import * as Type from 'typebox';
import type { Static } from 'typebox';
import type { HolidayYear } from '../shared/calendar.ts';
import { documentKind } from '../shared/law.ts';
import type { Place } from '../shared/place.ts';
import type { Service } from '../shared/service.ts';
import { Id, type Text } from '../shared/text.ts';
import { Tier, type Queue } from './rules.ts';

/** The slice of a pack that the queue goes by. */
export interface QueuePack {
  readonly zone: string;
  readonly places: readonly Place[];
  readonly services: readonly Service[];
  readonly queues: readonly Queue[];
  readonly closures: readonly {
    readonly place: string;
    readonly from: string;
    readonly to: string;
    readonly reason: Text;
  }[];
  readonly calendar: readonly HolidayYear[];
}

const Count = Type.Integer({ minimum: 0 });
const Instant = Type.Number();
/** Such as `A012`. */
export const TicketNumber = Type.String({ pattern: '^[A-Z]\\d{3,5}$' });

/** The blocks of one tier in one line. */
const Blocks = Type.Object({
  /** Nobody waits in a block before this one. */
  first: Count,
  /** Where the next one to come stands, counted from the morning on. */
  next: Count,
  /** Who waits in them, tickets that reached nobody left out. */
  waiting: Count,
});

const Turns = Type.Object({
  appointment: Type.Integer(),
  priority: Type.Integer(),
  standard: Type.Integer(),
});

const LineDay = Type.Object({
  /** The next number of the band. */
  next: Type.Integer({ minimum: 1 }),
  /** How many were taken the night before. */
  night: Count,
  standard: Blocks,
  priority: Blocks,
  /** Whose turn it is, under the policy `ratio`: the tier with the most. */
  turns: Turns,
  /** Seconds that the last persons took, newest last. */
  took: Type.Array(Count),
});
export type LineDay = Static<typeof LineDay>;

/** Somebody who waits elsewhere than where a newcomer would: an appointment, a transfer, somebody who is back. */
export const Placed = Type.Object({
  number: TicketNumber,
  line: Id,
  tier: Tier,
  at: Instant,
  /** The appointed time. */
  due: Type.Optional(Instant),
  /** Comes after so many more calls of the line, and then before all others. */
  after: Type.Optional(Count),
  /** Has stepped out until then. */
  awayUntil: Type.Optional(Instant),
  /** As in {@link Stander}. */
  open: Type.Optional(Type.Literal(true)),
});
export type Placed = Static<typeof Placed>;

export const Did = Type.Enum([
  'call',
  'recall',
  'miss',
  'park',
  'transfer',
  'finish',
  'return',
  'away',
  'resume',
]);
export type Did = Static<typeof Did>;

/** Who is at a counter. */
export const Here = Type.Object({
  number: TicketNumber,
  line: Id,
  tier: Tier,
  at: Instant,
  calledAt: Instant,
  recalls: Count,
});
export type Here = Static<typeof Here>;

/** What something done at a counter has moved in the line, and `undo` moves back. */
export const Moved = Type.Object({
  /** Where whoever was taken out of the line stood. */
  stood: Type.Optional(Placed),
  /** What the call has taken from the turns of the line. */
  turns: Type.Optional(Turns),
  /** Who has come one nearer by the call: they come after so many others. */
  nearer: Type.Optional(Type.Array(TicketNumber)),
});
export type Moved = Static<typeof Moved>;

const CounterDay = Type.Object({
  state: Type.Union([Type.Literal('open'), Type.Literal('paused'), Type.Literal('closed')]),
  since: Instant,
  /** The lines its clerk serves today, where these are fewer than the counter's. */
  lines: Type.Optional(Type.Array(Id)),
  here: Type.Optional(Here),
  /** What was done here last, newest last: that much can be undone. */
  done: Type.Array(
    Type.Object({
      did: Did,
      number: TicketNumber,
      at: Instant,
      moved: Type.Optional(Moved),
    }),
  ),
});
export type CounterDay = Static<typeof CounterDay>;

export const Call = Type.Object({
  /** Counts the calls of the day: whoever was away knows what was missed. */
  count: Type.Integer({ minimum: 1 }),
  number: TicketNumber,
  line: Id,
  counter: Id,
  at: Instant,
  /** How often the number was called before. */
  again: Count,
});
export type Call = Static<typeof Call>;

/** Numbers given in advance to a terminal, for a time when the hall is out of reach. */
export const Lease = Type.Object({
  id: Type.String(),
  device: Type.String(),
  line: Id,
  from: Type.Integer({ minimum: 1 }),
  to: Type.Integer({ minimum: 1 }),
  at: Instant,
  /** How many of them have come in. */
  used: Count,
});
export type Lease = Static<typeof Lease>;

/** What an hour of a line came to; times are sums in seconds. */
export const Tally = Type.Object({
  taken: Count,
  called: Count,
  waited: Count,
  finished: Count,
  took: Count,
});
export type Tally = Static<typeof Tally>;

export const QueueDay = Type.Object({
  lines: Type.Record(Type.String(), LineDay),
  placed: Type.Array(Placed),
  missed: Type.Array(TicketNumber),
  counters: Type.Record(Type.String(), CounterDay),
  /** The last calls, newest last. */
  calls: Type.Array(Call),
  leases: Type.Array(Lease),
  /** By hour `09`, then by line. */
  hours: Type.Record(Type.String(), Type.Record(Type.String(), Tally)),
  endedAt: Type.Optional(Instant),
});
export type QueueDay = Static<typeof QueueDay>;

/** One place, one day. */
export const queueDay = documentKind({ at: 'queue/day', schema: QueueDay, personal: [] });

/** Somebody at the end of a line. `open` until word has come that the ticket has reached the person. */
export const Stander = Type.Object({
  number: TicketNumber,
  at: Instant,
  open: Type.Optional(Type.Literal(true)),
});
export type Stander = Static<typeof Stander>;

/**
 * Milliseconds in which that word comes: longer than any printer takes. A terminal that died in between can't say it, and the
 * person may hold the number; so after that it counts without. The worst is a call that nobody follows.
 */
export const WORD = 3 * 60_000;

/** Whether somebody may be called, as far as their ticket goes. */
export const counts = ({ open, at }: Pick<Stander, 'open' | 'at'>, now: number): boolean =>
  !open || at < now - WORD;

export const BLOCK = 64;
export const queueBlock = documentKind({
  at: 'queue/block',
  schema: Type.Object({ standers: Type.Array(Stander) }),
  personal: [],
});
export const blockKey = (place: string, date: string, line: string, tier: Tier, block: number) =>
  queueBlock.key(place, date, line, tier, String(block).padStart(4, '0'));

export const TicketState = Type.Enum([
  'issued',
  'waiting',
  'called',
  'missed',
  'parked',
  'finished',
  'left',
]);
export type TicketState = Static<typeof TicketState>;

/** One state of a ticket, from when to when; the last has no end yet. */
export const TicketRow = Type.Object({
  state: TicketState,
  line: Id,
  from: Instant,
  to: Type.Optional(Instant),
  counter: Type.Optional(Id),
});
export type TicketRow = Static<typeof TicketRow>;

export const Ticket = Type.Object({
  number: TicketNumber,
  /** Four to eight digits that only the ticket itself shows: whoever has them holds it. */
  pass: Type.String({ pattern: '^\\d{4,8}$' }),
  tier: Tier,
  /** When the person came; a ticket of the night before, when the place opens. Kept through everything. */
  at: Instant,
  due: Type.Optional(Instant),
  /** Where it stands in the blocks of its first line. */
  stand: Type.Optional(Count),
  delivered: Type.Optional(
    Type.Union([Type.Literal('printed'), Type.Literal('shown'), Type.Literal('spoken')]),
  ),
  recalls: Count,
  returns: Count,
  rows: Type.Array(TicketRow, { minItems: 1 }),
});
export type Ticket = Static<typeof Ticket>;

/** Its key says place, day and number. Nothing in it says who the person is. */
export const queueTicket = documentKind({ at: 'queue/ticket', schema: Ticket, personal: ['pass'] });
