/** What to tell a person when something was refused or broke, whatever the part: what happened, and what to do next. */
import type { CommonRefusal, FaultCode } from '../gateway/contract.ts';
import { words } from '../i18n/words.ts';
import type { Refusal } from '../model/shared/law.ts';

export interface Sentence {
  readonly title: string;
  readonly next: string;
}

export const troubleWords = words<{
  readonly faults: Readonly<Record<FaultCode, Sentence>>;
  readonly refusals: Readonly<Record<Exclude<CommonRefusal, 'guess.wait'>, Sentence>> & {
    readonly 'guess.wait': (facts: NonNullable<Refusal['facts']>) => Sentence;
  };
  readonly retry: string;
}>(
  {
    faults: {
      offline: { title: '现在连不上大厅', next: '您填的都还在，等一会儿再试一次。' },
      'store-unavailable': {
        title: '这台机器暂时记不下来',
        next: '什么都没有改动。请再试一次；还不行，请换一台机器或到窗口。',
      },
      'disk-full': {
        title: '这台机器存满了',
        next: '什么都没有改动。请换一台机器，或告诉工作人员。',
      },
      busy: { title: '同时办理的人多', next: '什么都没有改动，请再按一次。' },
      'insecure-page': {
        title: '这个网址不安全，不能填个人信息',
        next: '请用 https 开头的网址打开，或告诉工作人员。',
      },
      sealed: {
        title: '这份记录在这台机器上打不开',
        next: '请带身份证到窗口查询。',
      },
      unknown: {
        title: '机器出了点问题',
        next: '您填的都还在。请再试一次；还不行，请到窗口。',
      },
    },
    refusals: {
      'input.invalid': { title: '有一项填得不对', next: '请再看一遍填的内容。' },
      'actor.not-allowed': { title: '这里不能办这件事', next: '请到窗口办理。' },
      'law.unknown': { title: '这里还不能办这件事', next: '请到窗口办理。' },
      'guess.wait': ({ minutes = 15 }) => ({
        title: '没对上的次数太多了',
        next: `为了保护大家的预约，请过 ${minutes} 分钟再试；急着办，请带身份证到窗口。`,
      }),
    },
    retry: '再试一次',
  },
  {
    faults: {
      offline: {
        title: 'The hall can’t be reached just now',
        next: 'What you filled in is kept. Please try again in a moment.',
      },
      'store-unavailable': {
        title: 'This terminal can’t save anything at the moment',
        next: 'Nothing was changed. Please try again, or use another terminal or a counter.',
      },
      'disk-full': {
        title: 'This terminal has no room left',
        next: 'Nothing was changed. Please use another terminal, or tell the staff.',
      },
      busy: {
        title: 'Many people are booking right now',
        next: 'Nothing was changed. Please press again.',
      },
      'insecure-page': {
        title: 'This address is not safe for personal details',
        next: 'Please open it with https, or tell the staff.',
      },
      sealed: {
        title: 'This record can’t be opened on this terminal',
        next: 'Please bring your ID card to a counter.',
      },
      unknown: {
        title: 'Something went wrong on our side',
        next: 'What you filled in is kept. Please try again, or go to a counter.',
      },
    },
    refusals: {
      'input.invalid': {
        title: 'One detail is not right',
        next: 'Please look over what you filled in.',
      },
      'actor.not-allowed': { title: 'This can’t be done here', next: 'Please go to a counter.' },
      'law.unknown': { title: 'This can’t be done here yet', next: 'Please go to a counter.' },
      'guess.wait': ({ minutes = 15 }) => ({
        title: 'Too many attempts did not match',
        next: `To protect everybody’s appointments, please try again in ${minutes} minutes, or bring your ID card to a counter.`,
      }),
    },
    retry: 'Try again',
  },
);
