/** What a clerk does with the people in the line. */
import * as Type from 'typebox';
import { dateAt } from '../shared/dates.ts';
import {
  accept,
  command,
  refuse,
  type Ctx,
  type Decision,
  type Docs,
  type DomainEvent,
  type Key,
} from '../shared/law.ts';
import { Id } from '../shared/text.ts';
import {
  TicketNumber,
  type Did,
  type Here,
  type Placed,
  type QueuePack,
  type Ticket,
  type TicketRow,
} from './documents.ts';
import type { Counter } from './rules.ts';
import { lastRow, Sheet } from './sheet.ts';
import { lineOf, queueAt, ticketKeys } from './take.ts';

export type CallRefusal =
  | 'counter.unknown'
  | 'counter.not-open'
  | 'counter.busy'
  | 'counter.nobody-here'
  | 'counter.nothing-to-undo'
  | 'ticket.nobody-waits'
  | 'ticket.not-waiting'
  | 'ticket.not-missed'
  | 'ticket.moved-on'
  | 'ticket.called-enough'
  | 'ticket.returned-enough'
  | 'ticket.unknown-line'
  | 'ticket.not-found';

type QueueCtx = Ctx<QueuePack>;
const MINUTE = 60_000;

/** Who is called, and for how long it was waited for. */
export interface Called {
  readonly number: string;
  readonly line: string;
  readonly counter: string;
}

const AtCounter = { place: Id, counter: Id };
const CounterInput = Type.Object(AtCounter, { additionalProperties: false });

export interface Desk {
  readonly sheet: Sheet;
  readonly counter: Counter;
}

export function deskOf(
  docs: Docs,
  input: { readonly place: string; readonly counter: string },
  { pack, now }: QueueCtx,
): Desk | undefined {
  const queue = queueAt(pack, input.place);
  const counter = queue?.counters.find(({ id }) => id === input.counter);
  if (!queue || !counter) return undefined;
  return { sheet: new Sheet(docs, queue, dateAt(now, pack.zone)), counter };
}

/** The day, and whoever is at the counter. */
function deskKeys(
  docs: Docs,
  input: { readonly place: string; readonly counter: string },
  ctx: QueueCtx,
  more: (desk: Desk) => readonly Key[] = () => [],
): readonly Key[] {
  const desk = deskOf(docs, input, ctx);
  if (!desk) return [];
  const { sheet, counter } = desk;
  const { here } = sheet.counter(counter.id);
  return [sheet.dayKey, ...(here ? [sheet.ticketKey(here.number)] : []), ...more(desk)];
}

const eventOf = (
  type: string,
  { place, date }: Sheet,
  { number, line, counter }: Called,
): DomainEvent => ({ type, data: { place, date, number, line, counter } });

/**
 * Calls the next, or the one with that number. Whoever was at the counter is finished with the same step. Two counters that
 * press at once get two persons.
 */
export const call = command({
  name: 'ticket.call',
  input: Type.Object(
    { ...AtCounter, number: Type.Optional(TicketNumber) },
    { additionalProperties: false },
  ),
  who: ['staff:counter'],
  offline: 'refuse',
  touches: (input, docs, ctx: QueueCtx) =>
    deskKeys(docs, input, ctx, ({ sheet, counter }) => {
      if (!docs.has(sheet.dayKey)) return [];
      if (input.number) return ticketKeys(sheet, input.number);
      const lines = [...(sheet.counter(counter.id).lines ?? counter.lines), ...counter.helps];
      const heads = sheet.headKeys(lines, ctx.now);
      if (!heads.every((key) => docs.has(key))) return heads;
      const pick = sheet.next(counter, ctx.now);
      return [...heads, ...(pick ? ticketKeys(sheet, pick.next.number) : [])];
    }),
  decide(docs, input, ctx: QueueCtx): Decision<Called, CallRefusal> {
    const desk = deskOf(docs, input, ctx);
    if (!desk) return refuse('counter.unknown', { at: '/counter' });
    const { sheet, counter } = desk;
    if (sheet.counter(counter.id).state !== 'open') return refuse('counter.not-open');
    const pick = input.number ? undefined : sheet.next(counter, ctx.now);
    const number = input.number ?? pick?.next.number;
    if (!number) return refuse('ticket.nobody-waits');
    const found = sheet.ticket(number);
    if (!found) return refuse('ticket.not-found', { at: '/number' });
    const { state } = lastRow(found);
    if (!['issued', 'waiting', 'parked', 'missed'].includes(state))
      return refuse('ticket.not-waiting', { at: '/number', facts: { state } });

    const events = finishHere(desk, ctx);
    // No word that the ticket has reached anybody; whoever it is stands there, or was given time enough.
    const ticket = state === 'issued' ? sheet.comes(found, ctx) : found;
    const lifted = state === 'missed' ? undefined : sheet.lift(ticket);
    if (state === 'missed')
      sheet.setDay({ missed: sheet.day.missed.filter((one) => one !== number) });
    const line = lifted?.line ?? lastRow(ticket).line;
    if (pick) sheet.setLine(line, { turns: pick.turns });
    countDown(sheet, line);
    sheet.sweep(line);

    const called = { number, line, counter: counter.id };
    sheet.turn(ticket, { state: 'called', line, from: ctx.now, counter: counter.id });
    sheet.setCounter(counter.id, { here: hereOf(ticket, line, ctx.now) });
    sheet.announce(number, line, counter.id, ctx.now, 0);
    sheet.remember(counter.id, { did: 'call', number, at: ctx.now });
    sheet.tally(line, ctx.now, ctx.pack.zone, { called: 1, waited: waitedBefore(ticket, ctx.now) });
    return accept(called, sheet.changes(), [...events, eventOf('ticket.called', sheet, called)]);
  },
});

