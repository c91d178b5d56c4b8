/** Between what a control holds and what an answer is, and an answer in words. */
import { fullDayName, monthName } from '../../i18n/index.ts';
import type { ElementState, Locale, Option } from '../../model/form/index.ts';
import { isRecord } from '../../model/form/path.ts';
import { isEmpty } from '../../model/form/placed.ts';
import { isDate } from '../../model/shared/days.ts';
import { maskIdNumber, maskPhone } from '../../model/shared/masking.ts';
import { yuanOf } from '../../model/shared/money.ts';
import { addressLine, type Address, type Area } from '../../ui/address-line.ts';
import type { MulinCheck } from '../../ui/check.ts';
import type { FormWords } from './strings.ts';

/** What stands for a value in a control of choices. */
export const nameOf = (value: unknown): string =>
  typeof value === 'string' ? value : JSON.stringify(value);

const valueNamed = (options: readonly Option[] | undefined, name: string): unknown =>
  options?.find(({ value }) => nameOf(value) === name)?.value;

/** An answer as its control holds it. */
export function heldBy({ kind, value }: ElementState): string {
  if (value === undefined || value === null) return '';
  switch (kind) {
    case 'several':
      return Array.isArray(value) && value.length > 0 ? JSON.stringify(value.map(nameOf)) : '';
    case 'photo':
    case 'document':
      return JSON.stringify(value);
    case 'address':
      return isRecord(value) ? JSON.stringify(value) : '';
    default:
      return nameOf(value);
  }
}

/** The answer that a control holds; undefined for none. */
export function answerIn(
  element: ElementState,
  control: HTMLElement & { readonly value: string },
): unknown {
  const { kind, options, schema } = element;
  if (control.localName === 'mulin-check') return checkedIn(kind, control as MulinCheck);
  const { value } = control;
  if (value === '') return undefined;
  switch (kind) {
    case 'number':
      return numberIn(value);
    case 'money':
      return Number(value);
    case 'yes-no':
      return value === 'true';
    case 'choice':
      return valueNamed(options, value);
    case 'several':
      return (JSON.parse(value) as string[]).map((name) => valueNamed(options, name));
    case 'address':
      return JSON.parse(value) as unknown;
    case 'photo':
    case 'document': {
      const ids = JSON.parse(value) as string[];
      return schema?.type === 'string' ? ids[0] : ids;
    }
    default:
      return value;
  }
}

/** A statement is accepted or not said at all; a box to tick from elsewhere is yes or no. */
function checkedIn(kind: ElementState['kind'], { checked }: MulinCheck): boolean | undefined {
  return kind === 'statement' && !checked ? undefined : checked;
}

/** What is no number stays as it was typed, so that the form can say so. */
function numberIn(text: string): number | string {
  const number = Number(text);
  return Number.isFinite(number) && /\d/.test(text) ? number : text;
}

/** An answer as a person reads it over; masked where others in the room must not. */
export function toldOf(
  element: ElementState,
  words: FormWords,
  locale: Locale,
  areas: readonly Area[],
): string {
  const { kind, value, options, sensitive } = element;
  if (isEmpty(value)) return words.nothing;
  const labelOf = (one: unknown): string =>
    options?.find((option) => nameOf(option.value) === nameOf(one))?.label ?? nameOf(one);
  switch (kind) {
    case 'choice':
      return labelOf(value);
    case 'several':
      return Array.isArray(value) ? value.map(labelOf).join(words.between) : nameOf(value);
    case 'yes-no':
      return value === true ? words.yes : words.no;
    case 'statement':
      return words.accepted;
    case 'money':
      return typeof value === 'number' ? words.money(yuanOf(value)) : nameOf(value);
    case 'date':
    case 'partial-date':
      return dateTold(nameOf(value), locale);
    case 'address':
      return isRecord(value) ? addressLine(value as Address, areas) : nameOf(value);
    case 'photo':
    case 'document':
      return words.files(Array.isArray(value) ? value.length : 1);
    case 'signature':
      return words.signed;
    case 'id-number':
      return sensitive ? maskIdNumber(nameOf(value)) : nameOf(value);
    case 'phone':
      return sensitive ? maskPhone(nameOf(value)) : nameOf(value);
    default:
      return sensitive ? '*'.repeat(nameOf(value).length) : nameOf(value);
  }
}

function dateTold(date: string, locale: Locale): string {
  if (!isDate(date.padEnd(10, '-01'))) return date;
  if (date.length === 10) return fullDayName(locale, date);
  return date.length === 7 ? monthName(locale, date) : date;
}
