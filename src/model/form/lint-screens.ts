/** The UI schema of a form: scopes that lead somewhere, elements where they belong, conditions that say something. */
import type { FormDefinition } from './definition.ts';
import { schemaAt, type JsonSchema } from './json-schema.ts';
import type { FormMistake } from './mistake.ts';
import { planOf, type PlannedElement } from './plan.ts';
import { rulesOf } from './rules.ts';
import { elementTypes, type Condition, type UiElement } from './ui-schema.ts';

const formats = [
  ...['radio', 'money', 'address', 'person', 'photo', 'document', 'signature', 'statement'],
  ...['id-number', 'credit-code', 'phone', 'partial-date'],
];

export function* lintScreens(form: FormDefinition): Iterable<FormMistake> {
  yield* look(planOf(form, 'en'), form.schema, undefined);

  function* look(
    plan: PlannedElement,
    base: JsonSchema,
    above: UiElement | undefined,
  ): Iterable<FormMistake> {
    if (!plan.written) return;
    const path = `/uischema${plan.at}`;
    yield* lookAt(plan, path, above);
    for (const [where, condition] of conditionsOf(plan.ui, path))
      yield* lookAtCondition(form.schema, base, condition, where);
    for (const child of plan.children) yield* look(child, base, plan.ui);
    const row = typeof plan.ui.options?.detail === 'object' ? plan.row() : undefined;
    if (row && plan.schema?.items) yield* look(row, plan.schema.items, plan.ui);
  }
}

function* lookAt(
  { ui, schema, path: answer }: PlannedElement,
  path: string,
  above: UiElement | undefined,
): Iterable<FormMistake> {
  const { type, scope, options = {} } = ui;
  if (!(elementTypes as readonly string[]).includes(type))
    yield { path: `${path}/type`, sentence: `is “${type}”, an element nobody knows` };
  if (type === 'Control' && scope === undefined)
    yield { path, sentence: 'is a Control without a scope, so it asks nothing' };
  if (scope !== undefined && !schema)
    yield { path: `${path}/scope`, sentence: `is “${scope}”, which the schema does not have` };
  else if (scope !== undefined && answer.length === 0 && above === undefined)
    yield { path: `${path}/scope`, sentence: 'is the whole form, which is no question' };
  if (type === 'Category' && above?.type !== 'Categorization')
    yield { path, sentence: 'is a Category outside a Categorization' };
  if (above?.type === 'Categorization' && type !== 'Category' && type !== 'Categorization')
    yield { path, sentence: `is a ${type} where only a Category can stand` };
  if (typeof options.format === 'string' && !formats.includes(options.format))
    yield {
      path: `${path}/options/format`,
      sentence: `is “${options.format}”, but must be one of ${formats.join(', ')}`,
    };
  for (const sort of [
    ['SHOW', 'HIDE'],
    ['ENABLE', 'DISABLE'],
    ['READONLY', 'WRITABLE'],
  ]) {
    const rules = rulesOf(ui).filter(({ effect }) => sort.includes(effect));
    if (rules.length > 1)
      yield {
        path: `${path}/rules`,
        sentence: `has ${rules.map(({ effect }) => effect).join(' and ')}, which may contradict each other; join their conditions by AND or OR`,
      };
  }
}

export function conditionsOf(
  ui: UiElement,
  path: string,
): readonly (readonly [string, Condition])[] {
  const own = ui.rule ? [[`${path}/rule/condition`, ui.rule.condition] as const] : [];
  return [
    ...own,
    ...(ui.rules ?? []).map((rule, i) => [`${path}/rules/${i}/condition`, rule.condition] as const),
  ];
}

function* lookAtCondition(
  root: JsonSchema,
  base: JsonSchema,
  condition: Condition,
  path: string,
): Iterable<FormMistake> {
  const { type, conditions, scope, schema } = condition;
  if (type === 'AND' || type === 'OR') {
    if (!conditions || conditions.length === 0) yield { path, sentence: `is ${type} of nothing` };
    for (const [i, one] of (conditions ?? []).entries())
      yield* lookAtCondition(root, base, one, `${path}/conditions/${i}`);
    return;
  }
  if (type !== 'LEAF' && schema === undefined)
    yield {
      path,
      sentence: 'is a condition of a sort nobody knows, which always holds; it lacks “schema”',
    };
  if (scope === undefined) yield { path, sentence: 'lacks “scope”' };
  else if (!schemaAt(root, condition.root ? root : base, scope))
    yield { path: `${path}/scope`, sentence: `is “${scope}”, which the schema does not have` };
}