function hereOf({ number, tier, at, recalls }: Ticket, line: string, calledAt: number): Here {
  return { number, line, tier, at, calledAt, recalls };
}

function setRecalls({ sheet, counter }: Desk, recalls: number): void {
  const { here } = sheet.counter(counter.id);
  if (here) sheet.setCounter(counter.id, { here: { ...here, recalls } });
}

/** Seconds from coming to being called; a second call of the same person counts as none. */
function waitedBefore(ticket: Ticket, now: number): number {
  const isFirst = !ticket.rows.some(({ state }) => state === 'called');
  return isFirst ? Math.max(0, Math.round((now - ticket.at) / 1000)) : 0;
}

/** One more was called: whoever is to come after so many others is one nearer. */
function countDown(sheet: Sheet, line: string): void {
  if (!sheet.day.placed.some((one) => one.line === line && one.after)) return;
  sheet.setDay({
    placed: sheet.day.placed.map((one) =>
      one.line === line && one.after ? { ...one, after: one.after - 1 } : one,
    ),
  });
}

/** Finishes whoever is at the counter, if anybody. */
function finishHere({ sheet, counter }: Desk, { now, pack }: QueueCtx): DomainEvent[] {
  const { here } = sheet.counter(counter.id);
  const ticket = here && sheet.ticket(here.number);
  if (!ticket) return [];
  const { line, from } = lastRow(ticket);
  const seconds = Math.round((now - from) / 1000);
  sheet.turn(ticket, { state: 'finished', line, from: now, counter: counter.id });
  sheet.setCounter(counter.id, { here: undefined });
  sheet.took(line, seconds);
  sheet.tally(line, now, pack.zone, { finished: 1, took: seconds });
  sheet.remember(counter.id, { did: 'finish', number: ticket.number, at: now });
  return [eventOf('ticket.finished', sheet, { number: ticket.number, line, counter: counter.id })];
}

/** The clerk is done with the person at the counter. */
export const finish = command({
  name: 'ticket.finish',
  input: CounterInput,
  who: ['staff:counter'],
  offline: 'refuse',
  touches: (input, docs, ctx: QueueCtx) => deskKeys(docs, input, ctx),
  decide(docs, input, ctx: QueueCtx): Decision<{ readonly number: string }, CallRefusal> {
    const here = atDesk(docs, input, ctx);
    if (!here.ok) return here;
    const events = finishHere(here.desk, ctx);
    return accept({ number: here.ticket.number }, here.desk.sheet.changes(), events);
  },
});

type AtDesk =
  | { readonly ok: true; readonly desk: Desk; readonly ticket: Ticket }
  | ReturnType<typeof refuse<CallRefusal>>;

/** Who is at the counter now. */
function atDesk(
  docs: Docs,
  input: { readonly place: string; readonly counter: string },
  ctx: QueueCtx,
): AtDesk {
  const desk = deskOf(docs, input, ctx);
  if (!desk) return refuse('counter.unknown', { at: '/counter' });
  const { here } = desk.sheet.counter(desk.counter.id);
  const ticket = here && desk.sheet.ticket(here.number);
  return ticket ? { ok: true, desk, ticket } : refuse('counter.nobody-here');
}

