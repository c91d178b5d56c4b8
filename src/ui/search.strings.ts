import { words } from '../i18n/words.ts';

export const searchWords = words(
  { clear: '清空', lettersHint: '按拼音首字母，例如“羽绒服”按 Y R F' },
  {
    clear: 'Clear',
    lettersHint: 'Press the first letter of each syllable, such as Y R F for yǔ róng fú',
  },
);
