/** From a basket to a reservation that waits at the counter. */
import * as Type from 'typebox';
import { addDays } from '../shared/dates.ts';
import { isMobile, normalId, readResidentId } from '../shared/identity.ts';
import {
  accept,
  command,
  refuse,
  type Change,
  type Ctx,
  type Decision,
  type Docs,
  type Refusal,
} from '../shared/law.ts';
import { balanceOf, entered, entriesOf, ledger } from '../shared/ledger.ts';
import { receiptCodeOf } from '../shared/receipt-code.ts';
import { Id, PlainDate, PlainTime } from '../shared/text.ts';
import {
  AnyNumber,
  eventOf,
  everybody,
  IdNumber,
  orderWith,
  Phone,
  ReceiptCode,
  shopperOf,
  todayOf,
  type CatalogCtx,
} from './common.ts';
import {
  shopper,
  stock,
  type Order,
  type OrderLine,
  type Shopper,
  type Stock,
} from './documents.ts';
import { goodOf, isShop, type CatalogPack } from './pack.ts';
import { timeOf, type PickUpTimes } from './pick-up.ts';
import { receiptOf, type OrderReceipt } from './receipt.ts';
import type { OrderRefusal, Refused } from './refusals.ts';
import { MOST, type Good } from './rules.ts';
import { freeOf, stockOf, takeFrom } from './stock.ts';

const Wanted = Type.Object({ item: Id, count: AnyNumber }, { additionalProperties: false });

export const ReserveInput = Type.Object(
  {
    place: Id,
    lines: Type.Array(Wanted, { maxItems: 100 }),
    /** What it is paid with when it is fetched: money, or points, which are set aside at once. */
    by: Type.Union([Type.Literal('fen'), Type.Literal('points')]),
    /** May be left out by whoever has laid down a card. */
    phone: Type.Optional(Phone),
    /** When the person means to come: a time that is kept for them under this code, or a hint for the counter. */
    slot: Type.Optional(
      Type.Object(
        { date: PlainDate, time: PlainTime, code: Type.Optional(ReceiptCode) },
        { additionalProperties: false },
      ),
    ),
    /** Staff only: for whom it is, where somebody else has come. */
    idNumber: Type.Optional(IdNumber),
  },
  { additionalProperties: false },
);
type Input = Type.Static<typeof ReserveInput>;

/** Takes what is in a basket off the shelf and keeps it for a person, together with the time at which they come. */
export const reserveWith = <Pack extends CatalogPack>(times: PickUpTimes<Pack>) =>
  command({
    name: 'catalog.reserve',
    input: ReserveInput,
    who: everybody,
    offline: 'refuse',
    aliases: ({ phone, idNumber }) => [
      ...(phone === undefined ? [] : [phone]),
      ...(idNumber === undefined ? [] : [normalId(idNumber)]),
    ],
    touches(input, docs, ctx: Ctx<Pack>) {
      const holder = holderOf(input, ctx);
      if (!('alias' in holder)) return [];
      return [
        ...input.lines.map(({ item }) => stock.key(input.place, item)),
        shopper.key(holder.alias),
        ...(input.by === 'points' ? [ledger.key('points', holder.alias)] : []),
        ...timeOf(input).flatMap((time) => times.touches(time, docs, ctx)),
      ];
    },
    decide(docs, input, ctx: Ctx<Pack>): Decision<OrderReceipt, OrderRefusal> {
      const { pack, now } = ctx;
      const { place, by, slot } = input;
      const rules = pack.catalog?.orders;
      if (!rules || !isShop(pack, place)) return refuse('catalog.unknown-shop', { at: '/place' });
      const holder = holderOf(input, ctx);
      if ('refusal' in holder) return holder;
      const today = todayOf(ctx);
      const last = addDays(today, rules.pickUpDays);
      if (slot && (slot.date < today || slot.date > last))
        return refuse('catalog.wrong-day', {
          at: '/slot/date',
          facts: { from: today, until: last },
        });
      const mine = shopperOf(docs, holder.alias);
      if (ctx.actor.kind !== 'staff') {
        const open = mine.lines.filter(({ status }) => status === 'reserved').length;
        if (open >= rules.open)
          return refuse('catalog.too-many-open', { facts: { most: rules.open } });
      }
      const basket = basketOf(docs, input, mine, slot?.date ?? today, ctx);
      if (!basket.ok) return basket;
      // What expires sooner has to be fetched sooner.
      const until = basket.lines
        .flatMap(({ lots }) => lots.map(({ bestBefore = last }) => bestBefore))
        .reduce((first, day) => (day < first ? day : first), last);

      const total = basket.lines.reduce((sum, line) => sum + line.count * line[by], 0);
      const doc: Order = {
        id: ctx.uuid(),
        code: receiptCodeOf(ctx.digits(9)),
        status: 'reserved',
        place,
        lines: basket.lines,
        at: now,
        until,
        ...(slot && { slot }),
        payment: { by, total },
        holder,
      };
      const spent: Change[] = [];
      if (by === 'points') {
        const has = balanceOf(entriesOf(docs, 'points', holder.alias), today);
        if (has < total) return refuse('points.too-few', { facts: { has, needs: total } });
        const entry = { id: doc.id, on: today, amount: -total, why: 'order', of: doc.id };
        if (total > 0) spent.push(entered(docs, 'points', holder.alias, entry));
      }
      const [taken] = timeOf(doc);
      const time = taken && slot && times.take(docs, { ...taken, time: slot.time }, ctx);
      if (taken && !time) return refuse('catalog.time-gone', { at: '/slot' });
      return accept(
        receiptOf(doc, pack),
        [...basket.changes, ...spent, ...orderWith(docs, doc, now), ...(time?.changes ?? [])],
        [eventOf('catalog.reserved', doc), ...(time?.events ?? [])],
      );
    },
  });

