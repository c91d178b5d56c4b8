/** What is told of a ticket once somebody holds it, on the screen, on paper and in the code for a phone. */
import type { Slip } from '../../device/printer/contract.ts';
import { dayName, type Locale } from '../../i18n/index.ts';
import type { Offer } from '../../model/queue/queries.ts';
import type { HeldTicket } from '../../model/queue/take.ts';
import { timeAt } from '../../model/shared/dates.ts';
import type { Fact } from '../../ui/facts.ts';
import { queueWords } from './strings.ts';

export interface Told {
  readonly held: HeldTicket;
  readonly offer: Offer;
  readonly line: Offer['lines'][number];
  /** The page on which a phone follows the ticket; empty is none. */
  readonly phonePage: string;
}

export function factsOf({ held, offer, line }: Told, locale: Locale): Fact[] {
  const words = queueWords[locale];
  const { date, tier, takenAt, pass } = held;
  const isToday = date === offer.opening.date;
  return [
    { label: words.ticket.line, value: line.name[locale] },
    { label: words.ticket.place, value: offer.name[locale] },
    isToday
      ? { label: words.ticket.takenAt, value: timeAt(takenAt, offer.zone) }
      : { label: words.ticket.forDay, value: dayName(locale, date) },
    ...(tier === 'standard' ? [] : [{ label: words.ticket.tier, value: words.tier[tier] }]),
    { label: words.ticket.pass, value: pass },
  ];
}

/** After the `#` no server sees it. */
export function codeOf({ held, offer, line, phonePage }: Told, locale: Locale): string {
  const { place, date, number, pass } = held;
  if (phonePage) return `${phonePage}#${[place, date, number, pass].join('/')}`;
  return `${number}\n${line.name[locale]}\n${offer.name[locale]}\n${date}`;
}

export function slipOf(told: Told, locale: Locale): Slip {
  const { ticket } = queueWords[locale];
  const { held, offer, phonePage } = told;
  return {
    lang: locale,
    title: ticket.slipTitle,
    lines: [
      { kind: 'heading', text: offer.name[locale] },
      { kind: 'large', text: held.number },
      ...factsOf(told, locale).map(({ label, value }) => ({ kind: 'fact', label, value }) as const),
      { kind: 'rule' },
      { kind: 'qr', value: codeOf(told, locale) },
      { kind: 'text', text: phonePage ? ticket.qrHint : '' },
      { kind: 'text', text: ticket.missedHint(offer.returnAfter) },
      { kind: 'text', text: ticket.gapHint },
    ],
  };
}
