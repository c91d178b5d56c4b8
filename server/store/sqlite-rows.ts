import type { DomainEvent, Key } from '../../src/model/shared/law.ts';
import type { Entry } from './entry.ts';

/** An entry of the log as SQLite gives it. */
export type EntryRow = Record<'id' | 'actor' | 'command' | 'keys' | 'events', string> & {
  at: number;
};

export const entryOf = ({ id, at, actor, command, keys, events }: EntryRow): Entry => ({
  id,
  at,
  actor,
  command,
  keys: JSON.parse(keys) as Key[],
  events: JSON.parse(events) as DomainEvent[],
});
