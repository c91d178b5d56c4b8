/** A case on paper: what was filled in, what was checked, what was decided. */
import type { Locale } from '../../i18n/index.ts';
import { fullDayName } from '../../i18n/index.ts';
import type { DeskCase } from '../../model/case/look-up.ts';
import { dateAt } from '../../model/shared/dates.ts';
import type { Paper, PaperBlock } from '../../ui/paper.ts';
import { groupsOf } from './answers.ts';
import { linesOfSignature } from './signature.ts';
import { recordsWords } from './strings.ts';
import { detailsOf, grouped, momentOf } from './told.ts';

export function paperOf(file: DeskCase, name: string, locale: Locale): Paper {
  const words = recordsWords[locale];
  const { desk } = words;
  const signature = linesOfSignature(file.signature);
  const of = (text: string, ...blocks: readonly PaperBlock[]): readonly PaperBlock[] => [
    { kind: 'heading', text },
    ...blocks,
  ];
  return {
    lang: locale,
    title: name,
    blocks: [
      {
        kind: 'facts',
        facts: [
          { label: words.code, value: grouped(file.code) },
          {
            label: words.submitted,
            value: fullDayName(locale, dateAt(file.submittedAt, file.zone)),
          },
          ...file.persons.map(({ idNumber }) => ({ label: desk.persons, value: idNumber })),
          ...(file.phone ? [{ label: desk.phone, value: file.phone }] : []),
        ],
      },
      ...groupsOf(file, locale, false).flatMap(({ title, answers }) =>
        of(title || desk.answers, { kind: 'facts', facts: answers }),
      ),
      ...(signature.length > 0
        ? of(desk.signature, { kind: 'drawing', label: desk.signature, lines: signature })
        : []),
      ...of(desk.checks, {
        kind: 'facts',
        facts: file.checks.map(({ what, found, by }) => ({
          label: what[locale],
          value: found ? [desk[found], by].filter(Boolean).join(' · ') : '',
        })),
      }),
      ...of(desk.history, {
        kind: 'facts',
        facts: file.story.map((row) => ({
          label: momentOf(locale, row.at, file.zone),
          value: [
            [desk.story[row.what], row.by].filter(Boolean).join(' · '),
            ...detailsOf(row, locale),
          ].join('\n'),
        })),
      }),
    ],
  };
}
