/** What must be true of the queues of a pack beyond their shape. */
import { at, field, inside, repeats, stemOf, type Mistake, type Parts } from './pack-parts.ts';
import { didYouMean, quote } from './pack-shape.ts';

export const queueRules = [
  queueNamesAreUnique,
  queuesAreAtKnownPlaces,
  linesAreServed,
  queueHoursFit,
  quotasFit,
] as const;

function* queueNamesAreUnique({ queues }: Parts): Iterable<Mistake> {
  for (const queue of queues) {
    yield* repeats(inside(queue, 'lines'), '/id', ({ id }) => id);
    yield* repeats(inside(queue, 'lines'), '/letter', ({ letter }) => letter);
    yield* repeats(inside(queue, 'counters'), '/id', ({ id }) => id);
    yield* repeats(inside(queue, 'counters'), '/number', ({ number }) => String(number));
    yield* repeats(inside(queue, 'priority'), '/id', ({ id }) => id);
  }
}

function* queuesAreAtKnownPlaces({ queues, services, names }: Parts): Iterable<Mistake> {
  for (const queue of queues) {
    const { place } = queue.value;
    if (place !== stemOf(queue.file)) {
      const stem = quote(stemOf(queue.file));
      yield at(queue, '/place', `is ${quote(place)}, but the file is named ${stem}`);
    }
    if (names.places && !names.places.has(place)) {
      const meant = didYouMean(place, names.places);
      yield at(queue, '/place', `names an unknown place, ${quote(place)}${meant}`);
    }
    for (const line of inside(queue, 'lines'))
      for (const part of inside(line, 'services')) {
        const guide = services.find(({ value }) => value.id === part.value);
        if (names.services && !names.services.has(part.value)) {
          const meant = didYouMean(part.value, names.services);
          yield at(part, '', `names an unknown service, ${quote(part.value)}${meant}`);
        } else if (guide && !guide.value.places.includes(place))
          yield at(part, '', `has tickets at a place that ${guide.file} does not name`);
      }
  }
}

/** A ticket for a line that no counter serves would wait for ever. */
function* linesAreServed({ queues }: Parts): Iterable<Mistake> {
  for (const queue of queues) {
    const { lines, counters } = queue.value;
    const known = new Set(lines.map(({ id }) => id));
    for (const counter of inside(queue, 'counters'))
      for (const part of [...inside(counter, 'lines'), ...inside(counter, 'helps')])
        if (!known.has(part.value)) {
          const meant = didYouMean(part.value, known);
          yield at(part, '', `names an unknown line, ${quote(part.value)}${meant}`);
        }
    for (const line of inside(queue, 'lines'))
      if (!counters.some((counter) => counter.lines.includes(line.value.id)))
        yield at(field(line, 'id'), '', `is ${quote(line.value.id)}, which no counter serves`);
  }
}

function* queueHoursFit({ queues }: Parts): Iterable<Mistake> {
  for (const queue of queues)
    for (const hours of inside(queue, 'hours')) {
      const { from, to } = hours.value;
      if (to <= from) yield at(hours, '/to', `closes at ${to}, not after it opens at ${from}`);
    }
}

function* quotasFit({ queues }: Parts): Iterable<Mistake> {
  for (const queue of queues)
    for (const line of inside(queue, 'lines')) {
      const { dailyQuota, nightQuota } = line.value;
      if (nightQuota > dailyQuota)
        yield at(line, '/nightQuota', `is ${nightQuota}, more than the ${dailyQuota} of the day`);
    }
}
