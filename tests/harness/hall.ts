/**
 * A hall of one's own for a story or a test: a real local gateway on a database nobody else has, at a clock that stands
 * still until it is told. Others can be sent in to be quicker, or to fill a day.
 */
import type {
  CommandName,
  InputOf,
  OutcomeOf,
  QueryName,
  ReplyOf,
} from '../../src/gateway/contract.ts';
import { localGateway, type LocalGateway } from '../../src/gateway/local/index.ts';
import type { Pack } from '../../src/model/index.ts';
import { bride, groom, phone } from './persons.ts';

/** A Monday night in the week of 小雪: the terminal at Wujiaochang is open, its offices are not. */
export const MONDAY_NIGHT = '2026-11-23T21:47+08:00';

export type Slot = InputOf<'booking.hold'>;
export type Receipt = Extract<OutcomeOf<'booking.confirm'>, { status: 'sent' }>['result'];

type ResultOf<Name extends CommandName> = Extract<OutcomeOf<Name>, { status: 'sent' }>['result'];
type ValueOf<Name extends QueryName> = Extract<ReplyOf<Name>, { status: 'answer' }>['value'];

export interface Hall {
  readonly gateway: LocalGateway;
  /** Lets time pass. */
  later(minutes: number): void;
  /** A couple, or one person, books a slot; they are the ones of `persons.ts`. */
  book(slot: Slot): Promise<Receipt>;
  /** Sends a command that must succeed. */
  send<Name extends CommandName>(name: Name, input: InputOf<Name>): Promise<ResultOf<Name>>;
  /** Asks a query that must be answered. */
  ask<Name extends QueryName>(name: Name, input: InputOf<Name>): Promise<ValueOf<Name>>;
  /** Others take what is left of a slot, except for `left` places. */
  fill(slot: Slot, left?: number): Promise<void>;
  /** Others take what is left of a day, except for `left` places of its last slot. */
  fillDay(day: Omit<Slot, 'time'>, left?: number): Promise<void>;
  close(): void;
}

let opened = 0;

/** With `at`, it is the hall of a terminal, before which people show their cards. */
export function openHall(pack: Pack, now = MONDAY_NIGHT, at?: string): Hall {
  let instant = Date.parse(now);
  const name = `harness-${Date.now()}-${(opened += 1)}`;
  const gateway = localGateway({
    pack,
    hall: name,
    now: () => instant,
    ...(at && { actor: { kind: 'device', id: at } }),
  });

  const timesOf = async ({ service, place, date }: Omit<Slot, 'time'>) =>
    (await hall.ask('booking.times', { service, place, date })).times;

  const hall: Hall = {
    gateway,
    later(minutes) {
      instant += minutes * 60_000;
    },
    async send(name, input) {
      const outcome = await gateway.send(name, input, { idempotencyKey: crypto.randomUUID() });
      if (outcome.status !== 'sent') throw new Error(`${name}: ${JSON.stringify(outcome)}`);
      return outcome.result as ResultOf<typeof name>;
    },
    async ask(name, input) {
      const reply = await gateway.read(name, input);
      if (reply.status !== 'answer') throw new Error(`${name}: ${JSON.stringify(reply)}`);
      return reply.value as ValueOf<typeof name>;
    },
    async book(slot) {
      const { bookable } = await hall.ask('booking.offer', { service: slot.service });
      const { code, place, date } = await hall.send('booking.hold', slot);
      return hall.send('booking.confirm', {
        code,
        place,
        date,
        persons: bookable.persons.map(({ role, sex }) => ({
          role,
          idNumber: sex === 'female' ? bride : groom,
        })),
        phone,
        declarations: bookable.declarations.map(({ id }) => id),
      });
    },
    async fill(slot, left = 0) {
      const free = (await timesOf(slot)).find(({ time }) => time === slot.time)?.free ?? 0;
      for (let i = free; i > left; i -= 1) await hall.send('booking.hold', slot);
    },
    async fillDay(day, left = 0) {
      const times = await timesOf(day);
      for (const { time } of times)
        await hall.fill({ ...day, time }, time === times.at(-1)?.time ? left : 0);
    },
    close() {
      gateway.close();
      indexedDB.deleteDatabase(`mulin-${name}`);
    },
  };
  return hall;
}
