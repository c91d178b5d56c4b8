/** Service packs for tests and stories: a small registry to read by eye, and endless ones to search for holes. */
import * as fc from 'fast-check';
import type { Bookable, Closure, Opening } from '../../src/model/booking/rules.ts';
import type { Pack } from '../../src/model/pack.ts';
import type { HolidayYear } from '../../src/model/shared/calendar.ts';
import { addDays, timeOf } from '../../src/model/shared/dates.ts';
import type { Place } from '../../src/model/shared/place.ts';
import type { Service } from '../../src/model/shared/service.ts';
import type { Text } from '../../src/model/shared/text.ts';

export const text = (zh: string, en: string): Text => ({ 'zh-CN': zh, en });

/** The holidays of 2026 by the State Council's notice of 4 November 2025. */
export const year2026: HolidayYear = {
  year: 2026,
  source: text('国务院办公厅关于2026年部分节假日安排的通知', 'Public holidays in 2026'),
  holidays: [
    { name: text('元旦', "New Year's Day"), from: '2026-01-01', to: '2026-01-03' },
    { name: text('春节', 'Spring Festival'), from: '2026-02-15', to: '2026-02-23' },
    { name: text('清明节', 'Tomb-Sweeping Day'), from: '2026-04-04', to: '2026-04-06' },
    { name: text('劳动节', 'Labour Day'), from: '2026-05-01', to: '2026-05-05' },
    { name: text('端午节', 'Dragon Boat Festival'), from: '2026-06-19', to: '2026-06-21' },
    { name: text('中秋节', 'Mid-Autumn Festival'), from: '2026-09-25', to: '2026-09-27' },
    { name: text('国庆节', 'National Day'), from: '2026-10-01', to: '2026-10-07' },
  ],
  makeUpDays: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
};

export const placeOf = (id: string): Place => ({
  id,
  kind: 'registry',
  name: text(`${id} 示例`, id),
  division: '310110',
  address: text('示例路 1 号', '1 Shili Road'),
  hours: text('周一至周六', 'Monday to Saturday'),
  sample: true,
});

export const serviceOf = (id: string, name: Text, places: string[]): Service => ({
  id,
  system: 'E1',
  name,
  summary: name,
  keywords: [],
  who: [name],
  bring: [],
  steps: [name],
  duration: text('30 分钟', '30 minutes'),
  fee: text('免费', 'Free'),
  basis: [{ title: text('民法典', 'Civil Code') }],
  places,
  sample: true,
});

/** Mondays to Saturdays, 09:00 to 11:00 in half hours; of three places in each, two are the public's. */
export const morning: Opening = {
  id: 'marriage-morning',
  place: 'registry',
  services: ['marriage'],
  weekdays: [1, 2, 3, 4, 5, 6],
  from: '09:00',
  to: '11:00',
  slotMinutes: 30,
  capacity: 3,
  staffOnly: 1,
  onHolidays: false,
  onMakeUpDays: true,
};

/** A man of 22, a woman of 20, one statement; ten minutes to fill in, renewed twice; two hours ahead, thirty days out. */
export const marriage: Bookable = {
  service: 'marriage',
  persons: [
    { role: 'man', name: text('男方', 'Groom'), sex: 'male', minAge: 22 },
    { role: 'woman', name: text('女方', 'Bride'), sex: 'female', minAge: 20 },
  ],
  questions: [],
  declarations: [{ id: 'no-spouse', text: text('我没有配偶。', 'I am not married.') }],
  holdMinutes: 10,
  holdRenewals: 2,
  leadMinutes: 120,
  horizonDays: 30,
  changeUntilMinutes: 120,
};

/** One marriage registry that opens in the mornings. */
export function registryPack(changes: Partial<Pack> = {}): Pack {
  return {
    id: 'registry-town',
    name: text('示例区民政', 'Sample District'),
    title: text('示例区', 'Sample District'),
    home: 'registry',
    zone: 'Asia/Shanghai',
    frequent: ['marriage'],
    subdistricts: [],
    places: [placeOf('registry')],
    services: [serviceOf('marriage', text('结婚登记', 'Marriage'), ['registry'])],
    openings: [morning],
    closures: [],
    bookables: [marriage],
    forms: [],
    queues: [],
    cases: [],
    calendar: [year2026],
    ...changes,
  };
}

