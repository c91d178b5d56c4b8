/** A queue with somebody in it, for stories and tests of elements: one browser, a clerk and a terminal on one hall. */
import type { CommandName, InputOf, OutcomeOf } from '../../src/gateway/contract.ts';
import { localGateway, type LocalGateway } from '../../src/gateway/local/index.ts';
import type { HeldTicket } from '../../src/model/queue/take.ts';
import type { Pack } from '../../src/model/pack.ts';
import { queueTown } from './queues.ts';

export interface QueueHall {
  readonly place: string;
  readonly terminal: LocalGateway;
  readonly clerk: LocalGateway;
  later(minutes: number): void;
  take(line: string, more?: Partial<InputOf<'ticket.take'>>): Promise<HeldTicket>;
  /** Fifty at once, as a terminal hands in what it gave out while it was alone. */
  takeFifty(line: string): Promise<void>;
  bid<Name extends CommandName>(name: Name, input: InputOf<Name>): Promise<OutcomeOf<Name>>;
  /** Another window of the browser, before which a clerk sits. */
  window(): LocalGateway;
  close(): void;
}

let opened = 0;

export function openQueueHall({
  pack = queueTown(),
  place = 'centre',
  now = '2026-12-07T09:00+08:00',
}: { pack?: Pack; place?: string; now?: string } = {}): QueueHall {
  let instant = Date.parse(now);
  const hall = `queue-${Date.now()}-${(opened += 1)}`;
  const clock = (): number => instant;
  const terminal = localGateway({
    ...{ pack, hall, now: clock },
    actor: { kind: 'device', id: 'kiosk-1' },
  });
  const window = (): LocalGateway =>
    localGateway({
      ...{ pack, hall, now: clock },
      actor: { kind: 'staff', id: 'clerk-1', roles: ['counter'] },
    });
  const clerk = window();
  const must = async <Name extends CommandName>(
    gateway: LocalGateway,
    name: Name,
    input: InputOf<Name>,
  ): Promise<OutcomeOf<Name>> => {
    const outcome = await gateway.send(name, input, { idempotencyKey: crypto.randomUUID() });
    if (outcome.status !== 'sent') throw new Error(`${name}: ${JSON.stringify(outcome)}`);
    return outcome;
  };
  return {
    place,
    terminal,
    clerk,
    later(minutes) {
      instant += minutes * 60_000;
    },
    async take(line, more = {}) {
      const taken = await must(terminal, 'ticket.take', { place, line, ...more });
      if (taken.status !== 'sent') throw new Error(taken.status);
      const { date, number, pass } = taken.result;
      await must(terminal, 'ticket.deliver', { place, date, number, pass, by: 'printed' });
      return taken.result;
    },
    async takeFifty(line) {
      const leased = await must(terminal, 'ticket.lease', { place, line, count: 50 });
      if (leased.status !== 'sent') throw new Error(leased.status);
      const { id: band, date, from } = leased.result;
      const tickets = Array.from({ length: 50 }, (_, i) => ({
        ...{ n: from + i, at: instant, pass: '482913' },
        ...({ tier: 'standard', delivered: 'printed' } as const),
      }));
      await must(terminal, 'ticket.merge', { place, date, band, tickets });
    },
    bid: (name, input) => must(clerk, name, input),
    window,
    close() {
      terminal.close();
      clerk.close();
      indexedDB.deleteDatabase(`mulin-${hall}`);
    },
  };
}
