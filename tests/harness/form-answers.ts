/** Endless answers to a form: some that fit, some that do not, many that are not there. */
import * as fc from 'fast-check';
import {
  dereferenced,
  isSchema,
  typesOf,
  type JsonSchema,
} from '../../src/model/form/json-schema.ts';

/** Values that rules and branches of the form look for; without them chance would hardly ever meet a condition. */
function constantsIn(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value.flatMap(constantsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (key === 'const' || key === 'expectedValue') return [inner as unknown];
    if (key === 'enum' && Array.isArray(inner)) return inner as unknown[];
    return constantsIn(inner);
  });
}

export function answersTo(
  root: JsonSchema,
  uischema: unknown,
  texts: readonly string[] = [],
): fc.Arbitrary<unknown> {
  const constants = constantsIn([root, uischema]);
  const kept = fc.constantFrom<unknown>(
    ...constants,
    '',
    'a',
    '张三',
    0,
    1,
    2.5,
    true,
    false,
    null,
  );
  const ofType = (type: string | undefined): fc.Arbitrary<unknown> => {
    const known = constants.filter((one) => typeof one === type);
    switch (type) {
      case 'string':
        return fc.constantFrom<unknown>(
          ...known,
          ...texts,
          '',
          'x',
          '张三',
          'abc def',
          '2026-12-11',
        );
      case 'number':
      case 'integer':
        return fc.constantFrom<unknown>(...known, 0, 1, 3, 17, 60, 1200.5, -1);
      case 'boolean':
        return fc.boolean();
      default:
        return kept;
    }
  };
  // A schema that contains itself would never end.
  let made = 0;
  const value = (from: JsonSchema, depth: number): fc.Arbitrary<unknown> => {
    const schema = dereferenced(root, from);
    const [type] = typesOf(schema);
    if (depth > 4 || ++made > 600) return kept;
    const choices = (schema.oneOf ?? []).map((one) => one.const).filter((one) => one !== undefined);
    const offered = [...(schema.enum ?? []), ...choices];
    if (offered.length > 0) return fc.oneof(fc.constantFrom(...offered), kept);
    if (type === 'array' && isSchema(schema.items))
      return fc.array(value(schema.items, depth + 1), { maxLength: 3 });
    if (type !== 'object') return fc.oneof({ weight: 9, arbitrary: ofType(type) }, kept);
    const fields = Object.fromEntries(
      Object.entries(schema.properties ?? {}).map(([name, inner]) => [
        name,
        value(inner, depth + 1),
      ]),
    );
    return fc.record(fields, { requiredKeys: [] }).map((record) => ({ ...record }));
  };
  return value(root, 0);
}
