/** What a control of a form that is not typed into says. */
import { words } from '../i18n/words.ts';

export const controlWords = words(
  { optional: '选填', choose: (label: string) => `请选择${label}。`, tick: '请先勾选这一条。' },
  {
    optional: 'optional',
    choose: (label: string) => `Please choose: ${label}.`,
    tick: 'Please tick this first.',
  },
);
