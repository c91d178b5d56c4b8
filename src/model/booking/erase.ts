/** How booking forgets a person who asks for it. */
import { addDays, dateAt } from '../shared/dates.ts';
import { checkIn } from '../shared/check-in.ts';
import type { Eraser, Kept } from '../shared/erasure.ts';
import type { Alias, Change, Docs } from '../shared/law.ts';
import { personOf, personWith, type BookingCtx } from './common.ts';
import {
  appointment,
  bookingPerson,
  waitingList,
  wisher,
  type Appointment,
  type Line,
} from './documents.ts';
import { isLiving } from './limits.ts';
import type { BookingPack } from './pack.ts';
import { listWith, wishesAt } from './waiting.ts';

/**
 * Appointments that are over are taken apart: whoever came along keeps theirs, without the telephone, which may have been
 * that of the one who leaves. What limits still count (who has not come, who gave back too often) stays until they no
 * longer do, under the alias, without a number: asking to be forgotten must not be a way around them.
 */
export const eraser: Eraser<BookingPack> = {
  kinds: [appointment.at, bookingPerson.at, wisher.at],
  touches(docs, alias) {
    const { lines, wishes } = personOf(docs, alias);
    return [
      bookingPerson.key(alias),
      ...lines.flatMap(({ code }) => {
        const doc = appointment.find(docs, appointment.key(code));
        return [appointment.key(code), ...(doc ? [checkIn.key(doc.id)] : [])];
      }),
      ...wishes.flatMap((code) => {
        const doc = wisher.find(docs, wisher.key(code));
        return [wisher.key(code), ...(doc ? [waitingList.key(doc.place)] : [])];
      }),
    ];
  },
  erase(docs, alias, ctx) {
    const { lines, wishes } = personOf(docs, alias);
    const counted = lines.flatMap((line) => {
      const until = countedUntil(line, ctx);
      return until === undefined ? [] : [{ line, until }];
    });
    const stays = new Set(counted.map(({ line }) => line));
    const open = lines.filter((line) => isToCome(line, ctx)).length + openWishes(docs, wishes);
    const kept = counted.map(({ until }): Kept => ({ why: 'booking.limit', until }));
    const person = personWith(alias, { lines: [...stays], wishes: [] });
    return {
      open,
      kept,
      changes: [
        ...(docs.has(person.key) ? [person] : []),
        ...lines.flatMap((line) => withoutPerson(docs, line, alias, stays.has(line))),
        ...withoutWisher(docs, wishes, alias),
      ],
    };
  },
};

const isToCome = (line: Line, { now, pack }: BookingCtx): boolean =>
  isLiving(line, now) && line.date >= dateAt(now, pack.zone);

const openWishes = (docs: Docs, codes: readonly string[]): number =>
  codes.filter((code) => {
    const place = wisher.find(docs, wisher.key(code))?.place ?? '';
    return wishesAt(docs, place).some((one) => one.code === code && one.endedAt === undefined);
  }).length;

/** The first day on which no limit counts this line any more, where one does. */
function countedUntil({ status, at }: Line, { now, pack }: BookingCtx): string | undefined {
  const { noShows, cancellations } = pack.limits ?? {};
  const rule = status === 'missed' ? noShows : status === 'cancelled' ? cancellations : undefined;
  if (!rule) return undefined;
  const until = addDays(dateAt(at, pack.zone), Math.max(rule.withinDays, rule.coolOffDays));
  return dateAt(now, pack.zone) < until ? until : undefined;
}

/** One appointment without this person; none where nobody else was on it. Retention finds by it what limits still count. */
function withoutPerson(docs: Docs, { code }: Line, alias: Alias, stays: boolean): Change[] {
  const key = appointment.key(code);
  const doc = appointment.find(docs, key);
  // A code is used again; then it is somebody else's.
  if (!doc?.persons.some((one) => one.alias === alias)) return [];
  const persons = doc.persons.flatMap((one) => {
    if (one.alias !== alias) return [one];
    return stays ? [{ ...one, idNumber: '' }] : [];
  });
  if (persons.length > 0)
    return [{ key, doc: { ...doc, persons, phone: '' } satisfies Appointment }];
  const came = checkIn.key(doc.id);
  return [{ key, doc: null }, ...(docs.has(came) ? [{ key: came, doc: null }] : [])];
}

function withoutWisher(docs: Docs, codes: readonly string[], alias: Alias): Change[] {
  const changes: Change[] = [];
  const gone = new Map<string, string[]>();
  for (const code of codes) {
    const key = wisher.key(code);
    const doc = wisher.find(docs, key);
    if (!doc?.persons.some((one) => one.alias === alias)) continue;
    const persons = doc.persons.filter((one) => one.alias !== alias);
    changes.push({ key, doc: persons.length > 0 ? { ...doc, persons, phone: '' } : null });
    if (persons.length === 0) gone.set(doc.place, [...(gone.get(doc.place) ?? []), code]);
  }
  return [
    ...changes,
    ...[...gone].map(([place, old]) =>
      listWith(
        place,
        wishesAt(docs, place).filter(({ code }) => !old.includes(code)),
      ),
    ),
  ];
}
