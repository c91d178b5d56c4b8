/** The words of a form: everything a person reads stands in both languages, and nothing stands there that nobody reads. */
import type { FormDefinition } from './definition.ts';
import type { FormMistake } from './mistake.ts';
import { planOf, type PlannedElement } from './plan.ts';
import { prefixOf, type Option } from './texts.ts';

export function* lintTexts(form: FormDefinition): Iterable<FormMistake> {
  if (!form.envelope) return;
  const { texts } = form.envelope;
  const read = new Set<string>();
  yield* look(planOf(form, 'zh-CN'), planOf(form, 'en'), 0);
  for (const key of Object.keys(texts))
    if (![...read].some((prefix) => key === prefix || key.startsWith(`${prefix}.`)))
      yield {
        path: `/envelope/texts/${key.replace(/~/g, '~0').replace(/\//g, '~1')}`,
        sentence: 'is a text that nobody reads: no element has this key',
      };

  /** The same words with letters in them are one language, unless an author has said so of both: `5A`. */
  function isOneLanguage(zh: string, en: string | undefined, key: string): boolean {
    return zh === en && /\p{L}/u.test(zh) && !Object.hasOwn(texts, key);
  }

  function* look(zh: PlannedElement, en: PlannedElement, depth: number): Iterable<FormMistake> {
    const prefix = keyPrefixOf(zh);
    read.add(prefix).add('error');
    if (zh.ui.i18n === undefined) read.add(ownWordsOf(zh));
    const path = zh.written ? `/uischema${zh.at}` : `/schema (${zh.trail || 'the whole'})`;
    const key = labelKeyOf(zh, prefix);
    if (isOneLanguage(zh.label, en.label, key))
      yield {
        path,
        sentence: `says “${zh.label}” in every language; put both under the text “${key}”`,
      };
    if (isOneLanguage(zh.description, en.description, `${prefix}.description`))
      yield {
        path,
        sentence: `explains itself in one language only; put both under the text “${prefix}.description”`,
      };
    if (zh.kind !== 'statement')
      for (const [i, option] of (zh.options ?? []).entries())
        if (isOneLanguage(option.label, en.options?.[i]?.label, `${prefix}.${plain(option)}`))
          yield {
            path,
            sentence: `offers ${plain(option)} without a label in both languages; put it under the text “${prefix}.${plain(option)}”`,
          };
    const isField = zh.kind !== 'layout' && zh.kind !== 'label';
    if (isField && zh.label === '' && zh.ui.label !== false && zh.path.length > 0)
      yield { path, sentence: 'is a question without words' };
    for (const [i, child] of zh.children.entries()) {
      const other = en.children[i];
      if (other) yield* look(child, other, depth);
    }
    const [row, other] = zh.kind === 'table' && depth < 3 ? [zh.row(), en.row()] : [];
    if (row && other) yield* look(row, other, depth + 1);
  }
}

const plain = ({ value }: Option): string =>
  typeof value === 'string' ? value : JSON.stringify(value);

/** What an author would write; a group without a key of its own has its label for one. */
function labelKeyOf({ ui, kind }: PlannedElement, prefix: string): string {
  if (kind === 'label') return ui.i18n === undefined ? (ui.text ?? '') : `${prefix}.text`;
  return kind === 'layout' && ui.i18n === undefined ? ownWordsOf({ ui }) : `${prefix}.label`;
}

const ownWordsOf = ({ ui: { text, label } }: Pick<PlannedElement, 'ui'>): string =>
  text ?? (typeof label === 'string' ? label : '');

const keyPrefixOf = ({ ui, schema, trail }: PlannedElement): string =>
  prefixOf(ui, schema, trail.split('/').slice(1));
