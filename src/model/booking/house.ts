/**
 * What time alone calls for. The model has no clock: the keeper of a hall (`../keeper.ts`) asks what is due (`due.ts`) and
 * sends what it is told; between two such moments nothing goes wrong, because what has run out does not count, and an offer
 * that has run out is nobody else's yet.
 */
import * as Type from 'typebox';
import { checkIn } from '../shared/check-in.ts';
import { addDays, dateAt, isDate } from '../shared/dates.ts';
import {
  accept,
  answer,
  command,
  query,
  refuse,
  type Answer,
  type Change,
  type Decision,
  type Docs,
  type DomainEvent,
  type Due,
} from '../shared/law.ts';
import { Id, PlainDate } from '../shared/text.ts';
import { asMissed } from './arrival.ts';
import {
  appointmentWith,
  dayOf,
  dayWith,
  eventOf,
  personOf,
  personWith,
  type BookingCtx,
} from './common.ts';
import {
  appointment,
  bookingDay,
  bookingPerson,
  waitingList,
  wisher,
  type Appointment,
  type BookingDay,
  type Wish,
} from './documents.ts';
import { movedOn, runOut } from './expiry.ts';
import { bookableOf } from './pack.ts';
import { KEEP_DAYS } from './rules.ts';
import { listWith, serveWaiting, waitingKeys, wishesAt } from './waiting.ts';

const PlaceDay = Type.Object({ place: Id, date: PlainDate }, { additionalProperties: false });

/** Moves on what has run out on a day: offers, appointments that were not confirmed, people who did not come. */
export const settle = command({
  name: 'booking.settle',
  input: PlaceDay,
  who: ['house'],
  offline: 'refuse',
  touches: ({ place, date }, docs, ctx: BookingCtx) => [
    bookingDay.key(place, date),
    ...waitingKeys(place, ctx.pack),
    ...runOut(dayOf(docs, { place, date }), date, ctx).flatMap(({ code }) => [
      appointment.key(code),
      ...(appointment.find(docs, appointment.key(code))?.persons ?? []).map(({ alias }) =>
        bookingPerson.key(alias),
      ),
    ]),
  ],
  decide(docs, where, ctx: BookingCtx): Decision<null, 'booking.nothing-due'> {
    const { place, date } = where;
    const day = dayOf(docs, where);
    let { takings } = day;
    const changes = new Map<string, Change>();
    const events: DomainEvent[] = [];
    let all = docs;
    const put = (more: readonly Change[]): void => {
      for (const change of more) changes.set(change.key, change);
      // Two who did not come may share a list.
      all = new Map([...all, ...more.map(({ key, doc }) => [key, doc] as const)]);
    };
    for (const taking of runOut(day, date, ctx)) {
      const before = appointment.find(docs, appointment.key(taking.code));
      if (!before) continue;
      if (taking.as === 'unaffirmed') {
        const doc: Appointment = { ...before, status: 'lapsed' };
        put(appointmentWith(all, doc, ctx.now));
        events.push(eventOf('booking.lapsed', doc));
      } else {
        const doc = asMissed(before);
        put(appointmentWith(all, doc, ctx.now));
        takings = takings.map((one) => (one === taking ? { ...one, missedAt: ctx.now } : one));
        events.push(eventOf('booking.missed', doc));
      }
    }
    const wishes = wishesAt(docs, place);
    const moved = movedOn(where, takings, wishes, ctx);
    const served = serveWaiting(where, moved.takings, moved.wishes, ctx);
    events.push(...moved.events, ...served.events);
    if (events.length === 0) return refuse('booking.nothing-due');
    put([dayWith(where, day, served.takings, ctx.now)]);
    if (wishes.length > 0) put([listWith(place, served.wishes)]);
    return accept(null, [...changes.values()], events);
  },
});

/** Days that nobody need remember any more. */
export const dueToForget = query({
  name: 'booking.due-to-forget',
  input: Type.Object({}, { additionalProperties: false }),
  who: ['house'],
  reads: (_input, { pack, now }: BookingCtx) =>
    pack.places.flatMap(({ id }) => [
      { from: bookingDay.key(id, ''), to: bookingDay.key(id, dateAt(now, pack.zone)) },
      ...waitingKeys(id, pack),
    ]),
  answer: (docs, _input, ctx: BookingCtx): Answer<readonly Due[], never> =>
    answer([
      ...[...docs.keys()].flatMap((key) => {
        if (!key.startsWith(bookingDay.key(''))) return [];
        const [place = '', date = ''] = key.slice(bookingDay.key('').length).split('/');
        const day = dayOf(docs, { place, date });
        const isOld =
          day.takings.some(({ service }) => isForgotten(service, date, ctx)) ||
          isForgotten(undefined, date, ctx);
        return isOld ? [{ command: 'booking.forget', input: { place, date } }] : [];
      }),
      ...ctx.pack.places
        .filter(({ id }) => wishesAt(docs, id).some((wish) => isWishForgotten(wish, ctx)))
        .map(({ id }) => ({ command: 'booking.forget-wishes', input: { place: id } })),
    ]),
});

