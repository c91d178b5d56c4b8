/** Taking a ticket, and seeing to it that it reaches the person. */
import * as Type from 'typebox';
import type { Static } from 'typebox';
import { checkIn, type CheckIn } from '../shared/check-in.ts';
import { dateAt, instantAt } from '../shared/dates.ts';
import {
  accept,
  command,
  refuse,
  type ActorKind,
  type Ctx,
  type Decision,
  type Docs,
  type Instant,
  type Key,
  type Refusal,
} from '../shared/law.ts';
import { Id, PlainDate } from '../shared/text.ts';
import { queueDay, TicketNumber, type QueuePack, type Ticket } from './documents.ts';
import { openingAt, opensAt } from './hours.ts';
import type { Line, Queue, Tier } from './rules.ts';
import { isBlockTier, lastRow, Sheet } from './sheet.ts';

export type TakeRefusal =
  | 'ticket.no-queue-here'
  | 'ticket.unknown-line'
  | 'ticket.unknown-need'
  | 'ticket.closed'
  | 'ticket.not-that-day'
  | 'ticket.none-left'
  | 'ticket.day-ended'
  | 'ticket.no-check-in'
  | 'ticket.taken-already'
  | 'ticket.not-found';

type QueueCtx = Ctx<QueuePack>;
export const everybody: readonly ActorKind[] = ['anonymous', 'device', 'citizen', 'staff'];

/** What a person holds: on paper, on a screen, in the ear. */
export interface HeldTicket {
  readonly place: string;
  readonly date: string;
  readonly line: string;
  readonly number: string;
  readonly pass: string;
  readonly tier: Tier;
  readonly takenAt: Instant;
}

export const numberOf = ({ letter }: Pick<Line, 'letter'>, n: number): string =>
  letter + String(n).padStart(3, '0');

export const queueAt = (pack: QueuePack, place: string): Queue | undefined =>
  pack.queues.find((queue) => queue.place === place);

const TakeInput = Type.Object(
  {
    place: Id,
    line: Id,
    /** The day of the ticket, where that is not today: the next one on which the place opens. */
    date: Type.Optional(PlainDate),
    /** Which of the questions about priority were answered with yes. */
    needs: Type.Optional(Type.Array(Id, { maxItems: 10 })),
    /** The id of an appointment whose holder has checked in. */
    checkIn: Type.Optional(Type.String({ pattern: '^[0-9a-z][0-9a-z-]{0,63}$' })),
  },
  { additionalProperties: false },
);
type TakeInput = Static<typeof TakeInput>;

const sheetFor = (
  docs: Docs,
  { place, date }: { readonly place: string; readonly date?: string },
  { pack, now }: QueueCtx,
): Sheet | undefined => {
  const queue = queueAt(pack, place);
  return queue && new Sheet(docs, queue, date ?? dateAt(now, pack.zone));
};

/**
 * Gives out the next number of a line. It counts once it has reached the person: `ticket.deliver` says so, or, where no word
 * comes, after a few minutes. Its place is the place of the moment it was taken all the same.
 */
