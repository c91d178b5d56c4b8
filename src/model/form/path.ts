/** Where an answer lies: the steps from the whole to the part, `['household', '0', 'income']`. */
export type Path = readonly string[];

/**
 * The path of the data that a scope of the UI schema means, `#/properties/household` → `['household']`, as JSON Forms
 * reckons it: combinators and branches leave no trace, and then every second step names a property.
 */
export function pathOfScope(scope: string): Path {
  const steps = scope
    .replace(/(?:anyOf|allOf|oneOf)\/\d+\//g, '')
    .replace(/(?:then|else)\//g, '')
    .split('/')
    .map(unescaped);
  const start = steps[0] === '#' || steps[0] === '' ? 2 : 1;
  return steps.filter((_, i) => i >= start && (i - start) % 2 === 0);
}

/**
 * Which question a scope of the envelope means, in whatever row it is asked:
 * `#/properties/household/items/properties/income` → `/household/income`.
 */
export function trailOfScope(scope: string): string {
  const steps = scope.split('/').slice(1);
  const names: string[] = [];
  for (let i = 0; i < steps.length; i++)
    if (steps[i] === 'properties') names.push(steps[++i] ?? '');
  return pointerOf(names.map(unescaped));
}

/** `/household/0/income` (RFC 6901) */
export function pointerOf(path: Path): string {
  return path.map((step) => `/${step.replace(/~/g, '~0').replace(/\//g, '~1')}`).join('');
}

export function pathOfPointer(pointer: string): Path {
  return pointer.split('/').slice(1).map(unescaped);
}

const unescaped = (step: string): string => step.replace(/~1/g, '/').replace(/~0/g, '~');

/** What lies there, or undefined. Only what the answers own themselves: nobody answers `constructor`. */
export function valueAt(answers: unknown, path: Path): unknown {
  let value = answers;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step))
      return undefined;
    value = (value as Readonly<Record<string, unknown>>)[step];
  }
  return value;
}

/** A copy with `value` there; undefined takes it away. What does not change is shared with the original. */
export function withValue(answers: unknown, path: Path, value: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (Array.isArray(answers)) {
    return answers.map((one: unknown, i) =>
      String(i) === step ? withValue(one, rest, value) : one,
    );
  }
  const owner = isRecord(answers) ? answers : {};
  const inner = withValue(Object.hasOwn(owner, step) ? owner[step] : undefined, rest, value);
  if (inner !== undefined) return put(owner, step, inner);
  const { [step]: _gone, ...others } = owner;
  return others;
}

/** `__proto__` is a name like any other here. */
function put(owner: Answers, name: string, value: unknown): Answers {
  const copy = { ...owner };
  Object.defineProperty(copy, name, {
    value,
    enumerable: true,
    configurable: true,
    writable: true,
  });
  return copy;
}

/** What a person has filled in, in the shape of the form's schema. */
export type Answers = Readonly<Record<string, unknown>>;

export const isRecord = (value: unknown): value is Answers =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
