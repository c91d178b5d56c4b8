/** One event as a calendar file (RFC 5545), sent as RFC 5546 wants it: published, or cancelled. */
import { addDays, dateAt, instantAt, minutesOf, timeAt, timeOf } from './dates.ts';
import type { Instant } from './law.ts';

export interface CalendarEntry {
  /** The same for every version of this event; calendars know by it what to change. */
  readonly uid: string;
  /** Goes up with every change. */
  readonly sequence: number;
  readonly status: 'confirmed' | 'tentative' | 'cancelled';
  /** When this version was made. */
  readonly stamp: Instant;
  /** On the clock of `zone`, whatever the reader's. */
  readonly date: string;
  readonly time: string;
  readonly minutes: number;
  readonly zone: string;
  readonly summary: string;
  readonly location: string;
  readonly description: string;
  /** Who invites. */
  readonly organizer: string;
  readonly lang: string;
  /** How long before it reminds, in minutes; none reminds never. */
  readonly remindMinutes?: number;
}

/** The file: lines of at most 75 bytes, ended by CR LF. */
export function icsOf(entry: CalendarEntry): string {
  const cancelled = entry.status === 'cancelled';
  const { zone, remindMinutes } = entry;
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Mulin//Booking//ZH',
    'CALSCALE:GREGORIAN',
    `METHOD:${cancelled ? 'CANCEL' : 'PUBLISH'}`,
    ...zoneLines(entry),
    'BEGIN:VEVENT',
    `UID:${text(entry.uid)}`,
    `SEQUENCE:${entry.sequence}`,
    `DTSTAMP:${utc(entry.stamp)}`,
    `DTSTART;TZID=${zone}:${local(entry.date, minutesOf(entry.time))}`,
    `DTEND;TZID=${zone}:${local(entry.date, minutesOf(entry.time) + entry.minutes)}`,
    // Required by RFC 5546; an office that takes no mail is nobody to answer.
    `ORGANIZER;CN="${entry.organizer.replaceAll(/["\p{Cc}]/gu, '')}":invalid:nomail`,
    `SUMMARY;LANGUAGE=${entry.lang}:${text(entry.summary)}`,
    `LOCATION;LANGUAGE=${entry.lang}:${text(entry.location)}`,
    `DESCRIPTION;LANGUAGE=${entry.lang}:${text(entry.description)}`,
    `STATUS:${entry.status.toUpperCase()}`,
    'TRANSP:OPAQUE',
    ...(remindMinutes === undefined || cancelled
      ? []
      : [
          'BEGIN:VALARM',
          'ACTION:DISPLAY',
          `DESCRIPTION:${text(entry.summary)}`,
          `TRIGGER:-PT${remindMinutes}M`,
          'END:VALARM',
        ]),
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]
    .map(folded)
    .join('\r\n');
}

/**
 * The zone, as far as this event needs it: the offset that holds there when it begins. Shanghai has known one since 1991;
 * a zone that changes its clocks is right for this event, and this file holds no other.
 */
function zoneLines({ zone, date, time }: CalendarEntry): string[] {
  const start = instantAt(date, time, zone);
  const wall = absoluteMinutes(dateAt(start, zone), timeAt(start, zone));
  const world = absoluteMinutes(dateAt(start, 'UTC'), timeAt(start, 'UTC'));
  const offset = wall - world;
  const sign = offset < 0 ? '-' : '+';
  const name = sign + timeOf(Math.abs(offset)).replace(':', '');
  return [
    'BEGIN:VTIMEZONE',
    `TZID:${zone}`,
    'BEGIN:STANDARD',
    'DTSTART:19700101T000000',
    `TZOFFSETFROM:${name}`,
    `TZOFFSETTO:${name}`,
    `TZNAME:${name}`,
    'END:STANDARD',
    'END:VTIMEZONE',
  ];
}

const absoluteMinutes = (date: string, time: string): number =>
  instantAt(date, time, 'UTC') / 60_000;

/** 20261211T100000; minutes past midnight lie on the next day. */
function local(date: string, minutes: number): string {
  const day = addDays(date, Math.floor(minutes / 1440));
  return `${day.replaceAll('-', '')}T${timeOf(minutes % 1440).replace(':', '')}00`;
}

function utc(instant: Instant): string {
  const [date, time] = [dateAt(instant, 'UTC'), timeAt(instant, 'UTC')];
  const seconds = String(Math.floor(instant / 1000) % 60).padStart(2, '0');
  return `${date.replaceAll('-', '')}T${time.replace(':', '')}${seconds}Z`;
}

/** A TEXT (RFC 5545, 3.3.11): backslash, semicolon, comma and line ends are escaped, other control characters left out. */
function text(words: string): string {
  return words
    .replaceAll(/[\\;,]/g, '\\$&')
    .replaceAll(/\r\n?|\n/g, '\\n')
    .replaceAll(/\p{Cc}/gu, '');
}

/** Long lines go on behind a space (RFC 5545, 3.1); counted in bytes of UTF-8, and no character is cut in two. */
function folded(line: string): string {
  const lines: string[] = [];
  let current = '';
  let bytes = 0;
  for (const character of line) {
    const size = bytesOf(character);
    if (bytes + size > 75) {
      lines.push(current);
      current = ' ';
      bytes = 1;
    }
    current += character;
    bytes += size;
  }
  return [...lines, current].join('\r\n');
}

/** Of one character in UTF-8. */
function bytesOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}
