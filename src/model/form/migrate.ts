/** Answers to an older version of a form, brought to the newer one, or the names of what is to be filled in again. */
import type { FormDefinition } from './definition.ts';
import { reckon } from './expression.ts';
import { pathOfScope, pointerOf, valueAt, withValue } from './path.ts';

export type Migrated =
  | {
      readonly ok: true;
      readonly answers: unknown;
      /** Questions that mean something else now, as JSON pointers: their answers are gone and the person is told. */
      readonly ask: readonly string[];
    }
  /** There is no way from that version: everything is filled in again. */
  | { readonly ok: false; readonly from: number };

/** Step by step from the version the answers were given to, up to the form's own. Answers of a newer form have no way back. */
export function migrate(
  { version, envelope }: FormDefinition,
  given: { readonly version: number; readonly answers: unknown },
  ctx: { readonly today: string },
): Migrated {
  let { answers } = given;
  const ask: string[] = [];
  if (given.version > version) return { ok: false, from: given.version };
  for (let from = given.version; from < version; from++) {
    const step = envelope?.migrations?.find((one) => one.from === from);
    if (!step) return { ok: false, from };
    for (const op of step.ops) {
      if (op.op === 'move') {
        const value = valueAt(answers, pathOfScope(op.from));
        answers = withValue(answers, pathOfScope(op.from), undefined);
        if (value !== undefined) answers = withValue(answers, pathOfScope(op.to), value);
        continue;
      }
      const path = pathOfScope(op.at);
      const value = op.op === 'set' ? reckon(op.value, { answers, today: ctx.today }) : undefined;
      if (op.op === 'ask' && valueAt(answers, path) !== undefined) ask.push(pointerOf(path));
      answers = withValue(answers, path, value);
    }
  }
  return { ok: true, answers, ask };
}
