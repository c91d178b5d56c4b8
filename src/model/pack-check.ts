/**
 * Whether a service pack can be trusted with a hall: first the shape of each file, then what no shape can say (a service
 * that nobody offers, a hall that closes before it opens). Every mistake is reported, so that one round mends a pack.
 */
import type { Pack } from './pack.ts';
import { compare, partsOf, readSheet, type Mistake, type Parts } from './pack-parts.ts';
import { rules } from './pack-rules.ts';

export type { Mistake };

/** The tenth row comes after the second. */
const inReadingOrder = new Intl.Collator('en', { numeric: true });

/** Without these there is nothing to show; a pack without bookings or holidays may leave out the rest. */
const requiredFiles = ['pack.json', 'subdistricts.json', 'places.json'] as const;

/**
 * Makes one pack of its files. Keys are paths inside the folder of the pack, values what the JSON says; a file that could
 * not be read is given as the `Error` that says why. There is a pack only if there is no mistake.
 */
export function assemblePack(files: ReadonlyMap<string, unknown>): {
  readonly pack?: Pack;
  readonly mistakes: readonly Mistake[];
} {
  const sheets = [...files]
    .map(([file, value]) => readSheet(file, value))
    .sort((a, b) => compare(a.file, b.file));
  const parts = partsOf(sheets);
  const mistakes = [
    ...missingFiles(files),
    ...sheets.flatMap((sheet) => sheet.mistakes),
    ...rules.flatMap((rule) => [...rule(parts)]),
  ].sort((a, b) => compare(a.file, b.file) || inReadingOrder.compare(a.path, b.path));
  return mistakes.length > 0 ? { mistakes } : { pack: packOf(parts), mistakes };
}

/**
 * The same for a pack that is already one document, as a kiosk loads it; files are named as they would be in its folder.
 * No mistakes means that the value is a {@link Pack}.
 */
export function checkPack(pack: unknown): readonly Mistake[] {
  return assemblePack(filesOf(pack)).mistakes;
}

function missingFiles(files: ReadonlyMap<string, unknown>): Mistake[] {
  return requiredFiles
    .filter((file) => !files.has(file))
    .map((file) => ({ file, path: '', sentence: 'is missing' }));
}

function packOf({
  heads: [head],
  limits: [limits],
  catalogs: [catalog],
  names: _,
  ...lists
}: Parts): Pack | undefined {
  return (
    head && {
      ...head.value,
      subdistricts: lists.subdistricts.map(({ value }) => value),
      places: lists.places.map(({ value }) => value),
      services: lists.services.map(({ value }) => value),
      openings: lists.openings.map(({ value }) => value),
      closures: lists.closures.map(({ value }) => value),
      bookables: lists.bookables.map(({ value }) => value),
      forms: lists.forms.map(({ value }) => value),
      queues: lists.queues.map(({ value }) => value),
      cases: lists.cases.map(({ value }) => value),
      ...(limits && { limits: limits.value }),
      ...(catalog && {
        catalog: catalog.value,
        goods: lists.goods.map(({ value }) => value),
      }),
      ...(lists.stories.length > 0 && { stories: lists.stories.map(({ value }) => value) }),
      ...(lists.activities.length > 0 && {
        activities: lists.activities.map(({ value }) => value),
      }),
      calendar: lists.calendar.map(({ value }) => value),
    }
  );
}

/** The files a pack would be made of. */
function filesOf(pack: unknown): ReadonlyMap<string, unknown> {
  if (typeof pack !== 'object' || pack === null) return new Map([['pack.json', pack]]);
  const {
    subdistricts,
    places,
    services,
    openings,
    closures,
    bookables,
    forms,
    queues,
    cases,
    limits,
    catalog,
    goods,
    stories,
    activities,
    calendar,
    ...head
  } = pack as Readonly<Record<string, unknown>>;
  return new Map<string, unknown>([
    ['pack.json', head],
    ['subdistricts.json', subdistricts],
    ['places.json', places],
    ...folderOf('services', services, 'id'),
    ['booking/openings.json', openings],
    ['booking/closures.json', closures],
    ...(limits === undefined ? [] : ([['booking/limits.json', limits]] as const)),
    ...folderOf('booking/services', bookables, 'service'),
    ...folderOf('forms', forms, 'id'),
    ...folderOf('queues', queues, 'place'),
    ...(catalog === undefined ? [] : ([['catalog.json', catalog]] as const)),
    ...(goods === undefined ? [] : shelvesOf(goods)),
    ...folderOf('cases', cases, 'service'),
    ...(stories === undefined ? [] : ([['stories.json', stories]] as const)),
    ...(activities === undefined ? [] : folderOf('activities', activities, 'id')),
    ...folderOf('calendar', calendar, 'year'),
  ]);
}

/** Goods by category, as they lie in their folder. */
function shelvesOf(goods: unknown): [string, unknown][] {
  if (!Array.isArray(goods)) return [['goods/*.json', goods]];
  const shelves = new Map<string, unknown[]>();
  for (const one of goods as readonly ({ readonly category?: unknown } | null)[]) {
    const category = String(one?.category);
    shelves.set(category, [...(shelves.get(category) ?? []), one]);
  }
  return [...shelves].map(([category, list]) => [`goods/${category}.json`, list]);
}

function folderOf(folder: string, list: unknown, key: string): [string, unknown][] {
  if (!Array.isArray(list)) return [[`${folder}/*.json`, list]];
  const seen = new Set<unknown>();
  return list.map((value: Readonly<Record<string, unknown>> | null, i) => {
    const name = value?.[key] as string | number | undefined;
    // A second one of the same name keeps a file of its own, or it would hide the first.
    const file = seen.has(name) || name === undefined ? String(i) : String(name);
    seen.add(name);
    return [`${folder}/${file}.json`, value];
  });
}
