/* oxlint-disable unicorn/no-thenable -- a branch of JSON Schema is called “then” */
/** The validator that ships says of every schema and every value what ajv says, for the keywords that forms are made of. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createAjv } from '@jsonforms/core';
import * as fc from 'fast-check';
import { faultsOf, isValid } from '../../src/model/form/validator.ts';

const ajv = createAjv();

const name = fc.constantFrom('a', 'b', 'c');
const small = fc.integer({ min: 0, max: 4 });
const word = fc.constantFrom('', 'a', 'ab', 'abc', '张三', '𠮷');
const leaf = fc.oneof(
  word,
  fc.constantFrom(-1, 0, 0.5, 1, 2, 3, 1e3),
  fc.boolean(),
  fc.constant(null),
);
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    leaf,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(name, tie('value'), { maxKeys: 3, noNullPrototype: true }),
  ),
}));

/** A few of these keywords: all at once hardly any value would satisfy, and no two peers could differ. */
const fewOf = (keywords) =>
  fc
    .uniqueArray(
      fc.oneof(...Object.entries(keywords).map(([key, one]) => one.map((found) => [key, found]))),
      { maxLength: 3, selector: ([key]) => key },
    )
    .map(Object.fromEntries);

const types = ['string', 'number', 'integer', 'boolean', 'object', 'array', 'null'];
const { schema } = fc.letrec((tie) => {
  const part = tie('schema');
  const list = fc.array(part, { minLength: 1, maxLength: 3 });
  return {
    schema: fc.oneof(
      { maxDepth: 3 },
      fc.boolean(),
      fewOf({
        type: fc.oneof(
          fc.constantFrom(...types),
          fc.uniqueArray(fc.constantFrom(...types), { minLength: 1, maxLength: 3 }),
        ),
        enum: fc.uniqueArray(leaf, { minLength: 1, maxLength: 3, comparator: Object.is }),
        const: leaf,
        ...{ minLength: small, maxLength: small, minItems: small, maxItems: small },
        ...{ minimum: small, maximum: small, exclusiveMinimum: small, exclusiveMaximum: small },
        ...{ minProperties: small, maxProperties: small },
        multipleOf: fc.constantFrom(1, 2, 0.5),
        pattern: fc.constantFrom('^a', 'b$', '^.$', '^\\p{L}+$'),
        ...{ items: part, contains: part, propertyNames: part, additionalProperties: part },
        uniqueItems: fc.boolean(),
        required: fc.uniqueArray(name, { maxLength: 2 }),
        properties: fc.dictionary(name, part, { maxKeys: 3, noNullPrototype: true }),
        patternProperties: fc.dictionary(fc.constant('^a'), part, {
          maxKeys: 1,
          noNullPrototype: true,
        }),
        ...{ allOf: list, anyOf: list, oneOf: list, not: part },
        ...{ if: part, then: part, else: part },
        $ref: fc.constant('#/$defs/thing'),
      }),
    ),
  };
});

describe('the validator that ships', () => {
  test('comes to the same verdict as ajv, and names a fault exactly where there is one', () => {
    const thing = { type: ['object', 'string'], required: ['a'], minLength: 1 };
    fc.assert(
      fc.property(schema, value, (part, data) => {
        const whole = { $defs: { thing }, allOf: [part] };
        const expected = ajv.compile(whole)(data);
        const told = JSON.stringify({ part, data });
        assert.equal(isValid(whole, data), expected, told);
        assert.equal(faultsOf(whole, data).length === 0, expected, told);
      }),
      { numRuns: 1500 },
    );
  });
});
