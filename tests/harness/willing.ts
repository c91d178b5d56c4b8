/** Somebody who answers whatever is asked of them, as simply as it can be answered. */
import { creditCodeSigns, mistakeInCreditCode } from '../../src/model/shared/credit-code.ts';
import { isEmpty } from '../../src/model/form/placed.ts';
import {
  elementsOf,
  evaluate,
  pathOfPointer,
  withValue,
  type ElementState,
  type FormCtx,
  type FormDefinition,
  type FormState,
} from '../../src/model/form/index.ts';
import { bride, groom, idNumberOf, phone } from './persons.ts';

export const elder = idNumberOf('1950-03-07', 'female');
/** The code of nobody, closed by the sign that fits. */
export const creditCode = creditCodeSigns
  .split('')
  .map((sign) => `91310110MA1G8BPA1${sign}`)
  .find((code) => mistakeInCreditCode(code) === undefined)!;

export const questions = (state: FormState): ElementState[] =>
  [...elementsOf(state.root)].filter(
    ({ kind, children }) => kind !== 'layout' && kind !== 'label' && children.length === 0,
  );

const days = [
  ['/born', '2015-06-01'],
  ['/endedOn', '2020-01-01'],
  ['/from', '2026-12-12'],
  ['/to', '2026-12-31'],
] as const;

/** Something a willing person would answer. */
export function answerFor({ kind, path, options, schema }: ElementState): unknown {
  if (/woman/.test(path) && kind === 'id-number') return bride;
  if (/man/.test(path) && kind === 'id-number') return groom;
  switch (kind) {
    case 'id-number':
      return elder;
    case 'phone':
      return phone;
    case 'credit-code':
      return creditCode;
    case 'choice':
      return options?.at(path.endsWith('kind') ? 0 : -1)?.value;
    case 'several':
      return [options?.[0]?.value];
    case 'yes-no':
      return true;
    case 'statement':
      return true;
    case 'date':
      return days.find(([ending]) => path.endsWith(ending))?.[1] ?? '2026-12-20';
    case 'partial-date':
      return '2020';
    case 'number':
    case 'money':
      return Math.max(schema?.minimum ?? 1, 1);
    case 'address':
      return { district: '310110', subdistrict: '310110019', road: '国和路 1 号' };
    case 'photo':
    case 'document':
      return ['blob-1'];
    case 'table':
      return [{}];
    default:
      return schema?.pattern ? '6222020200112233445' : '住在这里三十多年了大家都很熟想多做一点事';
  }
}

/** All that must be answered, and nothing else. */
export function willingAnswers(form: FormDefinition, ctx: FormCtx): unknown {
  let answers: unknown = {};
  let state = evaluate(form, answers, ctx);
  for (let round = 0; round < 200 && !state.verdict.ok; round++) {
    const next = questions(state).find(
      ({ visible, requiredNow, value, computed }) =>
        visible && requiredNow && !computed && isEmpty(value),
    );
    if (!next) break;
    answers = withValue(answers, pathOfPointer(next.path), answerFor(next));
    state = evaluate(form, answers, ctx, state);
  }
  return answers;
}
