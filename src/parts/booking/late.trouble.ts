import type { Locale } from '../../i18n/index.ts';
import type { Sentence } from '../../ui/sentences.ts';
import { lateRefusals } from './late.refusals.ts';
import { sentenceFor as earlySentenceFor, type Trouble } from './trouble.ts';

export type { Trouble };

/** The sentence for whatever booking may meet. */
export const sentenceFor = (locale: Locale, trouble: Trouble): Sentence =>
  earlySentenceFor(locale, trouble, lateRefusals[locale]);
