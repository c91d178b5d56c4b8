/** A small charity supermarket to read by eye: rice that expires, coats that do not, and cards that points are not for. */
import type { CatalogRules, Good } from '../../src/model/catalog/rules.ts';
import type { Pack } from '../../src/model/pack.ts';
import { law } from '../../src/model/registry.ts';
import { as, house } from './booked.ts';
import type { Court } from './court.ts';
import { marriage, morning, placeOf, registryPack, serviceOf, text } from './packs.ts';

/** Baskets of three, two waiting at a time, kept for three days; 100 points a month, good for one month more. */
export const shopCatalog: CatalogRules = {
  shops: ['shop'],
  categories: [
    { id: 'food', name: text('食品', 'Food') },
    { id: 'clothes', name: text('衣物', 'Clothes') },
    { id: 'craft', name: text('手作', 'Made by hand') },
  ],
  classes: [
    { id: 'food', name: text('食品', 'Food'), forPoints: true },
    { id: 'clothes', name: text('衣物', 'Clothes'), forPoints: true },
    { id: 'craft', name: text('义卖', 'For a good cause'), forPoints: false },
  ],
  orders: { lines: 3, open: 2, pickUpDays: 3, keepDays: 90 },
  points: { monthly: 100, monthsMore: 1, warnDays: 14 },
  wanted: [
    {
      id: 'clothes',
      name: text('衣物', 'Clothes'),
      condition: text('洗净', 'Washed'),
      taken: true,
    },
    {
      id: 'food',
      name: text('食品', 'Food'),
      condition: text('没有开封', 'Unopened'),
      taken: true,
      goodForDays: 180,
    },
    { id: 'medicine', name: text('药品', 'Medicine'), condition: text('不收', 'No'), taken: false },
  ],
};

/** 32.90 yuan or 33 points; three in thirty days. Two are best before the 9th, eight before the 31st of December. */
export const rice: Good = {
  id: 'rice',
  name: text('大米', 'Rice'),
  reading: 'da mi',
  category: 'food',
  class: 'food',
  spec: text('5 公斤', '5 kg'),
  state: 'new',
  fen: 3290,
  points: 33,
  perPerson: 3,
  withinDays: 30,
  stock: [
    { place: 'shop', count: 2, bestBefore: '2026-12-09' },
    { place: 'shop', count: 8, bestBefore: '2026-12-31' },
  ],
  sample: true,
};

/** 59 yuan or 59 points, one at a time; three of them. */
export const coat: Good = {
  id: 'coat',
  name: text('羽绒服', 'Down coat'),
  reading: 'yu rong fu',
  category: 'clothes',
  class: 'clothes',
  state: 'used',
  fen: 5900,
  points: 59,
  perPerson: 1,
  from: { name: text('示例中学', 'Sample School'), agreed: true },
  stock: [{ place: 'shop', count: 3 }],
  sample: true,
};

/** 8 yuan, not for points; twenty of them. */
export const card: Good = {
  id: 'card',
  name: text('盲文贺卡', 'Braille card'),
  reading: 'mang wen he ka',
  category: 'craft',
  class: 'craft',
  state: 'new',
  fen: 800,
  stock: [{ place: 'shop', count: 20 }],
  sample: true,
};

export const shopPack = (changes: Partial<Pack> = {}): Pack =>
  registryPack({
    places: [placeOf('registry'), { ...placeOf('shop'), kind: 'charity-supermarket' }],
    catalog: shopCatalog,
    goods: [rice, coat, card],
    ...changes,
  });

/** The same shop, with times to fetch things: every day from nine, two at a time, and kept for ten minutes. */
export const pickUpPack = (): Pack => {
  const pack = shopPack();
  return {
    ...pack,
    catalog: { ...shopCatalog, orders: { ...shopCatalog.orders, pickUp: 'fetch' } },
    services: [...pack.services, serviceOf('fetch', text('取货', 'Fetch'), ['shop'])],
    bookables: [
      ...pack.bookables,
      {
        ...marriage,
        service: 'fetch',
        persons: [],
        questions: [],
        declarations: [],
        leadMinutes: 0,
        holdMinutes: 10,
        horizonDays: 3,
      },
    ],
    openings: [
      ...pack.openings,
      {
        ...morning,
        id: 'shop-hours',
        place: 'shop',
        services: ['fetch'],
        weekdays: [1, 2, 3, 4, 5, 6, 7],
        capacity: 2,
        staffOnly: 0,
      },
    ],
  };
};

/** What the keeper of a hall does for the shop now and then. */
export async function keepShop(court: Court): Promise<string[]> {
  const sent: string[] = [];
  await as(court, house, async () => {
    for (const { query } of law.chores) {
      if (query.startsWith('booking.')) continue;
      const due = await court.read(query, {});
      if (!due.ok) throw new Error(`${query} has no answer`);
      for (const found of due.value) {
        if ('query' in found) continue; // nothing of a shop has to be looked at closer
        const outcome = await court.sendAnything(found.command, found.input);
        sent.push(`${found.command} ${outcome.ok ? 'ok' : outcome.refusal.code}`);
      }
    }
  });
  return sent;
}
