/** When tickets are given out, and for which day. */
import { dayType } from '../shared/calendar.ts';
import { addDays, dateAt, instantAt, weekdayOf } from '../shared/dates.ts';
import type { Instant } from '../shared/law.ts';
import type { QueuePack } from './documents.ts';
import type { Queue } from './rules.ts';

export interface Hours {
  readonly from: string;
  readonly to: string;
}

/** Farther than the longest holiday. */
const LOOK_AHEAD = 16;

/** The hours of a day in their order; none on a day on which the place is closed. */
export function hoursOn(pack: QueuePack, queue: Queue, date: string): Hours[] {
  const closed = pack.closures.some(
    ({ place, from, to }) => place === queue.place && from <= date && date <= to,
  );
  if (closed) return [];
  const type = dayType(pack.calendar, date);
  return queue.hours
    .filter(({ weekdays, onHolidays, onMakeUpDays }) => {
      if (type.kind === 'make-up' && onMakeUpDays) return true;
      if (type.kind === 'holiday' && !onHolidays) return false;
      return weekdays.includes(weekdayOf(date));
    })
    .map(({ from, to }) => ({ from, to }))
    .sort((a, b) => (a.from < b.from ? -1 : 1));
}

/** How a place stands now. Between two opening times of one day it counts as open: the line goes on. */
export interface Opening {
  readonly date: string;
  readonly state: 'open' | 'before' | 'over' | 'closed';
  readonly hours: readonly Hours[];
  /** The next day it opens on; today, if it has not opened yet. */
  readonly next?: { readonly date: string; readonly from: string };
}

export function openingAt(pack: QueuePack, queue: Queue, now: Instant): Opening {
  const date = dateAt(now, pack.zone);
  const hours = hoursOn(pack, queue, date);
  const [first, last] = [hours[0], hours.at(-1)];
  const base = { date, hours };
  if (first && last) {
    if (now < instantAt(date, first.from, pack.zone))
      return { ...base, state: 'before', next: { date, from: first.from } };
    if (now < instantAt(date, last.to, pack.zone)) return { ...base, state: 'open' };
  }
  const next = nextOpening(pack, queue, date);
  return { ...base, state: first ? 'over' : 'closed', ...(next && { next }) };
}

function nextOpening(
  pack: QueuePack,
  queue: Queue,
  today: string,
): { readonly date: string; readonly from: string } | undefined {
  for (let days = 1; days <= LOOK_AHEAD; days += 1) {
    const date = addDays(today, days);
    const [first] = hoursOn(pack, queue, date);
    if (first) return { date, from: first.from };
  }
  return undefined;
}

/** When the place opens on a day. */
export function opensAt(pack: QueuePack, queue: Queue, date: string): Instant {
  return instantAt(date, hoursOn(pack, queue, date)[0]?.from ?? '00:00', pack.zone);
}