/** Whose it is: of the card that was read, or of the telephone. Points need the card. */
function holderOf(
  { by, phone = '', idNumber }: Input,
  { actor, alias }: CatalogCtx,
): Order['holder'] | Refused<OrderRefusal> {
  if (phone !== '' && !isMobile(phone)) return refuse('phone.invalid', { at: '/phone' });
  if (actor.kind === 'citizen') return { alias: actor.id, phone };
  if (actor.kind === 'staff' && idNumber !== undefined) {
    const number = normalId(idNumber);
    const read = readResidentId(number);
    if (typeof read === 'string') return refuse(`person.id-${read}`, { at: '/idNumber' });
    return { alias: alias(number), phone };
  }
  if (by === 'points') return refuse('points.needs-card', { at: '/by' });
  if (phone === '') return refuse('phone.invalid', { at: '/phone' });
  return { alias: alias(phone), phone };
}

type Basket =
  | {
      readonly ok: true;
      readonly lines: OrderLine[];
      readonly changes: readonly Change[];
    }
  | Refused<OrderRefusal>;

/** The lines of an order with the lots they are taken from; what is listed twice is added up. */
function basketOf(
  docs: Docs,
  { place, lines, by }: Input,
  mine: Shopper,
  /** The day on which it must still be good. */
  day: string,
  ctx: CatalogCtx,
): Basket {
  const most = ctx.pack.catalog?.orders.lines ?? 0;
  const wanted = new Map<string, { count: number; at: string }>();
  for (const [i, { item, count }] of lines.entries()) {
    const before = wanted.get(item)?.count ?? 0;
    const sum = before + count;
    if (!Number.isInteger(count) || count < 1 || sum > MOST.count)
      return refuse('catalog.bad-count', { at: `/lines/${i}/count`, facts: { most: MOST.count } });
    wanted.set(item, { count: sum, at: wanted.get(item)?.at ?? `/lines/${i}` });
  }
  if (wanted.size === 0) return refuse('catalog.basket-empty', { at: '/lines' });
  if (wanted.size > most) return refuse('catalog.basket-full', { at: '/lines', facts: { most } });

  const taken: OrderLine[] = [];
  const changes: Change[] = [];
  for (const [item, { count, at }] of wanted) {
    const good = goodOf(ctx.pack, item);
    if (!good) return refuse('catalog.unknown-item', { at: `${at}/item` });
    if (by === 'points' && !isForPoints(good, ctx))
      return refuse('catalog.not-for-points', { at: `${at}/item` });
    const before = stockOf(docs, place, good);
    if (before.withdrawnAt !== undefined) return refuse('catalog.withdrawn', { at: `${at}/item` });
    const limit = limitReached(good, count, mine, ctx);
    if (limit) return refuse('catalog.person-limit', { at: `${at}/count`, facts: limit });
    const some = takeFrom(before, count, day);
    if (!some) return { ok: false, refusal: whyNot(before, at, day) };
    const { fen, points = 0 } = good;
    taken.push({ item, count, fen, points, lots: [...some.taken] });
    const doc = { ...before, lots: some.left, aside: before.aside + count };
    changes.push({ key: stock.key(place, item), doc });
  }
  return { ok: true, lines: taken, changes };
}

/** A class that points are not for may have been one they were for when the page was drawn. */
function isForPoints({ points, class: of }: Good, { pack }: CatalogCtx): boolean {
  const isAllowed = pack.catalog?.classes.some(({ id, forPoints }) => id === of && forPoints);
  return points !== undefined && isAllowed === true;
}

function whyNot(before: Stock, at: string, day: string): Refusal<OrderRefusal> {
  const free = freeOf(before, day);
  const isThere = before.lots.some(({ count }) => count > 0);
  return free === 0 && isThere
    ? refuse('catalog.expired', { at: `${at}/item` }).refusal
    : refuse('catalog.not-enough', { at: `${at}/count`, facts: { free } }).refusal;
}

/** How many more this person may have, where that is fewer than they want. Staff decide for themselves. */
function limitReached(
  { id, perPerson, withinDays }: Good,
  count: number,
  { lines }: Shopper,
  { actor, now }: CatalogCtx,
): Record<string, number> | undefined {
  if (perPerson === undefined || actor.kind === 'staff') return undefined;
  const since = withinDays === undefined ? Infinity : now - withinDays * 24 * 3600_000;
  const had = lines
    .filter(({ status, at }) => status === 'reserved' || (status === 'handed-out' && at > since))
    .flatMap(({ items }) => items)
    .reduce((sum, one) => sum + (one.item === id ? one.count : 0), 0);
  const left = Math.max(0, perPerson - had);
  if (count <= left) return undefined;
  return { most: perPerson, left, ...(withinDays !== undefined && { days: withinDays }) };
}
