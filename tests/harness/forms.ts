/** Small forms for tests and stories. */
import {
  elementsOf,
  evaluate,
  type ElementState,
  type Envelope,
  type FormCtx,
  type FormDefinition,
  type FormState,
  type JsonSchema,
  type UiElement,
} from '../../src/model/form/index.ts';

export const noon: FormCtx = { locale: 'zh-CN', today: '2026-12-11' };

/** A pair as anybody writes it for JSON Forms. */
export function pair(schema: JsonSchema, uischema?: UiElement): FormDefinition {
  return { id: 'pair', version: 1, schema, ...(uischema && { uischema }) };
}

export function form(
  schema: JsonSchema,
  uischema: UiElement,
  envelope: Partial<Envelope> = {},
): FormDefinition {
  const both = { 'zh-CN': '表', en: 'Form' };
  const whole: Envelope = { title: both, services: [], sample: true, texts: {}, ...envelope };
  return { id: 'form', version: 1, schema, uischema, envelope: whole };
}

export const control = (name: string, more: Partial<UiElement> = {}): UiElement => ({
  type: 'Control',
  scope: `#/properties/${name}`,
  ...more,
});

export const column = (...elements: UiElement[]): UiElement => ({
  type: 'VerticalLayout',
  elements,
});

export const text = (zh: string, en: string): { 'zh-CN': string; en: string } => ({
  'zh-CN': zh,
  en,
});

/** The element that shows an answer, `/household/0/income`. */
export function shown(state: FormState, path: string): ElementState {
  const found = [...elementsOf(state.root)].find(
    (one) => one.path === path && one.kind !== 'layout' && one.kind !== 'label',
  );
  if (!found) throw new Error(`No element shows ${path}.`);
  return found;
}

/** An element and its answers in one go. */
export const see = (definition: FormDefinition, answers: unknown, path: string): ElementState =>
  shown(evaluate(definition, answers, noon), path);
