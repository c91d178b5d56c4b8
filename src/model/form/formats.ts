/** The formats that this house adds to those of JSON Schema: what a citizen's papers carry. */
import { mistakeInCreditCode } from '../shared/credit-code.ts';
import { isDate } from '../shared/dates.ts';
import { holderOf, isMobile } from '../shared/identity.ts';
import { knowFormat } from './validator.ts';

/** A day, or only its month or year where nobody knows more: `1958`, `1958-03`, `1958-03-07`. */
export function isPartialDate(text: string): boolean {
  const full = text + '0000-01-01'.slice(text.length);
  return /^\d{4}(?:-\d\d(?:-\d\d)?)?$/.test(text) && isDate(full);
}

/** A mainland mobile, or a landline with its area code: `13812345678`, `021-55550001`. */
export function isPhone(number: string): boolean {
  return isMobile(number) || /^0\d{2,3}-?\d{7,8}(?:-\d{1,6})?$/.test(number);
}

/** Every format of ours, with the test a text must pass. */
export const ownFormats: Readonly<Record<string, (text: string) => boolean>> = {
  'resident-id': (text) => holderOf(text) === 'resident',
  // Passes carry no check digit: a slip in an identity number could look like one, so they have a format of their own.
  'identity-number': (text) =>
    ['resident', 'residence-permit', 'foreign-permanent'].includes(holderOf(text)),
  'travel-pass': (text) => ['hk-macao-pass', 'taiwan-pass'].includes(holderOf(text)),
  'credit-code': (text) => mistakeInCreditCode(text) === undefined,
  'partial-date': isPartialDate,
  mobile: isMobile,
  phone: isPhone,
  'local-time': (text) => /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(text),
};

for (const [name, test] of Object.entries(ownFormats)) knowFormat(name, test);
