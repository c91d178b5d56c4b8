import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { simulatedPrinter } from '../src/device/printer/index.ts';
import '../src/index.ts';
import { openQueueHall, type QueueHall } from '../tests/harness/queue-hall.ts';
import type { Pack } from '../src/model/index.ts';
import { screenOf } from '../tests/harness/screen.ts';

/** A queue of its own for each story, set up before it is drawn. */
async function hallFor(pack: Pack, now?: string): Promise<QueueHall> {
  return openQueueHall({ pack, place: 'wujiaochang-centre', now: now ?? '2026-12-07T10:00+08:00' });
}

interface Around {
  readonly loaded: { readonly queue?: QueueHall; readonly held?: Record<string, string> };
}

const prepared =
  (prepare: (queue: QueueHall) => Promise<unknown>, now?: string) =>
  async (): Promise<Around['loaded']> => {
    const pack = (await (await fetch('packs/yangpu.json')).json()) as Pack;
    const queue = await hallFor(pack, now);
    const held = (await prepare(queue)) as Record<string, string> | undefined;
    return { queue, ...(held && { held }) };
  };

const shown = (
  loaded: unknown,
  who: 'terminal' | 'clerk',
  content: TemplateResult,
  more: object = {},
): TemplateResult => {
  const { queue } = loaded as Around['loaded'];
  const { printer } = more as { printer?: ReturnType<typeof simulatedPrinter> };
  return html`<mulin-scope .gateway=${queue?.[who]} .printer=${printer}>${content}</mulin-scope>`;
};

const meta: Meta = { title: 'parts/queue' };
export default meta;
type Story = StoryObj;

const at = (counter: string) => ({ place: 'wujiaochang-centre', counter });
const ticket = html`<mulin-ticket place="wujiaochang-centre"></mulin-ticket>`;

/** A morning: five wait, two are called. */
async function morning(queue: QueueHall): Promise<unknown> {
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

export const TakeATicket: Story = {
  loaders: [prepared(morning)],
  render: (_, { loaded }) => shown(loaded, 'terminal', ticket),
};
export const TakeATicketAtNight: Story = {
  loaders: [prepared(() => Promise.resolve(undefined), '2026-12-07T21:00+08:00')],
  render: (_, { loaded }) => shown(loaded, 'terminal', ticket),
};
export const TheQuestion: Story = {
  loaders: [prepared(morning)],
  render: (_, { loaded }) => shown(loaded, 'terminal', ticket),
  play: async ({ canvasElement }) => {
    const screen = screenOf(canvasElement);
    await screen.press(/综合受理/);
    await screen.read(/您有下面的情况吗/);
  },
};
/** The printer has no paper: the ticket stands on the screen, and is offered again. */
export const NoPaper: Story = {
  loaders: [prepared(morning)],
  render: (_, { loaded }) =>
    shown(loaded, 'terminal', ticket, { printer: simulatedPrinter({ sheets: 0 }) }),
  play: async ({ canvasElement }) => {
    const screen = screenOf(canvasElement);
    await screen.press(/综合受理/);
    await screen.press('都没有，取号');
    await screen.read(/打印机没有纸了/);
  },
};

const boardAt = (metres: 3 | 6 | 10): TemplateResult =>
  html`<mulin-board
    place="wujiaochang-centre"
    metres=${metres}
    style="block-size: 100vh"
  ></mulin-board>`;
export const Board: Story = {
  loaders: [prepared(morning)],
  render: (_, { loaded }) => shown(loaded, 'terminal', boardAt(6)),
};
export const BoardFromAfar: Story = {
  loaders: [prepared(morning)],
  render: (_, { loaded }) => shown(loaded, 'terminal', boardAt(10)),
};
export const BoardFromNear: Story = {
  loaders: [prepared(morning)],
  render: (_, { loaded }) => shown(loaded, 'terminal', boardAt(3)),
};
export const BoardWithoutCalls: Story = {
  loaders: [prepared(() => Promise.resolve(undefined))],
  render: (_, { loaded }) => shown(loaded, 'terminal', boardAt(6)),
};
export const BoardAfterTheDay: Story = {
  loaders: [prepared((queue) => queue.bid('queue.end', { place: queue.place }))],
  render: (_, { loaded }) => shown(loaded, 'terminal', boardAt(6)),
};

const counter = html`<mulin-counter
  place="wujiaochang-centre"
  counter="counter-1"
></mulin-counter>`;
export const Counter: Story = {
  loaders: [prepared(morning)],
  render: (_, { loaded }) => shown(loaded, 'clerk', counter),
};
export const CounterNotOpen: Story = {
  loaders: [prepared(() => Promise.resolve(undefined))],
  render: (_, { loaded }) => shown(loaded, 'clerk', counter),
};
export const CounterWithoutStaff: Story = {
  loaders: [prepared(morning)],
  render: (_, { loaded }) => shown(loaded, 'terminal', counter),
};

const phone = (loaded: unknown): TemplateResult => {
  const { held = {} } = loaded as Around['loaded'];
  return shown(
    loaded,
    'terminal',
    html`<mulin-queue-status
      place="wujiaochang-centre"
      date=${held['date'] ?? ''}
      number=${held['number'] ?? ''}
      pass=${held['pass'] ?? ''}
    ></mulin-queue-status>`,
  );
};
export const Phone: Story = {
  loaders: [prepared(morning)],
  render: (_, { loaded }) => phone(loaded),
};
export const PhoneCalled: Story = {
  loaders: [
    prepared(async (queue) => {
      const held = await queue.take('intake');
      await queue.bid('counter.open', at('counter-1'));
      await queue.bid('ticket.call', at('counter-1'));
      return held;
    }),
  ],
  render: (_, { loaded }) => phone(loaded),
};
export const PhoneMissed: Story = {
  loaders: [
    prepared(async (queue) => {
      const held = await queue.take('intake');
      await queue.bid('counter.open', at('counter-1'));
      await queue.bid('ticket.call', at('counter-1'));
      await queue.bid('ticket.miss', at('counter-1'));
      return held;
    }),
  ],
  render: (_, { loaded }) => phone(loaded),
};
export const PhoneUnknownTicket: Story = {
  loaders: [prepared(() => Promise.resolve({ date: '2026-12-07', number: 'A099', pass: '0000' }))],
  render: (_, { loaded }) => phone(loaded),
};