export const take = command({
  name: 'ticket.take',
  input: TakeInput,
  who: everybody,
  offline: 'decide',
  touches(input, docs, ctx: QueueCtx): readonly Key[] {
    const sheet = sheetFor(docs, input, ctx);
    if (!sheet) return [];
    const first = [sheet.dayKey, ...checkInKeys(docs, sheet, input)];
    // Where there is no day yet there is no block either.
    return docs.has(sheet.dayKey) ? [...first, ...freshKeys(sheet, input)] : first;
  },
  decide(docs, input, ctx: QueueCtx): Decision<HeldTicket, TakeRefusal> {
    const sheet = sheetFor(docs, input, ctx);
    if (!sheet) return refuse('ticket.no-queue-here', { at: '/place' });
    const line = lineOf(sheet.queue, input.line);
    if (!line) return refuse('ticket.unknown-line', { at: '/line' });
    const need = input.needs?.findIndex(
      (one) => !sheet.queue.priority.some(({ id }) => id === one),
    );
    if (need !== undefined && need >= 0)
      return refuse('ticket.unknown-need', { at: `/needs/${need}` });
    const came = checkInOf(docs, input, line, sheet.date);
    if (came && 'code' in came) return { ok: false, refusal: came };
    if (came?.ticket) return ticketAgain(sheet, came.ticket);
    const refused = closedFor(sheet, line, 1, ctx);
    if (refused) return { ok: false, refusal: refused };

    const opens = opensAt(ctx.pack, sheet.queue, sheet.date);
    const at = Math.max(ctx.now, opens);
    const tier: Tier = came ? 'appointment' : input.needs?.length ? 'priority' : 'standard';
    const { next, night } = sheet.line(line.id);
    const number = numberOf(line, next);
    sheet.setLine(line.id, { next: next + 1, night: night + (ctx.now < opens ? 1 : 0) });
    const stand = isBlockTier(tier)
      ? sheet.append(line.id, tier, { number, at, open: true })
      : undefined;
    const due = came && instantAt(came.date, came.time, ctx.pack.zone);
    if (due !== undefined) sheet.insert({ number, line: line.id, tier, at, due, open: true });
    const pass = ctx.digits(6);
    sheet.setTicket({
      number,
      pass,
      tier,
      at,
      ...(due !== undefined && { due }),
      ...(stand !== undefined && { stand }),
      recalls: 0,
      returns: 0,
      rows: [{ state: 'issued', line: line.id, from: ctx.now }],
    });
    const { place, date } = sheet;
    const changes = sheet.changes();
    if (came && input.checkIn)
      changes.push({ key: checkIn.key(input.checkIn), doc: { ...came, ticket: number } });
    return accept({ place, date, line: line.id, number, pass, tier, takenAt: ctx.now }, changes, [
      { type: 'ticket.issued', data: { place, date, line: line.id, number, tier } },
    ]);
  },
});

/** The block at the end of the line, where somebody who comes now will stand. */
function freshKeys(sheet: Sheet, { line, needs, checkIn: id }: TakeInput): Key[] {
  if (id !== undefined) return [];
  const tier = needs?.length ? 'priority' : 'standard';
  return [sheet.blockOf(line, tier, sheet.line(line)[tier].next)];
}

export const lineOf = (queue: Queue, id: string): Line | undefined =>
  queue.lines.find((line) => line.id === id);

/** Why no `count` tickets are given out for the day of the sheet now, if so. */
export function closedFor(
  sheet: Sheet,
  line: Line,
  count: number,
  { pack, now }: QueueCtx,
): Refusal<TakeRefusal> | undefined {
  const { queue, date } = sheet;
  const opening = openingAt(pack, queue, now);
  const next = opening.next && { nextDate: opening.next.date, nextFrom: opening.next.from };
  const facts = { line: line.id, ...next };
  if (sheet.day.endedAt !== undefined) return { code: 'ticket.day-ended', facts };
  const isAhead = date === opening.next?.date;
  if (!isAhead && date === opening.date && opening.state !== 'open')
    return { code: 'ticket.closed', facts };
  if (!isAhead && date !== opening.date) return { code: 'ticket.not-that-day', at: '/date', facts };
  const { next: number, night } = sheet.line(line.id);
  if (number - 1 + count > line.dailyQuota) return { code: 'ticket.none-left', facts };
  if (isAhead && night + count > line.nightQuota) return { code: 'ticket.none-left', facts };
  return undefined;
}

/** The check-in a ticket is asked for; an appointment gets its ticket only where and when it is. */
function checkInOf(
  docs: Docs,
  { place, checkIn: id }: TakeInput,
  line: Line,
  date: string,
): CheckIn | Refusal<TakeRefusal> | undefined {
  if (id === undefined) return undefined;
  const came = checkIn.find(docs, checkIn.key(id));
  const isFor = came?.place === place && came.date === date && line.services.includes(came.service);
  return came && isFor ? came : { code: 'ticket.no-check-in', at: '/checkIn' };
}

/** What somebody came for, and the ticket that was given for it before. */
function checkInKeys(docs: Docs, sheet: Sheet, { checkIn: id }: TakeInput): Key[] {
  if (id === undefined) return [];
  const key = checkIn.key(id);
  const number = checkIn.find(docs, key)?.ticket;
  return number === undefined ? [key] : [key, sheet.ticketKey(number)];
}

