/** What somebody has filled in, told with its questions: for themselves, for a clerk, for paper. */
import type { Locale } from '../../i18n/index.ts';
import type { Filed } from '../../model/case/look-up.ts';
import type { FormDefinition } from '../../model/form/definition.ts';
import { evaluate } from '../../model/form/evaluate.ts';
import type { ElementState } from '../../model/form/state.ts';
import { dateAt } from '../../model/shared/dates.ts';
import { maskIdNumber } from '../../model/shared/masking.ts';
import { recordsWords } from './strings.ts';

export interface ToldAnswer {
  readonly label: string;
  readonly value: string;
}
/** Questions that stand together. */
export interface ToldGroup {
  readonly title: string;
  readonly answers: readonly ToldAnswer[];
}

/**
 * Every answer with its question, in the order of the form, as it was on that day. What the form no longer asks comes last
 * under its own name: nothing of what was handed in is hidden from whoever decides.
 */
export function groupsOf(
  { form, answers, submittedAt, zone }: Filed,
  locale: Locale,
  isMasked: boolean,
): readonly ToldGroup[] {
  const groups: { title: string; answers: ToldAnswer[] }[] = [{ title: '', answers: [] }];
  const told = new Set<string>();
  if (form) {
    const ctx = { locale, today: dateAt(submittedAt, zone), readonly: true };
    // The pack's own form; the law of cases knows it by name only.
    tell(evaluate(form as FormDefinition, answers, ctx).root);
  }
  const words = recordsWords[locale];
  const others = Object.entries(answers).filter(([name]) => !told.has(name));
  if (others.length > 0)
    groups.push({
      title: words.answers.others,
      answers: others.map(([label, value]) => ({ label, value: plain(value, locale) })),
    });
  return groups.filter((group) => group.answers.length > 0);

  function tell(element: ElementState, number = 0): void {
    told.add(element.path.split('/')[1] ?? '');
    if (!element.visible || element.kind === 'label') return;
    if (element.children.length > 0 || element.kind === 'layout') {
      const title = element.label || (number > 0 ? words.answers.row(number) : '');
      if (title) groups.push({ title, answers: [] });
      const isTable = element.kind === 'table' || element.kind === 'list';
      for (const [i, child] of element.children.entries()) tell(child, isTable ? i + 1 : 0);
      return;
    }
    const { label, sensitive } = element;
    const value = valueOf(element, locale);
    if (value !== '')
      groups.at(-1)?.answers.push({
        label,
        value: sensitive && isMasked ? maskIdNumber(value) : value,
      });
  }
}

function valueOf({ kind, value, options }: ElementState, locale: Locale): string {
  const words = recordsWords[locale].answers;
  if (value === undefined || value === null || value === '') return '';
  switch (kind) {
    case 'photo':
    case 'document':
      return words.files(Array.isArray(value) ? value.length : 1);
    case 'signature':
      return words.signed;
    case 'money':
      return words.money(plain(value, locale));
    default: {
      const chosen = (Array.isArray(value) ? value : [value]).map(
        (one: unknown) => options?.find((option) => option.value === one)?.label,
      );
      return chosen.length > 0 && chosen.every((label) => label !== undefined)
        ? chosen.join(words.pause)
        : plain(value, locale);
    }
  }
}

/** A value without a question to it. */
function plain(value: unknown, locale: Locale): string {
  const words = recordsWords[locale].answers;
  if (value === true) return words.yes;
  if (value === false) return words.no;
  if (Array.isArray(value)) return value.map((one) => plain(one, locale)).join(words.pause);
  if (typeof value === 'object' && value !== null)
    return Object.values(value)
      .map((one) => plain(one, locale))
      .filter(Boolean)
      .join(words.pause);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
