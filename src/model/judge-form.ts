/** Where forms and cases meet, who do not know each other: a case takes what the form lets pass, a draft what it lets wait. */
import type { KeepAnswers } from './case/draft.ts';
import type { JudgeForm } from './case/submit.ts';
import { verdictOf } from './form/evaluate.ts';
import { keptAnswers } from './form/kept.ts';
import type { Pack } from './pack.ts';
import { refuse } from './shared/law.ts';

export const judgeForm: JudgeForm<Pack> = (pack, { formId, formVersion, answers }, today) => {
  const form = pack.forms.find(({ id }) => id === formId);
  const { from = today, to = today } = form?.envelope?.effective ?? {};
  if (!form || today < from || today > to) return refuse('case.no-such-form');
  const { version } = form;
  if (version !== formVersion) return refuse('case.form-changed', { facts: { version } });
  // Sentences are the page's business, so the language does not matter here.
  const verdict = verdictOf(form, answers, { locale: 'zh-CN', today });
  const [error] = verdict.errors;
  return error
    ? refuse('case.answers-wrong', { at: error.path })
    : { ok: true, answers: verdict.answers as typeof answers };
};

export const keptOf: KeepAnswers<Pack> = ({ forms }, { formId, answers }) => {
  const form = forms.find(({ id }) => id === formId);
  return form ? (keptAnswers(form, answers) as typeof answers) : answers;
};
