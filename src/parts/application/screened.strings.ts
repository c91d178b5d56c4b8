/** Sentences of a screening. It promises nothing and refuses nobody. */
import { words } from '../../i18n/index.ts';

export const screenedWords = words(
  {
    title: '先看一看合不合适',
    intro: '这是按您填的估计的，不算数。每一样您都可以申请，最后由工作人员核对了再定。',
    outcome: {
      likely: '多半可以',
      unlikely: '可能不行',
      'needs-person': '要请人看一看',
    },
    basis: (basis: string): string => `依据：${basis}`,
    want: (name: string): string => `我要申请${name}`,
    form: '去填申请表',
    hand: '提交',
    further: '接着填',
    none: '请先选一样要申请的。要请人看，也可以到窗口问。',
    back: '返回修改',
    counter: '想先问问人？请到窗口，说是来做困难甄别的，不用取材料。',
  },
  {
    title: 'A first look',
    intro:
      'This is an estimate from what you filled in and decides nothing. You may apply for any of it; the staff check it in the end.',
    outcome: {
      likely: 'Likely',
      unlikely: 'Unlikely',
      'needs-person': 'Somebody has to look at it',
    },
    basis: (basis: string): string => `Based on: ${basis}`,
    want: (name: string): string => `I want to apply for ${name}`,
    form: 'To the form',
    hand: 'Hand in',
    further: 'Go on',
    none: 'Please choose what to apply for, or ask at a counter.',
    back: 'Back and change',
    counter: 'Would you rather ask somebody? Come to a counter; you need no papers for that.',
  },
);
