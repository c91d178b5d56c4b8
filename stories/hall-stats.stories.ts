import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/index.ts';
import type { QueueHall } from '../tests/harness/queue-hall.ts';
import { at, prepared, shown } from './queue.ts';

const meta: Meta = { title: 'parts/mulin-hall-stats', component: 'mulin-hall-stats' };
export default meta;
type Story = StoryObj;

const stats = html`<mulin-hall-stats place="wujiaochang-centre"></mulin-hall-stats>`;

/** From half past eight to noon: people come for three things, and two counters serve them. */
async function busyMorning(queue: QueueHall): Promise<void> {
  for (const counter of ['counter-1', 'counter-3']) await queue.bid('counter.open', at(counter));
  const come = ['intake', 'relief', 'intake', 'elder', 'intake', 'relief', 'intake'];
  for (let round = 0; round < 14; round += 1) {
    for (let i = 0; i < 1 + (round % 3); i += 1)
      await queue.take(come[(round + i) % come.length] ?? 'intake');
    queue.later(7);
    for (const counter of ['counter-1', 'counter-3'])
      await queue.clerk.send('ticket.call', at(counter), { idempotencyKey: crypto.randomUUID() });
    queue.later(6 + (round % 5));
  }
}

export const AMorning: Story = {
  loaders: [prepared(busyMorning, '2026-12-07T08:30+08:00')],
  render: (_, { loaded }) => shown(loaded, 'clerk', stats),
};
export const NobodyYet: Story = {
  loaders: [prepared(() => Promise.resolve(undefined))],
  render: (_, { loaded }) => shown(loaded, 'clerk', stats),
};
/** Somebody at a terminal is not shown it. */
export const NotStaff: Story = {
  loaders: [prepared(() => Promise.resolve(undefined))],
  render: (_, { loaded }) => shown(loaded, 'terminal', stats),
};
