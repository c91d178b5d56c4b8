/** A day at the counters, in the court in memory: people take tickets, clerks call them. Whatever must succeed, must. */
import type { CommandName, InputOf, QueryName } from '../../src/gateway/contract.ts';
import type { Pack } from '../../src/model/pack.ts';
import type { Actor } from '../../src/model/shared/law.ts';
import { openCourt, type AnswerOf, type Court, type DecisionOf } from './court.ts';

export const clerk: Actor = { kind: 'staff', id: 'clerk-1', roles: ['counter'] };
export const terminal: Actor = { kind: 'device', id: 'kiosk-1' };
export const place = 'centre';

type ResultOf<Name extends CommandName> = Extract<DecisionOf<Name>, { ok: true }>['result'];
type ValueOf<Name extends QueryName> = Extract<AnswerOf<Name>, { ok: true }>['value'];
export type Held = ResultOf<'ticket.take'>;

export interface Day {
  readonly court: Court;
  later(minutes: number): void;
  /** By a terminal. */
  send<Name extends CommandName>(name: Name, input: InputOf<Name>): Promise<ResultOf<Name>>;
  /** By a clerk. */
  bids<Name extends CommandName>(name: Name, input: InputOf<Name>): Promise<ResultOf<Name>>;
  /** What refuses it. */
  refusal<Name extends CommandName>(
    actor: Actor,
    name: Name,
    input: InputOf<Name>,
  ): Promise<string>;
  ask<Name extends QueryName>(
    name: Name,
    input: InputOf<Name>,
    actor?: Actor,
  ): Promise<ValueOf<Name>>;
  /** Takes a ticket and has it printed. */
  take(line: string, more?: Partial<InputOf<'ticket.take'>>): Promise<Held>;
  open(...counters: string[]): Promise<void>;
  /** Who is called next there. */
  next(counter: string): Promise<string>;
}

export function openDay(pack: Pack, now: string): Day {
  const court = openCourt(pack, Date.parse(now));
  const as = async <Name extends CommandName>(actor: Actor, name: Name, input: InputOf<Name>) => {
    court.actor = actor;
    return court.send(name, input);
  };
  const must = async <Name extends CommandName>(
    actor: Actor,
    name: Name,
    input: InputOf<Name>,
  ): Promise<ResultOf<Name>> => {
    const decision = await as(actor, name, input);
    if (!decision.ok) throw new Error(`${name}: ${JSON.stringify(decision.refusal)}`);
    return decision.result as ResultOf<Name>;
  };
  const day: Day = {
    court,
    later(minutes) {
      court.now += minutes * 60_000;
    },
    send: (name, input) => must(terminal, name, input),
    bids: (name, input) => must(clerk, name, input),
    async refusal(actor, name, input) {
      const before = new Map(court.docs);
      const decision = await as(actor, name, input);
      if (decision.ok) return 'ok';
      if (JSON.stringify([...before]) !== JSON.stringify([...court.docs]))
        throw new Error(`${name} was refused and changed something`);
      return decision.refusal.code;
    },
    async ask(name, input, actor = terminal) {
      court.actor = actor;
      const reply = await court.read(name, input);
      if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.refusal)}`);
      return reply.value as ValueOf<typeof name>;
    },
    async take(line, more = {}) {
      const held = await day.send('ticket.take', { place, line, ...more });
      const { date, number, pass } = held;
      await day.send('ticket.deliver', { place, date, number, pass, by: 'printed' });
      return held;
    },
    async open(...counters) {
      for (const counter of counters) await day.bids('counter.open', { place, counter });
    },
    async next(counter) {
      return (await day.bids('ticket.call', { place, counter })).number;
    },
  };
  return day;
}
