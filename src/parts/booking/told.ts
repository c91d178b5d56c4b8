/** A receipt in words: what its card, the slip, the QR code and the calendar file have in common. */
import type { Slip } from '../../device/printer/contract.ts';
import { dayName, fullDayName, type Locale } from '../../i18n/index.ts';
import type { Offer } from '../../model/booking/queries.ts';
import type { Receipt } from '../../model/booking/receipt.ts';
import { dateAt, timeAt } from '../../model/shared/dates.ts';
import { icsOf } from '../../model/shared/ics.ts';
import type { Instant } from '../../model/shared/law.ts';
import type { Service } from '../../model/shared/service.ts';
import { lateWords } from './late.strings.ts';

/** A day ahead there is still time to look for papers; minutes. */
const REMIND = 24 * 60;

export interface Told {
  readonly service: string;
  /** 2026年12月11日 星期五 10:00 */
  readonly when: string;
  readonly place: string;
  /** Marked where it is a sample. */
  readonly address: string;
  /** Ten digits as people read them out: 482 913 7705. */
  readonly code: string;
  /** 12月9日 星期三 10:00 以前可以改约或取消 */
  readonly until: string;
  /** What a phone's camera reads: lines a person understands, the code last. Nothing of it is personal. */
  readonly text: string;
}

/** Ten digits as people read them out: 482 913 7705. */
export const grouped = (code: string): string =>
  `${code.slice(0, 3)} ${code.slice(3, 6)} ${code.slice(6)}`;

/** 结婚登记、补领婚姻登记证 */
export const namesOf = (
  also: readonly string[],
  { service, joins }: Pick<Offer, 'service' | 'joins'>,
  locale: Locale,
): string =>
  [service, ...joins.filter(({ id }) => also.includes(id))]
    .map(({ name }) => name[locale])
    .join(lateWords[locale].pause);

/** Whether nobody is expected any more. */
export const isOver = ({ status }: Receipt): boolean =>
  status === 'cancelled' || status === 'lapsed' || status === 'missed';

export function told(receipt: Receipt, offer: Offer, locale: Locale, now: Instant): Told {
  const words = lateWords[locale];
  const { code, date, time, changeUntil } = receipt;
  const place = offer.places.find(({ id }) => id === receipt.place);
  const name = place?.name[locale] ?? receipt.place;
  const address = place?.address[locale] ?? '';
  const service = namesOf(receipt.also ?? [], offer, locale);
  const lastDay = dayName(locale, dateAt(changeUntil, offer.zone));
  return {
    service,
    when: `${fullDayName(locale, date)} ${time}`,
    place: name,
    address: place?.sample ? words.sampleAddress(address) : address,
    code: grouped(code),
    until:
      changeUntil < now
        ? words.tooLateNow
        : words.changeUntil(`${lastDay} ${timeAt(changeUntil, offer.zone)}`),
    text: [words.title(service), `${date} ${time}`, name, `${words.code} ${code}`].join('\n'),
  };
}

type Bring = Service['bring'];

/** What comes out of the printer. Identity numbers stay on the screen: a slip is easily left behind. */
export function slipOf(about: Told, bring: Bring, locale: Locale): Slip {
  const words = lateWords[locale];
  return {
    lang: locale,
    title: words.receipt,
    lines: [
      { kind: 'heading', text: words.title(about.service) },
      { kind: 'text', text: words.code },
      { kind: 'large', text: about.code },
      { kind: 'fact', label: words.time, value: about.when },
      { kind: 'fact', label: words.place, value: `${about.place} · ${about.address}` },
      { kind: 'rule' },
      ...(bring.length > 0 ? [{ kind: 'text', text: words.bring } as const] : []),
      ...bring.map(({ what, note }) => ({
        kind: 'check' as const,
        text: what[locale],
        ...(note && { note: note[locale] }),
      })),
      { kind: 'rule' },
      { kind: 'text', text: about.until },
      { kind: 'qr', value: about.text },
    ],
  };
}

/** The file a phone keeps. It names nobody, and says under one name when it was moved or given up. */
export function calendarFileOf(
  receipt: Receipt,
  offer: Offer,
  bring: Bring,
  locale: Locale,
  now: Instant,
): string {
  const words = lateWords[locale];
  const about = told(receipt, offer, locale, now);
  const things = bring.map(({ what }) => what[locale]).join(words.pause);
  return icsOf({
    uid: `${receipt.code}@booking.mulin`,
    sequence: receipt.sequence,
    status: isOver(receipt)
      ? 'cancelled'
      : receipt.status === 'unaffirmed'
        ? 'tentative'
        : 'confirmed',
    stamp: now,
    date: receipt.date,
    time: receipt.time,
    minutes: receipt.minutes,
    zone: offer.zone,
    summary: words.title(about.service),
    location: [about.place, about.address].filter(Boolean).join(' · '),
    description: [
      `${words.code} ${about.code}`,
      ...(things ? [words.bringThese(things)] : []),
      about.until,
    ].join('\n'),
    organizer: about.place,
    lang: locale,
    remindMinutes: REMIND,
  });
}