/** A ticket that never reached the person is given out again, and once it has, only its number is said. */
function ticketAgain(sheet: Sheet, number: string): Decision<HeldTicket, TakeRefusal> {
  const ticket = sheet.ticket(number);
  const row = ticket && lastRow(ticket);
  if (!ticket || row?.state !== 'issued')
    return refuse('ticket.taken-already', { at: '/checkIn', facts: { number } });
  const { place, date } = sheet;
  const { pass, tier } = ticket;
  return accept({ place, date, line: row.line, number, pass, tier, takenAt: row.from });
}

/** What a ticket is named by, and what proves that somebody holds it. */
export const HeldInput = {
  place: Id,
  date: PlainDate,
  number: TicketNumber,
  pass: Type.String({ pattern: '^\\d{4,8}$' }),
};

/** Numbers stand on the board for everybody to read, so a pass of six digits must not be tried through. */
export const guessOfPass = {
  at: (held: { place: string; date: string; number: string; pass?: string }) =>
    held.pass === undefined ? undefined : `ticket/${held.place}/${held.date}/${held.number}`,
  wrong: ['ticket.not-found'],
} as const;

/**
 * The ticket has reached the person: on paper, on the screen, or spoken. From now on it counts. Word that comes late, after a
 * call or after the person has left, changes nothing but that it is known.
 */
export const deliver = command({
  name: 'ticket.deliver',
  input: Type.Object(
    {
      ...HeldInput,
      by: Type.Union([Type.Literal('printed'), Type.Literal('shown'), Type.Literal('spoken')]),
    },
    { additionalProperties: false },
  ),
  who: everybody,
  guess: guessOfPass,
  offline: 'queue',
  touches: (input, docs, ctx: QueueCtx) => heldKeys(docs, input, ctx),
  decide(docs, input, ctx: QueueCtx): Decision<{ readonly number: string }, TakeRefusal> {
    const held = heldTicket(docs, input, ctx);
    if (!held) return refuse('ticket.not-found');
    const { sheet, ticket } = held;
    const { number } = ticket;
    const { line, state } = lastRow(ticket);
    if (ticket.delivered) return accept({ number });
    if (state === 'issued') {
      sheet.settle(ticket);
      sheet.comes({ ...ticket, delivered: input.by }, ctx);
    } else sheet.setTicket({ ...ticket, delivered: input.by });
    const { place, date } = sheet;
    return accept({ number }, sheet.changes(), [
      { type: 'ticket.delivered', data: { place, date, line, number, by: input.by } },
    ]);
  },
});

type Held = Static<typeof TicketName>;
const TicketName = Type.Object({ ...HeldInput });

/** The day, the ticket, and the block it stands in. */
export function heldKeys(docs: Docs, held: Held, ctx: QueueCtx): Key[] {
  const sheet = sheetFor(docs, held, ctx);
  return sheet ? [sheet.dayKey, ...ticketKeys(sheet, held.number)] : [];
}

/** A ticket, and as soon as that is loaded the block it stands in. */
export function ticketKeys(sheet: Sheet, number: string): Key[] {
  const ticket = sheet.ticket(number);
  const key = sheet.ticketKey(number);
  if (ticket?.stand === undefined || !isBlockTier(ticket.tier)) return [key];
  return [key, sheet.blockOf(ticket.rows[0]?.line ?? '', ticket.tier, ticket.stand)];
}

/** A ticket for whoever has its pass. */
export function heldTicket(
  docs: Docs,
  held: Held,
  ctx: QueueCtx,
): { readonly sheet: Sheet; readonly ticket: Ticket } | undefined {
  const sheet = sheetFor(docs, held, ctx);
  const ticket = sheet?.ticket(held.number);
  return sheet && ticket?.pass === held.pass ? { sheet, ticket } : undefined;
}

export const dayRead = (place: string, { pack, now }: QueueCtx): Key =>
  queueDay.key(place, dateAt(now, pack.zone));
