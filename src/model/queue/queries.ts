import * as Type from 'typebox';
import { addDays, dateAt } from '../shared/dates.ts';
import {
  answer,
  query,
  refuse,
  type Answer,
  type Ctx,
  type Docs,
  type Instant,
  type Key,
  type KeyRange,
} from '../shared/law.ts';
import { Id, type Text } from '../shared/text.ts';
import {
  counts,
  queueBlock,
  queueDay,
  queueTicket,
  type Call,
  type CounterDay,
  type Here,
  type QueueDay,
  type QueuePack,
  type Stander,
  type TicketState,
} from './documents.ts';
import { openingAt, type Opening } from './hours.ts';
import { orderOf, tierNow, whyAfter, type Waiting, type Why } from './policy.ts';
import { placeName } from './place.ts';
import type { Counter, Line, Policy, Queue, Tier } from './rules.ts';
import { counterIn, emptyDay, lastRow, lineIn } from './sheet.ts';
import { everybody, guessOfPass, HeldInput, queueAt } from './take.ts';
import { openFor, quietFrom, waitFor, waitingIn, type WaitRange } from './wait.ts';

export type QueueRefusal = 'ticket.no-queue-here' | 'counter.unknown' | 'ticket.not-found';

type QueueCtx = Ctx<QueuePack>;

const PlaceInput = Type.Object({ place: Id }, { additionalProperties: false });
const noQueue = () => refuse<QueueRefusal>('ticket.no-queue-here', { at: '/place' });

/** How a line stands. */
export interface LineNow {
  readonly id: string;
  readonly letter: string;
  readonly name: Text;
  readonly waiting: number;
  /** Counters that are open for it. */
  readonly open: number;
  /** For somebody who comes now; none while no counter is open. */
  readonly wait?: WaitRange;
}

/** What a newcomer may choose from. */
export interface Offer {
  readonly place: string;
  /** Every time is meant in it. */
  readonly zone: string;
  readonly name: Text;
  readonly opening: Opening;
  readonly ended: boolean;
  readonly policy: Policy;
  readonly returnAfter: number;
  readonly sample: boolean;
  readonly priority: Queue['priority'];
  readonly lines: readonly (LineNow & {
    readonly services: readonly Text[];
    readonly serviceIds: readonly string[];
    /** Tickets left for today. */
    readonly left: number;
    /** Tickets left for the next day, while they are given out. */
    readonly nightLeft?: number;
    /** The hour from which it is usually quiet, for two hours. */
    readonly quietFrom?: number;
  })[];
}

const WEEKS = 28;

export const offer = query({
  name: 'queue.offer',
  input: PlaceInput,
  who: everybody,
  reads: ({ place }, { pack, now }: QueueCtx): readonly KeyRange[] => {
    const today = dateAt(now, pack.zone);
    // To the next opening and beyond: how many of its tickets are gone.
    return [daysRange(place, addDays(today, -WEEKS), addDays(today, 16))];
  },
  answer(docs, { place }, { pack, now }: QueueCtx): Answer<Offer, QueueRefusal> {
    const queue = queueAt(pack, place);
    if (!queue) return noQueue();
    const opening = openingAt(pack, queue, now);
    const day = dayOf(docs, place, opening.date);
    const past = [...docs].filter(([key]) => key < queueDay.key(place, opening.date));
    const pastDays = past.map(([, doc]) => doc as QueueDay);
    const isAhead = opening.next !== undefined && opening.next.date !== opening.date;
    const nextDay = isAhead ? dayOf(docs, place, opening.next?.date ?? '') : day;
    return answer({
      place,
      zone: pack.zone,
      name: placeName(pack, place),
      opening,
      ended: day.endedAt !== undefined,
      policy: queue.policy,
      returnAfter: queue.returnAfter,
      sample: queue.sample,
      priority: queue.priority,
      lines: queue.lines.map((line) => {
        const { next, night } = lineIn(nextDay, line.id);
        const quiet = quietFrom(pastDays, line.id);
        return {
          ...lineNow(queue, day, line),
          serviceIds: line.services,
          services: line.services.map(
            (id) => pack.services.find((service) => service.id === id)?.name ?? line.name,
          ),
          left: Math.max(0, line.dailyQuota - (lineIn(day, line.id).next - 1)),
          ...(opening.next && {
            nightLeft: Math.max(0, Math.min(line.nightQuota - night, line.dailyQuota - (next - 1))),
          }),
          ...(quiet !== undefined && { quietFrom: quiet }),
        };
      }),
    });
  },
});

