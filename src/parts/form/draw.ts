/** Questions as controls: one function for each sort of thing a form is made of. */
import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { marksOf } from '../../model/form/marks.ts';
import type { ElementState, FormDefinition, Locale } from '../../model/form/index.ts';
import type { Area } from '../../ui/address-line.ts';
import '../../ui/button.ts';
import '../../ui/check.ts';
import '../../ui/choice.ts';
import '../../ui/date.ts';
import type { FieldKind as LineKind } from '../../ui/field-kinds.ts';
import '../../ui/field.ts';
import type { Shot } from '../../ui/photo.ts';
import { heldBy, nameOf, toldOf } from './answers.ts';
import { bring } from './late.ts';
import type { FormWords } from './strings.ts';

/** What a drawing needs beside the questions. */
export interface Look {
  readonly form: FormDefinition;
  readonly words: FormWords;
  readonly locale: Locale;
  readonly areas: readonly Area[];
  readonly today: string;
  /** Another number whenever more may have changed than the elements themselves: what was left, what was tried. */
  readonly turn: number;
  /** The screen has a heading of its own, and groups stand one level below it. */
  readonly headed: boolean;
  /** The sentence to show at an element; empty while nobody should be told off yet. */
  error(element: ElementState): string;
  shots(path: string): readonly Shot[];
}

/** A list this long is searched, not read. */
const LONG = 8;
/** Labels this short stand side by side. */
const SHORT = 6;

type Drawn = TemplateResult | typeof nothing;

export function drawElement(element: ElementState, look: Look): unknown {
  if (!element.visible) return nothing;
  // One key press changes one of hundreds of questions: the others are passed over.
  return guard([element, look.turn], () => draw(element, look));
}

function draw(element: ElementState, look: Look): Drawn {
  if (element.kind === 'layout') return drawLayout(element, look);
  if (element.kind === 'label') return html`<p class="words">${element.label}</p>`;
  if (element.computed) return drawComputed(element, look);
  return drawControl(element, look);
}

function drawLayout(element: ElementState, look: Look): Drawn {
  const inside = element.children.map((child) => drawElement(child, look));
  switch (element.ui.type) {
    case 'HorizontalLayout':
      return html`<div class="row">${inside}</div>`;
    case 'Group':
    case 'Category':
      return html`<section class="group" role="group" aria-label=${element.label || nothing}>
        ${element.label ? headingOf(element.label, look) : nothing}
        <div class="column">${inside}</div>
      </section>`;
    default:
      return html`<div class="column">${inside}</div>`;
  }
}

const headingOf = (label: string, { headed }: Look): TemplateResult =>
  headed ? html`<h4 class="of-group">${label}</h4>` : html`<h3 class="of-group">${label}</h3>`;

function drawComputed(element: ElementState, look: Look): Drawn {
  return html`<div class="computed">
    <span>${element.label}</span>
    <output
      >${
        element.value === undefined
          ? look.words.reckoned
          : toldOf(element, look.words, look.locale, look.areas)
      }</output
    >
    ${element.description ? html`<small>${element.description}</small>` : nothing}
  </div>`;
}

function drawControl(element: ElementState, look: Look): Drawn {
  bring(element.kind);
  switch (element.kind) {
    case 'text':
    case 'email':
    case 'date-time':
      return drawLine(element, look, 'text');
    case 'number':
      return drawLine(element, look, 'number');
    case 'id-number':
      return drawLine(element, look, 'id-number');
    case 'credit-code':
      return drawLine(element, look, 'credit-code');
    case 'phone':
      return drawLine(element, look, isLandline(element.value) ? 'text' : 'phone');
    case 'long-text':
      return drawLongText(element, look);
    case 'money':
      return html`<mulin-money
        data-key=${element.key}
        label=${element.label}
        hint=${element.description}
        error=${look.error(element)}
        ?required=${element.requiredNow}
        ?disabled=${!element.enabled && !element.readonly}
        ?readonly=${element.readonly}
        .value=${heldBy(element)}
      ></mulin-money>`;
    case 'date':
    case 'partial-date':
      return drawDate(element, look);
    case 'time':
      return drawTime(element, look);
    case 'choice':
      return drawChoice(element, look);
    case 'several':
      return html`<mulin-several
        data-key=${element.key}
        label=${element.label}
        hint=${element.description}
        error=${look.error(element)}
        ?required=${element.requiredNow}
        ?disabled=${isOff(element)}
        .options=${optionsOf(element)}
        .value=${heldBy(element)}
      ></mulin-several>`;
    case 'yes-no':
      return look.form.envelope ? drawYesNo(element, look) : drawCheck(element, look);
    case 'statement':
      return drawCheck(element, look);
    case 'address':
      return html`<mulin-address
        data-key=${element.key}
        label=${element.label}
        hint=${element.description}
        error=${look.error(element)}
        ?required=${element.requiredNow}
        ?disabled=${!element.enabled && !element.readonly}
        ?readonly=${element.readonly}
        .areas=${look.areas}
        .value=${heldBy(element)}
      ></mulin-address>`;
    case 'photo':
    case 'document':
      return html`<mulin-photo
        data-key=${element.key}
        label=${element.label}
        hint=${element.description}
        error=${look.error(element)}
        max=${mostFiles(element, look)}
        ?documents=${takesDocuments(element, look)}
        ?required=${element.requiredNow}
        ?disabled=${isOff(element)}
        .shots=${look.shots(element.path)}
      ></mulin-photo>`;
    case 'signature':
      return html`<mulin-signature
        data-key=${element.key}
        label=${element.label}
        hint=${element.description}
        error=${look.error(element)}
        ?required=${element.requiredNow}
        ?disabled=${isOff(element)}
        .value=${heldBy(element)}
      ></mulin-signature>`;
    case 'person':
    case 'object':
      return drawObject(element, look);
    case 'table':
    case 'list':
      return drawTable(element, look);
    case 'unknown':
    case 'layout':
    case 'label':
      return html`<p class="words">${element.label}：${look.words.notShown}</p>`;
  }
}

