/** How much of it one person may have, so that there is enough for everybody. */
import { addDays, dateAt } from '../shared/dates.ts';
import { refuse, type Instant, type Refusal } from '../shared/law.ts';
import type { BookingPerson, Line } from './documents.ts';
import type { BookingPack } from './pack.ts';
import type { LimitRefusal } from './refusals.ts';
import type { TooOften } from './rules.ts';

/** What a person wants, or wants to have changed. */
export interface Wanted {
  readonly services: readonly string[];
  readonly date: string;
  /** The appointment that moves; it does not stand in its own way. */
  readonly code?: string;
}

/** The first limit that stands in the way of one more. Nothing of what it was made of is in the answer. */
export function limitReached(
  pack: BookingPack,
  person: BookingPerson | undefined,
  { services, date, code }: Wanted,
  now: Instant,
): Refusal<LimitRefusal> | undefined {
  const { limits } = pack;
  if (!limits || !person) return undefined;
  const today = dateAt(now, pack.zone);
  const others = person.lines.filter((line) => line.code !== code);
  const living = others.filter((line) => isLiving(line, now));
  const toCome = living.filter((line) => line.date >= today && line.status !== 'arrived');
  const reached = (limit: number | undefined, lines: readonly Line[]): boolean =>
    limit !== undefined && lines.length >= limit;

  if (code === undefined) {
    const until =
      coolOff(limits.noShows, pack, 'missed', others, now) ??
      coolOff(limits.cancellations, pack, 'cancelled', others, now);
    if (until) return refuse('booking.cooling-off', { facts: { until } }).refusal;
  }
  const that = living.filter((line) => line.date === date);
  if (reached(limits.perDay, that)) return refuse('booking.enough-that-day').refusal;
  const same = toCome.filter(({ service, also = [] }) =>
    [service, ...also].some((id) => services.includes(id)),
  );
  if (reached(limits.perService, same)) return refuse('booking.enough-of-this').refusal;
  if (reached(limits.open, toCome)) return refuse('booking.enough-open').refusal;
  return undefined;
}

export const isLiving = ({ status, affirmBy }: Line, now: Instant): boolean =>
  status === 'booked' || status === 'arrived' || (status === 'unaffirmed' && now < (affirmBy ?? 0));

/** The first day on which a person may book again. */
function coolOff(
  rule: TooOften | undefined,
  { zone }: BookingPack,
  status: Line['status'],
  lines: readonly Line[],
  now: Instant,
): string | undefined {
  if (!rule) return undefined;
  const today = dateAt(now, zone);
  const days = lines
    .filter((line) => line.status === status)
    .map(({ at }) => dateAt(at, zone))
    .toSorted();
  const last = days.at(-1);
  if (!last) return undefined;
  // Counted back from the last one, so that a cool-off does not melt away while the first ones grow old.
  const counted = days.filter((day) => day > addDays(last, -rule.withinDays));
  const until = addDays(last, rule.coolOffDays);
  return counted.length >= rule.count && today < until ? until : undefined;
}
