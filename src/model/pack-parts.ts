/** The files of a pack taken apart into what each says and where it says it, so that a rule can point at its mistake. */
import type { Static, TSchema } from 'typebox';
import type { Bookable, BookingLimits, Closure, Opening } from './booking/rules.ts';
import type { FormDefinition } from './form/definition.ts';
import type { CaseRule } from './case/rules.ts';
import type { Activity } from './activity/rules.ts';
import type { CatalogRules, Good, Story } from './catalog/rules.ts';
import { packFiles, type PackHead } from './pack.ts';
import type { Queue } from './queue/rules.ts';
import { didYouMean, quote, shapeMistakes } from './pack-shape.ts';
import type { HolidayYear } from './shared/calendar.ts';
import type { Place, Subdistrict } from './shared/place.ts';
import type { Service } from './shared/service.ts';

export interface Mistake {
  /** Inside the folder of the pack, `services/marriage.json`. */
  readonly file: string;
  /** JSON pointer to the value, `/0/from`; empty for the whole file. */
  readonly path: string;
  /** In English, with the value as the subject: `must be a date like 2026-12-11, is “soon”`. */
  readonly sentence: string;
}

type Kind = keyof typeof packFiles;
type Head = Static<typeof PackHead>;
const kinds = Object.keys(packFiles) as Kind[];

export interface Sheet {
  readonly file: string;
  readonly kind: Kind | undefined;
  readonly value: unknown;
  readonly mistakes: readonly Mistake[];
}

/** Something a pack says, and where it says it. */
export interface Part<Value> {
  readonly file: string;
  readonly path: string;
  readonly value: Value;
}

/** What a pack says, without whatever is out of shape. */
export interface Parts {
  readonly heads: readonly Part<Head>[];
  readonly subdistricts: readonly Part<Subdistrict>[];
  readonly places: readonly Part<Place>[];
  readonly services: readonly Part<Service>[];
  readonly openings: readonly Part<Opening>[];
  readonly closures: readonly Part<Closure>[];
  readonly bookables: readonly Part<Bookable>[];
  readonly forms: readonly Part<FormDefinition>[];
  readonly queues: readonly Part<Queue>[];
  readonly cases: readonly Part<CaseRule>[];
  readonly limits: readonly Part<BookingLimits>[];
  readonly catalogs: readonly Part<CatalogRules>[];
  readonly goods: readonly Part<Good>[];
  readonly stories: readonly Part<Story>[];
  readonly activities: readonly Part<Activity>[];
  readonly calendar: readonly Part<HolidayYear>[];
  /** Names that exist, even where the rest is out of shape, so that one slip is not reported by all who mention it. */
  readonly names: {
    readonly places: Names;
    readonly subdistricts: Names;
    readonly services: Names;
    readonly bookables: Names;
    readonly offered: Names;
    readonly forms: Names;
  };
}
/** `undefined` while the file that would tell cannot be read. */
export type Names = ReadonlySet<string> | undefined;

export function readSheet(file: string, value: unknown): Sheet {
  const kind = kindOf(file);
  const sheet = (...mistakes: { path: string; sentence: string }[]): Sheet => ({
    file,
    kind,
    value,
    mistakes: mistakes.map((mistake) => ({ file, ...mistake })),
  });
  if (!kind) return sheet({ path: '', sentence: `is not a file of a pack${meantFile(file)}` });
  if (value instanceof Error) return sheet({ path: '', sentence: value.message });
  return sheet(...shapeMistakes(packFiles[kind], value));
}

function kindOf(file: string): Kind | undefined {
  return kinds.find((kind) => kind === file || (isFolder(kind) && kind === folderKind(file)));
}

const isFolder = (kind: string): boolean => kind.endsWith('/*.json');
/** `services/marriage.json` → `services/*.json` */
const folderKind = (file: string): string => file.replace(/[^/]+\.json$/, '*.json');
/** `services/marriage.json` → `marriage` */
export const stemOf = (file: string): string => file.replace(/^.*\/|\.json$/g, '');

function meantFile(file: string): string {
  const elsewhere = kinds.find((kind) => kind.endsWith(`/${file.replace(/^.*\//, '')}`));
  if (elsewhere) return didYouMean(elsewhere, [elsewhere]);
  const stem = stemOf(file);
  return didYouMean(
    file,
    kinds.map((kind) => kind.replace('*', stem)),
  );
}

