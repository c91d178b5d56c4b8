/** Questions that nobody can ever see, rules that say nothing, and answers that a rule hides while the schema wants them. */
import type { FormDefinition } from './definition.ts';
import { typesOf, type JsonSchema } from './json-schema.ts';
import type { FormMistake } from './mistake.ts';
import { pathOfScope, pointerOf } from './path.ts';
import { planOf, type PlannedElement } from './plan.ts';
import { isFulfilled, rulesOf } from './rules.ts';
import { optionsOf } from './texts.ts';
import type { Condition, UiElement } from './ui-schema.ts';

/** What must hold for an element to be seen: the condition of a rule, or its contrary. */
interface Wish {
  readonly condition: Condition;
  readonly holds: boolean;
}

export function* lintReach(form: FormDefinition): Iterable<FormMistake> {
  const root = planOf(form, 'en');
  const questions = questionsByPointer(root);
  const computed = new Set((form.envelope?.computed ?? []).map(({ target }) => pointerAt(target)));
  const filled = new Set((form.envelope?.prefill ?? []).map(({ target }) => pointerAt(target)));
  const waits = new Map<string, { readonly path: string; readonly for: readonly string[] }>();
  yield* look(root, []);
  yield* circles();

  function* look(plan: PlannedElement, above: readonly Wish[]): Iterable<FormMistake> {
    if (!plan.written) return;
    const path = `/uischema${plan.at}`;
    const rule = rulesOf(plan.ui).find(({ effect }) => effect === 'SHOW' || effect === 'HIDE');
    const own = rule ? [{ condition: rule.condition, holds: rule.effect === 'SHOW' }] : [];
    const wishes = [...above, ...own];
    if (rule) {
      const why = whyNever(wishes);
      if (why) yield { path: `${path}/rule`, sentence: `never lets anybody see this: ${why}` };
    }
    if (plan.path.length > 0) waits.set(plan.pointer, { path, for: waitsFor(wishes) });
    if (plan.required && wishes.length > 0)
      yield {
        path: `${path}/scope`,
        sentence:
          'is always required, but a rule can hide it; require it in an if/then with the same condition',
      };
    for (const child of plan.children) yield* look(child, wishes);
    // Conditions of a row look at the row, so what they mean starts anew.
    const row = typeof plan.ui.options?.detail === 'object' ? plan.row() : undefined;
    if (row) yield* look(row, []);
  }

  /** Questions that are each seen only once the other is answered. */
  function* circles(): Iterable<FormMistake> {
    for (const [pointer, { path }] of waits) {
      const seen = new Set<string>();
      const ahead = [...(waits.get(pointer)?.for ?? [])];
      for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
        if (seen.has(next)) continue;
        seen.add(next);
        ahead.push(...(waits.get(next)?.for ?? []));
      }
      if (seen.has(pointer))
        yield { path, sentence: 'is never seen: its rule waits for its own answer' };
    }
  }

  /** Why all these cannot hold together, if they cannot. Only answers to be chosen from a few are tried. */
  function whyNever(wishes: readonly Wish[]): string | undefined {
    const flat = wishes.flatMap(parted);
    for (const { condition } of flat) {
      if (condition.scope === undefined || condition.root) continue;
      const pointer = pointerOf(pathOfScope(condition.scope));
      const same = flat.filter(({ condition: other }) => other.scope === condition.scope);
      const values = possibleAt(pointer);
      if (!values) continue;
      const name = pathOfScope(condition.scope).at(-1) ?? '';
      if (!values.some((value) => same.every((wish) => met(wish, value))))
        return same.length > 1
          ? `its conditions on “${name}” contradict each other`
          : `“${name}” is never answered so`;
    }
    return undefined;
  }

  /** Every answer a question can have, without an answer too; undefined where there are too many to try. */
  function possibleAt(pointer: string): readonly unknown[] | undefined {
    const asked = questions.get(pointer);
    if (!asked) return isMadeElsewhere(pointer) ? undefined : [undefined];
    const { schema, ui } = asked;
    if (!schema || schema.items) return undefined;
    if (typesOf(schema).join() === 'boolean') return [undefined, true, false];
    const options = optionsOf(ui, schema, [], (_key, otherwise) => otherwise);
    return options && [undefined, ...options.map(({ value }) => value)];
  }

  /** Reckoned, filled in from a card, or made up of questions inside it. */
  function isMadeElsewhere(pointer: string): boolean {
    if (computed.has(pointer) || filled.has(pointer) || pointer === '') return true;
    return [...questions.keys()].some((one) => one.startsWith(`${pointer}/`));
  }
}

/** `AND` is all of its parts, and the contrary of an `OR` is the contrary of them all; others stay whole. */
function parted(wish: Wish): readonly Wish[] {
  const { condition, holds } = wish;
  const { conditions = [] } = condition;
  if (condition.type === (holds ? 'AND' : 'OR'))
    return conditions.flatMap((one) => parted({ condition: one, holds }));
  return [wish];
}

/** Whether an answer alone, wherever it lies, lets a condition on it hold as wished. */
function met({ condition, holds }: Wish, value: unknown): boolean {
  if (condition.type === 'AND' || condition.type === 'OR') return true;
  return isFulfilled({ ...condition, scope: '#' }, { answers: value, row: [] }) === holds;
}

/** The answers without which an element is not seen. */
const waitsFor = (wishes: readonly Wish[]): readonly string[] =>
  wishes
    .flatMap(parted)
    .filter((wish) => !met(wish, undefined))
    .flatMap(({ condition: { scope } }) => (scope === undefined ? [] : [pointerAt(scope)]));

const pointerAt = (scope: string): string => pointerOf(pathOfScope(scope));

function questionsByPointer(
  root: PlannedElement,
): ReadonlyMap<string, { readonly ui: UiElement; readonly schema: JsonSchema | undefined }> {
  const found = new Map<string, PlannedElement>();
  const walk = (plan: PlannedElement): void => {
    if (plan.kind !== 'layout' && plan.kind !== 'label') found.set(plan.pointer, plan);
    plan.children.forEach(walk);
  };
  walk(root);
  return found;
}
