/** The envelope of a form: everything it names exists, values are reckoned in an order that works, nothing is asked for nothing. */
import type { Envelope, FormDefinition } from './definition.ts';
import { dereferenced, schemaAt, type JsonSchema } from './json-schema.ts';
import type { FormMistake } from './mistake.ts';
import { pointerOf, trailOfScope } from './path.ts';
import { planOf, type PlannedElement } from './plan.ts';
import { rulesOf } from './rules.ts';
import type { Condition } from './ui-schema.ts';

export function* lintEnvelope(form: FormDefinition): Iterable<FormMistake> {
  const { envelope } = form;
  if (!envelope) return;
  const asked = questionsIn(planOf(form, 'en'));
  yield* scopesLead(form, envelope);
  yield* namesLead(form, envelope);
  yield* valuesAreReckonedInOrder(envelope);
  yield* everythingIsAsked(form, envelope, asked);
  yield* answersAreNeeded(form, envelope, asked);
  yield* versionsFollow(form, envelope);
}

/** Every scope that the envelope names, with its place. */
function* scopesIn(envelope: Envelope): Iterable<readonly [path: string, scope: string]> {
  for (const [i, { target, each }] of (envelope.computed ?? []).entries())
    yield each === undefined
      ? [`/envelope/computed/${i}/target`, target]
      : [`/envelope/computed/${i}/each`, each];
  for (const [i, { at, each }] of (envelope.checks ?? []).entries())
    yield each === undefined
      ? [`/envelope/checks/${i}/at`, at]
      : [`/envelope/checks/${i}/each`, each];
  for (const list of ['prefill', 'evidence', 'signature'] as const)
    for (const [i, { target }] of (envelope[list] ?? []).entries())
      yield [`/envelope/${list}/${i}/target`, target];
  for (const [i, scope] of (envelope.sensitive ?? []).entries())
    yield [`/envelope/sensitive/${i}`, scope];
  for (const [i, scope] of (envelope.draft?.exclude ?? []).entries())
    yield [`/envelope/draft/exclude/${i}`, scope];
  for (const scope of Object.keys(envelope.shared ?? {}))
    yield [`/envelope/shared${pointerOf([scope])}`, scope];
}

function* scopesLead({ schema }: FormDefinition, envelope: Envelope): Iterable<FormMistake> {
  for (const [path, scope] of scopesIn(envelope))
    if (!scope.startsWith('#') || !schemaAt(schema, schema, scope))
      yield { path, sentence: `is “${scope}”, which the schema does not have` };
}

/** Every expression, the table whose rows it is reckoned in, and its place. */
function* treesIn(envelope: Envelope): Iterable<readonly [string, unknown, string | undefined]> {
  for (const [i, { value, each }] of (envelope.computed ?? []).entries())
    yield [`/envelope/computed/${i}/value`, value, each];
  for (const [i, { assert, each }] of (envelope.checks ?? []).entries())
    yield [`/envelope/checks/${i}/assert`, assert, each];
  for (const [i, { rules }] of (envelope.screening ?? []).entries())
    for (const [j, { when }] of rules.entries())
      yield [`/envelope/screening/${i}/rules/${j}/when`, when, undefined];
}

function* namesLead({ schema }: FormDefinition, envelope: Envelope): Iterable<FormMistake> {
  for (const [path, tree, each] of treesIn(envelope)) yield* look(tree, path, each);

  function* look(tree: unknown, path: string, table: string | undefined): Iterable<FormMistake> {
    if (typeof tree !== 'object' || tree === null) return;
    for (const [key, inner] of Object.entries(tree)) {
      const here = `${path}/${key.replace(/~/g, '~0').replace(/\//g, '~1')}`;
      if (key === 'get' && typeof inner === 'string') yield* leads(inner, here, table);
      else if (isRows(inner)) {
        yield* leads(inner.each, `${here}/each`, undefined);
        yield* look(inner.of, `${here}/of`, inner.each);
      } else yield* look(inner, here, table);
    }
  }

  function* leads(name: string, path: string, table: string | undefined): Iterable<FormMistake> {
    const within = table === undefined ? undefined : schemaAt(schema, schema, table)?.items;
    const found = name.startsWith('#')
      ? schemaAt(schema, schema, name)
      : within && propertyIn(schema, within, name.split('.'));
    if (!found) yield { path, sentence: `looks at “${name}”, which is not there` };
  }
}

const isRows = (value: unknown): value is { readonly each: string; readonly of?: unknown } =>
  typeof (value as { readonly each?: unknown } | null)?.each === 'string';

function propertyIn(
  root: JsonSchema,
  schema: JsonSchema,
  names: readonly string[],
): JsonSchema | undefined {
  return names.reduce<JsonSchema | undefined>(
    (inner, name) => inner && dereferenced(root, inner).properties?.[name],
    schema,
  );
}

