import { expect } from '@open-wc/testing';
import { Settings } from 'typebox/system';
import { assemblePack, checkPack } from '../../src/model/pack-check.ts';

const both = (words: string) => ({ 'zh-CN': words, en: words });

/** The smallest pack that has one of everything. */
const files = (): Map<string, unknown> =>
  new Map<string, unknown>([
    [
      'pack.json',
      {
        id: 'small',
        name: both('小区'),
        title: both('小区大厅'),
        home: 'hall',
        zone: 'Asia/Shanghai',
        frequent: ['haircut'],
      },
    ],
    ['subdistricts.json', [{ code: '310110019', name: both('五角场街道') }]],
    [
      'places.json',
      [
        {
          id: 'hall',
          kind: 'registry',
          name: both('大厅'),
          division: '310110019',
          address: both('示例路 1 号'),
          hours: both('周一'),
          sample: true,
        },
      ],
    ],
    [
      'services/haircut.json',
      {
        id: 'haircut',
        system: 'B5',
        name: both('理发'),
        summary: both('理发'),
        keywords: [],
        who: [both('人人')],
        bring: [],
        steps: [both('来')],
        duration: both('半小时'),
        fee: both('不收费'),
        basis: [{ title: both('规定'), inForceSince: '2025-05-10' }],
        places: ['hall'],
        sample: true,
      },
    ],
    [
      'booking/openings.json',
      [
        {
          id: 'morning',
          place: 'hall',
          services: ['haircut'],
          weekdays: [1, 2],
          from: '09:00',
          to: '11:00',
          slotMinutes: 30,
          capacity: 6,
          staffOnly: 1,
          onHolidays: false,
          onMakeUpDays: false,
        },
      ],
    ],
    [
      'booking/closures.json',
      [{ place: 'hall', from: '2026-12-01', to: '2026-12-02', reason: both('检修') }],
    ],
    [
      'booking/services/haircut.json',
      {
        service: 'haircut',
        persons: [{ role: 'guest', name: both('客人'), minAge: 18 }],
        questions: [{ id: 'hair', ask: both('有头发吗'), expects: 'yes', otherwise: both('等等') }],
        declarations: [{ id: 'true', text: both('是真的') }],
        holdMinutes: 10,
        holdRenewals: 2,
        leadMinutes: 120,
        horizonDays: 30,
        changeUntilMinutes: 120,
      },
    ],
    [
      'calendar/2026.json',
      {
        year: 2026,
        source: both('通知'),
        holidays: [{ name: both('国庆节'), from: '2026-10-01', to: '2026-10-07' }],
        makeUpDays: ['2026-10-10'],
      },
    ],
  ]);

type Edit = (files: Map<string, unknown>) => void;

/** What is said about the small pack after these edits, as the command line says it. */
function said(...edits: readonly Edit[]): string[] {
  const edited = files();
  for (const edit of edits) edit(edited);
  const { pack, mistakes } = assemblePack(edited);
  expect(pack === undefined, 'there is a pack only if there is no mistake').to.equal(
    mistakes.length > 0,
  );
  return mistakes.map(({ file, path, sentence }) => `${file}#${path}: ${sentence}`);
}

/** Puts a value at a JSON pointer, or takes away what is there. */
const put =
  (file: string, pointer: string, value?: unknown): Edit =>
  (edited) => {
    const steps = pointer.split('/').slice(1);
    const last = steps.pop() ?? '';
    const holder = steps.reduce(
      (inner, step) => inner[step] as Record<string, unknown>,
      edited.get(file) as Record<string, unknown>,
    );
    if (value === undefined) delete holder[last];
    else holder[last] = value;
  };

/** A further entry in a list, like the first but for `changes`. */
const another =
  (file: string, pointer: string, changes: object): Edit =>
  (edited) => {
    const list = pointer
      .split('/')
      .slice(1)
      .reduce(
        (inner, step) => (inner as Record<string, unknown>)[step],
        edited.get(file),
      ) as object[];
    list.push({ ...structuredClone(list[0]), ...changes });
  };

const rename =
  (from: string, to: string): Edit =>
  (edited) => {
    edited.set(to, edited.get(from));
    edited.delete(from);
  };

