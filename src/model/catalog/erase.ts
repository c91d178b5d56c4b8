/** How the catalog forgets a person who asks for it. */
import { addDays, dateAt } from '../shared/dates.ts';
import type { Eraser, Kept } from '../shared/erasure.ts';
import type { Alias, Docs } from '../shared/law.ts';
import { shopperOf, shopperWith, todayOf, type CatalogCtx } from './common.ts';
import { order, shopper, type ShopperLine } from './documents.ts';
import { donationKeys, statusOf } from './donate.ts';
import { donation, donor, thanks } from './donation-documents.ts';
import { goodOf, type CatalogPack } from './pack.ts';
import { beneficiary } from './points.ts';

/**
 * What waits to be fetched has to be given up first, and so has aid. What counts against a limit over days stays until it no
 * longer does, without telephone: asking to be forgotten must not be a way to more rice. What was given stays the shop's; who
 * gave it is nobody's business any more.
 */
export const eraser: Eraser<CatalogPack> = {
  kinds: [order.at, shopper.at, beneficiary.at, donation.at, donor.at, thanks.at],
  touches: (docs, alias, ctx) => [
    shopper.key(alias),
    beneficiary.key(alias),
    ...shopperOf(docs, alias).lines.map(({ code }) => order.key(code)),
    donor.key(alias),
    ...codesOf(docs, alias).flatMap((code) => [
      ...donationKeys(docs, code, ctx),
      ...thanksFor(docs, code, ctx),
    ]),
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
    const given = codesOf(docs, alias).flatMap((code) => {
      const doc = donation.find(docs, donation.key(code));
      return doc?.donor.alias === alias ? [doc] : [];
    });
    const promised = given.filter((doc) => statusOf(doc) === 'announced').length;
    return {
      open: open + promised + (isOnAid ? 1 : 0),
      kept: counted.map(({ until }): Kept => ({ why: 'catalog.limit', until })),
      changes: [
        ...(docs.has(person.key) ? [person] : []),
        ...(docs.has(donor.key(alias)) ? [{ key: donor.key(alias), doc: null }] : []),
        ...given.flatMap(({ pickUp: _, ...doc }) => [
          {
            key: donation.key(doc.code),
            doc: { ...doc, donor: { alias: '', phone: '', name: '', named: false } },
          },
          ...thanksFor(docs, doc.code, ctx).flatMap((key) => {
            const { name, ...line } = thanks.find(docs, key) ?? {};
            return name === undefined ? [] : [{ key, doc: line }];
          }),
        ]),
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

const codesOf = (docs: Docs, alias: Alias): readonly string[] =>
  donor.find(docs, donor.key(alias))?.codes ?? [];

/** The line of the public list, where the donation has one. */
function thanksFor(docs: Docs, code: string, { pack }: CatalogCtx): string[] {
  const doc = donation.find(docs, donation.key(code));
  const at = doc?.steps.find(({ status }) => status === 'received')?.at;
  return doc && at !== undefined
    ? [thanks.key(doc.place, dateAt(at, pack.zone).slice(0, 7), doc.id)]
    : [];
}

/** The first day on which no limit counts this line any more, where one does. */
function countedUntil({ status, at, items }: ShopperLine, ctx: CatalogCtx): string | undefined {
  if (status !== 'handed-out') return undefined;
  const days = Math.max(0, ...items.map(({ item }) => goodOf(ctx.pack, item)?.withinDays ?? 0));
  const until = addDays(dateAt(at, ctx.pack.zone), days);
  return days > 0 && todayOf(ctx) < until ? until : undefined;
}
