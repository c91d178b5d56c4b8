/** The list of a desk as a table that spreadsheets open (RFC 4180). Nobody's data is in it. */
import type { Locale } from '../../i18n/index.ts';
import type { DeskLine } from '../../model/case/documents.ts';
import { dateAt } from '../../model/shared/dates.ts';
import { dayNumberOf } from '../../model/shared/days.ts';
import { recordsWords } from './strings.ts';

export function tableOf(
  lines: readonly DeskLine[],
  nameOf: (service: string) => string,
  zone: string,
  locale: Locale,
): string {
  const { desk: words, outcome } = recordsWords[locale];
  const { columns } = words;
  const heads = Object.values(columns);
  const rows = lines.map((line) => {
    const from = dateAt(line.submittedAt, zone);
    const isClosed = line.status === 'decided' || line.status === 'withdrawn';
    const closed = isClosed ? dateAt(line.at, zone) : '';
    return [
      // A leading zero is a digit of the code; a spreadsheet would take it for a number.
      `="${line.code}"`,
      nameOf(line.service),
      words.status[line.status],
      line.outcome ? outcome[line.outcome] : '',
      from,
      line.decideBy,
      closed,
      line.clerk ?? '',
      closed ? String(dayNumberOf(closed) - dayNumberOf(from)) : '',
    ];
  });
  // The mark at the beginning tells Excel that it is UTF-8.
  return `\uFEFF${[heads, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

/** Quoted where it must be; what would be reckoned as a formula is disarmed (but for our own `="0123…"`). */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) && !/^="\d{10}"$/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
