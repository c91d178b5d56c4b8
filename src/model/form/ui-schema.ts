/** The JSON Forms UI schema, as far as this house shows it; what is besides stands in the envelope. https://jsonforms.io */
import type { JsonSchema } from './json-schema.ts';

export interface UiElement {
  /** `Control`, `VerticalLayout`, `HorizontalLayout`, `Group`, `Label`, `Categorization`, `Category`, `ListWithDetail`. */
  readonly type: string;
  /** Into the schema: `#/properties/name`. */
  readonly scope?: string;
  readonly label?: string | boolean | { readonly text?: string; readonly show?: boolean } | null;
  readonly text?: string;
  readonly i18n?: string;
  readonly elements?: readonly UiElement[];
  readonly rule?: Rule;
  /** Ours: more rules beside `rule`. At most one of all of them shows or hides, one enables or disables, one makes read-only. */
  readonly rules?: readonly Rule[];
  readonly options?: UiOptions;
}

export type RuleEffect = (typeof ruleEffects)[number];

export interface Rule {
  readonly effect: RuleEffect;
  readonly condition: Condition;
}

/** `AND`, `OR` with `conditions`; `LEAF` with `scope` and `expectedValue`; or `scope` and `schema`. Any other is fulfilled. */
export interface Condition {
  readonly type?: string;
  readonly conditions?: readonly Condition[];
  readonly scope?: string;
  readonly expectedValue?: unknown;
  readonly schema?: JsonSchema;
  readonly failWhenUndefined?: boolean;
  /** Ours: inside a row, `scope` counts from the whole form, not from the row. */
  readonly root?: boolean;
}

export interface UiOptions {
  /** `text` of several lines. */
  readonly multi?: boolean;
  /** How a control looks: `radio`, or one of ours, see `field-kind.ts`. */
  readonly format?: string;
  readonly readonly?: boolean;
  readonly readOnly?: boolean;
  /** For rows: the layout of one row, or `GENERATED`, `REGISTERED`, `DEFAULT`. */
  readonly detail?: UiElement | string;
  /** For rows: which of their answers names a row. */
  readonly elementLabelProp?: string | readonly string[];
  readonly variant?: string;
  readonly showUnfocusedDescription?: boolean;
  /** Ours: `keep` hands in what was typed also while the question is hidden. */
  readonly whenHidden?: string;
  readonly [option: string]: unknown;
}

export const elementTypes = [
  ...['Control', 'VerticalLayout', 'HorizontalLayout', 'Group', 'Label'],
  ...['Categorization', 'Category', 'ListWithDetail'],
] as const;

export const ruleEffects = [
  ...['SHOW', 'HIDE', 'ENABLE', 'DISABLE', 'READONLY', 'WRITABLE'],
] as const;
