/** Somebody gives: goods that they bring or have collected, or a pledge of money. */
import * as Type from 'typebox';
import { addDays, dateAt, isDate } from '../shared/dates.ts';
import { isMobile } from '../shared/identity.ts';
import { accept, command, refuse, type Change, type Decision, type Docs } from '../shared/law.ts';
import { maskPhone } from '../shared/masking.ts';
import { receiptCodeOf } from '../shared/receipt-code.ts';
import { Id, PlainDate, PlainTime } from '../shared/text.ts';
import { AnyNumber, everybody, Phone, todayOf, type CatalogCtx } from './common.ts';
import {
  closedDonation,
  donation,
  donor,
  openDonation,
  thanks,
  type Donation,
  type DonationStatus,
} from './donation-documents.ts';
import { isShop } from './pack.ts';
import { MOST } from './rules.ts';
import type { Refused } from './refusals.ts';

export type DonateRefusal =
  | 'catalog.unknown-shop'
  | 'donation.empty'
  | 'donation.unknown-kind'
  /** The shop never takes that; the pack says what to do with it. Facts: `kind`. */
  | 'donation.not-taken'
  /** Facts: `most`. */
  | 'donation.bad-count'
  /** Facts: `days` it must still be good for. */
  | 'donation.expires-too-soon'
  /** Food must say until when it is good. */
  | 'donation.best-before-missing'
  /** Facts: `from` and `until`, plain dates. */
  | 'donation.wrong-day'
  /** Facts: `most`, in fen. */
  | 'donation.bad-amount'
  /** Who wants to be named says how. */
  | 'donation.name-missing'
  | 'phone.invalid';

/** How far ahead somebody may say that they come, and how long after that it is still expected. */
const AHEAD_DAYS = 30;
const LATE_DAYS = 14;
/** No day: it is expected no more, it is here. */
const HERE = '9999-12-31';

const Line = Type.Object(
  {
    wanted: Id,
    what: Type.String({ maxLength: 60 }),
    count: AnyNumber,
    state: Type.Union([Type.Literal('new'), Type.Literal('as-new'), Type.Literal('used')]),
    bestBefore: Type.Optional(PlainDate),
    photo: Type.Optional(Type.String({ maxLength: 200 })),
  },
  { additionalProperties: false },
);

const DonorInput = {
  phone: Type.Optional(Phone),
  name: Type.Optional(Type.String({ maxLength: 40 })),
  /** Agrees that the name stands on the public list. */
  named: Type.Boolean(),
};
const Slot = Type.Object({ date: PlainDate, time: PlainTime }, { additionalProperties: false });

/** Says what one will bring, or would like to have collected, and when. */
export const offer = command({
  name: 'donation.offer',
  input: Type.Object(
    {
      place: Id,
      goods: Type.Array(Line, { maxItems: 20 }),
      slot: Slot,
      /** Where it is to be collected. */
      pickUp: Type.Optional(Type.String({ maxLength: 100 })),
      ...DonorInput,
    },
    { additionalProperties: false },
  ),
  who: everybody,
  offline: 'refuse',
  aliases: ({ phone }) => (phone === undefined ? [] : [phone]),
  touches: (input, _docs, ctx: CatalogCtx) => donorKeys(input, ctx),
  decide(docs, input, ctx: CatalogCtx): Decision<DonationReceipt, DonateRefusal> {
    const { place, goods, slot, pickUp } = input;
    const today = todayOf(ctx);
    const last = addDays(today, AHEAD_DAYS);
    if (!isShop(ctx.pack, place)) return refuse('catalog.unknown-shop', { at: '/place' });
    if (!isDate(slot.date) || slot.date < today || slot.date > last)
      return refuse('donation.wrong-day', {
        at: '/slot/date',
        facts: { from: today, until: last },
      });
    if (goods.length === 0) return refuse('donation.empty', { at: '/goods' });
    const no = goods.map((line, i) => mistakeIn(line, i, ctx)).find((one) => one !== undefined);
    if (no) return no;
    const who = donorOf(input, ctx);
    if ('refusal' in who) return who;
    return announced(docs, { place, goods, slot, ...(pickUp && { pickUp }), donor: who }, ctx);
  },
});

/** Promises money. It is paid at the counter, or by whatever stands behind the payment contract. */
export const pledge = command({
  name: 'donation.pledge',
  input: Type.Object({ place: Id, fen: AnyNumber, ...DonorInput }, { additionalProperties: false }),
  who: everybody,
  offline: 'refuse',
  aliases: ({ phone }) => (phone === undefined ? [] : [phone]),
  touches: (input, _docs, ctx: CatalogCtx) => donorKeys(input, ctx),
  decide(docs, input, ctx: CatalogCtx): Decision<DonationReceipt, DonateRefusal> {
    const { place, fen } = input;
    if (!isShop(ctx.pack, place)) return refuse('catalog.unknown-shop', { at: '/place' });
    if (!Number.isInteger(fen) || fen < 1 || fen > MOST.fen)
      return refuse('donation.bad-amount', { at: '/fen', facts: { most: MOST.fen } });
    const who = donorOf(input, ctx);
    if ('refusal' in who) return who;
    return announced(docs, { place, goods: [], fen, donor: who }, ctx);
  },
});

type Giver = Type.Static<Type.TObject<typeof DonorInput>>;

function donorKeys({ phone = '' }: Giver, { actor, alias }: CatalogCtx): string[] {
  if (actor.kind === 'citizen') return [donor.key(actor.id)];
  return isMobile(phone) ? [donor.key(alias(phone))] : [];
}

