/** Every element with the answers it stands among: rows of tables are elements now, and rules have spoken. */
import { isRecord, valueAt, type Path } from './path.ts';
import type { PlannedElement } from './plan.ts';
import { standingOf, type Standing } from './rules.ts';

export interface PlacedElement extends Standing {
  readonly plan: PlannedElement;
  /** From the whole form. */
  readonly path: Path;
  /** The same as a JSON pointer. */
  readonly pointer: string;
  /** What is inside: of a layout or an object its elements, of a table its rows. */
  readonly children: readonly PlacedElement[];
}

const outermost: Standing = { visible: true, enabled: true, readonly: false };

export function place(
  plan: PlannedElement,
  answers: unknown,
  formReadonly: boolean,
): PlacedElement {
  return placeIn(plan, [], '', outermost);

  function placeIn(
    plan: PlannedElement,
    row: Path,
    rowPointer: string,
    above: Standing,
  ): PlacedElement {
    const standing = standingOf(plan.ui, plan.schema, above, { answers, row }, formReadonly);
    const path = plan.path.length === 0 ? row : [...row, ...plan.path];
    const pointer = rowPointer + plan.pointer;
    return {
      plan,
      path,
      pointer,
      visible: standing.visible,
      enabled: standing.enabled,
      readonly: standing.readonly,
      children:
        plan.kind === 'table' || plan.kind === 'list'
          ? rowsOf(plan, path, pointer, standing)
          : plan.children.map((child) => placeIn(child, row, rowPointer, standing)),
    };
  }

  function rowsOf(
    plan: PlannedElement,
    path: Path,
    pointer: string,
    standing: Standing,
  ): readonly PlacedElement[] {
    const rows = valueAt(answers, path);
    const inside = Array.isArray(rows) && rows.length > 0 ? plan.row() : undefined;
    if (!inside) return [];
    return (rows as unknown[]).map((_, i) =>
      placeIn(inside, [...path, String(i)], `${pointer}/${i}`, standing),
    );
  }
}

/** What an element is called as long as the form is open: two of a table are told apart by their rows. */
export function keyOf({ plan, pointer }: PlacedElement): string {
  return `${plan.at}@${pointer}`;
}

/** All of them, each before what is inside it. */
export function* everyElement(element: PlacedElement): Iterable<PlacedElement> {
  yield element;
  for (const child of element.children) yield* everyElement(child);
}

/** Whether it stands for answers, one or many: not a layout and not a label. */
export function isField({ plan }: PlacedElement): boolean {
  return plan.kind !== 'layout' && plan.kind !== 'label';
}

/** Whether it holds one answer of its own, not a layout or something that other questions make up. */
export function isQuestion(element: PlacedElement): boolean {
  return isField(element) && element.children.length === 0;
}

/** Nothing was said: no answer, spaces only, an empty list or record. */
export function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === 'string') return value.trim() === '';
  if (Array.isArray(value)) return value.length === 0;
  return isRecord(value) && Object.keys(value).length === 0;
}
