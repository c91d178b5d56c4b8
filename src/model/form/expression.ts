/**
 * What a form can reckon: a JSON tree, interpreted. It is no text that a parser would have to read, it ends, and it cannot
 * reach anything but the answers. What cannot be reckoned, because an answer is not there yet, is undefined.
 */
import { daysBetween, isDate, yearsBetween } from '../shared/dates.ts';
import { normalId, readResidentId } from '../shared/identity.ts';
import { pathOfScope, valueAt, type Path } from './path.ts';

export type Expression = number | string | boolean | null | Operation;
/** One operator with what it works on: `{ "+": [1, { "get": "#/properties/age" }] }`. */
export type Operation = Readonly<Record<string, unknown>>;

type List = readonly Expression[];
interface Rows {
  /** Scope of a table. */
  readonly each: string;
  /** Reckoned for every row; a plain name in `get` means an answer of the row. */
  readonly of?: Expression;
}

export interface Reckoning {
  readonly answers: unknown;
  /** The row in which plain names are looked up. */
  readonly row?: Path;
  /** The day it is, `2026-12-11`. */
  readonly today: string;
}

/** More steps than any form needs in one go; behind them everything is undefined. */
const MAX_STEPS = 100_000;

/** Reckons a tree. The same answers on the same day give the same value. */
export function reckon(expression: Expression, reckoning: Reckoning): unknown {
  let steps = 0;
  const run = (one: unknown, row: Path | undefined): unknown => {
    if (++steps > MAX_STEPS) return undefined;
    if (typeof one !== 'object' || one === null) return one;
    const [name, ...more] = Object.keys(one);
    if (name === undefined || more.length > 0 || !Object.hasOwn(operators, name)) return undefined;
    return operators[name as Operator]((one as Operation)[name], {
      ...reckoning,
      row,
      run,
    });
  };
  return run(expression, reckoning.row);
}

interface Bench extends Omit<Reckoning, 'row'> {
  readonly row: Path | undefined;
  run(expression: unknown, row: Path | undefined): unknown;
}
type Work = (operand: unknown, bench: Bench) => unknown;

const operators = {
  /** An answer: by its scope, `#/properties/income`, or by its name in the row, `income`. */
  get: (name, { answers, row = [] }) => {
    if (typeof name !== 'string') return undefined;
    return valueAt(
      answers,
      name.startsWith('#') ? pathOfScope(name) : [...row, ...name.split('.')],
    );
  },
  /** Whether there is an answer at all. */
  given: (one, { run, row }) => {
    const value = run(one, row);
    return value !== undefined && value !== null && value !== '';
  },
  today: (_, { today }) => today,

  '+': (list, bench) => fold(list, bench, (a, b) => a + b),
  '-': (list, bench) => fold(list, bench, (a, b) => a - b),
  '*': (list, bench) => fold(list, bench, (a, b) => a * b),
  '/': (list, bench) => fold(list, bench, (a, b) => (b === 0 ? undefined : a / b)),
  /** `[value, digits]` */
  round: (list, bench) =>
    fold(list, bench, (value, digits) => {
      const scale = 10 ** Math.min(6, Math.max(0, Math.trunc(digits)));
      return Math.round(value * scale) / scale;
    }),

  '=': (pair, bench) => both(pair, bench, (a, b) => a === b),
  '!=': (pair, bench) => both(pair, bench, (a, b) => a !== b),
  '<': (pair, bench) => order(pair, bench, (sign) => sign < 0),
  '<=': (pair, bench) => order(pair, bench, (sign) => sign <= 0),
  '>': (pair, bench) => order(pair, bench, (sign) => sign > 0),
  '>=': (pair, bench) => order(pair, bench, (sign) => sign >= 0),
  /** `[value, [these]]`: whether it is one of these. */
  in: (pair, { run, row }) => {
    const [one, these] = listOf(pair);
    const value = run(one, row);
    return value === undefined ? undefined : listOf(these).includes(value as Expression);
  },

  and: (list, bench) => decided(list, bench, false),
  or: (list, bench) => decided(list, bench, true),
  not: (one, { run, row }) => {
    const value = run(one, row);
    return typeof value === 'boolean' ? !value : undefined;
  },
  /** `[condition, then, else]` */
  if: (list, { run, row }): unknown => {
    const [condition, then, otherwise] = listOf(list);
    const value = run(condition, row);
    return typeof value === 'boolean' ? run(value ? then : otherwise, row) : undefined;
  },

  count: (rows, bench) => valuesOf(rows, bench).filter((value) => value !== false).length,
  sum: (rows, bench) => millionths(numbersOf(rows, bench).reduce((a, b) => a + b, 0)),
  min: (rows, bench) => least(numbersOf(rows, bench), (a, b) => a < b),
  max: (rows, bench) => least(numbersOf(rows, bench), (a, b) => a > b),
  any: (rows, bench) => valuesOf(rows, bench).includes(true),
  all: (rows, bench) => valuesOf(rows, bench).every((value) => value === true),

  /** `[birth, day]`: whole years (周岁), as {@link yearsBetween} counts them. */
  age: (pair, bench) => days(pair, bench, yearsBetween),
  /** `[from, to]`: days from one to the other. */
  days: (pair, bench) => days(pair, bench, daysBetween),
  /** The birth date in a resident identity number. */
  birthOf: (one, { run, row }) => residentOf(run(one, row))?.birth,
  /** `male` or `female`, by a resident identity number. */
  sexOf: (one, { run, row }) => residentOf(run(one, row))?.sex,
} satisfies Readonly<Record<string, Work>>;