/** Calls the same number again, aloud and on the board. */
export const recall = command({
  name: 'ticket.recall',
  input: CounterInput,
  who: ['staff:counter'],
  offline: 'refuse',
  touches: (input, docs, ctx: QueueCtx) => deskKeys(docs, input, ctx),
  decide(
    docs,
    input,
    ctx: QueueCtx,
  ): Decision<{ readonly number: string; readonly left: number }, CallRefusal> {
    const here = atDesk(docs, input, ctx);
    if (!here.ok) return here;
    const { sheet, counter } = here.desk;
    const { number } = here.ticket;
    const recalls = here.ticket.recalls + 1;
    const { maxRecalls } = sheet.queue;
    if (recalls > maxRecalls) return refuse('ticket.called-enough', { facts: { maxRecalls } });
    const { line } = lastRow(here.ticket);
    sheet.setTicket({ ...here.ticket, recalls });
    setRecalls(here.desk, recalls);
    sheet.announce(number, line, counter.id, ctx.now, recalls);
    sheet.remember(counter.id, { did: 'recall', number, at: ctx.now });
    const event = eventOf('ticket.recalled', sheet, { number, line, counter: counter.id });
    return accept({ number, left: maxRecalls - recalls }, sheet.changes(), [event]);
  },
});

/** Leaves the counter for another state, and remembers that this was done here. */
function leave(
  here: AtDesk & { ok: true },
  did: Did,
  row: Omit<TicketRow, 'from'>,
  ctx: QueueCtx,
  changes: Partial<Ticket> = {},
): DomainEvent {
  const { sheet, counter } = here.desk;
  const { number } = here.ticket;
  sheet.turn(here.ticket, { ...row, from: ctx.now }, changes);
  sheet.setCounter(counter.id, { here: undefined });
  sheet.remember(counter.id, { did, number, at: ctx.now });
  return eventOf(`ticket.${row.state}`, sheet, { number, line: row.line, counter: counter.id });
}

/** Nobody came. The number is not lost: whoever comes back within the day is called after a few others. */
export const miss = command({
  name: 'ticket.miss',
  input: CounterInput,
  who: ['staff:counter'],
  offline: 'refuse',
  touches: (input, docs, ctx: QueueCtx) => deskKeys(docs, input, ctx),
  decide(docs, input, ctx: QueueCtx): Decision<{ readonly number: string }, CallRefusal> {
    const here = atDesk(docs, input, ctx);
    if (!here.ok) return here;
    const { sheet } = here.desk;
    const { number } = here.ticket;
    const { line } = lastRow(here.ticket);
    const event = leave(here, 'miss', { state: 'missed', line }, ctx);
    sheet.setDay({ missed: [...sheet.day.missed, number] });
    return accept({ number }, sheet.changes(), [event]);
  },
});

const AwayMinutes = Type.Integer({ minimum: 1, maximum: 120 });

/** The person fetches something and keeps the place. */
export const park = command({
  name: 'ticket.park',
  input: Type.Object({ ...AtCounter, minutes: AwayMinutes }, { additionalProperties: false }),
  who: ['staff:counter'],
  offline: 'refuse',
  touches: (input, docs, ctx: QueueCtx) => deskKeys(docs, input, ctx),
  decide(docs, input, ctx: QueueCtx): Decision<{ readonly number: string }, CallRefusal> {
    const here = atDesk(docs, input, ctx);
    if (!here.ok) return here;
    const { sheet } = here.desk;
    const { line } = lastRow(here.ticket);
    const event = leave(here, 'park', { state: 'parked', line }, ctx);
    const minutes = Math.min(input.minutes, sheet.queue.maxAwayMinutes);
    sheet.insert({ ...placedOf(here.ticket, line), awayUntil: ctx.now + minutes * MINUTE });
    return accept({ number: here.ticket.number }, sheet.changes(), [event]);
  },
});

export function placedOf({ number, tier, at, due }: Ticket, line: string): Placed {
  return { number, line, tier, at, ...(due !== undefined && { due }) };
}

/** Another line can help better. The time of coming goes along. */
export const transfer = command({
  name: 'ticket.transfer',
  input: Type.Object({ ...AtCounter, line: Id }, { additionalProperties: false }),
  who: ['staff:counter'],
  offline: 'refuse',
  touches: (input, docs, ctx: QueueCtx) => deskKeys(docs, input, ctx),
  decide(docs, input, ctx: QueueCtx): Decision<{ readonly number: string }, CallRefusal> {
    const here = atDesk(docs, input, ctx);
    if (!here.ok) return here;
    const { sheet } = here.desk;
    if (!lineOf(sheet.queue, input.line)) return refuse('ticket.unknown-line', { at: '/line' });
    const event = leave(here, 'transfer', { state: 'waiting', line: input.line }, ctx);
    sheet.insert(placedOf(here.ticket, input.line));
    return accept({ number: here.ticket.number }, sheet.changes(), [event]);
  },
});

