/** What must be true of a pack beyond the shape of its files. A new rule is a function in the list below. */
import type { Opening } from './booking/rules.ts';
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
  somethingIsLeftForThePublic,
  openingsAgree,
  closuresDoNotOverlap,
  servicesCanBeBooked,
  holidaysAreInTheirYear,
  makeUpDaysAreWorkedWeekends,
  zoneExists,
  ...queueRules,
];

function* namesAreUnique(parts: Parts): Iterable<Mistake> {
  yield* repeats(parts.subdistricts, '/code', ({ code }) => code);
  yield* repeats(parts.places, '/id', ({ id }) => id);
  // A taken slot remembers its row by place and id, so only there the id must be its own.
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

function* daysExist({ services, openings, closures, calendar }: Parts): Iterable<Mistake> {
  for (const part of [...services, ...openings, ...closures, ...calendar]) {
    for (const { path, value } of textsIn(part)) {
      if (/^\d{4}-\d\d-\d\d$/.test(value) && !isDate(value)) {
        yield { file: part.file, path, sentence: `is ${quote(value)}, a day that does not exist` };
      }
    }
  }
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
    const { leadMinutes, horizonDays } = part.value;
    if (leadMinutes >= (horizonDays + 1) * 24 * 60) {
      yield at(part, '/leadMinutes', `is further ahead than horizonDays (${horizonDays}) allows`);
    }
  }
}

/** Where two rows offer a service at the same time, a person must get the same number of minutes from either. */
function* openingsAgree({ openings }: Parts): Iterable<Mistake> {
  for (const [first, second] of pairs(openings)) {
    const [a, b] = [first.value, second.value];
    if (a.place !== b.place || a.slotMinutes === b.slotMinutes || !overlap(a, b)) continue;
    const shared = a.services.find((id) => b.services.includes(id));
    if (shared === undefined) continue;
    yield at(
      second,
      '/slotMinutes',
      `is ${b.slotMinutes}, but ${quote(a.id)} offers ${quote(shared)} at the same time in slots of ${a.slotMinutes}`,
    );
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

function* closuresDoNotOverlap({ closures }: Parts): Iterable<Mistake> {
  for (const [{ value: a }, second] of pairs(closures)) {
    const b = second.value;
    if (a.place === b.place && a.from <= b.to && b.from <= a.to) {
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