export function partsOf(sheets: readonly Sheet[]): Parts {
  const of = <Value>(kind: Kind): Part<Value>[] =>
    sheets.filter((sheet) => sheet.kind === kind).flatMap((sheet) => soundParts<Value>(sheet));
  return {
    heads: of('pack.json'),
    subdistricts: of('subdistricts.json'),
    places: of('places.json'),
    services: of('services/*.json'),
    openings: of('booking/openings.json'),
    closures: of('booking/closures.json'),
    bookables: of('booking/services/*.json'),
    forms: of('forms/*.json'),
    queues: of('queues/*.json'),
    cases: of('cases/*.json'),
    limits: of('booking/limits.json'),
    catalogs: of('catalog.json'),
    goods: of('goods/*.json'),
    stories: of('stories.json'),
    activities: of('activities/*.json'),
    calendar: of('calendar/*.json'),
    names: {
      places: namesInList(sheets, 'places.json', 'id'),
      subdistricts: namesInList(sheets, 'subdistricts.json', 'code'),
      services: namesInFolder(sheets, 'services/*.json', 'id'),
      bookables: namesInFolder(sheets, 'booking/services/*.json', 'service'),
      offered: servicesOffered(sheets),
      forms: namesInFolder(sheets, 'forms/*.json', 'id'),
    },
  };
}

/** The entries of a list that are in shape, or the whole of any other file if it is. */
function soundParts<Value>({ file, kind, value, mistakes }: Sheet): Part<Value>[] {
  if (value instanceof Error || !kind) return [];
  if (isListOf(packFiles[kind]) && Array.isArray(value)) {
    const broken = new Set(mistakes.map(({ path }) => path.split('/')[1]));
    return value
      .map((one: Value, i) => ({ file, path: `/${i}`, value: one }))
      .filter((_, i) => !broken.has(String(i)));
  }
  return mistakes.length > 0 ? [] : [{ file, path: '', value: value as Value }];
}

const isListOf = (schema: TSchema): boolean => 'items' in schema;

function namesInList(sheets: readonly Sheet[], kind: Kind, key: string): Names {
  const list = sheets.find((sheet) => sheet.kind === kind)?.value;
  return Array.isArray(list) ? new Set(list.flatMap((one) => nameIn(one, key))) : undefined;
}

function namesInFolder(sheets: readonly Sheet[], kind: Kind, key: string): Names {
  return new Set(
    sheets
      .filter((sheet) => sheet.kind === kind)
      .flatMap(({ file, value }) => [stemOf(file), ...nameIn(value, key)]),
  );
}

function servicesOffered(sheets: readonly Sheet[]): Names {
  const sheet = sheets.find(({ kind }) => kind === 'booking/openings.json');
  const rows = sheet ? sheet.value : [];
  if (!Array.isArray(rows)) return undefined;
  return new Set(
    rows.flatMap((row: { readonly services?: unknown } | null) =>
      Array.isArray(row?.services) ? row.services.map(String) : [],
    ),
  );
}

function nameIn(value: unknown, key: string): string[] {
  const name = (value as Record<string, unknown> | null | undefined)?.[key];
  return typeof name === 'string' ? [name] : [];
}

export function at(part: Part<unknown>, path: string, sentence: string): Mistake {
  return { file: part.file, path: part.path + path, sentence };
}

export function field<Value extends object, Key extends keyof Value & string>(
  part: Part<Value>,
  key: Key,
): Part<Value[Key]> {
  return { file: part.file, path: `${part.path}/${key}`, value: part.value[key] };
}

type ListKey<Value> = {
  [Key in keyof Value]: Value[Key] extends readonly unknown[] ? Key : never;
}[keyof Value] &
  string;
type Entry<List> = List extends readonly (infer One)[] ? One : never;

/** The entries of a list inside a part, each with its own place in the file. */
export function inside<Value extends object, Key extends ListKey<Value>>(
  part: Part<Value>,
  key: Key,
): Part<Entry<Value[Key]>>[] {
  const list = part.value[key] as readonly Entry<Value[Key]>[];
  return list.map((value, i) => ({ file: part.file, path: `${part.path}/${key}/${i}`, value }));
}

export function* textsIn({ file, path, value }: Part<unknown>): Iterable<Part<string>> {
  if (typeof value === 'string') yield { file, path, value };
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    yield* textsIn({ file, path: `${path}/${key}`, value: inner });
  }
}

/** Every part whose name an earlier one has already; `scopeOf` tells apart those that may share a name. */
export function* repeats<Value>(
  parts: readonly Part<Value>[],
  path: string,
  nameOf: (value: Value) => string,
  scopeOf: (value: Value) => string = () => '',
): Iterable<Mistake> {
  const seen = new Map<string, Part<Value>>();
  for (const part of parts) {
    const key = `${scopeOf(part.value)}/${nameOf(part.value)}`;
    const first = seen.get(key);
    if (!first) seen.set(key, part);
    else yield at(part, path, `is ${quote(nameOf(part.value))}, like ${first.path}${path} before`);
  }
}

export function* pairs<One>(list: readonly One[]): Iterable<[One, One]> {
  for (const [i, a] of list.entries()) {
    for (const b of list.slice(i + 1)) yield [a, b];
  }
}

export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
