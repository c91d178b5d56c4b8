/** The schema of a form: only words that JSON Schema 2020-12 knows, references that lead somewhere, patterns that are patterns. */
import * as Format from 'typebox/format';
import type { FormDefinition } from './definition.ts';
import './formats.ts';
import { dereferenced, isSchema, schemaAt, type JsonSchema } from './json-schema.ts';
import type { FormMistake } from './mistake.ts';
import { pointerOf } from './path.ts';

/** Keywords whose value is one schema, a list of schemas, or schemas by name; and all others of 2020-12. */
const one = [
  ...['items', 'contains', 'additionalProperties', 'propertyNames', 'if', 'then', 'else', 'not'],
  ...['unevaluatedItems', 'unevaluatedProperties', 'contentSchema'],
];
const many = ['allOf', 'anyOf', 'oneOf', 'prefixItems'];
const named = ['properties', 'patternProperties', 'dependentSchemas', '$defs', 'definitions'];
const plain = [
  ...['$schema', '$id', '$ref', '$comment'],
  ...['type', 'enum', 'const', 'title', 'description', 'default', 'examples', 'deprecated'],
  ...['readOnly', 'writeOnly', 'format', 'pattern', 'minLength', 'maxLength', 'minimum', 'maximum'],
  ...['exclusiveMinimum', 'exclusiveMaximum', 'multipleOf', 'minItems', 'maxItems', 'uniqueItems'],
  ...['minContains', 'maxContains', 'required', 'dependentRequired', 'minProperties'],
  ...['maxProperties', 'contentEncoding', 'contentMediaType'],
  // JSON Forms' own.
  'i18n',
];
const known = new Set([...one, ...many, ...named, ...plain]);

/** Words the validator would follow to a schema that no question is drawn from, or that lies elsewhere. */
const refused: ReadonlyMap<string, string> = new Map([
  [
    '$dynamicRef',
    'finds its schema only when an answer is judged, so no question can be drawn from it; write $ref',
  ],
  ['$anchor', 'names a place, but a form refers by path: “#/$defs/…”'],
  ['$dynamicAnchor', 'names a place, but a form refers by path: “#/$defs/…”'],
  ['$vocabulary', 'makes a language of its own, but a form speaks JSON Schema 2020-12'],
]);
const DIALECT = 'https://json-schema.org/draft/2020-12/schema';

export function* lintSchema({ schema: root }: FormDefinition): Iterable<FormMistake> {
  yield* look(root, ['schema']);

  function* look(schema: unknown, path: readonly string[]): Iterable<FormMistake> {
    if (typeof schema === 'boolean') return;
    if (!isSchema(schema)) {
      yield { path: pointerOf(path), sentence: 'must be a schema, an object or true or false' };
      return;
    }
    yield* lookAtWords(root, schema, path);
    for (const [keyword, value] of Object.entries(schema)) {
      const here = [...path, keyword];
      if (one.includes(keyword)) yield* look(value, here);
      else if (many.includes(keyword) && Array.isArray(value))
        for (const [i, inner] of value.entries()) yield* look(inner, [...here, String(i)]);
      else if (named.includes(keyword) && isSchema(value))
        for (const [name, inner] of Object.entries(value)) yield* look(inner, [...here, name]);
    }
  }
}

function* lookAtWords(
  root: JsonSchema,
  schema: JsonSchema,
  path: readonly string[],
): Iterable<FormMistake> {
  const at = (keyword: string): string => pointerOf([...path, keyword]);
  for (const keyword of Object.keys(schema))
    if (!known.has(keyword))
      yield {
        path: at(keyword),
        sentence: refused.get(keyword) ?? 'is not a keyword of JSON Schema 2020-12',
      };
  const { $schema, $id, $ref, pattern, format } = schema;
  if ($schema !== undefined && $schema !== DIALECT)
    yield {
      path: at('$schema'),
      sentence: `is “${$schema}”, but a form speaks JSON Schema 2020-12, “${DIALECT}”`,
    };
  if ($id !== undefined && path.length > 1)
    yield {
      path: at('$id'),
      sentence: 'begins a schema of its own, but a form is complete in itself',
    };
  if ($ref !== undefined && !$ref.startsWith('#'))
    yield { path: at('$ref'), sentence: `is “${$ref}”, but a form is complete in itself` };
  else if ($ref !== undefined && !schemaAt(root, root, $ref))
    yield { path: at('$ref'), sentence: `is “${$ref}”, which leads nowhere` };
  if (pattern !== undefined && !isPattern(pattern))
    yield { path: at('pattern'), sentence: `is “${pattern}”, which is no regular expression` };
  if (format !== undefined && !Format.Has(format))
    yield { path: at('format'), sentence: `is “${format}”, a format nobody knows` };
  if (schema.minLength !== undefined && (schema.maxLength ?? Infinity) < schema.minLength)
    yield { path: at('maxLength'), sentence: 'is less than minLength' };
  if (schema.minimum !== undefined && (schema.maximum ?? Infinity) < schema.minimum)
    yield { path: at('maximum'), sentence: 'is less than minimum' };
  if (schema.minItems !== undefined && (schema.maxItems ?? Infinity) < schema.minItems)
    yield { path: at('maxItems'), sentence: 'is less than minItems' };
  yield* lookAtRequired(root, schema, path);
}

/** A name nobody can answer makes a form that can never be handed in. Branches may require what the whole defines. */
function* lookAtRequired(
  root: JsonSchema,
  schema: JsonSchema,
  path: readonly string[],
): Iterable<FormMistake> {
  const inBranch = path.some((step) =>
    ['if', 'then', 'else', 'allOf', 'anyOf', 'not'].includes(step),
  );
  const properties = dereferenced(root, schema).properties ?? {};
  for (const [i, name] of (schema.required ?? []).entries())
    if (!inBranch && !Object.hasOwn(properties, name))
      yield {
        path: pointerOf([...path, 'required', String(i)]),
        sentence: `is “${name}”, which no property is called`,
      };
}

function isPattern(pattern: string): boolean {
  try {
    return new RegExp(pattern, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}
