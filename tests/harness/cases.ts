/** A centre that takes applications for meals and for care at home, and shorthands for those who apply and decide. */
import type { InputOf } from '../../src/gateway/contract.ts';
import type { CaseRule } from '../../src/model/case/rules.ts';
import type { FormDefinition } from '../../src/model/form/definition.ts';
import type { Pack } from '../../src/model/pack.ts';
import type { Actor } from '../../src/model/shared/law.ts';
import type { Text } from '../../src/model/shared/text.ts';
import { as, done } from './booked.ts';
import type { Court } from './court.ts';
import { placeOf, registryPack, serviceOf, text } from './packs.ts';
import { idNumberOf } from './persons.ts';

export const decider: Actor = { kind: 'staff', id: 'wang', roles: ['case'] };
export const colleague: Actor = { kind: 'staff', id: 'zhao', roles: ['case'] };

export const ruleFor = (service: string, changes: Partial<CaseRule> = {}): CaseRule => ({
  service,
  form: service,
  checks: [
    { id: 'identity', what: text('身份证明', 'Proof of identity') },
    { id: 'residence', what: text('居住证明', 'Proof of residence') },
  ],
  decide: { count: 10, unit: 'workdays' },
  answer: { count: 5, unit: 'workdays' },
  reasons: [
    {
      id: 'fits',
      decision: 'granted',
      text: text('符合老年助餐的条件。', 'The conditions for meals are met.'),
    },
    {
      id: 'not-resident',
      decision: 'refused',
      text: text('不住在本区。', 'Does not live in the district.'),
    },
  ],
  keepDays: 30,
  ...changes,
});

/** What is asked of somebody who wants to be brought meals, or cared for. */
export const formFor = (id: string, title: Text): FormDefinition => ({
  id,
  version: 1,
  schema: {
    type: 'object',
    properties: {
      idNumber: { type: 'string', title: '身份证号码', minLength: 5 },
      phone: { type: 'string', title: '手机号', minLength: 11 },
      meals: {
        type: 'string',
        title: '要送哪一餐',
        oneOf: [
          { const: 'lunch', title: '午餐' },
          { const: 'both', title: '午餐和晚餐' },
        ],
      },
    },
    required: ['meals'],
  },
  uischema: {
    type: 'VerticalLayout',
    elements: ['idNumber', 'phone', 'meals'].map((name) => ({
      type: 'Control',
      scope: `#/properties/${name}`,
    })),
  },
  envelope: {
    title,
    services: [id],
    sample: true,
    texts: {},
    draft: { allow: 'take-along', keepDays: 14 },
    sensitive: ['#/properties/idNumber'],
  },
});

export const casePack = (changes: Partial<Pack> = {}): Pack =>
  registryPack({
    home: 'centre',
    places: [placeOf('centre'), placeOf('registry')],
    services: [
      serviceOf('meals', text('老年助餐', 'Meals for seniors'), ['centre']),
      serviceOf('care', text('家庭照护床位', 'Care at home'), ['centre']),
      serviceOf('marriage', text('结婚登记', 'Marriage'), ['registry']),
    ],
    cases: [ruleFor('meals'), ruleFor('care')],
    forms: [
      formFor('meals', text('老年助餐申请', 'Meals for seniors')),
      formFor('care', text('家庭照护床位申请', 'Care at home')),
    ],
    ...changes,
  });

export const elder = idNumberOf('1950-03-08', 'female');
export const elderPhone = '13800001234';
export const tail = '1234';

/** What an old lady fills in to be brought meals. */
export const mealAnswers = (idNumber = elder, phone = elderPhone) => ({
  idNumber,
  phone,
  meals: 'lunch',
});

type Submit = InputOf<'case.submit'>;

export const mealsOf = (
  idNumber = elder,
  phone = elderPhone,
  services: readonly string[] = ['meals'],
): Submit => ({
  cases: services.map((service) => ({
    service,
    formId: service,
    formVersion: 1,
    answers: mealAnswers(idNumber, phone),
  })),
  persons: [{ role: 'applicant', idNumber }],
  phone,
  evidence: [],
});

/** Hands in an application, and gives its receipt. */
export const submitted = async (court: Court, input: Submit = mealsOf()) =>
  done(await court.send('case.submit', input));

export const meals = (code: string) => ({ code, service: 'meals' });
export const own = (code: string) => ({ code, service: 'meals', phoneTail: tail });

/** The case as the desk sees it. */
export const atDesk = (court: Court, code: string, service = 'meals') =>
  as(court, decider, async () => {
    const reply = await court.read('case.file', { code, service });
    if (!reply.ok) throw new Error(reply.refusal.code);
    return reply.value;
  });

/** Sends something as a clerk who has the case before them as it is now. */
export const byClerk = async <Name extends 'case.check' | 'case.ask' | 'case.decide'>(
  court: Court,
  name: Name,
  code: string,
  input: Omit<InputOf<Name>, 'code' | 'service' | 'sequence'>,
  actor: Actor = decider,
) => {
  const { sequence } = (await atDesk(court, code)).case;
  return as(court, actor, () => court.sendAnything(name, { ...meals(code), sequence, ...input }));
};

/** A clerk takes it on and finds everything right. */
export async function checked(court: Court, code: string): Promise<void> {
  done(await as(court, decider, () => court.send('case.claim', meals(code))));
  for (const check of ['identity', 'residence'])
    done(await byClerk(court, 'case.check', code, { check, found: 'right' }));
}

/** From the first look to the decision. */
export async function granted(court: Court, code: string): Promise<void> {
  await checked(court, code);
  done(await byClerk(court, 'case.decide', code, { outcome: 'granted', reason: 'fits' }));
}

/** The first bytes say what it is; the rest is of that length. */
export const jpegOf = (bytes: number): string => `/9j/${'A'.repeat(Math.ceil(bytes / 3) * 4 - 4)}`;

export const uuidOf = (n: number): string =>
  `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
export const photo = (n: number, bytes = 300) =>
  ({
    bundle: uuidOf(900),
    id: uuidOf(n),
    item: '/photos',
    name: `${n}.jpg`,
    type: 'image/jpeg',
    data: jpegOf(bytes),
  }) as const;
