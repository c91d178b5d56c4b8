/**
 * The official tests of JSON Schema 2020-12, all that every validator is required to pass, through the validator that ships.
 * It differs in two things, and both are meant: a format is a rule here and not a remark, and a schema is complete in itself.
 * Whoever writes a form that needs more is told so by the checker, by name.
 */
import { expect } from '@open-wc/testing';
import type { JsonSchema } from '../../../src/model/form/index.ts';
import { formMistakes } from '../../../src/model/form/lint.ts';
import { faultsOf, isValid } from '../../../src/model/form/validator.ts';
import { pair } from '../../harness/forms.ts';

interface Group {
  readonly description: string;
  readonly schema: JsonSchema | boolean;
  readonly tests: readonly {
    readonly description: string;
    readonly data: unknown;
    readonly valid: boolean;
  }[];
}

const files = [
  ...['additionalProperties', 'allOf', 'anchor', 'anyOf', 'boolean_schema', 'const', 'contains'],
  ...['content', 'default', 'defs', 'dependentRequired', 'dependentSchemas', 'dynamicRef', 'enum'],
  ...['exclusiveMaximum', 'exclusiveMinimum', 'format', 'id', 'if-then-else'],
  ...['infinite-loop-detection', 'items', 'maxContains', 'maxItems', 'maxLength', 'maxProperties'],
  ...['maximum', 'minContains', 'minItems', 'minLength', 'minProperties', 'minimum', 'multipleOf'],
  ...['not', 'oneOf', 'pattern', 'patternProperties', 'prefixItems', 'properties'],
  ...['propertyNames', 'ref', 'refRemote', 'required', 'type', 'unevaluatedItems'],
  ...['unevaluatedProperties', 'uniqueItems', 'unknownKeyword', 'vocabulary'],
];

const groupsIn = async (file: string): Promise<readonly Group[]> => {
  const { href } = new URL(`json-schema-test-suite/${file}.json`, import.meta.url);
  return (await fetch(href)).json() as Promise<readonly Group[]>;
};

/** What the house judges otherwise, as `file: schema: test`. */
const othersIn = (file: string, { description, schema, tests }: Group): readonly string[] =>
  tests
    .filter(({ data, valid }) => {
      const verdict = isValid(schema as JsonSchema, data);
      // It names a fault exactly where there is one, whatever the verdict.
      expect(faultsOf(schema as JsonSchema, data).length === 0, description).to.equal(verdict);
      return verdict !== valid;
    })
    .map((test) => `${file}: ${description}: ${test.description}`);

describe('the official test suite of JSON Schema 2020-12', () => {
  let count = 0;
  const judgedOtherwise = new Map<Group, readonly string[]>();

  before(async () => {
    for (const file of files)
      for (const group of await groupsIn(file)) {
        count += group.tests.length;
        const others = othersIn(file, group);
        if (others.length > 0) judgedOtherwise.set(group, others);
      }
  });

  it('is there whole', () => {
    expect(count).to.equal(1301);
  });

  it('is passed, but for formats, which are rules here, and for schemas that lie elsewhere', () => {
    const others = [...judgedOtherwise.values()].flat();
    const formats = others.filter((one) => one.endsWith('is only an annotation by default'));
    const elsewhere = others.filter((one) => !formats.includes(one));
    expect(formats).to.have.length(19);
    expect(new Set(elsewhere.map((one) => one.split(':')[0]))).to.eql(
      new Set(['defs', 'dynamicRef', 'ref', 'refRemote', 'vocabulary']),
    );
    expect(elsewhere).to.have.length(24);
  });

  it('whoever writes a form with what it does not take is told so by name', () => {
    for (const [{ schema }, [name = '']] of judgedOtherwise) {
      if (name.startsWith('format:') || typeof schema === 'boolean') continue;
      const told = formMistakes(pair(schema)).map(({ path, sentence }) => `${path} ${sentence}`);
      expect(told.join('\n'), name).to.match(/\$(ref|schema|id) .*(complete in itself|2020-12)/);
    }
  });

  it('what judges and draws by different schemas is refused, although the validator knows it', () => {
    const words = (schema: JsonSchema): readonly string[] =>
      formMistakes(pair({ type: 'object', properties: { a: schema } })).map(
        ({ path, sentence }) => `${path.split('/').at(-1)} ${sentence}`,
      );
    expect(words({ $dynamicRef: '#thing' })).to.eql([
      '$dynamicRef finds its schema only when an answer is judged, so no question can be drawn from it; write $ref',
    ]);
    expect(words({ $anchor: 'thing', $dynamicAnchor: 'other' })).to.eql([
      '$anchor names a place, but a form refers by path: “#/$defs/…”',
      '$dynamicAnchor names a place, but a form refers by path: “#/$defs/…”',
    ]);
    expect(words({ $id: 'https://example.org/thing' })).to.eql([
      '$id begins a schema of its own, but a form is complete in itself',
    ]);
    expect(words({ $ref: '#thing' })).to.eql(['$ref is “#thing”, which leads nowhere']);
    expect(words({ $vocabulary: {} })).to.eql([
      '$vocabulary makes a language of its own, but a form speaks JSON Schema 2020-12',
    ]);
  });
});