function donorOf(
  { phone = '', name = '', named }: Giver,
  { actor, alias }: CatalogCtx,
): Donation['donor'] | Refused<DonateRefusal> {
  if (named && name.trim() === '') return refuse('donation.name-missing', { at: '/name' });
  if (phone !== '' && !isMobile(phone)) return refuse('phone.invalid', { at: '/phone' });
  if (actor.kind === 'citizen') return { alias: actor.id, phone, name: name.trim(), named };
  if (phone === '') return refuse('phone.invalid', { at: '/phone' });
  return { alias: alias(phone), phone, name: name.trim(), named };
}

function mistakeIn(
  { wanted, count, bestBefore }: Type.Static<typeof Line>,
  i: number,
  ctx: CatalogCtx,
): Refused<DonateRefusal> | undefined {
  const kind = ctx.pack.catalog?.wanted.find(({ id }) => id === wanted);
  if (!kind) return refuse('donation.unknown-kind', { at: `/goods/${i}/wanted` });
  if (!kind.taken)
    return refuse('donation.not-taken', { at: `/goods/${i}/wanted`, facts: { kind: wanted } });
  if (!Number.isInteger(count) || count < 1 || count > MOST.count)
    return refuse('donation.bad-count', { at: `/goods/${i}/count`, facts: { most: MOST.count } });
  const { goodForDays: days } = kind;
  if (days === undefined) return undefined;
  const at = `/goods/${i}/bestBefore`;
  if (bestBefore === undefined || !isDate(bestBefore))
    return refuse('donation.best-before-missing', { at });
  return bestBefore < addDays(todayOf(ctx), days)
    ? refuse('donation.expires-too-soon', { at, facts: { days } })
    : undefined;
}

function announced(
  docs: Docs,
  what: Pick<Donation, 'place' | 'goods' | 'donor' | 'fen' | 'slot' | 'pickUp'>,
  ctx: CatalogCtx,
): Decision<DonationReceipt, never> {
  const doc: Donation = {
    ...what,
    id: ctx.uuid(),
    code: receiptCodeOf(ctx.digits(9)),
    steps: [{ status: 'announced', at: ctx.now }],
    fetched: 0,
  };
  const { alias } = doc.donor;
  const codes = donor.find(docs, donor.key(alias))?.codes ?? [];
  return accept(
    receiptOf(doc),
    [...donationWith(doc, ctx), { key: donor.key(alias), doc: { codes: [...codes, doc.code] } }],
    [donationEvent('donation.announced', doc)],
  );
}

export const statusOf = ({ steps }: Donation): DonationStatus =>
  steps.at(-1)?.status ?? 'announced';

const over: readonly DonationStatus[] = ['thanked', 'declined', 'withdrawn', 'lapsed'];
export const isOver = (doc: Donation): boolean => over.includes(statusOf(doc));

/** Until when it is expected. */
function expectedUntil(doc: Donation, { pack }: CatalogCtx): string {
  if (statusOf(doc) !== 'announced') return HERE;
  if (doc.slot) return addDays(doc.slot.date, LATE_DAYS);
  return addDays(dateAt(doc.steps[0]?.at ?? 0, pack.zone), AHEAD_DAYS);
}

export const piecesIn = ({ goods }: Donation): number =>
  goods.reduce((sum, { count, received = count }) => sum + received, 0);

/** Every key under which a donation may be listed, with itself. */
export function donationKeys(docs: Docs, code: string, ctx: CatalogCtx): string[] {
  const doc = donation.find(docs, donation.key(code));
  if (!doc) return [donation.key(code)];
  const { place, id, steps } = doc;
  const first = { ...doc, steps: steps.slice(0, 1) };
  return [
    donation.key(code),
    openDonation.key(place, expectedUntil(first, ctx), code),
    openDonation.key(place, HERE, code),
    closedDonation.key(place, todayOf(ctx), code),
    thanks.key(place, todayOf(ctx).slice(0, 7), id),
    donor.key(doc.donor.alias),
  ];
}

/** Writes a donation down and lists it where it stands now; `before` is how it stood, where it did. */
export function donationWith(doc: Donation, ctx: CatalogCtx, before?: Donation): Change[] {
  const { place, code, fen, slot, pickUp } = doc;
  const key = (one: Donation): string => openDonation.key(place, expectedUntil(one, ctx), code);
  const status = statusOf(doc);
  const listed = {
    status,
    items: piecesIn(doc),
    ...(fen !== undefined && { fen }),
    ...(slot && { slot: `${slot.date} ${slot.time}` }),
    pickUp: pickUp !== undefined,
  };
  return [
    { key: donation.key(code), doc },
    ...(before && !isOver(before) && (isOver(doc) || key(before) !== key(doc))
      ? [{ key: key(before), doc: null }]
      : []),
    isOver(doc)
      ? { key: closedDonation.key(place, todayOf(ctx), code), doc: { at: ctx.now } }
      : { key: key(doc), doc: listed },
  ];
}

/** Partners learn that something was given, never by whom. */
export const donationEvent = (type: string, doc: Donation) => ({
  type,
  data: { donation: doc.id, place: doc.place, items: piecesIn(doc), fen: doc.fen ?? 0 },
});

/** A donation as its donor may see it. */
export interface DonationReceipt extends Omit<Donation, 'donor'> {
  readonly status: DonationStatus;
  readonly name: string;
  readonly named: boolean;
  readonly phone: string;
}

export function receiptOf(doc: Donation): DonationReceipt {
  const { donor: who, ...rest } = doc;
  return {
    ...rest,
    status: statusOf(doc),
    name: who.name,
    named: who.named,
    phone: who.phone ? maskPhone(who.phone) : '',
  };
}
