/** A hall with a queue for each story, set up before it is drawn. */
import { html, type TemplateResult } from 'lit';
import type { Printer } from '../src/device/printer/index.ts';
import '../src/index.ts';
import type { Pack } from '../src/model/index.ts';
import { openQueueHall, type QueueHall } from '../tests/harness/queue-hall.ts';

interface Loaded {
  readonly queue: QueueHall;
  readonly held?: Record<string, string>;
}

export const prepared =
  (prepare: (queue: QueueHall) => Promise<unknown>, now = '2026-12-07T10:00+08:00') =>
  async (): Promise<Loaded> => {
    const pack = (await (await fetch('packs/yangpu.json')).json()) as Pack;
    const queue = openQueueHall({ pack, place: 'wujiaochang-centre', now });
    const held = (await prepare(queue)) as Record<string, string> | undefined;
    return { queue, ...(held && { held }) };
  };

/** What was prepared, as the render function of a story is handed it. */
export const loadedBy = (loaded: unknown): Loaded => loaded as Loaded;

export const shown = (
  loaded: unknown,
  who: 'terminal' | 'clerk',
  content: TemplateResult,
  printer?: Printer,
): TemplateResult =>
  html`<mulin-scope .gateway=${loadedBy(loaded).queue[who]} .printer=${printer}
    >${content}</mulin-scope
  >`;

export const at = (counter: string) => ({ place: 'wujiaochang-centre', counter });

/** A morning: five wait, two are called. */
export async function morning(queue: QueueHall): Promise<unknown> {
  for (const counter of ['counter-1', 'counter-3', 'counter-4'])
    await queue.bid('counter.open', at(counter));
  let last: unknown;
  for (const line of ['intake', 'relief', 'intake', 'elder', 'intake', 'intake', 'relief']) {
    last = await queue.take(line);
    queue.later(2);
  }
  for (const counter of ['counter-1', 'counter-3']) await queue.bid('ticket.call', at(counter));
  return last;
}
