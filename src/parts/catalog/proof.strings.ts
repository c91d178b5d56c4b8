/** Sentences of the form that asks for a code and the end of a phone number. */
import { words } from '../../i18n/index.ts';

export const proofWords = words(
  {
    codeHint: '10 位数字，在回执上',
    typo: (code: string) => `${code}好像按错了一位。请对着回执再看一遍。`,
    phoneTail: '手机号后四位',
    phoneTailHint: '当时填的手机号',
    fillIn: '请填写这一项。',
    find: '查一查',
  },
  {
    codeHint: 'Ten digits, on your receipt',
    typo: (code: string) => `${code}: one digit seems wrong. Please compare it with the receipt.`,
    phoneTail: 'Last four digits of the phone',
    phoneTailHint: 'Of the number you gave',
    fillIn: 'Please fill this in.',
    find: 'Find it',
  },
);
