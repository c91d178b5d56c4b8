import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import '../src/index.ts';
import { at, morning, prepared, shown, loadedBy } from './queue.ts';

const meta: Meta = { title: 'parts/mulin-queue-status', component: 'mulin-queue-status' };
export default meta;
type Story = StoryObj;

const phone = (loaded: unknown): TemplateResult => {
  const { held = {} } = loadedBy(loaded);
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
