/** What is known already: from the card in the reader, from this session. */
import type { FormDefinition } from './definition.ts';
import { pathOfScope, pointerOf, valueAt, withValue } from './path.ts';
import { isEmpty } from './placed.ts';

/** Where answers can come from, `id-card.name`, with what stands there now. */
export type Facts = Readonly<Record<string, string | undefined>>;

export interface Prefilled {
  readonly answers: unknown;
  /** Answers that a card has given and hands may not change, for `FormCtx.locked`. */
  readonly locked: ReadonlySet<string>;
}

/**
 * A card overrules what was typed where the form locks it; everywhere else, what a person has typed stands. What `before` had
 * filled in was not typed: the next card replaces all of it.
 */
export function prefill(
  form: FormDefinition,
  typed: unknown,
  facts: Facts,
  before: Facts = {},
): Prefilled {
  const locked = new Set<string>();
  const answers = (form.envelope?.prefill ?? []).reduce<unknown>(
    (known, { target, from, lock }) => {
      const fact = facts[from];
      const path = pathOfScope(target);
      if (fact === undefined || fact === '') return known;
      const there = valueAt(known, path);
      if (lock) locked.add(pointerOf(path));
      else if (!isEmpty(there) && there !== before[from]) return known;
      return withValue(known, path, fact);
    },
    typed,
  );
  return { answers, locked };
}