/**
 * Removes the appointments of a day that are kept long enough by the rule of their service (`keepDays`), and the lines about
 * them in their persons' lists. What is left of them are the events, which never said who it was.
 */
export const forget = command({
  name: 'booking.forget',
  input: PlaceDay,
  who: ['house'],
  offline: 'refuse',
  touches: ({ place, date }, docs) => {
    const { takings, gone = [] } = dayOf(docs, { place, date });
    return [
      bookingDay.key(place, date),
      ...[...takings.map(({ code }) => code), ...gone].flatMap((code) => {
        const doc = appointment.find(docs, appointment.key(code));
        if (!doc) return [appointment.key(code)];
        const persons = doc.persons.map(({ alias }) => bookingPerson.key(alias));
        return [appointment.key(code), checkIn.key(doc.id), ...persons];
      }),
    ];
  },
  decide(
    docs,
    { place, date },
    ctx: BookingCtx,
  ): Decision<{ forgotten: number }, 'booking.nothing-due'> {
    const day = dayOf(docs, { place, date });
    const codes = [...day.takings.map(({ code }) => code), ...(day.gone ?? [])];
    const old = new Set(
      codes.filter((code) => {
        const doc = appointment.find(docs, appointment.key(code));
        // Its code may belong to somebody else by now, or it may have moved to another day.
        if (doc && (doc.place !== place || doc.date !== date)) return true;
        return isForgotten(doc?.service, date, ctx);
      }),
    );
    const isEmpty = codes.length === 0 && isForgotten(undefined, date, ctx);
    if (old.size === 0 && !isEmpty) return refuse('booking.nothing-due');
    const takings = day.takings.filter(({ code }) => !old.has(code));
    const gone = (day.gone ?? []).filter((code) => !old.has(code));
    const left: BookingDay = { takings, ...(gone.length > 0 && { gone }) };
    const docsOf = [...old].flatMap((code) => {
      const doc = appointment.find(docs, appointment.key(code));
      return doc && doc.place === place && doc.date === date ? [doc] : [];
    });
    return accept({ forgotten: docsOf.length }, [
      {
        key: bookingDay.key(place, date),
        doc: takings.length + gone.length > 0 ? left : null,
      },
      ...docsOf.flatMap(({ code, id }) => [
        { key: appointment.key(code), doc: null },
        ...(docs.has(checkIn.key(id)) ? [{ key: checkIn.key(id), doc: null }] : []),
      ]),
      ...linesWithout(docs, docsOf),
    ]);
  },
});

/** Removes those who waited in vain, when their time is over as well. */
export const forgetWishes = command({
  name: 'booking.forget-wishes',
  input: Type.Object({ place: Id }, { additionalProperties: false }),
  who: ['house'],
  offline: 'refuse',
  touches: ({ place }, docs, ctx: BookingCtx) => [
    waitingList.key(place),
    ...wishesAt(docs, place)
      .filter((wish) => isWishForgotten(wish, ctx))
      .flatMap(({ code }) => [
        wisher.key(code),
        ...(wisher.find(docs, wisher.key(code))?.persons ?? []).map(({ alias }) =>
          bookingPerson.key(alias),
        ),
      ]),
  ],
  decide(docs, { place }, ctx: BookingCtx): Decision<{ forgotten: number }, 'booking.nothing-due'> {
    const wishes = wishesAt(docs, place);
    const old = wishes.filter((wish) => isWishForgotten(wish, ctx)).map(({ code }) => code);
    if (old.length === 0) return refuse('booking.nothing-due');
    const aliases = new Set(
      old.flatMap((code) =>
        (wisher.find(docs, wisher.key(code))?.persons ?? []).map(({ alias }) => alias),
      ),
    );
    return accept({ forgotten: old.length }, [
      listWith(
        place,
        wishes.filter(({ code }) => !old.includes(code)),
      ),
      ...old.map((code) => ({ key: wisher.key(code), doc: null })),
      ...[...aliases].map((alias) => {
        const person = personOf(docs, alias);
        return personWith(alias, {
          ...person,
          wishes: person.wishes.filter((code) => !old.includes(code)),
        });
      }),
    ]);
  },
});

/** The lists of these persons without lines about these appointments. */
function linesWithout(docs: Docs, gone: readonly Appointment[]): Change[] {
  const codes = new Set(gone.map(({ code }) => code));
  const aliases = new Set(gone.flatMap(({ persons }) => persons.map(({ alias }) => alias)));
  return [...aliases].map((alias) => {
    const person = personOf(docs, alias);
    return personWith(alias, {
      ...person,
      lines: person.lines.filter(({ code }) => !codes.has(code)),
    });
  });
}

/** Of a service that is no longer in the pack the shortest time counts that is usual. */
function isForgotten(
  service: string | undefined,
  date: string,
  { pack, now }: BookingCtx,
): boolean {
  if (!isDate(date)) return false;
  const { keepDays = KEEP_DAYS } = (service && bookableOf(pack, service)) || {};
  return addDays(date, keepDays) < dateAt(now, pack.zone);
}

const isWishForgotten = ({ endedAt, service }: Wish, ctx: BookingCtx): boolean =>
  endedAt !== undefined && isForgotten(service, dateAt(endedAt, ctx.pack.zone), ctx);
