/**
 * A day of a place while a command works on it: people are taken out of the line and put in, and in the end everything that
 * differs is written. What was loaded is never changed.
 */
import { timeAt } from '../shared/dates.ts';
import type { Change, Docs, Instant, Key } from '../shared/law.ts';
import {
  BLOCK,
  blockKey,
  counts,
  queueDay,
  queueTicket,
  type CounterDay,
  type LineDay,
  type Placed,
  type QueueDay,
  type Stander,
  type Tally,
  type Ticket,
  type TicketRow,
} from './documents.ts';
import { nextOfLine, nextOfLines, type Pick, type Waiting } from './policy.ts';
import type { Counter, Queue, Tier } from './rules.ts';

/** A board that was away for a while finds what it has missed. */
const CALLS_KEPT = 24;
const DONE_KEPT = 8;
const TOOK_KEPT = 20;

const inBlocks = ['standard', 'priority'] as const;
type BlockTier = (typeof inBlocks)[number];

const emptyBlocks = { first: 0, next: 0, waiting: 0 };
const emptyLine: LineDay = {
  next: 1,
  night: 0,
  standard: emptyBlocks,
  priority: emptyBlocks,
  turns: { appointment: 0, priority: 0, standard: 0 },
  took: [],
};
export const emptyDay: QueueDay = {
  lines: {},
  placed: [],
  missed: [],
  counters: {},
  calls: [],
  leases: [],
  hours: {},
};
const closedCounter: CounterDay = { state: 'closed', since: 0, done: [] };
const emptyTally: Tally = { taken: 0, called: 0, waited: 0, finished: 0, took: 0 };

export const lineIn = (day: QueueDay, line: string): LineDay => day.lines[line] ?? emptyLine;
export const counterIn = (day: QueueDay, counter: string): CounterDay =>
  day.counters[counter] ?? closedCounter;

export class Sheet {
  readonly place: string;
  readonly date: string;
  readonly queue: Queue;
  readonly #docs: Docs;
  readonly #written = new Map<Key, object>();

  constructor(docs: Docs, queue: Queue, date: string) {
    this.#docs = docs;
    this.queue = queue;
    this.place = queue.place;
    this.date = date;
  }

  get dayKey(): Key {
    return queueDay.key(this.place, this.date);
  }
  get day(): QueueDay {
    return this.#find(this.dayKey) ?? emptyDay;
  }
  line(id: string): LineDay {
    return lineIn(this.day, id);
  }
  counter(id: string): CounterDay {
    return counterIn(this.day, id);
  }
  ticketKey(number: string): Key {
    return queueTicket.key(this.place, this.date, number);
  }
  ticket(number: string): Ticket | undefined {
    return this.#find(this.ticketKey(number));
  }

  setDay(changes: Partial<QueueDay>): void {
    const { endedAt, ...day } = { ...this.day, ...changes };
    this.#written.set(this.dayKey, endedAt === undefined ? day : { ...day, endedAt });
  }
  setLine(id: string, changes: Partial<LineDay>): void {
    this.setDay({ lines: { ...this.day.lines, [id]: { ...this.line(id), ...changes } } });
  }
  setCounter(id: string, changes: Partial<CounterDay>): void {
    const { here, ...counter } = { ...this.counter(id), ...changes };
    this.setDay({
      counters: { ...this.day.counters, [id]: here ? { ...counter, here } : counter },
    });
  }
  setTicket(ticket: Ticket): void {
    this.#written.set(this.ticketKey(ticket.number), ticket);
  }

