/** Sentences of an application, and of why it could not be handed in. */
import { words, type Locale } from '../i18n/index.ts';
import type { Refusal } from '../model/shared/law.ts';
import type { Fault } from '../gateway/contract.ts';
import { troubleWords, type Sentence } from '../ui/sentences.ts';

/** Whatever a command answers with but that it was done. */
export type NotSent =
  | { readonly status: 'refused'; readonly refusal: Refusal }
  | { readonly status: 'fault'; readonly fault: Fault }
  | { readonly status: 'pending' };

export const applicationWords = words(
  {
    waiting: '正在打开表格……',
    leave: '返回',
    back: '回去改',
    done: '办好了',
    submit: '提交',
    keep: '先存下来，下次接着填',
    still: '您刚才填的都还在',
    goOn: '上次填的都在这里',
    stillNext: '请接着填。签名要重新签。',
    anew: '从头填',
    newer: '这张表有了新的版本',
    again: (questions: string): string => `这几项问法变了，请重新填：${questions}。别的都还在。`,
    lost: (forms: string): string => `${forms}变动太大，请重新填。对不起，让您多费工夫。`,
    tailTitle: '留 4 位数字，以后好查',
    tail: '自己定 4 位数字',
    tailHint: '没有留手机号，以后凭回执码和这 4 位数字查办件，请记牢。',
  },
  {
    waiting: 'Opening the form…',
    leave: 'Back',
    back: 'Go back and change',
    done: 'Done',
    submit: 'Hand in',
    keep: 'Keep it and go on later',
    still: 'All you filled in is still here',
    goOn: 'All you filled in last time is here',
    stillNext: 'Please go on. The signature is made anew.',
    anew: 'Begin anew',
    newer: 'There is a newer version of this form',
    again: (questions: string): string =>
      `These questions have changed; please answer them again: ${questions}. The rest is kept.`,
    lost: (forms: string): string =>
      `${forms}: too much has changed, please fill it in again. We are sorry for the extra work.`,
    tailTitle: 'Choose four digits to look it up by',
    tail: 'Four digits of your own',
    tailHint:
      'Without a phone number, the receipt opens with its code and these four digits. Please keep them in mind.',
  },
);

const refusals = words<Readonly<Record<string, Sentence>>>(
  {
    'form.none': { title: '这件事不能在这里填表', next: '请到窗口办理，带上身份证。' },
    'case.form-changed': {
      title: '这张表刚刚换了新的',
      next: '请按“返回”，再打开一次，照新的填。对不起，让您多跑一趟。',
    },
    'case.no-such-service': { title: '这件事现在不能在这里申请', next: '请到窗口办理。' },
    'case.no-such-form': { title: '这张表现在不收了', next: '请到窗口办理。' },
    'case.answers-wrong': {
      title: '还有一处不对，没有交上去',
      next: '您填的都还在，请看一看标红的地方。',
    },
    'evidence.too-large': { title: '有一张照片太大', next: '请去掉它，重新拍一张。别的都还在。' },
    'evidence.too-many': { title: '照片太多了', next: '请去掉几张再交。别的都还在。' },
    'evidence.not-found': { title: '有一张照片没有传上去', next: '请再按一次“提交”。' },
    'draft.not-found': {
      title: '没有查到这份暂存',
      next: '请核对暂存码和 4 位数字。过了保存日期的，请重新填。',
    },
    'draft.stays-here': { title: '这张表不能存下来再填', next: '请在这里填完，或到窗口办理。' },
    'case.code-typo': { title: '暂存码好像按错了一位', next: '请对着单子再看一遍。' },
    other: { title: '没有交上去', next: '您填的都还在。请再按一次；还不行，请到窗口。' },
  },
  {
    'form.none': {
      title: 'This can’t be applied for here',
      next: 'Please go to a counter with your ID card.',
    },
    'case.form-changed': {
      title: 'The form has just been replaced',
      next: 'Please press “Back” and open it again. We are sorry for the extra work.',
    },
    'case.no-such-service': {
      title: 'This can’t be applied for here now',
      next: 'Please go to a counter.',
    },
    'case.no-such-form': {
      title: 'This form is no longer taken',
      next: 'Please go to a counter.',
    },
    'case.answers-wrong': {
      title: 'Something is not right yet, so it was not handed in',
      next: 'All you filled in is kept. Please look at what is marked red.',
    },
    'evidence.too-large': {
      title: 'One photo is too large',
      next: 'Please remove it and take it again. Everything else is kept.',
    },
    'evidence.too-many': {
      title: 'Too many photos',
      next: 'Please remove some. Everything else is kept.',
    },
    'evidence.not-found': {
      title: 'One photo did not arrive',
      next: 'Please press “Hand in” again.',
    },
    'draft.not-found': {
      title: 'We found no such form',
      next: 'Please compare the code and the 4 digits. After its last day it has to be filled in anew.',
    },
    'draft.stays-here': {
      title: 'This form can’t be kept for later',
      next: 'Please finish it here, or go to a counter.',
    },
    'case.code-typo': {
      title: 'One digit of the code seems wrong',
      next: 'Please compare it with the slip.',
    },
    other: {
      title: 'It was not handed in',
      next: 'All you filled in is kept. Please press again; if it fails, go to a counter.',
    },
  },
);

export function applicationTrouble(locale: Locale, trouble: NotSent): Sentence {
  const { faults, refusals: common } = troubleWords[locale];
  const own = refusals[locale];
  const otherwise = own['other'] as Sentence;
  if (trouble.status === 'fault') return faults[trouble.fault.code];
  if (trouble.status === 'pending') return otherwise;
  const { code, facts = {} } = trouble.refusal;
  const shared = common[code as keyof typeof common] as
    Sentence | ((facts: object) => Sentence) | undefined;
  return own[code] ?? (typeof shared === 'function' ? shared(facts) : shared) ?? otherwise;
}
