/** A form with a question of every kind there is. */
import type { FormDefinition, JsonSchema } from '../../src/model/form/index.ts';
import { column, control, form, text } from './forms.ts';

const choice = { type: 'string', enum: ['red', 'green'] } as const;
const kinds: Readonly<Record<string, readonly [JsonSchema, options?: object]>> = {
  words: [{ type: 'string' }],
  story: [{ type: 'string' }, { multi: true, suggestion: ['一个人住'] }],
  count: [{ type: 'integer' }],
  rent: [{ type: 'number', multipleOf: 0.01 }, { format: 'money' }],
  day: [{ type: 'string', format: 'date' }],
  born: [{ type: 'string', format: 'partial-date' }],
  from: [{ type: 'string', format: 'local-time' }],
  colour: [choice],
  town: [{ type: 'string', enum: Array.from({ length: 12 }, (_, i) => `town-${i}`) }],
  rooms: [{ type: 'array', uniqueItems: true, items: choice }],
  alone: [{ type: 'boolean' }],
  true: [{ const: true }],
  number: [{ type: 'string', format: 'identity-number' }],
  code: [{ type: 'string', format: 'credit-code' }],
  tel: [{ type: 'string', format: 'phone' }],
  mail: [{ type: 'string', format: 'email' }],
  home: [{ type: 'object', properties: { road: { type: 'string' } } }, { format: 'address' }],
  person: [{ type: 'object', properties: { name: { type: 'string' } } }, { format: 'person' }],
  rows: [{ type: 'array', items: { type: 'object', properties: { name: { type: 'string' } } } }],
  photo: [{ type: 'array', items: { type: 'string' } }, { format: 'photo' }],
  paper: [{ type: 'array', items: { type: 'string' } }, { format: 'document' }],
  name: [{ type: 'string' }, { format: 'signature' }],
};

export const namesOfKinds = Object.keys(kinds);

export const everyKind: FormDefinition = form(
  {
    type: 'object',
    properties: Object.fromEntries(Object.entries(kinds).map(([name, [schema]]) => [name, schema])),
  },
  column(
    ...Object.entries(kinds).map(([name, [, options]]) =>
      control(name, options ? { options: { ...options } } : {}),
    ),
  ),
  {
    title: text('什么都问', 'All there is to ask'),
    evidence: [
      { target: '#/properties/photo', kind: 'photo', min: 0, max: 2 },
      { target: '#/properties/paper', kind: 'either', min: 0, max: 2 },
    ],
    signature: [{ target: '#/properties/name', by: text('本人', 'Yourself') }],
    texts: Object.fromEntries(namesOfKinds.map((name) => [`${name}.label`, text(name, name)])),
  },
);
