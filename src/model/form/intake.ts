/**
 * One intake for several services (一口受理): several forms become one, in which what they share is asked once, the same paper
 * is handed in once and one signature closes all; and what was answered becomes a case for each.
 *
 * Every form keeps its schema, below its own id. A question that an earlier form asks already is not drawn again: its answer is
 * reckoned from the first, so the rules, branches and checks of each form see all that they would see alone.
 */
import type { Envelope, FormDefinition } from './definition.ts';
import type { JsonSchema } from './json-schema.ts';
import { valueAt } from './path.ts';
import { rulesOf } from './rules.ts';
import type { Texts } from './texts.ts';
import type { Condition, Rule, UiElement } from './ui-schema.ts';

export interface FormCase {
  readonly formId: string;
  readonly formVersion: number;
  readonly answers: unknown;
}

/** Joins forms that bring an envelope, in the order given; the first that asks a shared question asks it for all. */
export function joinForms(
  id: string,
  title: Envelope['title'],
  forms: readonly FormDefinition[],
): FormDefinition {
  const echoes = echoesIn(forms);
  return {
    id,
    version: 1,
    schema: {
      type: 'object',
      required: forms.map((form) => form.id),
      properties: Object.fromEntries(
        forms.map((form) => {
          const { $schema: _, $id: __, ...schema } = form.schema;
          return [form.id, movedRefs(schema, form.id) as JsonSchema];
        }),
      ),
    },
    uischema: {
      type: 'Categorization',
      options: { variant: 'stepper' },
      elements: forms.flatMap((form) => movedSteps(form, echoes)),
    },
    envelope: joinedEnvelope(title, forms, echoes),
  };
}

/** A case for each form, from what the verdict on the joined form would hand in. */
export function splitAnswers(
  forms: readonly FormDefinition[],
  answers: unknown,
): readonly FormCase[] {
  return forms.map(({ id, version }) => ({
    formId: id,
    formVersion: version,
    answers: valueAt(answers, [id]) ?? {},
  }));
}

/** Scope of a question in the joined form → scope of the one that is asked in its place. */
type Echoes = ReadonlyMap<string, string>;

/** What is the same: shared questions, the same papers, and the signature of whoever applies. */
function echoesIn(forms: readonly FormDefinition[]): Echoes {
  const first = new Map<string, string>();
  const echoes = new Map<string, string>();
  for (const { id, envelope, uischema } of forms) {
    // What one form asks only sometimes, another cannot rely on.
    const sometimes = uischema ? scopesUnderRules(uischema) : [];
    const { shared = {}, evidence = [], signature = [] } = envelope ?? {};
    const named: [string, string][] = [
      ...Object.entries(shared).map(([scope, name]): [string, string] => [
        `question ${name}`,
        scope,
      ]),
      ...evidence.map(({ target, same }): [string, string] => [
        `paper ${same ?? target + id}`,
        target,
      ]),
      ...signature.slice(0, 1).map(({ target }): [string, string] => ['signature', target]),
    ];
    for (const [name, scope] of named.filter(([, one]) => !sometimes.includes(one))) {
      const asked = first.get(name);
      if (asked === undefined) first.set(name, moved(id, scope));
      else echoes.set(moved(id, scope), asked);
    }
  }
  return echoes;
}

function scopesUnderRules(ui: UiElement, above = false): readonly string[] {
  const under = above || rulesOf(ui).some(({ effect }) => effect === 'SHOW' || effect === 'HIDE');
  const own = under && ui.scope !== undefined ? [ui.scope] : [];
  return [...own, ...(ui.elements ?? []).flatMap((child) => scopesUnderRules(child, under))];
}

/** A scope of one form, in the joined one. */
const moved = (id: string, scope: string): string => `#/properties/${id}${scope.slice(1)}`;

/** References, and scopes in expressions, wherever they stand. */
function movedRefs(value: unknown, id: string, keys: readonly string[] = ['$ref']): unknown {
  if (Array.isArray(value)) return value.map((one) => movedRefs(one, id, keys));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      keys.includes(key) && typeof inner === 'string' && inner.startsWith('#')
        ? moved(id, inner)
        : movedRefs(inner, id, keys),
    ]),
  );
}

function movedSteps(
  { id, uischema, schema }: FormDefinition,
  echoes: Echoes,
): readonly UiElement[] {
  const whole = uischema ?? {
    type: 'VerticalLayout',
    elements: Object.keys(schema.properties ?? {}).map((name) => ({
      type: 'Control',
      scope: `#/properties/${name}`,
    })),
  };
  const root = movedElement(whole, id, echoes);
  if (!root) return [];
  const { type, elements = [] } = root;
  if (type === 'Categorization') return elements;
  return [{ type: 'Category', label: '', elements: [root] }];
}

