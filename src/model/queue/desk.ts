/** A counter and who is at it: what all that a clerk does has in common. */
import * as Type from 'typebox';
import { dateAt } from '../shared/dates.ts';
import { refuse, type Ctx, type Docs, type DomainEvent, type Key } from '../shared/law.ts';
import { Id } from '../shared/text.ts';
import type { Here, Placed, QueuePack, Ticket } from './documents.ts';
import type { Counter } from './rules.ts';
import { Sheet } from './sheet.ts';
import { queueAt } from './take.ts';

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

export type QueueCtx = Ctx<QueuePack>;

/** Who is called, and for how long it was waited for. */
export interface Called {
  readonly number: string;
  readonly line: string;
  readonly counter: string;
}

export const AtCounter = { place: Id, counter: Id };
export const CounterInput = Type.Object(AtCounter, { additionalProperties: false });

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
export function deskKeys(
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

export const eventOf = (
  type: string,
  { place, date }: Sheet,
  { number, line, counter }: Called,
): DomainEvent => ({ type, data: { place, date, number, line, counter } });

export type AtDesk =
  | { readonly ok: true; readonly desk: Desk; readonly ticket: Ticket }
  | ReturnType<typeof refuse<CallRefusal>>;

/** Who is at the counter now. */
export function atDesk(
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

export function hereOf(
  { number, tier, at, recalls }: Ticket,
  line: string,
  calledAt: number,
): Here {
  return { number, line, tier, at, calledAt, recalls };
}

export function setRecalls({ sheet, counter }: Desk, recalls: number): void {
  const { here } = sheet.counter(counter.id);
  if (here) sheet.setCounter(counter.id, { here: { ...here, recalls } });
}

/** Seconds from coming to being called; a second call of the same person counts as none. */
export function waitedBefore(ticket: Ticket, now: number): number {
  const isFirst = !ticket.rows.some(({ state }) => state === 'called');
  return isFirst ? Math.max(0, Math.round((now - ticket.at) / 1000)) : 0;
}

export function placedOf({ number, tier, at, due }: Ticket, line: string): Placed {
  return { number, line, tier, at, ...(due !== undefined && { due }) };
}
