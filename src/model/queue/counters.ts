/** Opening and closing: a counter, and the day. */
import * as Type from 'typebox';
import type { Static } from 'typebox';
import { dateAt } from '../shared/dates.ts';
import { accept, command, refuse, type Ctx, type Decision, type Docs } from '../shared/law.ts';
import { Id } from '../shared/text.ts';
import { deskOf, type CallRefusal } from './desk.ts';
import type { CounterDay, QueuePack } from './documents.ts';
import { Sheet } from './sheet.ts';
import { queueAt } from './take.ts';

export type CounterRefusal =
  CallRefusal | 'counter.cannot-serve' | 'ticket.day-ended' | 'ticket.no-queue-here';

type QueueCtx = Ctx<QueuePack>;
type State = CounterDay['state'];

const CounterInput = Type.Object({ place: Id, counter: Id }, { additionalProperties: false });
type CounterInput = Static<typeof CounterInput>;

const touches = (input: CounterInput, docs: Docs, ctx: QueueCtx) => {
  const desk = deskOf(docs, input, ctx);
  return desk ? [desk.sheet.dayKey] : [];
};

function turn(
  docs: Docs,
  input: CounterInput & { readonly lines?: readonly string[] },
  ctx: QueueCtx,
  state: State,
): Decision<{ readonly state: State }, CounterRefusal> {
  const desk = deskOf(docs, input, ctx);
  if (!desk) return refuse('counter.unknown', { at: '/counter' });
  const { sheet, counter } = desk;
  if (sheet.day.endedAt !== undefined) return refuse('ticket.day-ended');
  const before = sheet.counter(counter.id);
  // Nobody who sits at a counter is forgotten there.
  if (state !== 'open' && before.here)
    return refuse('counter.busy', { facts: { number: before.here.number } });
  const known = [...counter.lines, ...counter.helps];
  const unknown = input.lines?.findIndex((line) => !known.includes(line)) ?? -1;
  if (unknown >= 0) return refuse('counter.cannot-serve', { at: `/lines/${unknown}` });
  sheet.setCounter(counter.id, {
    state,
    since: ctx.now,
    ...(input.lines && { lines: [...input.lines] }),
  });
  const { place, date } = sheet;
  return accept({ state }, sheet.changes(), [
    { type: `counter.${state}`, data: { place, date, counter: counter.id } },
  ]);
}

/** Begins, or goes on after a pause. `lines` are those the clerk can serve, where these are not all of the counter's. */
export const open = command({
  name: 'counter.open',
  input: Type.Object(
    { place: Id, counter: Id, lines: Type.Optional(Type.Array(Id, { minItems: 1, maxItems: 30 })) },
    { additionalProperties: false },
  ),
  who: ['staff:counter'],
  offline: 'refuse',
  touches,
  decide: (docs, input, ctx: QueueCtx) => turn(docs, input, ctx, 'open'),
});

export const pause = command({
  name: 'counter.pause',
  input: CounterInput,
  who: ['staff:counter'],
  offline: 'refuse',
  touches,
  decide: (docs, input, ctx: QueueCtx) => turn(docs, input, ctx, 'paused'),
});

export const close = command({
  name: 'counter.close',
  input: CounterInput,
  who: ['staff:counter'],
  offline: 'refuse',
  touches,
  decide: (docs, input, ctx: QueueCtx) => turn(docs, input, ctx, 'closed'),
});

const DayInput = Type.Object({ place: Id }, { additionalProperties: false });

const sheetToday = (docs: Docs, place: string, { pack, now }: QueueCtx): Sheet | undefined => {
  const queue = queueAt(pack, place);
  return queue && new Sheet(docs, queue, dateAt(now, pack.zone));
};

/** The day is over: every counter closes, and whoever still waits reads so. Undone by `queue.reopen`. */
export const end = command({
  name: 'queue.end',
  input: DayInput,
  who: ['staff:counter'],
  offline: 'refuse',
  touches: ({ place }, docs, ctx: QueueCtx) => {
    const sheet = sheetToday(docs, place, ctx);
    return sheet ? [sheet.dayKey] : [];
  },
  decide(docs, { place }, ctx: QueueCtx): Decision<{ readonly endedAt: number }, CounterRefusal> {
    const sheet = sheetToday(docs, place, ctx);
    if (!sheet) return refuse('ticket.no-queue-here', { at: '/place' });
    const busy = Object.values(sheet.day.counters).find(({ here }) => here)?.here?.number;
    if (busy) return refuse('counter.busy', { facts: { number: busy } });
    for (const id of Object.keys(sheet.day.counters))
      sheet.setCounter(id, { state: 'closed', since: ctx.now, done: [] });
    sheet.setDay({ endedAt: ctx.now });
    return accept({ endedAt: ctx.now }, sheet.changes(), [
      { type: 'queue.ended', data: { place, date: sheet.date } },
    ]);
  },
});

export const reopen = command({
  name: 'queue.reopen',
  input: DayInput,
  who: ['staff:counter'],
  offline: 'refuse',
  touches: ({ place }, docs, ctx: QueueCtx) => {
    const sheet = sheetToday(docs, place, ctx);
    return sheet ? [sheet.dayKey] : [];
  },
  decide(docs, { place }, ctx: QueueCtx): Decision<{ readonly place: string }, CounterRefusal> {
    const sheet = sheetToday(docs, place, ctx);
    if (!sheet) return refuse('ticket.no-queue-here', { at: '/place' });
    sheet.setDay({ endedAt: undefined });
    return accept({ place }, sheet.changes(), [
      { type: 'queue.reopened', data: { place, date: sheet.date } },
    ]);
  },
});
