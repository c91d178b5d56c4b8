/** A hall with a queue for tests and stories: two lines, three counters, open on weekdays from 08:30 to 16:30. */
import type { Policy, Queue } from '../../src/model/queue/rules.ts';
import type { Pack } from '../../src/model/pack.ts';
import { placeOf, registryPack, serviceOf, text } from './packs.ts';

export const ageing: Policy = { kind: 'ageing', appointmentMinutes: 40, priorityMinutes: 20 };

/** One of each kind. */
export const policies: readonly Policy[] = [
  { kind: 'arrival' },
  { kind: 'appointments' },
  { kind: 'strict' },
  { kind: 'ratio', appointment: 3, priority: 2, standard: 1 },
  ageing,
];

export function queueOf(changes: Partial<Queue> = {}): Queue {
  return {
    place: 'centre',
    hours: [
      {
        weekdays: [1, 2, 3, 4, 5],
        from: '08:30',
        to: '16:30',
        onHolidays: false,
        onMakeUpDays: true,
      },
    ],
    policy: ageing,
    priority: [
      { id: 'elder', ask: text('您满 70 周岁了吗？', 'Are you 70 or older?') },
      { id: 'legs', ask: text('您站着或走路不方便吗？', 'Is standing or walking hard for you?') },
    ],
    lines: [
      {
        id: 'marriage',
        letter: 'A',
        name: text('婚姻登记', 'Marriage'),
        services: ['marriage'],
        bring: text('请带好双方身份证', 'Please have both ID cards ready'),
        dailyQuota: 400,
        nightQuota: 20,
        usualMinutes: 10,
      },
      {
        id: 'relief',
        letter: 'B',
        name: text('社会救助', 'Social assistance'),
        services: ['relief'],
        dailyQuota: 400,
        nightQuota: 20,
        usualMinutes: 8,
      },
    ],
    counters: [
      { id: 'c1', number: 1, lines: ['marriage'], helps: [] },
      { id: 'c2', number: 2, lines: ['relief'], helps: ['marriage'] },
      { id: 'c3', number: 3, lines: ['marriage', 'relief'], helps: [] },
    ],
    maxRecalls: 2,
    returnAfter: 3,
    maxReturns: 2,
    maxAwayMinutes: 30,
    dueMinutes: 5,
    sample: true,
    ...changes,
  };
}

/** `counters` counters, each for all of `lines` lines. */
export function manyCounters(counters: number, lines: number): Partial<Queue> {
  const [base] = queueOf().lines;
  if (!base) throw new Error('no line');
  const ids = Array.from({ length: lines }, (_, i) => `line-${i + 1}`);
  return {
    lines: ids.map((id, i) => ({
      ...base,
      id,
      letter: String.fromCharCode(65 + i),
      dailyQuota: 20_000,
    })),
    counters: Array.from({ length: counters }, (_, i) => ({
      id: `c${i + 1}`,
      number: i + 1,
      lines: ids,
      helps: [],
    })),
  };
}

/** A town whose centre has that queue. */
export function queueTown(changes: Partial<Queue> = {}, more: Partial<Pack> = {}): Pack {
  return registryPack({
    places: [placeOf('registry'), placeOf('centre')],
    services: [
      serviceOf('marriage', text('结婚登记', 'Marriage'), ['registry', 'centre']),
      serviceOf('relief', text('临时救助', 'Temporary relief'), ['centre']),
    ],
    queues: [queueOf(changes)],
    ...more,
  });
}
