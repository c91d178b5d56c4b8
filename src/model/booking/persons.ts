/** Who an appointment is for, and whether they may have it on that day. */
import { yearsBetween } from '../shared/dates.ts';
import { isMobile, readResidentId } from '../shared/identity.ts';
import { refuse, type Refusal } from '../shared/law.ts';
import type { Bookable } from './rules.ts';

export interface PersonInput {
  readonly role: string;
  readonly idNumber: string;
}

export type PersonRefusal =
  | 'person.missing'
  | 'person.id-length'
  | 'person.id-birth-date'
  | 'person.id-check-digit'
  | 'person.wrong-sex'
  | 'person.too-young'
  | 'person.same-twice'
  | 'phone.invalid';

/**
 * The first thing wrong with the persons, or nothing. Ages count on the day of the appointment (for a marriage: 22 and
 * 20 years, Civil Code 1047).
 */
export function mistakeInPersons(
  bookable: Bookable,
  persons: readonly PersonInput[],
  date: string,
): Refusal<PersonRefusal> | undefined {
  for (const [i, rule] of bookable.persons.entries()) {
    const mistake = mistakeInPerson(rule, persons, i, date);
    if (mistake) return mistake;
  }
  return undefined;
}

/** As {@link mistakeInPersons}, for the number of one person only, so that a field can say it at once. */
export function mistakeInPerson(
  rule: Bookable['persons'][number],
  persons: readonly PersonInput[],
  index: number,
  date: string,
): Refusal<PersonRefusal> | undefined {
  const at = `/persons/${index}/idNumber`;
  const person = persons[index];
  if (person?.role !== rule.role) return refuse('person.missing', { at }).refusal;
  const id = readResidentId(person.idNumber);
  if (typeof id === 'string') return refuse(`person.id-${id}`, { at }).refusal;
  if (id.birth > date) return refuse('person.id-birth-date', { at }).refusal; // nobody comes before being born
  if (rule.sex && rule.sex !== id.sex) return refuse('person.wrong-sex', { at }).refusal;
  if (rule.minAge !== undefined && yearsBetween(id.birth, date) < rule.minAge) {
    return refuse('person.too-young', { at, facts: { minAge: rule.minAge } }).refusal;
  }
  if (persons.slice(0, index).some(({ idNumber }) => idNumber === person.idNumber)) {
    return refuse('person.same-twice', { at }).refusal;
  }
  return undefined;
}

export function mistakeInPhone(phone: string): Refusal<PersonRefusal> | undefined {
  return isMobile(phone) ? undefined : refuse('phone.invalid', { at: '/phone' }).refusal;
}
