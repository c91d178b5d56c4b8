/** What the commands of the catalog have in common: their inputs, and how they look at documents and put them back. */
import * as Type from 'typebox';
import { dateAt } from '../shared/dates.ts';
import type { Actor, ActorKind, Change, Ctx, Docs } from '../shared/law.ts';
import { Id } from '../shared/text.ts';
import {
  closedOrder,
  order,
  shopper,
  waitingOrder,
  type Order,
  type Shopper,
  type ShopperLine,
} from './documents.ts';
import type { CatalogPack } from './pack.ts';

export type CatalogCtx = Ctx<CatalogPack>;
export const everybody: readonly ActorKind[] = ['anonymous', 'device', 'citizen', 'staff'];

export const AtShop = Type.Object({ place: Id }, { additionalProperties: false });
export const ReceiptCode = Type.String({ pattern: '^\\d{10}$' });
/** Whatever was typed as a number: the law says what is wrong with it in words. */
export const AnyNumber = Type.Number();
export const IdNumber = Type.String({ maxLength: 30 });
export const Phone = Type.String({ maxLength: 20 });

/**
 * What opens a reservation: the code on the receipt and the last four digits of the phone. A person whose card was read, and
 * staff, need the code only.
 */
export const ProofInput = {
  code: ReceiptCode,
  phoneTail: Type.Optional(Type.String({ pattern: '^\\d{4}$' })),
};
export interface Proof {
  readonly code: string;
  readonly phoneTail?: string;
}
export const guessOfProof = {
  at: ({ code }: { readonly code: string }) => `catalog/${code}`,
  wrong: ['catalog.not-found'],
} as const;

export const todayOf = ({ now, pack }: CatalogCtx): string => dateAt(now, pack.zone);

/** Whether this opens what belongs to that person: by their own card, by the end of their phone number, or at a counter. */
export function opens(
  proof: Proof,
  holder: { readonly alias: string; readonly phone: string },
  actor: Actor,
): boolean {
  if (actor.kind === 'staff' || actor.kind === 'house') return true;
  if (actor.kind === 'citizen' && holder.alias === actor.id) return true;
  return proof.phoneTail !== undefined && holder.phone.endsWith(proof.phoneTail);
}

/** The order that this proof opens. A wrong code and a wrong phone sound the same, so guessing teaches nothing. */
export function provenOrder(docs: Docs, proof: Proof, actor: Actor): Order | undefined {
  const doc = order.find(docs, order.key(proof.code));
  return doc && opens(proof, doc.holder, actor) ? doc : undefined;
}

/** Where an order is listed while it waits, and where once it is over. */
export const waitingKey = ({ place, until, code }: Order): string =>
  waitingOrder.key(place, until, code);
export const closedKey = ({ place, until, code }: Order): string =>
  closedOrder.key(place, until, code);

export const shopperOf = (docs: Docs, alias: string): Shopper =>
  shopper.find(docs, shopper.key(alias)) ?? { lines: [] };

export const shopperWith = (alias: string, lines: readonly ShopperLine[]): Change => ({
  key: shopper.key(alias),
  doc: lines.length > 0 ? { lines } : null,
});

/** Writes an order down, lists it, and puts it in its person's own list. */
export function orderWith(docs: Docs, doc: Order, now: number): Change[] {
  const { code, status, holder, lines } = doc;
  const others = shopperOf(docs, holder.alias).lines.filter((one) => one.code !== code);
  const items = lines.map(({ item, count }) => ({ item, count }));
  const isOpen = status === 'reserved';
  const listed = {
    items: lines.reduce((sum, { count }) => sum + count, 0),
    ...(doc.slot && { slot: `${doc.slot.date} ${doc.slot.time}` }),
  };
  return [
    { key: order.key(code), doc },
    { key: waitingKey(doc), doc: isOpen ? listed : null },
    ...(isOpen ? [] : [{ key: closedKey(doc), doc: { at: now } }]),
    shopperWith(holder.alias, [...others, { code, status, at: doc.at, items }]),
  ];
}

/** Partners learn what was reserved and handed out, never by whom, never for points, never the code that opens it. */
export const eventOf = (type: string, { id, place, lines }: Order) => ({
  type,
  data: {
    order: id,
    place,
    lines: lines.length,
    items: lines.reduce((sum, { count }) => sum + count, 0),
  },
});
