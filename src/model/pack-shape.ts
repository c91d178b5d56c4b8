/** What is wrong with the shape of a pack's file, said for the person who types it and never saw a schema. */
import type { TSchema } from 'typebox';
import { Errors } from 'typebox/schema';
import { Settings } from 'typebox/system';
import { PackHead } from './pack.ts';
import { Place, Subdistrict } from './shared/place.ts';
import { Service } from './shared/service.ts';
import { Id, PlainDate, PlainTime } from './shared/text.ts';
import { Good } from './catalog/rules.ts';

export interface ShapeMistake {
  /** JSON pointer into the value. */
  readonly path: string;
  readonly sentence: string;
}

/** What a pattern means, with an example: nobody should have to read a regular expression to mend a date. */
const meanings: ReadonlyMap<unknown, string> = new Map(
  (
    [
      [Id, 'a short name of small letters, digits and hyphens, like yangpu-registry'],
      [PlainDate, 'a date like 2026-12-11'],
      [PlainTime, 'a time like 09:30'],
      [PackHead.properties.zone, 'a time zone like Asia/Shanghai'],
      [Good.properties.reading, 'syllables without tones like yu rong fu'],
      [Place.properties.division, 'a division code of 6 or 9 digits, like 310110 or 310110009'],
      [Place.properties.phone, 'a phone number like 021-5555 0001'],
      [Service.properties.system, 'a row of the source document, like E1'],
      [Subdistrict.properties.code, 'a subdistrict code of 9 digits, like 310110009'],
    ] as const
  ).map(([schema, meaning]) => [patternOf(schema), meaning]),
);

const typeWords: Readonly<Record<string, string>> = {
  array: 'a list in [ ]',
  boolean: 'true or false',
  integer: 'a whole number',
  number: 'a number',
  object: 'an object in { }',
  string: 'a text in quotes',
};

/** Every mistake in the shape of a value, in the order of the schema. */
export function shapeMistakes(schema: TSchema, value: unknown): ShapeMistake[] {
  return allErrors(schema, value).flatMap((error) => {
    const path = error.instancePath;
    const found = valueAt(value, path);
    const one = (sentence: string): ShapeMistake[] => [{ path, sentence }];
    // The branches of a choice and the inside of `additionalProperties` repeat what their parent says better.
    if (/\/anyOf\/\d/.test(error.schemaPath) || error.keyword === 'boolean') return [];
    switch (error.keyword) {
      case 'required':
        return error.params.requiredProperties.map((name) => ({
          path,
          sentence: `lacks ${quote(name)}`,
        }));
      case 'additionalProperties':
        return error.params.additionalProperties.map((name) => ({
          path: `${path}/${name.replace(/~/g, '~0').replace(/\//g, '~1')}`,
          sentence: `is not known here${didYouMean(name, namesIn(schemaAt(schema, error.schemaPath)))}`,
        }));
      case 'type':
        return one(`must be ${typeWords[String(error.params.type)]}, is ${show(found)}`);
      case 'pattern':
        return one(
          `must be ${meanings.get(String(error.params.pattern)) ?? `like ${error.params.pattern}`}, is ${show(found)}`,
        );
      case 'anyOf':
        return one(
          `must be ${choicesIn(schemaAt(schema, error.schemaPath)).join(' or ')}, is ${show(found)}`,
        );
      case 'minimum':
        return one(`must be at least ${error.params.limit}, is ${show(found)}`);
      case 'maximum':
        return one(`must be at most ${error.params.limit}, is ${show(found)}`);
      case 'minLength':
        return one('must not be empty');
      case 'minItems':
        return one(`needs at least ${error.params.limit}, has ${countOf(found)}`);
      case 'maxItems':
        return one(`may have at most ${error.params.limit}, has ${countOf(found)}`);
      case 'uniqueItems':
        return one('names something twice');
      default:
        return one(error.message);
    }
  });
}

/** The candidate a mistyped word was most likely meant to be, as an ending for a sentence, or nothing. */
export function didYouMean(word: string, candidates: Iterable<string>): string {
  let best: string | undefined;
  let least = Math.max(1, Math.floor(word.length / 3)) + 1;
  for (const candidate of candidates) {
    const edits = editsBetween(word, candidate);
    if (edits < least) [best, least] = [candidate, edits];
  }
  return best === undefined ? '' : `; did you mean ${quote(best)}?`;
}

export const quote = (text: string): string => `“${text}”`;

/** A value as it stands in the file, short enough for a sentence. */
export function show(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  const text = String(value);
  const short = text.length > 40 ? `${text.slice(0, 40)}…` : text;
  return typeof value === 'string' ? quote(short) : short;
}

function allErrors(schema: TSchema, value: unknown): ReturnType<typeof Errors>[1] {
  // The library stops after eight unless told otherwise, and an author would mend a pack in many rounds.
  const { maxErrors } = Settings.Get();
  Settings.Set({ maxErrors: 10_000 });
  try {
    return Errors(schema, value)[1];
  } finally {
    Settings.Set({ maxErrors });
  }
}

function patternOf(schema: TSchema): string {
  return String((schema as { readonly pattern?: unknown }).pattern);
}

function namesIn(schema: unknown): string[] {
  return Object.keys((schema as { readonly properties?: object } | undefined)?.properties ?? {});
}

function choicesIn(schema: unknown): string[] {
  const { anyOf = [] } = schema as { readonly anyOf?: readonly { readonly const?: unknown }[] };
  return anyOf.map((choice) => show(choice.const));
}

function schemaAt(schema: TSchema, path: string): unknown {
  return valueAt(schema, path.slice(1));
}

function valueAt(value: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replace(/~1/g, '/').replace(/~0/g, '~'))
    .reduce<unknown>(
      (inner, step) => (inner as Record<string, unknown> | undefined)?.[step],
      value,
    );
}

const countOf = (value: unknown): number => (Array.isArray(value) ? value.length : 0);

/** How many letters to insert, delete or replace (Levenshtein). */
function editsBetween(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries()) {
      next.push(
        Math.min(
          (next[j] ?? 0) + 1,
          (row[j + 1] ?? 0) + 1,
          (row[j] ?? 0) + (letter === other ? 0 : 1),
        ),
      );
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
