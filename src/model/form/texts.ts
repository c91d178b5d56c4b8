/** The words of a form, found by the keys of JSON Forms (https://jsonforms.io/docs/i18n), in the language of the reader. */
import type { Text } from '../shared/text.ts';
import type { JsonSchema } from './json-schema.ts';
import type { Path } from './path.ts';
import type { UiElement } from './ui-schema.ts';

export type Locale = keyof Text;

/** Key → sentence: `applicant.name.label`, `applicant.name.error.required`, `relation.spouse`, or a plain label itself. */
export type Texts = Readonly<Record<string, Text>>;

/** Says what stands under a key, or else `otherwise`. */
export type Translate = <Otherwise extends string | undefined>(
  key: string,
  otherwise: Otherwise,
) => string | Otherwise;

export function translator(texts: Texts, locale: Locale): Translate {
  return (key, otherwise) =>
    (Object.hasOwn(texts, key) ? texts[key]?.[locale] : undefined) ?? otherwise;
}

/** What the keys of an element begin with: its own `i18n`, its schema's, or its path without the numbers of rows. */
export function prefixOf(
  ui: Pick<UiElement, 'i18n'>,
  schema: JsonSchema | undefined,
  path: Path,
): string {
  return (
    ui.i18n ?? schema?.i18n ?? (path.filter((step) => !/^\d+$/.test(step)).join('.') || 'root')
  );
}

/** The keys under which the label of an element may stand, and what is said where none does. */
export function labelOf(
  ui: UiElement,
  schema: JsonSchema | undefined,
  path: Path,
  t: Translate,
): string {
  if (ui.type === 'Control' || ui.scope !== undefined) {
    const { shown, text } = ownLabel(ui, schema);
    return t(`${prefixOf(ui, schema, path)}.label`, shown ? text : '');
  }
  if (ui.type === 'Label')
    return t(ui.i18n === undefined ? (ui.text ?? '') : `${ui.i18n}.text`, ui.text ?? '');
  const { label } = ui;
  if (label === false || (typeof label !== 'string' && ui.i18n === undefined)) return '';
  const said = typeof label === 'string' ? label : '';
  return t(ui.i18n === undefined ? said : `${ui.i18n}.label`, said);
}

function ownLabel(ui: UiElement, schema: JsonSchema | undefined): { shown: boolean; text: string } {
  const derived = (): string => schema?.title ?? readable(ui.scope ?? '');
  const { label } = ui;
  if (typeof label === 'string') return { shown: true, text: label };
  if (typeof label === 'boolean') return { shown: label, text: derived() };
  return { shown: label?.show ?? true, text: label?.text ?? derived() };
}

export function descriptionOf(
  ui: UiElement,
  schema: JsonSchema | undefined,
  path: Path,
  t: Translate,
): string {
  return t(`${prefixOf(ui, schema, path)}.description`, schema?.description ?? '');
}

/** `#/properties/firstName` → `First Name`: what is said where an author has said nothing. */
export function readable(scope: string): string {
  const name = scope
    .slice(scope.lastIndexOf('/') + 1)
    .replace(/~1/g, '/')
    .replace(/~0/g, '~');
  const words = name
    .replace(/['’]/g, '')
    .match(/\d+(?:st|nd|rd|th)(?!\p{Ll})|\p{Lu}?[\p{Ll}\p{Lo}]+|\p{Lu}+(?!\p{Ll})|\p{N}+/gu);
  return (words ?? []).map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ');
}

/** One thing to choose. */
export interface Option {
  readonly value: unknown;
  readonly label: string;
  readonly description?: string;
}

/** What there is to choose, by `enum`, `const`, or a `oneOf` of constants with titles; in a list of several, by its items'. */
export function optionsOf(
  ui: UiElement,
  schema: JsonSchema,
  path: Path,
  t: Translate,
): readonly Option[] | undefined {
  const prefix = prefixOf(ui, schema, path);
  const choice = schema.items ?? schema;
  if (isLabelledChoice(choice))
    return choice.oneOf.map((one) => {
      const said = one.title ?? plain(one.const);
      const description = one.description;
      return {
        value: one.const,
        label: t(one.i18n ?? `${prefix}.${said}`, t(`${prefix}.${plain(one.const)}`, said)),
        ...(description !== undefined && {
          description: t(`${prefix}.${plain(one.const)}.description`, description),
        }),
      };
    });
  const values = choice.enum ?? (choice.const === undefined ? undefined : [choice.const]);
  return values?.map((value) => ({ value, label: t(`${prefix}.${plain(value)}`, plain(value)) }));
}

export const isLabelledChoice = (
  schema: JsonSchema,
): schema is JsonSchema & { readonly oneOf: readonly JsonSchema[] } =>
  schema.oneOf !== undefined && schema.oneOf.every((one) => one.const !== undefined);

const plain = (value: unknown): string =>
  typeof value === 'string' ? value : JSON.stringify(value);
