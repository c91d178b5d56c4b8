/** Every sentence of a button. */
import { words } from '../i18n/words.ts';

export const buttonWords = words(
  { busy: '正在办理，请稍候' },
  { busy: 'Working on it, please wait' },
);