const openings = 'booking/openings.json';
const closures = 'booking/closures.json';
const haircut = 'booking/services/haircut.json';
const year = 'calendar/2026.json';

describe('a pack without mistakes', () => {
  it('becomes one document with everything in it', () => {
    const { pack, mistakes } = assemblePack(files());
    expect(mistakes).to.deep.equal([]);
    expect(pack?.id).to.equal('small');
    expect(pack?.services.map(({ id }) => id)).to.deep.equal(['haircut']);
    expect(pack?.bookables[0]?.persons[0]?.minAge).to.equal(18);
    expect(pack?.calendar[0]?.makeUpDays).to.deep.equal(['2026-10-10']);
    expect(checkPack(pack)).to.deep.equal([]);
    expect(checkPack(JSON.parse(JSON.stringify(pack)))).to.deep.equal([]);
  });

  it('may be without bookings and holidays', () => {
    const bare = [openings, closures, haircut, year].map<Edit>((file) => (all) => all.delete(file));
    expect(said(...bare)).to.deep.equal([]);
  });
});

describe('files of a pack', () => {
  it('a file that was forgotten is asked for', () => {
    expect(said((all) => all.delete('subdistricts.json'))).to.deep.equal([
      'subdistricts.json#: is missing',
    ]);
  });

  it('a typo in a file name never makes its content vanish without a word', () => {
    expect(said(rename(closures, 'booking/closure.json'))).to.deep.equal([
      'booking/closure.json#: is not a file of a pack; did you mean “booking/closures.json”?',
    ]);
    expect(said((all) => all.set('service/tea.json', {}))).to.deep.equal([
      'service/tea.json#: is not a file of a pack; did you mean “services/tea.json”?',
    ]);
    expect(said((all) => all.set('openings.json', []))).to.deep.equal([
      'openings.json#: is not a file of a pack; did you mean “booking/openings.json”?',
    ]);
    expect(said((all) => all.set('photo.png', undefined))).to.deep.equal([
      'photo.png#: is not a file of a pack',
    ]);
  });

  it('a file that is not JSON is named once, not by all who mention its content', () => {
    const broken = new Error('is not JSON at line 3, column 5: Unexpected token');
    expect(said((all) => all.set('places.json', broken))).to.deep.equal([
      `places.json#: ${broken.message}`,
    ]);
    expect(said((all) => all.set('services/haircut.json', broken))).to.deep.equal([
      `services/haircut.json#: ${broken.message}`,
    ]);
    expect(said((all) => all.set(openings, broken))).to.deep.equal([
      `${openings}#: ${broken.message}`,
    ]);
  });

  it('a file under a false name is never taken for another service or year', () => {
    expect(said(put('services/haircut.json', '/id', 'shave'))).to.deep.equal([
      'services/haircut.json#/id: is “shave”, but the file is named “haircut”',
    ]);
    expect(said(rename(haircut, 'booking/services/shave.json'))).to.deep.equal([
      'booking/services/shave.json#/service: is “haircut”, but the file is named “shave”',
    ]);
    expect(said(rename(year, 'calendar/2027.json'))).to.deep.equal([
      'calendar/2027.json#/year: is “2026”, but the file is named “2027”',
    ]);
  });
});

