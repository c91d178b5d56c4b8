/**
 * Whether an element is seen and can be worked, by the rules of JSON Forms, as its core 3.8 decides them
 * (`packages/core/src/util/runtime.ts` and `mappers/util.ts`).
 */
import type { JsonSchema } from './json-schema.ts';
import { pathOfScope, valueAt, type Path } from './path.ts';
import type { Condition, Rule, RuleEffect, UiElement } from './ui-schema.ts';
import { isValid } from './validator.ts';

/** What an element hands down to those inside it. */
export interface Standing {
  readonly visible: boolean;
  readonly enabled: boolean;
  readonly readonly: boolean;
}

/** The answers a condition looks at: all of them, and the row it stands in. */
export interface Sight {
  readonly answers: unknown;
  readonly row: Path;
}

/**
 * A rule is the element's own word; without one it stands as what it stands in. A rule that shows cannot lift an element out
 * of something hidden, because nobody would see it there; a rule that enables does.
 */
export function standingOf(
  ui: UiElement,
  schema: JsonSchema | undefined,
  above: Standing,
  sight: Sight,
  formReadonly: boolean,
): Standing {
  return {
    visible: above.visible && (fulfilledRule(ui, 'SHOW', 'HIDE', sight) ?? true),
    enabled:
      !formReadonly &&
      (fulfilledRule(ui, 'ENABLE', 'DISABLE', sight) ?? !(fixedIn(ui, schema) ?? !above.enabled)),
    readonly:
      formReadonly ||
      (fulfilledRule(ui, 'READONLY', 'WRITABLE', sight) ?? fixedIn(ui, schema) ?? above.readonly),
  };
}

/** Whether an element says itself, without a rule, that nobody may change it. */
function fixedIn({ options = {} }: UiElement, schema: JsonSchema | undefined): boolean | undefined {
  const { readonly, readOnly } = options;
  if (typeof readonly === 'boolean') return readonly;
  if (typeof readOnly === 'boolean') return readOnly;
  return schema?.readOnly === true ? true : undefined;
}

export function rulesOf({ rule, rules = [] }: UiElement): readonly Rule[] {
  return rule ? [rule, ...rules] : rules;
}

/** What the rule with one of these effects says: yes, no, or nothing if there is none. */
function fulfilledRule(
  ui: UiElement,
  yes: RuleEffect,
  no: RuleEffect,
  sight: Sight,
): boolean | undefined {
  const rule = rulesOf(ui).find(({ effect }) => effect === yes || effect === no);
  return rule && isFulfilled(rule.condition, sight) === (rule.effect === yes);
}

/**
 * An answer that is not there fulfils any schema that does not ask for one (`{ minimum: 3 }` does not, `{ const: 3 }` does);
 * `failWhenUndefined` turns that off. A condition of an unknown sort is fulfilled.
 */
export function isFulfilled(condition: Condition | undefined, sight: Sight): boolean {
  switch (condition?.type) {
    case 'AND':
      return condition.conditions?.every((one) => isFulfilled(one, sight)) ?? true;
    case 'OR':
      return condition.conditions?.some((one) => isFulfilled(one, sight)) ?? true;
    case 'LEAF':
      return valueSeen(condition, sight) === condition.expectedValue;
    default:
      if (condition?.schema === undefined) return true;
      return isFulfilledBy(valueSeen(condition, sight), condition.schema, condition);
  }
}

function isFulfilledBy(value: unknown, schema: JsonSchema, condition: Condition): boolean {
  if (value === undefined && condition.failWhenUndefined) return false;
  return isValid(schema, value);
}

function valueSeen({ scope, root }: Condition, { answers, row }: Sight): unknown {
  const path = scope === undefined ? [] : pathOfScope(scope);
  return valueAt(answers, root ? path : [...row, ...path]);
}
