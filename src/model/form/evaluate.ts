/**
 * What a person sees of a form, and whether it can be handed in. One function for the element, the command line and the
 * hall, so that no question stands on the screen that the hall does not ask, nor the other way round.
 */
import { countedIn } from './counted.ts';
import type { FormDefinition } from './definition.ts';
import { Fields } from './fields.ts';
import './formats.ts';
import { errorsIn } from './judge.ts';
import { marksOf, type Marks } from './marks.ts';
import { neededIn } from './needed.ts';
import { valueAt } from './path.ts';
import { isField, keyOf, type PlacedElement } from './placed.ts';
import { planOf } from './plan.ts';
import type { ElementState, FormCtx, FormError, FormState, Verdict } from './state.ts';

/**
 * Evaluates a form. With the state `before`, elements that have not changed are the same objects as there, so that whoever
 * draws them can pass them over.
 */
export function evaluate(
  form: FormDefinition,
  typed: unknown,
  ctx: FormCtx,
  before?: FormState,
): FormState {
  const counted = countedIn(form, planOf(form, ctx.locale), typed, ctx);
  const { answers, placed } = counted;
  const errors = errorsIn(form, counted, new Fields(placed), ctx);
  const drawing: Drawing = {
    typed,
    answers,
    marks: marksOf(form),
    needed: neededIn(form.schema, answers),
    errors: byElement(errors),
    locked: ctx.locked ?? new Set(),
  };
  return {
    root: stateOf(placed, drawing, before?.root),
    verdict: { ok: errors.length === 0, answers, errors },
  };
}

/** Only the verdict: what the hall asks when a form is handed in. */
export function verdictOf(form: FormDefinition, typed: unknown, ctx: FormCtx): Verdict {
  const counted = countedIn(form, planOf(form, ctx.locale), typed, ctx);
  const errors = errorsIn(form, counted, new Fields(counted.placed), ctx);
  return { ok: errors.length === 0, answers: counted.answers, errors };
}

/** Every element, each before what is inside it. */
export function* elementsOf(element: ElementState): Iterable<ElementState> {
  yield element;
  for (const child of element.children) yield* elementsOf(child);
}

interface Drawing {
  readonly typed: unknown;
  readonly answers: unknown;
  readonly marks: Marks;
  readonly needed: ReadonlySet<string>;
  readonly errors: ReadonlyMap<string | undefined, readonly FormError[]>;
  readonly locked: ReadonlySet<string>;
}

const noErrors: readonly FormError[] = [];

function stateOf(
  placed: PlacedElement,
  drawing: Drawing,
  before: ElementState | undefined,
): ElementState {
  const { plan, visible, enabled } = placed;
  const { marks, needed, typed, answers } = drawing;
  const key = keyOf(placed);
  const path = placed.pointer;
  const field = isField(placed);
  const computed = field && marks.computed.has(plan.trail);
  const papers = marks.signed.has(plan.trail) || (marks.evidence.get(plan.trail)?.min ?? 0) > 0;
  // One by one: engines are slow with objects that are spread from pieces, and there may be hundreds.
  const state: ElementState = {
    key,
    at: plan.at,
    written: plan.written,
    ui: plan.ui,
    kind: plan.kind,
    path,
    schema: plan.schema,
    label: plan.label,
    description: plan.description,
    options: plan.options,
    visible,
    enabled,
    readonly: placed.readonly || computed || drawing.locked.has(path),
    required: plan.required,
    requiredNow: field && visible && (needed.has(path) || papers),
    sensitive: field && marks.sensitive.has(plan.trail),
    computed,
    // What a rule hides is still there when it comes back; what is reckoned, nobody has typed.
    value: field ? valueAt(computed ? answers : typed, placed.path) : undefined,
    errors: drawing.errors.get(key) ?? noErrors,
    children: childrenOf(placed, drawing, before),
  };
  return before && isSame(before, state) ? before : state;
}

function childrenOf(
  { children }: PlacedElement,
  drawing: Drawing,
  before: ElementState | undefined,
): readonly ElementState[] {
  const known = before?.children ?? [];
  const states = children.map((child, i) => {
    const key = keyOf(child);
    // Nearly always the one at the same place; rows come and go.
    const old = known[i]?.key === key ? known[i] : known.find((one) => one.key === key);
    return stateOf(child, drawing, old);
  });
  const unchanged = states.length === known.length && states.every((one, i) => one === known[i]);
  return unchanged ? known : states;
}

/** The rest of an element follows from the form, which does not change under a key. */
function isSame(a: ElementState, b: ElementState): boolean {
  return (
    a.ui === b.ui &&
    a.label === b.label &&
    a.visible === b.visible &&
    a.enabled === b.enabled &&
    a.readonly === b.readonly &&
    a.requiredNow === b.requiredNow &&
    Object.is(a.value, b.value) &&
    a.children === b.children &&
    sameErrors(a, b)
  );
}

const sameErrors = ({ errors: a }: ElementState, { errors: b }: ElementState): boolean =>
  a.length === b.length && a.every(({ sentence }, i) => sentence === b[i]?.sentence);

function byElement(
  errors: readonly FormError[],
): ReadonlyMap<string | undefined, readonly FormError[]> {
  const map = new Map<string | undefined, FormError[]>();
  for (const error of errors) map.set(error.element, [...(map.get(error.element) ?? []), error]);
  return map;
}
