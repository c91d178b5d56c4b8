/** The form that is filled in for a service. */
import * as Type from 'typebox';
import { answer, query, refuse, type Answer, type Ctx } from '../shared/law.ts';
import type { Subdistrict } from '../shared/place.ts';
import { Id } from '../shared/text.ts';
import type { FormDefinition } from './definition.ts';

/** The slice of a pack that forms are read from. */
export interface FormPack {
  readonly zone: string;
  readonly forms: readonly FormDefinition[];
  /** Which form is filled in for which service. */
  readonly cases: readonly { readonly service: string; readonly form: string }[];
  readonly subdistricts: readonly Subdistrict[];
}

/** A form, and what its addresses are chosen from. */
export interface OfferedForm {
  readonly form: FormDefinition;
  readonly areas: readonly Subdistrict[];
  readonly zone: string;
}

/** The form of a service; without one it can't be applied for here. */
export function formFor(
  { forms, cases }: Pick<FormPack, 'forms' | 'cases'>,
  service: string,
): FormDefinition | undefined {
  const rule = cases.find((one) => one.service === service);
  return rule && forms.find(({ id }) => id === rule.form);
}

export const forService = query({
  name: 'form.for-service',
  input: Type.Object({ service: Id }, { additionalProperties: false }),
  who: ['anonymous', 'device', 'citizen', 'staff'],
  reads: () => [],
  answer(
    _docs,
    { service },
    { pack: { zone, subdistricts, ...pack } }: Ctx<FormPack>,
  ): Answer<OfferedForm, 'form.none'> {
    const form = formFor(pack, service);
    return form
      ? answer({ form, areas: subdistricts, zone })
      : refuse('form.none', { at: '/service' });
  },
});