describe('the shape of a pack', () => {
  const shapes: readonly [string, string, unknown, string][] = [
    [openings, '/0/validFrom', 'soon', 'must be a date like 2026-12-11, is “soon”'],
    [openings, '/0/from', '9:00', 'must be a time like 09:30, is “9:00”'],
    [openings, '/0/capacity', '6', 'must be a whole number, is “6”'],
    [openings, '/0/slotMinutes', 1, 'must be at least 5, is 1'],
    [openings, '/0/weekdays/1', 8, 'must be at most 7, is 8'],
    [openings, '/0/weekdays', [1, 1], 'names something twice'],
    ['services/haircut.json', '/who', [], 'needs at least 1, has 0'],
    [openings, '/0/onHolidays', 'no', 'must be true or false, is “no”'],
    [haircut, '/persons/0/minAge', 130, 'must be at most 120, is 130'],
    [haircut, '/persons/0/minAge', -1, 'must be at least 0, is -1'],
    [haircut, '/persons/0/minAge', 17.5, 'must be a whole number, is 17.5'],
    [haircut, '/persons/0/sex', 'm', 'must be “male” or “female”, is “m”'],
    [haircut, '/questions', {}, 'must be a list in [ ], is an object'],
    ['places.json', '/0/phone', 'ask', 'must be a phone number like 021-5555 0001, is “ask”'],
    [
      'places.json',
      '/0/division',
      '31',
      'must be a division code of 6 or 9 digits, like 310110 or 310110009, is “31”',
    ],
    ['pack.json', '/name/en', '', 'must not be empty'],
    ['pack.json', '/zone', '8', 'must be a time zone like Asia/Shanghai, is “8”'],
    [
      'services/haircut.json',
      '/system',
      'Z',
      'must be a row of the source document, like E1, is “Z”',
    ],
  ];
  for (const [file, pointer, value, sentence] of shapes) {
    it(`is told in plain words: ${sentence}`, () => {
      expect(said(put(file, pointer, value))).to.deep.equal([`${file}#${pointer}: ${sentence}`]);
    });
  }

  it('a mistyped word is found by its neighbour', () => {
    expect(
      said(put('places.json', '/0/adress', both('路')), put('places.json', '/0/address')),
    ).to.deep.equal([
      'places.json#/0: lacks “address”',
      'places.json#/0/adress: is not known here; did you mean “address”?',
    ]);
  });

  it('twenty mistakes are twenty lines, not the first eight', () => {
    const edits = Array.from({ length: 20 }, (_, i) => another(openings, '', { id: `row ${i}` }));
    expect(said(...edits)).to.have.lengthOf(20);
  });

  it('looking for all mistakes leaves the limit of others as it was', () => {
    const before = Settings.Get().maxErrors;
    said(put(openings, '/0/from', 'x'));
    expect(Settings.Get().maxErrors).to.equal(before);
  });
});

describe('names in a pack', () => {
  it('a name nobody has is never left for a citizen to run into', () => {
    expect(said(put('pack.json', '/home', 'hal'))).to.deep.equal([
      'pack.json#/home: names an unknown place, “hal”; did you mean “hall”?',
    ]);
    expect(said(put('pack.json', '/frequent', ['haircut', 'tea']))).to.deep.equal([
      'pack.json#/frequent/1: names an unknown service, “tea”',
    ]);
    expect(said(put('places.json', '/0/division', '310110001'))).to.deep.equal([
      'places.json#/0/division: names an unknown subdistrict, “310110001”; did you mean “310110019”?',
    ]);
    expect(said(put('services/haircut.json', '/places', ['hall', 'yard']))).to.deep.equal([
      'services/haircut.json#/places/1: names an unknown place, “yard”',
    ]);
    expect(said(put(closures, '/0/place', 'yard'))).to.deep.equal([
      `${closures}#/0/place: names an unknown place, “yard”`,
    ]);
    expect(said(put(openings, '/0/services', ['haircut', 'tea']))).to.deep.equal([
      `${openings}#/0/services/1: names an unknown service, “tea”`,
    ]);
    expect(said(another(openings, '', { place: 'yard' }))).to.deep.equal([
      `${openings}#/1/place: names an unknown place, “yard”`,
      `${openings}#/1/services/0: offers “haircut” at a place that services/haircut.json does not name`,
    ]);
  });

  it('rules for booking a service that does not exist never wait in silence', () => {
    expect(
      said((all) =>
        all.set('booking/services/tea.json', { ...(all.get(haircut) as object), service: 'tea' }),
      ),
    ).to.deep.equal(['booking/services/tea.json#/service: names an unknown service, “tea”']);
  });

  it('two of one name never hide each other', () => {
    expect(said(another('places.json', '', {}))).to.deep.equal([
      'places.json#/1/id: is “hall”, like /0/id before',
    ]);
    expect(said(another('subdistricts.json', '', {}))).to.deep.equal([
      'subdistricts.json#/1/code: is “310110019”, like /0/code before',
    ]);
    expect(said(another(openings, '', {}))).to.deep.equal([
      `${openings}#/1/id: is “morning”, like /0/id before`,
    ]);
    expect(said(put('pack.json', '/frequent', ['haircut', 'haircut']))).to.deep.equal([
      'pack.json#/frequent/1: is “haircut”, like /frequent/0 before',
    ]);
    expect(said(another(haircut, '/persons', { minAge: 20 }))).to.deep.equal([
      `${haircut}#/persons/1/role: is “guest”, like /persons/0/role before`,
    ]);
    expect(
      said(another(haircut, '/questions', {}), another(haircut, '/declarations', {})),
    ).to.deep.equal([
      `${haircut}#/declarations/1/id: is “true”, like /declarations/0/id before`,
      `${haircut}#/questions/1/id: is “hair”, like /questions/0/id before`,
    ]);
    expect(said(put(year, '/makeUpDays/1', '2026-10-10'))).to.deep.equal([
      `${year}#/makeUpDays/1: is “2026-10-10”, like /makeUpDays/0 before`,
    ]);
  });

  it('a zone no clock knows never shifts every appointment', () => {
    expect(said(put('pack.json', '/zone', 'Asia/Yangpu'))).to.deep.equal([
      'pack.json#/zone: names an unknown time zone, “Asia/Yangpu”',
    ]);
  });
});

