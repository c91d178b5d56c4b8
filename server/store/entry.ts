import type { DomainEvent, Instant, Key } from '../../src/model/shared/law.ts';

/** What an accepted command leaves behind for partners, audits and `watch`. Never personal data. */
export interface Entry {
  /** UUIDv7 by the store's time: entries lie in the order of their making, to some milliseconds where processes differ. */
  readonly id: string;
  readonly at: Instant;
  /** Such as `device/kiosk-1`. */
  readonly actor: string;
  readonly command: string;
  /** The documents that were changed. */
  readonly keys: readonly Key[];
  readonly events: readonly DomainEvent[];
}

/** The lowest UUIDv7 of a millisecond. */
export function firstIdAt(at: Instant): string {
  const hex = Math.max(0, at).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}

/** The millisecond a UUIDv7 was made in. */
export const timeOfId = (id: string): Instant => parseInt(id.slice(0, 8) + id.slice(9, 13), 16);
