/** A charity supermarket for stories and tests of elements: one browser, a shopper and a clerk in one hall. */
import { localGateway, type LocalGateway } from '../../src/gateway/local/index.ts';
import type { CommandName, InputOf, OutcomeOf } from '../../src/gateway/contract.ts';
import type { Pack } from '../../src/model/index.ts';

type ResultOf<Name extends CommandName> = Extract<OutcomeOf<Name>, { status: 'sent' }>['result'];

export interface Shop {
  readonly place: string;
  readonly terminal: LocalGateway;
  readonly clerk: LocalGateway;
  later(minutes: number): void;
  /** A clerk, whoever decides about aid, or a person at the terminal does something that must succeed. */
  clerkDoes<Name extends CommandName>(name: Name, input: InputOf<Name>): Promise<ResultOf<Name>>;
  caseDoes<Name extends CommandName>(name: Name, input: InputOf<Name>): Promise<ResultOf<Name>>;
  does<Name extends CommandName>(name: Name, input: InputOf<Name>): Promise<ResultOf<Name>>;
  close(): void;
}

let opened = 0;

/** A Tuesday morning, when the shop is open. */
export const TUESDAY = '2026-11-24T10:00+08:00';

export function openShop(
  pack: Pack,
  { place = 'wujiaochang-charity-supermarket', now = TUESDAY } = {},
): Shop {
  let instant = Date.parse(now);
  const hall = `shop-${Date.now()}-${(opened += 1)}`;
  const seat = { pack, hall, now: () => instant };
  const terminal = localGateway({ ...seat, actor: { kind: 'device', id: 'kiosk-1', as: 'kiosk' } });
  const clerk = localGateway({
    ...seat,
    actor: { kind: 'staff', id: 'clerk-1', roles: ['counter'] },
  });
  const decider = localGateway({
    ...seat,
    actor: { kind: 'staff', id: 'case-1', roles: ['case'] },
  });
  const must = async <Name extends CommandName>(
    gateway: LocalGateway,
    name: Name,
    input: InputOf<Name>,
  ): Promise<ResultOf<Name>> => {
    const outcome = await gateway.send(name, input, { idempotencyKey: crypto.randomUUID() });
    if (outcome.status !== 'sent') throw new Error(`${name}: ${JSON.stringify(outcome)}`);
    return outcome.result as ResultOf<Name>;
  };
  return {
    place,
    terminal,
    clerk,
    later(minutes) {
      instant += minutes * 60_000;
    },
    clerkDoes: (name, input) => must(clerk, name, input),
    caseDoes: (name, input) => must(decider, name, input),
    does: (name, input) => must(terminal, name, input),
    close() {
      terminal.close();
      clerk.close();
      decider.close();
      indexedDB.deleteDatabase(`mulin-${hall}`);
    },
  };
}
