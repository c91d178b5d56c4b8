/** The times of an activity, made from its rules. */
import { dayType, type HolidayYear } from '../shared/calendar.ts';
import { addDays, dateAt, daysFrom, instantAt, isDate, weekdayOf } from '../shared/dates.ts';
import type { Ctx } from '../shared/law.ts';
import type { Place } from '../shared/place.ts';
import type { Activity, Times } from './rules.ts';

/** The slice of a pack that activities go by. */
export interface ActivityPack {
  readonly zone: string;
  readonly places: readonly Place[];
  readonly activities?: readonly Activity[];
  readonly closures: readonly {
    readonly place: string;
    readonly from: string;
    readonly to: string;
  }[];
  readonly calendar: readonly HolidayYear[];
}
export type ActivityCtx = Ctx<ActivityPack>;

export interface SessionTime {
  readonly date: string;
  readonly from: string;
  readonly to: string;
  readonly places: number;
}

export const activityOf = ({ activities }: ActivityPack, id: string): Activity | undefined =>
  activities?.find((one) => one.id === id);

/** What takes place on a day, the earliest first. Rows with the same beginning add up. */
export function sessionsOn(pack: ActivityPack, activity: Activity, date: string): SessionTime[] {
  if (!isDate(date)) return [];
  const isClosed = pack.closures.some(
    ({ place, from, to }) => place === activity.place && from <= date && date <= to,
  );
  if (isClosed) return [];
  const sessions = new Map<string, SessionTime>();
  for (const { from, to, places } of activity.times.filter((row) => takesPlace(row, date, pack))) {
    const same = sessions.get(from);
    sessions.set(from, {
      date,
      from,
      to: same && same.to > to ? same.to : to,
      places: places + (same?.places ?? 0),
    });
  }
  return [...sessions.values()].sort((a, b) => (a.from < b.from ? -1 : 1));
}

function takesPlace(
  { weekdays, dates = [], validFrom, validTo, onHolidays }: Times,
  date: string,
  { calendar }: ActivityPack,
): boolean {
  if (dates.includes(date)) return true;
  if (date < (validFrom ?? date) || date > (validTo ?? date)) return false;
  return (
    weekdays.includes(weekdayOf(date)) && (onHolidays || dayType(calendar, date).kind !== 'holiday')
  );
}

/** The days on which one may sign up now. */
export function windowOf({ horizonDays }: Activity, { pack, now }: ActivityCtx): string[] {
  const today = dateAt(now, pack.zone);
  return daysFrom(today, addDays(today, horizonDays));
}

export const startOf = ({ date, from }: Pick<SessionTime, 'date' | 'from'>, pack: ActivityPack) =>
  instantAt(date, from, pack.zone);
export const endOf = ({ date, to }: Pick<SessionTime, 'date' | 'to'>, pack: ActivityPack) =>
  instantAt(date, to, pack.zone);