  changes(): Change[] {
    return [...this.#written].map(([key, doc]) => ({ key, doc }));
  }

  // The line.

  /** The key of the block in which somebody stands. */
  blockOf(line: string, tier: BlockTier, stand: number): Key {
    return blockKey(this.place, this.date, line, tier, Math.floor(stand / BLOCK));
  }

  /** Puts somebody who comes at the end of a line; gives back the place in the blocks. */
  append(line: string, tier: BlockTier, stander: Stander): number {
    const { next, ...blocks } = this.line(line)[tier];
    const key = this.blockOf(line, tier, next);
    this.#written.set(key, { standers: [...this.#standers(key), stander] });
    this.setLine(line, { [tier]: { ...blocks, next: next + 1 } });
    return next;
  }

  /** The ticket has reached the person, who counts from now on. The block has to be loaded. */
  settle({ number, tier, stand, rows }: Ticket): void {
    const { placed } = this.day;
    if (placed.some((one) => one.number === number)) {
      this.setDay({ placed: placed.map((one) => (one.number === number ? settled(one) : one)) });
      return;
    }
    if (stand === undefined || tier === 'appointment') return;
    const line = rows[0]?.line ?? '';
    const key = this.blockOf(line, tier, stand);
    const standers = this.#standers(key);
    this.#written.set(key, {
      standers: standers.map((one) => (one.number === number ? settled(one) : one)),
    });
    this.#countWaiting(line, tier, 1);
  }

  insert(placed: Placed): void {
    this.setDay({ placed: [...this.day.placed, placed] });
  }

  /** Takes somebody out of the line, wherever they stand. The block has to be loaded. */
  lift(ticket: Ticket): Waiting | undefined {
    const { number, tier } = ticket;
    const placed = this.day.placed.find((one) => one.number === number);
    if (placed) {
      this.setDay({ placed: this.day.placed.filter((one) => one !== placed) });
      return placed;
    }
    const line = ticket.rows[0]?.line ?? '';
    if (ticket.stand === undefined || tier === 'appointment') return undefined;
    const key = this.blockOf(line, tier, ticket.stand);
    const standers = this.#standers(key);
    const mine = standers.find((one) => one.number === number);
    if (!mine) return undefined;
    this.#written.set(key, { standers: standers.filter((one) => one !== mine) });
    if (!mine.open) this.#countWaiting(line, tier, -1);
    return { number, line, tier, at: mine.at };
  }

  /** The keys of the blocks to look into for the first of each tier: more of them, the more are loaded. */
  headKeys(lines: readonly string[], now: Instant): Key[] {
    return lines.flatMap((line) => inBlocks.flatMap((tier) => this.#walk(line, tier, now).keys));
  }

  /** Who is next at a counter, as far as the blocks are loaded; helped lines only when its own are empty. */
  next(counter: Counter, now: Instant): Pick | undefined {
    const own = this.counter(counter.id).lines ?? counter.lines;
    return this.#nextOf(own, now) ?? this.#nextOf(counter.helps, now);
  }

  #nextOf(lines: readonly string[], now: Instant): Pick | undefined {
    const picks = lines.flatMap((line) => {
      const heads = inBlocks.flatMap((tier) => this.#walk(line, tier, now).head ?? []);
      const placed = this.day.placed.filter((one) => one.line === line);
      return nextOfLine(this.queue, this.line(line).turns, [...heads, ...placed], now) ?? [];
    });
    return nextOfLines(this.queue, picks, now);
  }

  /** From the first block on to the first person who can be called. */
  #walk(
    line: string,
    tier: BlockTier,
    now: Instant,
  ): { readonly keys: readonly Key[]; readonly head?: Waiting } {
    const { first, next } = this.line(line)[tier];
    const keys: Key[] = [];
    for (let block = first; block * BLOCK < next; block += 1) {
      const key = blockKey(this.place, this.date, line, tier, block);
      keys.push(key);
      if (!this.#written.has(key) && !this.#docs.has(key)) return { keys };
      const found = this.#standers(key).find((one) => counts(one, now));
      if (found) return { keys, head: { number: found.number, line, tier, at: found.at } };
    }
    return { keys };
  }

  /** Passes over blocks in which nobody is left. */
  sweep(line: string): void {
    for (const tier of inBlocks) {
      const { next, ...blocks } = this.line(line)[tier];
      let { first } = blocks;
      // The block that is still being filled stays the first.
      for (; (first + 1) * BLOCK <= next; first += 1) {
        const key = blockKey(this.place, this.date, line, tier, first);
        if (!this.#written.has(key) && !this.#docs.has(key)) break;
        if (this.#standers(key).length > 0) break;
      }
      if (first !== blocks.first) this.setLine(line, { [tier]: { ...blocks, next, first } });
    }
  }

  // What has happened.

  /** Closes the last row of a ticket and opens another. */
  turn(ticket: Ticket, row: TicketRow, changes: Partial<Ticket> = {}): Ticket {
    const last = lastRow(ticket);
    const turned = {
      ...ticket,
      ...changes,
      rows: [...ticket.rows.slice(0, -1), { ...last, to: row.from }, row],
    };
    this.setTicket(turned);
    return turned;
  }

  /** From being issued to waiting: from now on the person counts as somebody who came. */
  comes(ticket: Ticket, { now, pack }: { now: Instant; pack: { readonly zone: string } }): Ticket {
    const { line } = lastRow(ticket);
    this.tally(line, ticket.at, pack.zone, { taken: 1 });
    return this.turn(ticket, { state: 'waiting', line, from: now });
  }

  announce(number: string, line: string, counter: string, at: Instant, again: number): void {
    const { calls } = this.day;
    const count = (calls.at(-1)?.count ?? 0) + 1;
    this.setDay({
      calls: [...calls, { count, number, line, counter, at, again }].slice(-CALLS_KEPT),
    });
  }

  remember(counter: string, done: CounterDay['done'][number]): void {
    this.setCounter(counter, { done: [...this.counter(counter).done, done].slice(-DONE_KEPT) });
  }

  took(line: string, seconds: number): void {
    this.setLine(line, { took: [...this.line(line).took, seconds].slice(-TOOK_KEPT) });
  }

  /** Adds to what the hour of `at` came to; negative numbers take back what was undone. */
  tally(line: string, at: Instant, zone: string, changes: Partial<Tally>): void {
    const hour = timeAt(at, zone).slice(0, 2);
    const lines = this.day.hours[hour] ?? {};
    const before = lines[line] ?? emptyTally;
    const after = Object.fromEntries(
      Object.entries(before).map(([name, value]) => [
        name,
        Math.max(0, value + (changes[name as keyof Tally] ?? 0)),
      ]),
    ) as Tally;
    this.setDay({ hours: { ...this.day.hours, [hour]: { ...lines, [line]: after } } });
  }

  #countWaiting(line: string, tier: BlockTier, more: number): void {
    const blocks = this.line(line)[tier];
    this.setLine(line, { [tier]: { ...blocks, waiting: Math.max(0, blocks.waiting + more) } });
  }

  #standers(key: Key): readonly Stander[] {
    return this.#find<{ readonly standers: readonly Stander[] }>(key)?.standers ?? [];
  }

  #find<Doc>(key: Key): Doc | undefined {
    return (this.#written.get(key) ?? this.#docs.get(key)) as Doc | undefined;
  }
}

/** Somebody whose ticket has reached them. */
export function settled<Open extends { readonly open?: true }>({
  open: _,
  ...rest
}: Open): Omit<Open, 'open'> {
  return rest;
}

export function lastRow({ rows }: Ticket): TicketRow {
  const row = rows.at(-1);
  if (!row) throw new Error('A ticket begins with a row.');
  return row;
}

export const isBlockTier = (tier: Tier): tier is BlockTier => tier !== 'appointment';