function* valuesAreReckonedInOrder({ computed = [] }: Envelope): Iterable<FormMistake> {
  const nameOf = ({ target, each }: (typeof computed)[number]): string =>
    each === undefined ? trailOfScope(target) : `${trailOfScope(each)}/${target}`;
  for (const [i, one] of computed.entries()) {
    const later = new Set(computed.slice(i).map(nameOf));
    for (const name of trailsIn(one.value, one.each))
      if (later.has(name))
        yield {
          path: `/envelope/computed/${i}/value`,
          sentence: `looks at “${name.slice(1)}”, which is reckoned ${name === nameOf(one) ? 'from it' : 'later'}`,
        };
  }
}

/** The answers an expression looks at, by their trail. */
function trailsIn(tree: unknown, table: string | undefined): readonly string[] {
  if (Array.isArray(tree)) return tree.flatMap((one) => trailsIn(one, table));
  if (typeof tree !== 'object' || tree === null) return [];
  return Object.entries(tree).flatMap(([key, inner]) => {
    if (key === 'get' && typeof inner === 'string')
      return [
        inner.startsWith('#')
          ? trailOfScope(inner)
          : `${trailOfScope(table ?? '')}/${inner.replace(/\./g, '/')}`,
      ];
    if (isRows(inner)) return [trailOfScope(inner.each), ...trailsIn(inner.of, inner.each)];
    return trailsIn(inner, table);
  });
}

/** What is in the schema and nobody asks stays empty for ever. */
function* everythingIsAsked(
  form: FormDefinition,
  envelope: Envelope,
  asked: ReadonlyMap<string, PlannedElement>,
): Iterable<FormMistake> {
  const reckoned = (envelope.computed ?? []).map(({ target, each }) =>
    each === undefined ? trailOfScope(target) : `${trailOfScope(each)}/${target}`,
  );
  for (const [name] of Object.entries(form.schema.properties ?? {})) {
    const trail = pointerOf([name]);
    const known = [...asked.keys(), ...reckoned];
    if (!known.some((one) => one === trail || one.startsWith(`${trail}/`)))
      yield {
        path: `/schema/properties${trail}`,
        sentence: 'is in the schema, but no question asks it',
      };
  }
}

/** An answer that no rule looks at, nothing is reckoned from, nobody reviews and nobody gets is asked for nothing. */
function* answersAreNeeded(
  form: FormDefinition,
  envelope: Envelope,
  asked: ReadonlyMap<string, PlannedElement>,
): Iterable<FormMistake> {
  const used = new Set([
    ...[...treesIn(envelope)].flatMap(([, tree, each]) => trailsIn(tree, each)),
    ...[...asked.values()].flatMap(({ ui }) =>
      rulesOf(ui).flatMap(({ condition }) => scopesOf(condition).map(trailOfScope)),
    ),
    ...conditionsAround(planOf(form, 'en')).map(trailOfScope),
  ]);
  for (const [trail, { ui, at }] of asked) {
    const { review = true, export: exported = true } = ui.options ?? {};
    const shown = review !== false && envelope.review?.show !== false;
    if (shown || exported !== false || used.has(trail)) continue;
    yield {
      path: `/uischema${at}`,
      sentence: 'asks for what nobody needs: no rule, no review and no export uses the answer',
    };
  }
}

function scopesOf({ scope, conditions = [] }: Condition): readonly string[] {
  return [...(scope === undefined ? [] : [scope]), ...conditions.flatMap(scopesOf)];
}

const conditionsAround = (plan: PlannedElement): readonly string[] => [
  ...rulesOf(plan.ui).flatMap(({ condition }) => scopesOf(condition)),
  ...plan.children.flatMap(conditionsAround),
];

/** Answers of every older version find a way to this one, step by step. */
function* versionsFollow(form: FormDefinition, envelope: Envelope): Iterable<FormMistake> {
  const { from, to } = envelope.effective ?? {};
  if (from !== undefined && to !== undefined && to < from)
    yield { path: '/envelope/effective/to', sentence: `is ${to}, before it begins on ${from}` };
  const seen = new Set<number>();
  for (const [i, migration] of (envelope.migrations ?? []).entries()) {
    const path = `/envelope/migrations/${i}/from`;
    if (migration.from >= form.version)
      yield {
        path,
        sentence: `is ${migration.from}, but the form itself is version ${form.version}`,
      };
    if (seen.has(migration.from))
      yield { path, sentence: `is ${migration.from} for the second time` };
    seen.add(migration.from);
  }
  for (const [i, { min, max }] of (envelope.evidence ?? []).entries())
    if (max < min)
      yield { path: `/envelope/evidence/${i}/max`, sentence: `is ${max}, less than min` };
}

/** Every question by its trail; those the house makes up from the schema too. */
export function questionsIn(root: PlannedElement): ReadonlyMap<string, PlannedElement> {
  const found = new Map<string, PlannedElement>();
  const walk = (plan: PlannedElement, depth: number): void => {
    if (plan.kind !== 'layout' && plan.kind !== 'label' && !found.has(plan.trail))
      found.set(plan.trail, plan);
    for (const child of plan.children) walk(child, depth);
    // A table in a table in a table may be the same one again.
    const row = plan.kind === 'table' && depth < 3 ? plan.row() : undefined;
    if (row) walk(row, depth + 1);
  };
  walk(root, 0);
  return found;
}
