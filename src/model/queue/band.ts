/**
 * Numbers for a time without the hall. A terminal leases some in advance and keeps them; while the hall is out of reach it
 * gives them out by itself, and hands in later what it gave out. The hall's own record of the lease is the proof: an id that
 * cannot be guessed and that only this terminal was told. It goes by the id and not by the terminal's name: one that was turned
 * away and enrolled anew has another name, and people stand there with its numbers all the same. A number of a band is never
 * given out by anybody else.
 */
import * as Type from 'typebox';
import type { Static } from 'typebox';
import { dateAt, instantAt } from '../shared/dates.ts';
import {
  accept,
  command,
  refuse,
  type Actor,
  type Answer,
  type Ctx,
  type Decision,
  type Instant,
} from '../shared/law.ts';
import { Id, PlainDate } from '../shared/text.ts';
import type { Lease, QueuePack, Ticket } from './documents.ts';
import { hoursOn, openingAt } from './hours.ts';
import { Sheet } from './sheet.ts';
import { closedFor, lineOf, numberOf, queueAt, type HeldTicket, type TakeRefusal } from './take.ts';

export type BandRefusal = TakeRefusal | 'ticket.band-out-already' | 'ticket.no-such-band';

type QueueCtx = Ctx<QueuePack>;

/** Numbers that one terminal may be away with, a line and a day. */
const AWAY = 50;

/** What a terminal keeps. */
export interface Band {
  readonly id: string;
  readonly place: string;
  readonly date: string;
  readonly line: string;
  readonly letter: string;
  readonly from: number;
  readonly to: number;
  readonly leasedAt: Instant;
  /** Between these two the place gives out tickets that day. */
  readonly opensAt: Instant;
  readonly closesAt: Instant;
}

/** One ticket that was given out from a band. */
export const BandTicket = Type.Object(
  {
    n: Type.Integer({ minimum: 1 }),
    at: Type.Number(),
    pass: Type.String({ pattern: '^\\d{4,8}$' }),
    tier: Type.Union([Type.Literal('standard'), Type.Literal('priority')]),
    delivered: Type.Union([Type.Literal('printed'), Type.Literal('shown'), Type.Literal('spoken')]),
  },
  { additionalProperties: false },
);
export type BandTicket = Static<typeof BandTicket>;

/** Leases numbers of a line to the terminal that asks. It asks again when it has handed in enough of the last ones. */
export const lease = command({
  name: 'ticket.lease',
  input: Type.Object(
    {
      place: Id,
      line: Id,
      date: Type.Optional(PlainDate),
      count: Type.Integer({ minimum: 1, maximum: AWAY }),
    },
    { additionalProperties: false },
  ),
  who: ['device'],
  offline: 'refuse',
  touches({ place, date }, docs, ctx: QueueCtx) {
    const queue = queueAt(ctx.pack, place);
    return queue ? [new Sheet(docs, queue, date ?? dateAt(ctx.now, ctx.pack.zone)).dayKey] : [];
  },
  decide(docs, input, ctx: QueueCtx): Decision<Band, BandRefusal> {
    const { pack, now, actor } = ctx;
    const queue = queueAt(pack, input.place);
    if (!queue) return refuse('ticket.no-queue-here', { at: '/place' });
    const line = lineOf(queue, input.line);
    if (!line) return refuse('ticket.unknown-line', { at: '/line' });
    const date = input.date ?? dateAt(now, pack.zone);
    const sheet = new Sheet(docs, queue, date);
    const refused = early(sheet, ctx) ? undefined : closedFor(sheet, line, input.count, ctx);
    if (refused) return { ok: false, refusal: refused };
    const { next } = sheet.line(line.id);
    if (next - 1 + input.count > line.dailyQuota) return refuse('ticket.none-left');
    const device = deviceOf(actor) ?? '';
    const out = sheet.day.leases
      .filter((one) => one.device === device && one.line === line.id)
      .reduce((sum, { from, to, used }) => sum + (to - from + 1 - used), 0);
    if (out + input.count > AWAY) return refuse('ticket.band-out-already', { facts: { out } });
    const id = ctx.uuid();
    const [from, to] = [next, next + input.count - 1];
    sheet.setLine(line.id, { next: to + 1 });
    sheet.setDay({
      leases: [...sheet.day.leases, { id, device, line: line.id, from, to, at: now, used: 0 }],
    });
    const hours = hoursOn(pack, queue, date);
    const { place } = queue;
    return accept(
      {
        id,
        place,
        date,
        line: line.id,
        letter: line.letter,
        from,
        to,
        leasedAt: now,
        opensAt: instantAt(date, hours[0]?.from ?? '00:00', pack.zone),
        closesAt: instantAt(date, hours.at(-1)?.to ?? '00:00', pack.zone),
      },
      sheet.changes(),
      [{ type: 'ticket.leased', data: { place, date, line: line.id, from, to, device } }],
    );
  },
});

