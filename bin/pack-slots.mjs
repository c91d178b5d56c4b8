// `mulin-pack slots`: what a citizen will be offered, seen before a citizen sees it.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { model } from './pack-files.mjs';

const text = { type: 'string' };
const options = {
  ...{ site: text, service: text, from: text, to: text, party: text, taken: text },
  also: { ...text, multiple: true },
  json: { type: 'boolean' },
};

/** The table as `{ text }`, or `{ problem }`: what was not understood. */
export async function slots(pack, words) {
  const [{ slotTable }, dates] = await Promise.all([
    model('booking/slot-table'),
    model('shared/dates'),
  ]);
  try {
    const { json, ...given } = parseArgs({ args: words, options }).values;
    const wanted = wantedIn(pack, given, dates);
    const days = slotTable(pack, wanted, bookedIn(given.taken, dates));
    if (!Array.isArray(days)) {
      const known = pack.bookables.map(({ service }) => service).join(', ');
      return { problem: `${days.code} at ${days.at}; what can be booked: ${known}` };
    }
    return { text: json ? JSON.stringify(days, null, 2) : tell(days, dates) };
  } catch (error) {
    return { problem: error.message };
  }
}

function wantedIn(pack, { site, service, from, to = from, also, party }, { addDays, isDate }) {
  const places = pack.places.map(({ id }) => id);
  if (!places.includes(site)) throw new Error(`--site must be one of ${places.join(', ')}`);
  if (!service) throw new Error('--service must name a service');
  for (const [name, date] of Object.entries({ from, to }))
    if (!isDate(date ?? '')) throw new Error(`--${name} must be a date like 2026-12-11`);
  if (to < from || addDays(from, 366) < to)
    throw new Error('--to must be the same day as --from or later, a year at most');
  return {
    ...{ place: site, service, from, to },
    ...(also && { also }),
    ...(party !== undefined && { party: Number(party) }),
  };
}

function bookedIn(file, dates) {
  if (file === undefined) return [];
  let booked;
  try {
    booked = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`${file}: ${error.message}`, { cause: error });
  }
  if (!Array.isArray(booked)) throw new Error(`${file}: must be a list`);
  const wrong = booked.findIndex((one) => !isBooked(one, dates));
  if (wrong < 0) return booked;
  throw new Error(
    `${file}#/${wrong}: must be { "date", "time", "minutes", "service" }, for staff with "quota": "staff"`,
  );
}

const isBooked = (one, { isDate }) =>
  isDate(one?.date ?? '') &&
  /^([01]\d|2[0-3]):[0-5]\d$/.test(one.time) &&
  Number.isInteger(one.minutes) &&
  one.minutes > 0 &&
  typeof one.service === 'string' &&
  [undefined, 'staff'].includes(one.quota);

const weekdays = ['', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

function tell(days, { weekdayOf }) {
  return days
    .map(({ date, kind, provisional, reason, slots: all }) => {
      const remarks = [
        kind === 'make-up' && 'make-up workday',
        reason?.en,
        provisional && 'holidays not announced yet',
        all.length === 0 && 'closed',
      ].filter(Boolean);
      const rows = all.map(
        ({ time, minutes, open, staff, rows: ids }) =>
          `  ${time} ${String(minutes).padStart(3)} min   open ${open.free} of ${open.capacity}   ` +
          `staff ${staff.free} of ${staff.capacity}   ${ids.join(', ')}`,
      );
      const head = `${date} ${weekdays[weekdayOf(date)]}`;
      return [remarks.length > 0 ? `${head} (${remarks.join('; ')})` : head, ...rows].join('\n');
    })
    .join('\n');
}
