/** What sort of field a control is. Elements draw a kind; sentences choose their verb by it. */
import { isSchema, typesOf, type JsonSchema } from './json-schema.ts';
import { isLabelledChoice } from './texts.ts';
import type { UiElement } from './ui-schema.ts';

export const fieldKinds = [
  ...['text', 'long-text', 'number', 'money', 'date', 'partial-date', 'time', 'date-time'],
  ...['choice', 'several', 'yes-no', 'statement', 'id-number', 'credit-code', 'phone', 'email'],
  ...['address', 'person', 'object', 'table', 'list', 'photo', 'document', 'signature', 'unknown'],
] as const;
export type FieldKind = (typeof fieldKinds)[number];

/** Names that `options.format` of a control may have, beside what its schema says. */
const byOption: ReadonlyMap<string, FieldKind> = new Map(
  (
    [
      ...['money', 'address', 'person', 'photo', 'document', 'signature', 'statement'],
      ...['id-number', 'credit-code', 'phone', 'partial-date'],
    ] as const
  ).map((kind) => [kind, kind]),
);

/** `format` of a schema → kind. What `formats.ts` adds to JSON Schema's own begins with a name of ours. */
const byFormat: ReadonlyMap<string, FieldKind> = new Map([
  ['date', 'date'],
  ['time', 'time'],
  ['local-time', 'time'],
  ['date-time', 'date-time'],
  ['partial-date', 'partial-date'],
  ['email', 'email'],
  ['idn-email', 'email'],
  ['phone', 'phone'],
  ['mobile', 'phone'],
  ['resident-id', 'id-number'],
  ['identity-number', 'id-number'],
  ['travel-pass', 'id-number'],
  ['credit-code', 'credit-code'],
]);

export function fieldKindOf(
  { options = {} }: UiElement,
  schema: JsonSchema | undefined,
): FieldKind {
  const named = byOption.get(options.format ?? '');
  if (named) return named;
  if (!schema) return 'unknown';
  const types = typesOf(schema).filter((type) => type !== 'null');
  if (schema.const === true) return 'statement';
  if (schema.enum || isLabelledChoice(schema)) return 'choice';
  switch (types.length === 1 ? types[0] : undefined) {
    case 'string':
      return byFormat.get(schema.format ?? '') ?? (options.multi ? 'long-text' : 'text');
    case 'number':
    case 'integer':
      return 'number';
    case 'boolean':
      return 'yes-no';
    case 'object':
      return 'object';
    case 'array':
      return listKindOf(schema.items);
    default:
      return schema.const === undefined ? 'unknown' : 'choice';
  }
}

function listKindOf(items: JsonSchema | undefined): FieldKind {
  if (!isSchema(items)) return 'list';
  if (items.enum || isLabelledChoice(items)) return 'several';
  return typesOf(items).includes('object') ? 'table' : 'list';
}