/** What hangs in the hall: numbers only, nobody's name. */
export interface Board {
  readonly place: string;
  /** Every time is meant in it. */
  readonly zone: string;
  readonly name: Text;
  readonly date: string;
  readonly policy: Policy;
  readonly returnAfter: number;
  readonly sample: boolean;
  readonly ended: boolean;
  readonly opening: Opening;
  readonly lines: readonly (LineNow & { readonly bring?: Text })[];
  readonly counters: readonly Pick<Counter, 'id' | 'number' | 'name'>[];
  /** The last calls, newest last. */
  readonly calls: readonly Call[];
  /** Whoever missed a call and is back, in the order of their turn, and after how many. */
  readonly back: readonly { readonly number: string; readonly after: number }[];
  readonly missed: readonly string[];
}

export const board = query({
  name: 'queue.board',
  input: PlaceInput,
  who: everybody,
  reads: ({ place }, { pack, now }: QueueCtx): readonly Key[] => [
    queueDay.key(place, dateAt(now, pack.zone)),
  ],
  answer(docs, { place }, { pack, now }: QueueCtx): Answer<Board, QueueRefusal> {
    const queue = queueAt(pack, place);
    if (!queue) return noQueue();
    const opening = openingAt(pack, queue, now);
    const day = dayOf(docs, place, opening.date);
    return answer({
      place,
      zone: pack.zone,
      name: placeName(pack, place),
      date: opening.date,
      policy: queue.policy,
      returnAfter: queue.returnAfter,
      sample: queue.sample,
      ended: day.endedAt !== undefined,
      opening,
      lines: queue.lines.map((line) => ({
        ...lineNow(queue, day, line),
        ...(line.bring && { bring: line.bring }),
      })),
      counters: queue.counters.map(({ id, number, name }) => ({
        id,
        number,
        ...(name && { name }),
      })),
      calls: day.calls,
      back: day.placed
        .filter(({ after }) => after !== undefined)
        .map(({ number, after = 0 }) => ({ number, after }))
        .sort((a, b) => a.after - b.after),
      missed: day.missed,
    });
  },
});

/** One who waits, as a clerk sees it. */
export interface Waiter {
  readonly number: string;
  readonly line: string;
  readonly tier: Tier;
  /** Whether the appointment counts already. */
  readonly isDue: boolean;
  readonly at: Instant;
  readonly due?: Instant;
  readonly after?: number;
  readonly awayUntil?: Instant;
}

export interface Desk {
  readonly place: string;
  /** Every time is meant in it. */
  readonly zone: string;
  readonly date: string;
  readonly counter: Pick<Counter, 'id' | 'number' | 'name' | 'lines' | 'helps'>;
  readonly state: CounterDay['state'];
  readonly since: Instant;
  readonly ended: boolean;
  readonly sample: boolean;
  readonly policy: Policy;
  readonly maxAwayMinutes: number;
  readonly here?: Here & { readonly recallsLeft: number };
  readonly lines: readonly LineNow[];
  /** The first who wait in its lines, in the order of each line; at most {@link SHOWN} a line. */
  readonly waiting: readonly Waiter[];
  readonly missed: readonly string[];
  /** What can be undone. */
  readonly undo?: Pick<CounterDay['done'][number], 'did' | 'number' | 'at'>;
}

const SHOWN = 12;

export const desk = query({
  name: 'queue.desk',
  input: Type.Object({ place: Id, counter: Id }, { additionalProperties: false }),
  who: ['staff:counter'],
  reads: ({ place }, { pack, now }: QueueCtx) => {
    const date = dateAt(now, pack.zone);
    return [queueDay.key(place, date), queueBlock.range(place, date)];
  },
  answer(docs, { place, counter: id }, { pack, now }: QueueCtx): Answer<Desk, QueueRefusal> {
    const queue = queueAt(pack, place);
    if (!queue) return noQueue();
    const counter = queue.counters.find((one) => one.id === id);
    if (!counter) return refuse('counter.unknown', { at: '/counter' });
    const date = dateAt(now, pack.zone);
    const day = dayOf(docs, place, date);
    const { state, since, here, done, lines } = counterIn(day, id);
    const served = [...(lines ?? counter.lines), ...counter.helps];
    const undo = done.at(-1);
    return answer({
      place,
      zone: pack.zone,
      date,
      counter,
      state,
      since,
      ended: day.endedAt !== undefined,
      sample: queue.sample,
      policy: queue.policy,
      maxAwayMinutes: queue.maxAwayMinutes,
      ...(here && { here: { ...here, recallsLeft: queue.maxRecalls - here.recalls } }),
      lines: queue.lines.map((line) => lineNow(queue, day, line)),
      waiting: served.flatMap((line) =>
        orderIn(docs, queue, day, date, line, now)
          .slice(0, SHOWN)
          .map((one) => waiterOf(one, queue, now)),
      ),
      missed: day.missed,
      ...(undo && { undo: { did: undo.did, number: undo.number, at: undo.at } }),
    });
  },
});

function waiterOf(one: Waiting, queue: Queue, now: Instant): Waiter {
  return { ...one, isDue: tierNow(one, queue, now) === 'appointment' };
}

