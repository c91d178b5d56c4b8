/** How the catalog forgets a person who asks for it. */
import { addDays, dateAt } from '../shared/dates.ts';
import type { Eraser, Kept } from '../shared/erasure.ts';
import { ledger } from '../shared/ledger.ts';
import { shopperOf, shopperWith, todayOf, type CatalogCtx } from './common.ts';
import { order, shopper, type ShopperLine } from './documents.ts';
import { goodOf, type CatalogPack } from './pack.ts';
import { beneficiary } from './points.ts';

/**
 * What waits to be fetched has to be given up first, and so has aid. What counts against a limit over days stays until it no
 * longer does, without telephone: asking to be forgotten must not be a way to more rice. Points that are left go with the
 * ledger, because whoever asks was told that.
 */
export const eraser: Eraser<CatalogPack> = {
  kinds: [order.at, shopper.at, beneficiary.at, ledger.at],
  touches: (docs, alias) => [
    shopper.key(alias),
    beneficiary.key(alias),
    ledger.key('points', alias),
    ledger.key('hours', alias),
    ...shopperOf(docs, alias).lines.map(({ code }) => order.key(code)),
  ],
  erase(docs, alias, ctx) {
    const { lines } = shopperOf(docs, alias);
    const open = lines.filter(({ status }) => status === 'reserved').length;
    const isOnAid = docs.has(beneficiary.key(alias));
    const counted = lines.flatMap((line) => {
      const until = countedUntil(line, ctx);
      return until === undefined ? [] : [{ line, until }];
    });
    const stays = new Set(counted.map(({ line }) => line));
    const person = shopperWith(
      alias,
      lines.filter((line) => stays.has(line)),
    );
    const books = ['points', 'hours'].map((book) => ledger.key(book, alias));
    return {
      open: open + (isOnAid ? 1 : 0),
      kept: counted.map(({ until }): Kept => ({ why: 'catalog.limit', until })),
      changes: [
        ...(docs.has(person.key) ? [person] : []),
        ...books.filter((key) => docs.has(key)).map((key) => ({ key, doc: null })),
        ...lines.flatMap((line) => {
          const key = order.key(line.code);
          const doc = order.find(docs, key);
          if (doc?.holder.alias !== alias) return [];
          const holder = { ...doc.holder, phone: '' };
          return [{ key, doc: stays.has(line) ? { ...doc, holder } : null }];
        }),
      ],
    };
  },
};

/** The first day on which no limit counts this line any more, where one does. */
function countedUntil({ status, at, items }: ShopperLine, ctx: CatalogCtx): string | undefined {
  if (status !== 'handed-out') return undefined;
  const days = Math.max(0, ...items.map(({ item }) => goodOf(ctx.pack, item)?.withinDays ?? 0));
  const until = addDays(dateAt(at, ctx.pack.zone), days);
  return days > 0 && todayOf(ctx) < until ? until : undefined;
}
