/** The slice of a pack that booking goes by, and what of it is worked out once instead of a thousand times a second. */
import { dayType, type DayType, type HolidayYear } from '../shared/calendar.ts';
import { daysFrom, minutesOf, monthBounds, weekdayOf, weeksBetween } from '../shared/dates.ts';
import type { Key } from '../shared/law.ts';
import type { Place } from '../shared/place.ts';
import type { Service } from '../shared/service.ts';
import { bookingDay } from './documents.ts';
import type { Bookable, BookingLimits, Closure, Opening } from './rules.ts';

export interface BookingPack {
  readonly zone: string;
  readonly places: readonly Place[];
  readonly services: readonly Service[];
  readonly openings: readonly Opening[];
  readonly closures: readonly Closure[];
  readonly bookables: readonly Bookable[];
  readonly limits?: BookingLimits;
  readonly calendar: readonly HolidayYear[];
}

/** A row of opening hours, reckoned in minutes of the day. */
export interface Row {
  readonly opening: Opening;
  /** Its position among the rows of its place. */
  readonly nth: number;
  /** Where its slots begin, where all slots of its place are counted through. */
  readonly at: number;
  readonly from: number;
  readonly step: number;
  /** How many slots it has; the last one ends at closing time or before. */
  readonly steps: number;
  /** Places in a slot that anybody may book, and those kept for staff. */
  readonly open: number;
  readonly staff: number;
}

/** A row that is open on a day, for one service: the slots that a closure takes away are marked. */
export interface Lane {
  readonly row: Row;
  readonly closed?: readonly boolean[];
}

/** Rows that are open together. */
interface Hours {
  /** All slots that {@link Row.at} counts through. */
  readonly size: number;
  readonly rows: readonly Row[];
  readonly byId: ReadonlyMap<string, Row>;
  readonly lanes: ReadonlyMap<string, readonly Lane[]>;
}

/** What is open at a place on a day. */
export interface DayPlan extends Hours {
  readonly date: string;
  /** Of the document that says what is taken. */
  readonly key: Key;
  readonly type: DayType;
}

interface Known {
  readonly bookables: ReadonlyMap<string, Bookable>;
  readonly rows: ReadonlyMap<string, readonly Row[]>;
  readonly closures: ReadonlyMap<string, readonly Closure[]>;
  /** Most days of a place have the same hours as others: by place and rows. */
  readonly hours: Map<string, Hours>;
  readonly plans: Map<string, Map<string, DayPlan>>;
  readonly types: Map<string, DayType>;
}

// Nothing here depends on anything but the pack, so remembering it changes no answer.
const known = new WeakMap<BookingPack, Known>();
/** Days that are remembered for each place: a year and more, and never without end. */
const REMEMBERED = 800;

function knownOf(pack: BookingPack): Known {
  let found = known.get(pack);
  if (!found) {
    found = {
      bookables: new Map(pack.bookables.map((one) => [one.service, one])),
      rows: new Map(
        [...byPlace(pack.openings)].map(([place, openings]) => [
          place,
          // Those that serve the fewest services first, so that flexible counters stay free longest.
          rowsOf(openings.toSorted((a, b) => a.services.length - b.services.length)),
        ]),
      ),
      closures: byPlace(pack.closures),
      hours: new Map(),
      plans: new Map(),
      types: new Map(),
    };
    known.set(pack, found);
  }
  return found;
}

function byPlace<Item extends { readonly place: string }>(
  items: readonly Item[],
): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(item.place);
    if (group) group.push(item);
    else groups.set(item.place, [item]);
  }
  return groups;
}

export const bookableOf = (pack: BookingPack, service: string): Bookable | undefined =>
  knownOf(pack).bookables.get(service);

/** What is open at a place on a day that exists. */
export function planOf(pack: BookingPack, place: string, date: string): DayPlan {
  const { plans } = knownOf(pack);
  let days = plans.get(place);
  if (!days || days.size > REMEMBERED) plans.set(place, (days = new Map()));
  let plan = days.get(date);
  if (!plan) days.set(date, (plan = makePlan(pack, place, date)));
  return plan;
}

/** The rows of a day that offer all these services, without what is closed for one of them. */
export function lanesOf(plan: DayPlan, services: readonly string[]): readonly Lane[] {
  let lanes = plan.lanes.get(services[0] ?? '') ?? [];
  for (let i = 1; i < services.length; i += 1) {
    const theirs = plan.lanes.get(services[i] ?? '') ?? [];
    lanes = lanes.flatMap((lane) => {
      const other = theirs.find(({ row }) => row === lane.row);
      if (!other) return [];
      const closed = lane.closed ?? other.closed;
      return closed
        ? [
            {
              row: lane.row,
              closed: closed.map((_, step) => isShut(lane, step) || isShut(other, step)),
            },
          ]
        : [lane];
    });
  }
  return lanes;
}

