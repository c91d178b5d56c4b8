/** What is said about a fault: the author's own sentence, or the house's. */
import { normalId, readResidentId } from '../shared/identity.ts';
import type { FieldKind } from './field-kind.ts';
import { formWords } from './strings.ts';
import type { Locale, Translate } from './texts.ts';
import type { Fault } from './validator.ts';

interface Faulty {
  readonly label: string;
  readonly kind: FieldKind | 'layout' | 'label';
  readonly value: unknown;
  /** What the author's keys begin with, see `prefixOf`. */
  readonly prefix: string;
}

/**
 * The author's sentence stands, as in JSON Forms, under `<prefix>.error.custom` for whatever is wrong,
 * `<prefix>.error.<keyword>` for one keyword, or `error.<keyword>` for the whole form.
 */
export function sentenceFor(fault: Fault, about: Faulty, locale: Locale, t: Translate): string {
  const { prefix } = about;
  return (
    t(`${prefix}.error.custom`, undefined) ??
    t(`${prefix}.error.${fault.keyword}`, undefined) ??
    t(`error.${fault.keyword}`, undefined) ??
    ours(fault, about, locale)
  );
}

function ours({ keyword, params }: Fault, { label, kind, value }: Faulty, locale: Locale): string {
  const words = formWords[locale];
  const limit = Number(params.limit);
  switch (keyword) {
    case 'required':
      return words.missing(label, kind);
    case 'type':
      return wrongType(params.type, label, kind, locale);
    case 'minLength':
      if (limit === 1) return words.missing(label, kind);
      return words.tooShort({ label, limit, has: lengthOf(value) });
    case 'maxLength':
      return words.tooLong({ label, limit, has: lengthOf(value) });
    case 'minItems':
      if (limit === 1) return words.missing(label, kind);
      return words.tooFew({ label, limit, has: lengthOf(value) }, kind);
    case 'maxItems':
      return words.tooMany({ label, limit, has: lengthOf(value) }, kind);
    case 'minimum':
      return words.tooSmall(label, limit);
    case 'exclusiveMinimum':
      return words.notAbove(label, limit);
    case 'maximum':
      return words.tooLarge(label, limit);
    case 'exclusiveMaximum':
      return words.notBelow(label, limit);
    case 'multipleOf':
      return wrongStep(Number(params.multipleOf), label, locale);
    case 'pattern':
      return words.pattern(label);
    case 'format':
      return wrongFormat(String(params.format), label, value, locale);
    case 'const':
      return kind === 'statement' ? words.missing(label, kind) : words.notOffered(label);
    case 'enum':
    case 'oneOf':
    case 'anyOf':
      return kind === 'choice' || kind === 'several' ? words.notOffered(label) : words.other(label);
    case 'uniqueItems':
      return words.twice(label);
    case 'additionalProperties':
    case 'unevaluatedProperties':
    case 'boolean':
      return words.notAsked(label);
    case 'evidence':
      return words.evidence({ label, limit, has: lengthOf(value) });
    default:
      return words.other(label);
  }
}

function wrongType(type: unknown, label: string, kind: Faulty['kind'], locale: Locale): string {
  const words = formWords[locale];
  if (kind === 'number' || kind === 'money')
    return type === 'integer' ? words.notWhole(label) : words.notNumber(label);
  return words.missing(label, kind);
}

/** 0.01 is two digits after the point, to whoever writes an amount. */
function wrongStep(step: number, label: string, locale: Locale): string {
  const words = formWords[locale];
  if (step === 1) return words.notWhole(label);
  const digits = -Math.round(Math.log10(step));
  return digits > 0 && digits < 7 && Number(`1e${-digits}`) === step
    ? words.tooFine(label, digits)
    : words.notMultiple(label, step);
}

function wrongFormat(format: string, label: string, value: unknown, locale: Locale): string {
  const words = formWords[locale];
  if (format !== 'resident-id') return words.formats[format] ?? words.other(label);
  const mistake = typeof value === 'string' ? readResidentId(normalId(value)) : 'length';
  return words.residentId[typeof mistake === 'string' ? mistake : 'other'];
}

/** Characters as people count them, also those beyond the first plane, as in rare names. */
const lengthOf = (value: unknown): number =>
  typeof value === 'string' ? [...value].length : Array.isArray(value) ? value.length : 0;
