import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import '../src/index.ts';
import { morning, prepared, shown } from './queue.ts';

const meta: Meta = { title: 'parts/mulin-board', component: 'mulin-board' };
export default meta;
type Story = StoryObj;

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
