/** The form that is filled in for a service. */
import * as Type from 'typebox';
import { answer, query, refuse, type Answer, type Ctx } from '../shared/law.ts';
import type { Subdistrict } from '../shared/place.ts';
import { Id, type Text } from '../shared/text.ts';
import type { FormDefinition } from './definition.ts';

/** The slice of a pack that forms are read from. */
export interface FormPack {
  readonly zone: string;
  readonly forms: readonly FormDefinition[];
  /** Which form is filled in for which service. */
  readonly cases: readonly { readonly service: string; readonly form: string }[];
  readonly subdistricts: readonly Subdistrict[];
}

/** The forms of some services, and what their addresses are chosen from. */
export interface OfferedForms {
  /** Which form is filled in for which service, in the order asked for; several services may share one. */
  readonly services: readonly { readonly service: string; readonly form: string }[];
  /** Each form once. */
  readonly forms: readonly FormDefinition[];
  readonly areas: readonly Subdistrict[];
  readonly zone: string;
}

/** The form of a service; without one it can't be applied for here. */
function formFor(
  { forms, cases }: Pick<FormPack, 'forms' | 'cases'>,
  service: string,
): FormDefinition | undefined {
  const rule = cases.find((one) => one.service === service);
  return rule && forms.find(({ id }) => id === rule.form);
}

export const forServices = query({
  name: 'form.for-services',
  input: Type.Object(
    { services: Type.Array(Id, { minItems: 1, maxItems: 8 }) },
    { additionalProperties: false },
  ),
  who: ['anonymous', 'device', 'citizen', 'staff'],
  reads: () => [],
  answer(
    _docs,
    { services },
    { pack: { zone, subdistricts, ...pack } }: Ctx<FormPack>,
  ): Answer<OfferedForms, 'form.none'> {
    const found = services.map((service) => ({ service, form: formFor(pack, service) }));
    const forms = [...new Set(found.flatMap(({ form }) => form ?? []))];
    const none = found.findIndex(({ form }) => !form);
    if (none >= 0) return refuse('form.none', { at: `/services/${none}` });
    return answer({
      services: found.map(({ service, form }) => ({ service, form: form?.id ?? '' })),
      forms,
      areas: subdistricts,
      zone,
    });
  },
});

/** What can be looked at beforehand (甄别), form by form. */
export interface Screenings {
  /** Those the form is filled in for. */
  readonly services: readonly string[];
  /** What its rules are about: 低保、特困供养、临时救助. */
  readonly about: readonly Text[];
}

export const screenings = query({
  name: 'form.screenings',
  input: Type.Object({}, { additionalProperties: false }),
  who: ['anonymous', 'device', 'citizen', 'staff'],
  reads: () => [],
  answer: (_docs, _input, { pack }: Ctx<FormPack>): Answer<readonly Screenings[], never> =>
    answer(
      pack.forms.flatMap(({ id, envelope }) => {
        const services = pack.cases.filter(({ form }) => form === id);
        const about = (envelope?.screening ?? []).map(({ name }) => name);
        return services.length > 0 && about.length > 0
          ? [{ services: services.map(({ service }) => service), about }]
          : [];
      }),
    ),
});
