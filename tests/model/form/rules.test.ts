import { expect } from '@open-wc/testing';
import {
  evaluate,
  type JsonSchema,
  type Rule,
  type UiElement,
} from '../../../src/model/form/index.ts';
import { column, control, noon, pair, see, shown } from '../../harness/forms.ts';

const schema: JsonSchema = {
  type: 'object',
  properties: {
    married: { type: 'boolean' },
    children: { type: 'integer' },
    spouse: { type: 'string' },
    home: {
      type: 'object',
      properties: { floor: { type: 'integer' }, lift: { type: 'boolean' } },
    },
    household: {
      type: 'array',
      items: {
        type: 'object',
        properties: { works: { type: 'boolean' }, income: { type: 'number' } },
      },
    },
  },
};

const spouseIf = (rule: Rule): UiElement => column(control('married'), control('spouse', { rule }));
const on = (name: string, condition: JsonSchema, more = {}): Rule['condition'] => ({
  scope: `#/properties/${name}`,
  schema: condition,
  ...more,
});

describe('a form written for JSON Forms behaves as it does there', () => {
  it('shows, hides, enables and disables by a condition', () => {
    const yes = { married: true };
    const no = { married: false };
    const look = (effect: Rule['effect'], answers: object): [boolean, boolean] => {
      const rule = { effect, condition: on('married', { const: true }) };
      const { visible, enabled } = see(pair(schema, spouseIf(rule)), answers, '/spouse');
      return [visible, enabled];
    };
    expect([look('SHOW', yes), look('SHOW', no)]).to.eql([[true, true], [false, true]]); // prettier-ignore
    expect([look('HIDE', yes), look('HIDE', no)]).to.eql([[false, true], [true, true]]); // prettier-ignore
    expect([look('ENABLE', yes), look('ENABLE', no)]).to.eql([[true, true], [true, false]]); // prettier-ignore
    expect([look('DISABLE', yes), look('DISABLE', no)]).to.eql([[true, false], [true, true]]); // prettier-ignore
  });

  it('an answer that is not there fulfils what does not ask for one', () => {
    const seen = (condition: JsonSchema, more = {}): boolean => {
      const rule: Rule = { effect: 'SHOW', condition: on('children', condition, more) };
      return see(pair(schema, spouseIf(rule)), {}, '/spouse').visible;
    };
    expect(seen({ minimum: 3 })).to.equal(true);
    expect(seen({})).to.equal(true);
    expect(seen({ not: { const: 3 } })).to.equal(true);
    expect(seen({ const: 3 })).to.equal(false);
    expect(seen({ enum: [1, 2] })).to.equal(false);
    expect(seen({ type: 'integer' })).to.equal(false);
    expect(seen({ minimum: 3 }, { failWhenUndefined: true })).to.equal(false);
    expect(seen({}, { failWhenUndefined: true })).to.equal(false);
  });

  it('a rule on the whole form sees what is missing in it', () => {
    const rule: Rule = {
      effect: 'SHOW',
      condition: { scope: '#', schema: { required: ['married'] } },
    };
    const definition = pair(schema, spouseIf(rule));
    expect(see(definition, {}, '/spouse').visible).to.equal(false);
    expect(see(definition, { married: false }, '/spouse').visible).to.equal(true);
    // No answers at all is nothing that could lack one.
    expect(see(definition, undefined, '/spouse').visible).to.equal(true);
  });

  it('conditions are joined by AND and OR, and a leaf compares as it stands', () => {
    const leaf = (name: string, expectedValue: unknown): Rule['condition'] => ({
      type: 'LEAF',
      scope: `#/properties/${name}`,
      expectedValue,
    });
    const seen = (condition: Rule['condition'], answers: object): boolean =>
      see(pair(schema, spouseIf({ effect: 'SHOW', condition })), answers, '/spouse').visible;
    const both = [leaf('married', true), leaf('children', 2)];
    expect(seen({ type: 'AND', conditions: both }, { married: true, children: 2 })).to.equal(true);
    expect(seen({ type: 'AND', conditions: both }, { married: true })).to.equal(false);
    expect(seen({ type: 'OR', conditions: both }, { children: 2 })).to.equal(true);
    expect(seen({ type: 'OR', conditions: both }, { children: '2' })).to.equal(false);
    expect(seen({ type: 'AND', conditions: [] }, {})).to.equal(true);
    expect(seen({ type: 'OR', conditions: [] }, {})).to.equal(false);
    expect(seen(leaf('married', undefined), {})).to.equal(true);
  });

  it('a condition of a sort nobody knows is fulfilled', () => {
    const condition = { type: 'WEATHER', scope: '#/properties/married' };
    const rule: Rule = { effect: 'SHOW', condition };
    expect(see(pair(schema, spouseIf(rule)), {}, '/spouse').visible).to.equal(true);
  });

  it('what stands in something hidden is not seen, even if its own rule would show it', () => {
    const condition = on('married', { const: true });
    const inner = control('spouse', { rule: { effect: 'SHOW', condition } });
    const group: UiElement = {
      type: 'Group',
      label: 'Family',
      elements: [inner],
      rule: { effect: 'HIDE', condition },
    };
    expect(see(pair(schema, column(group)), { married: true }, '/spouse').visible).to.equal(false);
  });

  it('a disabled layout disables what has no word of its own', () => {
    const disabled: UiElement = {
      ...column(
        control('married'),
        control('children', { options: { readonly: false } }),
        control('spouse', { rule: { effect: 'ENABLE', condition: { scope: '#', schema: {} } } }),
      ),
      rule: { effect: 'DISABLE', condition: { scope: '#', schema: {} } },
    };
    const state = evaluate(pair(schema, disabled), {}, noon);
    expect(shown(state, '/married').enabled).to.equal(false);
    expect(shown(state, '/children').enabled).to.equal(true);
    expect(shown(state, '/spouse').enabled).to.equal(true);
  });

  it('what the schema or the layout calls read-only is disabled, and a rule speaks first', () => {
    const fixed: JsonSchema = {
      type: 'object',
      properties: { a: { type: 'string', readOnly: true }, b: { type: 'string' } },
    };
    const state = evaluate(
      pair(fixed, column(control('a'), control('b', { options: { readonly: true } }))),
      {},
      noon,
    );
    for (const path of ['/a', '/b']) {
      expect(shown(state, path).enabled, path).to.equal(false);
      expect(shown(state, path).readonly, path).to.equal(true);
    }
    const always = { scope: '#', schema: {} };
    const writable = control('a', { rule: { effect: 'ENABLE', condition: always } });
    expect(see(pair(fixed, column(writable)), {}, '/a').enabled).to.equal(true);
  });

  it('a rule inside a row looks at the row, and with root at the whole form', () => {
    const table = (condition: Rule['condition']): UiElement =>
      control('household', {
        options: {
          detail: column(
            control('works'),
            control('income', { rule: { effect: 'SHOW', condition } }),
          ),
        },
      });
    const answers = { married: true, household: [{ works: true }, { works: false }] };
    const ofRow = evaluate(pair(schema, table(on('works', { const: true }))), answers, noon);
    expect(shown(ofRow, '/household/0/income').visible).to.equal(true);
    expect(shown(ofRow, '/household/1/income').visible).to.equal(false);
    const married = on('married', { const: true }, { root: true });
    const ofForm = evaluate(pair(schema, table(married)), answers, noon);
    expect(shown(ofForm, '/household/1/income').visible).to.equal(true);
  });

  it('an element may have one rule to be seen and another to be enabled', () => {
    const field = control('spouse', {
      rule: { effect: 'SHOW', condition: on('married', { const: true }) },
      rules: [
        {
          effect: 'DISABLE',
          condition: on('children', { minimum: 3 }, { failWhenUndefined: true }),
        },
      ],
    });
    const { visible, enabled } = see(
      pair(schema, column(field)),
      { married: true, children: 4 },
      '/spouse',
    );
    expect([visible, enabled]).to.eql([true, false]);
  });

  it('names an answer by title, label, key or its own name, in this order of authority', () => {
    const labelled: JsonSchema = {
      type: 'object',
      properties: { firstName: { type: 'string' }, birth: { type: 'string', title: 'Birthday' } },
    };
    const label = (ui: UiElement, path: string): string => see(pair(labelled, ui), {}, path).label;
    expect(label(control('firstName'), '/firstName')).to.equal('First Name');
    expect(label(control('birth'), '/birth')).to.equal('Birthday');
    expect(label(control('birth', { label: 'Born' }), '/birth')).to.equal('Born');
    expect(label(control('birth', { label: false }), '/birth')).to.equal('');
    expect(label(control('birth', { label: { text: 'B', show: false } }), '/birth')).to.equal('');
  });

  it('without a layout the questions stand in the order of the schema', () => {
    const state = evaluate(pair(schema), {}, noon);
    expect(state.root.children.map(({ path }) => path)).to.eql([
      ...['/married', '/children', '/spouse', '/home', '/household'],
    ]);
    expect(state.root.written).to.equal(false);
    expect(shown(state, '/home/floor').kind).to.equal('number');
  });

  it('marks as required what the schema around an answer requires, nested and in rows', () => {
    const nested: JsonSchema = {
      type: 'object',
      required: ['a'],
      properties: {
        a: { type: 'string' },
        b: { $ref: '#/$defs/person' },
        list: { type: 'array', items: { $ref: '#/$defs/person' } },
      },
      $defs: {
        person: { type: 'object', required: ['name'], properties: { name: { type: 'string' } } },
      },
    };
    const ui = column(
      control('a'),
      { type: 'Control', scope: '#/properties/b/properties/name' },
      control('list'),
    );
    const state = evaluate(pair(nested, ui), { list: [{}] }, noon);
    for (const path of ['/a', '/b/name', '/list/0/name'])
      expect(shown(state, path).required, path).to.equal(true);
    expect(shown(state, '/list').required).to.equal(false);
  });
});
