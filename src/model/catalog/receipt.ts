import { maskPhone } from '../shared/masking.ts';
import type { Order, OrderStatus } from './documents.ts';
import { goodOf, type CatalogPack } from './pack.ts';
import type { Text } from '../shared/text.ts';

/** A reservation as its own person may see it. */
export interface OrderReceipt {
  /** What partners and a journey call it; opens nothing. */
  readonly id: string;
  readonly code: string;
  readonly status: OrderStatus;
  readonly place: string;
  readonly lines: readonly {
    readonly item: string;
    readonly name: Text;
    readonly count: number;
    /** What one costs. */
    readonly fen: number;
    readonly points: number;
  }[];
  readonly at: number;
  /** The last day on which it can be fetched. */
  readonly until: string;
  readonly slot?: { readonly date: string; readonly time: string };
  readonly payment: { readonly by: 'fen' | 'points'; readonly total: number };
  readonly phone: string;
  readonly closedAt?: number;
}

export function receiptOf(doc: Order, pack: CatalogPack): OrderReceipt {
  const { id, code, status, place, at, until, slot, payment, holder, closedAt } = doc;
  return {
    id,
    code,
    status,
    place,
    lines: doc.lines.map(({ item, count, fen, points }) => ({
      item,
      // A name that the pack has lost is still what was reserved.
      name: goodOf(pack, item)?.name ?? { 'zh-CN': item, en: item },
      count,
      fen,
      points,
    })),
    at,
    until,
    ...(slot && { slot: { date: slot.date, time: slot.time } }),
    payment: { by: payment.by, total: payment.total },
    phone: holder.phone ? maskPhone(holder.phone) : '',
    ...(closedAt !== undefined && { closedAt }),
  };
}
