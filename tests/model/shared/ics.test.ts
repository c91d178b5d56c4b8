import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { icsOf, type CalendarEntry } from '../../../src/model/shared/ics.ts';

const entry: CalendarEntry = {
  uid: '4829137705@booking.mulin',
  sequence: 0,
  status: 'confirmed',
  stamp: Date.parse('2026-11-23T21:47:05+08:00'),
  date: '2026-12-11',
  time: '10:00',
  minutes: 30,
  zone: 'Asia/Shanghai',
  summary: '结婚登记预约',
  location: '杨浦区婚姻登记中心',
  description: '回执码 482 913 7705\n请带：双方身份证',
  organizer: '杨浦区民政局',
  lang: 'zh-CN',
  remindMinutes: 1440,
};

/** What a calendar reads: lines put together again, by name. */
function read(file: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const line of file.replaceAll('\r\n ', '').split('\r\n')) {
    const [, name = '', value = ''] = /^([A-Z-]+)[^:]*?(?:"[^"]*")?:(.*)$/.exec(line) ?? [];
    if (name) found.set(name, [...(found.get(name) ?? []), value]);
  }
  return found;
}

/** Control characters as often as all others; fast-check's own `binary` first builds a table for seconds. */
const anyCharacter = fc
  .oneof(fc.nat({ max: 0x7f }), fc.nat({ max: 0x10ffff }))
  .map((code) => String.fromCodePoint(code));

const words = (value = ''): string =>
  value.replaceAll(/\\(.)/g, (_, escaped: string) => (escaped === 'n' ? '\n' : escaped));

describe('a calendar file', () => {
  it('says when by the clock in Shanghai, whatever the zone of the phone', () => {
    const file = icsOf(entry);
    expect(file).to.contain('DTSTART;TZID=Asia/Shanghai:20261211T100000\r\n');
    expect(file).to.contain('DTEND;TZID=Asia/Shanghai:20261211T103000\r\n');
    expect(file).to.contain('TZID:Asia/Shanghai\r\n');
    expect(file).to.contain('TZOFFSETTO:+0800\r\n');
    expect(file).to.contain('DTSTAMP:20261123T134705Z\r\n');
  });

  it('a change keeps its name and goes up in number, so that no phone shows two', () => {
    const first = read(icsOf(entry));
    const moved = read(icsOf({ ...entry, sequence: 1, date: '2026-12-12' }));
    expect(moved.get('UID')).to.deep.equal(first.get('UID'));
    expect([first.get('SEQUENCE'), moved.get('SEQUENCE')]).to.deep.equal([['0'], ['1']]);
    expect(moved.get('METHOD')).to.deep.equal(['PUBLISH']);
  });

  it('a cancelled one takes itself out of the calendar, and rings no more', () => {
    const gone = read(icsOf({ ...entry, status: 'cancelled', sequence: 2 }));
    expect(gone.get('METHOD')).to.deep.equal(['CANCEL']);
    expect(gone.get('STATUS')).to.deep.equal(['CANCELLED']);
    expect(gone.get('ORGANIZER')).to.have.length(1); // RFC 5546 asks for one
    expect(gone.get('UID')).to.deep.equal([entry.uid]);
    expect(gone.has('TRIGGER')).to.equal(false);
  });

  it('one that does not count yet says so', () => {
    expect(read(icsOf({ ...entry, status: 'tentative' })).get('STATUS')).to.deep.equal([
      'TENTATIVE',
    ]);
  });

  it('rings the day before', () => {
    expect(read(icsOf(entry)).get('TRIGGER')).to.deep.equal(['-PT1440M']);
  });

  it('one that ends after midnight ends the next day', () => {
    const file = icsOf({ ...entry, date: '2026-12-31', time: '23:45', minutes: 30 });
    expect(file).to.contain('DTEND;TZID=Asia/Shanghai:20270101T001500\r\n');
  });

  it('in a zone with summer time it has the offset of its own day', () => {
    const berlin = (date: string) => icsOf({ ...entry, zone: 'Europe/Berlin', date });
    expect(berlin('2026-12-11')).to.contain('TZOFFSETTO:+0100\r\n');
    expect(berlin('2026-07-11')).to.contain('TZOFFSETTO:+0200\r\n');
    const newYork = icsOf({ ...entry, zone: 'America/New_York' });
    expect(newYork).to.contain('TZOFFSETTO:-0500\r\n');
  });

  it('whatever a pack says, no line is too long, none is broken into, and every word comes back', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 300 }),
        fc.string({ unit: anyCharacter, maxLength: 120 }),
        (nice, nasty) => {
          const file = icsOf({
            ...entry,
            description: nice,
            location: `${nasty}\r\nEND:VEVENT`,
            organizer: `${nasty}"\r\nX-EVIL:1`,
          });
          for (const line of file.split('\r\n'))
            expect(new TextEncoder().encode(line).length).to.be.at.most(75);
          expect(file.replaceAll('\r\n', '')).not.to.match(/[\r\n]/);
          const found = read(file);
          expect(found.get('END')).to.deep.equal([
            'STANDARD',
            'VTIMEZONE',
            'VALARM',
            'VEVENT',
            'VCALENDAR',
          ]);
          expect(found.has('X-EVIL')).to.equal(false);
          const plain = nice.replaceAll(/\r\n?/g, '\n').replaceAll(/(?!\n)\p{Cc}/gu, '');
          expect(words(found.get('DESCRIPTION')?.at(0))).to.equal(plain);
        },
      ),
    );
  });
});
