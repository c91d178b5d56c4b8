/** What must be true of a pack beyond the shape of its files. A new rule is a function in the list below. */
import { KEEP_DAYS, type Closure, type Opening } from './booking/rules.ts';
import {
  at,
  field,
  inside,
  pairs,
  repeats,
  stemOf,
  textsIn,
  type Mistake,
  type Names,
  type Part,
  type Parts,
} from './pack-parts.ts';
import { catalogRules } from './pack-rules-catalog.ts';
import { caseRules } from './pack-rules-case.ts';
import { formRules } from './pack-rules-forms.ts';
import { queueRules } from './pack-rules-queue.ts';
import { didYouMean, quote } from './pack-shape.ts';
import { isDate, minutesOf, weekdayOf } from './shared/dates.ts';

type Rule = (parts: Parts) => Iterable<Mistake>;

export const rules: readonly Rule[] = [
  namesAreUnique,
  filesAreNamedAfterTheirContent,
  namesAreKnown,
  daysExist,
  endsComeAfterBeginnings,
  slotsFit,
  rowsOpen,
  visitsFit,
  joinsAreServed,
  limitsAreRemembered,
  somethingIsLeftForThePublic,
  openingsAgree,
  closuresDoNotOverlap,
  servicesCanBeBooked,
  holidaysAreInTheirYear,
  makeUpDaysAreWorkedWeekends,
  zoneExists,
  ...formRules,
  ...queueRules,
  ...catalogRules,
  ...caseRules,
];

function* namesAreUnique(parts: Parts): Iterable<Mistake> {
  yield* repeats(parts.subdistricts, '/code', ({ code }) => code);
  yield* repeats(parts.places, '/id', ({ id }) => id);
  // A taken slot is found again by place and id of its row, so only there the id must be its own.
  yield* repeats(
    parts.openings,
    '/id',
    ({ id }) => id,
    ({ place }) => place,
  );
  for (const head of parts.heads) yield* repeats(inside(head, 'frequent'), '', String);
  for (const service of parts.services) yield* repeats(inside(service, 'places'), '', String);
  for (const opening of parts.openings) yield* repeats(inside(opening, 'services'), '', String);
  for (const bookable of parts.bookables) {
    yield* repeats(inside(bookable, 'persons'), '/role', ({ role }) => role);
    yield* repeats(inside(bookable, 'questions'), '/id', ({ id }) => id);
    yield* repeats(inside(bookable, 'declarations'), '/id', ({ id }) => id);
  }
  for (const year of parts.calendar) yield* repeats(inside(year, 'makeUpDays'), '', String);
}

function* filesAreNamedAfterTheirContent(parts: Parts): Iterable<Mistake> {
  const named = <Value>(part: Part<Value>, path: string, name: string): Mistake[] =>
    name === stemOf(part.file)
      ? []
      : [at(part, path, `is ${quote(name)}, but the file is named ${quote(stemOf(part.file))}`)];
  for (const part of parts.services) yield* named(part, '/id', part.value.id);
  for (const part of parts.bookables) yield* named(part, '/service', part.value.service);
  for (const part of parts.calendar) yield* named(part, '/year', String(part.value.year));
}

function* namesAreKnown({ names, ...parts }: Parts): Iterable<Mistake> {
  yield* unknown('place', names.places, [
    ...parts.heads.map((head) => field(head, 'home')),
    ...parts.services.flatMap((service) => inside(service, 'places')),
    ...parts.openings.map((opening) => field(opening, 'place')),
    ...parts.closures.map((closure) => field(closure, 'place')),
  ]);
  yield* unknown('service', names.services, [
    ...parts.heads.flatMap((head) => inside(head, 'frequent')),
    ...parts.openings.flatMap((opening) => inside(opening, 'services')),
    ...parts.bookables.map((bookable) => field(bookable, 'service')),
    ...parts.bookables.flatMap((bookable) => listed(bookable, 'joins')),
    ...parts.closures.flatMap((closure) => listed(closure, 'services')),
  ]);
  yield* unknown(
    'subdistrict',
    names.subdistricts,
    // Six digits name the whole district; only a street's code must be one of ours.
    parts.places.map((place) => field(place, 'division')).filter(({ value }) => value.length === 9),
  );
}

