/** What a clerk does with the people in the line. */
import * as Type from 'typebox';
import { accept, command, refuse, type Decision, type DomainEvent } from '../shared/law.ts';
import { Id } from '../shared/text.ts';
import {
  atDesk,
  AtCounter,
  CounterInput,
  deskKeys,
  deskOf,
  eventOf,
  hereOf,
  placedOf,
  setRecalls,
  waitedBefore,
  type AtDesk,
  type Called,
  type CallRefusal,
  type Desk,
  type QueueCtx,
} from './desk.ts';
import { TicketNumber, type Did, type Ticket, type TicketRow } from './documents.ts';
import { turnsLess } from './policy.ts';
import { lastRow, settled, type Sheet } from './sheet.ts';
import { lineOf, ticketKeys } from './take.ts';

const MINUTE = 60_000;

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
    const turns = pick && turnsLess(pick.turns, sheet.line(line).turns);
    if (pick) sheet.setLine(line, { turns: pick.turns });
    const nearer = countDown(sheet, line);
    sheet.sweep(line);

    const called = { number, line, counter: counter.id };
    sheet.turn(ticket, { state: 'called', line, from: ctx.now, counter: counter.id });
    sheet.setCounter(counter.id, { here: hereOf(ticket, line, ctx.now) });
    sheet.announce(number, line, counter.id, ctx.now, 0);
    const moved = { ...(lifted && { stood: settled(lifted) }), ...(turns && { turns }), nearer };
    sheet.remember(counter.id, { did: 'call', number, at: ctx.now, moved });
    sheet.tally(line, ctx.now, ctx.pack.zone, { called: 1, waited: waitedBefore(ticket, ctx.now) });
    return accept(called, sheet.changes(), [...events, eventOf('ticket.called', sheet, called)]);
  },
});

/** One more was called: whoever is to come after so many others is one nearer. Gives back who that is. */
function countDown(sheet: Sheet, line: string): string[] {
  const nearer = sheet.day.placed.filter((one) => one.line === line && one.after);
  if (nearer.length > 0)
    sheet.setDay({
      placed: sheet.day.placed.map((one) =>
        nearer.includes(one) ? { ...one, after: (one.after ?? 0) - 1 } : one,
      ),
    });
  return nearer.map(({ number }) => number);
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