const SERVICES = ['marriage', 'reissue', 'intake'];
const PLACES = ['registry', 'centre'];

/**
 * Any rules a pack may bring for the days around `start`: rows that overlap, rows with nothing for the public, rows for
 * several services, visits of several slots, every second or third week, extra days, holidays, make-up days, days and
 * hours that are closed.
 * As pack-check demands, rows that can meet agree on their minutes.
 */
export function anyPack(start: string): fc.Arbitrary<Pack> {
  const opening = (id: string): fc.Arbitrary<Opening> =>
    fc
      .record({
        place: fc.constantFrom(...PLACES),
        services: fc.subarray(SERVICES, { minLength: 1 }),
        weekdays: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 5 }),
        from: fc.constantFrom(0, 120, 540, 545, 570, 1380),
        length: fc.integer({ min: 15, max: 90 }),
        slotMinutes: fc.constant(20),
        capacity: fc.integer({ min: 1, max: 3 }),
        staff: fc.constantFrom(0, 0, 0, 0, 1, 3),
        validFrom: fc.option(fc.integer({ min: -3, max: 4 }), { nil: undefined, freq: 2 }),
        validTo: fc.option(fc.integer({ min: 2, max: 20 }), { nil: undefined, freq: 2 }),
        everyWeeks: fc.constantFrom(undefined, undefined, undefined, 2, 3),
        extraDay: fc.option(fc.integer({ min: 0, max: 8 }), { nil: undefined, freq: 1 }),
        onHolidays: fc.boolean(),
        onMakeUpDays: fc.boolean(),
      })
      .map(({ from, length, staff, validFrom, validTo, everyWeeks, extraDay, ...rest }) => ({
        ...rest,
        id,
        from: timeOf(from),
        to: timeOf(Math.min(from + length, 23 * 60 + 59)),
        staffOnly: Math.min(staff, rest.capacity),
        ...(validFrom !== undefined && { validFrom: addDays(start, validFrom) }),
        ...(validTo !== undefined && { validTo: addDays(start, validTo) }),
        ...(everyWeeks !== undefined && { everyWeeks, startWeek: start }),
        ...(extraDay !== undefined && { extraDays: [addDays(start, extraDay)] }),
      }));
  const bookable = (service: string): fc.Arbitrary<Bookable> =>
    fc.record({
      service: fc.constant(service),
      slots: fc.constantFrom(1, 1, 2, 3),
      persons: fc.constant([{ role: 'applicant', name: text('本人', 'Applicant') }]),
      questions: fc.constant([]),
      declarations: fc.constant([]),
      holdMinutes: fc.integer({ min: 2, max: 60 }),
      holdRenewals: fc.integer({ min: 0, max: 3 }),
      leadMinutes: fc.constantFrom(0, 0, 0, 1, 1, 120, 120, 120, 60 * 24, 60 * 24 * 30),
      horizonDays: fc.constantFrom(1, 5, 5, 30, 30),
      changeUntilMinutes: fc.constantFrom(0, 120, 60 * 24),
    });
  const closure: fc.Arbitrary<Closure> = fc
    .record({
      place: fc.constantFrom(...PLACES),
      from: fc.integer({ min: 0, max: 8 }),
      days: fc.integer({ min: 0, max: 2 }),
      hours: fc.constantFrom(
        {},
        { fromTime: '09:20', toTime: '09:50' },
        { fromTime: '00:00', toTime: '00:25' },
      ),
    })
    .map(({ place, from, days, hours }) => ({
      ...hours,
      place,
      from: addDays(start, from),
      to: addDays(start, from + days),
      reason: text('内部盘点', 'Stocktaking'),
    }));
  return fc
    .record({
      zone: fc.constantFrom('Asia/Shanghai', 'America/Los_Angeles', 'Europe/Berlin'),
      openings: fc
        .integer({ min: 1, max: 4 })
        .chain((rows) => fc.tuple(...Array.from({ length: rows }, (_, i) => opening(`row-${i}`)))),
      closures: fc.array(closure, { maxLength: 1 }),
      bookables: fc.tuple(...SERVICES.map(bookable)),
    })
    .map((rules) =>
      registryPack({
        ...rules,
        places: PLACES.map(placeOf),
        services: SERVICES.map((id) => serviceOf(id, text(id, id), PLACES)),
      }),
    );
}
