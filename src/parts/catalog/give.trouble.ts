import type { Locale } from '../../i18n/index.ts';
import type { Sentence } from '../../ui/sentences.ts';
import { giveRefusals } from './give.refusals.ts';
import { sentenceFor as sentenceOfShop, type Trouble } from './trouble.ts';

export type { Trouble };

/** The sentence for what giving, helping or the stock may meet. */
export const sentenceFor = (locale: Locale, trouble: Trouble): Sentence =>
  sentenceOfShop(locale, trouble, giveRefusals[locale]);
