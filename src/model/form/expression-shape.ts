import * as Type from 'typebox';
import type { Expression as Tree, Operator } from './expression.ts';

const closed = { additionalProperties: false } as const;
const one = (): Type.TSchema => Type.Ref('Expression');
const list = (minItems: number, maxItems = 64): Type.TSchema =>
  Type.Array(one(), { minItems, maxItems });
const rows = (): Type.TSchema =>
  Type.Object({ each: Type.String(), of: Type.Optional(one()) }, closed);
const literal = [Type.Number(), Type.String(), Type.Boolean(), Type.Null()];

const operands: Readonly<Record<Operator, Type.TSchema>> = {
  get: Type.String(),
  given: one(),
  today: Type.Literal(true),
  ...{ '+': list(1), '-': list(2), '*': list(1), '/': list(2, 2), round: list(2, 2) },
  ...{ '=': list(2, 2), '!=': list(2, 2), '<': list(2, 2), '<=': list(2, 2) },
  ...{ '>': list(2, 2), '>=': list(2, 2) },
  in: Type.Tuple([one(), Type.Array(Type.Union(literal))]),
  ...{ and: list(1), or: list(1), not: one(), if: list(3, 3) },
  ...{ count: rows(), sum: rows(), min: rows(), max: rows(), any: rows(), all: rows() },
  ...{ age: list(2, 2), days: list(2, 2), birthOf: one(), sexOf: one() },
};

/** The shape of a tree: a plain value, or an object with one operator. */
export const Expression = Type.Unsafe<Tree>(
  Type.Cyclic(
    {
      Expression: Type.Union([
        ...literal,
        Type.Object(
          Object.fromEntries(
            Object.entries(operands).map(([name, operand]) => [name, Type.Optional(operand)]),
          ),
          { ...closed, minProperties: 1, maxProperties: 1 },
        ),
      ]),
    },
    'Expression',
  ),
);