/** Neither to be worked nor only read. */
const isOff = ({ enabled, readonly }: ElementState): boolean => !enabled || readonly;

const isLandline = (value: unknown): boolean =>
  typeof value === 'string' && value !== '' && !value.startsWith('1');

function drawLine(element: ElementState, look: Look, kind: LineKind): Drawn {
  const { schema, ui, sensitive } = element;
  const unit = ui.options?.['unit'];
  return html`<mulin-field
    data-key=${element.key}
    kind=${kind}
    label=${element.label}
    hint=${element.description}
    error=${look.error(element)}
    unit=${typeof unit === 'string' ? unit : ''}
    .maxlength=${schema?.maxLength ?? Infinity}
    ?masked=${sensitive}
    ?required=${element.requiredNow}
    ?disabled=${!element.enabled && !element.readonly}
    ?readonly=${element.readonly}
    .value=${heldBy(element)}
  ></mulin-field>`;
}

function drawLongText(element: ElementState, look: Look): Drawn {
  return html`<mulin-long-text
    data-key=${element.key}
    label=${element.label}
    hint=${element.description}
    error=${look.error(element)}
    .maxlength=${element.schema?.maxLength ?? Infinity}
    .phrases=${phrasesOf(element)}
    ?required=${element.requiredNow}
    ?disabled=${!element.enabled && !element.readonly}
    ?readonly=${element.readonly}
    .value=${heldBy(element)}
  ></mulin-long-text>`;
}

const noPhrases: readonly string[] = [];
const phrasesOf = ({ ui }: ElementState): readonly string[] => {
  const { suggestion } = ui.options ?? {};
  return Array.isArray(suggestion) ? (suggestion as string[]) : noPhrases;
};

function drawDate(element: ElementState, look: Look): Drawn {
  const { kind, ui } = element;
  // Days long ago are typed; nobody turns eight hundred months back.
  const near = ui.options?.['calendar'] === true;
  return html`<mulin-date
    data-key=${element.key}
    label=${element.label}
    hint=${element.description}
    error=${look.error(element)}
    precision=${kind === 'date' ? 'day' : 'partial'}
    today=${near ? look.today : ''}
    ?required=${element.requiredNow}
    ?disabled=${!element.enabled && !element.readonly}
    ?readonly=${element.readonly}
    .value=${heldBy(element)}
  ></mulin-date>`;
}

/** JSON Schema's own `time` has seconds and an offset, which nobody types with four digits. */
function drawTime(element: ElementState, look: Look): Drawn {
  if (element.schema?.format !== 'local-time') return drawLine(element, look, 'text');
  return html`<mulin-time
    data-key=${element.key}
    label=${element.label}
    hint=${element.description}
    error=${look.error(element)}
    ?required=${element.requiredNow}
    ?disabled=${!element.enabled && !element.readonly}
    ?readonly=${element.readonly}
    .value=${heldBy(element)}
  ></mulin-time>`;
}

interface Card {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
}
const cards = new WeakMap<object, readonly Card[]>();
const noCards: readonly Card[] = [];

/** The same list each time, for the same choices. */
function optionsOf({ options }: ElementState): readonly Card[] {
  if (!options) return noCards;
  const known = cards.get(options);
  if (known) return known;
  const made = options.map(({ value, label, description }) => ({
    value: nameOf(value),
    label,
    ...(description !== undefined && { hint: description }),
  }));
  cards.set(options, made);
  return made;
}