describe('times of a pack', () => {
  it('a pack whose closing time is before opening never opens a hall', () => {
    expect(said(put(openings, '/0/to', '08:00'))).to.deep.equal([
      `${openings}#/0/to: closes at 08:00, not after it opens at 09:00`,
    ]);
    expect(said(put(openings, '/0/to', '09:00'))).to.have.lengthOf(1);
  });

  it('a slot longer than the opening never makes a day without slots', () => {
    expect(said(put(openings, '/0/slotMinutes', 150))).to.deep.equal([
      `${openings}#/0/slotMinutes: is 150, but it is only open for 120 minutes`,
    ]);
  });

  it('a day that does not exist is never waited for', () => {
    expect(said(put(closures, '/0/to', '2027-02-30'))).to.deep.equal([
      `${closures}#/0/to: is “2027-02-30”, a day that does not exist`,
    ]);
    expect(said(put(openings, '/0/validFrom', '2026-11-31'))).to.deep.equal([
      `${openings}#/0/validFrom: is “2026-11-31”, a day that does not exist`,
    ]);
    expect(said(put('services/haircut.json', '/basis/0/inForceSince', '2025-02-29'))).to.deep.equal(
      ['services/haircut.json#/basis/0/inForceSince: is “2025-02-29”, a day that does not exist'],
    );
    expect(said(put(year, '/makeUpDays/0', '2026-02-30'))).to.deep.equal([
      `${year}#/makeUpDays/0: is “2026-02-30”, a day that does not exist`,
    ]);
  });

  it('a season that ends before it begins never shuts a counter for good', () => {
    expect(
      said(put(openings, '/0/validFrom', '2026-12-02'), put(openings, '/0/validTo', '2026-12-01')),
    ).to.deep.equal([`${openings}#/0/validTo: is 2026-12-01, before it begins on 2026-12-02`]);
    expect(said(put(closures, '/0/to', '2026-11-30'))).to.deep.equal([
      `${closures}#/0/to: is 2026-11-30, before it begins on 2026-12-01`,
    ]);
    expect(said(put(year, '/holidays/0/to', '2026-09-30'))).to.deep.equal([
      `${year}#/holidays/0/to: is 2026-09-30, before it begins on 2026-10-01`,
    ]);
  });

  it('closures that say the same twice never disagree about the reason', () => {
    expect(said(another(closures, '', { from: '2026-12-02', to: '2026-12-05' }))).to.deep.equal([
      `${closures}#/1/from: overlaps the closure of “hall” from 2026-12-01 to 2026-12-02`,
    ]);
    expect(said(another(closures, '', { from: '2026-12-03', to: '2026-12-05' }))).to.deep.equal([]);
  });

  it('a counter never keeps back more places than it has', () => {
    expect(said(put(openings, '/0/staffOnly', 7))).to.deep.equal([
      `${openings}#/0/staffOnly: is 7, more than the capacity of 6`,
    ]);
    expect(said(put(openings, '/0/staffOnly', 6))).to.deep.equal([]);
  });

  it('a lead time beyond the horizon never leaves a calendar without a single day', () => {
    expect(said(put(haircut, '/horizonDays', 1), put(haircut, '/leadMinutes', 2880))).to.deep.equal(
      [`${haircut}#/leadMinutes: is further ahead than horizonDays (1) allows`],
    );
  });

  it('two rows never offer the same service at the same time with different minutes', () => {
    const clash = [
      `${openings}#/1/slotMinutes: is 20, but “morning” offers “haircut” at the same time in slots of 30`,
    ];
    const second = { id: 'second', slotMinutes: 20 };
    expect(said(another(openings, '', second))).to.deep.equal(clash);
    expect(said(another(openings, '', { ...second, from: '10:30' }))).to.deep.equal(clash);
    // Nothing is wrong with other hours, other days, another season, or the same minutes.
    const winter = put(openings, '/0/validFrom', '2026-12-01');
    for (const apart of [
      { from: '11:00', to: '12:00' },
      { weekdays: [3] },
      { validFrom: '2026-10-01', validTo: '2026-11-30' },
      { slotMinutes: 30 },
    ]) {
      expect(said(winter, another(openings, '', { ...second, ...apart }))).to.deep.equal([]);
    }
    // On a make-up day both rows work, whatever their weekdays.
    expect(
      said(
        put(openings, '/0/onMakeUpDays', true),
        another(openings, '', { ...second, weekdays: [6] }),
      ),
    ).to.deep.equal(clash);
  });
});