function* unknown(what: string, names: Names, parts: readonly Part<string>[]): Iterable<Mistake> {
  for (const part of parts) {
    if (!names || names.has(part.value)) continue;
    const meant = didYouMean(part.value, names);
    yield at(part, '', `names an unknown ${what}, ${quote(part.value)}${meant}`);
  }
}

function* daysExist({
  services,
  openings,
  closures,
  goods,
  stories,
  activities,
  calendar,
}: Parts): Iterable<Mistake> {
  for (const part of [
    ...services,
    ...openings,
    ...closures,
    ...goods,
    ...stories,
    ...activities,
    ...calendar,
  ]) {
    for (const { path, value } of textsIn(part)) {
      if (/^\d{4}-\d\d-\d\d$/.test(value) && !isDate(value)) {
        yield { file: part.file, path, sentence: `is ${quote(value)}, a day that does not exist` };
      }
    }
  }
}

/** The entries of a list that may be left out. */
function listed<Value extends object, Key extends keyof Value & string>(
  part: Part<Value>,
  key: Key,
): Part<string>[] {
  const list = (part.value[key] ?? []) as readonly string[];
  return list.map((value, i) => ({ file: part.file, path: `${part.path}/${key}/${i}`, value }));
}

function* endsComeAfterBeginnings(parts: Parts): Iterable<Mistake> {
  for (const part of parts.openings) {
    const { from, to, validFrom, validTo } = part.value;
    if (to <= from) yield at(part, '/to', `closes at ${to}, not after it opens at ${from}`);
    if (validFrom && validTo) yield* lastDay(part, validFrom, validTo, '/validTo');
  }
  for (const part of [...parts.closures, ...parts.calendar.flatMap((y) => inside(y, 'holidays'))]) {
    yield* lastDay(part, part.value.from, part.value.to, '/to');
  }
  for (const part of parts.closures) {
    const { fromTime = '00:00', toTime = '24:00' } = part.value;
    if (toTime > fromTime) continue;
    yield at(part, '/toTime', `ends at ${toTime}, not after it begins at ${fromTime}`);
  }
}

function* lastDay(part: Part<unknown>, from: string, to: string, path: string): Iterable<Mistake> {
  if (to < from) yield at(part, path, `is ${to}, before it begins on ${from}`);
}

function* slotsFit({ openings }: Parts): Iterable<Mistake> {
  for (const part of openings) {
    const { from, to, slotMinutes } = part.value;
    const open = minutesOf(to) - minutesOf(from);
    if (open > 0 && slotMinutes > open) {
      yield at(part, '/slotMinutes', `is ${slotMinutes}, but it is only open for ${open} minutes`);
    }
  }
}

function* somethingIsLeftForThePublic({ openings, bookables }: Parts): Iterable<Mistake> {
  for (const part of openings) {
    const { capacity, staffOnly } = part.value;
    if (staffOnly > capacity) {
      yield at(part, '/staffOnly', `is ${staffOnly}, more than the capacity of ${capacity}`);
    }
  }
  for (const part of bookables) {
    const { leadMinutes, leadDays = 0, horizonDays } = part.value;
    if (leadDays > horizonDays) {
      yield at(part, '/leadDays', `is further ahead than horizonDays (${horizonDays}) allows`);
    }
    if (leadMinutes >= (horizonDays + 1) * 24 * 60) {
      yield at(part, '/leadMinutes', `is further ahead than horizonDays (${horizonDays}) allows`);
    }
  }
}

/** A row that can never open is a slip: a weekday forgotten, a week counted from nowhere, a season that misses its days. */
function* rowsOpen({ openings }: Parts): Iterable<Mistake> {
  for (const part of openings) {
    const { weekdays, extraDays = [], onMakeUpDays, everyWeeks, startWeek } = part.value;
    if (weekdays.length === 0 && extraDays.length === 0 && !onMakeUpDays) {
      yield at(part, '/weekdays', 'is empty, and nothing else says when it opens');
    }
    if (everyWeeks !== undefined && startWeek === undefined) {
      yield at(part, '/everyWeeks', `is ${everyWeeks}, but there is no startWeek to count from`);
    }
    if (everyWeeks === undefined && startWeek !== undefined) {
      yield at(part, '/startWeek', 'is given, but everyWeeks does not say how often');
    }
    if (startWeek !== undefined && part.value.validTo !== undefined) {
      yield* lastDay(part, startWeek, part.value.validTo, '/validTo');
    }
    yield* repeats(listed(part, 'extraDays'), '', String);
  }
}

