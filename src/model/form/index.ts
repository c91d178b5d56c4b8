/** Forms, for whoever draws them, hands them in or judges them. */
export type { Envelope, FormDefinition } from './definition.ts';
export { elementsOf, evaluate, verdictOf } from './evaluate.ts';
export { fieldKinds, type FieldKind } from './field-kind.ts';
export { joinForms, splitAnswers, type FormCase } from './intake.ts';
export type { JsonSchema } from './json-schema.ts';
export { keptAnswers } from './kept.ts';
export { migrate, type Migrated } from './migrate.ts';
export { pathOfPointer, pointerOf, valueAt, withValue } from './path.ts';
export { prefill, type Facts, type Prefilled } from './prefill.ts';
export { screen, type Outcome, type Screened } from './screening.ts';
export { screeningForm } from './screening-form.ts';
export type { ElementState, FormCtx, FormError, FormState, Verdict } from './state.ts';
export type { Locale, Option } from './texts.ts';
export type { Rule, UiElement, UiOptions } from './ui-schema.ts';
