import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/index.ts';
import { morning, prepared, shown } from './queue.ts';

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
export const CounterWithoutStaff: Story = {
  loaders: [prepared(morning)],
  render: (_, { loaded }) => shown(loaded, 'terminal', counter),
};
