/**
 * What is wrong with a form that no shape can say: a scope that leads nowhere, a question nobody ever sees, a label in one
 * language. Every mistake is told with its place in the file, for the person who writes the form.
 */
import type { FormDefinition } from './definition.ts';
import { lintEnvelope } from './lint-envelope.ts';
import { lintReach } from './lint-reach.ts';
import { lintSchema } from './lint-schema.ts';
import { lintScreens } from './lint-screens.ts';
import { lintTexts } from './lint-texts.ts';
import type { FormMistake } from './mistake.ts';

export type { FormMistake };

export function formMistakes(form: FormDefinition): readonly FormMistake[] {
  const schema = [...lintSchema(form)];
  const screens = [...lintScreens(form)];
  // What follows looks at questions by their schema; where that is broken, it would only repeat it.
  if (schema.length > 0 || screens.length > 0) return [...schema, ...screens];
  return [...lintReach(form), ...lintEnvelope(form), ...lintTexts(form)];
}
