import type { Fault } from '../../gateway/contract.ts';
import type { Locale } from '../../i18n/index.ts';
import type { Refusal } from '../../model/shared/law.ts';
import { troubleWords, type Sentence } from '../../ui/sentences.ts';
import { giveRefusals } from './give.refusals.ts';
import { refusalWords } from './refusals.ts';

/** What stands between a person and the next step: a rule said no, or something broke. */
export type Trouble =
  | { readonly status: 'refused'; readonly refusal: Refusal }
  | { readonly status: 'fault'; readonly fault: Fault };

/** The sentence for it: what happened, and what to do next. */
export function sentenceFor(locale: Locale, trouble: Trouble): Sentence {
  if (trouble.status === 'fault') return troubleWords[locale].faults[trouble.fault.code];
  const { code, facts = {} } = trouble.refusal;
  const known: Readonly<Record<string, Sentence | ((about: typeof facts) => Sentence)>> = {
    ...troubleWords[locale].refusals,
    ...refusalWords[locale],
    ...giveRefusals[locale],
  };
  const sentence = known[code] ?? troubleWords[locale].faults.unknown;
  return typeof sentence === 'function' ? sentence(facts) : sentence;
}