/** How a ticket stands, for whoever holds it. */
export interface Status {
  readonly place: string;
  /** Every time is meant in it. */
  readonly zone: string;
  readonly name: Text;
  readonly date: string;
  readonly number: string;
  readonly line: LineNow;
  readonly tier: Tier;
  readonly state: TicketState;
  readonly since: Instant;
  readonly ended: boolean;
  readonly sample: boolean;
  readonly policy: Policy;
  readonly maxAwayMinutes: number;
  readonly returnAfter: number;
  readonly returnsLeft: number;
  readonly counter?: Pick<Counter, 'id' | 'number' | 'name'>;
  readonly due?: Instant;
  /** While waiting: 1 for the next. */
  readonly position?: number;
  readonly why?: Why;
  readonly wait?: WaitRange;
  readonly awayUntil?: Instant;
}

export const status = query({
  name: 'queue.status',
  input: Type.Object(HeldInput, { additionalProperties: false }),
  who: everybody,
  guess: guessOfPass,
  reads: ({ place, date, number }) => [
    queueDay.key(place, date),
    queueTicket.key(place, date, number),
    queueBlock.range(place, date),
  ],
  answer(
    docs,
    { place, date, number, pass },
    { pack, now }: QueueCtx,
  ): Answer<Status, QueueRefusal> {
    const queue = queueAt(pack, place);
    if (!queue) return noQueue();
    const ticket = queueTicket.find(docs, queueTicket.key(place, date, number));
    const line = ticket && queue.lines.find(({ id }) => id === lastRow(ticket).line);
    if (!ticket || !line || ticket.pass !== pass) return refuse('ticket.not-found');
    const day = dayOf(docs, place, date);
    const row = lastRow(ticket);
    const counter = queue.counters.find(({ id }) => id === row.counter);
    return answer({
      place,
      zone: pack.zone,
      name: placeName(pack, place),
      date,
      number,
      line: lineNow(queue, day, line),
      tier: ticket.tier,
      state: row.state,
      since: row.from,
      ended: day.endedAt !== undefined || date < dateAt(now, pack.zone),
      sample: queue.sample,
      policy: queue.policy,
      maxAwayMinutes: queue.maxAwayMinutes,
      returnAfter: queue.returnAfter,
      returnsLeft: queue.maxReturns - ticket.returns,
      ...(counter && {
        counter: {
          id: counter.id,
          number: counter.number,
          ...(counter.name && { name: counter.name }),
        },
      }),
      ...(ticket.due !== undefined && { due: ticket.due }),
      ...standingOf(docs, queue, day, date, line, number, now),
    });
  },
});

function standingOf(
  docs: Docs,
  queue: Queue,
  day: QueueDay,
  date: string,
  line: Line,
  number: string,
  now: Instant,
): Pick<Status, 'position' | 'why' | 'wait' | 'awayUntil'> {
  const order = orderIn(docs, queue, day, date, line.id, now);
  const index = order.findIndex((one) => one.number === number);
  const me = order[index];
  if (!me) return {};
  const wait = waitFor(queue, day, line, index);
  return {
    position: index + 1,
    why: whyAfter(queue, me, order.slice(0, index), now),
    ...(wait && { wait }),
    ...(me.awayUntil !== undefined && me.awayUntil > now && { awayUntil: me.awayUntil }),
  };
}

const dayOf = (docs: Docs, place: string, date: string): QueueDay =>
  queueDay.find(docs, queueDay.key(place, date)) ?? emptyDay;

const daysRange = (place: string, first: string, last: string): KeyRange => ({
  from: queueDay.key(place, first),
  to: `${queueDay.key(place, last)}~`,
});

function lineNow(queue: Queue, day: QueueDay, line: Line): LineNow {
  const waiting = waitingIn(day, line.id);
  const wait = waitFor(queue, day, line, waiting);
  const { id, letter, name } = line;
  return {
    id,
    letter,
    name,
    waiting,
    open: openFor(queue, day, id).length,
    ...(wait && { wait }),
  };
}

/** A line in the order of its calls, from the blocks that were read. */
function orderIn(
  docs: Docs,
  queue: Queue,
  day: QueueDay,
  date: string,
  line: string,
  now: Instant,
): Waiting[] {
  const inBlocks = (['standard', 'priority'] as const).flatMap((tier) => {
    const range = queueBlock.range(queue.place, date, line, tier);
    return [...docs]
      .filter(([key]) => range.from <= key && key < range.to)
      .flatMap(([, doc]) => (doc as { readonly standers: readonly Stander[] }).standers)
      .map(({ number, at, open }) => ({ number, line, tier, at, ...(open && { open }) }));
  });
  const waiting = [...inBlocks, ...day.placed.filter((one) => one.line === line)];
  return orderOf(
    queue,
    lineIn(day, line).turns,
    waiting.filter((one) => counts(one, now)),
    now,
  );
}