/** The element in the joined form; undefined where nothing is left of it to be asked. */
function movedElement(ui: UiElement, id: string, echoes: Echoes): UiElement | undefined {
  const scope = ui.scope === undefined ? undefined : moved(id, ui.scope);
  if (scope !== undefined && echoes.has(scope)) return undefined;
  const elements = ui.elements
    ?.map((child) => movedElement(child, id, echoes))
    .filter((child) => child !== undefined);
  if (elements?.every(({ type }) => type === 'Label')) return undefined;
  const detail = ui.options?.detail;
  return {
    ...ui,
    ...(scope !== undefined && { scope }),
    ...(ui.i18n !== undefined && { i18n: `${id}.${ui.i18n}` }),
    ...(elements && { elements }),
    ...(ui.rule && { rule: movedRule(ui.rule, id, false) }),
    ...(ui.rules && { rules: ui.rules.map((rule) => movedRule(rule, id, false)) }),
    ...(typeof detail === 'object' && {
      options: { ...ui.options, detail: movedRow(detail, id) },
    }),
  };
}

/** Scopes of a row count from the row; only what looks at the whole form has moved. */
function movedRow(ui: UiElement, id: string): UiElement {
  return {
    ...ui,
    ...(ui.i18n !== undefined && { i18n: `${id}.${ui.i18n}` }),
    ...(ui.elements && { elements: ui.elements.map((child) => movedRow(child, id)) }),
    ...(ui.rule && { rule: movedRule(ui.rule, id, true) }),
    ...(ui.rules && { rules: ui.rules.map((rule) => movedRule(rule, id, true)) }),
  };
}

const movedRule = (rule: Rule, id: string, inRow: boolean): Rule => ({
  ...rule,
  condition: movedCondition(rule.condition, id, inRow),
});

function movedCondition(condition: Condition, id: string, inRow: boolean): Condition {
  const { scope, conditions } = condition;
  return {
    ...condition,
    ...(scope !== undefined && (!inRow || condition.root) && { scope: moved(id, scope) }),
    ...(conditions && { conditions: conditions.map((one) => movedCondition(one, id, inRow)) }),
  };
}

function joinedEnvelope(
  title: Envelope['title'],
  forms: readonly FormDefinition[],
  echoes: Echoes,
): Envelope {
  const asked = (scope: string): string => echoes.get(scope) ?? scope;
  const each = <Kept>(kept: (envelope: Envelope, id: string) => readonly Kept[]): Kept[] =>
    forms.flatMap(({ id, envelope }) => (envelope ? kept(envelope, id) : []));
  const tree = <Tree>(value: Tree, id: string): Tree =>
    movedRefs(value, id, ['get', 'each']) as Tree;
  const isAsked = ({ target }: { readonly target: string }): boolean => !echoes.has(target);
  return {
    title,
    services: [...new Set(each(({ services }) => services))],
    sample: each(({ sample }) => [sample]).includes(true),
    minutes: Math.min(
      120,
      each(({ minutes = 5 }) => [minutes]).reduce((a, b) => a + b, 0),
    ),
    texts: Object.assign({}, ...each(({ texts }, id) => [texts, prefixed(texts, id)])) as Texts,
    computed: [
      ...[...echoes].map(([target, from]) => ({ target, value: { get: from } })),
      ...each(({ computed = [] }, id) =>
        computed.map((one) => ({
          ...one,
          value: tree(one.value, id),
          ...(one.each === undefined
            ? { target: moved(id, one.target) }
            : { each: moved(id, one.each) }),
        })),
      ),
    ],
    checks: each(({ checks = [] }, id) =>
      checks.map((one) => ({
        ...one,
        assert: tree(one.assert, id),
        // The sentence stands where the question is asked.
        ...(one.each === undefined
          ? { at: asked(moved(id, one.at)) }
          : { each: moved(id, one.each) }),
      })),
    ),
    prefill: each(({ prefill = [] }, id) => prefill.map((one) => movedTarget(one, id))).filter(
      isAsked,
    ),
    evidence: each(({ evidence = [] }, id) => evidence.map((one) => movedTarget(one, id))).filter(
      isAsked,
    ),
    signature: each(({ signature = [] }, id) =>
      signature.map((one) => movedTarget(one, id)),
    ).filter(isAsked),
    sensitive: each(({ sensitive = [] }, id) => sensitive.map((scope) => moved(id, scope))),
    screening: each(({ screening = [] }, id) => tree(screening, id)),
    draft: {
      allow: strictest(each(({ draft }) => (draft ? [draft.allow] : []))),
      exclude: each(({ draft }, id) => (draft?.exclude ?? []).map((scope) => moved(id, scope))),
    },
    review: { show: true },
  };
}

const movedTarget = <One extends { readonly target: string }>(one: One, id: string): One => ({
  ...one,
  target: moved(id, one.target),
});

const prefixed = (texts: Texts, id: string): Texts =>
  Object.fromEntries(Object.entries(texts).map(([key, text]) => [`${id}.${key}`, text]));

type Allow = NonNullable<Envelope['draft']>['allow'];

/** One form that must not be kept keeps the whole from being kept. */
const strictest = (allows: readonly Allow[]): Allow =>
  (['never', 'session'] as const).find((one) => allows.includes(one)) ?? 'take-along';