function drawChoice(element: ElementState, look: Look): Drawn {
  const options = optionsOf(element);
  if (options.length > LONG && element.ui.options?.format !== 'radio') {
    bring('pick');
    return html`<mulin-pick
      data-key=${element.key}
      label=${element.label}
      hint=${element.description}
      error=${look.error(element)}
      ?required=${element.requiredNow}
      ?disabled=${isOff(element)}
      .options=${options}
      .value=${heldBy(element)}
    ></mulin-pick>`;
  }
  const short = options.every(({ label, hint }) => label.length <= SHORT && !hint);
  return html`<mulin-choice
    data-key=${element.key}
    label=${element.label}
    hint=${element.description}
    error=${look.error(element)}
    layout=${short ? 'row' : 'stacked'}
    ?required=${element.requiredNow}
    ?disabled=${isOff(element)}
    .options=${options}
    .value=${heldBy(element)}
  ></mulin-choice>`;
}

const answers = new WeakMap<FormWords, readonly Card[]>();

function drawYesNo(element: ElementState, look: Look): Drawn {
  const { words } = look;
  const options = answers.get(words) ?? [
    { value: 'true', label: words.yes },
    { value: 'false', label: words.no },
  ];
  answers.set(words, options);
  return html`<mulin-choice
    data-key=${element.key}
    label=${element.label}
    hint=${element.description}
    error=${look.error(element)}
    layout="row"
    ?required=${element.requiredNow}
    ?disabled=${isOff(element)}
    .options=${options}
    .value=${heldBy(element)}
  ></mulin-choice>`;
}

function drawCheck(element: ElementState, look: Look): Drawn {
  return html`<mulin-check
    data-key=${element.key}
    label=${element.label}
    hint=${element.description}
    error=${look.error(element)}
    ?required=${element.kind === 'statement' && element.requiredNow}
    ?disabled=${isOff(element)}
    .checked=${element.value === true}
  ></mulin-check>`;
}

/** Questions that belong together: a person, a place of work. */
function drawObject(element: ElementState, look: Look): Drawn {
  return html`<fieldset class="object" data-key=${element.key}>
    ${element.label ? html`<legend>${element.label}</legend>` : nothing}
    ${element.description ? html`<p class="help">${element.description}</p>` : nothing}
    ${
      element.kind === 'person' && !isOff(element)
        ? html`<mulin-read-card data-person=${element.path}></mulin-read-card>`
        : nothing
    }
    <div class="column">${element.children.map((child) => drawElement(child, look))}</div>
    ${drawErrorOf(element, look)}
  </fieldset>`;
}

function drawTable(element: ElementState, look: Look): Drawn {
  const { words } = look;
  const rows = element.children;
  const off = isOff(element);
  const full = rows.length >= (element.schema?.maxItems ?? Infinity);
  return html`<fieldset class="table">
    <legend>${element.label}</legend>
    ${element.description ? html`<p class="help">${element.description}</p>` : nothing}
    ${rows.length === 0 && !element.requiredNow ? html`<p class="help">${words.noRows}</p>` : nothing}
    ${rows.map((row, index) => drawRow(element, row, index, look, off))}
    ${drawErrorOf(element, look)}
    ${
      off || full
        ? nothing
        : html`<mulin-button data-add=${element.key}>
            <mulin-icon slot="start" name="plus"></mulin-icon>${words.add(element.label)}
          </mulin-button>`
    }
  </fieldset>`;
}

function drawRow(
  table: ElementState,
  row: ElementState,
  index: number,
  look: Look,
  off: boolean,
): Drawn {
  const label = look.words.row(index + 1);
  return html`<section class="entry" role="group" aria-label=${`${table.label} ${label}`}>
    <div class="entry-head">
      <b>${label}</b>
      ${
        off
          ? nothing
          : html`<mulin-button
              data-remove=${index}
              data-table=${table.key}
              label=${look.words.remove(`${table.label} ${label}`)}
            >
              <mulin-icon name="close"></mulin-icon>
            </mulin-button>`
      }
    </div>
    ${drawElement(row, look)}
  </section>`;
}

function drawErrorOf(element: ElementState, look: Look): Drawn {
  const error = look.error(element);
  return html`<p class="complaint" role="alert">
    ${error ? html`<mulin-icon name="warning"></mulin-icon><span>${error}</span>` : nothing}
  </p>`;
}

function mostFiles(element: ElementState, look: Look): number {
  const most = evidenceOf(element, look)?.max ?? element.schema?.maxItems;
  return most ?? (element.schema?.type === 'array' ? 6 : 1);
}

const takesDocuments = (element: ElementState, look: Look): boolean =>
  element.kind === 'document' || evidenceOf(element, look)?.kind !== 'photo';

function evidenceOf({ path }: ElementState, { form }: Look) {
  return marksOf(form).evidence.get(path.replaceAll(/\/\d+(?=\/|$)/g, ''));
}
