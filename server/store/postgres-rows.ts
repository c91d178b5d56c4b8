import type { DomainEvent, Key } from '../../src/model/shared/law.ts';
import type { Entry } from './entry.ts';

/** An entry of the log as `pg` gives it: it makes a text of every number that could be too large. */
export type EntryRow = Record<'id' | 'at' | 'actor' | 'command' | 'keys' | 'events', string>;

export const entryOf = ({ id, at, actor, command, keys, events }: EntryRow): Entry => ({
  id,
  at: Number(at),
  actor,
  command,
  keys: JSON.parse(keys) as Key[],
  events: JSON.parse(events) as DomainEvent[],
});
