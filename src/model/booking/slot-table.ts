/** Every slot of some days with the rows that make it, so that a district sees its rules before a citizen does. */
import { daysFrom } from '../shared/dates.ts';
import type { Refusal } from '../shared/law.ts';
import type { Text } from '../shared/text.ts';
import { bookingDay, type Taking } from './documents.ts';
import { closureOn, planOf, type BookingPack } from './pack.ts';
import { slotsOn } from './slots.ts';
import { isVisit, visitOf, type VisitInput, type VisitRefusal } from './visit.ts';

export interface TableInput extends VisitInput {
  readonly place: string;
  /** The first and the last day, both included. */
  readonly from: string;
  readonly to: string;
}

/** Something that is booked already. */
export interface Booked {
  readonly date: string;
  readonly time: string;
  readonly minutes: number;
  readonly service: string;
  readonly quota?: 'staff';
}

interface Places {
  readonly capacity: number;
  readonly free: number;
}
export interface TableDay {
  readonly date: string;
  readonly kind: 'workday' | 'weekend' | 'make-up' | 'holiday';
  /** The year's holidays are not announced yet, so this day may still change. */
  readonly provisional: boolean;
  /** Why it is closed, wholly or in part, where a closure or a holiday says so. */
  readonly reason?: Text;
  readonly slots: readonly {
    readonly time: string;
    readonly minutes: number;
    readonly open: Places;
    readonly staff: Places;
    /** Ids of the opening rows. */
    readonly rows: readonly string[];
  }[];
}

/** As of the rules alone: lead time and horizon depend on when one asks, and are left out. */
export function slotTable(
  pack: BookingPack,
  { place, from, to, ...input }: TableInput,
  booked: readonly Booked[] = [],
): readonly TableDay[] | Refusal<VisitRefusal> {
  const visit = visitOf(pack, input);
  if (!isVisit(visit)) return visit;
  return daysFrom(from, to).map((date) => {
    const takings = booked.filter((one) => one.date === date).map(takingOf);
    const docs = new Map([[bookingDay.key(place, date), { takings }]]);
    const { type } = planOf(pack, place, date);
    const staff = slotsOn({ pack, docs, now: 0 }, visit, place, date, 'staff');
    const closure = closureOn(pack, place, input.service, date);
    const reason = closure?.reason ?? (type.kind === 'holiday' ? type.name : undefined);
    return {
      date,
      kind: type.kind,
      provisional: !type.announced,
      ...(reason && { reason }),
      slots: slotsOn({ pack, docs, now: 0 }, visit, place, date).map((slot, i) => ({
        time: slot.time,
        minutes: slot.minutes,
        open: { capacity: slot.capacity, free: slot.free },
        staff: { capacity: staff[i]?.capacity ?? 0, free: staff[i]?.free ?? 0 },
        rows: slot.openings,
      })),
    };
  });
}

const takingOf = ({ time, minutes, service, quota }: Booked, i: number): Taking => ({
  code: String(i),
  opening: '', // nobody says which row it was; it is counted where it fits
  time,
  minutes,
  service,
  ...(quota && { quota }),
});
