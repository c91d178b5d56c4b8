/**
 * The one place that knows which JSON Schema validator the house uses: an interpreter of JSON Schema 2020-12 that runs under
 * a content security policy without eval (docs/decisions/0009). Whoever swaps it replaces these three functions.
 */
import * as Format from 'typebox/format';
import { Check, Errors } from 'typebox/schema';
import { Settings } from 'typebox/system';
import { dereferenced, isSchema, standalone, stepsOf, type JsonSchema } from './json-schema.ts';
import { pathOfPointer, pointerOf, valueAt } from './path.ts';

// Interpreted, never compiled; and a form tells all its mistakes, not the first eight.
Settings.Set({ useAcceleration: false });
const ALL_ERRORS = 10_000;

/** One thing about a value that its schema does not allow. */
export interface Fault {
  readonly keyword: string;
  /** JSON pointer to the value; for something missing, to where it is missed. */
  readonly at: string;
  /** What the keyword asked for: `{ limit: 3 }`, `{ format: 'date' }`. */
  readonly params: Readonly<Record<string, unknown>>;
}

/** Whether a value satisfies a schema. `undefined`, an answer that is not there, is judged as JSON Forms' ajv judges it. */
export function isValid(schema: JsonSchema, value: unknown): boolean {
  return Check(schema, value);
}

/** All that a schema has against a value, each thing once, in the order of the schema. */
export function faultsOf(schema: JsonSchema, value: unknown): readonly Fault[] {
  return Check(schema, value) ? [] : told(schema, schema, value, '');
}

/** Teaches the validator a `format`. Formats are known to the whole page; a name keeps its first meaning. */
export function knowFormat(name: string, test: (text: string) => boolean): void {
  if (!Format.Has(name)) Format.Set(name, test);
}

type LibraryError = ReturnType<typeof Errors>[1][number];

function told(
  root: JsonSchema,
  schema: JsonSchema,
  value: unknown,
  base: string,
): readonly Fault[] {
  const faults = allErrors(schema, value).flatMap((error) => faultsIn(root, schema, value, error));
  const seen = new Set<string>();
  return faults
    .map((fault) => ({ ...fault, at: base + fault.at }))
    .filter(({ keyword, at }) => {
      const key = `${keyword} ${at}`;
      return !seen.has(key) && seen.add(key);
    });
}

function faultsIn(
  root: JsonSchema,
  schema: JsonSchema,
  value: unknown,
  error: LibraryError,
): readonly Fault[] {
  const { keyword, schemaPath, instancePath: at } = error;
  const params: Readonly<Record<string, unknown>> = { ...error.params };
  // The branches of a choice, and a `false` inside, repeat what their parent says better.
  if (/\/(?:anyOf|oneOf)\/\d/.test(schemaPath)) return [];
  switch (error.keyword) {
    case 'required':
      return error.params.requiredProperties.map((name) => missing('required', at, name));
    case 'dependentRequired':
    case 'dependencies':
      return error.params.dependencies
        .filter((name) => valueAt(value, [...pathOfPointer(at), name]) === undefined)
        .map((name) => missing('required', at, name));
    case 'additionalProperties':
      return error.params.additionalProperties.map((name) => missing(keyword, at, name));
    case 'boolean':
      return schemaPath.endsWith('/additionalProperties') ? [] : [{ keyword, at, params }];
    case 'if':
      return insideBranch(root, schema, value, error.schemaPath, error.params.failingKeyword, at);
    default:
      return [{ keyword, at, params }];
  }
}

/** The library says only that a branch does not hold; a person wants to hear what is missing in it. */
function insideBranch(
  root: JsonSchema,
  schema: JsonSchema,
  value: unknown,
  schemaPath: string,
  branch: 'then' | 'else',
  at: string,
): readonly Fault[] {
  const owner = stepsOf(schemaPath).reduce<unknown>(
    (one, step) => isSchemaOrList(one) && dereferencedStep(root, one, step),
    dereferenced(root, schema),
  );
  const inner = isSchema(owner) ? owner[branch] : undefined;
  if (!isSchema(inner)) return [{ keyword: 'if', at, params: { failingKeyword: branch } }];
  return told(root, standalone(root, inner), valueAt(value, pathOfPointer(at)), at);
}

function dereferencedStep(root: JsonSchema, owner: object, step: string): unknown {
  const next = (owner as Readonly<Record<string, unknown>>)[step];
  return isSchema(next) ? dereferenced(root, next) : next;
}

const isSchemaOrList = (value: unknown): value is object =>
  typeof value === 'object' && value !== null;

const missing = (keyword: string, at: string, name: string): Fault => ({
  keyword,
  at: at + pointerOf([name]),
  params: { property: name },
});

function allErrors(schema: JsonSchema, value: unknown): readonly LibraryError[] {
  const { maxErrors } = Settings.Get();
  Settings.Set({ maxErrors: ALL_ERRORS });
  try {
    return Errors(schema, value)[1];
  } finally {
    Settings.Set({ maxErrors });
  }
}
