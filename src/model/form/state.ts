/** What a person sees of a form: the shapes that `evaluate` answers with. */
import type { FieldKind } from './field-kind.ts';
import type { JsonSchema } from './json-schema.ts';
import type { Locale, Option } from './texts.ts';
import type { UiElement } from './ui-schema.ts';

export interface FormCtx {
  readonly locale: Locale;
  /** The day it is where the form is handed in, `2026-12-11`. */
  readonly today: string;
  /** Nobody may change anything: a review, a case that is decided. */
  readonly readonly?: boolean;
  /** Answers that came from a card and may not be changed by hand, as JSON pointers. */
  readonly locked?: ReadonlySet<string>;
}

/** Something that stands in the way of handing in. */
export interface FormError {
  /** JSON pointer to the answer. */
  readonly path: string;
  /** `key` of the element that shows it; undefined if none does. */
  readonly element: string | undefined;
  readonly label: string;
  /** The keyword of JSON Schema; or `check`, `evidence`. */
  readonly keyword: string;
  /** For the person: what it is, and what to do. It names the question, so it can stand in a summary. */
  readonly sentence: string;
}

/** An element of the UI schema, or one that follows from the schema, as it is now. */
export interface ElementState {
  /** Stays the same while the form is filled in. */
  readonly key: string;
  /** JSON pointer into the UI schema. */
  readonly at: string;
  /** Whether the author has written it; the rest is made up from the schema, as JSON Forms does. */
  readonly written: boolean;
  readonly ui: UiElement;
  readonly kind: FieldKind | 'layout' | 'label';
  /** JSON pointer to the answer; of a layout, to the row it stands in. */
  readonly path: string;
  readonly schema: JsonSchema | undefined;
  readonly label: string;
  readonly description: string;
  readonly options: readonly Option[] | undefined;
  /** Whether a person sees it: neither it nor anything around it is hidden. */
  readonly visible: boolean;
  readonly enabled: boolean;
  /** It can be read and not changed: by a rule, by the schema, because it is reckoned, or because it came from a card. */
  readonly readonly: boolean;
  /** Whether the schema always asks for it: what JSON Forms marks. */
  readonly required: boolean;
  /** Whether it is asked for as the answers stand: also by `if`/`then`, `dependentRequired`, papers, signatures. */
  readonly requiredNow: boolean;
  /** To be masked, and never spoken. */
  readonly sensitive: boolean;
  readonly computed: boolean;
  readonly value: unknown;
  /** When to show them is the element's business: after the answer was left, and when handing in was tried. */
  readonly errors: readonly FormError[];
  readonly children: readonly ElementState[];
}

export interface Verdict {
  readonly ok: boolean;
  /** What would be handed in: what was asked for and answered, with what follows from it. */
  readonly answers: unknown;
  /** In the order of the form. */
  readonly errors: readonly FormError[];
}

export interface FormState {
  readonly root: ElementState;
  readonly verdict: Verdict;
}