export type Operator = keyof typeof operators;
export const operatorNames = Object.keys(operators) as readonly Operator[];

const listOf = (operand: unknown): List => (Array.isArray(operand) ? (operand as List) : []);

/** Money is reckoned with two digits, and 0.1 + 0.2 is 0.3. */
const millionths = (value: number): number => Math.round(value * 1e6) / 1e6;

function fold(
  operand: unknown,
  { run, row }: Bench,
  work: (a: number, b: number) => number | undefined,
): number | undefined {
  const values = listOf(operand).map((one) => run(one, row));
  if (values.length === 0 || !values.every((value) => typeof value === 'number')) return undefined;
  const result = values.reduce<number | undefined>(
    (a, b, i) => (i === 0 ? b : a === undefined ? undefined : work(a, b)),
    undefined,
  );
  return result === undefined || !Number.isFinite(result) ? undefined : millionths(result);
}

function both(
  operand: unknown,
  { run, row }: Bench,
  test: (a: unknown, b: unknown) => boolean,
): boolean | undefined {
  const [a, b] = listOf(operand).map((one) => run(one, row));
  return a === undefined || b === undefined ? undefined : test(a, b);
}

/** Numbers by size, texts (and so dates) by their characters; nothing else has an order. */
function order(
  operand: unknown,
  bench: Bench,
  test: (sign: number) => boolean,
): boolean | undefined {
  const [a, b] = listOf(operand).map((one) => bench.run(one, bench.row));
  if (typeof a === 'number' && typeof b === 'number') return test(a - b);
  if (typeof a === 'string' && typeof b === 'string') return test(a < b ? -1 : a > b ? 1 : 0);
  return undefined;
}

/** `and` is false as soon as one is, even if another is not known yet; `or` likewise true (Kleene). */
function decided(operand: unknown, { run, row }: Bench, by: boolean): boolean | undefined {
  const values = listOf(operand).map((one) => run(one, row));
  if (values.includes(by)) return by;
  return values.every((value) => value === !by) ? !by : undefined;
}

function valuesOf(operand: unknown, { answers, run }: Bench): readonly unknown[] {
  const { each, of = true } = (operand ?? {}) as Partial<Rows>;
  if (typeof each !== 'string') return [];
  const path = pathOfScope(each);
  const rows = valueAt(answers, path);
  return Array.isArray(rows) ? rows.map((_, i) => run(of, [...path, String(i)])) : [];
}

const numbersOf = (operand: unknown, bench: Bench): readonly number[] =>
  valuesOf(operand, bench).filter((value) => typeof value === 'number');

function least(
  numbers: readonly number[],
  before: (a: number, b: number) => boolean,
): number | undefined {
  return numbers.reduce<number | undefined>(
    (best, one) => (best === undefined || before(one, best) ? one : best),
    undefined,
  );
}

function days(
  operand: unknown,
  { run, row }: Bench,
  between: (from: string, to: string) => number,
): number | undefined {
  const [from, to] = listOf(operand).map((one) => run(one, row));
  if (typeof from !== 'string' || typeof to !== 'string') return undefined;
  return isDate(from) && isDate(to) ? between(from, to) : undefined;
}

function residentOf(value: unknown): { readonly birth: string; readonly sex: string } | undefined {
  const resident = typeof value === 'string' ? readResidentId(normalId(value)) : 'length';
  return typeof resident === 'string' ? undefined : resident;
}