/** The state that each of these leaves a ticket in. */
const leadsTo: Readonly<Record<Exclude<Did, 'recall'>, TicketRow['state']>> = {
  call: 'called',
  miss: 'missed',
  park: 'parked',
  transfer: 'waiting',
  finish: 'finished',
  return: 'waiting',
  resume: 'waiting',
};

/** Takes back the last thing done at a counter, if nobody else has gone on from there. */
export const undo = command({
  name: 'ticket.undo',
  input: CounterInput,
  who: ['staff:counter'],
  offline: 'refuse',
  touches: (input, docs, ctx: QueueCtx) =>
    deskKeys(docs, input, ctx, ({ sheet, counter }) => {
      const last = sheet.counter(counter.id).done.at(-1);
      return last ? [sheet.ticketKey(last.number)] : [];
    }),
  decide(
    docs,
    input,
    ctx: QueueCtx,
  ): Decision<{ readonly number: string; readonly did: Did }, CallRefusal> {
    const desk = deskOf(docs, input, ctx);
    if (!desk) return refuse('counter.unknown', { at: '/counter' });
    const { sheet, counter } = desk;
    const here = sheet.counter(counter.id);
    const last = here.done.at(-1);
    const ticket = last && sheet.ticket(last.number);
    if (!last || !ticket) return refuse('counter.nothing-to-undo');
    const { did, number, at } = last;
    sheet.setCounter(counter.id, { done: here.done.slice(0, -1) });
    if (did === 'recall') {
      if (here.here?.number !== number) return refuse('ticket.moved-on', { facts: { number } });
      const recalls = Math.max(0, ticket.recalls - 1);
      sheet.setTicket({ ...ticket, recalls });
      setRecalls(desk, recalls);
      return accept({ number, did }, sheet.changes());
    }
    const row = lastRow(ticket);
    const before = ticket.rows.at(-2);
    const isAsLeft =
      row.from === at &&
      row.state === leadsTo[did] &&
      (did !== 'call' || row.counter === counter.id);
    if (!before || !isAsLeft) return refuse('ticket.moved-on', { facts: { number } });
    const isBackHere = before.state === 'called';
    if (isBackHere && here.here)
      return refuse('counter.busy', { facts: { number: here.here.number } });

    undoTally(sheet, ticket, row, before, ctx);
    takeOut(sheet, ticket, row);
    const { to: _, ...open } = before;
    const returns = did === 'return' ? ticket.returns - 1 : ticket.returns;
    sheet.setTicket({ ...ticket, returns, rows: [...ticket.rows.slice(0, -2), open] });
    putBack(sheet, ticket, open, counter.id);
    const { line } = open;
    return accept({ number, did }, sheet.changes(), [
      {
        type: 'ticket.undone',
        data: { place: sheet.place, date: sheet.date, number, line, counter: counter.id, did },
      },
    ]);
  },
});

/** Out of where its last row has put it. */
function takeOut(sheet: Sheet, ticket: Ticket, { state, counter }: TicketRow): void {
  const { number } = ticket;
  if (state === 'called' && counter) sheet.setCounter(counter, { here: undefined });
  if (state === 'missed')
    sheet.setDay({ missed: sheet.day.missed.filter((one) => one !== number) });
  if (state === 'waiting' || state === 'parked')
    sheet.setDay({ placed: sheet.day.placed.filter((one) => one.number !== number) });
}

/** Into where the row before had it; somebody called by mistake is the next again. */
function putBack(
  sheet: Sheet,
  ticket: Ticket,
  { state, line, from }: TicketRow,
  counter: string,
): void {
  const { number } = ticket;
  if (state === 'called') sheet.setCounter(counter, { here: hereOf(ticket, line, from) });
  if (state === 'missed') sheet.setDay({ missed: [...sheet.day.missed, number] });
  if (state === 'waiting') sheet.insert({ ...placedOf(ticket, line), after: 0 });
  if (state === 'parked') sheet.insert(placedOf(ticket, line));
}

function undoTally(
  sheet: Sheet,
  ticket: Ticket,
  row: TicketRow,
  before: TicketRow,
  { pack }: QueueCtx,
): void {
  if (row.state === 'called')
    sheet.tally(row.line, row.from, pack.zone, {
      called: -1,
      waited: -waitedBefore({ ...ticket, rows: ticket.rows.slice(0, -1) }, row.from),
    });
  if (row.state === 'finished') {
    const seconds = Math.round((row.from - before.from) / 1000);
    sheet.tally(row.line, row.from, pack.zone, { finished: -1, took: -seconds });
    const { took } = sheet.line(row.line);
    const index = took.lastIndexOf(seconds);
    sheet.setLine(row.line, { took: took.filter((_, i) => i !== index) });
  }
}
