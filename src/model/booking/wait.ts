/** The waiting list (候补): for days on which all is taken. */
import * as Type from 'typebox';
import type { Static } from 'typebox';
import { addDays, dateAt, daysFrom, isDate } from '../shared/dates.ts';
import {
  accept,
  answer,
  command,
  query,
  refuse,
  type Actor,
  type Answer,
  type Change,
  type Decision,
  type Docs,
  type Instant,
} from '../shared/law.ts';
import { isReceiptCode, receiptCodeOf } from '../shared/receipt-code.ts';
import { Id, PlainDate } from '../shared/text.ts';
import {
  appointmentWith,
  dayOf,
  dayWith,
  eventOf,
  everybody,
  guessOfProof,
  mistakeIn,
  numbersOf,
  opens,
  personOf,
  personWith,
  personsIn,
  PersonsInput,
  ProofInput,
  type BookingCtx,
  type Proof,
} from './common.ts';
import { newAppointment, personKeys, takingFor } from './confirm.ts';
import {
  appointment,
  bookingDay,
  bookingPerson,
  Visit,
  waitingList,
  wisher,
  type Appointment,
  type Wish,
  type Wisher,
} from './documents.ts';
import { mistakeInPersons } from './persons.ts';
import { receiptOf, type Receipt } from './receipt.ts';
import type { BookingRefusal, Refused } from './refusals.ts';
import { bookableSlotsOn } from './slots.ts';
import { isVisit, visitOf, type Visit as VisitPlan } from './visit.ts';
import { listWith, serveWaiting, wishesAt, wishEvent } from './waiting.ts';

/** A wish as whoever waits may see it. */
export interface WishReceipt {
  readonly code: string;
  readonly service: string;
  readonly also?: readonly string[];
  readonly place: string;
  /** The days that would do, both included. */
  readonly from: string;
  readonly to: string;
  /** `offered` has until `offer.until` to take it; `ended` gets no more offers. */
  readonly status: 'waiting' | 'offered' | 'ended';
  /** How many are before; 0 is next. */
  readonly before: number;
  readonly offer?: Wish['offer'];
}

const WishInput = Type.Object(
  { ...Visit, place: Id, from: PlainDate, to: PlainDate, ...PersonsInput },
  { additionalProperties: false },
);
const Proven = Type.Object(ProofInput, { additionalProperties: false });

/** Puts somebody on the waiting list of a place, for a visit on one of some days. */
export const wait = command({
  name: 'booking.wait',
  input: WishInput,
  who: everybody,
  offline: 'refuse',
  aliases: numbersOf,
  touches: (input, _docs, ctx: BookingCtx) => [
    waitingList.key(input.place),
    ...rangeOf(input, ctx).map((date) => bookingDay.key(input.place, date)),
    ...personKeys(input, ctx),
  ],
  decide(docs, input, ctx: BookingCtx): Decision<WishReceipt, BookingRefusal> {
    const visit = visitOf(ctx.pack, input);
    if (!isVisit(visit)) return { ok: false, refusal: visit };
    const no = whyNotWait(docs, input, visit, ctx);
    if (no) return no;
    const { service, also, party, place, from, to } = input;
    const code = receiptCodeOf(ctx.digits(9));
    const wish: Wish = {
      id: ctx.uuid(),
      code,
      service,
      ...(also && also.length > 0 && { also }),
      ...(party !== undefined && { party }),
      from,
      to,
      at: ctx.now,
      missed: 0,
    };
    const persons = personsIn(input, ctx);
    const { phone, declarations } = input;
    const wishes = [...wishesAt(docs, place), wish];
    return accept(
      receiptOfWish(wish, place, wishes),
      [
        listWith(place, wishes),
        { key: wisher.key(code), doc: { place, persons, phone, declarations } },
        ...persons.map(({ alias }) => withWish(docs, alias, code)),
      ],
      [wishEvent('booking.waits', place, wish)],
    );
  },
});

