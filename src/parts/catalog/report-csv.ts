import type { Report } from '../../model/catalog/desk.ts';
import type { StockWords } from './stock.strings.ts';

interface HelpedOn {
  readonly date: string;
  readonly minutes: number;
}

/** A row a day, RFC 4180, with a mark in front by which spreadsheets know that it is UTF-8. Money in yuan. */
export function reportCsv(
  { days }: Report,
  helped: readonly HelpedOn[],
  words: StockWords,
): string {
  const minutes = new Map(helped.map((one) => [one.date, one.minutes]));
  const head = [
    words.day,
    words.received,
    words.given_,
    words.sold,
    words.takings,
    words.pledged,
    words.minutesHelped,
    words.thrownAway,
    words.missing,
    words.surplus,
  ];
  const rows = days.map(
    ({ date, received, given, sold, fen, pledged, expired, missing, surplus }) => [
      date,
      received,
      given,
      sold,
      (fen / 100).toFixed(2),
      (pledged / 100).toFixed(2),
      minutes.get(date) ?? 0,
      expired,
      missing,
      surplus,
    ],
  );
  return `\uFEFF${[head, ...rows].map((row) => row.join(',')).join('\r\n')}\r\n`;
}
