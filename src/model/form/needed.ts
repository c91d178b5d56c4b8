/** What a form asks for as the answers stand: `required` of the schema, and of every branch that now holds. */
import { dereferenced, isSchema, standalone, type JsonSchema } from './json-schema.ts';
import { isRecord, pointerOf, type Path } from './path.ts';
import { isValid } from './validator.ts';

/** JSON pointers of all answers whose absence would be a fault. */
export function neededIn(root: JsonSchema, answers: unknown): ReadonlySet<string> {
  const needed = new Set<string>();
  look(root, answers, [], 0);
  return needed;

  function look(from: JsonSchema, value: unknown, path: Path, depth: number): void {
    // A schema may contain itself; answers do not go as deep.
    if (depth > 24) return;
    const schema = dereferenced(root, from);
    if (Array.isArray(value)) {
      const { items } = schema;
      if (isSchema(items))
        value.forEach((one: unknown, i) => look(items, one, [...path, String(i)], depth + 1));
    }
    if (isRecord(value)) {
      for (const name of requiredIn(schema, value)) needed.add(pointerOf([...path, name]));
      for (const [name, inner] of Object.entries(schema.properties ?? {}))
        if (Object.hasOwn(value, name) && isSchema(inner))
          look(inner, value[name], [...path, name], depth + 1);
    }
    for (const branch of branchesThatHold(root, schema, value))
      look(branch, value, path, depth + 1);
  }
}

function requiredIn(
  { required = [], dependentRequired = {}, dependencies }: JsonSchema,
  value: Readonly<Record<string, unknown>>,
): readonly string[] {
  const dependent = { ...(isRecord(dependencies) ? dependencies : {}), ...dependentRequired };
  return [
    ...required,
    ...Object.entries(dependent).flatMap(([name, others]) =>
      Object.hasOwn(value, name) && Array.isArray(others) ? (others as readonly string[]) : [],
    ),
  ];
}

function branchesThatHold(
  root: JsonSchema,
  schema: JsonSchema,
  value: unknown,
): readonly JsonSchema[] {
  const { allOf = [], if: condition, then, else: otherwise } = schema;
  if (condition === undefined) return allOf.filter(isSchema);
  const asked = isSchema(condition) ? standalone(root, condition) : condition;
  return [...allOf, isValid(asked, value) ? then : otherwise].filter(isSchema);
}
