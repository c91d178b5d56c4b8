import { expect } from '@open-wc/testing';
import type { FormDefinition } from '../../../src/model/form/index.ts';
import { formMistakes } from '../../../src/model/form/lint.ts';
import { column, control, form, text } from '../../harness/forms.ts';

const sound = (): FormDefinition =>
  form(
    {
      type: 'object',
      required: ['name'],
      properties: {
        name: { type: 'string' },
        alone: { type: 'boolean' },
        floor: { type: 'string', enum: ['low', 'high'] },
        rent: { type: 'number' },
        total: { type: 'number' },
      },
    },
    column(
      control('name'),
      control('alone'),
      control('floor', {
        rule: {
          effect: 'SHOW',
          condition: { scope: '#/properties/alone', schema: { const: true } },
        },
      }),
      control('rent'),
      control('total'),
    ),
    {
      texts: {
        'name.label': text('姓名', 'Name'),
        'alone.label': text('一个人住吗？', 'Do you live alone?'),
        'floor.label': text('楼层', 'Floor'),
        'floor.low': text('三楼以下', 'Below the third'),
        'floor.high': text('三楼以上', 'Third and above'),
        'rent.label': text('房租', 'Rent'),
        'total.label': text('合计', 'Total'),
      },
      computed: [
        { target: '#/properties/total', value: { '+': [{ get: '#/properties/rent' }, 1] } },
      ],
    },
  );

/** The sentences about a form that was sound before `spoil` had it. */
function told(spoil: (draft: Draft) => void): string[] {
  const draft = JSON.parse(JSON.stringify(sound())) as Draft;
  spoil(draft);
  return formMistakes(draft as unknown as FormDefinition).map(
    ({ path, sentence }) => `${path}: ${sentence}`,
  );
}
interface Draft {
  schema: { required: string[]; properties: Record<string, Record<string, unknown>> };
  uischema: { elements: Record<string, unknown>[] };
  envelope: Record<string, unknown> & { texts: Record<string, unknown> };
}
const shownIf = (scope: string, schema: unknown): object => ({
  effect: 'SHOW',
  condition: { scope, schema },
});

describe('the checker of forms', () => {
  it('has nothing against a sound form', () => {
    expect(formMistakes(sound())).to.eql([]);
  });

  it('finds a question nobody can ever see', () => {
    const never = told(({ uischema }) => {
      uischema.elements[2]!.rule = shownIf('#/properties/alone', { const: 'yes' });
    });
    expect(never).to.eql([
      '/uischema/elements/2/rule: never lets anybody see this: “alone” is never answered so',
    ]);
    const apart = told(({ uischema }) => {
      uischema.elements[2] = {
        type: 'Group',
        rule: shownIf('#/properties/alone', { const: false }),
        elements: [uischema.elements[2]],
      };
    });
    expect(apart[0]).to.contain('its conditions on “alone” contradict each other');
  });

  it('finds two questions that wait for each other', () => {
    const circle = told(({ uischema }) => {
      uischema.elements[1]!.rule = shownIf('#/properties/floor', { const: 'low' });
    });
    expect(circle).to.eql([
      '/uischema/elements/1: is never seen: its rule waits for its own answer',
      '/uischema/elements/2: is never seen: its rule waits for its own answer',
    ]);
  });

  it('finds rules that contradict each other or the schema', () => {
    const twice = told(({ uischema }) => {
      uischema.elements[2]!.rules = [{ ...shownIf('#/properties/alone', {}), effect: 'HIDE' }];
    });
    expect(twice[0]).to.contain('has SHOW and HIDE, which may contradict each other');
    const required = told(({ schema }) => void schema.required.push('floor'));
    expect(required).to.eql([
      '/uischema/elements/2/scope: is always required, but a rule can hide it; require it in an if/then with the same condition',
    ]);
  });

  it('finds words it does not know', () => {
    expect(told(({ schema }) => void (schema.properties.name!.minLenght = 2))).to.eql([
      '/schema/properties/name/minLenght: is not a keyword of JSON Schema 2020-12',
    ]);
    expect(told(({ schema }) => void (schema.properties.name!.format = 'shoe-size'))).to.eql([
      '/schema/properties/name/format: is “shoe-size”, a format nobody knows',
    ]);
    expect(told(({ schema }) => void (schema.properties.name!.pattern = '('))[0]).to.contain(
      'no regular expression',
    );
    expect(told(({ uischema }) => void (uischema.elements[0]!.type = 'Contol'))[0]).to.contain(
      'is “Contol”, an element nobody knows',
    );
    const condition = { scope: '#/properties/alone' };
    expect(
      told(({ uischema }) => void (uischema.elements[2]!.rule = { effect: 'SHOW', condition }))[0],
    ).to.contain('a condition of a sort nobody knows, which always holds');
  });

  it('finds scopes and names that lead nowhere', () => {
    expect(told(({ uischema }) => void (uischema.elements[0]!.scope = '#/properties/nam'))).to.eql([
      '/uischema/elements/0/scope: is “#/properties/nam”, which the schema does not have',
    ]);
    const value = { '+': [{ get: '#/properties/rant' }, 1] };
    const computed = [{ target: '#/properties/total', value }];
    expect(told(({ envelope }) => void (envelope.computed = computed))).to.eql([
      '/envelope/computed/0/value/+/0/get: looks at “#/properties/rant”, which is not there',
    ]);
  });

  it('finds a value that is reckoned from itself or from a later one', () => {
    const value = { '+': [{ get: '#/properties/total' }, 1] };
    const computed = [{ target: '#/properties/total', value }];
    expect(told(({ envelope }) => void (envelope.computed = computed))).to.eql([
      '/envelope/computed/0/value: looks at “total”, which is reckoned from it',
    ]);
  });

  it('finds what is said in one language only, and choices without a label', () => {
    const oneLabel = told(({ envelope, schema }) => {
      delete envelope.texts['rent.label'];
      schema.properties.rent!.title = '房租';
    });
    expect(oneLabel).to.eql([
      '/uischema/elements/3: says “房租” in every language; put both under the text “rent.label”',
    ]);
    expect(told(({ envelope }) => void delete envelope.texts['floor.low'])).to.eql([
      '/uischema/elements/2: offers low without a label in both languages; put it under the text “floor.low”',
    ]);
    expect(told(({ envelope }) => void (envelope.texts['rnet.label'] = text('房', 'R')))).to.eql([
      '/envelope/texts/rnet.label: is a text that nobody reads: no element has this key',
    ]);
  });

  it('finds a question nobody needs, and one that nobody asks', () => {
    const options = { review: false, export: false };
    expect(told(({ uischema }) => void (uischema.elements[0]!.options = options))).to.eql([
      '/uischema/elements/0: asks for what nobody needs: no rule, no review and no export uses the answer',
    ]);
    // A rule looks at this one.
    expect(told(({ uischema }) => void (uischema.elements[1]!.options = options))).to.eql([]);
    expect(told(({ schema }) => void (schema.properties.age = { type: 'integer' }))).to.eql([
      '/schema/properties/age: is in the schema, but no question asks it',
    ]);
  });
});
