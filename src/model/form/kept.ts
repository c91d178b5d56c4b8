/** What of a half-filled form may wait: all but signatures, which close what is handed in, and what its policy leaves out. */
import type { FormDefinition } from './definition.ts';
import { pathOfScope, withValue } from './path.ts';

export function keptAnswers({ envelope }: FormDefinition, answers: unknown): unknown {
  const { draft, signature = [] } = envelope ?? {};
  return [...(draft?.exclude ?? []), ...signature.map(({ target }) => target)].reduce(
    (kept, scope) => withValue(kept, pathOfScope(scope), undefined),
    answers,
  );
}
