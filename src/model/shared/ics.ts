/** Events as a calendar file (RFC 5545), sent as RFC 5546 wants it: published, or cancelled. */
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
  /** Without one it is about the whole day, such as a deadline. */
  readonly time?: string;
  readonly minutes: number;
  readonly zone: string;
  readonly summary: string;
  readonly location: string;
  readonly description: string;
  /** Who invites. */
  readonly organizer: string;
  readonly lang: string;
  /** How long before it begins it reminds, in minutes; below nothing, how long after. None reminds never. */
  readonly remindMinutes?: number;
}

/** The file: lines of at most 75 bytes, ended by CR LF. Several events of one file are published, or cancelled, together. */
export function icsOf(entry: CalendarEntry, ...more: readonly CalendarEntry[]): string {
  const { time } = entry;
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Mulin//Booking//ZH',
    'CALSCALE:GREGORIAN',
    `METHOD:${entry.status === 'cancelled' ? 'CANCEL' : 'PUBLISH'}`,
    ...(time === undefined ? [] : zoneLines({ ...entry, time })),
    ...[entry, ...more].flatMap(eventLines),
    'END:VCALENDAR',
    '',
  ]
    .map(folded)
    .join('\r\n');
}

function eventLines(entry: CalendarEntry): string[] {
  const { status, remindMinutes } = entry;
  return [
    'BEGIN:VEVENT',
    `UID:${text(entry.uid)}`,
    `SEQUENCE:${entry.sequence}`,
    `DTSTAMP:${utc(entry.stamp)}`,
    ...whenLines(entry),
    // Required by RFC 5546; an office that takes no mail is nobody to answer.
    `ORGANIZER;CN="${entry.organizer.replaceAll(/["\p{Cc}]/gu, '')}":invalid:nomail`,
    `SUMMARY;LANGUAGE=${entry.lang}:${text(entry.summary)}`,
    `LOCATION;LANGUAGE=${entry.lang}:${text(entry.location)}`,
    `DESCRIPTION;LANGUAGE=${entry.lang}:${text(entry.description)}`,
    `STATUS:${status.toUpperCase()}`,
    // A whole day keeps nobody from other things.
    `TRANSP:${entry.time === undefined ? 'TRANSPARENT' : 'OPAQUE'}`,
    ...(remindMinutes === undefined || status === 'cancelled'
      ? []
      : [
          'BEGIN:VALARM',
          'ACTION:DISPLAY',
          `DESCRIPTION:${text(entry.summary)}`,
          `TRIGGER:${remindMinutes < 0 ? '' : '-'}PT${Math.abs(remindMinutes)}M`,
          'END:VALARM',
        ]),
    'END:VEVENT',
  ];
}

function whenLines({ date, time, minutes, zone }: CalendarEntry): string[] {
  if (time === undefined)
    return [
      `DTSTART;VALUE=DATE:${date.replaceAll('-', '')}`,
      `DTEND;VALUE=DATE:${addDays(date, 1).replaceAll('-', '')}`,
    ];
  const begin = minutesOf(time);
  return [
    `DTSTART;TZID=${zone}:${local(date, begin)}`,
    `DTEND;TZID=${zone}:${local(date, begin + minutes)}`,
  ];
}

/**
 * The zone, as far as this event needs it: the offset that holds there when it begins. Shanghai has known one since 1991;
 * a zone that changes its clocks is right for this event, and this file holds no other.
 */
function zoneLines({ zone, date, time }: CalendarEntry & { readonly time: string }): string[] {
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
