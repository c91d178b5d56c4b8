/** What a visit asks for and goes by: one service, others that join it, and a number of persons. */
import { refuse, type Refusal } from '../shared/law.ts';
import { bookableOf, type BookingPack } from './pack.ts';
import type { Bookable, PersonRule } from './rules.ts';

/** As a screen asks for it. */
export interface VisitInput {
  readonly service: string;
  readonly also?: readonly string[] | undefined;
  readonly party?: number | undefined;
}

export interface Visit {
  readonly services: readonly string[];
  /** The rules of all its services in one: the strictest counts, and everything each of them asks. */
  readonly bookable: Bookable;
  /** Slots in a row. */
  readonly slots: number;
  /** Who comes, in the order of the form. */
  readonly persons: readonly PersonRule[];
}

export type VisitRefusal =
  'booking.unknown-service' | 'booking.not-together' | 'booking.party-size';

// A visit with one service for those who must come: by far the most of them.
const plain = new WeakMap<Bookable, Visit>();

export function visitOf(
  pack: BookingPack,
  { service, also = [], party }: VisitInput,
): Visit | Refusal<VisitRefusal> {
  const main = bookableOf(pack, service);
  if (!main) return refuse('booking.unknown-service', { at: '/service' }).refusal;
  const isPlain = also.length === 0 && party === undefined;
  const before = isPlain ? plain.get(main) : undefined;
  if (before) return before;

  const bookables = [main];
  for (const [i, id] of also.entries()) {
    const other = bookableOf(pack, id);
    if (!other || !main.joins?.includes(id) || bookables.includes(other)) {
      return refuse('booking.not-together', { at: `/also/${i}` }).refusal;
    }
    bookables.push(other);
  }
  const bookable = bookables.reduce(joined);
  const required = bookable.persons.filter(({ optional }) => !optional);
  const least = required.length;
  const most = bookable.persons.length;
  const come = party ?? least;
  if (come < least || come > most) {
    return refuse('booking.party-size', { at: '/party', facts: { least, most } }).refusal;
  }
  let spare = come - least;
  const visit: Visit = {
    services: [service, ...also],
    bookable,
    slots:
      bookables.reduce((sum, { slots = 1 }) => sum + slots, 0) +
      (come - least) * (main.slotsPerExtraPerson ?? 0),
    persons: bookable.persons.filter(({ optional }) => !optional || (spare -= 1) >= 0),
  };
  if (isPlain) plain.set(main, visit);
  return visit;
}

export const isVisit = (found: Visit | Refusal<VisitRefusal>): found is Visit => 'slots' in found;

function joined(a: Bookable, b: Bookable): Bookable {
  const roles = new Map(a.persons.map((rule) => [rule.role, rule]));
  for (const rule of b.persons) roles.set(rule.role, bothRules(roles.get(rule.role), rule));
  const statements = new Map([...a.declarations, ...b.declarations].map((one) => [one.id, one]));
  return {
    ...a,
    persons: [...roles.values()],
    declarations: [...statements.values()],
    leadMinutes: Math.max(a.leadMinutes, b.leadMinutes),
    leadDays: Math.max(a.leadDays ?? 0, b.leadDays ?? 0),
    horizonDays: Math.min(a.horizonDays, b.horizonDays),
    changeUntilMinutes: Math.max(a.changeUntilMinutes, b.changeUntilMinutes),
  };
}

function bothRules(a: PersonRule | undefined, b: PersonRule): PersonRule {
  if (!a) return b;
  const { optional: _, ...rest } = { ...b, ...a };
  const minAge = Math.max(a.minAge ?? 0, b.minAge ?? 0);
  return {
    ...rest,
    ...(minAge > 0 && { minAge }),
    ...(a.optional && b.optional && { optional: true }),
  };
}