/** Slots in a row that no row of opening hours has are slots that nobody ever gets. */
function* visitsFit({ openings, bookables }: Parts): Iterable<Mistake> {
  for (const part of bookables) {
    const { service, slots = 1, slotsPerExtraPerson = 0, persons } = part.value;
    const extra = persons.filter(({ optional }) => optional).length;
    const rows = openings.filter(({ value }) => value.services.includes(service));
    const longest = Math.max(0, ...rows.map(({ value }) => stepsIn(value)));
    if (rows.length === 0 || longest === 0) continue;
    if (slots > longest) {
      yield at(part, '/slots', `is ${slots}, but the longest row has only ${longest} slots`);
    } else if (slots + extra * slotsPerExtraPerson > longest) {
      yield at(
        part,
        '/slotsPerExtraPerson',
        `makes ${slots + extra * slotsPerExtraPerson} slots when all come, but the longest row has only ${longest}`,
      );
    }
    if (extra > 0 && extra === persons.length)
      yield at(part, '/persons', 'are all optional, so nobody comes');
  }
}

const stepsIn = ({ from, to, slotMinutes }: Opening): number =>
  Math.max(0, Math.floor((minutesOf(to) - minutesOf(from)) / slotMinutes));

function* joinsAreServed({ openings, bookables }: Parts): Iterable<Mistake> {
  for (const part of bookables) {
    const { service, slots = 1 } = part.value;
    for (const join of listed(part, 'joins')) {
      const other = bookables.find(({ value }) => value.service === join.value)?.value;
      if (join.value === service) yield at(join, '', 'is the service itself');
      else if (other) yield* servedTogether(join, openings, service, slots + (other.slots ?? 1));
      else yield at(join, '', `names ${quote(join.value)}, which cannot be booked`);
    }
  }
}

function* servedTogether(
  join: Part<string>,
  openings: readonly Part<Opening>[],
  service: string,
  slots: number,
): Iterable<Mistake> {
  const rows = openings.filter(
    ({ value }) => value.services.includes(service) && value.services.includes(join.value),
  );
  if (rows.length === 0) {
    yield at(join, '', `joins ${quote(service)}, but no opening offers both`);
  } else if (rows.every(({ value }) => stepsIn(value) < slots)) {
    yield at(join, '', `makes ${slots} slots with ${quote(service)}, more than any row has`);
  }
}

/** What is forgotten before its time is over is never counted. */
function* limitsAreRemembered({ limits, bookables }: Parts): Iterable<Mistake> {
  for (const part of limits) {
    for (const name of ['noShows', 'cancellations'] as const) {
      const rule = part.value[name];
      if (!rule) continue;
      for (const key of ['withinDays', 'coolOffDays'] as const) {
        const short = bookables.find(({ value }) => (value.keepDays ?? KEEP_DAYS) < rule[key]);
        if (!short) continue;
        const days = short.value.keepDays ?? KEEP_DAYS;
        yield at(
          part,
          `/${name}/${key}`,
          `is ${rule[key]}, but ${short.file} forgets after ${days} days (keepDays)`,
        );
      }
    }
  }
}

/** Where two rows offer a service at the same time, a person must get the same number of minutes from either. */
function* openingsAgree({ openings }: Parts): Iterable<Mistake> {
  for (const [first, second] of pairs(openings)) {
    const [a, b] = [first.value, second.value];
    if (a.place !== b.place || !overlap(a, b)) continue;
    const shared = a.services.find((id) => b.services.includes(id));
    if (shared === undefined) continue;
    const also = `${quote(a.id)} offers ${quote(shared)} at the same time in slots of ${a.slotMinutes}`;
    if (a.slotMinutes !== b.slotMinutes) {
      yield at(second, '/slotMinutes', `is ${b.slotMinutes}, but ${also}`);
    }
  }
}

