import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/index.ts';
import { at, morning, prepared, shown } from './queue.ts';

const meta: Meta = { title: 'parts/mulin-counter', component: 'mulin-counter' };
export default meta;
type Story = StoryObj;

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
/** Somebody has stepped out, and somebody did not come. */
export const AwayAndMissed: Story = {
  loaders: [
    prepared(async (queue) => {
      await morning(queue);
      await queue.bid('ticket.miss', at('counter-1'));
      const held = { place: queue.place, date: '2026-12-07', number: 'A002' };
      await queue.bid('ticket.away', { ...held, counter: 'counter-1', minutes: 20 });
    }),
  ],
  render: (_, { loaded }) => shown(loaded, 'clerk', counter),
};
export const DayEnded: Story = {
  loaders: [prepared((queue) => queue.bid('queue.end', { place: queue.place }))],
  render: (_, { loaded }) => shown(loaded, 'clerk', counter),
};
export const CounterWithoutStaff: Story = {
  loaders: [prepared(morning)],
  render: (_, { loaded }) => shown(loaded, 'terminal', counter),
};