export const isShut = ({ closed }: Lane, step: number): boolean => closed?.[step] ?? false;

/** The closure that shuts a service there for that whole day or a part of it. */
export function closureOn(
  pack: BookingPack,
  place: string,
  service: string,
  date: string,
): Closure | undefined {
  return closuresOn(pack, place, date).find((one) => one.services?.includes(service) ?? true);
}

const closuresOn = (pack: BookingPack, place: string, date: string): readonly Closure[] =>
  knownOf(pack)
    .closures.get(place)
    ?.filter(({ from, to }) => from <= date && date <= to) ?? [];

const monthDays = new Map<string, readonly string[]>();
/** Every day of the month `2026-12`. */
export function daysOfMonth(month: string): readonly string[] {
  let days = monthDays.get(month);
  if (!days) {
    const { first, last } = monthBounds(month);
    monthDays.set(month, (days = daysFrom(first, last)));
  }
  return days;
}

function rowsOf(openings: readonly Opening[]): Row[] {
  let at = 0;
  return openings.map((opening, nth) => {
    const { from, to, slotMinutes: step, capacity, staffOnly } = opening;
    const row = {
      opening,
      nth,
      at,
      from: minutesOf(from),
      step,
      steps: Math.max(0, Math.floor((minutesOf(to) - minutesOf(from)) / step)),
      open: Math.max(0, capacity - staffOnly),
      staff: Math.min(capacity, staffOnly),
    };
    at += row.steps;
    return row;
  });
}

function typeOf(pack: BookingPack, date: string): DayType {
  const { types } = knownOf(pack);
  let type = types.get(date);
  if (!type || types.size > REMEMBERED) {
    if (types.size > REMEMBERED) types.clear();
    types.set(date, (type = dayType(pack.calendar, date)));
  }
  return type;
}

function makePlan(pack: BookingPack, place: string, date: string): DayPlan {
  const type = typeOf(pack, date);
  const closures = closuresOn(pack, place, date);
  const weekday = weekdayOf(date);
  const rows = (knownOf(pack).rows.get(place) ?? []).filter(({ opening }) =>
    opensOn(opening, date, weekday, type),
  );
  const hours = closures.length === 0 ? usualHours(pack, place, rows) : hoursOf(rows, closures);
  return { ...hours, date, key: bookingDay.key(place, date), type };
}

function usualHours(pack: BookingPack, place: string, rows: readonly Row[]): Hours {
  const { hours } = knownOf(pack);
  // By position, not by id: a name is longer than a number, and there are forty of them a day.
  const key = `${place} ${String.fromCharCode(...rows.map(({ nth }) => nth))}`;
  let usual = hours.get(key);
  if (!usual) hours.set(key, (usual = hoursOf(rows, [])));
  return usual;
}

function hoursOf(rows: readonly Row[], closures: readonly Closure[]): Hours {
  const lanes = new Map<string, Lane[]>();
  for (const row of rows)
    for (const service of row.opening.services) {
      const lane = laneOf(row, service, closures);
      const others = lanes.get(service);
      if (lane && others) others.push(lane);
      else if (lane) lanes.set(service, [lane]);
    }
  const size = Math.max(0, ...rows.map(({ at, steps }) => at + steps));
  return { size, rows, byId: new Map(rows.map((row) => [row.opening.id, row])), lanes };
}

function opensOn(opening: Opening, date: string, weekday: number, type: DayType): boolean {
  if (opening.extraDays?.includes(date)) return true;
  if (date < (opening.validFrom ?? date) || date > (opening.validTo ?? date)) return false;
  const { everyWeeks, startWeek } = opening;
  if (everyWeeks && startWeek) {
    const weeks = weeksBetween(startWeek, date);
    if (weeks < 0 || weeks % everyWeeks !== 0) return false;
  }
  if (type.kind === 'make-up' && opening.onMakeUpDays) return true;
  if (type.kind === 'holiday' && !opening.onHolidays) return false;
  return opening.weekdays.includes(weekday);
}

function laneOf(row: Row, service: string, closures: readonly Closure[]): Lane | undefined {
  const mine = closures.filter(({ services }) => services?.includes(service) ?? true);
  if (mine.length === 0) return { row };
  const closed = Array.from({ length: row.steps }, (_, i) => {
    const begins = row.from + i * row.step;
    return mine.some(({ fromTime, toTime }) => {
      const shutFrom = fromTime ? minutesOf(fromTime) : 0;
      const shutTo = toTime ? minutesOf(toTime) : 24 * 60;
      return begins < shutTo && shutFrom < begins + row.step;
    });
  });
  return closed.every(Boolean) ? undefined : { row, closed };
}
