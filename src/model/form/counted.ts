/**
 * Which answers count. Of what was typed, all that is asked as the form stands now, and nothing else: what a rule hides is kept
 * on the screen, in case its question comes back, but it is not handed in, and other rules do not see it.
 */
import type { Envelope, FormDefinition } from './definition.ts';
import { reckon } from './expression.ts';
import { dereferenced, typesOf, type JsonSchema } from './json-schema.ts';
import { isRecord, pathOfScope, pointerOf, valueAt, withValue, type Path } from './path.ts';
import { everyElement, isEmpty, isQuestion, place, type PlacedElement } from './placed.ts';
import type { PlannedElement } from './plan.ts';

export interface Counted {
  readonly answers: unknown;
  readonly placed: PlacedElement;
}

/** Rules that show each other's questions in turn settle within as many rounds as there are links in the longest chain. */
const MAX_ROUNDS = 12;

export function countedIn(
  form: FormDefinition,
  plan: PlannedElement,
  typed: unknown,
  ctx: { readonly today: string; readonly readonly?: boolean },
): Counted {
  const { envelope, schema } = form;
  const readonly = ctx.readonly ?? false;
  // A pair from elsewhere is taken as it is: JSON Forms hands in what was typed.
  if (!envelope) return { answers: typed, placed: place(plan, typed, readonly) };
  let answers = computedIn(envelope, typed, ctx.today);
  let placed = place(plan, answers, readonly);
  let seen = '';
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const asked = askedIn(placed);
    const key = asked.map(({ pointer }) => pointer).join(' ');
    if (key === seen) break;
    seen = key;
    const groups = withGroups(
      schema,
      only(asked, typed),
      new Set(asked.map(({ pointer }) => pointer)),
    );
    answers = computedIn(envelope, groups, ctx.today);
    placed = place(plan, answers, readonly);
  }
  return { answers, placed };
}

/** Where the answers lie that are asked for now, and those an author wants to keep. */
function askedIn(placed: PlacedElement): readonly PlacedElement[] {
  return [...everyElement(placed)].filter(
    (one) => isQuestion(one) && (one.visible || one.plan.ui.options?.whenHidden === 'keep'),
  );
}

function only(asked: readonly PlacedElement[], typed: unknown): unknown {
  const kept: Record<string, unknown> = {};
  for (const { path } of asked) {
    const value = valueAt(typed, path);
    if (!isEmpty(value)) put(kept, typed, path, value);
  }
  return kept;
}

/** Puts a value into what is being built, with lists where the original has lists. */
function put(into: Record<string, unknown>, original: unknown, path: Path, value: unknown): void {
  let owner: Record<string, unknown> = into;
  for (const [i, step] of path.entries()) {
    if (i === path.length - 1) return define(owner, step, value);
    if (!Object.hasOwn(owner, step)) {
      const list = valueAt(original, path.slice(0, i + 1));
      // Every row stays a row, also one that says nothing yet.
      const rows: readonly unknown[] | undefined = Array.isArray(list) ? list : undefined;
      define(owner, step, rows ? rows.map((row) => (isRecord(row) ? {} : row)) : {});
    }
    owner = owner[step] as Record<string, unknown>;
  }
}

/** `__proto__` is a name like any other. */
function define(owner: Record<string, unknown>, name: string, value: unknown): void {
  Object.defineProperty(owner, name, {
    value,
    enumerable: true,
    configurable: true,
    writable: true,
  });
}

/**
 * A group of questions that the schema asks for is there as soon as the form is, so that what lacks is named one by one; but
 * not where one question stands for the whole, as for an address.
 */
function withGroups(
  root: JsonSchema,
  answers: unknown,
  questions: ReadonlySet<string>,
  from: JsonSchema = root,
  path: Path = [],
): unknown {
  const schema = dereferenced(root, from);
  // A schema may contain itself; nobody groups questions as deep.
  if (!isRecord(answers) || path.length > 8) return answers;
  let whole: Record<string, unknown> = answers;
  for (const [name, inner] of Object.entries(schema.properties ?? {})) {
    const here = [...path, name];
    const group = dereferenced(root, inner);
    const asked = Object.hasOwn(whole, name) || schema.required?.includes(name);
    if (!asked || !typesOf(group).includes('object') || questions.has(pointerOf(here))) continue;
    const before = Object.hasOwn(whole, name) ? whole[name] : {};
    const after = withGroups(root, before, questions, group, here);
    if (after !== before || !Object.hasOwn(whole, name)) whole = { ...whole, [name]: after };
  }
  return whole;
}

/** The answers with all that follows from them, in the order in which one value needs another. */
export function computedIn(envelope: Envelope, answers: unknown, today: string): unknown {
  return (envelope.computed ?? []).reduce((reckoned, { target, each, value }) => {
    if (each === undefined)
      return withValue(reckoned, pathOfScope(target), reckon(value, { answers: reckoned, today }));
    const table = pathOfScope(each);
    const rows = valueAt(reckoned, table);
    if (!Array.isArray(rows)) return reckoned;
    return rows.reduce<unknown>((inner, _, i) => {
      const row = [...table, String(i)];
      return withValue(
        inner,
        [...row, ...target.split('.')],
        reckon(value, { answers: inner, row, today }),
      );
    }, reckoned);
  }, answers);
}
