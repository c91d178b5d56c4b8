/** Who an appointment is for, and whether they may have it on that day. */
import { yearsBetween } from '../shared/dates.ts';
import { isMobile, normalId, readResidentId } from '../shared/identity.ts';
import { refuse, type Refusal } from '../shared/law.ts';
import type { PersonRule } from './rules.ts';

export interface PersonInput {
  readonly role: string;
  readonly idNumber: string;
}

export type PersonRefusal =
  | 'person.missing'
  | 'person.too-many'
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
  visit: { readonly persons: readonly PersonRule[] },
  persons: readonly PersonInput[],
  date: string,
): Refusal<PersonRefusal> | undefined {
  const typed = persons.map(({ role, idNumber }) => ({ role, idNumber: normalId(idNumber) }));
  for (const [i, rule] of visit.persons.entries()) {
    const mistake = mistakeInPerson(rule, typed, i, date);
    if (mistake) return mistake;
  }
  // Left out in silence they would come in vain.
  const most = visit.persons.length;
  if (persons.length > most) {
    return refuse('person.too-many', { at: `/persons/${most}`, facts: { most } }).refusal;
  }
  return undefined;
}

/** As {@link mistakeInPersons}, for the number of one person only, so that a field can say it at once. */
export function mistakeInPerson(
  rule: PersonRule,
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
