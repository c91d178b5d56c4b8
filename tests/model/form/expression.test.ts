import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { operatorNames, reckon, type Expression } from '../../../src/model/form/expression.ts';
import { groom } from '../../harness/persons.ts';

const today = '2026-12-11';
const on = (answers: unknown, tree: Expression): unknown => reckon(tree, { answers, today });
const get = (name: string): Expression => ({ get: `#/properties/${name}` });

/** Any tree at all: sound ones, nonsense, and whatever a hostile file might hold. */
const { tree } = fc.letrec<{ tree: Expression }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.oneof(fc.integer(), fc.string(), fc.boolean(), fc.constant(null)),
    fc
      .tuple(
        fc.constantFrom(...operatorNames, '__proto__', 'constructor', 'eval'),
        fc.oneof(
          tie('tree'),
          fc.array(tie('tree'), { maxLength: 3 }),
          fc.constantFrom('#/properties/a', 'toString'),
          fc.record({ each: fc.constant('#/properties/rows'), of: tie('tree') }),
        ),
      )
      .map(([name, operand]) => ({ [name]: operand })),
  ) as fc.Arbitrary<Expression>,
}));

describe('what a form reckons', () => {
  it('never throws, never hangs and gives the same twice, whatever the tree and the answers', () => {
    fc.assert(
      fc.property(tree, fc.jsonValue(), (one, answers) => {
        const value = on(answers, one);
        expect(on(answers, one)).to.deep.equal(value);
        if (typeof value === 'number') expect(Number.isFinite(value)).to.equal(true);
      }),
      { numRuns: 400 },
    );
  });

  it('ends, however the rows multiply', () => {
    const rows = Array.from({ length: 400 }, () => ({ a: 1 }));
    const inner: Expression = { sum: { each: '#/properties/rows', of: { get: 'a' } } };
    const twice: Expression = { sum: { each: '#/properties/rows', of: inner } };
    const thrice: Expression = { sum: { each: '#/properties/rows', of: twice } };
    const start = performance.now();
    on({ rows }, thrice);
    expect(performance.now() - start).to.be.below(5000);
  });

  it('adds money to the cent', () => {
    const cents = fc.array(fc.integer({ min: 0, max: 10_000_000 }), { maxLength: 30 });
    fc.assert(
      fc.property(cents, (amounts) => {
        const rows = amounts.map((cent) => ({ amount: cent / 100 }));
        const total = on({ rows }, { sum: { each: '#/properties/rows', of: { get: 'amount' } } });
        expect(total).to.equal(amounts.reduce((a, b) => a + b, 0) / 100);
      }),
    );
    expect(on({}, { '+': [0.1, 0.2] })).to.equal(0.3);
    expect(on({}, { round: [{ '/': [100, 3] }, 2] })).to.equal(33.33);
  });

  it('says nothing about what is not answered yet, and “and”, “or” say what is certain all the same', () => {
    expect(on({}, { '>': [get('a'), 1] })).to.equal(undefined);
    expect(on({}, { '+': [get('a'), 1] })).to.equal(undefined);
    expect(on({}, { not: get('a') })).to.equal(undefined);
    expect(on({}, { and: [false, { '>': [get('a'), 1] }] })).to.equal(false);
    expect(on({}, { or: [true, { '>': [get('a'), 1] }] })).to.equal(true);
    expect(on({}, { and: [true, { '>': [get('a'), 1] }] })).to.equal(undefined);
    expect(on({ a: '' }, { given: get('a') })).to.equal(false);
  });

  it('does not divide by nothing and does not compare a number with a word', () => {
    expect(on({}, { '/': [1, 0] })).to.equal(undefined);
    expect(on({}, { '<': [1, '2'] })).to.equal(undefined);
    expect(on({}, { '<': ['2026-02-01', '2026-10-01'] })).to.equal(true);
  });

  it('reads birth, age and sex from an identity number, and counts days', () => {
    const answers = { id: groom };
    expect(on(answers, { birthOf: get('id') })).to.equal('1998-05-20');
    expect(on(answers, { sexOf: get('id') })).to.equal('male');
    expect(on(answers, { age: [{ birthOf: get('id') }, { today: true }] })).to.equal(28);
    expect(on(answers, { days: ['2026-12-01', { today: true }] })).to.equal(10);
    expect(on({ id: '310110' }, { birthOf: get('id') })).to.equal(undefined);
  });

  it('reaches nothing but the answers', () => {
    expect(on({}, { get: '#/properties/constructor' })).to.equal(undefined);
    expect(on({}, { get: '__proto__.polluted' })).to.equal(undefined);
  });
});
