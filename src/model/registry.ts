/** Every command, query and kind of document by name. A new part is added here, and nowhere else. */
import * as booking from './booking/commands.ts';
import { appointment, bookingDay } from './booking/documents.ts';
import * as bookingQueries from './booking/queries.ts';
import * as guide from './guide/queries.ts';
import type { Pack } from './pack.ts';
import type { Command, DocumentKind, Query } from './shared/law.ts';
import type { TSchema } from 'typebox';

export const law = {
  commands: {
    'booking.hold': booking.hold,
    'booking.renew-hold': booking.renewHold,
    'booking.release-hold': booking.releaseHold,
    'booking.confirm': booking.confirm,
    'booking.reschedule': booking.reschedule,
    'booking.cancel': booking.cancel,
  },
  queries: {
    'booking.offer': bookingQueries.offer,
    'booking.month': bookingQueries.month,
    'booking.times': bookingQueries.times,
    'booking.nearest': bookingQueries.nearest,
    'booking.find': bookingQueries.find,
    'guide.service': guide.service,
    'guide.services': guide.services,
  },
  documents: [bookingDay, appointment],
} as const;
export type Law = typeof law;

/** Any law, also one with a district's own parts in it, as the courts see it. */
export interface AnyLaw {
  readonly commands: Readonly<Record<string, AnyCommand>>;
  readonly queries: Readonly<Record<string, AnyQuery>>;
  readonly documents: readonly AnyKind[];
}
export type AnyCommand = Command<string, TSchema, unknown, string, Pack>;
export type AnyQuery = Query<string, TSchema, unknown, string, Pack>;
export type AnyKind = Pick<DocumentKind, 'at'> & {
  readonly personal: readonly string[];
};