function overlap(a: Opening, b: Opening): boolean {
  const sameDay =
    a.weekdays.some((day) => b.weekdays.includes(day)) || (a.onMakeUpDays && b.onMakeUpDays);
  const begins = (one: Opening): string => one.validFrom ?? '';
  const ends = (one: Opening): string => one.validTo ?? '9999';
  const sameSeason = begins(a) <= ends(b) && begins(b) <= ends(a);
  return sameDay && sameSeason && a.from < b.to && b.from < a.to;
}

/** Whether two closures of a day take the same hours of the same service away. */
function sameHours(a: Closure, b: Closure): boolean {
  const together = !a.services || !b.services || a.services.some((id) => b.services?.includes(id));
  const [from, to] = [a.fromTime ?? '00:00', a.toTime ?? '24:00'];
  return together && from < (b.toTime ?? '24:00') && (b.fromTime ?? '00:00') < to;
}

function* closuresDoNotOverlap({ closures }: Parts): Iterable<Mistake> {
  for (const [{ value: a }, second] of pairs(closures)) {
    const b = second.value;
    if (a.place === b.place && a.from <= b.to && b.from <= a.to && sameHours(a, b)) {
      yield at(
        second,
        '/from',
        `overlaps the closure of ${quote(a.place)} from ${a.from} to ${a.to}`,
      );
    }
  }
}

function* servicesCanBeBooked({ names, ...parts }: Parts): Iterable<Mistake> {
  for (const part of parts.bookables) {
    const { service } = part.value;
    if (names.services?.has(service) && names.offered?.has(service) === false) {
      yield at(part, '/service', `can be booked, but no opening offers ${quote(service)}`);
    }
  }
  for (const opening of parts.openings) {
    for (const part of inside(opening, 'services')) {
      if (names.services?.has(part.value) && !names.bookables?.has(part.value)) {
        const file = `booking/services/${part.value}.json`;
        yield at(part, '', `offers ${quote(part.value)}, but ${file} is missing`);
      }
      const guide = parts.services.find(({ value }) => value.id === part.value);
      if (guide && !guide.value.places.includes(opening.value.place)) {
        yield at(
          part,
          '',
          `offers ${quote(part.value)} at a place that ${guide.file} does not name`,
        );
      }
    }
  }
}

function* holidaysAreInTheirYear({ calendar }: Parts): Iterable<Mistake> {
  for (const part of calendar) {
    const year = String(part.value.year);
    const days = inside(part, 'holidays').flatMap((one) => [field(one, 'from'), field(one, 'to')]);
    for (const day of [...days, ...inside(part, 'makeUpDays')]) {
      const home = day.value.slice(0, 4);
      if (home === year) continue;
      // Days are looked up by their own year, so a holiday over New Year is written in two halves.
      yield at(day, '', `is ${day.value}, which belongs into calendar/${home}.json`);
    }
    for (const [{ value: a }, second] of pairs(inside(part, 'holidays'))) {
      const b = second.value;
      if (a.from <= b.to && b.from <= a.to) {
        yield at(second, '/from', `overlaps the holiday from ${a.from} to ${a.to}`);
      }
    }
  }
}

function* makeUpDaysAreWorkedWeekends({ calendar }: Parts): Iterable<Mistake> {
  for (const year of calendar) {
    for (const day of inside(year, 'makeUpDays')) {
      if (year.value.holidays.some(({ from, to }) => from <= day.value && day.value <= to)) {
        yield at(day, '', `is ${day.value}, which is also a holiday`);
      }
      if (isDate(day.value) && weekdayOf(day.value) <= 5) {
        yield at(day, '', `is ${day.value}, which is worked anyway; a make-up day is on a weekend`);
      }
    }
  }
}

function* zoneExists({ heads }: Parts): Iterable<Mistake> {
  for (const head of heads) {
    const { zone } = head.value;
    try {
      Intl.DateTimeFormat('en', { timeZone: zone });
    } catch {
      yield at(head, '/zone', `names an unknown time zone, ${quote(zone)}`);
    }
  }
}
