/** A JSON Schema 2020-12 as forms use it: what the engine reads by name, and whatever else the validator knows. */
export interface JsonSchema {
  readonly $schema?: string;
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly title?: string;
  readonly description?: string;
  readonly i18n?: string;
  readonly format?: string;
  readonly default?: unknown;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly readOnly?: boolean;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly dependentRequired?: Readonly<Record<string, readonly string[]>>;
  readonly items?: JsonSchema;
  readonly oneOf?: readonly JsonSchema[];
  readonly anyOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly if?: JsonSchema;
  readonly then?: JsonSchema;
  readonly else?: JsonSchema;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly pattern?: string;
  readonly [keyword: string]: unknown;
}

/** The schema a `$ref` stands for, with what is written beside the `$ref` where that says nothing itself. Local only. */
export function dereferenced(root: JsonSchema, schema: JsonSchema): JsonSchema {
  let found = schema;
  // A circle of references would never end; nobody writes a longer chain.
  for (let hops = 0; typeof found.$ref === 'string' && hops < 16; hops++) {
    const { $ref, ...beside } = found;
    const target = stepsOf(unquoted($ref)).reduce<unknown>(inside, root);
    if (!isSchema(target)) return beside;
    found = Object.keys(beside).length > 0 ? { ...beside, ...target } : target;
  }
  return found;
}

/** A part of a schema that can stand alone: with the definitions of the whole beside it. */
export function standalone(root: JsonSchema, part: JsonSchema): JsonSchema {
  const { $defs, definitions } = root;
  return {
    ...($defs !== undefined && { $defs }),
    ...(definitions !== undefined && { definitions }),
    ...part,
  };
}

/**
 * The part of a schema that a scope names (`#/properties/applicant/properties/name`), as JSON Forms finds it: references are
 * followed, and what `properties` does not have is looked for in `oneOf`, `allOf`, `anyOf`, `then` and `else`, in this order.
 */
export function schemaAt(
  root: JsonSchema,
  schema: JsonSchema,
  scope: string,
): JsonSchema | undefined {
  return follow(root, schema, stepsOf(scope), 0);
}

/** Deeper than any form; a schema that contains itself ends here. */
const MAX_DEPTH = 64;

function follow(
  root: JsonSchema,
  from: JsonSchema,
  steps: readonly string[],
  depth: number,
): JsonSchema | undefined {
  const schema = dereferenced(root, from);
  const [step, ...rest] = steps;
  if (step === undefined) return schema;
  if (depth > MAX_DEPTH) return undefined;
  const next = inside(schema, step);
  const direct = isSchema(next) ? follow(root, next, rest, depth + 1) : undefined;
  if (direct) return direct;
  for (const branch of branchesOf(schema)) {
    const found = follow(root, branch, steps, depth + 1);
    if (found) return found;
  }
  return undefined;
}

const branchesOf = (schema: JsonSchema): readonly JsonSchema[] =>
  [schema.oneOf, schema.allOf, schema.anyOf, schema.then, schema.else].flat().filter(isSchema);

function inside(value: unknown, step: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, step)
    ? (value as Readonly<Record<string, unknown>>)[step]
    : undefined;
}

/** The steps of a JSON pointer into a schema, without the `#` it begins with. */
export function stepsOf(pointer: string): readonly string[] {
  return pointer
    .split('/')
    .map((step) => step.replace(/~1/g, '/').replace(/~0/g, '~'))
    .filter((step) => step !== '#' && step !== '');
}

/** A reference is a URL: `%25` in it stands for a per cent sign, if it is well formed. */
function unquoted(reference: string): string {
  try {
    return decodeURIComponent(reference);
  } catch {
    return reference;
  }
}

export const isSchema = (value: unknown): value is JsonSchema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The types a schema allows, found by what it says where it does not name them. */
export function typesOf(schema: JsonSchema): readonly string[] {
  const { type } = schema;
  if (typeof type === 'string') return [type];
  if (type) return type;
  if (schema.properties || isSchema(schema.additionalProperties)) return ['object'];
  if (schema.items) return ['array'];
  for (const branch of schema.allOf ?? []) {
    const types = typesOf(branch);
    if (types.length > 0) return types;
  }
  return [];
}