describe('bookings of a pack', () => {
  it('a service that can be booked is open at some time', () => {
    expect(said((all) => all.set(openings, []))).to.deep.equal([
      `${haircut}#/service: can be booked, but no opening offers “haircut”`,
    ]);
  });

  it('an opening never offers what has no rules for booking', () => {
    expect(said((all) => all.delete(haircut))).to.deep.equal([
      `${openings}#/0/services/0: offers “haircut”, but ${haircut} is missing`,
    ]);
  });

  it('a person is never sent to a place that the guide does not name', () => {
    expect(
      said(another('places.json', '', { id: 'yard' }), put(openings, '/0/place', 'yard')),
    ).to.deep.equal([
      `${openings}#/0/services/0: offers “haircut” at a place that services/haircut.json does not name`,
    ]);
  });
});

describe('the calendar of a pack', () => {
  it('a holiday of another year is never overlooked in this file', () => {
    const newYear = { from: '2026-12-30', to: '2027-01-01' };
    expect(said(another(year, '/holidays', newYear))).to.deep.equal([
      `${year}#/holidays/1/to: is 2027-01-01, which belongs into calendar/2027.json`,
    ]);
    expect(said(put(year, '/makeUpDays/0', '2025-10-11'))).to.deep.equal([
      `${year}#/makeUpDays/0: is 2025-10-11, which belongs into calendar/2025.json`,
    ]);
  });

  it('a day is never a holiday and worked at once', () => {
    expect(said(put(year, '/makeUpDays/0', '2026-10-04'))).to.deep.equal([
      `${year}#/makeUpDays/0: is 2026-10-04, which is also a holiday`,
    ]);
    expect(
      said(another(year, '/holidays', { from: '2026-10-07', to: '2026-10-08' })),
    ).to.deep.equal([
      `${year}#/holidays/1/from: overlaps the holiday from 2026-10-01 to 2026-10-07`,
    ]);
  });

  it('a make-up day on a weekday is a misprint', () => {
    expect(said(put(year, '/makeUpDays/0', '2026-10-09'))).to.deep.equal([
      `${year}#/makeUpDays/0: is 2026-10-09, which is worked anyway; a make-up day is on a weekend`,
    ]);
  });
});

