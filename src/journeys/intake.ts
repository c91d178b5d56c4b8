/** One form, or several joined to one, as a person fills them in; and the way from there to cases, drafts and back. */
import type { Locale } from '../i18n/index.ts';
import type { FilledIn } from '../model/case/documents.ts';
import {
  elementsOf,
  evaluate,
  joinForms,
  keptAnswers,
  migrate,
  pathOfPointer,
  splitAnswers,
  type FormDefinition,
} from '../model/form/index.ts';
import type { OfferedForms } from '../model/form/queries.ts';
import type { FilledForm } from '../parts/form/index.ts';

export interface Intake extends OfferedForms {
  /** What is filled in: the only form, or all of them joined. */
  readonly form: FormDefinition;
}

/** A file with the question it answers, `/photos`, and the form that asks it. */
export type KeptFile = FilledForm['files'][number] & { readonly form: string };

/** What was filled in before: here, at another terminal, or in a screening. */
export interface Begun {
  readonly forms: readonly FilledIn[];
  readonly files: readonly KeptFile[];
  /** The draft it comes from, which is over once it is handed in. */
  readonly draft?: { readonly code: string; readonly phoneTail: string };
  /** In which the hall has the files already. */
  readonly bundle?: string;
}

const several = { 'zh-CN': '几件事一起申请', en: 'Several applications at once' };

export function intakeOf(offered: OfferedForms): Intake {
  const { forms } = offered;
  const [only] = forms;
  const form = forms.length === 1 && only ? only : joinForms('intake', several, forms);
  return { ...offered, form };
}

const isJoint = ({ forms }: OfferedForms): boolean => forms.length > 1;

/** What was filled in, form by form. */
export function formsIn(intake: Intake, answers: unknown): FilledIn[] {
  const [only] = intake.forms;
  if (!isJoint(intake) && only)
    return [
      { formId: only.id, formVersion: only.version, answers: answers as FilledIn['answers'] },
    ];
  return splitAnswers(intake.forms, answers) as FilledIn[];
}

/** The same without what may not wait anywhere. */
export const keptIn = (intake: Intake, answers: unknown): FilledIn[] =>
  formsIn(intake, answers).map((one) => {
    const form = intake.forms.find(({ id }) => id === one.formId);
    return form ? { ...one, answers: keptAnswers(form, one.answers) as FilledIn['answers'] } : one;
  });

/** A case for each service. */
export const casesIn = ({ services, ...intake }: Intake, answers: unknown) => {
  const filled = formsIn({ services, ...intake }, answers);
  return services.flatMap(({ service, form }) => {
    const one = filled.find(({ formId }) => formId === form);
    return one ? [{ service, ...one }] : [];
  });
};

/** Where a file belongs that was taken for the joined form, or for the only one. */
export function filesIn(intake: Intake, files: FilledForm['files']): KeptFile[] {
  return files.map((file) => {
    if (!isJoint(intake)) return { ...file, form: intake.form.id };
    const [form = '', ...rest] = pathOfPointer(file.item);
    return { ...file, form, item: `/${rest.join('/')}` };
  });
}

export interface Resumed {
  readonly answers: unknown;
  readonly files: FilledForm['files'];
  /** Questions that mean something else in the newer form, by their labels. */
  readonly again: readonly string[];
  /** Forms of which nothing could be kept, by their titles. */
  readonly lost: readonly string[];
}

/** What was begun, as answers to the forms as they are today. */
export function resumed(
  intake: Intake,
  { forms: begun, files }: Begun,
  { today, locale }: { readonly today: string; readonly locale: Locale },
): Resumed {
  const again: string[] = [];
  const lost: string[] = [];
  const answersOf = (form: FormDefinition): unknown => {
    const one = begun.find(({ formId }) => formId === form.id);
    if (!one) return {};
    const { formVersion: version, answers } = one;
    const brought = migrate(form, { version, answers }, { today });
    if (!brought.ok) {
      lost.push(form.envelope?.title[locale] ?? form.id);
      return {};
    }
    const { root } = evaluate(form, brought.answers, { locale, today });
    for (const { path, label } of elementsOf(root))
      if (label && brought.ask.includes(path)) again.push(label);
    return brought.answers;
  };
  const each = intake.forms.map((form) => [form.id, answersOf(form)] as const);
  return {
    answers: isJoint(intake) ? Object.fromEntries(each) : each[0]?.[1],
    files: files
      .filter(({ form }) => intake.forms.some(({ id }) => id === form))
      .map(({ form, ...file }) => ({
        ...file,
        item: isJoint(intake) ? `/${form}${file.item}` : file.item,
      })),
    again,
    lost,
  };
}

/** Whether all of it may be taken along, or kept while the person is here. */
export const mayKeep = ({ forms }: OfferedForms, how: 'take-along' | 'session'): boolean =>
  forms.every(({ envelope }) => {
    const allow = envelope?.draft?.allow ?? 'never';
    return allow === 'take-along' || allow === how;
  });

/** The scopes of all services as one page of the notebook is called. */
export const pageOf = (services: readonly string[]): string => services.toSorted().join('+');
