import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { simulatedPrinter } from '../src/device/printer/index.ts';
import '../src/index.ts';
import { screenOf } from '../tests/harness/screen.ts';
import { at, loadedBy, morning, prepared, shown } from './queue.ts';

const meta: Meta = { title: 'parts/mulin-ticket', component: 'mulin-ticket' };
export default meta;
type Story = StoryObj;

const ticket = html`<mulin-ticket place="wujiaochang-centre"></mulin-ticket>`;

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
/** The number, the place in the line and why; the code is for whoever has no phone. */
export const Taken: Story = {
  loaders: [prepared(morning)],
  render: (_, { loaded }) => shown(loaded, 'terminal', ticket),
  play: async ({ canvasElement }) => {
    const screen = screenOf(canvasElement);
    await screen.press(/综合受理/);
    await screen.press('都没有，取号');
    await screen.read(/您前面有/);
  },
};
export const Find: Story = {
  loaders: [prepared(morning)],
  render: (_, { loaded }) => shown(loaded, 'terminal', ticket),
  play: async ({ canvasElement }) => {
    const screen = screenOf(canvasElement);
    await screen.press(/我有号票/);
    await screen.press('看一看');
    await screen.read(/请对着号票再看一遍/);
  },
};
/** Somebody who missed the call is back, and has no phone. */
export const Missed: Story = {
  loaders: [
    prepared(async (queue) => {
      const held = await queue.take('intake');
      await queue.bid('counter.open', at('counter-1'));
      await queue.bid('ticket.call', at('counter-1'));
      await queue.bid('ticket.miss', at('counter-1'));
      return held;
    }),
  ],
  render: (_, { loaded }) => shown(loaded, 'terminal', ticket),
  play: async ({ canvasElement, loaded }) => {
    const screen = screenOf(canvasElement);
    const { number = '', pass = '' } = loadedBy(loaded).held ?? {};
    await screen.press(/我有号票/);
    await screen.type(/号码/, number);
    await screen.type(/查号密码/, pass);
    await screen.press('看一看');
    await screen.read(/没见到您/);
  },
};
/** The printer has no paper: the ticket stands on the screen, and is offered again. */
export const NoPaper: Story = {
  loaders: [prepared(morning)],
  render: (_, { loaded }) => shown(loaded, 'terminal', ticket, simulatedPrinter({ sheets: 0 })),
  play: async ({ canvasElement }) => {
    const screen = screenOf(canvasElement);
    await screen.press(/综合受理/);
    await screen.press('都没有，取号');
    await screen.read(/打印机没有纸了/);
  },
};