describe('a pack as one document', () => {
  const told = (change: (pack: Record<string, unknown>) => void): string[] => {
    const pack = structuredClone({ ...assemblePack(files()).pack }) as Record<string, unknown>;
    change(pack);
    return checkPack(pack).map(({ file, path, sentence }) => `${file}#${path}: ${sentence}`);
  };

  it('a damaged download never opens a hall', () => {
    expect(checkPack('<!doctype html>')).to.have.lengthOf.above(0);
    expect(checkPack(undefined)).to.have.lengthOf.above(0);
    expect(checkPack(null)).to.have.lengthOf.above(0);
    expect(checkPack({})).to.have.lengthOf.above(0);
    expect(told((pack) => delete pack.places)).to.deep.equal([
      'places.json#: must be a list in [ ], is undefined',
    ]);
    expect(told((pack) => (pack.services = 3))).to.include(
      'services/*.json#: must be an object in { }, is 3',
    );
  });

  it('names the file to mend', () => {
    expect(told((pack) => (pack.home = 'yard'))).to.deep.equal([
      'pack.json#/home: names an unknown place, “yard”',
    ]);
    expect(
      told((pack) => ((pack.bookables as Record<string, unknown>[])[0]!.persons = 'two')),
    ).to.deep.equal([`${haircut}#/persons: must be a list in [ ], is “two”`]);
  });

  it('the second of two services with one name is not swallowed', () => {
    const twice = told((pack) =>
      (pack.services as unknown[]).push((pack.services as unknown[])[0]),
    );
    expect(twice).to.deep.equal(['services/1.json#/id: is “haircut”, but the file is named “1”']);
  });
});

describe('booking rules that can never be kept', () => {
  it('a row that never opens', () => {
    expect(
      said(put(openings, '/0/weekdays', []), put(openings, '/0/onMakeUpDays', false)),
    ).to.include(`${openings}#/0/weekdays: is empty, and nothing else says when it opens`);
    expect(said(put(openings, '/0/everyWeeks', 2))).to.deep.equal([
      `${openings}#/0/everyWeeks: is 2, but there is no startWeek to count from`,
    ]);
    expect(said(put(openings, '/0/startWeek', '2026-12-07'))).to.deep.equal([
      `${openings}#/0/startWeek: is given, but everyWeeks does not say how often`,
    ]);
  });

  it('hours of a closure that end before they begin, and a service nobody has', () => {
    const hours = [put(closures, '/0/fromTime', '12:00'), put(closures, '/0/toTime', '10:00')];
    expect(said(...hours)).to.deep.equal([
      `${closures}#/0/toTime: ends at 10:00, not after it begins at 12:00`,
    ]);
    expect(said(put(closures, '/0/services', ['hairct']))).to.deep.equal([
      `${closures}#/0/services/0: names an unknown service, “hairct”; did you mean “haircut”?`,
    ]);
  });

  it('a visit that is longer than any morning', () => {
    const [mistake = ''] = said(put(haircut, '/slots', 16));
    expect(mistake).to.match(
      /haircut\.json#\/slots: is 16, but the longest row has only \d+ slots/,
    );
  });

  it('services that join and are never done by one row', () => {
    expect(said(put(haircut, '/joins', ['haircut']))).to.deep.equal([
      `${haircut}#/joins/0: is the service itself`,
    ]);
    expect(said(put(haircut, '/joins', ['shave']))).to.include(
      `${haircut}#/joins/0: names an unknown service, “shave”`,
    );
  });

  it('a day of lead beyond the horizon', () => {
    const days = [put(haircut, '/leadDays', 60), put(haircut, '/horizonDays', 30)];
    expect(said(...days)).to.include(
      `${haircut}#/leadDays: is further ahead than horizonDays (30) allows`,
    );
  });

  it('limits that count what is forgotten already', () => {
    const noShows = { count: 2, withinDays: 90, coolOffDays: 20 };
    expect(said((all) => all.set('booking/limits.json', { noShows }))).to.deep.equal([
      `booking/limits.json#/noShows/withinDays: is 90, but ${haircut} forgets after 30 days (keepDays)`,
    ]);
  });

  it('cases of nothing: a service or a form that is not there, and a check named twice', () => {
    const file = 'cases/haircut.json';
    const rule = {
      service: 'haircut',
      form: 'beard',
      checks: [
        { id: 'hair', what: both('头发') },
        { id: 'hair', what: both('头发') },
      ],
      decide: { count: 10, unit: 'workdays' },
      answer: { count: 5, unit: 'days' },
      reasons: [],
      keepDays: 30,
    };
    expect(said((all) => all.set(file, rule))).to.deep.equal([
      `${file}#/checks/1/id: is “hair”, like /checks/0/id before`,
      `${file}#/form: names an unknown form, “beard”`,
    ]);
    expect(said((all) => all.set('cases/tea.json', { ...rule, service: 'tea' }))).to.include(
      'cases/tea.json#/service: names an unknown service, “tea”',
    );
  });
});
