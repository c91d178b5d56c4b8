/** What a day came to: how many, how long they waited and how long they took, by hour and line. */
import * as Type from 'typebox';
import { dateAt } from '../shared/dates.ts';
import { answer, query, refuse, type Answer, type Ctx } from '../shared/law.ts';
import { Id, PlainDate, type Text } from '../shared/text.ts';
import { queueDay, type QueueDay, type QueuePack } from './documents.ts';
import type { HourRow } from './figures.ts';
import { placeName } from './place.ts';
import type { Line } from './rules.ts';
import { emptyDay } from './sheet.ts';
import { queueAt } from './take.ts';

type QueueCtx = Ctx<QueuePack>;

export interface Stats {
  readonly place: string;
  readonly name: Text;
  readonly date: string;
  /** The day it is at the place. */
  readonly today: string;
  readonly sample: boolean;
  readonly lines: readonly Pick<Line, 'id' | 'letter' | 'name'>[];
  readonly rows: readonly HourRow[];
}

export const stats = query({
  name: 'queue.stats',
  input: Type.Object(
    /** Today, where no date is given. */
    { place: Id, date: Type.Optional(PlainDate) },
    { additionalProperties: false },
  ),
  who: ['staff'],
  reads: ({ place, date }, { pack, now }: QueueCtx) => [
    queueDay.key(place, date ?? dateAt(now, pack.zone)),
  ],
  answer(
    docs,
    { place, date: wanted },
    { pack, now }: QueueCtx,
  ): Answer<Stats, 'ticket.no-queue-here'> {
    const queue = queueAt(pack, place);
    if (!queue) return refuse('ticket.no-queue-here', { at: '/place' });
    const today = dateAt(now, pack.zone);
    const date = wanted ?? today;
    return answer({
      place,
      name: placeName(pack, place),
      date,
      today,
      sample: queue.sample,
      lines: queue.lines.map(({ id, letter, name }) => ({ id, letter, name })),
      rows: hourRows(queueDay.find(docs, queueDay.key(place, date)) ?? emptyDay),
    });
  },
});

function hourRows(day: QueueDay): HourRow[] {
  return Object.entries(day.hours)
    .flatMap(([hour, lines]) =>
      Object.entries(lines).map(([line, tally]) => ({ hour: Number(hour), line, ...tally })),
    )
    .sort((a, b) => a.hour - b.hour || (a.line < b.line ? -1 : 1));
}