/** Takes the place that was offered: it becomes an appointment under the same code. */
export const takeOffer = command({
  name: 'booking.take-offer',
  input: Proven,
  who: everybody,
  guess: guessOfProof,
  offline: 'refuse',
  touches: touchesWish,
  decide(docs, proof, ctx: BookingCtx): Decision<Receipt, BookingRefusal> {
    const found = provenWish(docs, proof, ctx.actor);
    if (!found) return refuse('booking.not-found');
    const { wish, who } = found;
    const { offer } = wish;
    if (!offer || ctx.now >= offer.until) return refuse('booking.offer-ended');
    const visit = visitOf(ctx.pack, wish);
    const where = { place: who.place, date: offer.date };
    const day = dayOf(docs, where);
    const mine = day.takings.find((one) => one.code === wish.code && one.as === 'offered');
    if (!isVisit(visit) || !mine) return refuse('booking.offer-ended');
    const mistake = mistakeInPersons(visit, who.persons, offer.date);
    if (mistake) return { ok: false, refusal: mistake };
    const { affirmBy: _, ...made } = newAppointment(
      docs.has(appointment.key(wish.code)) ? receiptCodeOf(ctx.digits(9)) : wish.code,
      { ...mine, ...where },
      visit,
      { ...who, persons: [] },
      ctx,
    );
    const doc: Appointment = { ...made, status: 'booked', persons: who.persons };
    const lists = who.persons.map(({ alias }) => withoutWish(docs, alias, wish.code));
    const wishGone: Docs = new Map([
      ...docs,
      ...lists.map(({ key, doc: list }) => [key, list] as const),
    ]);
    const others = day.takings.filter((one) => one !== mine);
    const left = wishesAt(docs, who.place).filter(({ code }) => code !== wish.code);
    return accept(
      receiptOf(doc, ctx.pack, ctx.now),
      [
        dayWith(where, day, [...others, takingFor(doc, mine)], ctx.now),
        ...appointmentWith(wishGone, doc, ctx.now),
        listWith(who.place, left),
        { key: wisher.key(wish.code), doc: null },
      ],
      [eventOf('booking.confirmed', doc)],
    );
  },
});

/** Leaves the waiting list. A place that was offered goes to the next at once. */
export const stopWaiting = command({
  name: 'booking.stop-waiting',
  input: Proven,
  who: everybody,
  guess: guessOfProof,
  offline: 'refuse',
  touches: touchesWish,
  decide(docs, proof, ctx: BookingCtx): Decision<{ readonly left: boolean }, BookingRefusal> {
    const found = provenWish(docs, proof, ctx.actor);
    if (!found) return refuse('booking.not-found');
    const { wish, who } = found;
    const left = wishesAt(docs, who.place).filter(({ code }) => code !== wish.code);
    const gone: Change[] = [
      { key: wisher.key(wish.code), doc: null },
      ...who.persons.map(({ alias }) => withoutWish(docs, alias, wish.code)),
    ];
    const stopped = wishEvent('booking.stopped-waiting', who.place, wish);
    if (!wish.offer) return accept({ left: true }, [listWith(who.place, left), ...gone], [stopped]);
    const where = { place: who.place, date: wish.offer.date };
    const day = dayOf(docs, where);
    const others = day.takings.filter((one) => one.code !== wish.code || one.as !== 'offered');
    const next = serveWaiting(where, others, left, ctx);
    return accept(
      { left: true },
      [dayWith(where, day, next.takings, ctx.now), listWith(who.place, next.wishes), ...gone],
      [stopped, ...next.events],
    );
  },
});

/** How it stands with a wish. */
export const wish = query({
  name: 'booking.wish',
  input: Proven,
  who: everybody,
  guess: guessOfProof,
  reads: ({ code }, _ctx: BookingCtx) => [wisher.key(code), waitingList.range()],
  answer(
    docs,
    proof,
    { actor, now }: BookingCtx,
  ): Answer<WishReceipt, 'booking.not-found' | 'booking.code-typo'> {
    if (!isReceiptCode(proof.code)) return refuse('booking.code-typo', { at: '/code' });
    const found = provenWish(docs, proof, actor);
    if (!found) return refuse('booking.not-found');
    return answer(receiptOfWish(found.wish, found.who.place, wishesAt(docs, found.who.place), now));
  },
});

