/** A day's figures as a table for other programs (RFC 4180), by hour and line. */
import type { Locale } from '../../i18n/index.ts';
import { serviceMinutes, waitMinutes } from '../../model/queue/figures.ts';
import type { Stats } from '../../model/queue/stats.ts';
import { queueWords } from './strings.ts';

/** Without it spreadsheets take Chinese for Latin-1. */
const BYTE_ORDER_MARK = '\uFEFF';

export function csvOf({ date, lines, rows }: Stats, locale: Locale): string {
  const { stats: words } = queueWords[locale];
  const head = [
    ...[words.hour, words.line, words.taken, words.called],
    ...[words.wait, words.finished, words.service],
  ];
  const table = rows.map((row) => [
    `${date} ${String(row.hour).padStart(2, '0')}:00`,
    lines.find(({ id }) => id === row.line)?.name[locale] ?? row.line,
    ...[row.taken, row.called, waitMinutes(row), row.finished, serviceMinutes(row)],
  ]);
  return (
    BYTE_ORDER_MARK + [head, ...table].map((cells) => `${cells.map(cell).join(',')}\r\n`).join('')
  );
}

/** A name that begins like a formula would be worked out by a spreadsheet: it is kept as text. */
function cell(value: string | number | undefined): string {
  const text = String(value ?? '');
  const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
