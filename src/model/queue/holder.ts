/** What whoever holds a ticket may do with it: step out, come back, come back after a missed call, give it up. */
import * as Type from 'typebox';
import type { Static } from 'typebox';
import {
  accept,
  command,
  may,
  refuse,
  type Ctx,
  type Decision,
  type Docs,
  type DomainEvent,
  type Refusal,
  type Who,
} from '../shared/law.ts';
import { Id } from '../shared/text.ts';
import type { Did, Moved, QueuePack, Ticket, TicketRow, TicketState } from './documents.ts';
import { placedOf, type CallRefusal } from './desk.ts';
import { lastRow, Sheet } from './sheet.ts';
import { everybody, guessOfPass, HeldInput, queueAt, ticketKeys } from './take.ts';

type QueueCtx = Ctx<QueuePack>;
const MINUTE = 60_000;
const clerks: readonly Who[] = ['staff:counter'];

const HolderInput = {
  ...HeldInput,
  /** Staff need none; everybody else proves with it that the ticket is theirs. */
  pass: Type.Optional(HeldInput.pass),
  /** The counter at which a clerk does it, so that it can be undone there. */
  counter: Type.Optional(Id),
};
const Holding = Type.Object(HolderInput, { additionalProperties: false });
type Holding = Static<typeof Holding>;

function touches(input: Holding, docs: Docs, { pack }: QueueCtx) {
  const queue = queueAt(pack, input.place);
  if (!queue) return [];
  const sheet = new Sheet(docs, queue, input.date);
  return [sheet.dayKey, ...ticketKeys(sheet, input.number)];
}

interface Found {
  readonly ok: true;
  readonly sheet: Sheet;
  readonly ticket: Ticket;
  readonly row: TicketRow;
}

function find(
  docs: Docs,
  { place, date, number, pass }: Holding,
  { pack, actor }: QueueCtx,
): Found | { readonly ok: false; readonly refusal: Refusal<CallRefusal> } {
  const queue = queueAt(pack, place);
  const sheet = queue && new Sheet(docs, queue, date);
  const ticket = sheet?.ticket(number);
  // A wrong pass and a number that does not exist are answered alike.
  if (!sheet || !ticket || (!may(clerks, actor) && ticket.pass !== pass))
    return refuse('ticket.not-found');
  return { ok: true, sheet, ticket, row: lastRow(ticket) };
}

/** Writes the new state, and remembers at the counter that it was done there. */
function turn(
  { sheet, ticket, row }: Found,
  did: Did | undefined,
  state: TicketState,
  { counter }: Holding,
  ctx: QueueCtx,
  { moved, ...changes }: Partial<Ticket> & { readonly moved?: Moved } = {},
): DomainEvent {
  const { number } = ticket;
  const { line } = row;
  sheet.turn(ticket, { state, line, from: ctx.now }, changes);
  const isStaffs = may(clerks, ctx.actor) && counter !== undefined && did !== undefined;
  if (isStaffs && sheet.queue.counters.some(({ id }) => id === counter))
    sheet.remember(counter, { did, number, at: ctx.now, ...(moved && { moved }) });
  const type = did === 'return' ? 'ticket.returned' : `ticket.${state}`;
  return { type, data: { place: sheet.place, date: sheet.date, number, line } };
}

/** Steps out for some minutes. Whoever is back by then stands where they stood; nobody else moves. */
export const away = command({
  name: 'ticket.away',
  input: Type.Object(
    { ...HolderInput, minutes: Type.Integer({ minimum: 1, maximum: 120 }) },
    { additionalProperties: false },
  ),
  who: everybody,
  guess: guessOfPass,
  offline: 'refuse',
  touches,
  decide(docs, input, ctx: QueueCtx): Decision<{ readonly awayUntil: number }, CallRefusal> {
    const found = find(docs, input, ctx);
    if (!found.ok) return found;
    const { sheet, ticket, row } = found;
    if (row.state !== 'waiting' && row.state !== 'parked')
      return refuse('ticket.not-waiting', { facts: { state: row.state } });
    const minutes = Math.min(input.minutes, sheet.queue.maxAwayMinutes);
    const awayUntil = ctx.now + minutes * MINUTE;
    const stood = sheet.lift(ticket) ?? placedOf(ticket, row.line);
    sheet.insert({ ...stood, awayUntil });
    const event = turn(found, 'away', 'parked', input, ctx, { moved: { stood } });
    return accept({ awayUntil }, sheet.changes(), [event]);
  },
});

/** Is back before the time, and may be called from now on. */
export const back = command({
  name: 'ticket.back',
  input: Holding,
  who: everybody,
  guess: guessOfPass,
  offline: 'refuse',
  touches,
  decide(docs, input, ctx: QueueCtx): Decision<{ readonly number: string }, CallRefusal> {
    const found = find(docs, input, ctx);
    if (!found.ok) return found;
    const { sheet, ticket, row } = found;
    if (row.state !== 'parked')
      return refuse('ticket.not-waiting', { facts: { state: row.state } });
    const stood = sheet.lift(ticket) ?? placedOf(ticket, row.line);
    const { awayUntil: _, ...placed } = stood;
    sheet.insert(placed);
    const event = turn(found, 'resume', 'waiting', input, ctx, { moved: { stood } });
    return accept({ number: ticket.number }, sheet.changes(), [event]);
  },
});

/** Missed the call and is here now: comes after a few others, and that is shown to everybody. */
export const comeBack = command({
  name: 'ticket.return',
  input: Holding,
  who: everybody,
  guess: guessOfPass,
  offline: 'refuse',
  touches,
  decide(docs, input, ctx: QueueCtx): Decision<{ readonly after: number }, CallRefusal> {
    const found = find(docs, input, ctx);
    if (!found.ok) return found;
    const { sheet, ticket, row } = found;
    if (row.state !== 'missed') return refuse('ticket.not-missed', { facts: { state: row.state } });
    const { maxReturns, returnAfter: after } = sheet.queue;
    if (ticket.returns >= maxReturns)
      return refuse('ticket.returned-enough', { facts: { maxReturns } });
    sheet.setDay({ missed: sheet.day.missed.filter((one) => one !== ticket.number) });
    sheet.insert({ ...placedOf(ticket, row.line), after });
    const returns = ticket.returns + 1;
    const event = turn(found, 'return', 'waiting', input, ctx, { returns, recalls: 0 });
    return accept({ after }, sheet.changes(), [event]);
  },
});

/** Gives the ticket up, so that nobody is called for nothing. */
export const giveUp = command({
  name: 'ticket.leave',
  input: Holding,
  who: everybody,
  guess: guessOfPass,
  offline: 'refuse',
  touches,
  decide(docs, input, ctx: QueueCtx): Decision<{ readonly number: string }, CallRefusal> {
    const found = find(docs, input, ctx);
    if (!found.ok) return found;
    const { sheet, ticket, row } = found;
    if (!['issued', 'waiting', 'parked', 'missed'].includes(row.state))
      return refuse('ticket.not-waiting', { facts: { state: row.state } });
    sheet.lift(ticket);
    sheet.setDay({ missed: sheet.day.missed.filter((one) => one !== ticket.number) });
    const event = turn(found, undefined, 'left', input, ctx);
    return accept({ number: ticket.number }, sheet.changes(), [event]);
  },
});
