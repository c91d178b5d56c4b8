/**
 * Whoever keeps a hall, be it a browser or a server, does now and then what time alone calls for. Parts say in queries what
 * is due, as the `house`; the keeper sends it, as the `house`. It knows no part.
 */
import type { AnyLaw } from './registry.ts';
import type { Due } from './shared/law.ts';

export interface House {
  /** Asks as the house; nothing where there is no answer. */
  ask(query: string): Promise<readonly Due[] | undefined>;
  /** Sends as the house. */
  send(due: Due): Promise<unknown>;
}

/** Does all that is due now, one after the other. `minute` counts the minutes since the keeper began. */
export async function keepHouse(
  { chores = [] }: Pick<AnyLaw, 'chores'>,
  { ask, send }: House,
  minute: number,
): Promise<void> {
  for (const { query, everyMinutes } of chores) {
    if (minute % everyMinutes !== 0) continue;
    for (const due of (await ask(query)) ?? []) await send(due);
  }
}
