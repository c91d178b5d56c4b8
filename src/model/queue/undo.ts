/** Taking back what was done at a counter last. */
import { accept, command, refuse, type Decision } from '../shared/law.ts';
import type { Did, Moved, Ticket, TicketRow } from './documents.ts';
import { turnsLess } from './policy.ts';
import {
  CounterInput,
  deskKeys,
  deskOf,
  hereOf,
  placedOf,
  setRecalls,
  waitedBefore,
  type CallRefusal,
  type QueueCtx,
} from './desk.ts';
import { lastRow, type Sheet } from './sheet.ts';

/** The state that each of these leaves a ticket in. */
const leadsTo: Readonly<Record<Exclude<Did, 'recall'>, TicketRow['state']>> = {
  call: 'called',
  miss: 'missed',
  park: 'parked',
  transfer: 'waiting',
  finish: 'finished',
  return: 'waiting',
  away: 'parked',
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
    const { did, number, at, moved } = last;
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
    putBack(sheet, ticket, open, counter.id, moved);
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

/** Into where the row before had it, with the others where they were. */
function putBack(
  sheet: Sheet,
  ticket: Ticket,
  { state, line, from }: TicketRow,
  counter: string,
  { stood, turns, nearer = [] }: Moved = {},
): void {
  const { number } = ticket;
  if (turns) sheet.setLine(line, { turns: turnsLess(sheet.line(line).turns, turns) });
  if (nearer.length > 0)
    sheet.setDay({
      placed: sheet.day.placed.map((one) =>
        nearer.includes(one.number) && one.after !== undefined
          ? { ...one, after: one.after + 1 }
          : one,
      ),
    });
  if (state === 'called') sheet.setCounter(counter, { here: hereOf(ticket, line, from) });
  if (state === 'missed') sheet.setDay({ missed: [...sheet.day.missed, number] });
  if (state === 'waiting' || state === 'parked') sheet.insert(stood ?? placedOf(ticket, line));
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
