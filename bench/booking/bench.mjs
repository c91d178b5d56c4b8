/**
 * What it costs to know what is free: a month for 50 places and 20 services, 1,000 month views or 31,000 days, as a
 * district's overview would ask for them at once. Each place has 40 rows of opening hours (morning and afternoon for each
 * service), two in three places for everybody are taken. Nothing is read from a store; this is the rules alone, in Node.
 *
 * The first time the pack is new and the plan of every day has to be made. After that plans are known, and the documents are
 * new objects each time, as if freshly loaded, so that who sits where is counted anew. "Same documents" is a screen that
 * asks again for what it has, at another time.
 */
import { cpus } from 'node:os';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { bundle, median, table } from '../tools.mjs';

const FRAME = 16;
const [PLACES, SERVICES] = [50, 20];
// What loading leaves behind is swept away before the clock starts: 75 MB of JSON are not the rules' to answer for.
setFlagsFromString('--expose-gc');
const sweep = runInNewContext('gc');
const list = (length) => Array.from({ length }, (_, i) => i);

export async function run({ quick, say }) {
  const { js } = await bundle('src/model/booking/queries.ts');
  const { month } = await import(`data:text/javascript,${encodeURIComponent(js)}`);
  const inputs = list(PLACES).flatMap((place) =>
    list(SERVICES).map((service) => ({
      place: `place-${place}`,
      service: `service-${service}`,
      month: '2026-12',
    })),
  );
  /** Milliseconds of processor time, which a busy machine does not stretch; and the free places, so that nobody leaves the work out. */
  const ask = (pack, docs, now) => {
    const ctx = { now, pack, actor: { kind: 'anonymous' } };
    let free = 0;
    sweep();
    const begin = process.cpuUsage();
    for (const input of inputs)
      for (const day of month.answer(docs, input, ctx).value.days) free += day.free;
    const { user, system } = process.cpuUsage(begin);
    const took = (user + system) / 1000;
    if (free < 10_000) throw new Error(`only ${free} places are free: the bench is broken`);
    return took;
  };

  const text = JSON.stringify(documents());
  const load = () => new Map(JSON.parse(text));
  const monday = Date.parse('2026-12-01T08:00+08:00');
  const first = list(quick ? 1 : 5).map(() => ask(packOf(), load(), monday));
  const pack = packOf();
  const [fresh, same, again] = [[], [], []];
  for (const round of list(quick ? 3 : 15)) {
    say(`round ${round + 1}`);
    const docs = load();
    fresh.push(ask(pack, docs, monday + round));
    same.push(ask(pack, docs, monday + round));
    again.push(ask(pack, docs, monday + round + 1000));
  }
  const row = (name, times) => [
    name,
    `${median(times).toFixed(1)} ms`,
    `${Math.min(...times).toFixed(1)} ms`,
    median(times) <= FRAME ? 'yes' : 'no',
  ];
  return `${table(
    ['1,000 month views (31,000 days)', 'median', 'best', `in a frame of ${FRAME} ms`],
    [
      row('a pack never seen before, documents just loaded', first),
      row('documents just loaded', fresh),
      row('the same documents a second later', again),
      row('the same documents at the same moment', same),
    ],
  )}\n\nNode ${process.version} on ${cpus()[0]?.model.trim() ?? 'an unknown processor'}.`;
}

function packOf() {
  const services = list(SERVICES).map((i) => `service-${i}`);
  const places = list(PLACES).map((i) => `place-${i}`);
  const opening = (place, service, from, to) => ({
    ...{ id: `${service}-${from.replace(':', '')}`, place, services: [service], from, to },
    ...{ weekdays: [1, 2, 3, 4, 5, 6], slotMinutes: 30, capacity: 4, staffOnly: 1 },
    ...{ onHolidays: false, onMakeUpDays: true },
  });
  return {
    zone: 'Asia/Shanghai',
    places: places.map((id) => ({ id })),
    services: services.map((id) => ({ id })),
    openings: places.flatMap((place) =>
      services.flatMap((service) => [
        opening(place, service, '09:00', '11:30'),
        opening(place, service, '13:30', '16:30'),
      ]),
    ),
    closures: [],
    bookables: services.map((service) => ({
      ...{ service, persons: [{ role: 'applicant', name: {} }], questions: [], declarations: [] },
      ...{ holdMinutes: 10, holdRenewals: 2, leadMinutes: 120, horizonDays: 31 },
      changeUntilMinutes: 120,
    })),
    calendar: [],
  };
}

function documents() {
  const times = [
    ...['09:00', '09:30', '10:00', '10:30', '11:00'].map((time) => ['0900', time]),
    ...['13:30', '14:00', '14:30', '15:00', '15:30', '16:00'].map((time) => ['1330', time]),
  ];
  const takingsOn = (day, i) =>
    times.flatMap(([row, time], t) =>
      list(1 + ((i + t + day) % 3)).map((n) => ({
        ...{ code: `${i}-${t}-${n}`, service: `service-${i}`, opening: `service-${i}-${row}` },
        ...{ time, minutes: 30 },
      })),
    );
  return list(PLACES).flatMap((place) =>
    list(31).map((day) => [
      `booking/day/place-${place}/2026-12-${String(day + 1).padStart(2, '0')}`,
      { takings: list(SERVICES).flatMap((i) => takingsOn(day, i)) },
    ]),
  );
}
