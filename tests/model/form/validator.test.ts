/* oxlint-disable unicorn/no-thenable -- a branch of JSON Schema is called “then” */
import { expect } from '@open-wc/testing';
import type { JsonSchema } from '../../../src/model/form/index.ts';
import { ownFormats } from '../../../src/model/form/formats.ts';
import { faultsOf, isValid } from '../../../src/model/form/validator.ts';
import { bride, groom } from '../../harness/persons.ts';

const faults = (schema: JsonSchema, value: unknown): string[] =>
  faultsOf(schema, value).map(({ keyword, at }) => `${keyword} ${at}`);

describe('the validator', () => {
  it('names everything that is missing, one by one', () => {
    expect(faults({ required: ['a', 'b', 'c/d'] }, { b: 1 })).to.eql([
      'required /a',
      'required /c~1d',
    ]);
    expect(faults({ dependentRequired: { a: ['b', 'c'] } }, { a: 1, c: 2 })).to.eql([
      'required /b',
    ]);
  });

  it('looks inside a branch that holds, however deep, and follows references there', () => {
    const schema: JsonSchema = {
      $defs: { person: { type: 'object', required: ['name'] } },
      allOf: [
        {
          if: { properties: { married: { const: true } }, required: ['married'] },
          then: {
            required: ['since'],
            properties: { spouse: { $ref: '#/$defs/person' } },
            if: { properties: { abroad: { const: true } }, required: ['abroad'] },
            then: { required: ['country'] },
          },
        },
      ],
    };
    expect(faults(schema, { married: true, spouse: {}, abroad: true })).to.have.members([
      ...['required /since', 'required /spouse/name', 'required /country'],
    ]);
    expect(faults(schema, { married: false })).to.eql([]);
    const rows: JsonSchema = { properties: { rows: { items: schema } } };
    expect(faults({ ...rows, $defs: schema.$defs }, { rows: [{}, { married: true }] })).to.eql([
      'required /rows/1/since',
    ]);
  });

  it('tells a wrong choice once, not once for every choice there is', () => {
    const choice = {
      oneOf: [
        { const: 'a', title: 'A' },
        { const: 'b', title: 'B' },
      ],
    };
    expect(faults({ properties: { x: choice } }, { x: 'q' })).to.eql(['oneOf /x']);
    expect(
      faults({ properties: { x: { anyOf: [{ type: 'string' }, { minimum: 3 }] } } }, { x: 1 }),
    ).to.eql(['anyOf /x']);
  });

  it('tells more than eight things at once', () => {
    const names = Array.from({ length: 30 }, (_, i) => `q${i}`);
    const properties = Object.fromEntries(names.map((name) => [name, { type: 'string' }]));
    const answers = Object.fromEntries(names.map((name) => [name, 1]));
    expect(faults({ properties }, answers)).to.have.length(30);
  });

  it('judges an answer that is not there as JSON Forms does', () => {
    expect(isValid({ minimum: 3 }, undefined)).to.equal(true);
    expect(isValid({ const: 3 }, undefined)).to.equal(false);
    expect(isValid({ required: ['a'] }, undefined)).to.equal(true);
  });

  it('knows the numbers on a citizen’s papers', () => {
    const fits = (format: string, text: string): boolean => isValid({ format }, text);
    expect([groom, bride].map((number) => fits('resident-id', number))).to.eql([true, true]);
    expect(fits('resident-id', groom.slice(0, 17) + (groom.endsWith('1') ? '2' : '1'))).to.equal(
      false,
    );
    // Eight digits are a Taiwan pass and must not pass for half an identity number.
    expect([fits('identity-number', '12345678'), fits('travel-pass', '12345678')]).to.eql([
      false,
      true,
    ]);
    for (const text of ['1958', '1958-03', '2024-02-29'])
      expect(fits('partial-date', text), text).to.equal(true);
    for (const text of ['58', '1958-13', '2023-02-29', '1958-03-', ''])
      expect(fits('partial-date', text), text).to.equal(false);
    for (const text of ['13912345678', '021-55550001', '02155550001'])
      expect(fits('phone', text), text).to.equal(true);
    for (const text of ['12345', '139123456789', '110'])
      expect(fits('phone', text), text).to.equal(false);
    expect(Object.keys(ownFormats)).to.include('credit-code');
  });
});
