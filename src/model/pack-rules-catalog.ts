/** What must be true of a pack's charity supermarket beyond the shape of its files. */
import {
  at,
  field,
  inside,
  repeats,
  stemOf,
  type Mistake,
  type Part,
  type Parts,
} from './pack-parts.ts';
import { didYouMean, quote } from './pack-shape.ts';
import { charactersIn } from './shared/reading.ts';

export const catalogRules = [
  catalogNamesAreUnique,
  shopsArePlaces,
  timesToFetchAreOffered,
  goodsAreOnKnownShelves,
  goodsHaveAPrice,
  readingsFit,
  storiesHaveNames,
  activitiesAreServed,
] as const;

function* catalogNamesAreUnique({ catalogs, goods }: Parts): Iterable<Mistake> {
  yield* repeats(goods, '/id', ({ id }) => id);
  for (const catalog of catalogs) {
    yield* repeats(inside(catalog, 'shops'), '', String);
    yield* repeats(inside(catalog, 'categories'), '/id', ({ id }) => id);
    yield* repeats(inside(catalog, 'classes'), '/id', ({ id }) => id);
    yield* repeats(inside(catalog, 'wanted'), '/id', ({ id }) => id);
  }
}

function* shopsArePlaces({ catalogs, names }: Parts): Iterable<Mistake> {
  for (const catalog of catalogs)
    for (const shop of inside(catalog, 'shops')) yield* unknown('place', names.places, shop);
}

/** Whoever fetches comes at a time that is theirs, on a day on which it is still kept. */
function* timesToFetchAreOffered({ catalogs, bookables }: Parts): Iterable<Mistake> {
  for (const catalog of catalogs) {
    const { pickUp, pickUpDays } = catalog.value.orders;
    if (pickUp === undefined) continue;
    const rules = bookables.find(({ value }) => value.service === pickUp)?.value;
    if (!rules) yield at(catalog, '/orders/pickUp', `is ${quote(pickUp)}, which cannot be booked`);
    else if (rules.persons.length > 0)
      yield at(catalog, '/orders/pickUp', `is ${quote(pickUp)}, which asks for persons`);
    else if (rules.horizonDays > pickUpDays)
      yield at(
        catalog,
        '/orders/pickUpDays',
        `is ${pickUpDays}, but times are offered ${rules.horizonDays} days ahead (horizonDays)`,
      );
  }
}

function* goodsAreOnKnownShelves({ catalogs: [catalog], goods }: Parts): Iterable<Mistake> {
  const first = goods[0];
  if (!catalog) {
    if (first) yield at(first, '', 'is sold by nobody: catalog.json is missing or has mistakes');
    return;
  }
  const { shops, categories, classes } = catalog.value;
  const [shopIds, categoryIds, classIds] = [
    new Set(shops),
    new Set(categories.map(({ id }) => id)),
    new Set(classes.map(({ id }) => id)),
  ];
  for (const good of goods) {
    yield* unknown('category', categoryIds, field(good, 'category'));
    yield* unknown('class', classIds, field(good, 'class'));
    const stem = stemOf(good.file);
    if (good.value.category !== stem)
      yield at(
        good,
        '/category',
        `is ${quote(good.value.category)}, but the file is named ${quote(stem)}`,
      );
    for (const lot of inside(good, 'stock')) yield* unknown('shop', shopIds, field(lot, 'place'));
  }
}

/** Whatever points may be spent on has a price in points, and nothing else has. */
function* goodsHaveAPrice({ catalogs: [catalog], goods }: Parts): Iterable<Mistake> {
  if (!catalog) return;
  const forPoints = new Map(catalog.value.classes.map((one) => [one.id, one.forPoints]));
  const { points: rules } = catalog.value;
  for (const good of goods) {
    const { points, withinDays, perPerson } = good.value;
    if (points !== undefined && forPoints.get(good.value.class) === false)
      yield at(good, '/points', `is given, but points are not for ${quote(good.value.class)}`);
    if (points !== undefined && !rules)
      yield at(good, '/points', 'is given, but catalog.json says nothing about points');
    if (withinDays !== undefined && perPerson === undefined)
      yield at(good, '/withinDays', 'is given, but perPerson does not say how many');
    if (withinDays !== undefined && withinDays > catalog.value.orders.keepDays)
      yield at(
        good,
        '/withinDays',
        `is ${withinDays}, but catalog.json forgets after ${catalog.value.orders.keepDays} days (keepDays)`,
      );
  }
}

function* readingsFit({ goods }: Parts): Iterable<Mistake> {
  for (const good of goods) {
    const { name, reading } = good.value;
    if (reading === undefined) continue;
    const [has, needs] = [reading.split(' ').length, charactersIn(name['zh-CN'])];
    if (has !== needs)
      yield at(good, '/reading', `has ${has} syllables, but the name has ${needs} characters`);
  }
}

function* storiesHaveNames({ stories }: Parts): Iterable<Mistake> {
  yield* repeats(stories, '/id', ({ id }) => id);
}

function* activitiesAreServed({ activities, names }: Parts): Iterable<Mistake> {
  for (const activity of activities) {
    const [id, stem] = [activity.value.id, stemOf(activity.file)];
    if (id !== stem)
      yield at(activity, '/id', `is ${quote(id)}, but the file is named ${quote(stem)}`);
    yield* unknown('place', names.places, field(activity, 'place'));
    for (const row of inside(activity, 'times')) {
      const { weekdays, dates = [], from, to, validFrom, validTo } = row.value;
      if (to <= from) yield at(row, '/to', `ends at ${to}, not after it begins at ${from}`);
      if (weekdays.length + dates.length === 0)
        yield at(row, '/weekdays', 'is empty, and no dates say when it takes place');
      if (validFrom !== undefined && validTo !== undefined && validTo < validFrom)
        yield at(row, '/validTo', `is ${validTo}, before it begins on ${validFrom}`);
    }
  }
}

function* unknown(
  what: string,
  names: ReadonlySet<string> | undefined,
  part: Part<string>,
): Iterable<Mistake> {
  if (!names || names.has(part.value)) return;
  const meant = didYouMean(part.value, names);
  yield at(part, '', `names an unknown ${what}, ${quote(part.value)}${meant}`);
}
