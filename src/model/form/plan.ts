/** A form read once: for every element what does not depend on the answers. */
import type { FormDefinition } from './definition.ts';
import { fieldKindOf, type FieldKind } from './field-kind.ts';
import { dereferenced, isSchema, schemaAt, typesOf, type JsonSchema } from './json-schema.ts';
import { pathOfScope, pointerOf, type Path } from './path.ts';
import {
  descriptionOf,
  labelOf,
  optionsOf,
  translator,
  type Locale,
  type Option,
  type Translate,
} from './texts.ts';
import type { UiElement } from './ui-schema.ts';

export interface PlannedElement {
  /** JSON pointer into the UI schema; elements that follow from the schema count below the one they stand for. */
  readonly at: string;
  /** Whether the author has written it; JSON Forms makes up the rest from the schema. */
  readonly written: boolean;
  readonly ui: UiElement;
  /** What a control fills in; undefined for layouts, and where the scope leads nowhere. */
  readonly schema: JsonSchema | undefined;
  readonly kind: FieldKind | 'layout' | 'label';
  /** From the row it stands in, or from the whole form. */
  readonly path: Path;
  /** The same as a JSON pointer. */
  readonly pointer: string;
  /** Which question it is, in whatever row: `/household/income`. */
  readonly trail: string;
  readonly label: string;
  readonly description: string;
  readonly options: readonly Option[] | undefined;
  /** Whether the schema always asks for it, as JSON Forms marks it. */
  readonly required: boolean;
  readonly children: readonly PlannedElement[];
  /** What one row of a table consists of. */
  row(): PlannedElement | undefined;
}

const plans = new WeakMap<FormDefinition, Map<Locale, PlannedElement>>();

/** The plan of a form; reckoned once for each definition, which is therefore never changed in place. */
export function planOf(form: FormDefinition, locale: Locale): PlannedElement {
  const known = plans.get(form) ?? new Map<Locale, PlannedElement>();
  plans.set(form, known);
  const plan = known.get(locale) ?? new Planner(form, locale).plan();
  known.set(locale, plan);
  return plan;
}

/** Where an element stands while the form is read. */
interface Ground {
  readonly at: string;
  readonly written: boolean;
  /** The schema that scopes count from: the form's, or that of a row. */
  readonly schema: JsonSchema;
  /** The path of a row, without its number. */
  readonly trail: Path;
  /** The objects around it that were made up from the schema, by their `properties`. */
  readonly around: readonly object[];
}

class Planner {
  readonly #root: JsonSchema;
  readonly #ui: UiElement | undefined;
  readonly #t: Translate;

  constructor({ schema, uischema, envelope }: FormDefinition, locale: Locale) {
    this.#root = schema;
    this.#ui = uischema;
    this.#t = translator(envelope?.texts ?? {}, locale);
  }

  plan(): PlannedElement {
    const written = this.#ui !== undefined;
    const ground = { at: '', written, schema: this.#root, trail: [], around: [] };
    return this.#element(this.#ui ?? generated(this.#root, this.#root, '#'), ground);
  }

  #element(ui: UiElement, ground: Ground): PlannedElement {
    const { schema: base, trail, at, written } = ground;
    const schema = ui.scope === undefined ? undefined : schemaAt(this.#root, base, ui.scope);
    const path = ui.scope === undefined ? [] : pathOfScope(ui.scope);
    const whole = [...trail, ...path];
    const isField = ui.scope !== undefined || ui.type === 'Control';
    const kind = isField ? fieldKindOf(ui, schema) : ui.type === 'Label' ? 'label' : 'layout';
    let row: PlannedElement | undefined;
    return {
      at,
      written,
      ui,
      schema,
      kind,
      path,
      pointer: pointerOf(path),
      trail: pointerOf(whole),
      label: labelOf(ui, schema, whole, this.#t),
      description: isField ? descriptionOf(ui, schema, whole, this.#t) : '',
      options: schema && optionsOf(ui, schema, whole, this.#t),
      required: ui.scope !== undefined && isRequired(this.#root, base, ui.scope),
      children: isField
        ? this.#insideField(ui, schema, ground)
        : (ui.elements ?? []).map((child, i) =>
            this.#element(child, { ...ground, at: `${at}/elements/${i}` }),
          ),
      // Only when there is a row: a schema may contain itself.
      row: () => (row ??= this.#row(ui, schema, { ...ground, trail: whole })),
    };
  }

  /** The questions of an object that no layout has been written for; one inside itself ends there. */
  #insideField(
    ui: UiElement,
    schema: JsonSchema | undefined,
    ground: Ground,
  ): readonly PlannedElement[] {
    const { scope = '#' } = ui;
    const { properties } = schema ?? {};
    // An address is one question with parts of its own.
    if (ui.options?.format === 'address') return [];
    if (!schema || !properties || !isRecordSchema(schema)) return [];
    if (ground.around.includes(properties)) return [];
    const around = [...ground.around, properties];
    return controlsFor(this.#root, schema, scope).map((child, i) =>
      this.#element(child, { ...ground, at: `${ground.at}/${i}`, written: false, around }),
    );
  }

  #row(
    { options = {} }: UiElement,
    schema: JsonSchema | undefined,
    { at, written, trail }: Ground,
  ): PlannedElement | undefined {
    if (!isSchema(schema?.items)) return undefined;
    const items = dereferenced(this.#root, schema.items);
    const { detail } = options;
    const ground = { schema: items, trail, around: [] };
    return typeof detail === 'object'
      ? this.#element(detail, { ...ground, at: `${at}/options/detail`, written })
      : this.#element(generated(this.#root, items, '#'), {
          ...ground,
          at: `${at}/row`,
          written: false,
        });
  }
}

/** The layout JSON Forms makes up: an object's questions one below the other, or one question. */
function generated(root: JsonSchema, schema: JsonSchema, scope: string): UiElement {
  return isRecordSchema(schema)
    ? { type: 'VerticalLayout', elements: controlsFor(root, schema, scope) }
    : { type: 'Control', scope };
}

function controlsFor(root: JsonSchema, schema: JsonSchema, scope: string): readonly UiElement[] {
  return Object.keys(dereferenced(root, schema).properties ?? {}).map((name) => ({
    type: 'Control',
    scope: `${scope}/properties/${name.replace(/~/g, '~0').replace(/\//g, '~1')}`,
  }));
}

const isRecordSchema = (schema: JsonSchema): boolean =>
  schema.properties !== undefined && typesOf(schema).includes('object');

/** As JSON Forms reckons it: whether the schema around it names it in `required`. */
function isRequired(root: JsonSchema, schema: JsonSchema, scope: string): boolean {
  const steps = scope.split('/');
  const name = pathOfScope(scope).at(-1) ?? '';
  return schemaAt(root, schema, steps.slice(0, -2).join('/'))?.required?.includes(name) ?? false;
}
