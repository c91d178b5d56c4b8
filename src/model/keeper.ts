/**
 * Whoever keeps a hall, be it a browser or a server, does now and then what time alone calls for. Parts say in queries what
 * is due, as the `house`, or where to look closer; the keeper sends it, as the `house`. It knows no part.
 */
import type { AnyLaw } from './registry.ts';
import type { Due, Look } from './shared/law.ts';

export interface House {
  /** Asks as the house; nothing where there is no answer. */
  ask(query: string, input: object): Promise<readonly (Due | Look)[] | undefined>;
  /** Sends as the house. */
  send(due: Due): Promise<unknown>;
}

/** Does all that is due now, one after the other. `minute` counts the minutes since the keeper began. */
export async function keepHouse(
  { chores = [] }: Pick<AnyLaw, 'chores'>,
  house: House,
  minute: number,
): Promise<void> {
  for (const { query, everyMinutes } of chores)
    if (minute % everyMinutes === 0) await see(house, query, {});
}

async function see(house: House, query: string, input: object): Promise<void> {
  for (const found of (await house.ask(query, input)) ?? []) {
    if ('query' in found) await see(house, found.query, found.input);
    else await house.send(found);
  }
}