/** Before the doors open a terminal may already lease for today, or it could not begin the day alone. */
function early(sheet: Sheet, { pack, now }: QueueCtx): boolean {
  const { state, date } = openingAt(pack, sheet.queue, now);
  return state === 'before' && date === sheet.date && sheet.day.endedAt === undefined;
}

/**
 * Gives out the next number of a band, on the terminal, without the hall. `used` are the tickets given out from it so far.
 * Pure like the rest of the law: time and pass come from the caller.
 */
export function takeFromBand(
  band: Band,
  used: readonly BandTicket[],
  { now, pass, priority }: { now: Instant; pass: string; priority: boolean },
): Answer<
  { readonly held: HeldTicket; readonly ticket: Omit<BandTicket, 'delivered'> },
  'ticket.closed' | 'ticket.none-left'
> {
  const n = Math.max(band.from - 1, ...used.map((one) => one.n)) + 1;
  if (n > band.to) return refuse('ticket.none-left', { facts: { line: band.line } });
  if (now < band.opensAt || now >= band.closesAt)
    return refuse('ticket.closed', { facts: { line: band.line } });
  const tier = priority ? 'priority' : 'standard';
  const { place, date, line } = band;
  return {
    ok: true,
    value: {
      ticket: { n, at: now, pass, tier },
      held: { place, date, line, number: numberOf(band, n), pass, tier, takenAt: now },
    },
  };
}

const MergeInput = Type.Object(
  {
    place: Id,
    date: PlainDate,
    band: Type.String({ pattern: '^[0-9a-f-]{36}$' }),
    tickets: Type.Array(BandTicket, { minItems: 1, maxItems: AWAY }),
  },
  { additionalProperties: false },
);

/**
 * Hands in what was given out from a band. Each stands where it came in time; nobody's number and nobody's time of coming
 * changes. What was handed in before is passed over, so that it may be sent again.
 */
export const merge = command({
  name: 'ticket.merge',
  input: MergeInput,
  who: ['device'],
  offline: 'queue',
  touches(input, docs, { pack }: QueueCtx) {
    const queue = queueAt(pack, input.place);
    if (!queue) return [];
    const sheet = new Sheet(docs, queue, input.date);
    const found = leaseOf(sheet, input.band);
    const line = found && lineOf(queue, found.line);
    return [
      sheet.dayKey,
      ...(line ? input.tickets.map(({ n }) => sheet.ticketKey(numberOf(line, n))) : []),
    ];
  },
  decide(
    docs,
    input,
    { pack, now }: QueueCtx,
  ): Decision<{ readonly numbers: readonly string[] }, BandRefusal> {
    const queue = queueAt(pack, input.place);
    if (!queue) return refuse('ticket.no-queue-here', { at: '/place' });
    const sheet = new Sheet(docs, queue, input.date);
    const found = leaseOf(sheet, input.band);
    const line = found && lineOf(queue, found.line);
    if (!found || !line) return refuse('ticket.no-such-band', { at: '/band' });
    const numbers: string[] = [];
    for (const [i, { n, at: claimed, pass, tier, delivered }] of input.tickets.entries()) {
      if (n < found.from || n > found.to)
        return refuse('ticket.no-such-band', { at: `/tickets/${i}/n` });
      const number = numberOf(line, n);
      if (sheet.ticket(number)) continue;
      // A terminal's clock may be wrong: nobody came before the lease, nor after now.
      const at = Math.min(Math.max(claimed, found.at), now);
      const row = { state: 'waiting', line: line.id, from: at } as const;
      const ticket: Ticket = {
        number,
        pass,
        tier,
        at,
        delivered,
        recalls: 0,
        returns: 0,
        rows: [row],
      };
      sheet.setTicket(ticket);
      sheet.insert({ number, line: line.id, tier, at });
      sheet.tally(line.id, at, pack.zone, { taken: 1 });
      numbers.push(number);
    }
    if (numbers.length === 0) return accept({ numbers });
    sheet.setDay({
      leases: sheet.day.leases.map((one) =>
        one.id === found.id ? { ...one, used: one.used + numbers.length } : one,
      ),
    });
    const { place, date } = input;
    return accept(
      { numbers },
      sheet.changes(),
      numbers.map((number) => ({
        type: 'ticket.merged',
        data: { place, date, line: line.id, number },
      })),
    );
  },
});

const leaseOf = (sheet: Sheet, band: string): Lease | undefined =>
  sheet.day.leases.find(({ id }) => id === band);

/** The terminal that asks, whoever stands before it. */
function deviceOf(actor: Actor): string | undefined {
  if (actor.kind === 'device') return actor.id;
  return actor.kind === 'citizen' || actor.kind === 'staff' ? actor.at?.id : undefined;
}