export function receiptOfWish(
  { code, service, also, from, to, offer, endedAt }: Wish,
  place: string,
  list: readonly Wish[],
  now: Instant = 0,
): WishReceipt {
  const isOffered = offer !== undefined && now < offer.until;
  const before = list.findIndex((one) => one.code === code);
  return {
    code,
    service,
    ...(also && { also }),
    place,
    from,
    to,
    status: endedAt !== undefined ? 'ended' : isOffered ? 'offered' : 'waiting',
    before: list.slice(0, before).filter((one) => one.endedAt === undefined && !one.offer).length,
    ...(isOffered && { offer }),
  };
}

/** The days somebody would wait for, if there can be such days. */
function rangeOf({ service, from, to }: Static<typeof WishInput>, { pack }: BookingCtx): string[] {
  const visit = visitOf(pack, { service });
  const maxDays = (isVisit(visit) && visit.bookable.waiting?.maxDays) || 0;
  if (!isDate(from) || !isDate(to) || to < from || addDays(from, maxDays) <= to) return [];
  return daysFrom(from, to);
}

function whyNotWait(
  docs: Docs,
  input: Static<typeof WishInput>,
  visit: VisitPlan,
  ctx: BookingCtx,
): Refused | undefined {
  const { pack, now } = ctx;
  const { place } = input;
  const { waiting } = visit.bookable;
  if (!waiting || !pack.places.some(({ id }) => id === place)) {
    return refuse('booking.no-waiting-list', { at: '/service' });
  }
  const days = rangeOf(input, ctx);
  if (days.length === 0 || input.to < dateAt(now, pack.zone)) {
    return refuse('booking.wrong-days', { at: '/to', facts: { maxDays: waiting.maxDays } });
  }
  const mistake = mistakeIn(visit, input, input.to);
  if (mistake) return { ok: false, refusal: mistake };
  for (const date of days) {
    const free = bookableSlotsOn({ pack, docs, now }, visit, place, date).find(
      (slot) => slot.free > 0,
    );
    if (free) return refuse('booking.free-now', { facts: { date, time: free.time } });
  }
  const list = wishesAt(docs, place).filter(
    ({ service, endedAt }) => service === input.service && endedAt === undefined,
  );
  for (const [i, number] of numbersOf(input).entries()) {
    const { wishes } = personOf(docs, ctx.alias(number));
    if (list.some(({ code }) => wishes.includes(code))) {
      return refuse('booking.waits-already', { at: `/persons/${i}/idNumber` });
    }
  }
  return undefined;
}

function touchesWish({ code }: Proof, docs: Docs): readonly string[] {
  const who = wisher.find(docs, wisher.key(code));
  if (!who) return [wisher.key(code)];
  const found = wishesAt(docs, who.place).find((one) => one.code === code);
  return [
    wisher.key(code),
    waitingList.key(who.place),
    appointment.key(code),
    ...who.persons.map(({ alias }) => bookingPerson.key(alias)),
    ...(found?.offer ? [bookingDay.key(who.place, found.offer.date)] : []),
  ];
}

function provenWish(
  docs: Docs,
  proof: Proof,
  actor: Actor,
): { readonly wish: Wish; readonly who: Wisher } | undefined {
  const who = wisher.find(docs, wisher.key(proof.code));
  if (!who || !opens(proof, who, actor)) return undefined;
  const found = wishesAt(docs, who.place).find(({ code }) => code === proof.code);
  return found && { wish: found, who };
}

function withWish(docs: Docs, alias: string, code: string): Change {
  const { lines, wishes } = personOf(docs, alias);
  return personWith(alias, { lines, wishes: [...wishes, code] });
}

function withoutWish(docs: Docs, alias: string, code: string): Change {
  const { lines, wishes } = personOf(docs, alias);
  return personWith(alias, { lines, wishes: wishes.filter((one) => one !== code) });
}
