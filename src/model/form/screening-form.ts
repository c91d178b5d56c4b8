/**
 * The short way to a screening (困难对象甄别): of a form only the questions that its rules look at. Nobody must answer any of
 * them; what is left open makes a rule say nothing, and then a person looks at it. What was answered is carried into the form.
 */
import type { Text } from '../shared/text.ts';
import type { Envelope, FormDefinition } from './definition.ts';
import type { JsonSchema } from './json-schema.ts';
import { trailOfScope } from './path.ts';
import { rulesOf } from './rules.ts';
import type { Condition, UiElement } from './ui-schema.ts';

/** Undefined where the form screens nothing. Its screenings are asked with `screen`. */
export function screeningForm(form: FormDefinition, title: Text): FormDefinition | undefined {
  const { envelope, uischema, schema, id, version } = form;
  if (!envelope?.screening?.length) return undefined;
  const whole = uischema ?? { type: 'VerticalLayout', elements: controlsOf(schema) };
  const needed = neededIn(whole, envelope);
  const { services, sample, texts, computed, sensitive, screening, minutes = 5 } = envelope;
  const short = only(whole, '', needed) ?? { type: 'VerticalLayout', elements: [] };
  return {
    id,
    version,
    schema: loose(schema),
    uischema: short,
    envelope: {
      ...{ title, services, sample, texts, screening },
      ...(computed && { computed }),
      ...(sensitive && { sensitive }),
      minutes: Math.max(1, Math.round((minutes * countOf(short)) / Math.max(1, countOf(whole)))),
      review: { show: false },
      draft: { allow: 'never' },
    },
  };
}

const controlsOf = (schema: JsonSchema): readonly UiElement[] =>
  Object.keys(schema.properties ?? {}).map((name) => ({
    type: 'Control',
    scope: `#/properties/${name}`,
  }));

/** Trails of all that the rules look at, and of what that follows from or is shown by: `/household/income`. */
function neededIn(ui: UiElement, { screening = [], computed = [] }: Envelope): ReadonlySet<string> {
  const needed = new Set<string>();
  for (const { rules } of screening)
    for (const { when } of rules) lookedAt(when, '', (trail) => needed.add(trail));
  for (let size = -1; size < needed.size;) {
    size = needed.size;
    for (const { target, each, value } of computed) {
      const table = each === undefined ? '' : trailOfScope(each);
      const trail = each === undefined ? trailOfScope(target) : `${table}/${target}`;
      if (needed.has(trail)) lookedAt(value, table, (one) => needed.add(one));
    }
    shownBy(ui, '', [], needed);
  }
  return needed;
}

/** What an expression looks at; plain names mean answers of a row. */
function lookedAt(one: unknown, row: string, told: (trail: string) => void): void {
  if (Array.isArray(one)) for (const inner of one) lookedAt(inner, row, told);
  if (typeof one !== 'object' || one === null || Array.isArray(one)) return;
  const { get, each, ...others } = one as Readonly<Record<string, unknown>>;
  if (typeof get === 'string')
    told(get.startsWith('#') ? trailOfScope(get) : `${row}/${get.replaceAll('.', '/')}`);
  const table = typeof each === 'string' ? trailOfScope(each) : row;
  if (typeof each === 'string') told(table);
  for (const inner of Object.values(others)) lookedAt(inner, table, told);
}

/** A question that is needed needs the answers, too, that show it. */
function shownBy(ui: UiElement, row: string, above: readonly string[], needed: Set<string>): void {
  const own = rulesOf(ui).flatMap(({ condition }) => scopesIn(condition, row));
  const conditions = [...above, ...own];
  const trail = trailIn(ui, row);
  if (trail !== undefined && isNeeded(trail, needed))
    for (const condition of conditions) needed.add(condition);
  for (const child of ui.elements ?? []) shownBy(child, row, conditions, needed);
  const detail = ui.options?.detail;
  if (typeof detail === 'object') shownBy(detail, trail ?? row, conditions, needed);
}

const scopesIn = ({ scope, conditions = [], root }: Condition, row: string): readonly string[] => [
  ...(scope === undefined ? [] : [(root ? '' : row) + trailOfScope(scope)]),
  ...conditions.flatMap((one) => scopesIn(one, row)),
];

const trailIn = ({ scope }: UiElement, row: string): string | undefined =>
  scope === undefined ? undefined : row + trailOfScope(scope);

/** Needed itself, or because of what is in it. */
const isNeeded = (trail: string, needed: ReadonlySet<string>): boolean =>
  needed.has(trail) || [...needed].some((one) => one.startsWith(`${trail}/`));

function only(ui: UiElement, row: string, needed: ReadonlySet<string>): UiElement | undefined {
  const trail = trailIn(ui, row);
  if (trail !== undefined && !isNeeded(trail, needed)) return undefined;
  const elements = ui.elements
    ?.map((child) => only(child, row, needed))
    .filter((child) => child !== undefined);
  if (elements?.every(({ type }) => type === 'Label')) return undefined;
  const detail = ui.options?.detail;
  // Of a table that is only counted, all is asked: a row with nothing in it is no row.
  const short =
    typeof detail === 'object' && trail !== undefined ? only(detail, trail, needed) : undefined;
  return {
    ...ui,
    ...(elements && { elements }),
    ...(short && { options: { ...ui.options, detail: short } }),
  };
}

const countOf = ({ scope, elements = [] }: UiElement): number =>
  (scope === undefined ? 0 : 1) + elements.reduce((sum, one) => sum + countOf(one), 0);

const compulsory = new Set([
  ...['required', 'dependentRequired', 'minItems', 'minLength', 'minProperties'],
  ...['allOf', 'anyOf', 'not', 'if', 'then', 'else'],
]);

/** The schema without anything that must be answered. */
function loose(schema: JsonSchema): JsonSchema {
  const inner = (all: Readonly<Record<string, JsonSchema>>): Record<string, JsonSchema> =>
    Object.fromEntries(Object.entries(all).map(([name, one]) => [name, loose(one)]));
  const { properties, items, $defs, ...rest } = schema;
  return {
    ...Object.fromEntries(Object.entries(rest).filter(([keyword]) => !compulsory.has(keyword))),
    ...(properties && { properties: inner(properties) }),
    ...(items && { items: loose(items) }),
    ...(typeof $defs === 'object' && { $defs: inner($defs as Record<string, JsonSchema>) }),
  };
}
