import type { Fault } from '../../gateway/contract.ts';
import type { Locale } from '../../i18n/index.ts';
import type { Refusal } from '../../model/shared/law.ts';
import { troubleWords, type Sentence } from '../../ui/sentences.ts';
import { refusalWords, type Refusals } from './refusals.ts';

/** What stands between a person and the next step: a rule said no, or something broke. */
export type Trouble =
  | { readonly status: 'refused'; readonly refusal: Refusal }
  | { readonly status: 'fault'; readonly fault: Fault };

/** The sentence for it: what happened, and what to do next. `more` knows refusals that nobody meets who looks for a time. */
export function sentenceFor(
  locale: Locale,
  trouble: Trouble,
  more: Refusals<string> = {},
): Sentence {
  if (trouble.status === 'fault') return troubleWords[locale].faults[trouble.fault.code];
  const { code, facts = {} } = trouble.refusal;
  const known: Refusals<string> = {
    ...troubleWords[locale].refusals,
    ...refusalWords[locale],
    ...more,
  };
  const sentence = known[code] ?? troubleWords[locale].faults.unknown;
  return typeof sentence === 'function' ? sentence(facts) : sentence;
}
